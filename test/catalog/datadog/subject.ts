import { ApiObject, App, Chart, Size } from 'cdk8s';
import { Cpu, EnvValue, Secret, SecretValue } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { parse } from 'yaml';
import {
  DatadogDaemon, DatadogDaemonProps, DatadogHostPackages, DatadogLogLevel, DatadogTagCardinality, DaemonVolume, Discovery, HostPath, KubernetesAccess,
} from '../../../src';
import { Container, DaemonSet, PodSpec } from '../../../src/kubernetes/objects';
import { Written } from '../../util';

/** Options of a test: those of a daemon, `apiKey` may be left out. They may need a scope, for Secrets. */
export type Define = Partial<DatadogDaemonProps> | ((scope: Construct) => Partial<DatadogDaemonProps>);

export function secret(scope: Construct, name: string, key: string): SecretValue {
  return { secret: Secret.fromSecretName(scope, `secret-${name}-${scope.node.children.length}`, name), key };
}

export function define(options: Define): DatadogDaemon {
  const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
  const props = typeof options === 'function' ? options(chart) : options;
  return new DatadogDaemon(chart, 'datadog', { apiKey: secret(chart, 'datadog-secret', 'api-key'), ...props });
}

export function manifests(options: Define): Written[] {
  return define(options).node.findAll().filter(ApiObject.isApiObject).map((object) => object.toJson());
}

export function set(options: Define): DaemonSet {
  return manifests(options).find(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet;
}

export function pod(options: Define): PodSpec {
  return set(options).spec.template.spec;
}

export function containers(options: Define): Container[] {
  const { containers: all, initContainers = [] } = pod(options);
  return [...initContainers, ...all];
}

export function container(options: Define, name = 'agent'): Container {
  return containers(options).find((one) => one.name === name)!;
}

/** A file of the configuration, as another parser than the one that wrote it may read it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function config(options: Define, file = 'datadog.yaml'): any {
  return parse(manifests(options).find(({ kind }) => kind === 'ConfigMap')!.data[file] ?? 'null');
}

export function problems(options: Define): string[] {
  return define(options).node.validate();
}

export function clusterAgent(scope: Construct): Partial<DatadogDaemonProps> {
  return { clusterAgent: { serviceName: 'datadog-cluster-agent', authToken: secret(scope, 'datadog-cluster-agent', 'token') } };
}

/** Everything that can be switched on at once. */
export function rich(scope: Construct): DatadogDaemonProps {
  return {
    apiKey: secret(scope, 'datadog', 'key'),
    ...clusterAgent(scope),
    site: 'us5.datadoghq.com',
    clusterName: 'blue.eu-west-1',
    tags: ['env:production', 'team:platform'],
    logLevel: DatadogLogLevel.WARN,
    kubelet: { caPath: '/etc/kubernetes/kubelet-ca.crt' },
    kubeletRoot: '/var/lib/k0s/kubelet',
    criSocketPath: '/run/crio/crio.sock',
    containerInclude: ['kube_namespace:^shop$'],
    containerExclude: ['image:.*'],
    logs: { containerCollectAll: true, docker: true },
    apm: { port: 18126 },
    dogstatsd: { port: 18125, originDetection: true, tagCardinality: DatadogTagCardinality.ORCHESTRATOR },
    socketDirectory: '/run/agents/datadog',
    processes: { stripArguments: true },
    networkMonitoring: true,
    serviceMonitoring: true,
    security: { compliance: true, runtime: true },
    sbom: { hostPackages: DatadogHostPackages.DPKG },
    gpu: true,
    integrations: {
      redisdb: 'ad_identifiers: [redis]\ninit_config:\ninstances:\n  - { host: "%%host%%", port: 6379, password: "%%env_REDIS%%" }\n',
      journald: 'logs:\n  - { type: journald, path: /var/log/journal }\n',
    },
    extraConfig: 'logs_config:\n  open_files_limit: 500\nkubernetes_pod_labels_as_tags:\n  app.kubernetes.io/name: app\n',
    resources: { memory: { limit: Size.gibibytes(1) } },
    containerResources: { systemProbe: { cpu: { request: Cpu.millis(300) }, memory: { limit: Size.gibibytes(1) } } },
    env: { REDIS: EnvValue.fromSecretValue(secret(scope, 'redis', 'password')) },
    hostPaths: [HostPath.readOnly('/var/log/journal')],
    volumes: [DaemonVolume.emptyDir('/scratch')],
    kubernetesAccess: [KubernetesAccess.clusterWide({ apiGroups: ['metrics.eks.amazonaws.com'], resources: ['kcm/metrics', 'ksh/metrics'], verbs: ['get'] })],
    discovery: [Discovery.nodeLocalService({ ports: ['dogstatsd', 'traces'] }), Discovery.hostPort('traces')],
  };
}
