import { concat } from '../../concat';
/*
 * Only SELinux types that confine a container may be chosen, and neither an SELinux user nor a role.
 *
 * Restricted fields (of the pod and of init, regular and ephemeral containers):
 *   securityContext.seLinuxOptions.type
 * Allowed values: undefined, empty, container_t, container_init_t, container_kvm_t; since 1.31 also container_engine_t
 *
 * Restricted fields (of the pod and of init, regular and ephemeral containers):
 *   securityContext.seLinuxOptions.user
 *   securityContext.seLinuxOptions.role
 * Allowed values: undefined, empty
 */
import { Check, Finding } from '../check';
import { PodMetadata, PodSpec } from '../pod';
import { findSetters } from '../setters';
import { listed, sortedSet } from '../text';

export const seLinuxOptions: Check = {
  id: 'seLinuxOptions',
  level: 'baseline',
  versions: [
    { since: 0, check: seLinuxOptions_1_0 },
    { since: 31, check: seLinuxOptions_1_31 },
  ],
};

const TYPES_1_0 = ['', 'container_t', 'container_init_t', 'container_kvm_t'];
const TYPES_1_31 = [...TYPES_1_0, 'container_engine_t'];

function seLinuxOptions_1_0(_podMetadata: PodMetadata, podSpec: PodSpec): Finding | undefined {
  return forbiddenOptions(podSpec, TYPES_1_0);
}

function seLinuxOptions_1_31(_podMetadata: PodMetadata, podSpec: PodSpec): Finding | undefined {
  return forbiddenOptions(podSpec, TYPES_1_31);
}

function forbiddenOptions(podSpec: PodSpec, allowedTypes: readonly string[]): Finding | undefined {
  const { who, contexts } = findSetters(podSpec, ({ seLinuxOptions: options }) => (
    !allowedTypes.includes(options?.type ?? '') || Boolean(options?.user) || Boolean(options?.role)
  ));
  if (who.length === 0) {
    return undefined;
  }
  const options = contexts.map((context) => context.seLinuxOptions ?? {});
  const types = sortedSet(options.map((option) => option.type ?? '').filter((type) => !allowedTypes.includes(type)));
  const faults = concat(
    types.length > 0 ? [listed('type', types)] : [],
    options.some((option) => option.user) ? ['user may not be set'] : [],
    options.some((option) => option.role) ? ['role may not be set'] : [],
  );
  return {
    reason: 'seLinuxOptions',
    detail: `${who.join(' and ')} set forbidden securityContext.seLinuxOptions: ${faults.join('; ')}`,
  };
}
