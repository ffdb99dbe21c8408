import { ApiObject, App, Chart, Duration, Size } from 'cdk8s';
import { EnvValue, ISecret, Secret } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { parse } from 'yaml';
import {
  DaemonVolume, Discovery, HostPath, OpenTelemetryCollectorDaemon, OpenTelemetryCollectorDaemonProps, OpenTelemetryDebugVerbosity,
  OpenTelemetryExporter, OpenTelemetryHostScraper, OpenTelemetryKubeletAddress, OpenTelemetryKubeletMetricGroup, OpenTelemetrySignal,
} from '../../../src';
import { Container, DaemonSet, PodSpec } from '../../../src/kubernetes/objects';
import { Written } from '../../util';

/** Options of a test: those of a daemon, `exporters` may be left out. They may need a scope, for Secrets. */
export type Define = Partial<OpenTelemetryCollectorDaemonProps> | ((scope: Construct) => Partial<OpenTelemetryCollectorDaemonProps>);

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Config = any;

export function define(options: Define): OpenTelemetryCollectorDaemon {
  const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
  const props = typeof options === 'function' ? options(chart) : options;
  return new OpenTelemetryCollectorDaemon(chart, 'otel', { exporters: [OpenTelemetryExporter.otlp({ endpoint: 'https://gateway:4317' })], ...props });
}

export function manifests(options: Define): Written[] {
  return define(options).node.findAll().filter(ApiObject.isApiObject).map((object) => object.toJson());
}

export function pod(options: Define): PodSpec {
  return (manifests(options).find(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet).spec.template.spec;
}

export function container(options: Define): Container {
  return pod(options).containers[0];
}

export function configText(options: Define): string {
  return manifests(options).find(({ kind }) => kind === 'ConfigMap')!.data['relay.yaml'];
}

/** The configuration as another parser than the one that wrote it may read it. */
export function config(options: Define): Config {
  return parse(configText(options));
}

export function problems(options: Define): string[] {
  return define(options).node.validate();
}

export function rules(options: Define): object[] {
  return manifests(options).filter(({ kind }) => kind === 'ClusterRole').flatMap((role) => role.rules);
}

export function secret(scope: Construct, name: string): ISecret {
  return Secret.fromSecretName(scope, `secret-${name}-${scope.node.children.length}`, name);
}

/** Everything that can be switched on at once. */
export function rich(scope: Construct): OpenTelemetryCollectorDaemonProps {
  const value = (name: string, key: string) => ({ secret: secret(scope, name), key });
  return {
    exporters: [
      OpenTelemetryExporter.otlp({
        endpoint: 'https://[2001:db8::9]:4317',
        tls: { ca: value('gateway', 'ca.crt'), certificate: value('client', 'tls.crt'), key: value('client', 'tls.key') },
        headers: { 'authorization': EnvValue.fromSecretValue(value('gateway', 'authorization')), 'x-scope-orgid': EnvValue.fromValue('nodes') },
      }),
      OpenTelemetryExporter.otlpHttp({ name: 'logs', endpoint: 'http://loki.logging.svc:3100/otlp', signals: [OpenTelemetrySignal.LOGS] }),
      OpenTelemetryExporter.debug({ verbosity: OpenTelemetryDebugVerbosity.NORMAL, signals: [OpenTelemetrySignal.TRACES] }),
    ],
    otlp: { grpcPort: 14317, httpPort: 14318, tls: { secret: secret(scope, 'receiver'), clientCaKey: 'ca.crt' } },
    logs: { excludeNamespaces: ['kube-system'], multilineStart: '^\\d{4}-\\d\\d|^$', docker: true },
    hostMetrics: { interval: Duration.seconds(15), scrapers: Object.values(OpenTelemetryHostScraper) },
    kubeletMetrics: {
      address: OpenTelemetryKubeletAddress.IPV6,
      verify: false,
      metricGroups: [OpenTelemetryKubeletMetricGroup.NODE, OpenTelemetryKubeletMetricGroup.VOLUME],
    },
    kubernetesAttributes: {
      podLabels: { 'app.kubernetes.io/name': 'service.name' },
      podAnnotations: { 'example.com/owner': 'owner' },
      namespaceLabels: { team: 'team' },
    },
    checkpoints: { queueLimit: Size.gibibytes(1) },
    batch: { size: 500, maxSize: 600, timeout: Duration.millis(200) },
    telemetry: { port: 18888 },
    healthPort: 11333,
    extraConfig: [
      'receivers:',
      '  zipkin:',
      '    endpoint: "[${env:K8S_POD_IP}]:9411"',
      'processors:',
      '  resource/cluster:',
      '    attributes:',
      '      - { key: k8s.cluster.name, value: "${env:CLUSTER}", action: insert }',
      'service:',
      '  pipelines:',
      '    traces:',
      '      receivers: [otlp, zipkin]',
      '      processors: [memory_limiter, resource/cluster, batch]',
    ].join('\n'),
    ports: [{ name: 'zipkin', number: 9411 }],
    env: { CLUSTER: EnvValue.fromValue('blue') },
    resources: { memory: { limit: Size.gibibytes(1) } },
    hostPaths: [HostPath.readOnly('/srv/app')],
    volumes: [DaemonVolume.emptyDir('/scratch')],
    discovery: [Discovery.nodeLocalService({ ports: ['otlp', 'zipkin'] }), Discovery.podMonitor('metrics')],
  };
}
