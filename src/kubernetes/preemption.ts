import { misfit, NO_USAGE, Usage, withPod } from './fit';
import { PodSpec, Quantities } from './objects';

/** A pod on a node. */
export interface PlacedPod {
  readonly spec: PodSpec;
  readonly priority: number;
}

export function usageOf(pods: readonly PlacedPod[]): Usage {
  return pods.reduce((usage, { spec }) => withPod(usage, spec), NO_USAGE);
}

export function fits(pod: PodSpec, allocatable: Quantities, usage: Usage): boolean {
  const { insufficient, ports } = misfit(pod, allocatable, usage);
  return insufficient.length === 0 && ports.length === 0;
}

/**
 * The pods that give way to another one on its node, the fewest of those with a lower priority; undefined where that would not help. The most important of them are
 * spared first, among equals those that came first. Upstream: SelectVictimsOnNode.
 */
export function victimsOf<P extends PlacedPod>(pod: PlacedPod, allocatable: Quantities, onNode: readonly P[]): readonly P[] | undefined {
  const lower = onNode.filter(({ priority }) => priority < pod.priority);
  const others = onNode.filter((other) => !lower.includes(other));
  if (lower.length === 0 || !fits(pod.spec, allocatable, usageOf(others))) {
    return undefined;
  }
  const important = [...lower].sort((a, b) => b.priority - a.priority);
  const spared: P[] = [];
  for (const candidate of important) {
    if (fits(pod.spec, allocatable, usageOf([...others, ...spared, candidate]))) {
      spared.push(candidate);
    }
  }
  return lower.filter((candidate) => !spared.includes(candidate));
}
