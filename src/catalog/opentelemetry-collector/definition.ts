import { Duration, Size, Yaml } from 'cdk8s';
import { ContainerPort, Cpu, EnvFieldPaths, EnvValue, MountPropagation } from 'cdk8s-plus-27';
import { collectorConfig } from './config/config';
import { exporter } from './config/exporters';
import { CONFIG_FILE, HOST, POD_LOGS, RECEIVER_TLS, STATE } from './config/paths';
import { pathsOfLogs } from './config/receivers';
import {
  checkpointsOn, grpcPort, healthPort, hostMetricsOn, httpPort, kubeletMetricsOn, kubernetesAttributesOn, logsOn, needsNodeAddress, otlpOn,
  scrapersOf, telemetryPort,
} from './presets';
import { OpenTelemetryCollectorDaemonProps, OpenTelemetryCollectorOptions } from './props';
import { OpenTelemetryHostScraper, OpenTelemetryOtlpReceiverTls } from './receiver-options';
import { DaemonProps } from '../../daemon/daemon-props';
import { KubernetesAccess } from '../../daemon/kubernetes-access';
import { Probe } from '../../daemon/probe';
import { NameAndNamespace } from '../../daemon/render/identity';
import { DaemonResources } from '../../daemon/resources';
import { DaemonVolume } from '../../daemon/volume';
import { Discovery } from '../../discovery/discovery';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { goMemoryLimit } from '../go-memory-limit';
import { ownPodLogsVariable } from '../log-source/log-files';
import { mergeResources } from '../resources';

const IMAGE = 'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-k8s:0.158.0';

/** Names of the ports, for probes, Services and monitors. */
const OTLP = 'otlp';
const OTLP_HTTP = 'otlp-http';
const METRICS = 'metrics';
const HEALTH = 'health';

const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(100) },
  memory: { request: Size.mebibytes(256), limit: Size.mebibytes(512) },
};

/** The collector as data: the same for the daemon and, from merged options, for each of its variants. */
export function openTelemetryCollector(who: NameAndNamespace, props: OpenTelemetryCollectorDaemonProps): DaemonProps {
  const {
    exporters, otlp, logs, hostMetrics, kubeletMetrics, kubernetesAttributes, checkpoints, batch, telemetry, healthPort: _, extraConfig,
    image = IMAGE, ports, resources, env, hostPaths, volumes, privileges, kubernetesAccess, discovery, ...others
  } = props;
  const sent = exporters.map((one) => exporter(one, props));
  const asked = mergeResources(RESOURCES, resources);
  return {
    ...others,
    program: 'opentelemetry-collector',
    component: 'telemetry',
    containerName: 'otelcol',
    image,
    args: [`--config=${CONFIG_FILE}`],
    configFiles: [{ path: CONFIG_FILE, content: Yaml.stringify(collectorConfig(props, sent)) }],
    ports: [...ownPorts(props), ...(ports ?? [])],
    env: { ...variables(who, props, asked), ...Object.assign({}, ...sent.map((one) => one.env)), ...env },
    resources: asked,
    privileges: privileges ?? (logsOn(props) || checkpointsOn(props) ? Privileges.root() : undefined),
    hostNetwork: scrapersOf(props).includes(OpenTelemetryHostScraper.NETWORK) ? true : undefined,
    hostPaths: [...ownHostPaths(props), ...(hostPaths ?? [])],
    volumes: [
      ...(otlpOn(props) && otlp?.tls ? [receiverTls(otlp.tls)] : []),
      ...sent.flatMap((one) => one.volumes),
      ...(volumes ?? []),
    ],
    kubernetesAccess: [...ownAccess(props), ...(kubernetesAccess ?? [])],
    // a queue on disk is opened before the collector answers; upstream's chart kills it for that after half a minute
    startup: Probe.httpGet('/', HEALTH, { period: Duration.seconds(5), timeout: Duration.seconds(5), failureThreshold: 12 }),
    readiness: Probe.httpGet('/', HEALTH, { timeout: Duration.seconds(5) }),
    liveness: Probe.httpGet('/', HEALTH, { period: Duration.seconds(30), timeout: Duration.seconds(10) }),
    // programs find the collector of their own node, and no other
    discovery: discovery ?? (otlpOn(props) ? [Discovery.nodeLocalService({ ports: [OTLP, OTLP_HTTP] })] : []),
  };
}

