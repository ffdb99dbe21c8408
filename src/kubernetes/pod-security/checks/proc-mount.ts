/*
 * The container runtime hides the dangerous parts of /proc; a container must not ask for all of it. Since 1.35 pods in a
 * user namespace of their own may.
 *
 * Restricted fields (of init, regular and ephemeral containers):
 *   securityContext.procMount
 * Allowed values: undefined, Default; since 1.35 any value if hostUsers is false
 */
import { Check, Finding } from '../check';
import { Container, PodMetadata, PodSpec } from '../pod';
import { unlessUserNamespace } from '../relaxations';
import { listed, quoted, sortedSet } from '../text';
import { namesOf, visitContainers } from '../visit-containers';

export const procMount: Check = {
  id: 'procMount',
  level: 'baseline',
  versions: [
    { since: 0, check: procMount_1_0 },
    { since: 35, check: unlessUserNamespace(procMount_1_0) },
  ],
};

export function procMount_1_0(_podMetadata: PodMetadata, podSpec: PodSpec): Finding | undefined {
  const offenders = visitContainers(podSpec).filter((container) => procMountOf(container) !== 'Default');
  if (offenders.length === 0) {
    return undefined;
  }
  const values = sortedSet(offenders.map(procMountOf));
  return {
    reason: 'procMount',
    detail: `${listed('container', namesOf(offenders))} must not set securityContext.procMount to ${quoted(values)}`,
  };
}

function procMountOf(container: Container): string {
  return container.securityContext?.procMount ?? 'Default';
}
