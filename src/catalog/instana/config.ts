import { Yaml } from 'cdk8s';
import { InstanaConfiguration } from './configuration';
import { InstanaOptions } from './props';
import { ConfigFile } from '../../daemon/container';
import { DaemonVolume } from '../../daemon/volume';
import { secretFiles } from '../secret-files';

/** Where the image's start script looks for files of configuration (`CONFIG_PATH`), as upstream's operator has it. */
export const CONFIG_PATH = '/opt/instana/agent/etc/instana-config-yml';

/** Names of parts that are written here. */
export const OWN_PARTS = ['disable-kubernetes-sensor', 'opentelemetry'];

/** What is in the ConfigMap. */
export function configFiles(options: InstanaOptions): ConfigFile[] {
  return [
    // the sensor that was in the agent once; the deprecated one would watch all of the cluster from every node
    part('disable-kubernetes-sensor', { 'com.instana.plugin.kubernetes': { enabled: false } }),
    // said when it is off too: the agent has it on by itself
    part('opentelemetry', { 'com.instana.plugin.opentelemetry': { grpc: { enabled: grpcOn(options) }, http: { enabled: httpOn(options) } } }),
    ...parts(options).flatMap(([name, { _data }]) => ('text' in _data ? [{ path: `${CONFIG_PATH}/${fileName(name)}`, content: _data.text }] : [])),
  ];
}

/** What stands in Secrets, beside the ConfigMap's files: of each Secret the keys that are named, and no other. */
export function secretParts(options: InstanaOptions): DaemonVolume[] {
  return secretFiles(CONFIG_PATH, Object.fromEntries(parts(options).map(([name, { _data }]) => [fileName(name), 'secret' in _data ? _data.secret : undefined])));
}

export function grpcOn({ openTelemetry }: InstanaOptions): boolean {
  return openTelemetry !== undefined && (openTelemetry.enabled ?? true) && (openTelemetry.grpc ?? true);
}

export function httpOn({ openTelemetry }: InstanaOptions): boolean {
  return openTelemetry !== undefined && (openTelemetry.enabled ?? true) && (openTelemetry.http ?? true);
}

/** Those that are said; one under a name of those above is told as a problem. */
function parts({ configuration = {} }: InstanaOptions): [string, InstanaConfiguration][] {
  return Object.entries(configuration).filter(([name]) => !OWN_PARTS.includes(name));
}

function part(name: string, content: object): ConfigFile {
  return { path: `${CONFIG_PATH}/${fileName(name)}`, content: Yaml.stringify(content) };
}

function fileName(name: string): string {
  return `configuration-${name}.yaml`;
}
