/*
 * A pod must not share the network, process or inter-process communication namespace of its node.
 *
 * Restricted fields:
 *   hostNetwork, hostPID, hostIPC
 * Allowed values: undefined, false
 */
import { Check, Finding } from '../check';
import { PodMetadata, PodSpec } from '../pod';

export const hostNamespaces: Check = {
  id: 'hostNamespaces',
  level: 'baseline',
  versions: [
    { since: 0, check: hostNamespaces_1_0 },
  ],
};

function hostNamespaces_1_0(_podMetadata: PodMetadata, podSpec: PodSpec): Finding | undefined {
  const shared = (['hostNetwork', 'hostPID', 'hostIPC'] as const).filter((field) => podSpec[field] === true);
  if (shared.length === 0) {
    return undefined;
  }
  return {
    reason: 'host namespaces',
    detail: shared.map((field) => `${field}=true`).join(', '),
  };
}
