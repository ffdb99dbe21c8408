import { concat } from '../concat';
import { FieldError, forbidden, invalid, required } from '../field-error';
import { validateContainerResourceFieldSelector, validateObjectFieldSelector } from './downward-api';
import { isSet, requireText } from './field-checks';
import { PodValidationOptions } from './pod-validation-options';
import { DownwardAPIVolumeFile, KeyToPath, VolumeProjection, VolumeSource } from './volume-objects';
import { validateFileMode, validateLocalNonReservedPath } from './volume-paths';

/** The fields of a pod that a file can hold. */
const FIELDS = ['metadata.annotations', 'metadata.labels', 'metadata.name', 'metadata.namespace', 'metadata.uid'];

const [TOKEN_SECONDS_MIN, TOKEN_SECONDS_MAX] = [600, 2 ** 32];

/** Upstream: validateKeyToPath. */
export function validateKeysToPaths(items: readonly KeyToPath[] | null | undefined, path: string): FieldError[] {
  return (items ?? []).flatMap(({ key, path: file = '', mode }, index) => concat(
    requireText(key, `${path}[${index}].key`),
    requireText(file, `${path}[${index}].path`),
    validateLocalNonReservedPath(file, `${path}[${index}].path`),
    validateFileMode(mode, `${path}[${index}].mode`),
  ));
}

/** Upstream: validateDownwardAPIVolumeSource, which does not tell which of the items is wrong. */
export function validateDownwardAPIVolumeSource({ defaultMode, items }: NonNullable<VolumeSource['downwardAPI']>, path: string): FieldError[] {
  return concat(validateFileMode(defaultMode, `${path}.defaultMode`), (items ?? []).flatMap((item) => validateDownwardAPIVolumeFile(item, path)));
}

/** Upstream: validateDownwardAPIVolumeFile. */
function validateDownwardAPIVolumeFile({ path: file = '', fieldRef, resourceFieldRef, mode }: DownwardAPIVolumeFile, path: string): FieldError[] {
  return concat(
    requireText(file, `${path}.path`),
    validateLocalNonReservedPath(file, `${path}.path`),
    isSet(fieldRef) ? validateObjectFieldSelector(fieldRef, FIELDS, `${path}.fieldRef`)
      : isSet(resourceFieldRef) ? validateContainerResourceFieldSelector(resourceFieldRef, `${path}.resourceFieldRef`, { isVolume: true })
        : [required(path, 'one of fieldRef and resourceFieldRef is required')],
    isSet(fieldRef) && isSet(resourceFieldRef)
      ? [invalid(path, 'resource', 'fieldRef and resourceFieldRef can not be specified simultaneously')] : [],
    validateFileMode(mode, `${path}.mode`),
  );
}

/**
 * Several sources in one directory, each file of one of them. The kinds of sources behind a feature gate are not there, since
 * the API server takes them off before. Upstream: validateProjectedVolumeSource.
 */
export function validateProjectedVolumeSource(
  { defaultMode, sources }: NonNullable<VolumeSource['projected']>, path: string, options: PodValidationOptions): FieldError[] {
  const taken = new Set<string>();
  return concat(
    validateFileMode(defaultMode, `${path}.defaultMode`),
    (sources ?? []).flatMap((source, index) => {
      const sourcePath = `${path}.sources[${index}]`;
      const { secret, configMap, downwardAPI, serviceAccountToken } = source;
      return concat(
        validateKeys(secret, `${sourcePath}.secret`),
        validateKeys(configMap, `${sourcePath}.configMap`),
        (downwardAPI?.items ?? []).flatMap((item) => validateDownwardAPIVolumeFile(item, `${sourcePath}.downwardAPI`)),
        validateServiceAccountToken(serviceAccountToken, path, `${sourcePath}.serviceAccountToken`, options),
        takeFiles(source, path, taken),
        [secret, configMap, downwardAPI, serviceAccountToken].filter(isSet).length > 1
          ? [forbidden(sourcePath, 'may not specify more than 1 volume type per source')] : [],
      );
    }),
  );
}

function validateKeys(source: VolumeProjection['secret'], path: string): FieldError[] {
  return isSet(source) ? concat(requireText(source.name, `${path}.name`), validateKeysToPaths(source.items, `${path}.items`)) : [];
}

/** Files that an earlier source has written; upstream names the object that would write it again, or the file. */
function takeFiles({ secret, configMap, downwardAPI }: VolumeProjection, path: string, taken: Set<string>): FieldError[] {
  const files = concat(
    [secret, configMap].flatMap((source) => (source?.items ?? []).map((item) => ({ file: item.path, shown: source?.name ?? '' }))),
    (downwardAPI?.items ?? []).map((item) => ({ file: item.path, shown: item.path })),
  );
  return files.flatMap(({ file, shown }) => {
    const isTaken = taken.has(file ?? '');
    taken.add(file ?? '');
    return file && isTaken ? [invalid(path, shown, 'conflicting duplicate paths')] : [];
  });
}

function validateServiceAccountToken(
  token: VolumeProjection['serviceAccountToken'], volumePath: string, path: string, options: PodValidationOptions): FieldError[] {
  if (!isSet(token)) {
    return [];
  }
  const seconds = token.expirationSeconds ?? 0;
  return concat(
    seconds < TOKEN_SECONDS_MIN ? [invalid(`${path}.expirationSeconds`, seconds, 'may not specify a duration less than 10 minutes')] : [],
    seconds > TOKEN_SECONDS_MAX ? [invalid(`${path}.expirationSeconds`, seconds, 'may not specify a duration larger than 2^32 seconds')] : [],
    !token.path ? [required(`${volumePath}.path`)]
      : options.allowNonLocalProjectedTokenPath ? [] : validateLocalNonReservedPath(token.path, `${volumePath}.path`),
  );
}
