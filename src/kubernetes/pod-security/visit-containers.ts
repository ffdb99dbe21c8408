import { Container, PodSpec } from './pod';

/** Every container of a pod in the order in which upstream looks at them: init, regular, ephemeral. */
export function visitContainers(podSpec: PodSpec): Container[] {
  return [podSpec.initContainers, podSpec.containers, podSpec.ephemeralContainers]
    .flatMap((containers) => containers ?? [])
    .map((container) => container ?? {});
}

export function namesOf(containers: readonly Container[]): string[] {
  return containers.map((container) => container.name ?? '');
}
