import { concat } from '../concat';
import { FieldError, invalid, notSupported, required, tooLong } from '../field-error';
import { invalidForEach, isSet, optionalFormat, optionalOneOf, requireFormat, requireText } from './field-checks';
import { byteLength, dns1123LabelErrors, dns1123SubdomainErrors, rangeErrors } from './names';
import { AzureDiskVolumeSource, ISCSIVolumeSource, VolumeSource } from './volume-objects';

type Source<Name extends keyof VolumeSource> = NonNullable<VolumeSource[Name]>;

const ISCSI_NAMES = {
  iqn: /iqn\.\d{4}-\d{2}\.([A-Za-z0-9\-.]+)(:[^,;*&$|\t\n\f\r ]+)$/,
  eui: /^eui.[A-Za-z0-9]{16}$/,
  naa: /^naa.[A-Za-z0-9]{32}$/,
};

const CSI_DRIVER_MAX = 63;
const QUOBYTE_TENANT_MAX = 64;

const CACHING_MODES = ['None', 'ReadOnly', 'ReadWrite'];
const DISK_KINDS = ['Dedicated', 'Managed', 'Shared'];
const MANAGED_DISK = '/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}';
const BLOB_DISK = 'https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd';

/** A partition of a disk, where 0 is none although upstream's text does not say so. */
export function validatePartition(partition: number | undefined, path: string): FieldError[] {
  return partition ? invalidForEach(path, partition, partition < 0 || partition > 255 ? rangeErrors(partition, 1, 255) : []) : [];
}

/** Upstream: validateISCSIVolumeSource. */
export function validateISCSIVolumeSource(source: ISCSIVolumeSource, path: string): FieldError[] {
  const { targetPortal, iqn, lun = 0, chapAuthDiscovery, chapAuthSession, secretRef, initiatorName } = source;
  return concat(
    requireText(targetPortal, `${path}.targetPortal`),
    requireFormat(iqn, `${path}.iqn`, iscsiNameErrors),
    invalidForEach(`${path}.lun`, lun, rangeErrors(lun, 0, 255)),
    (chapAuthDiscovery || chapAuthSession) && !isSet(secretRef) ? [required(`${path}.secretRef`)] : [],
    isSet(initiatorName) ? invalidForEach(`${path}.initiatorname`, initiatorName, iscsiNameErrors(initiatorName)) : [],
  );
}

function iscsiNameErrors(name: string): string[] {
  const [, format] = Object.entries(ISCSI_NAMES).find(([prefix]) => name.startsWith(prefix)) ?? [];
  return format === undefined ? ['must be valid format starting with iqn, eui, or naa'] : format.test(name) ? [] : ['must be valid format'];
}

/** Upstream: validateFCVolumeSource. */
export function validateFCVolumeSource({ targetWWNs, wwids, lun }: Source<'fc'>, path: string): FieldError[] {
  const [hasTargets, hasIds] = [(targetWWNs ?? []).length > 0, (wwids ?? []).length > 0];
  return concat(
    hasTargets || hasIds ? [] : [required(`${path}.targetWWNs`, 'must specify either targetWWNs or wwids, but not both')],
    hasTargets && hasIds ? [invalid(`${path}.targetWWNs`, targetWWNs, 'targetWWNs and wwids can not be specified simultaneously')] : [],
    !hasTargets ? [] : isSet(lun) ? invalidForEach(`${path}.lun`, lun, rangeErrors(lun, 0, 255))
      : [required(`${path}.lun`, 'lun is required if targetWWNs is specified')],
  );
}

/** Upstream: validateQuobyteVolumeSource. */
export function validateQuobyteVolumeSource({ registry, tenant = '', volume }: Source<'quobyte'>, path: string): FieldError[] {
  const rule = 'must be a host:port pair or multiple pairs separated by commas';
  const pairs = byteLength(tenant) > QUOBYTE_TENANT_MAX ? [] : (registry ?? '').split(',');
  return concat(
    requireText(registry, `${path}.registry`, rule),
    registry && byteLength(tenant) > QUOBYTE_TENANT_MAX
      ? [required(`${path}.tenant`, 'must be a UUID and may not exceed a length of 64 characters')] : [],
    registry ? pairs.filter((pair) => !isHostAndPort(pair)).map(() => invalid(`${path}.registry`, registry, rule)) : [],
    requireText(volume, `${path}.volume`),
  );
}

/** Upstream: net.SplitHostPort. Neither the host nor the port has to be one. */
function isHostAndPort(pair: string): boolean {
  return /^(\[[^[\]]*\]|[^[\]:]*):[^[\]:]*$/.test(pair);
}

/** Upstream: validateFlockerVolumeSource. */
export function validateFlocker({ datasetName = '', datasetUUID = '' }: Source<'flocker'>, path: string): FieldError[] {
  return concat(
    datasetName === '' && datasetUUID === '' ? [required(path, 'one of datasetName and datasetUUID is required')] : [],
    datasetName !== '' && datasetUUID !== ''
      ? [invalid(path, 'resource', 'datasetName and datasetUUID can not be specified simultaneously')] : [],
    datasetName.includes('/') ? [invalid(`${path}.datasetName`, datasetName, "must not contain '/'")] : [],
  );
}

/** Upstream: validateFlexVolumeSource. */
export function validateFlexVolumeSource({ driver, options }: Source<'flexVolume'>, path: string): FieldError[] {
  const isReserved = (key: string) => /\.(kubernetes|k8s)\.io$/.test(`.${key.split('/')[0].toLowerCase()}`);
  return concat(
    requireText(driver, `${path}.driver`),
    Object.keys(options ?? {}).filter(isReserved).map((key) => (
      invalid(`${path}.options[${key}]`, key, 'kubernetes.io and k8s.io namespaces are reserved'))),
  );
}

/** Upstream: validateAzureDisk. */
export function validateAzureDisk({ diskName, diskURI = '', cachingMode, kind }: AzureDiskVolumeSource, path: string): FieldError[] {
  const [prefix, example] = kind === 'Managed' ? ['/subscriptions/', MANAGED_DISK] : ['https://', BLOB_DISK];
  return concat(
    requireText(diskName, `${path}.diskName`),
    requireText(diskURI, `${path}.diskURI`),
    optionalOneOf(cachingMode, `${path}.cachingMode`, CACHING_MODES),
    optionalOneOf(kind, `${path}.kind`, DISK_KINDS),
    isSet(kind) && !diskURI.startsWith(prefix) ? [notSupported(`${path}.diskURI`, diskURI, [example])] : [],
  );
}

/** Upstream: validateStorageOSVolumeSource. */
export function validateStorageOS({ volumeName, volumeNamespace }: Source<'storageos'>, path: string): FieldError[] {
  return concat(
    requireFormat(volumeName, `${path}.volumeName`, dns1123LabelErrors),
    optionalFormat(volumeNamespace, `${path}.volumeNamespace`, dns1123LabelErrors),
  );
}

/** Upstream: validateCSIVolumeSource. */
export function validateCSIVolumeSource({ driver, nodePublishSecretRef: secret }: Source<'csi'>, path: string): FieldError[] {
  return concat(
    byteLength(driver ?? '') > CSI_DRIVER_MAX ? [tooLong(`${path}.driver`, CSI_DRIVER_MAX)] : [],
    requireFormat(driver, `${path}.driver`, (name) => dns1123SubdomainErrors(name.toLowerCase())),
    !isSet(secret) ? [] : secret.name ? invalidForEach(`${path}.name`, secret.name, dns1123SubdomainErrors(secret.name))
      : [required(`${path}.nodePublishSecretRef.name`)],
  );
}
