import { concat } from '../concat';
import { FieldError, forbidden, invalid, notFound, notSupported } from '../field-error';
import { Container, VolumeMount } from '../pod-objects';
import { isSet, optionalOneOf, requireText, typed } from './field-checks';
import { validateLocalDescendingPath, validatePathNoBacksteps } from './volume-paths';
import { VolumesByName } from './volumes';

const PROPAGATIONS = ['Bidirectional', 'HostToContainer', 'None'];
const RECURSIVE_READ_ONLY = ['Disabled', 'Enabled', 'IfPossible'];

/** The volumes that a container mounts. Upstream: ValidateVolumeMounts, which leaves the index out of some paths. */
export function validateVolumeMounts(container: Container, volumes: VolumesByName, path: string): FieldError[] {
  const mounts = container.volumeMounts ?? [];
  const devices = lastPathOfEach((container.volumeDevices ?? []).map(({ name, devicePath }) => [name, devicePath]));
  return mounts.flatMap((mount, index) => {
    const { name = '', mountPath = '' } = mount;
    const [namePath, targetPath] = [`${path}[${index}].name`, `${path}[${index}].mountPath`];
    const isTaken = mounts.slice(0, index).some((earlier) => (earlier.mountPath ?? '') === mountPath);
    return concat(
      requireText(name, namePath),
      volumes.has(name) ? [] : [notFound(namePath, name)],
      requireText(mountPath, targetPath),
      isTaken ? [invalid(targetPath, mountPath, 'must be unique')] : [],
      devices.has(name) ? [invalid(namePath, name, 'must not already exist in volumeDevices')] : [],
      [...devices.values()].includes(mountPath) ? [invalid(targetPath, mountPath, 'must not already exist as a path in volumeDevices')] : [],
      validateSubPaths(mount, path, `${path}[${index}]`),
      validateMountPropagation(mount, container, `${path}.mountPropagation`),
      validateMountRecursiveReadOnly(mount, `${path}.recursiveReadOnly`),
    );
  });
}

function validateSubPaths({ subPath, subPathExpr }: VolumeMount, listPath: string, path: string): FieldError[] {
  return concat(
    validateLocalDescendingPath(subPath ?? '', `${listPath}.subPath`),
    subPath && subPathExpr ? [invalid(`${path}.subPathExpr`, subPathExpr, 'subPathExpr and subPath are mutually exclusive')] : [],
    validateLocalDescendingPath(subPathExpr ?? '', `${listPath}.subPathExpr`),
  );
}

/** Upstream: validateMountPropagation. */
function validateMountPropagation({ mountPropagation }: VolumeMount, { securityContext }: Container, path: string): FieldError[] {
  return concat(
    optionalOneOf(mountPropagation, path, PROPAGATIONS),
    mountPropagation === 'Bidirectional' && securityContext?.privileged !== true
      ? [forbidden(path, 'Bidirectional mount propagation is available only to privileged containers')] : [],
  );
}

/** Upstream: validateMountRecursiveReadOnly. */
function validateMountRecursiveReadOnly({ recursiveReadOnly, readOnly, mountPropagation }: VolumeMount, path: string): FieldError[] {
  if (!isSet(recursiveReadOnly) || recursiveReadOnly === 'Disabled') {
    return [];
  }
  if (!RECURSIVE_READ_ONLY.includes(recursiveReadOnly)) {
    return [notSupported(path, typed(recursiveReadOnly), RECURSIVE_READ_ONLY)];
  }
  return concat(
    readOnly ? [] : [forbidden(path, 'may only be specified when readOnly is true')],
    isSet(mountPropagation) && mountPropagation !== 'None'
      ? [forbidden(path, 'may only be specified when mountPropagation is None or not specified')] : [],
  );
}

/** The volumes that a container has as devices. Upstream: ValidateVolumeDevices. */
export function validateVolumeDevices(container: Container, volumes: VolumesByName, path: string): FieldError[] {
  const devices = container.volumeDevices ?? [];
  const mounts = lastPathOfEach((container.volumeMounts ?? []).map(({ name, mountPath }) => [name, mountPath]));
  return devices.flatMap(({ name = '', devicePath = '' }, index) => {
    const [namePath, targetPath] = [`${path}[${index}].name`, `${path}[${index}].devicePath`];
    const earlier = devices.slice(0, index);
    const goesUp = devicePath !== '' && climbs(devicePath);
    return concat(
      requireText(name, namePath),
      name !== '' && earlier.some((device) => device.name === name) ? [invalid(namePath, name, 'must be unique')] : [],
      validateDeviceVolume(name, volumes, namePath),
      requireText(devicePath, targetPath),
      !goesUp && earlier.some((device) => (device.devicePath ?? '') === devicePath) ? [invalid(targetPath, devicePath, 'must be unique')] : [],
      goesUp ? [invalid(targetPath, devicePath, "can not contain backsteps ('..')")] : [],
      mounts.has(name) ? [invalid(namePath, name, 'must not already exist in volumeMounts')] : [],
      [...mounts.values()].includes(devicePath) ? [invalid(targetPath, devicePath, 'must not already exist as a path in volumeMounts')] : [],
    );
  });
}

function validateDeviceVolume(name: string, volumes: VolumesByName, path: string): FieldError[] {
  const volume = volumes.get(name);
  if (volume === undefined) {
    return [notFound(path, name)];
  }
  return isSet(volume.persistentVolumeClaim) || isSet(volume.ephemeral) ? []
    : [invalid(path, name, 'can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode')];
}

function climbs(devicePath: string): boolean {
  return validatePathNoBacksteps(devicePath, '').length > 0;
}

function lastPathOfEach(entries: [name?: string, path?: string][]): Map<string, string> {
  return new Map(entries.map(([name = '', path = '']) => [name, path]));
}
