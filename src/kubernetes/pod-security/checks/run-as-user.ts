/*
 * Neither the pod nor a container may ask for root by number. Since 1.35 pods in a user namespace of their own may.
 *
 * Restricted fields (of the pod and of init, regular and ephemeral containers):
 *   securityContext.runAsUser
 * Allowed values: undefined, anything but 0; since 1.35 any value if hostUsers is false
 */
import { Check, Finding } from '../check';
import { PodMetadata, PodSpec } from '../pod';
import { unlessUserNamespace } from '../relaxations';
import { findSetters } from '../setters';

export const runAsUser: Check = {
  id: 'runAsUser',
  level: 'restricted',
  versions: [
    { since: 23, check: runAsUser_1_23 },
    { since: 35, check: unlessUserNamespace(runAsUser_1_23) },
  ],
};

function runAsUser_1_23(_podMetadata: PodMetadata, podSpec: PodSpec): Finding | undefined {
  const { who } = findSetters(podSpec, (context) => context.runAsUser === 0);
  return who.length === 0 ? undefined : { reason: 'runAsUser=0', detail: `${who.join(' and ')} must not set runAsUser=0` };
}
