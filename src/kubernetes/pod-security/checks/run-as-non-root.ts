/*
 * Every container must be one that the kubelet refuses to start as root. The pod can say so for its containers; none of
 * them may say the opposite. Since 1.35 pods in a user namespace of their own are exempt.
 *
 * Restricted fields (of the pod and of init, regular and ephemeral containers):
 *   securityContext.runAsNonRoot
 * Allowed values: true; undefined at a container if the pod says true, at the pod if every container says true;
 *   since 1.35 any value if hostUsers is false
 */
import { Check, Finding } from '../check';
import { PodMetadata, PodSpec } from '../pod';
import { unlessUserNamespace } from '../relaxations';
import { findSetters } from '../setters';
import { listed } from '../text';
import { namesOf, visitContainers } from '../visit-containers';

export const runAsNonRoot: Check = {
  id: 'runAsNonRoot',
  level: 'restricted',
  versions: [
    { since: 0, check: runAsNonRoot_1_0 },
    { since: 35, check: unlessUserNamespace(runAsNonRoot_1_0) },
  ],
};

const REASON = 'runAsNonRoot != true';

function runAsNonRoot_1_0(_podMetadata: PodMetadata, podSpec: PodSpec): Finding | undefined {
  const { who } = findSetters(podSpec, (context) => context.runAsNonRoot === false);
  if (who.length > 0) {
    return { reason: REASON, detail: `${who.join(' and ')} must not set securityContext.runAsNonRoot=false` };
  }
  const silent = visitContainers(podSpec).filter((container) => container.securityContext?.runAsNonRoot !== true);
  if (podSpec.securityContext?.runAsNonRoot === true || silent.length === 0) {
    return undefined;
  }
  return { reason: REASON, detail: `pod or ${listed('container', namesOf(silent))} must set securityContext.runAsNonRoot=true` };
}
