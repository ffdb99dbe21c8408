import { concat } from '../concat';
import { Container, PodSpec } from './pod';

/** Every container of a pod in the order in which upstream looks at them: init, regular, ephemeral. */
export function visitContainers(podSpec: PodSpec): Container[] {
  const { initContainers, containers, ephemeralContainers } = podSpec;
  return concat(initContainers ?? [], containers ?? [], ephemeralContainers ?? []).map((container) => container ?? {});
}

export function namesOf(containers: readonly Container[]): string[] {
  return containers.map((container) => container.name ?? '');
}
