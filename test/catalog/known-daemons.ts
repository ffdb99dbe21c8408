import { Duration, Size } from 'cdk8s';
import { ISecret, Secret } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import {
  AmdGpuDevicePluginDaemon, AppDynamicsDaemon, AppDynamicsLogLevel, CephCsiDaemon, CephCsiDriver, CephOsdDaemon, CollectdDaemon, CollectdOutput,
  CollectdPlugin, Daemon, DaemonOptions, DatadogDaemon, DcgmExporterDaemon, DynatraceOneAgentDaemon, DynatraceOneAgentMode, FluentBitDaemon,
  FluentdDaemon, GangliaAggregator, GangliaGmondDaemon, GlusterdDaemon, InstanaDaemon, LogOutput, LogSource, LogstashDaemon, NewRelicDaemon,
  NewRelicDaemonProps, NodeExporterDaemon, Nodes, NvidiaDevicePluginDaemon, NvidiaMigStrategy, OpenTelemetryCollectorDaemon, OpenTelemetryExporter,
  SysdigCollector, SysdigDaemon, SysdigDriver, SysdigRegion, Variant, VectorDaemon, WindowsExporterDaemon,
} from '../../src';

/** What every known daemon takes. */
export interface CommonProps extends DaemonOptions {
  readonly image?: string;
}

/** A known daemon, defined in several ways. */
export interface KnownDaemon {
  /** With the least that it takes, in a scope under an id, and what all of them take. */
  readonly least: (scope: Construct, id: string, common?: CommonProps) => Daemon;
  /** With another configuration, which its pods have to be started again for. */
  readonly changed: (scope: Construct, id: string) => Daemon;
  /** Sending to an address, in a scope; none where nothing is sent. */
  readonly sendingTo?: (scope: Construct, id: string, address: string) => Daemon;
  /** What is different on some nodes. */
  readonly variant: (name: string, nodes: Nodes) => Variant;
}

const COLLECTD = 'registry.example.com/collectd:5.12.0';

const GMOND = { image: 'registry.example.com/gmond:3.7.2-6', cluster: { name: 'production' } };

const OUTPUT = LogOutput.elasticsearch({ host: 'elasticsearch.logging.svc' });

const EXPORTERS = [OpenTelemetryExporter.otlp({ endpoint: 'https://gateway.observability.svc:4317' })];

/** All destinations that are named by an address. */
function outputs(host: string): LogOutput {
  return LogOutput.multiple(stores(host), LogOutput.forward({ host }));
}

/** Those that every collector knows. */
function stores(host: string): LogOutput {
  return LogOutput.multiple(LogOutput.elasticsearch({ host }), LogOutput.opensearch({ host }));
}

function newRelic(scope: Construct, id: string): NewRelicDaemonProps {
  return { licenseKey: { secret: Secret.fromSecretName(scope, `${id}-license`, 'newrelic-license'), key: 'licenseKey' }, clusterName: 'production' };
}

const DATADOG = { apiKey: { secret: { name: 'datadog-secret' } as ISecret, key: 'api-key' } };

const CEPH_CSI = { driver: CephCsiDriver.rbd(), clusters: [{ clusterId: 'production', monitors: ['10.0.0.11:6789'] }] };

const CEPH_OSD = { fsid: 'b9127830-b0cc-4e34-aa47-9d1a2e9949a8', monitors: ['10.0.0.11'], devices: [{ name: 'a', path: '/dev/sdb' }] };

const GLUSTERD = { image: 'registry.example.com/glusterd:11.1', brickDirectories: ['/srv/bricks'] };

const SYSDIG = { accessKey: { secret: { name: 'sysdig' } as ISecret, key: 'access-key' }, collector: SysdigCollector.region(SysdigRegion.EU1) };

const APP_DYNAMICS = {
  image: 'registry.example.com/machine-agent:24.10.0',
  controller: { host: 'example.saas.appdynamics.com', account: 'example' },
  accessKey: { secret: { name: 'cluster-agent-secret' } as ISecret, key: 'controller-key' },
};

const INSTANA = {
  image: 'registry.example.com/instana/agent:1.309.1',
  key: { secret: { name: 'instana-agent' } as ISecret, key: 'key' },
  endpoint: { host: 'ingress-red-saas.instana.io' },
  clusterName: 'production',
};

const DYNATRACE = {
  image: 'registry.example.com/dynatrace/dynatrace-oneagent:1.331.49.20260227-104933',
  tenant: 'abc12345',
  tenantToken: { secret: { name: 'oneagent' } as ISecret, key: 'tenant-token' },
  communicationEndpoints: ['https://abc12345.live.dynatrace.com:443/communication'],
};

