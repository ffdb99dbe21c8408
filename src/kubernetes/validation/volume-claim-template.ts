import { FieldError, forbidden, invalid, notSupported, required } from '../field-error';
import { formatQuantity, parseQuantity } from '../quantity';
import { invalidForEach, isSet, optionalFormat, optionalOneOf, requireText, typed } from './field-checks';
import { validateLabelSelector } from './label-selector';
import { dns1123LabelErrors, dns1123SubdomainErrors } from './names';
import { ObjectMetadata, validateAnnotations, validateLabels } from './object-meta';
import { isNegative, isZero } from './resource-lists';
import { ObjectReference, PersistentVolumeClaimSpec, VolumeSource } from './volume-objects';

const ACCESS_MODES = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];
const VOLUME_MODES = ['Block', 'Filesystem'];

/** The claim that each pod makes for itself. Upstream: validateEphemeralVolumeSource. */
export function validateEphemeralVolumeSource({ volumeClaimTemplate: template }: NonNullable<VolumeSource['ephemeral']>, path: string): FieldError[] {
  return isSet(template) ? [
    ...validateTemplateObjectMeta(template.metadata ?? {}, `${path}.volumeClaimTemplate.metadata`),
    ...validatePersistentVolumeClaimSpec(template.spec ?? {}, `${path}.volumeClaimTemplate.spec`),
  ] : [required(`${path}.volumeClaimTemplate`)];
}

/** The nothing of fields that have no pointer in Go; a pointer to nothing is something. */
const ZERO_VALUES: { readonly [field: string]: unknown } = {
  name: '', generateName: '', namespace: '', selfLink: '', uid: '', resourceVersion: '', generation: 0,
};

/** Upstream: ValidateTemplateObjectMeta. */
function validateTemplateObjectMeta(metadata: ObjectMetadata, path: string): FieldError[] {
  const { labels, annotations, ...others } = metadata;
  return [
    ...validateAnnotations(annotations, `${path}.annotations`),
    ...validateLabels(labels, `${path}.labels`),
    ...Object.entries(others).filter(([field, value]) => isSet(value) && value !== ZERO_VALUES[field]).map(([field]) => (
      forbidden(`${path}.${field === 'uid' ? 'uID' : field}`, 'cannot be set'))),
  ];
}

/** Upstream: ValidatePersistentVolumeClaimSpec. */
export function validatePersistentVolumeClaimSpec(spec: PersistentVolumeClaimSpec, path: string): FieldError[] {
  return [
    ...validateAccessModes(spec.accessModes ?? [], `${path}.accessModes`),
    ...validateLabelSelector(spec.selector, `${path}.selector`),
    ...validateStorage(spec, `${path}.resources[storage]`),
    ...optionalFormat(spec.storageClassName, `${path}.storageClassName`, dns1123SubdomainErrors),
    ...optionalOneOf(spec.volumeMode, `${path}.volumeMode`, VOLUME_MODES),
    ...validateDataSource(spec.dataSource, `${path}.dataSource`),
    ...validateDataSource(spec.dataSourceRef, `${path}.dataSourceRef`),
    ...optionalFormat(spec.dataSourceRef?.namespace, `${path}.dataSourceRef.namespace`, dns1123LabelErrors),
    ...validateBothDataSources(spec, path),
    ...optionalFormat(spec.volumeAttributesClassName, `${path}.volumeAttributesClassName`, dns1123SubdomainErrors),
  ];
}

function validateAccessModes(modes: readonly string[], path: string): FieldError[] {
  const known = modes.filter((mode) => ACCESS_MODES.includes(mode));
  return [
    ...(modes.length === 0 ? [required(path, 'at least 1 access mode is required')] : []),
    ...modes.filter((mode) => !known.includes(mode)).map((mode) => notSupported(path, typed(mode), ACCESS_MODES)),
    ...(known.includes('ReadWriteOncePod') && known.some((mode) => mode !== 'ReadWriteOncePod')
      ? [forbidden(path, 'may not use ReadWriteOncePod with other access modes')] : []),
  ];
}

function validateStorage({ resources }: PersistentVolumeClaimSpec, path: string): FieldError[] {
  const { storage } = resources?.requests ?? {};
  if (!isSet(storage)) {
    return [required(path)];
  }
  const quantity = parseQuantity(storage);
  return 'error' in quantity || !(isZero(quantity) || isNegative(quantity)) ? []
    : [invalid(path, formatQuantity(quantity), 'must be greater than zero')];
}

/** Upstream: validateDataSource, validateDataSourceRef. */
function validateDataSource(source: ObjectReference | null | undefined, path: string): FieldError[] {
  if (!isSet(source)) {
    return [];
  }
  const { apiGroup, kind = '', name } = source;
  return [
    ...requireText(name, `${path}.name`),
    ...requireText(kind, `${path}.kind`),
    ...(apiGroup ? invalidForEach(`${path}.apiGroup`, apiGroup, dns1123SubdomainErrors(apiGroup))
      : kind === 'PersistentVolumeClaim' ? [] : [invalid(path, kind, "must be 'PersistentVolumeClaim' when referencing the default apiGroup")]),
  ];
}

/** Upstream prints the path, and all there is of a path as JSON is an empty object. */
function validateBothDataSources({ dataSource, dataSourceRef }: PersistentVolumeClaimSpec, path: string): FieldError[] {
  if (!isSet(dataSource) || !isSet(dataSourceRef)) {
    return [];
  }
  const isSame = dataSource.kind === dataSourceRef.kind && dataSource.name === dataSourceRef.name
    && (dataSource.apiGroup ?? undefined) === (dataSourceRef.apiGroup ?? undefined);
  return dataSourceRef.namespace ? [invalid(path, {}, 'may not be specified when dataSourceRef.namespace is specified')]
    : isSame ? [] : [invalid(path, {}, 'must match dataSourceRef')];
}
