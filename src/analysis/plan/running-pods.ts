import { RunningPod } from './outcomes';
import { ContainerStatus, InventoryPod } from '../../input/pod-list';
import { applyDefaults } from '../../kubernetes/defaults/apply-defaults';
import { Value } from '../../kubernetes/defaults/values';
import { Demand, demandOf } from '../../kubernetes/fit';
import { PodSpec, Quantities } from '../../kubernetes/objects';
import { PodSpec as AnyPodSpec } from '../../kubernetes/pod-objects';
import { podPriority, PriorityClass } from '../../kubernetes/priority';
import { compareQuantities, parseQuantity } from '../../kubernetes/quantity';

/** Pods by the node that has them. Most are like others: of each kind what it asks for is worked out once. */
export class RunningPods {
  private readonly nodes = new Map<string, (RunningPod & { readonly startTime: string })[]>();
  private readonly demands = new Map<string, Demand>();

  constructor(private readonly classes: readonly PriorityClass[]) {}

  public add({ namespace, name, nodeName, owner, priority, spec, containerStatuses, startTime }: InventoryPod): void {
    const pods = this.nodes.get(nodeName) ?? [];
    this.nodes.set(nodeName, pods);
    pods.push({
      name: `${namespace}/${name}`,
      daemonSet: owner?.kind === 'DaemonSet' ? `${namespace}/${owner.name}` : undefined,
      demand: this.demandOf(spec, containerStatuses),
      priority: priority ?? podPriority(spec.priorityClassName ?? undefined, this.classes)?.value ?? 0,
      // one that has not started is the youngest
      startTime: startTime ?? '\uffff',
    });
  }

  /** Of each node those first that started first: who is older gives way later. */
  public get byNode(): ReadonlyMap<string, readonly RunningPod[]> {
    this.nodes.forEach((pods) => pods.sort((a, b) => (a.startTime === b.startTime ? 0 : a.startTime < b.startTime ? -1 : 1)));
    return this.nodes;
  }

  private demandOf(spec: AnyPodSpec, statuses: readonly ContainerStatus[]): Demand {
    const { containers, initContainers, hostNetwork, overhead, resources } = spec;
    const asks = (all: AnyPodSpec['containers']) => (all ?? []).map(({ name, ports, restartPolicy, resources: own }) => ({ name, ports, restartPolicy, resources: own }));
    const resized = statuses.filter((status) => status.allocatedResources ?? status.resources);
    const pod = { containers: asks(containers), initContainers: asks(initContainers), hostNetwork, overhead, resources };
    const key = JSON.stringify([pod, resized]);
    const known = this.demands.get(key) ?? demandOf(asTaken(pod as unknown as PodSpec, resized));
    this.demands.set(key, known);
    return known;
  }
}

/** A container whose resources were changed while it runs takes the most of what it was given, has and shall have. Upstream: PodRequests with UseStatusResources. */
function asTaken(pod: PodSpec, statuses: readonly ContainerStatus[]): PodSpec {
  const stored = (applyDefaults({ apiVersion: 'v1', kind: 'Pod', metadata: {}, spec: pod } as unknown as Value) as unknown as { readonly spec: PodSpec }).spec;
  const taken = (containers: PodSpec['containers'] = []) => containers.map((container) => {
    const status = statuses.find(({ name }) => name === container.name);
    const said = [container.resources?.requests, status?.allocatedResources, status?.resources?.requests];
    const requests = said.reduce<Quantities>((all, other) => most(all, other ?? {}), {});
    return { ...container, resources: { ...container.resources, requests } };
  });
  return { ...stored, containers: taken(stored.containers), initContainers: taken(stored.initContainers) };
}

function most(a: Quantities, b: Quantities): Quantities {
  const larger = Object.entries(b).filter(([name, amount]) => {
    const [left, right] = [a[name] ?? '0', amount].map(parseQuantity);
    return !('error' in left) && !('error' in right) && compareQuantities(right, left) > 0;
  });
  return { ...a, ...Object.fromEntries(larger) };
}