/** All of the catalog; one that is missing here fails a test. */
export const KNOWN_DAEMONS: { readonly [name: string]: KnownDaemon } = {
  AmdGpuDevicePluginDaemon: {
    least: (scope, id, common) => new AmdGpuDevicePluginDaemon(scope, id, { ...common }),
    changed: (scope, id) => new AmdGpuDevicePluginDaemon(scope, id, { healthCheckInterval: Duration.seconds(30) }),
    variant: (name, nodes) => AmdGpuDevicePluginDaemon.variant(name, nodes, { extraArgs: ['-v=5'] }),
  },
  AppDynamicsDaemon: {
    least: (scope, id, common) => new AppDynamicsDaemon(scope, id, { ...APP_DYNAMICS, ...common }),
    changed: (scope, id) => new AppDynamicsDaemon(scope, id, { ...APP_DYNAMICS, logLevel: AppDynamicsLogLevel.DEBUG }),
    sendingTo: (scope, id, host) => new AppDynamicsDaemon(scope, id, { ...APP_DYNAMICS, controller: { host, account: 'example' } }),
    variant: (name, nodes) => AppDynamicsDaemon.variant(name, nodes, { metricLimit: 4000 }),
  },
  CephCsiDaemon: {
    least: (scope, id, { image, ...common } = {}) => new CephCsiDaemon(scope, id, { ...CEPH_CSI, ...common, image, registrar: { image } }),
    changed: (scope, id) => new CephCsiDaemon(scope, id, { ...CEPH_CSI, clusters: [{ clusterId: 'production', monitors: ['10.0.0.12:6789'] }] }),
    variant: (name, nodes) => CephCsiDaemon.variant(name, nodes, { kubeletRoot: '/var/lib/k0s/kubelet' }),
  },
  CephOsdDaemon: {
    least: (scope, id, common) => new CephOsdDaemon(scope, id, { ...CEPH_OSD, ...common }),
    changed: (scope, id) => new CephOsdDaemon(scope, id, { ...CEPH_OSD, monitors: ['10.0.0.12'] }),
    variant: (name, nodes) => CephOsdDaemon.variant(name, nodes, { devices: [{ name: 'nvme', path: '/dev/nvme0n1' }] }),
  },
  CollectdDaemon: {
    least: (scope, id, common) => new CollectdDaemon(scope, id, { image: COLLECTD, ...common }),
    changed: (scope, id) => new CollectdDaemon(scope, id, { image: COLLECTD, plugins: [CollectdPlugin.cpu()] }),
    sendingTo: (scope, id, host) => new CollectdDaemon(scope, id, {
      image: COLLECTD, outputs: [CollectdOutput.network({ host }), CollectdOutput.graphite({ host })],
    }),
    variant: (name, nodes) => CollectdDaemon.variant(name, nodes, { plugins: [CollectdPlugin.cpu(), CollectdPlugin.processes()] }),
  },
  DatadogDaemon: {
    least: (scope, id, common) => new DatadogDaemon(scope, id, { ...DATADOG, ...common }),
    changed: (scope, id) => new DatadogDaemon(scope, id, { ...DATADOG, tags: ['env:production'] }),
    variant: (name, nodes) => DatadogDaemon.variant(name, nodes, { networkMonitoring: true }),
  },
  DcgmExporterDaemon: {
    least: (scope, id, common) => new DcgmExporterDaemon(scope, id, { ...common }),
    changed: (scope, id) => new DcgmExporterDaemon(scope, id, { profiling: true }),
    variant: (name, nodes) => DcgmExporterDaemon.variant(name, nodes, { profiling: true }),
  },
  DynatraceOneAgentDaemon: {
    least: (scope, id, common) => new DynatraceOneAgentDaemon(scope, id, { ...DYNATRACE, ...common }),
    changed: (scope, id) => new DynatraceOneAgentDaemon(scope, id, { ...DYNATRACE, hostGroup: 'production' }),
    variant: (name, nodes) => DynatraceOneAgentDaemon.variant(name, nodes, { mode: DynatraceOneAgentMode.CLASSIC_FULL_STACK }),
  },
  FluentBitDaemon: {
    least: (scope, id, common) => new FluentBitDaemon(scope, id, { output: OUTPUT, ...common }),
    changed: (scope, id) => new FluentBitDaemon(scope, id, { output: OUTPUT, sources: [LogSource.systemd()] }),
    sendingTo: (scope, id, host) => new FluentBitDaemon(scope, id, { output: outputs(host) }),
    variant: (name, nodes) => FluentBitDaemon.variant(name, nodes, { buffer: { chunksInMemory: 64 } }),
  },
  FluentdDaemon: {
    least: (scope, id, common) => new FluentdDaemon(scope, id, { output: OUTPUT, ...common }),
    changed: (scope, id) => new FluentdDaemon(scope, id, { output: OUTPUT, sources: [LogSource.systemd()] }),
    sendingTo: (scope, id, host) => new FluentdDaemon(scope, id, { output: outputs(host), image: 'registry.example.com/fluentd:1.19.3' }),
    variant: (name, nodes) => FluentdDaemon.variant(name, nodes, { buffer: { flushThreads: 4 } }),
  },
  GangliaGmondDaemon: {
    least: (scope, id, common) => new GangliaGmondDaemon(scope, id, { ...GMOND, ...common }),
    changed: (scope, id) => new GangliaGmondDaemon(scope, id, { ...GMOND, cluster: { name: 'staging' } }),
    sendingTo: (scope, id, host) => new GangliaGmondDaemon(scope, id, { ...GMOND, aggregators: [GangliaAggregator.at({ host })] }),
    variant: (name, nodes) => GangliaGmondDaemon.variant(name, nodes, { extraConfig: 'host { location = "edge" }' }),
  },
  GlusterdDaemon: {
    least: (scope, id, common) => new GlusterdDaemon(scope, id, { ...GLUSTERD, ...common }),
    changed: (scope, id) => new GlusterdDaemon(scope, id, { ...GLUSTERD, brickPorts: { last: 49200 } }),
    variant: (name, nodes) => GlusterdDaemon.variant(name, nodes, { brickDirectories: ['/srv/other-bricks'] }),
  },
  InstanaDaemon: {
    least: (scope, id, common) => new InstanaDaemon(scope, id, { ...INSTANA, ...common }),
    changed: (scope, id) => new InstanaDaemon(scope, id, { ...INSTANA, openTelemetry: {} }),
    sendingTo: (scope, id, host) => new InstanaDaemon(scope, id, { ...INSTANA, endpoint: { host } }),
    variant: (name, nodes) => InstanaDaemon.variant(name, nodes, { zone: name }),
  },
  LogstashDaemon: {
    least: (scope, id, common) => new LogstashDaemon(scope, id, { output: OUTPUT, ...common }),
    changed: (scope, id) => new LogstashDaemon(scope, id, { output: OUTPUT, sources: [LogSource.tail({ path: '/var/log/audit/audit.log', tag: 'audit' })] }),
    sendingTo: (scope, id, host) => new LogstashDaemon(scope, id, { output: stores(host), image: 'registry.example.com/logstash:9.5.1' }),
    variant: (name, nodes) => LogstashDaemon.variant(name, nodes, { pipelineWorkers: 4 }),
  },
  NewRelicDaemon: {
    least: (scope, id, { image, ...common } = {}) => new NewRelicDaemon(scope, id, {
      ...newRelic(scope, id), ...(image && { image, kubelet: { image } }), ...common,
    }),
    changed: (scope, id) => new NewRelicDaemon(scope, id, { ...newRelic(scope, id), lowDataMode: true }),
    variant: (name, nodes) => NewRelicDaemon.variant(name, nodes, { hostMetrics: { processes: true } }),
  },
  NodeExporterDaemon: {
    least: (scope, id, common) => new NodeExporterDaemon(scope, id, { ...common }),
    changed: (scope, id) => new NodeExporterDaemon(scope, id, { collectors: { enable: ['processes'] } }),
    variant: (name, nodes) => NodeExporterDaemon.variant(name, nodes, { collectors: { disable: ['infiniband'] } }),
  },
  NvidiaDevicePluginDaemon: {
    least: (scope, id, common) => new NvidiaDevicePluginDaemon(scope, id, { ...common }),
    changed: (scope, id) => new NvidiaDevicePluginDaemon(scope, id, { migStrategy: NvidiaMigStrategy.MIXED }),
    variant: (name, nodes) => NvidiaDevicePluginDaemon.variant(name, nodes, { migStrategy: NvidiaMigStrategy.SINGLE }),
  },
  OpenTelemetryCollectorDaemon: {
    least: (scope, id, common) => new OpenTelemetryCollectorDaemon(scope, id, { exporters: EXPORTERS, ...common }),
    changed: (scope, id) => new OpenTelemetryCollectorDaemon(scope, id, { exporters: EXPORTERS, logs: {} }),
    variant: (name, nodes) => OpenTelemetryCollectorDaemon.variant(name, nodes, { hostMetrics: {} }),
  },
  SysdigDaemon: {
    least: (scope, id, common) => new SysdigDaemon(scope, id, { ...SYSDIG, ...common }),
    changed: (scope, id) => new SysdigDaemon(scope, id, { ...SYSDIG, clusterName: 'blue' }),
    sendingTo: (scope, id, host) => new SysdigDaemon(scope, id, { ...SYSDIG, collector: SysdigCollector.at({ host, port: 6443 }) }),
    variant: (name, nodes) => SysdigDaemon.variant(name, nodes, { driver: SysdigDriver.KMOD }),
  },
  VectorDaemon: {
    least: (scope, id, common) => new VectorDaemon(scope, id, { output: OUTPUT, ...common }),
    changed: (scope, id) => new VectorDaemon(scope, id, { output: OUTPUT, remap: '.cluster = "blue"' }),
    sendingTo: (scope, id, host) => new VectorDaemon(scope, id, { output: stores(host) }),
    variant: (name, nodes) => VectorDaemon.variant(name, nodes, { buffer: { maxSize: Size.gibibytes(4) } }),
  },
  WindowsExporterDaemon: {
    least: (scope, id, common) => new WindowsExporterDaemon(scope, id, { ...common }),
    changed: (scope, id) => new WindowsExporterDaemon(scope, id, { collectors: { enable: ['process'] } }),
    variant: (name, nodes) => WindowsExporterDaemon.variant(name, nodes, { collectors: { enable: ['hyperv'] } }),
  },
};
