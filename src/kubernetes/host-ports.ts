import { concat } from './concat';
import { PodSpec } from './objects';

/** A port that a pod takes on its node. */
export interface HostPort {
  readonly protocol: string;
  readonly hostIP: string;
  readonly port: number;
  readonly container: string;
}

/**
 * The host ports of a pod. Upstream: scheduler/util GetHostPorts, after Pod defaulting: under `hostNetwork` every
 * declared port without a host port takes its container port on the node. Ordinary init containers do not count,
 * native sidecars do.
 */
export function hostPorts(pod: Partial<PodSpec>): HostPort[] {
  const sidecars = (pod.initContainers ?? []).filter((container) => container.restartPolicy === 'Always');
  return concat(pod.containers ?? [], sidecars).flatMap((container) => (container.ports ?? []).flatMap((port) => {
    const taken = port.hostPort || (pod.hostNetwork ? port.containerPort : 0);
    return taken > 0 ? [{ protocol: port.protocol || 'TCP', hostIP: port.hostIP || '0.0.0.0', port: taken, container: container.name }] : [];
  }));
}

/** Upstream: HostPortInfo.CheckConflict. Addresses are compared as strings; only 0.0.0.0 stands for every address. */
export function hostPortsConflict(a: HostPort, b: HostPort): boolean {
  const anyAddress = a.hostIP === '0.0.0.0' || b.hostIP === '0.0.0.0';
  return a.protocol === b.protocol && a.port === b.port && (anyAddress || a.hostIP === b.hostIP);
}
