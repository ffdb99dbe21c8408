import { ApiObject, App, Chart, Size } from 'cdk8s';
import { EnvValue, IConfigMap, SecretValue } from 'cdk8s-plus-27';
import { DaemonVolume, DynatraceOneAgentDaemon, DynatraceOneAgentDaemonProps, DynatraceOneAgentMode, HostPath } from '../../../src';
import { Container, DaemonSet, PodSpec, Volume } from '../../../src/kubernetes/objects';
import { problems as problemsOf, Written } from '../../util';

/** The value of a key of a Secret. */
export function value(name: string, key: string): SecretValue {
  return { secret: { name } as SecretValue['secret'], key };
}

export const LEAST: DynatraceOneAgentDaemonProps = {
  image: 'registry.example.com/dynatrace/dynatrace-oneagent:1.331.49.20260227-104933',
  tenant: 'abc12345',
  tenantToken: value('oneagent', 'tenant-token'),
  communicationEndpoints: ['https://abc12345.live.dynatrace.com:443/communication'],
};

/** Everything that can be said at once. */
export const RICH: DynatraceOneAgentDaemonProps = {
  image: 'abc12345.live.dynatrace.com/linux/oneagent:1.331.49.20260227-104933-raw',
  tenant: 'abc12345',
  tenantToken: value('oneagent', 'token'),
  communicationEndpoints: ['https://[2001:db8::25]:9999/communication', 'https://abc12345.live.dynatrace.com:443/communication'],
  clusterId: '0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0',
  mode: DynatraceOneAgentMode.CLASSIC_FULL_STACK,
  hostGroup: 'production',
  networkZone: 'eu-west',
  hostProperties: { team: 'platform', room: '4.12' },
  proxy: {
    host: 'proxy.example.com', port: 3128, https: true, username: value('proxy', 'user'), password: value('proxy', 'password'), noProxy: ['activegate.dynatrace', '10.0.0.1'],
  },
  trustedCas: { name: 'authorities' } as IConfigMap,
  extraArgs: ['--set-host-tag=edge'],
  healthCheckCommand: ['/bin/true'],
  resources: { memory: { limit: Size.gibibytes(2) } },
  env: { ONEAGENT_LOG_LEVEL: EnvValue.fromValue('info') },
  hostPaths: [HostPath.readOnly('/srv/app')],
  volumes: [DaemonVolume.emptyDir('/scratch')],
  podAnnotations: { 'example.com/owner': 'platform' },
};

export function define(props: Partial<DynatraceOneAgentDaemonProps> = {}): DynatraceOneAgentDaemon {
  return new DynatraceOneAgentDaemon(new Chart(new App(), 'chart', { namespace: 'node-agents' }), 'oneagent', { ...LEAST, ...props });
}

export function objects(props: Partial<DynatraceOneAgentDaemonProps> = {}): Written[] {
  return define(props).node.findAll().filter(ApiObject.isApiObject).map((object) => object.toJson());
}

export function sets(props: Partial<DynatraceOneAgentDaemonProps> = {}): DaemonSet[] {
  return objects(props).filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[];
}

export function pod(props: Partial<DynatraceOneAgentDaemonProps> = {}): PodSpec {
  return sets(props)[0].spec.template.spec;
}

export function container(props: Partial<DynatraceOneAgentDaemonProps> = {}): Container {
  return pod(props).containers[0];
}

/** What the agent sees as files: path → text of the ConfigMap, or the Secret and its key. */
export function files(props: Partial<DynatraceOneAgentDaemonProps> = {}): { [path: string]: string } {
  const { volumes = [], containers: [{ volumeMounts = [] }] } = pod(props);
  const data = objects(props).find(({ kind }) => kind === 'ConfigMap')?.data ?? {};
  const sourcesOf = ({ configMap, secret, projected }: Volume) => (
    projected?.sources ?? [{ configMap, secret: secret && { name: secret.secretName, items: secret.items } }]);
  return Object.fromEntries(volumeMounts.flatMap(({ name, mountPath }) => (
    sourcesOf(volumes.find((volume) => volume.name === name)!).flatMap(({ configMap, secret }) => {
      const { name: source, items = [] } = configMap ?? secret ?? {};
      return items.map(({ key, path }) => [`${mountPath}/${path}`, source === 'oneagent' && configMap ? data[key] : `${source}/${key}`]);
    }))));
}

export function problems(props: Partial<DynatraceOneAgentDaemonProps>): string[] {
  return problemsOf((chart) => new DynatraceOneAgentDaemon(chart, 'oneagent', { ...LEAST, ...props })).map((problem) => problem.replace('[chart/oneagent] ', ''));
}
