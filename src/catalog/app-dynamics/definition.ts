import { Duration, Size } from 'cdk8s';
import { Cpu, EnvFieldPaths, EnvValue, HostPathVolumeType } from 'cdk8s-plus-27';
import { log4j } from './config/log4j';
import { AppDynamicsLogLevel } from './log-level';
import { netvizOn, netvizPart } from './netviz';
import { AppDynamicsDaemonProps, AppDynamicsOptions } from './props';
import { DaemonProps } from '../../daemon/daemon-props';
import { Probe } from '../../daemon/probe';
import { NameAndNamespace } from '../../daemon/render/identity';
import { DaemonResources } from '../../daemon/resources';
import { DaemonVolume } from '../../daemon/volume';
import { Discovery } from '../../discovery/discovery';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { Feature, withFeatures } from '../features';
import { requiredSecret } from '../required-secret';
import { mergeResources } from '../resources';

/** Name of the port of the analytics agent, for Services. */
const ANALYTICS = 'analytics';
const ANALYTICS_PORT = 9090;

const LOG_FILE = '/opt/appdynamics/conf/logging/log4j.xml';
const PROXY_PASSWORD = '/etc/appdynamics-proxy';

const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(200) },
  memory: { request: Size.mebibytes(800), limit: Size.gibibytes(1) },
};

const RESOURCES_WITH_ANALYTICS: DaemonResources = {
  cpu: { request: Cpu.millis(300) },
  memory: { request: Size.gibibytes(1), limit: Size.gibibytes(2) },
};

export function analyticsOn({ analytics }: AppDynamicsOptions): boolean {
  return analytics !== undefined && (analytics.enabled ?? true);
}

export function dockerOn({ docker }: AppDynamicsOptions): boolean {
  return docker !== undefined && (docker.enabled ?? true);
}

/** The agent as data: the same for the daemon and, from merged options, for each of its variants. */
export function appDynamics(who: NameAndNamespace, props: AppDynamicsDaemonProps): DaemonProps {
  const {
    accessKey, controller, serverVisibility, docker, analytics, netviz: _, hierarchyPath, metricLimit, properties, logLevel, proxy,
    hostNetwork = true, resources, ports, env, hostPaths, volumes, privileges, containers, discovery, ...others
  } = props;
  const key = requiredSecret(`AppDynamicsDaemon '${who.name}'`, 'accessKey', "the account's access key", 'controller-key', accessKey);
  if (controller === undefined) {
    throw new Error(`AppDynamicsDaemon '${who.name}' needs controller: where everything is sent; say controller: { host: '…', account: '…' }`);
  }
  return withFeatures<DaemonProps>({
    ...others,
    program: 'appdynamics-machine-agent',
    component: 'node-monitor',
    containerName: 'machine-agent',
    hostNetwork,
    hostPid: true,
    // of the network agent alone, as upstream has it
    hostIpc: netvizOn(props) ? true : undefined,
    env: { APPDYNAMICS_AGENT_ACCOUNT_ACCESS_KEY: EnvValue.fromSecretValue(key), ...variables(props), ...env },
    ports: ports ?? [],
    resources: mergeResources(analyticsOn(props) ? RESOURCES_WITH_ANALYTICS : RESOURCES, resources),
    privileges: privileges ?? Privileges.root().withWritableRootFilesystem(),
    hostPaths: [...['/proc', '/etc', '/sys'].map((path) => HostPath.readOnly(path, { mountPath: `/hostroot${path}` })), ...(hostPaths ?? [])],
    volumes: volumes ?? [],
    containers: containers ?? [],
    configFiles: [{ path: LOG_FILE, content: log4j(logLevel ?? AppDynamicsLogLevel.INFO) }],
    // programs send to the agent of their own node, and to no other
    discovery: discovery ?? (analyticsOn(props) ? [Discovery.nodeLocalService({ ports: [ANALYTICS] })] : []),
    ...(analyticsOn(props) ? { readiness: Probe.tcpSocket(ANALYTICS, { timeout: Duration.seconds(5) }) } : {}),
  }, features(props));
}

/** The controller tells nodes apart by their names, not by those of pods, which come and go. */
function variables(props: AppDynamicsDaemonProps): { [name: string]: EnvValue } {
  const { controller: { host, port = 443, ssl = true, account }, hierarchyPath, metricLimit, properties, serverVisibility = true } = props;
  const said = {
    APPDYNAMICS_CONTROLLER_HOST_NAME: host,
    APPDYNAMICS_CONTROLLER_PORT: port,
    APPDYNAMICS_CONTROLLER_SSL_ENABLED: ssl,
    APPDYNAMICS_AGENT_ACCOUNT_NAME: account,
    APPDYNAMICS_SIM_ENABLED: serverVisibility,
    APPDYNAMICS_DOCKER_ENABLED: dockerOn(props),
    APPDYNAMICS_AGENT_ENABLE_CONTAINERIDASHOSTID: dockerOn(props),
    APPDYNAMICS_MACHINE_HIERARCHY_PATH: hierarchyPath,
    APPDYNAMICS_AGENT_METRIC_LIMIT: metricLimit,
    APPDYNAMICS_MA_PROPERTIES: properties && Object.entries(properties).map(([name, value]) => `-D${name}=${value}`).join(' '),
  };
  return { APPDYNAMICS_AGENT_UNIQUE_HOST_ID: EnvValue.fromFieldRef(EnvFieldPaths.NODE_NAME), ...literals(said) };
}

function features(options: AppDynamicsOptions): Feature[] {
  return [
    ...(dockerOn(options) ? [dockerPart(options)] : []),
    ...(analyticsOn(options) ? [analyticsPart(options)] : []),
    ...(netvizOn(options) ? [netvizPart(options)] : []),
    proxyPart(options),
  ];
}

function dockerPart({ docker: options }: AppDynamicsOptions): Feature {
  const socket = options?.socket ?? '/var/run/docker.sock';
  return { hostPaths: [HostPath.readOnly(socket, { mountPath: '/var/run/docker.sock', type: HostPathVolumeType.SOCKET })] };
}

function analyticsPart({ analytics: options }: AppDynamicsOptions): Feature {
  return {
    ports: [{ name: ANALYTICS, number: ANALYTICS_PORT }],
    env: literals({
      APPDYNAMICS_AGENT_GLOBAL_ACCOUNT_NAME: options?.globalAccount, EVENT_ENDPOINT: options?.eventEndpoint ?? 'https://analytics.api.appdynamics.com',
    }),
  };
}

/** The image's start script hands `…_PROXY_PASS` on as the name of a file. */
function proxyPart({ proxy: options }: AppDynamicsOptions): Feature {
  if (options === undefined) {
    return {};
  }
  const { host, port, user, password } = options;
  return {
    env: literals({
      APPDYNAMICS_AGENT_PROXY_HOST: host,
      APPDYNAMICS_AGENT_PROXY_PORT: port,
      APPDYNAMICS_AGENT_PROXY_USER: user,
      APPDYNAMICS_AGENT_PROXY_PASS: password && `${PROXY_PASSWORD}/password`,
    }),
    volumes: password && [DaemonVolume.secret(PROXY_PASSWORD, password.secret, { items: { [password.key]: 'password' } })],
  };
}

function literals(said: { [name: string]: string | number | boolean | undefined }): { [name: string]: EnvValue } {
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, EnvValue.fromValue(String(value))]));
}
