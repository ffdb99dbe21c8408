import { Check } from './subject';
import { hostPorts } from '../../kubernetes/host-ports';
import { DaemonSet } from '../../kubernetes/objects';

/** A rollout that the API server refuses, or takes and never ends. */
export const checkRollout: Check = ({ manifest }) => {
  const { type, rollingUpdate } = manifest.spec.updateStrategy ?? {};
  if (type === 'OnDelete' || rollingUpdate === undefined) {
    return [];
  }
  const [surge, unavailable] = [rollingUpdate.maxSurge ?? 0, rollingUpdate.maxUnavailable ?? 1];
  const wrong = [surge, unavailable].filter((amount) => !isAmount(amount))
    .map((amount) => `the rollout's amount '${amount}' is neither a count of nodes nor a percentage from 0% to 100%`);
  return [...(wrong.length > 0 ? wrong : together(surge, unavailable)), ...(isZero(surge) ? [] : surgeProblems(manifest))];
};

/** Upstream: ValidateRollingUpdateDaemonSet takes exactly one that is not 0. */
function together(surge: number | string, unavailable: number | string): string[] {
  if (isZero(surge) && isZero(unavailable)) {
    return ['the rollout may neither take a pod away nor add one, so it can never move: give maxUnavailable or maxSurge'];
  }
  return isZero(surge) || isZero(unavailable) ? [] : [`the rollout has maxSurge ${surge} and maxUnavailable ${unavailable}, and Kubernetes takes only one that is not 0`];
}

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

function isAmount(amount: number | string): boolean {
  return typeof amount === 'number' ? Number.isInteger(amount) && amount >= 0 : /^\d+%$/.test(amount) && parseInt(amount, 10) <= 100;
}

function isZero(amount: number | string): boolean {
  return parseInt(String(amount), 10) === 0;
}
