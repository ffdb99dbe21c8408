import { Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { collectdConf } from './config/collectd-conf';
import { PROMETHEUS_PORT, renderOutputs } from './config/outputs';
import { neededPrivileges } from './needs';
import { CollectdOutput } from './output';
import { CollectdPlugin } from './plugin';
import { CollectdDaemonProps, CollectdOptions } from './props';
import { RUN, start, TEMPLATE } from './start';
import { Probe } from '../../daemon/probe';
import { DaemonResources } from '../../daemon/resources';
import { NodeMonitorDaemonProps } from '../../daemon/roles/node-monitor';
import { DaemonVolume } from '../../daemon/volume';
import { Discovery } from '../../discovery/discovery';
import { mergeResources } from '../resources';

/** Name of the port, for probes, Services and monitors. */
export const METRICS = 'metrics';

const METRICS_PATH = '/metrics';

const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(50) },
  memory: { request: Size.mebibytes(64), limit: Size.mebibytes(128) },
};

/** collectd as data: the same for the daemon and, from merged options, for each of its variants. */
export function collectd(props: CollectdDaemonProps): NodeMonitorDaemonProps {
  const {
    plugins, outputs, interval, readThreads, writeThreads, writeQueueLimit, extraConfig, privileges, hostPaths, volumes, env, resources, discovery,
    ...others
  } = props;
  const needs = pluginsOf(props).map(({ _needs }) => _needs);
  const destinations = renderOutputs(outputsOf(props));
  const port = metricsPort(props);
  return {
    ...others,
    program: 'collectd',
    containerName: 'collectd',
    ...start(),
    ports: port === undefined ? undefined : [{ name: METRICS, number: port }],
    env: { ...destinations.env, ...env },
    resources: mergeResources(RESOURCES, resources),
    configFiles: [{ path: TEMPLATE, content: collectdConf(props, pluginsOf(props), outputsOf(props)) }],
    volumes: [DaemonVolume.emptyDir(RUN, { inMemory: true, sizeLimit: Size.mebibytes(2) }), ...destinations.volumes, ...(volumes ?? [])],
    hostPaths: [...needs.flatMap((need) => need.hostPaths ?? []), ...(hostPaths ?? [])],
    privileges: privileges ?? neededPrivileges(needs),
    // collectd has no option for another place than its own /proc and /sys, and most of what is there is the node's anyway
    kernelFilesystems: false,
    rootFilesystem: needs.some((need) => need.rootFilesystem),
    hostNetwork: needs.some((need) => need.hostNetwork),
    hostPid: needs.some((need) => need.hostPid),
    ...probes(port),
    discovery: discovery ?? (port === undefined ? [] : [Discovery.headless()]),
  };
}

export function pluginsOf({ plugins }: CollectdOptions): CollectdPlugin[] {
  return plugins ?? [
    CollectdPlugin.cpu(), CollectdPlugin.df(), CollectdPlugin.disk(), CollectdPlugin.networkInterface(),
    CollectdPlugin.load(), CollectdPlugin.memory(), CollectdPlugin.swap(), CollectdPlugin.uptime(),
  ];
}

export function outputsOf({ outputs }: CollectdOptions): CollectdOutput[] {
  return outputs ?? [CollectdOutput.prometheus()];
}

/** Undefined where Prometheus gets nothing. */
function metricsPort(options: CollectdOptions): number | undefined {
  const [port] = outputsOf(options).flatMap(({ _data }) => (_data.kind === 'prometheus' ? [_data.options.port ?? PROMETHEUS_PORT] : []));
  return port;
}

/** The page is collectd's only sign of life: what only sends has none. */
function probes(port: number | undefined): Pick<NodeMonitorDaemonProps, 'liveness' | 'readiness'> {
  return port === undefined ? {} : {
    readiness: Probe.httpGet(METRICS_PATH, METRICS, { timeout: Duration.seconds(5) }),
    // generous: a node so busy that its monitor is late needs it most
    liveness: Probe.httpGet(METRICS_PATH, METRICS, { period: Duration.seconds(30), timeout: Duration.seconds(10) }),
  };
}
