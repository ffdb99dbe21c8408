import { Size } from 'cdk8s';
import { Cpu, EnvFieldPaths, EnvValue, HostPathVolumeType } from 'cdk8s-plus-27';
import { CONFIG, KUBELET_CA, SYSTEM_PROBE } from './config/paths';
import { DatadogDaemonProps, DatadogOptions } from './props';
import { DaemonContainer } from '../../daemon/container';
import { DaemonResources } from '../../daemon/resources';
import { DaemonVolume } from '../../daemon/volume';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { goMemoryLimit } from '../go-memory-limit';
import { mergeResources } from '../resources';

export const IMAGE = 'registry.datadoghq.com/agent:7.81.1';

/** What the node's kernel tells of processes and of what they use. */
export const KERNEL: readonly HostPath[] = [
  HostPath.readOnly('/proc', { mountPath: '/host/proc' }),
  HostPath.readOnly('/sys/fs/cgroup', { mountPath: '/host/sys/fs/cgroup' }),
];

/** Which distribution the node runs. */
export const OS_RELEASE = nodeFile('/etc/os-release', '/host/etc/os-release');

export const PASSWD = nodeFile('/etc/passwd');

export const GROUP = nodeFile('/etc/group');

/** The whole file system of the node. */
export const ROOT = HostPath.readOnly('/', { mountPath: '/host/root' });

/** Who reads the node's file system learns where it is by this variable. */
export const HOST_ROOT = { HOST_ROOT: EnvValue.fromValue('/host/root') };

/** Sockets of system-probe. */
export const SYSTEM_PROBE_SOCKETS = DaemonVolume.emptyDir(SYSTEM_PROBE, { name: 'sysprobe-socket-dir' });

/** Configuration, the token by which the programs know each other, their own log files, and scratch space: one of each for all of them. */
export function sharedVolumes(): DaemonVolume[] {
  return [
    DaemonVolume.emptyDir(CONFIG, { name: 'config' }),
    DaemonVolume.emptyDir('/var/log/datadog', { name: 'logdatadog' }),
    DaemonVolume.emptyDir('/tmp', { name: 'tmpdir' }),
  ];
}

/** Where all of them have to be told in the same words: secrets and what differs from node to node. The rest is in `datadog.yaml`. */
export function sharedEnv({ apiKey, clusterAgent, env }: DatadogDaemonProps): { [name: string]: EnvValue } {
  return {
    DD_API_KEY: EnvValue.fromSecretValue(apiKey),
    ...(clusterAgent === undefined ? {} : { DD_CLUSTER_AGENT_AUTH_TOKEN: EnvValue.fromSecretValue(clusterAgent.authToken) }),
    KUBERNETES: EnvValue.fromValue('yes'),
    DD_KUBERNETES_KUBELET_HOST: EnvValue.fromFieldRef(EnvFieldPaths.NODE_IP),
    ...env,
  };
}

/** Of all that ask the kubelet. */
export function kubeletCa({ kubelet }: DatadogOptions): HostPath[] {
  return kubelet?.caPath === undefined ? [] : [nodeFile(kubelet.caPath, KUBELET_CA)];
}

/** A program of the agent beside the main one. */
export function program(props: DatadogDaemonProps, defaults: DaemonResources, own: Omit<DaemonContainer, 'image'>): DaemonContainer {
  const resources = mergeResources(defaults, own.resources);
  return {
    ...own,
    image: props.image ?? IMAGE,
    env: { ...own.env, ...memoryLimit(resources), ...sharedEnv(props) },
    resources,
    privileges: own.privileges ?? Privileges.root(),
    hostPaths: [...(own.hostPaths ?? []), ...kubeletCa(props)],
    volumes: [...sharedVolumes(), ...(own.volumes ?? [])],
  };
}

export function memoryLimit({ memory }: DaemonResources): { [name: string]: EnvValue } {
  return memory?.limit === undefined ? {} : { GOMEMLIMIT: EnvValue.fromValue(goMemoryLimit(memory.limit)) };
}

/** In millicores and mebibytes. */
export function asking(cpu: number, memory: number, limit: number): DaemonResources {
  return { cpu: { request: Cpu.millis(cpu) }, memory: { request: Size.mebibytes(memory), limit: Size.mebibytes(limit) } };
}

function nodeFile(path: string, mountPath?: string): HostPath {
  return HostPath.readOnly(path, { mountPath, type: HostPathVolumeType.FILE });
}
