import { Duration, Size } from 'cdk8s';
import { ContainerPort, Cpu, EnvFieldPaths, EnvValue } from 'cdk8s-plus-27';
import { LogOutput } from '../log-output/log-output';
import { ownPodLogsVariable } from '../log-source/log-files';
import { forwardPorts, isFiles, pathsOf } from '../log-source/resolve';
import { chunkLimit, FLUSH_THREADS } from './config/buffer';
import { metadataEnabled, renderFilters } from './config/filters';
import { renderMetrics } from './config/metrics';
import { renderOutput } from './config/outputs';
import { CONFIG_FILE, STATE } from './config/paths';
import { renderJoin, renderSource, sourcesOf } from './config/sources';
import { kibibytesOf } from './config/units';
import { printConfig, Section } from './config/writer';
import { publishedImages } from './image';
import { FluentdDaemonProps, FluentdOptions } from './props';
import { Probe } from '../../daemon/probe';
import { NameAndNamespace } from '../../daemon/render/identity';
import { DaemonResources } from '../../daemon/resources';
import { LogCollectorDaemonProps } from '../../daemon/roles/log-collector';
import { DaemonVolume } from '../../daemon/volume';
import { mergeResources } from '../resources';

/** Names of the ports, for probes, Services and monitors. */
export const METRICS = 'metrics';
export const FORWARD = 'forward';

const METRICS_PATH = '/metrics';

/**
 * Ruby takes no directory for temporary files that everybody may write to, as an emptyDir is (fluent/fluentd-kubernetes-daemonset#1393), so a private one
 * is made inside of it.
 */
const TEMPORARY = '/tmp/fluentd';

const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(100) },
  memory: { request: Size.mebibytes(256), limit: Size.mebibytes(512) },
};

/** Fluentd as data: the same for the daemon and, from merged options, for each of its variants. */
export function fluentd(who: NameAndNamespace, props: FluentdDaemonProps): LogCollectorDaemonProps {
  const {
    output, sources, metadata, buffer, metrics, extraConfig, image, resources, env, volumes, terminationGracePeriod, ...others
  } = props;
  const destination = renderOutput(output, buffer ?? {});
  return {
    ...others,
    program: 'fluentd',
    containerName: 'fluentd',
    image: image ?? publishedImages(output)[0],
    ...start(),
    ports: ports(props),
    env: { ...ownVariables(who, props), ...destination.env, ...env },
    resources: mergeResources(RESOURCES, resources),
    configFiles: [{ path: CONFIG_FILE, content: fluentConf(props, destination.match) }],
    volumes: [DaemonVolume.emptyDir('/tmp', { sizeLimit: temporarySize(props) }), ...destination.volumes, ...(volumes ?? [])],
    stateMountPath: STATE,
    kubernetesMetadata: metadataEnabled(props),
    ...probes(props),
    // at the end everything is sent once more, by requests of up to 30 seconds; what is left stays on the node's disk for the next pod
    terminationGracePeriod: terminationGracePeriod ?? Duration.seconds(60),
  };
}

/**
 * Fluentd itself, in place of the image's `/fluentd/entrypoint.sh`: that looks for its configuration in `/fluentd/etc` only, and edits the variables
 * of the image's own configuration with a script that ends the container for some values. `tini` hands signals on, as there. Gems are found by
 * the image's `GEM_PATH`; `--gemfile` would have no effect in the image (`FLUENTD_DISABLE_BUNDLER_INJECTION`), and install from the internet in others.
 * The configuration is not dumped into the log, where user names would show.
 */
function start(): Pick<LogCollectorDaemonProps, 'command' | 'args'> {
  return {
    command: ['tini', '--', 'sh', '-c', 'mkdir -p -m 700 "$TMPDIR" && exec fluentd "$@"', 'fluentd'],
    args: ['-c', CONFIG_FILE, '-p', '/fluentd/plugins', '--suppress-config-dump'],
  };
}

function ports(options: FluentdOptions): ContainerPort[] {
  return [
    ...(metricsPort(options) === undefined ? [] : [{ name: METRICS, number: metricsPort(options)! }]),
    ...forwardPorts(sourcesOf(options)),
  ];
}

/** Undefined where there are no metrics. */
export function metricsPort({ metrics = {} }: FluentdOptions): number | undefined {
  return metrics.enabled ?? true ? metrics.port ?? 24231 : undefined;
}

function ownVariables(who: NameAndNamespace, options: FluentdOptions): { [name: string]: EnvValue } {
  const sources = sourcesOf(options);
  return {
    TMPDIR: EnvValue.fromValue(TEMPORARY),
    ...ownPodLogsVariable(who, pathsOf(sources)),
    ...(metricsPort(options) === undefined ? {} : { K8S_POD_IPS: EnvValue.fromFieldRef(EnvFieldPaths.POD_IPS) }),
    ...(forwardPorts(sources).length > 0 ? { K8S_POD_IP: EnvValue.fromFieldRef(EnvFieldPaths.POD_IP) } : {}),
  };
}

/** The configuration file. */
function fluentConf(props: FluentdDaemonProps, match: Section): string {
  const sources = sourcesOf(props);
  return printConfig([
    // Fluentd's own messages are in its log; as events they would reach the final <match **>
    { name: 'label', argument: '@FLUENT_LOG', sections: [{ name: 'match', argument: '**', params: { '@type': 'null', '@id': 'out_fluent_log' } }] },
    ...renderMetrics(metricsPort(props), METRICS_PATH),
    ...sources.map((source) => renderSource(source)),
    ...renderJoin(sources.filter(isFiles)),
    ...renderFilters(props, props.output),
    ...(props.extraConfig === undefined ? [] : [props.extraConfig]),
    match,
  ]);
}

/** Objects for S3 are packed in a temporary file, one for each request on the way. */
function temporarySize({ output, buffer = {} }: { readonly output: LogOutput } & FluentdOptions): Size {
  const packed = output._destinations.filter(({ kind }) => kind === 's3').length * (buffer.flushThreads ?? FLUSH_THREADS);
  return Size.mebibytes(64 + Math.ceil(packed * kibibytesOf(chunkLimit(buffer, 's3')) / 1024));
}

/** The metrics' page is Fluentd's only sign of life. A start takes as long as Ruby needs to load all plugins on a busy node. */
function probes(options: FluentdOptions): Pick<LogCollectorDaemonProps, 'startup' | 'liveness' | 'readiness'> {
  if (metricsPort(options) === undefined) {
    return {};
  }
  const timeout = Duration.seconds(5);
  return {
    startup: Probe.httpGet(METRICS_PATH, METRICS, { period: Duration.seconds(5), timeout, failureThreshold: 36 }),
    readiness: Probe.httpGet(METRICS_PATH, METRICS, { timeout }),
    liveness: Probe.httpGet(METRICS_PATH, METRICS, { period: Duration.seconds(30), timeout: Duration.seconds(10), failureThreshold: 4 }),
  };
}
