import { EnvFieldPaths, EnvValue, SecretValue } from 'cdk8s-plus-27';
import { Block, directive } from './writer';
import { DaemonVolume } from '../../../daemon/volume';
import { CollectdOutput, CollectdOutputData } from '../output';
import { CollectdHttpOptions, CollectdNetworkOptions, CollectdPrometheusOptions, CollectdSecurityLevel } from '../output-options';

export const PROMETHEUS_PORT = 9103;

/** The pod's own address, which on the node's network is the node's. */
const POD_IP = 'POD_IP';

/** An output as its part of a plugin's block, and where its secrets come from. */
interface Rendered {
  readonly plugin: string;
  readonly entries: Block['entries'];
  readonly env?: { readonly [name: string]: EnvValue };
  readonly volumes?: readonly DaemonVolume[];
}

/** What the outputs say in the configuration, by plugin, and what their container needs for it. */
export interface RenderedOutputs {
  readonly blocks: readonly Block[];
  readonly env: { readonly [name: string]: EnvValue };
  readonly volumes: readonly DaemonVolume[];
}

/** Outputs of one kind share the block of their plugin, which can be loaded only once. */
export function renderOutputs(outputs: readonly CollectdOutput[]): RenderedOutputs {
  const rendered = outputs.map(({ _data }, index) => renderOutput(_data, index + 1));
  const plugins = [...new Set(rendered.map(({ plugin }) => plugin))];
  return {
    blocks: plugins.map((plugin) => ({ block: 'Plugin', args: [plugin], entries: rendered.flatMap((one) => (one.plugin === plugin ? one.entries : [])) })),
    env: Object.assign({}, ...rendered.map(({ env }) => env)),
    volumes: rendered.flatMap(({ volumes }) => volumes ?? []),
  };
}

function renderOutput(data: CollectdOutputData, number: number): Rendered {
  switch (data.kind) {
    case 'prometheus': return prometheus(data.options);
    case 'network': return network(data.options, `COLLECTD_NETWORK_${number}_PASSWORD`);
    case 'http': return http(data.options, number);
    case 'graphite': {
      const { host, port = 2003, prefix } = data.options;
      const entries = [directive('Host', host), directive('Port', String(port)), directive('Protocol', 'tcp'), directive('Prefix', prefix)];
      return { plugin: 'write_graphite', entries: [{ block: 'Node', args: [`graphite-${number}`], entries }] };
    }
  }
}

function prometheus({ port = PROMETHEUS_PORT, stalenessDelta }: CollectdPrometheusOptions): Rendered {
  return {
    plugin: 'write_prometheus',
    entries: [directive('Host', variable(POD_IP)), directive('Port', String(port)), directive('StalenessDelta', stalenessDelta?.toSeconds({ integral: false }))],
    env: { [POD_IP]: EnvValue.fromFieldRef(EnvFieldPaths.POD_IP) },
  };
}

/** The address is asked for again, since collectd would else send to where a Service has once been. */
function network({ host, port = 25826, user, password, ...options }: CollectdNetworkOptions, passwordVariable: string): Rendered {
  const { securityLevel = password === undefined ? undefined : CollectdSecurityLevel.ENCRYPT } = options;
  const entries = [
    directive('SecurityLevel', securityLevel),
    directive('Username', user),
    directive('Password', password && variable(passwordVariable)),
    directive('ResolveInterval', 60),
  ];
  return { plugin: 'network', entries: [{ block: 'Server', args: [host, String(port)], entries }], env: secret(passwordVariable, password) };
}

function http({ url, user, password, ca }: CollectdHttpOptions, number: number): Rendered {
  const passwordVariable = `COLLECTD_HTTP_${number}_PASSWORD`;
  const directory = `/etc/collectd-tls/http-${number}`;
  const entries = [
    directive('URL', url),
    directive('User', user),
    directive('Password', password && variable(passwordVariable)),
    directive('CACert', ca && `${directory}/ca.crt`),
    directive('Format', 'JSON'),
  ];
  return {
    plugin: 'write_http',
    entries: [{ block: 'Node', args: [`http-${number}`], entries }],
    env: secret(passwordVariable, password),
    volumes: ca && [DaemonVolume.secret(directory, ca.secret, { items: { [ca.key]: 'ca.crt' } })],
  };
}

function secret(name: string, value: SecretValue | undefined): { [name: string]: EnvValue } | undefined {
  return value && { [name]: EnvValue.fromSecretValue(value) };
}

/** What is replaced by the value of an environment variable when the container starts. */
export function variable(name: string): string {
  return `\${${name}}`;
}
