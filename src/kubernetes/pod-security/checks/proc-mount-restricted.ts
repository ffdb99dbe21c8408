/*
 * The container runtime hides the dangerous parts of /proc; a container must not ask for all of it, not even in a user
 * namespace. Until 1.34 the baseline check said the same.
 *
 * Restricted fields (of init, regular and ephemeral containers):
 *   securityContext.procMount
 * Allowed values: undefined, Default
 */
import { Check } from '../check';
import { procMount, procMount_1_0 } from './proc-mount';

export const procMountRestricted: Check = {
  id: 'procMount_restricted',
  level: 'restricted',
  overrides: [procMount.id],
  versions: [
    { since: 35, check: procMount_1_0 },
  ],
};
