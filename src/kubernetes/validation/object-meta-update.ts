import { FieldError, forbidden, invalid } from '../field-error';
import { isSet, typed } from './field-checks';
import { ObjectMetadata, ObjectMetaRules, validateObjectMeta } from './object-meta';

/** The name has to fit into an address; that it does for its kind was seen to when it was stored. */
const PATH_SEGMENT: Omit<ObjectMetaRules, 'requiresNamespace'> = { nameErrors: pathSegmentErrors, prefixErrors: pathSegmentPrefixErrors };

/**
 * Metadata of an object that is stored already. What the server fills in before it looks (generation, creation time, a uid or a
 * resource version that is not given) is not told of. Upstream: validateCommonFields, ValidateObjectMetaUpdate.
 */
export function validateObjectMetaUpdate(
  meta: ObjectMetadata | undefined, old: ObjectMetadata | undefined, path: string, requiresNamespace = true): FieldError[] {
  const seconds = old?.deletionGracePeriodSeconds ?? undefined;
  return [
    ...validateObjectMeta({ ...meta, generation: 0 }, path, { ...PATH_SEGMENT, requiresNamespace }),
    ...validateNoNewFinalizers(meta, old, `${path}.finalizers`),
    ...validateImmutableField(meta?.name ?? '', old?.name ?? '', `${path}.name`),
    ...validateImmutableField(meta?.namespace ?? '', old?.namespace ?? '', `${path}.namespace`),
    ...(meta?.uid && old?.uid ? validateImmutableField(meta.uid, old.uid, `${path}.uid`) : []),
    ...(old?.deletionTimestamp ? [] : validateImmutableField(meta?.deletionTimestamp ?? undefined, undefined, `${path}.deletionTimestamp`)),
    ...validateImmutableField(meta?.deletionGracePeriodSeconds ?? seconds, seconds, `${path}.deletionGracePeriodSeconds`),
  ];
}

/** Upstream: content.IsPathSegmentPrefix. */
function pathSegmentPrefixErrors(name: string): string[] {
  return ['/', '%'].filter((sign) => name.includes(sign)).map((sign) => `may not contain '${sign}'`);
}

/** Upstream: content.IsPathSegmentName. */
function pathSegmentErrors(name: string): string[] {
  return name === '.' || name === '..' ? [`may not be '${name}'`] : pathSegmentPrefixErrors(name);
}

/** Upstream: ValidateImmutableField. */
export function validateImmutableField(value: unknown, old: unknown, path: string, isKept = value === old): FieldError[] {
  return isKept ? [] : [invalid(path, value, 'field is immutable')];
}

/** The same of a value of one of Go's named string types, which is printed in another way. */
export function validateImmutableEnum(value: string | null | undefined, old: string | null | undefined, path: string): FieldError[] {
  return validateImmutableField(isSet(value) ? typed(value) : value, undefined, path, value === old);
}

/** Upstream: ValidateNoNewFinalizers. */
function validateNoNewFinalizers(meta: ObjectMetadata | undefined, old: ObjectMetadata | undefined, path: string): FieldError[] {
  const added = [...new Set(meta?.finalizers ?? [])].filter((finalizer) => !(old?.finalizers ?? []).includes(finalizer)).sort();
  const printed = `[]string{${added.map((finalizer) => JSON.stringify(finalizer)).join(', ')}}`;
  return !old?.deletionTimestamp || added.length === 0 ? []
    : [forbidden(path, `no new finalizers can be added if the object is being deleted, found new finalizers ${printed}`)];
}
