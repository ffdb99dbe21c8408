import { concat } from '../concat';
import { PodSpec, SecurityContext } from './pod';
import { listed } from './text';
import { namesOf, visitContainers } from './visit-containers';

export interface Setters {
  /** The culprits as a message names them: `pod`, `containers "a", "b"`. */
  readonly who: string[];
  /** Their security contexts, that of the pod first. */
  readonly contexts: SecurityContext[];
}

/** Who — the pod, or some of its containers — has a security context at fault. */
export function findSetters(podSpec: PodSpec, atFault: (context: SecurityContext) => boolean): Setters {
  const pod = [podSpec.securityContext ?? {}].filter(atFault);
  const containers = visitContainers(podSpec).filter((container) => atFault(container.securityContext ?? {}));
  return {
    who: concat(
      pod.map(() => 'pod'),
      containers.length > 0 ? [listed('container', namesOf(containers))] : [],
    ),
    contexts: concat(pod, containers.map((container) => container.securityContext ?? {})),
  };
}
