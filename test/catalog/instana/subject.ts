import { ApiObject, App, Chart, Size } from 'cdk8s';
import { EnvValue, SecretValue } from 'cdk8s-plus-27';
import {
  DaemonVolume, HostPath, InstanaConfiguration, InstanaDaemon, InstanaDaemonProps, InstanaMode, InstanaProxyProtocol, InstanaTkgiRuntime,
  KubernetesAccess,
} from '../../../src';
import { Container, DaemonSet, PodSpec } from '../../../src/kubernetes/objects';
import { problems as problemsOf, Written } from '../../util';

/** The value of a key of a Secret. */
export function value(name: string, key: string): SecretValue {
  return { secret: { name } as SecretValue['secret'], key };
}

export const LEAST: InstanaDaemonProps = {
  image: 'registry.example.com/instana/agent:1.309.1',
  key: value('instana-agent', 'key'),
  endpoint: { host: 'ingress-red-saas.instana.io' },
  clusterName: 'production',
};

/** Everything that can be switched on at once. */
export const RICH: InstanaDaemonProps = {
  key: value('instana-agent', 'key'),
  downloadKey: value('instana-agent', 'downloadKey'),
  endpoint: { host: '2001:db8::25', port: 1444 },
  clusterName: 'production',
  image: 'registry.example.com/instana/agent:1.309.1',
  mode: InstanaMode.INFRASTRUCTURE,
  zone: 'blue',
  tags: ['edge', 'team=platform'],
  configuration: {
    host: InstanaConfiguration.yaml('com.instana.plugin.host:\n  tags: [ edge ]\n'),
    mysql: InstanaConfiguration.fromSecret(value('databases', 'mysql.yaml')),
    postgres: InstanaConfiguration.fromSecret(value('databases', 'postgres.yaml')),
    sap: InstanaConfiguration.fromSecret(value('sap', 'configuration')),
  },
  openTelemetry: {},
  proxy: {
    host: 'proxy.example.com', port: 3128, protocol: InstanaProxyProtocol.SOCKS5, user: value('proxy', 'proxyUser'), password: value('proxy', 'proxyPassword'), useDns: true,
  },
  listenAddress: '*',
  tkgiRuntime: InstanaTkgiRuntime.CONTAINERD,
  ibmCloud: true,
  resources: { memory: { limit: Size.gibibytes(1) } },
  env: { INSTANA_LOG_LEVEL: EnvValue.fromValue('WARN') },
  hostPaths: [HostPath.readOnly('/srv/app/logs')],
  volumes: [DaemonVolume.secret('/opt/instana/agent/etc/certs', value('agent-tls', '').secret)],
  kubernetesAccess: [KubernetesAccess.read('namespaces')],
};

export function define(props: Partial<InstanaDaemonProps> = {}): InstanaDaemon {
  return new InstanaDaemon(new Chart(new App(), 'chart', { namespace: 'node-agents' }), 'instana-agent', { ...LEAST, ...props });
}

export function objects(props: Partial<InstanaDaemonProps> = {}): Written[] {
  return define(props).node.findAll().filter(ApiObject.isApiObject).map((object) => object.toJson());
}

export function sets(props: Partial<InstanaDaemonProps> = {}): DaemonSet[] {
  return objects(props).filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[];
}

export function pod(props: Partial<InstanaDaemonProps> = {}): PodSpec {
  return sets(props)[0].spec.template.spec;
}

export function container(props: Partial<InstanaDaemonProps> = {}): Container {
  return pod(props).containers[0];
}

export function environment({ env = [] }: Container): { [name: string]: string | undefined } {
  return Object.fromEntries(env.map(({ name, value: said, valueFrom }) => {
    const { fieldRef, secretKeyRef } = (valueFrom ?? {}) as { fieldRef?: { fieldPath: string }; secretKeyRef?: { name: string; key: string } };
    return [name, said ?? fieldRef?.fieldPath ?? `${secretKeyRef?.name}/${secretKeyRef?.key}`];
  }));
}

export function config(props: Partial<InstanaDaemonProps> = {}): { [file: string]: string } {
  return objects(props).find(({ kind }) => kind === 'ConfigMap')!.data;
}

export function problems(props: Partial<InstanaDaemonProps>): string[] {
  return problemsOf((chart) => new InstanaDaemon(chart, 'instana-agent', { ...LEAST, ...props })).map((problem) => problem.replace('[chart/instana-agent] ', ''));
}
