/*
 * A pod must not switch the filtering of system calls off. Leaving it to the node's default is fine.
 *
 * Restricted annotations, until 1.18:
 *   seccomp.security.alpha.kubernetes.io/pod
 *   container.seccomp.security.alpha.kubernetes.io/<container>
 * Allowed values: undefined, runtime/default, docker/default, localhost/<profile>
 *
 * Restricted fields (of the pod and of init, regular and ephemeral containers), since 1.19:
 *   securityContext.seccompProfile.type
 * Allowed values: undefined, RuntimeDefault, Localhost
 */
import { Check, Finding } from '../check';
import { PodMetadata, PodSpec, SecurityContext } from '../pod';
import { findSetters } from '../setters';
import { goLiteral, plural, quoted, sortedSet } from '../text';
import { namesOf, visitContainers } from '../visit-containers';

export const seccompProfileBaseline: Check = {
  id: 'seccompProfile_baseline',
  level: 'baseline',
  versions: [
    { since: 0, check: seccompProfileBaseline_1_0 },
    { since: 19, check: seccompProfileBaseline_1_19 },
  ],
};

const POD_ANNOTATION = 'seccomp.security.alpha.kubernetes.io/pod';
const CONTAINER_ANNOTATION_PREFIX = 'container.seccomp.security.alpha.kubernetes.io/';

function seccompProfileBaseline_1_0({ annotations }: PodMetadata, podSpec: PodSpec): Finding | undefined {
  const keys = [POD_ANNOTATION, ...namesOf(visitContainers(podSpec)).map((name) => `${CONTAINER_ANNOTATION_PREFIX}${name}`)];
  const forbidden = sortedSet(keys
    .filter((key) => annotations?.[key] !== undefined && !isAllowedAnnotation(annotations[key] ?? ''))
    .map((key) => `${key}=${goLiteral(annotations?.[key] ?? '')}`));
  if (forbidden.length === 0) {
    return undefined;
  }
  return {
    reason: 'seccompProfile',
    detail: `forbidden ${plural('annotation', forbidden.length)} ${forbidden.join(', ')}`,
  };
}

/** Shared with the restricted check, which forbids the same values and moreover silence. */
export function seccompProfileBaseline_1_19(_podMetadata: PodMetadata, podSpec: PodSpec): Finding | undefined {
  const { who, contexts } = findSetters(podSpec, isForbidden);
  if (who.length === 0) {
    return undefined;
  }
  const values = sortedSet(contexts.map((context) => context.seccompProfile?.type ?? ''));
  return {
    reason: 'seccompProfile',
    detail: `${who.join(' and ')} must not set securityContext.seccompProfile.type to ${quoted(values)}`,
  };
}

function isForbidden({ seccompProfile }: SecurityContext): boolean {
  return Boolean(seccompProfile) && !['RuntimeDefault', 'Localhost'].includes(seccompProfile?.type ?? '');
}

function isAllowedAnnotation(value: string): boolean {
  return value === 'runtime/default' || value === 'docker/default' || value.startsWith('localhost/');
}
