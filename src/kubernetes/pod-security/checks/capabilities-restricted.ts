/*
 * Containers must give up all capabilities and may take back only the one for binding to ports below 1024. Windows pods
 * are exempt since 1.25.
 *
 * Restricted fields (of init, regular and ephemeral containers):
 *   securityContext.capabilities.drop
 * Allowed values: any list that includes ALL
 *
 * Restricted fields (of init, regular and ephemeral containers):
 *   securityContext.capabilities.add
 * Allowed values: undefined, empty, NET_BIND_SERVICE
 */
import { Check, Finding } from '../check';
import { PodMetadata, PodSpec } from '../pod';
import { unlessWindows } from '../relaxations';
import { listed } from '../text';
import { namesOf, visitContainers } from '../visit-containers';
import { capabilitiesBaseline, forbiddenAdditions } from './capabilities-baseline';

export const capabilitiesRestricted: Check = {
  id: 'capabilities_restricted',
  level: 'restricted',
  overrides: [capabilitiesBaseline.id],
  versions: [
    { since: 22, check: capabilitiesRestricted_1_22 },
    { since: 25, check: unlessWindows(capabilitiesRestricted_1_22) },
  ],
};

function capabilitiesRestricted_1_22(_podMetadata: PodMetadata, podSpec: PodSpec): Finding | undefined {
  const details = [missingDrops(podSpec), forbiddenAdditions(podSpec, ['NET_BIND_SERVICE'])].filter((detail) => detail !== undefined);
  return details.length === 0 ? undefined : { reason: 'unrestricted capabilities', detail: details.join('; ') };
}

function missingDrops(podSpec: PodSpec): string | undefined {
  const offenders = visitContainers(podSpec).filter((container) => !container.securityContext?.capabilities?.drop?.includes('ALL'));
  return offenders.length === 0
    ? undefined
    : `${listed('container', namesOf(offenders))} must set securityContext.capabilities.drop=["ALL"]`;
}
