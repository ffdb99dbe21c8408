import { Container, PodSpec } from '../pod-objects';

export interface ContainerAtPath {
  readonly container: Container;
  readonly path: string;
}

/** Every container of a pod and where it stands, in upstream's order. Upstream: VisitContainersWithPath. */
export function podContainers({ initContainers, containers, ephemeralContainers }: PodSpec, path: string): ContainerAtPath[] {
  return Object.entries({ initContainers, containers, ephemeralContainers }).flatMap(([field, list]) => (list ?? []).map((container, index) => (
    { container, path: `${path}.${field}[${index}]` }
  )));
}
