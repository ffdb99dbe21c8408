// What a platform team runs on every node, in one namespace: ten known daemons, each with what it needs of the node, nothing of a node twice.
import { Chart, Size } from 'cdk8s';
import { Secret } from 'cdk8s-plus-27';
import {
  CephCsiDaemon, CephCsiDriver, DaemonNamespace, DatadogDaemon, DcgmExporterDaemon, Discovery, FluentBitDaemon, LogOutput, NodeExporterDaemon, Nodes,
  NvidiaDevicePluginDaemon, NvidiaMigStrategy, OpenTelemetryCollectorDaemon, OpenTelemetryExporter, SysdigCollector, SysdigDaemon, SysdigRegion,
  WindowsExporterDaemon,
} from 'cdk8s-daemons';

const GPU = Nodes.withLabel('nvidia.com/gpu.present', 'true');
const LARGE = Nodes.withInstanceType('m7i.8xlarge', 'm7i.16xlarge');
const EDGE = Nodes.withLabel('example.com/edge');

export function platform(chart: Chart): void {
  new DaemonNamespace(chart, 'namespace');
  const secret = (name: string, key: string) => ({ secret: Secret.fromSecretName(chart, `${name}-${key}`, name), key });

  // logs, traces and metrics
  new FluentBitDaemon(chart, 'fluent-bit', {
    output: LogOutput.opensearch({ host: 'opensearch.search.svc', user: 'fluent-bit', password: secret('opensearch', 'password') }),
    variants: [
      FluentBitDaemon.variant('large', LARGE, { resources: { memory: { limit: Size.mebibytes(512) } }, buffer: { chunksInMemory: 128 } }),
      FluentBitDaemon.variant('edge', EDGE, { buffer: { totalLimit: Size.mebibytes(256) } }),
    ],
  });
  new OpenTelemetryCollectorDaemon(chart, 'otel', {
    exporters: [OpenTelemetryExporter.otlp({ endpoint: 'https://gateway.observability.svc:4317' })],
    kubernetesAttributes: {},
    discovery: [Discovery.nodeLocalService({ ports: ['otlp', 'otlp-http'] })],
  });
  new NodeExporterDaemon(chart, 'node-exporter', { variants: [NodeExporterDaemon.variant('edge', EDGE, { collectors: { disable: ['rapl'] } })] });
  new WindowsExporterDaemon(chart, 'windows-exporter');
  new DatadogDaemon(chart, 'datadog', { apiKey: secret('datadog', 'api-key'), clusterName: 'production', apm: {} });

  // security
  new SysdigDaemon(chart, 'sysdig', { accessKey: secret('sysdig', 'access-key'), collector: SysdigCollector.region(SysdigRegion.EU1), clusterName: 'production' });

  // hardware
  new NvidiaDevicePluginDaemon(chart, 'nvidia-device-plugin', {
    variants: [NvidiaDevicePluginDaemon.variant('mig', Nodes.withLabel('nvidia.com/mig.capable', 'true'), { migStrategy: NvidiaMigStrategy.MIXED })],
  });
  new DcgmExporterDaemon(chart, 'dcgm-exporter', { variants: [DcgmExporterDaemon.variant('profiled', GPU.intersection(LARGE), { profiling: true })] });

  // storage
  const clusters = [{ clusterId: 'b9127830-b0cc-4e34-aa47-9d1a2e9949a8', monitors: ['10.0.0.11:6789', '10.0.0.12:6789', '10.0.0.13:6789'] }];
  new CephCsiDaemon(chart, 'ceph-rbd', { driver: CephCsiDriver.rbd(), clusters });
  new CephCsiDaemon(chart, 'ceph-fs', { driver: CephCsiDriver.fileSystem(), clusters });
}