function receiverTls({ secret, clientCaKey }: OpenTelemetryOtlpReceiverTls): DaemonVolume {
  const keys = ['tls.crt', 'tls.key', ...(clientCaKey === undefined ? [] : [clientCaKey])];
  return DaemonVolume.secret(RECEIVER_TLS, secret, { items: Object.fromEntries(keys.map((key) => [key, key])) });
}

function ownPorts(options: OpenTelemetryCollectorOptions): ContainerPort[] {
  const telemetry = telemetryPort(options);
  return [
    ...(otlpOn(options) ? [{ name: OTLP, number: grpcPort(options) }, { name: OTLP_HTTP, number: httpPort(options) }] : []),
    ...(telemetry === undefined ? [] : [{ name: METRICS, number: telemetry }]),
    { name: HEALTH, number: healthPort(options) },
  ];
}

function variables(who: NameAndNamespace, options: OpenTelemetryCollectorOptions, { memory }: DaemonResources): { [name: string]: EnvValue } {
  return {
    K8S_NODE_NAME: EnvValue.fromFieldRef(EnvFieldPaths.NODE_NAME),
    K8S_POD_IP: EnvValue.fromFieldRef(EnvFieldPaths.POD_IP),
    ...(needsNodeAddress(options) ? { K8S_NODE_IP: EnvValue.fromFieldRef(EnvFieldPaths.NODE_IP) } : {}),
    ...(logsOn(options) ? ownPodLogsVariable(who, [`${POD_LOGS}/`]) : {}),
    ...(memory?.limit === undefined ? {} : { GOMEMLIMIT: EnvValue.fromValue(goMemoryLimit(memory.limit)) }),
  };
}

/** The node's whole file system is needed for the usage of each mount only; it has `/proc` and `/sys` in it. */
function ownHostPaths(options: OpenTelemetryCollectorOptions): HostPath[] {
  const node = scrapersOf(options).includes(OpenTelemetryHostScraper.FILESYSTEM)
    ? [HostPath.readOnly('/', { mountPath: HOST, mountPropagation: MountPropagation.HOST_TO_CONTAINER })]
    : [HostPath.readOnly('/proc', { mountPath: `${HOST}/proc` }), HostPath.readOnly('/sys', { mountPath: `${HOST}/sys` })];
  return [
    ...(logsOn(options) ? pathsOfLogs(options).map((path) => HostPath.readOnly(path)) : []),
    ...(hostMetricsOn(options) ? node : []),
    ...(checkpointsOn(options) ? [HostPath.stateDirectory({ mountPath: STATE })] : []),
  ];
}

/**
 * What is asked, request by request. The kubelet's `/stats/summary` is `nodes/stats`, and not `nodes/proxy`, which lets its owner run commands in every container
 * (upstream: receiver/kubeletstatsreceiver, README). Pods are listed and watched, never got one by one, and namespaces only for their labels; names of
 * Deployments are told from those of their ReplicaSets, which are not read (upstream: processor/k8sattributesprocessor, internal/kube/client.go).
 */
function ownAccess(options: OpenTelemetryCollectorOptions): KubernetesAccess[] {
  const { namespaceLabels = {} } = options.kubernetesAttributes ?? {};
  const watched = ['pods', ...(Object.keys(namespaceLabels).length > 0 ? ['namespaces'] : [])];
  return [
    ...(kubeletMetricsOn(options) ? [KubernetesAccess.clusterWide({ resources: ['nodes/stats'], verbs: ['get'] })] : []),
    ...(kubernetesAttributesOn(options) ? [KubernetesAccess.clusterWide({ resources: watched, verbs: ['list', 'watch'] })] : []),
  ];
}
