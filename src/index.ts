export { AmdGpuDevicePluginDaemon } from './catalog/amd-gpu-device-plugin/amd-gpu-device-plugin';
export { AmdResourceNamingStrategy } from './catalog/amd-gpu-device-plugin/props';
export type {
  AmdGpuDevicePluginDaemonProps, AmdGpuDevicePluginOptions, AmdGpuDevicePluginVariantOptions,
} from './catalog/amd-gpu-device-plugin/props';
export { AppDynamicsDaemon } from './catalog/app-dynamics/app-dynamics';
export type {
  AppDynamicsAnalytics, AppDynamicsController, AppDynamicsDocker, AppDynamicsNetviz, AppDynamicsProxy,
} from './catalog/app-dynamics/feature-options';
export { AppDynamicsLogLevel } from './catalog/app-dynamics/log-level';
export type { AppDynamicsDaemonProps, AppDynamicsOptions, AppDynamicsVariantOptions } from './catalog/app-dynamics/props';
export { CephCsiDaemon } from './catalog/ceph-csi/ceph-csi';
export type { CephCsiCluster, CephCsiClusterFileSystem, CephCsiClusterRbd } from './catalog/ceph-csi/cluster';
export { CephCsiDriver } from './catalog/ceph-csi/driver';
export { CephCsiFileSystemClient } from './catalog/ceph-csi/driver-options';
export type { CephCsiFileSystemOptions, CephCsiNbdOptions, CephCsiRbdOptions } from './catalog/ceph-csi/driver-options';
export type {
  CephCsiDaemonProps, CephCsiDriverObject, CephCsiEncryption, CephCsiMetrics, CephCsiOptions, CephCsiRegistrar, CephCsiVariantOptions,
} from './catalog/ceph-csi/props';
export { CephOsdDaemon } from './catalog/ceph-osd/ceph-osd';
export type { CephOsdDaemonProps, CephOsdDevice, CephOsdOptions, CephOsdPrepare, CephOsdVariantOptions } from './catalog/ceph-osd/props';
export { CollectdDaemon } from './catalog/collectd/collectd';
export { CollectdOutput } from './catalog/collectd/output';
export { CollectdSecurityLevel } from './catalog/collectd/output-options';
export type {
  CollectdGraphiteOptions, CollectdHttpOptions, CollectdNetworkOptions, CollectdPrometheusOptions,
} from './catalog/collectd/output-options';
export { CollectdPlugin } from './catalog/collectd/plugin';
export type {
  CollectdCpuOptions, CollectdDfOptions, CollectdPluginOptions, CollectdProcessesOptions, CollectdSelection, CollectdTcpconnsOptions,
} from './catalog/collectd/plugin-options';
export type { CollectdDaemonProps, CollectdOptions, CollectdVariantOptions } from './catalog/collectd/props';
export { DatadogDaemon } from './catalog/datadog/datadog';
export { DatadogHostPackages, DatadogTagCardinality } from './catalog/datadog/feature-options';
export type {
  DatadogApm, DatadogClusterAgent, DatadogContainerResources, DatadogDogStatsD, DatadogKubelet, DatadogLogs, DatadogProcesses, DatadogSbom,
  DatadogSecurity,
} from './catalog/datadog/feature-options';
export { DatadogLogLevel } from './catalog/datadog/props';
export type { DatadogDaemonProps, DatadogOptions, DatadogVariantOptions } from './catalog/datadog/props';
export { DcgmExporterDaemon } from './catalog/dcgm-exporter/dcgm-exporter';
export { DcgmMetricType } from './catalog/dcgm-exporter/props';
export type {
  DcgmCounter, DcgmExporterDaemonProps, DcgmExporterOptions, DcgmExporterVariantOptions, DcgmPodAttribution, DcgmWebConfig,
} from './catalog/dcgm-exporter/props';
export { DynatraceOneAgentDaemon } from './catalog/dynatrace-one-agent/dynatrace-one-agent';
export { DynatraceOneAgentMode } from './catalog/dynatrace-one-agent/props';
export type {
  DynatraceOneAgentDaemonProps, DynatraceOneAgentOptions, DynatraceOneAgentVariantOptions, DynatraceProxy,
} from './catalog/dynatrace-one-agent/props';
export { FluentBitDaemon } from './catalog/fluent-bit/fluent-bit';
export { FluentBitLogLevel } from './catalog/fluent-bit/props';
export type { FluentBitBuffer, FluentBitHealth, FluentBitKubelet, FluentBitMetadata, FluentBitMetrics } from './catalog/fluent-bit/feature-options';
export type { FluentBitDaemonProps, FluentBitOptions, FluentBitVariantOptions } from './catalog/fluent-bit/props';
export { FluentdDaemon } from './catalog/fluentd/fluentd';
export { FluentdOverflow } from './catalog/fluentd/props';
export type {
  FluentdBuffer, FluentdDaemonProps, FluentdMetadata, FluentdMetrics, FluentdOptions, FluentdVariantOptions,
} from './catalog/fluentd/props';
export { GangliaAggregator } from './catalog/ganglia-gmond/aggregator';
export type { GangliaAggregatorAddress, GangliaCompanionOptions } from './catalog/ganglia-gmond/aggregator-options';
export { GangliaGmondDaemon } from './catalog/ganglia-gmond/ganglia-gmond';
export type {
  GangliaCluster, GangliaCollectionGroup, GangliaGmondDaemonProps, GangliaGmondOptions, GangliaGmondVariantOptions, GangliaMetric, GangliaModule,
} from './catalog/ganglia-gmond/props';
export { GlusterdDaemon } from './catalog/glusterd/glusterd';
export type {
  GlusterdBrickPorts, GlusterdDaemonProps, GlusterdHeketi, GlusterdOptions, GlusterdVariantOptions,
} from './catalog/glusterd/props';
export { InstanaConfiguration } from './catalog/instana/configuration';
export { InstanaDaemon } from './catalog/instana/instana';
export { InstanaMode, InstanaProxyProtocol, InstanaTkgiRuntime } from './catalog/instana/props';
export type {
  InstanaDaemonProps, InstanaEndpoint, InstanaOpenTelemetry, InstanaOptions, InstanaProxy, InstanaVariantOptions,
} from './catalog/instana/props';
export type { AwsCredentials, CloudWatchOutputOptions, S3OutputOptions } from './catalog/log-output/aws-options';
export { LogOutput } from './catalog/log-output/log-output';
export { KafkaCompression, KafkaSaslMechanism } from './catalog/log-output/options';
export type {
  ElasticsearchOutputOptions, ForwardOutputOptions, KafkaOutputOptions, LogOutputTls, SearchOutputOptions,
} from './catalog/log-output/options';
export { LogParser } from './catalog/log-source/log-parser';
export type { JsonParserOptions, RegexpParserOptions } from './catalog/log-source/log-parser';
export { LogSource } from './catalog/log-source/log-source';
export type { ContainerLogsOptions, ForwardSourceOptions, SystemdOptions, TailOptions } from './catalog/log-source/options';
export { LogstashDaemon } from './catalog/logstash/logstash';
export type { LogstashDaemonProps, LogstashOptions, LogstashQueue, LogstashVariantOptions } from './catalog/logstash/props';
export type { NewRelicHostMetrics } from './catalog/new-relic/host-metrics-options';
export { NewRelicKubeletAuthorization } from './catalog/new-relic/kubelet-options';
export type { NewRelicKubelet } from './catalog/new-relic/kubelet-options';
export type { NewRelicLogs } from './catalog/new-relic/logs-options';
export { NewRelicDaemon } from './catalog/new-relic/new-relic';
export { NewRelicRegion } from './catalog/new-relic/props';
export type {
  NewRelicDaemonProps, NewRelicNamespaceSelector, NewRelicOptions, NewRelicProxy, NewRelicVariantOptions,
} from './catalog/new-relic/props';
export { NodeExporterDaemon } from './catalog/node-exporter/node-exporter';
export { NodeExporterListen } from './catalog/node-exporter/props';
export type {
  NodeExporterCollectors, NodeExporterDaemonProps, NodeExporterFilesystem, NodeExporterOptions, NodeExporterTls, NodeExporterVariantOptions,
  NodeExporterWebConfig,
} from './catalog/node-exporter/props';
export { NvidiaDevicePluginDaemon } from './catalog/nvidia-device-plugin/nvidia-device-plugin';
export { NvidiaDeviceIdStrategy, NvidiaDeviceListStrategy, NvidiaMigStrategy } from './catalog/nvidia-device-plugin/props';
export type {
  NvidiaDevicePluginDaemonProps, NvidiaDevicePluginOptions, NvidiaDevicePluginVariantOptions, NvidiaSharedResource, NvidiaTimeSlicing,
} from './catalog/nvidia-device-plugin/props';
export { OpenTelemetryDebugVerbosity, OpenTelemetryExporter, OpenTelemetrySignal } from './catalog/opentelemetry-collector/exporter';
export type { OpenTelemetryDebugOptions, OpenTelemetryExporterOptions, OpenTelemetryOtlpOptions } from './catalog/opentelemetry-collector/exporter';
export { OpenTelemetryCollectorDaemon } from './catalog/opentelemetry-collector/opentelemetry-collector';
export type {
  OpenTelemetryBatch, OpenTelemetryCheckpoints, OpenTelemetryCollectorDaemonProps, OpenTelemetryCollectorOptions,
  OpenTelemetryCollectorVariantOptions, OpenTelemetryKubernetesAttributes, OpenTelemetryTelemetry,
} from './catalog/opentelemetry-collector/props';
export { OpenTelemetryHostScraper, OpenTelemetryKubeletAddress, OpenTelemetryKubeletMetricGroup } from './catalog/opentelemetry-collector/receiver-options';
export type {
  OpenTelemetryHostMetrics, OpenTelemetryKubeletMetrics, OpenTelemetryLogs, OpenTelemetryOtlpReceiver, OpenTelemetryOtlpReceiverTls,
} from './catalog/opentelemetry-collector/receiver-options';
export { SysdigCollector } from './catalog/sysdig/collector';
export { SysdigRegion } from './catalog/sysdig/collector-options';
export type { SysdigCollectorAddress } from './catalog/sysdig/collector-options';
export { SysdigDriver } from './catalog/sysdig/driver-options';
export type { SysdigDriverBuilder } from './catalog/sysdig/driver-options';
export type { SysdigProxy, SysdigProxyCredentials } from './catalog/sysdig/network-options';
export { SysdigLogLevel, SysdigMode } from './catalog/sysdig/props';
export type {
  SysdigDaemonProps, SysdigLog, SysdigOptions, SysdigPrometheus, SysdigSelfMetrics, SysdigVariantOptions,
} from './catalog/sysdig/props';
export { SysdigDaemon } from './catalog/sysdig/sysdig';
export { VectorHostCollector, VectorWhenFull } from './catalog/vector/feature-options';
export { VectorLogLevel } from './catalog/vector/props';
export type { VectorApi, VectorBuffer, VectorMetadata, VectorMetrics } from './catalog/vector/feature-options';
export type { VectorDaemonProps, VectorOptions, VectorVariantOptions } from './catalog/vector/props';
export { VectorDaemon } from './catalog/vector/vector';
export type {
  WindowsExporterCollectors, WindowsExporterDaemonProps, WindowsExporterFilter, WindowsExporterOptions, WindowsExporterVariantOptions,
} from './catalog/windows-exporter/props';
export { WindowsExporterDaemon } from './catalog/windows-exporter/windows-exporter';
export type { ConfigFile, ContainerOptions, DaemonContainer } from './daemon/container';
export { Daemon } from './daemon/daemon';
export type { DaemonNetworkPolicy, DaemonOptions, DaemonProps } from './daemon/daemon-props';
export { Defaults } from './daemon/defaults';
export { KubernetesAccess } from './daemon/kubernetes-access';
export type { PolicyRule } from './daemon/kubernetes-access';
export { DaemonNamespace } from './daemon/namespace';
export type { DaemonNamespaceProps } from './daemon/namespace';
export { Priority } from './daemon/priority';
export { Probe } from './daemon/probe';
export type { HttpProbeOptions, ProbeOptions } from './daemon/probe';
export { PartitionProof } from './daemon/proof';
export type { ContestedToleration, ExampleNode } from './daemon/proof';
export type { DaemonResources } from './daemon/resources';
export { DevicePluginDaemon } from './daemon/roles/device-plugin';
export type { DevicePluginDaemonProps } from './daemon/roles/device-plugin';
export { LogCollectorDaemon } from './daemon/roles/log-collector';
export type { LogCollectorDaemonProps } from './daemon/roles/log-collector';
export { NodeMonitorDaemon } from './daemon/roles/node-monitor';
export type { NodeMonitorDaemonProps } from './daemon/roles/node-monitor';
export { StorageDaemon } from './daemon/roles/storage';
export type { StorageDaemonProps } from './daemon/roles/storage';
export { DaemonSettings } from './daemon/settings';
export type { DaemonSettingsProps } from './daemon/settings';
export { Variant } from './daemon/variant';
export type { ContainerOverrides, VariantOptions, VariantOverrides } from './daemon/variant';
export { DaemonVolume } from './daemon/volume';
export type { EmptyDirOptions, FilesOptions } from './daemon/volume';
export { Discovery } from './discovery/discovery';
export type { DiscoveryServiceOptions, HeadlessOptions, MonitorOptions } from './discovery/discovery';
export { HostPath } from './host/host-path';
export type { HostPathOptions, StateDirectoryOptions, WritableHostPathOptions } from './host/host-path';
export { Privileges } from './host/privileges';
export type { PrivilegeOptions } from './host/privileges';
export { Assumption } from './placement/assumption';
export { Nodes } from './placement/nodes';
export { Placement } from './placement/placement';
export { TolerationOperator, Tolerations } from './placement/tolerations';
export type { ControlPlaneTolerationsOptions, Toleration } from './placement/tolerations';
export { Rollout } from './rollout/rollout';
export type { RollingOptions, RolloutOptions, SurgeOptions } from './rollout/rollout';
export * as testing from './testing';
