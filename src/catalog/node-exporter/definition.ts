import { Duration, Size, Yaml } from 'cdk8s';
import { Cpu, EnvFieldPaths, EnvValue, HostPathVolumeType, MountPropagation } from 'cdk8s-plus-27';
import { disabledCollectors, enabledCollectors, isOn, neededPrivileges, needsDbus } from './collectors';
import { EXCLUDED_MOUNT_POINTS, EXCLUDED_NETWORK_DEVICES } from '../pods-on-node';
import { NodeExporterDaemonProps, NodeExporterListen, NodeExporterTls } from './props';
import { ConfigFile } from '../../daemon/container';
import { HttpProbeOptions, Probe } from '../../daemon/probe';
import { DaemonResources } from '../../daemon/resources';
import { NodeMonitorDaemonProps } from '../../daemon/roles/node-monitor';
import { DaemonVolume } from '../../daemon/volume';
import { Discovery } from '../../discovery/discovery';
import { HostPath } from '../../host/host-path';
import { mergeResources } from '../resources';

const IMAGE = 'quay.io/prometheus/node-exporter:v1.12.1';

/** Name of the port, for probes, Services and monitors. */
export const METRICS = 'metrics';

const TEXTFILES = '/host/textfile';
const WEB_CONFIG = '/etc/node-exporter';
const CERTIFICATES = '/etc/node-exporter-tls';

/** Brackets are right for both families; Go takes an IPv4 address in brackets too. */
const ADDRESS = {
  [NodeExporterListen.NODE_ADDRESS]: '[$(HOST_IP)]',
  [NodeExporterListen.ALL_INTERFACES]: '',
  [NodeExporterListen.LOOPBACK]: '127.0.0.1',
};

const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(100) },
  memory: { request: Size.mebibytes(64), limit: Size.mebibytes(180) },
};

/** node-exporter as data: the same for the daemon and, from merged options, for each of its variants. */
export function nodeExporter(props: NodeExporterDaemonProps): NodeMonitorDaemonProps {
  const {
    image = IMAGE, port = 9100, listen = NodeExporterListen.NODE_ADDRESS, collectors, textfileDirectory, filesystem, networkDevicesExclude, tls,
    webConfig, privileges, extraArgs, env, resources, discovery, ...others
  } = props;
  const isLocal = listen === NodeExporterListen.LOOPBACK;
  return {
    ...others,
    program: 'node-exporter',
    containerName: 'node-exporter',
    image,
    args: [...args(props, `${ADDRESS[listen]}:${port}`), ...(extraArgs ?? [])],
    ports: [{ name: METRICS, number: port }],
    env: { ...(listen === NodeExporterListen.NODE_ADDRESS ? { HOST_IP: EnvValue.fromFieldRef(EnvFieldPaths.NODE_IP) } : {}), ...env },
    resources: mergeResources(RESOURCES, resources),
    privileges: privileges ?? neededPrivileges(props),
    hostPaths: hostPaths(props),
    configFiles: tls && [webConfigFile(tls)],
    volumes: [
      ...(tls ? [DaemonVolume.secret(CERTIFICATES, tls.secret)] : []),
      ...(webConfig ? [DaemonVolume.secret(WEB_CONFIG, webConfig.secret)] : []),
    ],
    readiness: probe(props, { timeout: Duration.seconds(5) }),
    // generous: a node so busy that its exporter is late needs it most
    liveness: probe(props, { period: Duration.seconds(30), timeout: Duration.seconds(10) }),
    // nobody but the node itself reaches the loopback address
    discovery: discovery ?? (isLocal ? [] : [Discovery.headless()]),
  };
}

