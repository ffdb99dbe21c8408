import { concat } from '../concat';
import { FieldError, forbidden, invalid, required, tooLong } from '../field-error';
import { labelValueErrors } from '../labels';
import { ObjectMeta } from '../objects';
import { byteLength, dns1123LabelErrors, qualifiedNameErrors } from './names';

type Texts = { readonly [key: string]: string };

export interface OwnerReference {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly uid?: string;
  readonly controller?: boolean;
  readonly blockOwnerDeletion?: boolean;
}

/** All of the metadata that has rules. */
export interface ObjectMetadata extends ObjectMeta {
  readonly generateName?: string;
  readonly uid?: string;
  readonly resourceVersion?: string;
  readonly generation?: number;
  readonly creationTimestamp?: string | null;
  readonly deletionTimestamp?: string | null;
  readonly deletionGracePeriodSeconds?: number | null;
  readonly ownerReferences?: readonly OwnerReference[] | null;
  readonly finalizers?: readonly string[] | null;
}

export interface ObjectMetaRules {
  readonly requiresNamespace: boolean;
  /** The rule for the name of the kind, in upstream's words. */
  readonly nameErrors: (name: string) => string[];
  /** The rule for a name that is not complete, where it is another. */
  readonly prefixErrors?: (prefix: string) => string[];
}

const ANNOTATIONS_MAX = 262144;
const STANDARD_FINALIZERS = ['kubernetes', 'orphan', 'foregroundDeletion'];

/** Labels of anything. Upstream: ValidateLabels. */
export function validateLabels(labels: Texts | null | undefined, path: string): FieldError[] {
  return Object.entries(labels ?? {}).flatMap(([key, value]) => concat(
    validateLabelName(key, path),
    labelValueErrors(value).map((error) => invalid(path, value, error)),
  ));
}

/** The key of a label. Upstream: ValidateLabelName. */
export function validateLabelName(key: string, path: string): FieldError[] {
  return qualifiedNameErrors(key).map((error) => invalid(path, key, error));
}

/** Annotations of anything; their keys may be in upper case. Upstream: ValidateAnnotations. */
export function validateAnnotations(annotations: Texts | null | undefined, path: string): FieldError[] {
  const entries = Object.entries(annotations ?? {});
  const bytes = entries.reduce((sum, [key, value]) => sum + byteLength(key) + byteLength(value), 0);
  return concat(
    entries.flatMap(([key]) => qualifiedNameErrors(key.toLowerCase()).map((error) => invalid(path, key, error))),
    bytes > ANNOTATIONS_MAX ? [tooLong(path, ANNOTATIONS_MAX)] : [],
  );
}

/** A number that may not be negative. Upstream: ValidateNonnegativeField. */
export function validateNonnegative(value: number | null | undefined, path: string): FieldError[] {
  return (value ?? 0) < 0 ? [invalid(path, value, 'must be greater than or equal to 0')] : [];
}

/**
 * Metadata of a new object. With `generateName` alone the server makes a name up, and nobody can tell which.
 * Upstream: ValidateObjectMeta.
 */
export function validateObjectMeta(meta: ObjectMetadata | undefined, path: string, rules: ObjectMetaRules): FieldError[] {
  const { requiresNamespace, nameErrors, prefixErrors = (prefix: string) => nameErrors(maskTrailingDash(prefix)) } = rules;
  const { name = '', generateName = '', namespace = '', generation, labels, annotations, ownerReferences, finalizers } = meta ?? {};
  return concat(
    generateName === '' ? [] : prefixErrors(generateName).map((error) => invalid(`${path}.generateName`, generateName, error)),
    name !== '' ? nameErrors(name).map((error) => invalid(`${path}.name`, name, error))
      : generateName === '' ? [required(`${path}.name`, 'name or generateName is required')] : [],
    requiresNamespace ? validateNamespace(namespace, `${path}.namespace`)
      : namespace === '' ? [] : [forbidden(`${path}.namespace`, 'not allowed on this type')],
    validateNonnegative(generation, `${path}.generation`),
    validateLabels(labels, `${path}.labels`),
    validateAnnotations(annotations, `${path}.annotations`),
    validateOwnerReferences(ownerReferences, `${path}.ownerReferences`),
    validateFinalizers(finalizers, `${path}.finalizers`),
    (finalizers ?? []).flatMap((finalizer, index) => validateStandardFinalizer(finalizer, `${path}.finalizers[${index}]`)),
  );
}

function validateNamespace(namespace: string, path: string): FieldError[] {
  return namespace === '' ? [required(path)] : dns1123LabelErrors(namespace).map((error) => invalid(path, namespace, error));
}

/** Characters follow what is generated, so it may end with a dash. Upstream: maskTrailingDash. */
function maskTrailingDash(name: string): string {
  return name.length > 1 && name.endsWith('-') ? `${name.slice(0, -2)}a` : name;
}

/** Who owns the object. Upstream: ValidateOwnerReferences. */
export function validateOwnerReferences(references: readonly OwnerReference[] | null | undefined, path: string): FieldError[] {
  const controllers = (references ?? []).filter(({ controller }) => controller === true).map(({ kind = '', name = '' }) => `${kind}/${name}`);
  const [first, ...others] = controllers;
  return concat(
    (references ?? []).flatMap((reference) => validateOwnerReference(reference, path)),
    others.map((other) => invalid(path, (references ?? []).map(inOrder),
      `Only one reference can have Controller set to true. Found "true" in references for ${first} and ${other}`)),
  );
}

/** Upstream: validateOwnerReference. */
function validateOwnerReference(reference: OwnerReference, path: string): FieldError[] {
  const { apiVersion = '', kind = '', name = '', uid = '' } = reference;
  // what has more than one slash is read as a kind without group and version
  const isVersion = apiVersion !== '' && apiVersion !== '/' && apiVersion.split('/').length <= 2 && !apiVersion.endsWith('/');
  return concat(
    isVersion ? [] : [invalid(`${path}.apiVersion`, apiVersion, 'version must not be empty')],
    Object.entries({ kind, name, uid }).filter(([, value]) => value === '')
      .map(([key, value]) => invalid(`${path}.${key}`, value, 'must not be empty')),
    (apiVersion === 'v1' || apiVersion === '/v1') && kind === 'Event'
      ? [invalid(path, inOrder(reference), '/v1, Kind=Event is disallowed from being an owner')] : [],
  );
}

/** The fields as upstream prints them, in the order of its type. */
function inOrder({ apiVersion = '', kind = '', name = '', uid = '', controller, blockOwnerDeletion }: OwnerReference): OwnerReference {
  return { apiVersion, kind, name, uid, controller: controller ?? undefined, blockOwnerDeletion: blockOwnerDeletion ?? undefined };
}

/** Upstream: ValidateFinalizers. */
function validateFinalizers(finalizers: readonly string[] | null | undefined, path: string): FieldError[] {
  const list = finalizers ?? [];
  return concat(
    list.flatMap((finalizer) => qualifiedNameErrors(finalizer).map((error) => invalid(path, finalizer, error))),
    list.includes('orphan') && list.includes('foregroundDeletion')
      ? [invalid(path, list, 'finalizer orphan and foregroundDeletion cannot be both set')] : [],
  );
}

/** Upstream: validateKubeFinalizerName. */
function validateStandardFinalizer(finalizer: string, path: string): FieldError[] {
  return finalizer.includes('/') || STANDARD_FINALIZERS.includes(finalizer) ? []
    : [invalid(path, finalizer, 'name is neither a standard finalizer name nor is it fully qualified')];
}
