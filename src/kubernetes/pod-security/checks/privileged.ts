/*
 * Containers must not run privileged: that turns most of the isolation from the node off.
 *
 * Restricted fields (of init, regular and ephemeral containers):
 *   securityContext.privileged
 * Allowed values: undefined, false
 */
import { Check, Finding } from '../check';
import { PodMetadata, PodSpec } from '../pod';
import { listed } from '../text';
import { namesOf, visitContainers } from '../visit-containers';

export const privileged: Check = {
  id: 'privileged',
  level: 'baseline',
  versions: [
    { since: 0, check: privileged_1_0 },
  ],
};

function privileged_1_0(_podMetadata: PodMetadata, podSpec: PodSpec): Finding | undefined {
  const offenders = visitContainers(podSpec).filter((container) => container.securityContext?.privileged === true);
  if (offenders.length === 0) {
    return undefined;
  }
  return {
    reason: 'privileged',
    detail: `${listed('container', namesOf(offenders))} must not set securityContext.privileged=true`,
  };
}
