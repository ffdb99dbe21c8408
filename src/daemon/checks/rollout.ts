import { Check } from './subject';
import { hostPorts } from '../../kubernetes/host-ports';
import { DaemonSet } from '../../kubernetes/objects';

/** A rollout without a gap that never ends, since the server does not see what its pods share. */
export const checkRollout: Check = ({ manifest }) => {
  const { type, rollingUpdate } = manifest.spec.updateStrategy ?? {};
  return type === 'OnDelete' || isZero(rollingUpdate?.maxSurge ?? 0) ? [] : surgeProblems(manifest);
};

function surgeProblems({ spec: { template: { spec } } }: DaemonSet): string[] {
  const ports = hostPorts(spec).map((port) => `${port.protocol}/${port.port}`);
  const mounted = [...(spec.initContainers ?? []), ...spec.containers].flatMap((container) => container.volumeMounts ?? []);
  const written = (spec.volumes ?? []).filter((volume) => volume.hostPath && mounted.some((mount) => mount.name === volume.name && !mount.readOnly))
    .map((volume) => `'${volume.hostPath!.path}'`);
  const instead = 'use Rollout.rolling()';
  return [
    ...(ports.length > 0 && !spec.hostNetwork
      ? [`Rollout.surge() with host ports (${ports.join(', ')}) never ends: old and new pod cannot have one port of a node; ${instead}`] : []),
    ...(spec.hostNetwork ? [`Rollout.surge() with the host network never ends: old and new pod would share the node's ports; ${instead}`] : []),
    ...(written.length > 0 ? [`Rollout.surge() runs two pods on one node for a while, and both would write ${written.join(', ')}; ${instead}`] : []),
  ];
}

function isZero(amount: number | string): boolean {
  return parseInt(String(amount), 10) === 0;
}
