import { concat } from '../concat';
import { quote } from '../decode/go-text';
import { FieldError, forbidden, invalid, required } from '../field-error';
import { parseQuantity } from '../quantity';
import { isSet, optionalOneOf, requireText, requireTextOneOf } from './field-checks';
import { dns1123SubdomainErrors } from './names';
import { PodValidationOptions } from './pod-validation-options';
import { validateDownwardAPIVolumeSource, validateKeysToPaths, validateProjectedVolumeSource } from './projected-volumes';
import { isNegative } from './resource-lists';
import { validateEphemeralVolumeSource } from './volume-claim-template';
import { Volume, VolumeSource } from './volume-objects';
import { validateFileMode, validateLocalDescendingPath, validatePathNoBacksteps } from './volume-paths';
import {
  validateAzureDisk, validateCSIVolumeSource, validateFCVolumeSource, validateFlexVolumeSource, validateFlocker, validateISCSIVolumeSource,
  validatePartition, validateQuobyteVolumeSource, validateStorageOS,
} from './volume-sources-of-drivers';

type Rule<Source> = (source: NonNullable<Source>, path: string, options: PodValidationOptions) => FieldError[];
type Rules = { [Source in keyof VolumeSource]-?: Rule<VolumeSource[Source]> };

const HOST_PATH_TYPES = ['', 'BlockDevice', 'CharDevice', 'Directory', 'DirectoryOrCreate', 'File', 'FileOrCreate', 'Socket'];
const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];

/** In upstream's order: the first that a volume has counts. */
const RULES: Rules = {
  emptyDir: ({ sizeLimit }, path) => (isSet(sizeLimit) && isNegativeSize(sizeLimit)
    ? [forbidden(`${path}.sizeLimit`, 'SizeLimit field must be a valid resource quantity')] : []),
  hostPath: ({ path: target, type }, path) => (target
    ? concat(validatePathNoBacksteps(target, `${path}.path`), optionalOneOf(type, `${path}.type`, HOST_PATH_TYPES)) : [required(`${path}.path`)]),
  gitRepo: ({ repository, directory = '' }, path) => concat(
    requireText(repository, `${path}.repository`),
    validateLocalDescendingPath(directory, `${path}.directory`),
  ),
  gcePersistentDisk: ({ pdName, partition }, path) => concat(
    requireText(pdName, `${path}.pdName`),
    validatePartition(partition, `${path}.partition`),
  ),
  awsElasticBlockStore: ({ volumeID, partition }, path) => concat(
    requireText(volumeID, `${path}.volumeID`),
    validatePartition(partition, `${path}.partition`),
  ),
  secret: ({ secretName, defaultMode, items }, path) => concat(
    requireText(secretName, `${path}.secretName`),
    validateFileMode(defaultMode, `${path}.defaultMode`),
    validateKeysToPaths(items, `${path}.items`),
  ),
  nfs: ({ server, path: target = '' }, path) => requireAll({ server, path: target }, path).concat(validateAbsolute(target, `${path}.path`)),
  iscsi: validateISCSIVolumeSource,
  glusterfs: ({ endpoints, path: target }, path) => requireAll({ endpoints, path: target }, path),
  flocker: validateFlocker,
  persistentVolumeClaim: ({ claimName }, path) => requireAll({ claimName }, path),
  rbd: ({ monitors, image }, path) => requireAll({ monitors, image }, path),
  cinder: ({ volumeID, secretRef }, path) => concat(requireAll({ volumeID }, path), requireSecretName(secretRef, `${path}.secretRef`)),
  cephfs: ({ monitors }, path) => requireAll({ monitors }, path),
  quobyte: validateQuobyteVolumeSource,
  downwardAPI: validateDownwardAPIVolumeSource,
  fc: validateFCVolumeSource,
  flexVolume: validateFlexVolumeSource,
  configMap: ({ name, defaultMode, items }, path) => concat(
    requireAll({ name }, path),
    validateFileMode(defaultMode, `${path}.defaultMode`),
    validateKeysToPaths(items, `${path}.items`),
  ),
  azureFile: ({ secretName, shareName }, path) => requireAll({ secretName, shareName }, path),
  vsphereVolume: ({ volumePath }, path) => requireAll({ volumePath }, path),
  photonPersistentDisk: ({ pdID }, path) => requireAll({ pdID }, path),
  portworxVolume: ({ volumeID }, path) => requireAll({ volumeID }, path),
  azureDisk: validateAzureDisk,
  storageos: (source, path) => concat(validateStorageOS(source, path), requireSecretName(source.secretRef, `${path}.secretRef`)),
  projected: validateProjectedVolumeSource,
  scaleIO: ({ gateway, system, volumeName }, path) => requireAll({ gateway, system, volumeName }, path),
  csi: validateCSIVolumeSource,
  ephemeral: validateEphemeralVolumeSource,
  image: ({ reference, pullPolicy }, path, { resourceIsPod }) => concat(
    resourceIsPod ? requireText(reference, `${path}.reference`) : [],
    requireTextOneOf(pullPolicy, `${path}.pullPolicy`, PULL_POLICIES),
  ),
};

/** Where upstream calls a field by another name than its own: in what it tells of its contents, or of its being there as well. */
const PATHS: { readonly [source: string]: { readonly contents?: string; readonly presence?: string } } = {
  gcePersistentDisk: { contents: 'persistentDisk' },
  cephfs: { presence: 'cephFS' },
  downwardAPI: { presence: 'downwarAPI' },
};

/** What a volume is: one thing, and that rightly. Upstream: validateVolumeSource. */
export function validateVolumeSource(volume: Volume, path: string, options: PodValidationOptions): FieldError[] {
  const [first, ...others] = (Object.keys(RULES) as (keyof VolumeSource)[]).filter((source) => isSet(volume[source]));
  return concat(
    first === undefined ? [required(path, 'must specify a volume type')] : validateSource(volume, first, path, options),
    first === 'ephemeral' ? validateClaimName(options.podName, volume.name, `${path}.name`) : [],
    others.map((source) => forbidden(`${path}.${PATHS[source]?.presence ?? source}`, 'may not specify more than 1 volume type')),
  );
}

/** The claim that a pod makes for such a volume has the names of both. */
function validateClaimName(podName: string | undefined, name: string | undefined, path: string): FieldError[] {
  const claim = `${podName}-${name}`;
  return podName && name ? dns1123SubdomainErrors(claim).map((error) => invalid(path, name, `PVC name ${quote(claim)}: ${error}`)) : [];
}

function validateSource<Source extends keyof VolumeSource>(
  volume: VolumeSource, source: Source, path: string, options: PodValidationOptions): FieldError[] {
  const value = volume[source];
  return isSet(value) ? RULES[source](value as NonNullable<VolumeSource[Source]>, `${path}.${PATHS[source]?.contents ?? source}`, options) : [];
}

/** Texts and lists that have something in them. */
function requireAll(fields: { [name: string]: { readonly length: number } | null | undefined }, path: string): FieldError[] {
  return Object.entries(fields).flatMap(([name, value]) => (value?.length ? [] : [required(`${path}.${name}`)]));
}

function requireSecretName(secretRef: { name?: string } | null | undefined, path: string): FieldError[] {
  return isSet(secretRef) ? requireText(secretRef.name, `${path}.name`) : [];
}

function validateAbsolute(target: string, path: string): FieldError[] {
  return target.startsWith('/') ? [] : [invalid(path, target, 'must be an absolute path')];
}

function isNegativeSize(text: string | number): boolean {
  const quantity = parseQuantity(text);
  return !('error' in quantity) && isNegative(quantity);
}
