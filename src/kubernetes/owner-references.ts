import { ApiObject } from './decode/decode';
import { OwnerReference } from './validation/object-meta';

interface Owned {
  readonly ownerReferences?: readonly OwnerReference[];
}

/** The object with one reference of those that are the same, as the API server takes it. Upstream: dedupOwnerReferences. */
export function withUniqueOwners(object: ApiObject): ApiObject {
  const { ownerReferences = [], ...metadata } = (object.metadata ?? {}) as Owned;
  const repeated = repeatedOf(ownerReferences);
  const unique = ownerReferences.filter((reference) => !repeated.includes(reference));
  return repeated.length === 0 ? object : { ...object, metadata: { ...metadata, ownerReferences: unique } };
}

/** What the API server warns of where it leaves some out. Upstream: DuplicateOwnerReferencesWarningFormat. */
export function ownerReferenceWarnings({ metadata }: ApiObject): string[] {
  const repeated = repeatedOf(((metadata ?? {}) as Owned).ownerReferences ?? []);
  return repeated.length === 0 ? [] : ['.metadata.ownerReferences contains duplicate entries; API server dedups owner references in 1.20+, '
    + 'and may reject such requests as early as 1.24; please fix your requests; '
    + `duplicate UID(s) observed: ${repeated.map(({ uid = '' }) => uid).join(', ')}`];
}

function repeatedOf(references: readonly OwnerReference[]): OwnerReference[] {
  const known = new Set<string>();
  return references.filter(({ apiVersion = '', kind = '', name = '', uid = '', controller, blockOwnerDeletion }) => (
    known.size === known.add(JSON.stringify([apiVersion, kind, name, uid, controller ?? null, blockOwnerDeletion ?? null])).size));
}
