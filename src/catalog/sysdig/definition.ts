import { Duration, Size } from 'cdk8s';
import { ContainerPort, Cpu, EnvFieldPaths, EnvValue } from 'cdk8s-plus-27';
import { CONFIG_FILE, PROMETHEUS_FILE, prometheusOn, renderConfig, SECRETS, selfMetricsOn, selfMetricsPort } from './config';
import { driver, neededPrivileges } from './driver';
import { ACCESS } from './kubernetes';
import { ca, proxy } from './network';
import { SysdigDaemonProps, SysdigOptions } from './props';
import { DaemonProps } from '../../daemon/daemon-props';
import { Probe } from '../../daemon/probe';
import { NameAndNamespace } from '../../daemon/render/identity';
import { DaemonResources } from '../../daemon/resources';
import { DaemonVolume } from '../../daemon/volume';
import { HostPath } from '../../host/host-path';
import { Nodes } from '../../placement/nodes';
import { Placement } from '../../placement/placement';
import { Feature, withFeatures } from '../features';
import { requiredSecret } from '../required-secret';
import { mergeResources } from '../resources';

const IMAGE = 'quay.io/sysdig/agent-slim:14.7.4';

/** Key of the Secret under which upstream's chart has the access key, and the name of the file. */
const ACCESS_KEY = 'access-key';

/** Names of the ports, for probes, Services and monitors. */
export const HEALTH = 'health';
export const METRICS = 'metrics';

/** Where the agent tells of its health, on the loopback address only. */
const HEALTH_PORT = 24483;

const ARCHITECTURES = ['amd64', 'arm64', 's390x'];

const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(250) },
  memory: { request: Size.mebibytes(512), limit: Size.gibibytes(1) },
};

/** The agent as data: the same for the daemon and, from merged options, for each of its variants. */
export function sysdig(who: NameAndNamespace, props: SysdigDaemonProps): DaemonProps {
  const {
    accessKey, collector, driver: _driver, driverBuilder, mode, clusterName, tags, captures, driftControl, prometheus, selfMetrics, coldStartElection,
    log, proxy: _proxy, ca: _ca, varData, extraConfig, image = IMAGE, resources, ports, env, hostPaths, volumes, privileges, kubernetesAccess,
    placement, terminationGracePeriod, ...others
  } = props;
  const key = requiredSecret(`SysdigDaemon '${who.name}'`, 'accessKey', "the account's access key", ACCESS_KEY, accessKey);
  return withFeatures<DaemonProps>({
    ...others,
    program: 'sysdig-agent',
    component: 'node-monitor',
    containerName: 'sysdig',
    image,
    placement: placement ?? Placement.nodes(Nodes.withArchitecture(...ARCHITECTURES)),
    hostNetwork: true,
    hostPid: true,
    env: { K8S_NODE: EnvValue.fromFieldRef(EnvFieldPaths.NODE_NAME), ...env },
    ports: [{ name: HEALTH, number: HEALTH_PORT }, ...(ports ?? [])],
    resources: mergeResources(RESOURCES, resources),
    privileges: privileges ?? neededPrivileges(props),
    configFiles: [{ path: CONFIG_FILE, content: renderConfig(who, props) }],
    volumes: [
      DaemonVolume.secret(SECRETS, key.secret, { items: { [key.key]: ACCESS_KEY } }),
      // whose leases it shares with the agents of other nodes
      DaemonVolume.podInfo('/etc/podinfo', { namespace: EnvFieldPaths.POD_NAMESPACE, name: EnvFieldPaths.POD_NAME }),
      DaemonVolume.emptyDir('/dev/shm', { inMemory: true }),
      ...(volumes ?? []),
    ],
    hostPaths: [...NODE, ...(hostPaths ?? [])],
    kubernetesAccess: [...ACCESS, ...(kubernetesAccess ?? [])],
    // it tells whether the collector and the Kubernetes API are reached: a restart brings neither back
    readiness: Probe.httpGet('/healthz', HEALTH, { host: '127.0.0.1', timeout: Duration.seconds(2), failureThreshold: 9 }),
    terminationGracePeriod: terminationGracePeriod ?? Duration.seconds(5),
  }, features(props));
}

/** What of the node it sees with every driver. Upstream writes nowhere what the agent writes there; sockets of container runtimes are among it. */
const NODE: readonly HostPath[] = [
  HostPath.readOnly('/usr', { mountPath: '/host/usr' }),
  HostPath.readOnly('/proc', { mountPath: '/host/proc' }),
  HostPath.readOnly('/sys/fs', { mountPath: '/host/sys/fs' }),
  HostPath.readOnly('/etc', { mountPath: '/host/etc' }),
  ...['/run', '/var/run', '/var/lib'].map((path) => HostPath.readWrite(path, { mountPath: `/host${path}`, shared: true })),
];

function features(options: SysdigOptions): Feature[] {
  return [
    driver(options),
    ca(options),
    proxy(options),
    ...(selfMetricsOn(options) ? [{ ports: [metricsPort(options)] }] : []),
    ...(prometheusOn(options) && options.prometheus?.config !== undefined
      ? [{ configFiles: [{ path: PROMETHEUS_FILE, content: options.prometheus.config }] }] : []),
    ...(options.varData ? [{ hostPaths: [HostPath.readWrite('/var/data', { mountPath: '/host/var/data', shared: true })] }] : []),
  ];
}

function metricsPort(options: SysdigOptions): ContainerPort {
  return { name: METRICS, number: selfMetricsPort(options) };
}
