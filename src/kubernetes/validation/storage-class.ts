import { concat } from '../concat';
import { FieldError, duplicate, invalid, required, tooLong } from '../field-error';
import { invalidForEach, isSet, requireOneOf } from './field-checks';
import { byteLength, dns1123SubdomainErrors, qualifiedNameErrors } from './names';
import { ObjectMetadata, validateLabelName, validateObjectMeta } from './object-meta';
import { validateImmutableEnum, validateImmutableField, validateObjectMetaUpdate } from './object-meta-update';
import { isSameList } from '../defaults/same';

export interface TopologySelectorLabelRequirement {
  readonly key?: string;
  readonly values?: readonly string[] | null;
}

export interface TopologySelectorTerm {
  readonly matchLabelExpressions?: ReadonlyArray<TopologySelectorLabelRequirement | null> | null;
}

/** What of a StorageClass the rules look at. */
export interface StorageClass {
  readonly metadata?: ObjectMetadata;
  readonly provisioner?: string | null;
  readonly parameters?: { readonly [key: string]: string | null } | null;
  readonly reclaimPolicy?: string | null;
  readonly volumeBindingMode?: string | null;
  readonly allowedTopologies?: ReadonlyArray<TopologySelectorTerm | null> | null;
}

const PARAMETERS_MAX = 512;
const PARAMETERS_SIZE_MAX = 262144;
const RECLAIM_POLICIES = ['Delete', 'Retain'];
const BINDING_MODES = ['Immediate', 'WaitForFirstConsumer'];

/** A new StorageClass. Defaulting has set the reclaim policy (Delete) and the binding mode (Immediate). Upstream: ValidateStorageClass. */
export function validateStorageClass(storageClass: StorageClass): FieldError[] {
  const { metadata, provisioner, parameters, reclaimPolicy, volumeBindingMode, allowedTopologies } = storageClass;
  return concat(
    validateObjectMeta(metadata, 'metadata', { requiresNamespace: false, nameErrors: dns1123SubdomainErrors }),
    validateProvisioner(provisioner ?? '', 'provisioner'),
    validateParameters(parameters ?? {}, 'parameters'),
    reclaimPolicy ? requireOneOf(reclaimPolicy, 'reclaimPolicy', RECLAIM_POLICIES) : [],
    isSet(volumeBindingMode) ? requireOneOf(volumeBindingMode, 'volumeBindingMode', BINDING_MODES) : [required('volumeBindingMode')],
    validateAllowedTopologies(allowedTopologies ?? [], 'allowedTopologies'),
  );
}

/** What makes a volume stays. Upstream: ValidateStorageClassUpdate. */
export function validateStorageClassUpdate(storageClass: StorageClass, old: StorageClass): FieldError[] {
  return [
    ...validateObjectMetaUpdate(storageClass.metadata, old.metadata, 'metadata', false),
    ...validateStorageClass(storageClass),
    ...validateImmutableField(storageClass.parameters, undefined, 'parameters', isSameList(storageClass.parameters, old.parameters)),
    ...validateImmutableField(storageClass.provisioner ?? '', old.provisioner ?? '', 'provisioner'),
    ...validateImmutableEnum(storageClass.reclaimPolicy, old.reclaimPolicy, 'reclaimPolicy'),
    ...validateImmutableEnum(storageClass.volumeBindingMode, old.volumeBindingMode, 'volumeBindingMode'),
  ];
}

/** Upstream: validateProvisioner. */
function validateProvisioner(provisioner: string, path: string): FieldError[] {
  const lowerCase = provisioner.toLowerCase();
  return provisioner === '' ? [required(path)] : invalidForEach(path, lowerCase, qualifiedNameErrors(lowerCase));
}

/** Upstream: validateParameters. */
function validateParameters(parameters: { readonly [key: string]: string | null }, path: string): FieldError[] {
  const entries = Object.entries(parameters);
  if (entries.length > PARAMETERS_MAX) {
    return [tooLong(path, PARAMETERS_MAX)];
  }
  const bytes = entries.reduce((sum, [key, value]) => sum + byteLength(key) + byteLength(value ?? ''), 0);
  return concat(
    entries.filter(([key]) => key === '').map(([key]) => invalid(path, key, 'field can not be empty.')),
    bytes > PARAMETERS_SIZE_MAX ? [tooLong(path, PARAMETERS_SIZE_MAX)] : [],
  );
}

/** Upstream: validateAllowedTopologies. It compares a term with as many terms without any requirement as there are terms, too. */
function validateAllowedTopologies(terms: ReadonlyArray<TopologySelectorTerm | null>, path: string): FieldError[] {
  const meanings = terms.map((term) => meaningOf(term?.matchLabelExpressions ?? []));
  return terms.flatMap((term, index) => concat(
    validateTopologySelectorTerm(term ?? {}, `${path}[${index}]`),
    concat(terms.map(() => NOTHING), meanings.slice(0, index)).filter((other) => other === meanings[index])
      .map(() => duplicate(`${path}[${index}].matchLabelExpressions`, '')),
  ));
}

const NOTHING = meaningOf([]);

/** Values by keys, of which the last counts, in whatever order. */
function meaningOf(requirements: ReadonlyArray<TopologySelectorLabelRequirement | null>): string {
  const values = new Map(requirements.map((requirement) => [requirement?.key ?? '', [...new Set(requirement?.values ?? [])].sort()]));
  return JSON.stringify([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Upstream: ValidateTopologySelectorTerm. */
function validateTopologySelectorTerm({ matchLabelExpressions }: TopologySelectorTerm, path: string): FieldError[] {
  const requirements = matchLabelExpressions ?? [];
  const keys = requirements.map((requirement) => requirement?.key ?? '');
  return requirements.flatMap((requirement, index) => {
    const at = `${path}.matchLabelExpressions[${index}]`;
    return concat(
      validateTopologySelectorLabelRequirement(requirement ?? {}, at),
      keys.indexOf(keys[index]) < index ? [duplicate(`${at}.key`, keys[index])] : [],
    );
  });
}

/** Upstream: validateTopologySelectorLabelRequirement. */
function validateTopologySelectorLabelRequirement({ key, values: list }: TopologySelectorLabelRequirement, path: string): FieldError[] {
  const values = list ?? [];
  return concat(
    values.length === 0 ? [required(`${path}.values`)] : [],
    values.flatMap((value, index) => (values.indexOf(value) < index ? [duplicate(`${path}.values[${index}]`, value)] : [])),
    validateLabelName(key ?? '', `${path}.key`),
  );
}
