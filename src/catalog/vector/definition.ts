import { Duration, Size } from 'cdk8s';
import { ContainerPort, Cpu, EnvFieldPaths, EnvValue } from 'cdk8s-plus-27';
import { vectorConfig } from './config/config';
import { apiPort, measuresNode, metricsPort } from './config/metrics';
import { CONFIG_FILE, NODE_PROC, NODE_SYS, STATE } from './config/paths';
import { renderSinks } from './config/sinks';
import { asksForNamespaces, containersOf, PODS, sourcesOf } from './config/sources';
import { vectorText } from './config/yaml';
import { VectorDaemonProps, VectorLogLevel, VectorOptions } from './props';
import { KubernetesAccess } from '../../daemon/kubernetes-access';
import { Probe } from '../../daemon/probe';
import { NameAndNamespace } from '../../daemon/render/identity';
import { DaemonResources } from '../../daemon/resources';
import { LogCollectorDaemonProps } from '../../daemon/roles/log-collector';
import { HostPath } from '../../host/host-path';
import { ownPodLogsVariable } from '../log-source/log-files';
import { forwardPorts, pathsOf } from '../log-source/resolve';
import { mergeResources } from '../resources';

const REPOSITORY = 'docker.io/timberio/vector';
const RELEASE = '0.56.0';

/** Names of the ports, for probes, Services and monitors. */
export const [METRICS, API] = ['metrics', 'api'];

const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(100) },
  memory: { request: Size.mebibytes(256), limit: Size.mebibytes(512) },
};

/** Between the end of its own grace time and the kubelet's patience. */
const LEFT_FOR_EXIT = Duration.seconds(10);

/** Vector as data: the same for the daemon and, from merged options, for each of its variants. */
export function vector(who: NameAndNamespace, props: VectorDaemonProps): LogCollectorDaemonProps {
  const {
    output, sources, metadata, remap, buffer, acknowledgements, metrics, api, listenAddress, logLevel, extraConfig, image, resources, env, hostPaths,
    volumes, terminationGracePeriod = Duration.seconds(60), ...others
  } = props;
  const destinations = renderSinks(props);
  const grace = Math.max(1, (terminationGracePeriod.toMilliseconds() - LEFT_FOR_EXIT.toMilliseconds()) / 1000);
  return {
    ...others,
    program: 'vector',
    containerName: 'vector',
    image: image ?? publishedImage(props),
    args: [`--config=${CONFIG_FILE}`, `--graceful-shutdown-limit-secs=${Math.floor(grace)}`],
    ports: ports(props),
    env: { ...ownVariables(who, props), ...destinations.env, ...env },
    resources: mergeResources(RESOURCES, resources),
    configFiles: [{ path: CONFIG_FILE, content: vectorText(vectorConfig(props, destinations.sinks)) }],
    hostPaths: [
      ...(measuresNode(props) ? [HostPath.readOnly('/proc', { mountPath: NODE_PROC }), HostPath.readOnly('/sys', { mountPath: NODE_SYS })] : []),
      ...(hostPaths ?? []),
    ],
    volumes: [...destinations.volumes, ...(volumes ?? [])],
    stateMountPath: STATE,
    kubernetesAccess: containersOf(props).length === 0 ? [] : [KubernetesAccess.clusterWide(metadataRule(props))],
    ...probes(props),
    // what is gathered is sent; what is left stays on the node's disk for the next pod
    terminationGracePeriod,
  };
}

/** Upstream: distribution/docker. Only the image made of Debian has systemd, and `journalctl` with it. */
function publishedImage(options: VectorOptions): string {
  return `${REPOSITORY}:${RELEASE}-${sourcesOf(options).some(({ kind }) => kind === 'systemd') ? 'debian' : 'distroless-libc'}`;
}

/** What kubernetes_logs watches: the node's pods, by which it finds files; the node itself, whether its labels are wanted or not; all namespaces. */
function metadataRule(options: VectorOptions) {
  return { resources: ['pods', 'nodes', ...(asksForNamespaces(options.metadata ?? {}) ? ['namespaces'] : [])], verbs: ['list', 'watch'] };
}

function ports(options: VectorOptions): ContainerPort[] {
  const own = { [METRICS]: metricsPort(options), [API]: apiPort(options) };
  return [
    ...Object.entries(own).flatMap(([name, number]) => (number === undefined ? [] : [{ name, number }])),
    ...forwardPorts(sourcesOf(options)),
  ];
}

function ownVariables(who: NameAndNamespace, options: VectorOptions): { [name: string]: EnvValue } {
  const containers = containersOf(options).length > 0;
  const node = measuresNode(options);
  return {
    VECTOR_LOG: EnvValue.fromValue(options.logLevel ?? VectorLogLevel.INFO),
    // from 0.57 on variables of the configuration are filled in only where this is said; older ones always do
    VECTOR_DANGEROUSLY_ALLOW_ENV_VAR_INTERPOLATION: EnvValue.fromValue('true'),
    ...(containers ? { VECTOR_SELF_NODE_NAME: EnvValue.fromFieldRef(EnvFieldPaths.NODE_NAME) } : {}),
    ...ownPodLogsVariable(who, [...(containers ? [`${PODS}/`] : []), ...pathsOf(sourcesOf(options))]),
    ...(node ? { PROCFS_ROOT: EnvValue.fromValue(NODE_PROC), SYSFS_ROOT: EnvValue.fromValue(NODE_SYS) } : {}),
  };
}

/** Whatever answers, answers as long as Vector works at all: a destination that is away is no reason to restart. */
function probes(options: VectorOptions): Pick<LogCollectorDaemonProps, 'liveness' | 'readiness'> {
  const hasApi = apiPort(options) !== undefined;
  if (!hasApi && metricsPort(options) === undefined) {
    return {};
  }
  const [page, port] = hasApi ? ['/health', API] : ['/metrics', METRICS];
  return {
    readiness: Probe.httpGet(page, port, { timeout: Duration.seconds(5) }),
    liveness: Probe.httpGet(page, port, { period: Duration.seconds(30), timeout: Duration.seconds(10), failureThreshold: 4 }),
  };
}
