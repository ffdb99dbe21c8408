/*
 * Probes and lifecycle handlers must not name a host: the kubelet, which runs them from the node's network, could be
 * made to send requests to anywhere. Without a host they go to the pod itself.
 *
 * Restricted fields (of init, regular and ephemeral containers), for `httpGet` and `tcpSocket` alike:
 *   livenessProbe.*.host, readinessProbe.*.host, startupProbe.*.host
 *   lifecycle.postStart.*.host, lifecycle.preStop.*.host
 * Allowed values: undefined, empty
 */
import { Check, Finding } from '../check';
import { Container, PodMetadata, PodSpec } from '../pod';
import { listed, sortedSet, uses } from '../text';
import { namesOf, visitContainers } from '../visit-containers';

export const hostProbesAndHostLifecycle: Check = {
  id: 'hostProbesAndHostLifecycle',
  level: 'baseline',
  versions: [
    { since: 34, check: hostProbesAndHostLifecycle_1_34 },
  ],
};

function hostProbesAndHostLifecycle_1_34(_podMetadata: PodMetadata, podSpec: PodSpec): Finding | undefined {
  const offenders = visitContainers(podSpec).filter((container) => hostsOf(container).length > 0);
  if (offenders.length === 0) {
    return undefined;
  }
  const names = sortedSet(namesOf(offenders)); // this check alone sorts the names of containers
  const hosts = sortedSet(offenders.flatMap(hostsOf));
  return {
    reason: 'probe or lifecycle host',
    detail: `${listed('container', names)} ${uses(names.length)} ${listed('probe or lifecycle host', hosts)}`,
  };
}

function hostsOf({ livenessProbe, readinessProbe, startupProbe, lifecycle }: Container): string[] {
  const handlers = [livenessProbe, readinessProbe, startupProbe, lifecycle?.postStart, lifecycle?.preStop].filter((handler) => handler);
  return handlers.flatMap((handler) => [handler?.httpGet?.host ?? '', handler?.tcpSocket?.host ?? '']).filter((host) => host !== '');
}
