import { EnvValue, HostPathVolumeType, MountPropagation } from 'cdk8s-plus-27';
import { grpcOn, httpOn } from './config';
import { InstanaOptions, InstanaProxy, InstanaProxyProtocol, InstanaTkgiRuntime } from './props';
import { HostPath } from '../../host/host-path';
import { Feature } from '../features';

const { HOST_TO_CONTAINER: mountPropagation } = MountPropagation;

/** Where TKGI's nodes have what others have below `/run`. */
const TKGI: { readonly [runtime in InstanaTkgiRuntime]: string[] } = {
  [InstanaTkgiRuntime.CONTAINERD]: ['/var/vcap/sys/run/containerd', '/var/vcap/jobs/containerd/config'],
  [InstanaTkgiRuntime.DOCKER]: ['/var/vcap/sys/run/docker'],
};

/** The parts of the agent that are on. */
export function instanaFeatures(options: InstanaOptions): Feature[] {
  const { proxy, tkgiRuntime, ibmCloud } = options;
  return [
    // the agent opens the old port with the new one, and a port that is declared tells of a clash
    ...(grpcOn(options) ? [{ ports: [{ name: 'otlp-grpc', number: 4317 }, { name: 'otlp-legacy', number: 55680 }] }] : []),
    ...(httpOn(options) ? [{ ports: [{ name: 'otlp-http', number: 4318 }] }] : []),
    ...(proxy ? [{ env: proxyEnv(proxy) }] : []),
    ...(tkgiRuntime ? [{ hostPaths: TKGI[tkgiRuntime].map((path) => HostPath.readOnly(path, { mountPropagation })) }] : []),
    ...(ibmCloud ? [{ hostPaths: [HostPath.readOnly('/var/data', { mountPropagation })] }] : []),
  ];
}

/** What the agent sees of every node. */
export function nodePaths(): HostPath[] {
  return [
    HostPath.device('/dev', { type: HostPathVolumeType.DIRECTORY, mountPropagation }),
    // writable, since the token of the ServiceAccount gets its mount point in it
    ...['/run', '/var/run'].map((path) => HostPath.readWrite(path, { shared: true, mountPropagation })),
    HostPath.readOnly('/sys', { mountPropagation }),
    HostPath.readOnly('/var/log', { mountPropagation }),
    HostPath.readOnly('/etc/machine-id', { type: HostPathVolumeType.FILE }),
  ];
}

function proxyEnv({ host, port = 80, protocol = InstanaProxyProtocol.HTTP, user, password, useDns }: InstanaProxy): { [name: string]: EnvValue } {
  return {
    INSTANA_AGENT_PROXY_HOST: EnvValue.fromValue(host),
    INSTANA_AGENT_PROXY_PORT: EnvValue.fromValue(`${port}`),
    INSTANA_AGENT_PROXY_PROTOCOL: EnvValue.fromValue(protocol),
    ...(user ? { INSTANA_AGENT_PROXY_USER: EnvValue.fromSecretValue(user) } : {}),
    ...(password ? { INSTANA_AGENT_PROXY_PASSWORD: EnvValue.fromSecretValue(password) } : {}),
    ...(useDns ? { INSTANA_AGENT_PROXY_USE_DNS: EnvValue.fromValue('true') } : {}),
  };
}
