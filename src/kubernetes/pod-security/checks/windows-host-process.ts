/*
 * A pod must not run processes directly on a Windows node.
 *
 * Restricted fields (of the pod and of init, regular and ephemeral containers):
 *   securityContext.windowsOptions.hostProcess
 * Allowed values: undefined, false
 */
import { Check, Finding } from '../check';
import { PodMetadata, PodSpec } from '../pod';
import { findSetters } from '../setters';

export const windowsHostProcess: Check = {
  id: 'windowsHostProcess',
  level: 'baseline',
  versions: [
    { since: 0, check: windowsHostProcess_1_0 },
  ],
};

function windowsHostProcess_1_0(_podMetadata: PodMetadata, podSpec: PodSpec): Finding | undefined {
  const { who } = findSetters(podSpec, (context) => context.windowsOptions?.hostProcess === true);
  if (who.length === 0) {
    return undefined;
  }
  return {
    reason: 'hostProcess',
    detail: `${who.join(' and ')} must not set securityContext.windowsOptions.hostProcess=true`,
  };
}