/** The arguments that the options stand for, without `extraArgs`. */
export function args(props: NodeExporterDaemonProps, address: string): string[] {
  const { collectors, textfileDirectory, tls, webConfig, rootFilesystem = true } = props;
  return [
    '--path.procfs=/host/proc',
    '--path.sysfs=/host/sys',
    ...(rootFilesystem ? ['--path.rootfs=/host/root', '--path.udev.data=/host/root/run/udev/data'] : []),
    `--web.listen-address=${address}`,
    ...(tls ? [`--web.config.file=${webConfigFile(tls).path}`] : []),
    ...(webConfig ? [`--web.config.file=${WEB_CONFIG}/${webConfig.key ?? 'web.yml'}`] : []),
    ...(collectors?.disableDefaults ? ['--collector.disable-defaults'] : []),
    ...enabledCollectors(props).map((name) => `--collector.${name}`),
    ...disabledCollectors(props).map((name) => `--no-collector.${name}`),
    ...(textfileDirectory === undefined ? [] : [`--collector.textfile.directory=${TEXTFILES}`]),
    ...filesystemArgs(props),
    ...networkArgs(props),
  ];
}

/** Include and exclude flags shut each other out; an empty one replaces the exporter's own default. */
function filesystemArgs(props: NodeExporterDaemonProps): string[] {
  const { mountPointsInclude, fsTypesExclude, fsTypesInclude, ...filesystem } = props.filesystem ?? {};
  const mountPointsExclude = filesystem.mountPointsExclude ?? (mountPointsInclude === undefined ? EXCLUDED_MOUNT_POINTS : undefined);
  const flags = {
    'mount-points-exclude': mountPointsExclude,
    'mount-points-include': mountPointsInclude,
    'fs-types-exclude': fsTypesExclude,
    'fs-types-include': fsTypesInclude,
  };
  return isOn(props, 'filesystem')
    ? Object.entries(flags).filter(([, value]) => value !== undefined).map(([name, value]) => `--collector.filesystem.${name}=${value}`)
    : [];
}

/** An empty expression would match every device in `netclass`, so none is written. */
function networkArgs(props: NodeExporterDaemonProps): string[] {
  const { networkDevicesExclude = EXCLUDED_NETWORK_DEVICES } = props;
  const flags = { netdev: 'device-exclude', netclass: 'ignored-devices', arp: 'device-exclude' };
  return Object.entries(flags).filter(([collector]) => networkDevicesExclude !== '' && isOn(props, collector))
    .map(([collector, flag]) => `--collector.${collector}.${flag}=${networkDevicesExclude}`);
}

function hostPaths(props: NodeExporterDaemonProps): HostPath[] {
  // where the node's root is no shared mount, its directories are none either
  const { textfileDirectory, rootMountPropagation: mountPropagation = MountPropagation.HOST_TO_CONTAINER } = props;
  return [
    ...(textfileDirectory === undefined ? []
      : [HostPath.readOnly(textfileDirectory, { mountPath: TEXTFILES, mountPropagation, type: HostPathVolumeType.DIRECTORY_OR_CREATE })]),
    // where the D-Bus library looks; everybody may connect, the bus decides who may ask what
    ...(needsDbus(props) ? [HostPath.readOnly('/run/dbus', { mountPath: '/var/run/dbus' })] : []),
  ];
}

function webConfigFile({ clientCaKey }: NodeExporterTls): ConfigFile {
  const clients = clientCaKey === undefined ? {} : { client_auth_type: 'RequireAndVerifyClientCert', client_ca_file: `${CERTIFICATES}/${clientCaKey}` };
  const server = { cert_file: `${CERTIFICATES}/tls.crt`, key_file: `${CERTIFICATES}/tls.key`, ...clients };
  return { path: `${WEB_CONFIG}/web.yml`, content: Yaml.stringify({ tls_server_config: server }) };
}

/**
 * The start page, which runs no collector. The kubelet asks the pod's address, which on the host network is the node's; the loopback address
 * has to be said, which Pod Security's baseline forbids, but the host's namespaces and paths are beyond it anyway. Where the kubelet would need
 * a certificate or a password, an open port is enough; on the loopback address it cannot be asked for one.
 */
function probe({ listen, tls, webConfig }: NodeExporterDaemonProps, options: HttpProbeOptions): Probe | undefined {
  const isLocal = listen === NodeExporterListen.LOOPBACK;
  if (webConfig !== undefined || tls?.clientCaKey !== undefined) {
    return isLocal ? undefined : Probe.tcpSocket(METRICS, options);
  }
  return Probe.httpGet('/', METRICS, { ...options, https: tls !== undefined, host: isLocal ? '127.0.0.1' : undefined });
}
