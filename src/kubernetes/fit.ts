import { hostPorts, hostPortsConflict, HostPort } from './host-ports';
import { PodSpec, Quantities } from './objects';
import { Amounts, podRequests, resourceAmounts } from './pod-requests';

/** A resource that a node has too little of. */
export interface Insufficient {
  readonly resource: string;
  readonly requested: bigint;
  readonly used: bigint;
  readonly allocatable: bigint;
}

/** What is taken of a node by pods that have not ended. */
export interface Usage {
  readonly pods: number;
  readonly requests: Amounts;
  readonly ports: readonly HostPort[];
}

/** Why a pod does not fit on a node; nothing where it does. */
export interface Misfit {
  readonly insufficient: readonly Insufficient[];
  readonly ports: readonly HostPort[];
}

const [ZERO, ONE] = [0, 1].map(BigInt);

export const NO_USAGE: Usage = { pods: 0, requests: new Map(), ports: [] };

/** What a node's pods take, together with another. */
export function withPod({ pods, requests, ports }: Usage, pod: PodSpec): Usage {
  const sum = new Map(requests);
  podRequests(pod).forEach((amount, name) => sum.set(name, (sum.get(name) ?? ZERO) + amount));
  return { pods: pods + 1, requests: sum, ports: [...ports, ...hostPorts(pod)] };
}

/** Whether a created pod fits beside others. Upstream: fitsRequest, nodeports.Fits. */
export function misfit(pod: PodSpec, allocatable: Quantities, usage: Usage): Misfit {
  const free = resourceAmounts(allocatable);
  const pods = { resource: 'pods', requested: ONE, used: BigInt(usage.pods), allocatable: free.get('pods') ?? ZERO };
  const others = [...podRequests(pod)].filter(([name, requested]) => name !== 'pods' && requested > ZERO).map(([resource, requested]) => ({
    resource, requested, used: usage.requests.get(resource) ?? ZERO, allocatable: free.get(resource) ?? ZERO,
  }));
  return {
    insufficient: [pods, ...others].filter(({ requested, used, allocatable: all }) => requested > all - used),
    ports: hostPorts(pod).filter((port) => usage.ports.some((taken) => hostPortsConflict(port, taken))),
  };
}
