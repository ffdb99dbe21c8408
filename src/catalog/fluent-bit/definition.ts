import { Duration, Size } from 'cdk8s';
import { ContainerPort, Cpu, EnvFieldPaths, EnvValue } from 'cdk8s-plus-27';
import { fluentBitYaml, metricsPort } from './config/config';
import { kubeletOf, metadataRules, NODE_IP } from './config/filters';
import { renderOutputs } from './config/outputs';
import { CONFIG_FILE, STATE } from './config/paths';
import { POD_IP, sourcesOf } from './config/sources';
import { FluentBitDaemonProps, FluentBitOptions } from './props';
import { KubernetesAccess } from '../../daemon/kubernetes-access';
import { Probe } from '../../daemon/probe';
import { NameAndNamespace } from '../../daemon/render/identity';
import { DaemonResources } from '../../daemon/resources';
import { LogCollectorDaemonProps } from '../../daemon/roles/log-collector';
import { ownPodLogsVariable } from '../log-source/log-files';
import { forwardPorts, pathsOf } from '../log-source/resolve';
import { mergeResources } from '../resources';

const IMAGE = 'cr.fluentbit.io/fluent/fluent-bit:5.1.1';

/** Names of the ports, for probes, Services and monitors. */
export const METRICS = 'metrics';

const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(100) },
  memory: { request: Size.mebibytes(128), limit: Size.mebibytes(256) },
};

/** Between the end of its own grace time and the kubelet's patience. */
const LEFT_FOR_EXIT = Duration.seconds(10);

/** Fluent Bit as data: the same for the daemon and, from merged options, for each of its variants. */
export function fluentBit(who: NameAndNamespace, props: FluentBitDaemonProps): LogCollectorDaemonProps {
  const {
    output, sources, metadata, buffer, metrics, logLevel, extraConfig, image = IMAGE, resources, env, volumes,
    terminationGracePeriod = Duration.seconds(60), ...others
  } = props;
  const destinations = renderOutputs(props);
  const grace = Duration.millis(Math.max(0, terminationGracePeriod.toMilliseconds() - LEFT_FOR_EXIT.toMilliseconds()));
  return {
    ...others,
    program: 'fluent-bit',
    containerName: 'fluent-bit',
    image,
    command: ['/fluent-bit/bin/fluent-bit'],
    args: [`--config=${CONFIG_FILE}`],
    ports: ports(props),
    env: { ...ownVariables(who, props), ...destinations.env, ...env },
    resources: mergeResources(RESOURCES, resources),
    configFiles: [{ path: CONFIG_FILE, content: fluentBitYaml(props, destinations.outputs, grace) }],
    volumes: [...destinations.volumes, ...(volumes ?? [])],
    stateMountPath: STATE,
    kubernetesAccess: metadataRules(props).map((rule) => KubernetesAccess.clusterWide(rule)),
    ...probes(props),
    // at the end what is in memory is sent once more; what is left stays on the node's disk for the next pod
    terminationGracePeriod,
  };
}

function ports(options: FluentBitOptions): ContainerPort[] {
  const port = metricsPort(options);
  return [...(port === undefined ? [] : [{ name: METRICS, number: port }]), ...forwardPorts(sourcesOf(options))];
}

function ownVariables(who: NameAndNamespace, options: FluentBitOptions): { [name: string]: EnvValue } {
  const sources = sourcesOf(options);
  const listens = metricsPort(options) !== undefined || forwardPorts(sources).length > 0;
  return {
    ...ownPodLogsVariable(who, pathsOf(sources)),
    ...(listens ? { [POD_IP]: EnvValue.fromFieldRef(EnvFieldPaths.POD_IP) } : {}),
    ...(kubeletOf(options) ? { [NODE_IP]: EnvValue.fromFieldRef(EnvFieldPaths.NODE_IP) } : {}),
  };
}

/** The start page answers as long as Fluent Bit works at all: a destination that is away is no reason to restart. */
function probes(options: FluentBitOptions): Pick<LogCollectorDaemonProps, 'liveness' | 'readiness'> {
  if (metricsPort(options) === undefined) {
    return {};
  }
  const page = options.metrics?.health === undefined ? '/' : '/api/v2/health';
  return {
    readiness: Probe.httpGet(page, METRICS, { timeout: Duration.seconds(5) }),
    liveness: Probe.httpGet('/', METRICS, { period: Duration.seconds(30), timeout: Duration.seconds(10), failureThreshold: 4 }),
  };
}
