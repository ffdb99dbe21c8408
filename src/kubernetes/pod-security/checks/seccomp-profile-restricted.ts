/*
 * System calls must be filtered, by the container runtime's profile or by one that lies on the node, and the pod has to
 * say so, for itself or for every container. Windows pods are exempt since 1.25.
 *
 * Restricted fields (of the pod and of init, regular and ephemeral containers):
 *   securityContext.seccompProfile.type
 * Allowed values: RuntimeDefault, Localhost; undefined at a container if the pod has one of them, at the pod if every
 *   container has
 */
import { Check, Finding } from '../check';
import { PodMetadata, PodSpec } from '../pod';
import { unlessWindows } from '../relaxations';
import { listed } from '../text';
import { namesOf, visitContainers } from '../visit-containers';
import { seccompProfileBaseline, seccompProfileBaseline_1_19 } from './seccomp-profile-baseline';

export const seccompProfileRestricted: Check = {
  id: 'seccompProfile_restricted',
  level: 'restricted',
  overrides: [seccompProfileBaseline.id],
  versions: [
    { since: 19, check: seccompProfileRestricted_1_19 },
    { since: 25, check: unlessWindows(seccompProfileRestricted_1_19) },
  ],
};

function seccompProfileRestricted_1_19(podMetadata: PodMetadata, podSpec: PodSpec): Finding | undefined {
  return seccompProfileBaseline_1_19(podMetadata, podSpec) ?? missingProfile(podSpec);
}

function missingProfile(podSpec: PodSpec): Finding | undefined {
  const silent = visitContainers(podSpec).filter((container) => !container.securityContext?.seccompProfile);
  if (podSpec.securityContext?.seccompProfile || silent.length === 0) {
    return undefined;
  }
  return {
    reason: 'seccompProfile',
    detail: `pod or ${listed('container', namesOf(silent))} must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"`,
  };
}
