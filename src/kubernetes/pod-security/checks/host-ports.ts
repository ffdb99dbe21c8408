/*
 * A pod must not occupy ports of its node.
 *
 * Restricted fields (of init, regular and ephemeral containers):
 *   ports[*].hostPort
 * Allowed values: undefined, 0
 */
import { Check, Finding } from '../check';
import { Container, PodMetadata, PodSpec } from '../pod';
import { listed, plural, sortedSet, uses } from '../text';
import { namesOf, visitContainers } from '../visit-containers';

export const hostPorts: Check = {
  id: 'hostPorts',
  level: 'baseline',
  versions: [
    { since: 0, check: hostPorts_1_0 },
  ],
};

function hostPorts_1_0(_podMetadata: PodMetadata, podSpec: PodSpec): Finding | undefined {
  const offenders = visitContainers(podSpec).filter((container) => hostPortsOf(container).length > 0);
  if (offenders.length === 0) {
    return undefined;
  }
  const ports = sortedSet(offenders.flatMap(hostPortsOf).map(String)); // sorted as text: 10250 comes before 80
  return {
    reason: 'hostPort',
    detail: `${listed('container', namesOf(offenders))} ${uses(offenders.length)} ${plural('hostPort', ports.length)} ${ports.join(', ')}`,
  };
}

function hostPortsOf(container: Container): number[] {
  return (container.ports ?? []).map((port) => port?.hostPort ?? 0).filter((port) => port !== 0);
}
