import { Chart, Testing } from 'cdk8s';
import { Secret } from 'cdk8s-plus-27';
import { NodeExporterDaemon, NodeExporterDaemonProps } from '../../../src';
import { Container, DaemonSet, Volume, VolumeMount } from '../../../src/kubernetes/objects';

/** What a definition that says nothing is told about the node. */
export const BASE_ARGS = [
  '--path.procfs=/host/proc',
  '--path.sysfs=/host/sys',
  '--path.rootfs=/host/root',
  '--path.udev.data=/host/root/run/udev/data',
  '--web.listen-address=[$(HOST_IP)]:9100',
];

export const FILTER_ARGS = [
  `--collector.filesystem.mount-points-exclude=${NodeExporterDaemon.EXCLUDED_MOUNT_POINTS}`,
  `--collector.netdev.device-exclude=${NodeExporterDaemon.EXCLUDED_NETWORK_DEVICES}`,
  `--collector.netclass.ignored-devices=${NodeExporterDaemon.EXCLUDED_NETWORK_DEVICES}`,
  `--collector.arp.device-exclude=${NodeExporterDaemon.EXCLUDED_NETWORK_DEVICES}`,
];

/** A chart for one definition. */
export function chart(): Chart {
  return new Chart(Testing.app(), 'chart', { namespace: 'node-agents' });
}

export interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels: { readonly [key: string]: string } };
  readonly data?: { readonly [key: string]: string };
}

export function objects(props?: NodeExporterDaemonProps): Manifest[] {
  const scope = chart();
  new NodeExporterDaemon(scope, 'node-exporter', props);
  return Testing.synth(scope);
}

export function daemonSet(props?: NodeExporterDaemonProps): DaemonSet {
  return objects(props).find(({ kind }) => kind === 'DaemonSet') as Manifest & DaemonSet;
}

export function container(props?: NodeExporterDaemonProps): Container {
  return daemonSet(props).spec.template.spec.containers[0];
}

export function args(props?: NodeExporterDaemonProps): string[] {
  return container(props).args!;
}

/** The arguments beyond those of the definition that says nothing. */
export function furtherArgs(props: NodeExporterDaemonProps): string[] {
  return args(props).filter((arg) => !BASE_ARGS.includes(arg) && !FILTER_ARGS.includes(arg));
}

/** The mounts of a container with what they mount. */
export function mounts(props?: NodeExporterDaemonProps): { mount: VolumeMount; volume: Volume }[] {
  const { containers, volumes = [] } = daemonSet(props).spec.template.spec;
  return (containers[0].volumeMounts ?? []).map((mount) => ({ mount, volume: volumes.find(({ name }) => name === mount.name)! }));
}

export function problems(props: NodeExporterDaemonProps): string[] {
  return new NodeExporterDaemon(chart(), 'node-exporter', props).node.validate();
}

export function secret(name: string): ReturnType<typeof Secret.fromSecretName> {
  return Secret.fromSecretName(chart(), name, name);
}
