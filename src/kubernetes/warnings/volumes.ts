import { concat } from '../concat';
import { ResourceRequirements } from '../pod-objects';
import { fractionalByteWarnings } from './quantities';
import { Volume, VolumeSource } from '../validation/volume-objects';

/** Kinds of volumes that are no more, in upstream's order; the ephemeral ones stand between two of them. */
const DEPRECATED: readonly (readonly [source: keyof VolumeSource, message: string])[] = [
  ['photonPersistentDisk', 'deprecated in v1.11, non-functional in v1.16+'],
  ['gitRepo', 'deprecated in v1.11, and disabled by default in v1.33+'],
  ['scaleIO', 'deprecated in v1.16, non-functional in v1.22+'],
  ['flocker', 'deprecated in v1.22, non-functional in v1.25+'],
  ['storageos', 'deprecated in v1.22, non-functional in v1.25+'],
  ['quobyte', 'deprecated in v1.22, non-functional in v1.25+'],
  ['glusterfs', 'deprecated in v1.25, non-functional in v1.26+'],
  ['ephemeral', ''],
  ['cephfs', 'deprecated in v1.28, non-functional in v1.31+'],
  ['rbd', 'deprecated in v1.28, non-functional in v1.31+'],
];

/** Upstream writes this one otherwise than the API. */
const PATH_NAMES: { readonly [source: string]: string } = { storageos: 'storageOS' };

/** Each volume by itself. Upstream: warningsForPodSpecAndMeta. */
export function volumeWarnings(volumes: readonly Volume[], path: string): string[] {
  return volumes.flatMap((volume, index) => DEPRECATED.filter(([source]) => isSet(volume[source])).flatMap(([source, message]) => (
    source === 'ephemeral' ? volumeClaimWarnings(volume, `${path}[${index}].ephemeral.volumeClaimTemplate.spec`)
      : [`${path}[${index}].${PATH_NAMES[source] ?? source}: ${message}`])));
}

/** Upstream: GetWarningsForPersistentVolumeClaimSpec. */
function volumeClaimWarnings({ ephemeral }: Volume, path: string): string[] {
  const resources: ResourceRequirements | null | undefined = ephemeral?.volumeClaimTemplate?.spec?.resources;
  return concat(
    fractionalByteWarnings(resources?.requests, 'storage', `${path}.resources.requests`),
    fractionalByteWarnings(resources?.limits, 'storage', `${path}.resources.limits`),
  );
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}
