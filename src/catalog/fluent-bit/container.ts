import { Duration, Size } from 'cdk8s';
import { ContainerPort, Cpu, EnvFieldPaths, EnvValue } from 'cdk8s-plus-27';
import { FluentBitPipeline, fluentBitYaml, metricsPort } from './config/config';
import { kubeletOf, metadataRules, NODE_IP } from './config/filters';
import { CONFIG_FILE, STATE } from './config/paths';
import { POD_IP, sourcesOf } from './config/sources';
import { FluentBitOptions } from './props';
import { KubernetesAccess } from '../../daemon/kubernetes-access';
import { Probe } from '../../daemon/probe';
import { NameAndNamespace } from '../../daemon/render/identity';
import { DaemonResources } from '../../daemon/resources';
import { LogCollectorDaemonProps } from '../../daemon/roles/log-collector';
import { ownPodLogsVariable } from '../log-source/log-files';
import { forwardPorts, pathsOf } from '../log-source/resolve';

/** Name of the port, for probes, Services and monitors. */
export const METRICS = 'metrics';

/** How long it may take to end where nothing else is said. */
export const GRACE = Duration.seconds(60);

export const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(100) },
  memory: { request: Size.mebibytes(128), limit: Size.mebibytes(256) },
};

/** Between the end of its own grace time and the kubelet's patience. */
const LEFT_FOR_EXIT = Duration.seconds(10);

/** Fluent Bit as a container, wherever it sends to: a daemon of its own, or a part of an agent. */
export type FluentBitContainer = Pick<LogCollectorDaemonProps, 'command' | 'args' | 'ports' | 'env' | 'configFiles' | 'stateMountPath' | 'kubernetesAccess' | 'liveness' | 'readiness'>;

/** @param terminationGracePeriod of the pod */
export function fluentBitContainer(
  who: NameAndNamespace, options: FluentBitOptions, pipeline: FluentBitPipeline, terminationGracePeriod: Duration,
): FluentBitContainer {
  const grace = Duration.millis(Math.max(0, terminationGracePeriod.toMilliseconds() - LEFT_FOR_EXIT.toMilliseconds()));
  return {
    command: ['/fluent-bit/bin/fluent-bit'],
    args: [`--config=${CONFIG_FILE}`],
    ports: ports(options),
    env: ownVariables(who, options),
    configFiles: [{ path: CONFIG_FILE, content: fluentBitYaml(options, pipeline, grace) }],
    stateMountPath: STATE,
    kubernetesAccess: metadataRules(options).map((rule) => KubernetesAccess.clusterWide(rule)),
    ...probes(options),
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
