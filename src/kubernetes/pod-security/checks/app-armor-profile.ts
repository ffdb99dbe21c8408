import { concat } from '../../concat';
/*
 * The AppArmor profile of the container runtime, or one that the node's administrator has loaded, must stay in place:
 * a pod cannot switch confinement off.
 *
 * Restricted fields (of the pod and of init, regular and ephemeral containers):
 *   securityContext.appArmorProfile.type
 * Allowed values: undefined, RuntimeDefault, Localhost
 *
 * Restricted annotations:
 *   container.apparmor.security.beta.kubernetes.io/<container>
 * Allowed values: undefined, empty, runtime/default, localhost/<profile>
 */
import { Check, Finding } from '../check';
import { PodMetadata, PodSpec, SecurityContext } from '../pod';
import { findSetters } from '../setters';
import { goLiteral, plural, quoted, sortedSet } from '../text';

export const appArmorProfile: Check = {
  id: 'appArmorProfile',
  level: 'baseline',
  versions: [
    { since: 0, check: appArmorProfile_1_0 },
  ],
};

const ANNOTATION_PREFIX = 'container.apparmor.security.beta.kubernetes.io/';

function appArmorProfile_1_0(podMetadata: PodMetadata, podSpec: PodSpec): Finding | undefined {
  const { who, contexts } = findSetters(podSpec, isForbidden);
  const annotations = forbiddenAnnotations(podMetadata);
  if (contexts.length === 0 && annotations.length === 0) {
    return undefined;
  }
  const culprits = annotations.length === 0 ? who : [...who, plural('annotation', annotations.length)];
  const values = concat(sortedSet(contexts.map((context) => context.appArmorProfile?.type ?? '')), annotations);
  return {
    reason: plural('forbidden AppArmor profile', values.length),
    detail: `${culprits.join(' and ')} must not set AppArmor profile type to ${quoted(values)}`,
  };
}

function isForbidden({ appArmorProfile: profile }: SecurityContext): boolean {
  return Boolean(profile) && !['RuntimeDefault', 'Localhost'].includes(profile?.type ?? '');
}

function forbiddenAnnotations({ annotations }: PodMetadata): string[] {
  const forbidden = Object.entries(annotations ?? {}).filter(([key, value]) => key.startsWith(ANNOTATION_PREFIX)
    && value && value !== 'runtime/default' && !value.startsWith('localhost/'));
  return sortedSet(forbidden.map(([key, value]) => `${key}=${goLiteral(value ?? '')}`));
}
