import { Duration, Size, Yaml } from 'cdk8s';
import { Cpu, EnvFieldPaths, EnvValue } from 'cdk8s-plus-27';
import { collectorArgs, enabledCollectors } from './collectors';
import { WindowsExporterDaemonProps } from './props';
import { ConfigFile, DaemonContainer } from '../../daemon/container';
import { Probe } from '../../daemon/probe';
import { DaemonResources } from '../../daemon/resources';
import { NodeMonitorDaemonProps } from '../../daemon/roles/node-monitor';
import { Discovery } from '../../discovery/discovery';
import { Privileges } from '../../host/privileges';
import { Placement } from '../../placement/placement';
import { mergeResources } from '../resources';

const IMAGE = 'ghcr.io/prometheus-community/windows-exporter:0.31.8';

/** Name of the port, for probes, Services and monitors. */
const METRICS = 'metrics';

const CONFIG = '/etc/windows-exporter/config.yml';

/** Where a process of the node finds the volumes of its pod; the node puts the directory in, in arguments too. */
const VOLUMES = '%CONTAINER_SANDBOX_MOUNT_POINT%';

const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(100) },
  memory: { request: Size.mebibytes(64), limit: Size.mebibytes(256) },
};

/** windows-exporter as data: the same for the daemon and, from merged options, for each of its variants. */
export function windowsExporter(props: WindowsExporterDaemonProps): NodeMonitorDaemonProps {
  const {
    image = IMAGE, port = 9182, allInterfaces = false, firewallRule = true, collectors, services, processes, volumes, networkInterfaces,
    scheduledTasks, textfileDirectories, user, extraArgs, env, resources, discovery, placement, ...others
  } = props;
  return {
    ...others,
    program: 'windows-exporter',
    containerName: 'windows-exporter',
    placement: placement ?? Placement.windows(),
    image,
    args: [...args(props), ...(extraArgs ?? [])],
    ports: [{ name: METRICS, number: port }],
    env: { ...(allInterfaces ? {} : { HOST_IP: EnvValue.fromFieldRef(EnvFieldPaths.NODE_IP) }), ...env },
    resources: mergeResources(RESOURCES, resources),
    privileges: Privileges.hostProcess('reads the performance counters, services and containers of its node', user),
    configFiles: [configFile(props)],
    initContainers: firewallRule ? [firewall(image, port)] : undefined,
    readiness: Probe.httpGet('/health', METRICS, { timeout: Duration.seconds(5) }),
    // generous: a node so busy that its exporter is late needs it most
    liveness: Probe.httpGet('/health', METRICS, { period: Duration.seconds(30), timeout: Duration.seconds(10) }),
    discovery: discovery ?? [Discovery.headless()],
  };
}

/** The arguments that the options stand for, without `extraArgs`. Brackets are right for both families; Go takes an IPv4 address in brackets too. */
export function args(props: WindowsExporterDaemonProps): string[] {
  const { port = 9182, allInterfaces = false } = props;
  return [
    `--config.file=${VOLUMES}${CONFIG}`,
    `--web.listen-address=${allInterfaces ? '' : '[$(HOST_IP)]'}:${port}`,
    ...collectorArgs(props),
  ];
}

function configFile(props: WindowsExporterDaemonProps): ConfigFile {
  const enabled = [...(props.collectors?.disableDefaults ? [] : ['[defaults]']), ...enabledCollectors(props)];
  return { path: CONFIG, content: Yaml.stringify({ collectors: { enabled: enabled.join(',') } }) };
}

/** One rule for each port, whatever was there before: a start that only added one would leave as many as there were starts. */
function firewall(image: string, port: number): DaemonContainer {
  const name = `windows-exporter-${port}`;
  const script = [
    "$ErrorActionPreference = 'Stop'",
    `Remove-NetFirewallRule -Name '${name}' -ErrorAction SilentlyContinue`,
    `New-NetFirewallRule -Name '${name}' -DisplayName '${name}' -Direction Inbound -Profile Any -Action Allow -Protocol TCP -LocalPort ${port}`,
  ].join('; ');
  return {
    name: 'firewall',
    image,
    command: ['powershell.exe', '-NoProfile', '-NonInteractive', '-Command', script],
    resources: RESOURCES,
    privileges: Privileges.hostProcess('lets its port through the firewall of the node'),
  };
}
