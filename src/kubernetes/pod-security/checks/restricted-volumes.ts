/*
 * A pod may mount volumes that hold configuration, scratch space or images, and storage that goes through a claim or a
 * CSI driver; it must not reach for the node's file system or name a storage system itself.
 *
 * Restricted fields:
 *   volumes[*].hostPath and the fields of all in-tree storage systems, see RESTRICTED below
 * Allowed values: undefined (a volume of an allowed kind passes whatever else it sets; one of no kind is an emptyDir)
 */
import { Check, Finding } from '../check';
import { OpenVolumeSource, PodMetadata, PodSpec, RestrictedVolumeSource, Volume } from '../pod';
import { listed, sortedSet, uses } from '../text';
import { hostPathVolumes } from './host-path-volumes';

export const restrictedVolumes: Check = {
  id: 'restrictedVolumes',
  level: 'restricted',
  overrides: [hostPathVolumes.id],
  versions: [
    { since: 0, check: restrictedVolumes_1_0 },
  ],
};

const ALLOWED: readonly OpenVolumeSource[] = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/** In the order in which a volume with several of them gets the name of its kind. */
const RESTRICTED: readonly RestrictedVolumeSource[] = [
  'hostPath',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'gitRepo',
  'nfs',
  'iscsi',
  'glusterfs',
  'rbd',
  'flexVolume',
  'cinder',
  'cephfs',
  'flocker',
  'fc',
  'azureFile',
  'vsphereVolume',
  'quobyte',
  'azureDisk',
  'photonPersistentDisk',
  'portworxVolume',
  'scaleIO',
  'storageos',
];

function restrictedVolumes_1_0(_podMetadata: PodMetadata, podSpec: PodSpec): Finding | undefined {
  const offenders = (podSpec.volumes ?? []).flatMap((volume) => {
    const kind = restrictedKindOf(volume ?? {});
    return kind === undefined ? [] : [{ name: volume?.name ?? '', kind }];
  });
  if (offenders.length === 0) {
    return undefined;
  }
  const kinds = sortedSet(offenders.map((volume) => volume.kind));
  const names = offenders.map((volume) => volume.name);
  return {
    reason: 'restricted volume types',
    detail: `${listed('volume', names)} ${uses(names.length)} ${listed('restricted volume type', kinds)}`,
  };
}

function restrictedKindOf(volume: Volume): string | undefined {
  return ALLOWED.some((kind) => volume[kind]) ? undefined : RESTRICTED.find((kind) => volume[kind]);
}
