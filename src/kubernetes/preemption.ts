import { Demand, Usage } from './fit';
import { Amounts } from './pod-requests';

/** A pod on a node. */
export interface PlacedPod {
  readonly demand: Demand;
  readonly priority: number;
}

/**
 * The pods that give way to another one on its node, the fewest of those with a lower priority; undefined where that would not help. The most important of them are
 * spared first, among equals those that came first. Upstream: SelectVictimsOnNode.
 *
 * @param usage what the pods on the node take; without the victims afterwards
 */
export function victimsOf<P extends PlacedPod>(
  pod: PlacedPod, allocatable: Amounts | undefined, onNode: readonly P[], usage: Usage,
): readonly P[] | undefined {
  const lower = onNode.filter(({ priority }) => priority < pod.priority);
  lower.forEach(({ demand }) => usage.remove(demand));
  if (lower.length === 0 || !usage.hasRoomFor(pod.demand, allocatable)) {
    lower.forEach(({ demand }) => usage.add(demand));
    return undefined;
  }
  const victims = new Set<P>();
  for (const candidate of [...lower].sort((a, b) => b.priority - a.priority)) {
    usage.add(candidate.demand);
    if (!usage.hasRoomFor(pod.demand, allocatable)) {
      usage.remove(candidate.demand);
      victims.add(candidate);
    }
  }
  return lower.filter((candidate) => victims.has(candidate));
}
