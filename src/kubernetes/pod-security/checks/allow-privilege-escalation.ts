/*
 * No process may gain more privileges than its parent, for example through a set-user-ID file. Unset means allowed, so
 * every container has to say no. Windows pods are exempt since 1.25.
 *
 * Restricted fields (of init, regular and ephemeral containers):
 *   securityContext.allowPrivilegeEscalation
 * Allowed values: false
 */
import { Check, Finding } from '../check';
import { PodMetadata, PodSpec } from '../pod';
import { unlessWindows } from '../relaxations';
import { listed } from '../text';
import { namesOf, visitContainers } from '../visit-containers';

export const allowPrivilegeEscalation: Check = {
  id: 'allowPrivilegeEscalation',
  level: 'restricted',
  versions: [
    { since: 8, check: allowPrivilegeEscalation_1_8 },
    { since: 25, check: unlessWindows(allowPrivilegeEscalation_1_8) },
  ],
};

function allowPrivilegeEscalation_1_8(_podMetadata: PodMetadata, podSpec: PodSpec): Finding | undefined {
  const offenders = visitContainers(podSpec).filter((container) => container.securityContext?.allowPrivilegeEscalation !== false);
  if (offenders.length === 0) {
    return undefined;
  }
  return {
    reason: 'allowPrivilegeEscalation != false',
    detail: `${listed('container', namesOf(offenders))} must set securityContext.allowPrivilegeEscalation=false`,
  };
}
