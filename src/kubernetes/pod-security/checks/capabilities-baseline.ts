/*
 * Containers may add back capabilities of the container runtimes' common default set, NET_RAW excepted, and no others.
 *
 * Restricted fields (of init, regular and ephemeral containers):
 *   securityContext.capabilities.add
 * Allowed values: undefined, empty, or any of AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD,
 *   NET_BIND_SERVICE, SETFCAP, SETGID, SETPCAP, SETUID, SYS_CHROOT
 */
import { Check, Finding } from '../check';
import { Container, PodMetadata, PodSpec } from '../pod';
import { listed, quoted, sortedSet } from '../text';
import { namesOf, visitContainers } from '../visit-containers';

export const capabilitiesBaseline: Check = {
  id: 'capabilities_baseline',
  level: 'baseline',
  versions: [
    { since: 0, check: capabilitiesBaseline_1_0 },
  ],
};

const ALLOWED = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

function capabilitiesBaseline_1_0(_podMetadata: PodMetadata, podSpec: PodSpec): Finding | undefined {
  const detail = forbiddenAdditions(podSpec, ALLOWED);
  return detail === undefined ? undefined : { reason: 'non-default capabilities', detail };
}

/** Names the containers that add capabilities other than the allowed ones, and these capabilities. */
export function forbiddenAdditions(podSpec: PodSpec, allowed: readonly string[]): string | undefined {
  const forbidden = (container: Container) => (container.securityContext?.capabilities?.add ?? [])
    .map((capability) => capability ?? '')
    .filter((capability) => !allowed.includes(capability));
  const offenders = visitContainers(podSpec).filter((container) => forbidden(container).length > 0);
  if (offenders.length === 0) {
    return undefined;
  }
  const capabilities = sortedSet(offenders.flatMap(forbidden));
  return `${listed('container', namesOf(offenders))} must not include ${quoted(capabilities)} in securityContext.capabilities.add`;
}
