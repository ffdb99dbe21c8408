import { ApiObject, App, Chart, Duration, Size } from 'cdk8s';
import { EnvValue, LabelExpression, Secret, SecretValue } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { load } from 'js-yaml';
import {
  DaemonVolume, Discovery, HostPath, NewRelicDaemon, NewRelicDaemonProps, NewRelicKubeletAuthorization, NewRelicRegion,
} from '../../../src';
import { Container, DaemonSet, PodSpec } from '../../../src/kubernetes/objects';
import { Written } from '../../util';

/** Options of a test: those of a daemon, license key and name of the cluster may be left out. They may need a scope, for Secrets. */
export type Define = Partial<NewRelicDaemonProps> | ((scope: Construct) => Partial<NewRelicDaemonProps>);

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Config = any;

export function define(options: Define): NewRelicDaemon {
  const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
  const props = typeof options === 'function' ? options(chart) : options;
  return new NewRelicDaemon(chart, 'newrelic', { licenseKey: secret(chart, 'newrelic-license', 'licenseKey'), clusterName: 'production', ...props });
}

export function manifests(options: Define): Written[] {
  return define(options).node.findAll().filter(ApiObject.isApiObject).map((object) => object.toJson());
}

export function daemonSet(options: Define): DaemonSet {
  return manifests(options).find(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet;
}

export function pod(options: Define): PodSpec {
  return daemonSet(options).spec.template.spec;
}

export function container(options: Define, name: string): Container {
  return pod(options).containers.find((one) => one.name === name)!;
}

export function variables({ env = [] }: Container): { [name: string]: string | undefined } {
  return Object.fromEntries(env.map(({ name, value, valueFrom }) => {
    const { fieldRef, secretKeyRef } = (valueFrom ?? {}) as { fieldRef?: { fieldPath: string }; secretKeyRef?: { name: string; key: string } };
    return [name, value ?? fieldRef?.fieldPath ?? `${secretKeyRef!.name}/${secretKeyRef!.key}`];
  }));
}

/** A file of the ConfigMap, as js-yaml reads it, which has no part in writing it. */
export function file(options: Define, name: string): Config {
  return load(files(options)[name]);
}

export function files(options: Define): { [name: string]: string } {
  return manifests(options).find(({ kind }) => kind === 'ConfigMap')!.data;
}

export function problems(options: Define): string[] {
  return define(options).node.validate();
}

export function rules(options: Define): object[] {
  return manifests(options).filter(({ kind }) => kind === 'ClusterRole').flatMap((role) => role.rules);
}

export function secret(scope: Construct, name: string, key: string): SecretValue {
  return { secret: Secret.fromSecretName(scope, `secret-${name}-${scope.node.children.length}`, name), key };
}

export const REDIS = [
  'integrations:',
  '  - name: nri-redis',
  '    env:',
  '      HOSTNAME: redis.cache.svc',
  '      PASSWORD: {{REDIS_PASSWORD}}',
  '    interval: 30s',
].join('\n');

/** Everything that can be switched on at once. */
export function rich(scope: Construct): NewRelicDaemonProps {
  return {
    licenseKey: secret(scope, 'newrelic-license', 'licenseKey'),
    clusterName: 'arn:aws:eks:eu-west-1:1234:cluster/production',
    region: NewRelicRegion.EU,
    lowDataMode: true,
    interval: Duration.seconds(20),
    verbose: true,
    customAttributes: { team: 'platform', stage: 'on' },
    namespaceSelector: { labels: { 'newrelic.com/Scrape': 'true' }, expressions: [LabelExpression.notIn('team', ['payment', 'fraud'])] },
    proxy: { urlSecret: secret(scope, 'proxy', 'url'), ca: secret(scope, 'proxy', 'ca.crt') },
    kubelet: {
      authorization: NewRelicKubeletAuthorization.API_SERVER,
      ca: secret(scope, 'kubelet', 'ca.crt'),
      timeout: Duration.seconds(20),
      retries: 5,
      startTimeout: Duration.minutes(5),
      resources: { memory: { limit: Size.mebibytes(500) } },
    },
    hostMetrics: { processes: true, containerdSocket: '/run/k3s/containerd/containerd.sock' },
    logs: { excludePaths: ['/var/log/containers/*_kube-system_*.log'], docker: true, bufferLimit: Size.gibibytes(2), metricsPort: 2021 },
    integrations: { 'redis-config': REDIS },
    extraConfig: 'custom_attributes: { site: north }\nmetrics_network_sample_rate: 30\n',
    env: { REDIS_PASSWORD: EnvValue.fromSecretValue(secret(scope, 'redis', 'password')) },
    resources: { memory: { limit: Size.mebibytes(400) } },
    hostPaths: [HostPath.readOnly('/srv/app')],
    volumes: [DaemonVolume.emptyDir('/scratch')],
    discovery: [Discovery.podMonitor('metrics', { path: '/api/v2/metrics/prometheus' })],
  };
}
