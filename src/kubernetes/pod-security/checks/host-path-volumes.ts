/*
 * A pod must not mount directories or files of its node.
 *
 * Restricted fields:
 *   volumes[*].hostPath
 * Allowed values: undefined
 */
import { Check, Finding } from '../check';
import { PodMetadata, PodSpec } from '../pod';
import { listed } from '../text';

export const hostPathVolumes: Check = {
  id: 'hostPathVolumes',
  level: 'baseline',
  versions: [
    { since: 0, check: hostPathVolumes_1_0 },
  ],
};

function hostPathVolumes_1_0(_podMetadata: PodMetadata, podSpec: PodSpec): Finding | undefined {
  const offenders = (podSpec.volumes ?? []).filter((volume) => volume?.hostPath);
  if (offenders.length === 0) {
    return undefined;
  }
  return {
    reason: 'hostPath volumes',
    detail: listed('volume', offenders.map((volume) => volume?.name ?? '')),
  };
}
