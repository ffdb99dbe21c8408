import { ApiObject, decode } from './decode/decode';
import { setDefaults } from './defaults/apply-defaults';
import { dropDisabledFields } from './defaults/disabled-fields';
import { NEWEST_KUBERNETES } from './feature-gates';
import { FieldError } from './field-error';
import { withUniqueOwners } from './owner-references';
import { kindOf, noLongerServed } from './schema/kinds';
import { KIND_RULES } from './validation/kinds';

/** Kinds whose objects belong to no namespace. */
const CLUSTER_SCOPED = ['ClusterRole', 'ClusterRoleBinding', 'CSIDriver', 'Namespace', 'Node', 'PersistentVolume', 'PriorityClass', 'RuntimeClass', 'StorageClass'];

/** What the API server makes of an object that it is asked to create. */
export interface Judgement {
  /** What is wrong with its form, of which the server tells the first error only. */
  readonly form?: string;
  /** What is wrong with its fields. */
  readonly fields: readonly FieldError[];
  /** The object as it is read, where its form is right: nothing in it is null. */
  readonly object?: ApiObject;
}

/** What the newest API server says when it is asked to create an object. Objects of kinds whose rules are not known are taken as they are. */
export function judge(object: ApiObject): Judgement {
  const known = kindOf(object.apiVersion, object.kind);
  if (known !== undefined && 'removedIn' in known) {
    const instead = known.replacement === undefined ? '' : `; write apiVersion: ${known.replacement}`;
    return { form: noLongerServed(object, known.removedIn) + instead, fields: [] };
  }
  const decoded = decode(object, NEWEST_KUBERNETES);
  if ('error' in decoded) {
    return { form: `${decoded.error}${placeOf(decoded)}`, fields: [] };
  }
  const isJudged = known !== undefined && Object.hasOwn(KIND_RULES, known.type);
  return { fields: isJudged ? KIND_RULES[known.type].validate(asRequested(decoded.object)) : [], object: decoded.object };
}

/** The server's words for a value that cannot be read name no field, or the type that has it. */
function placeOf({ error, path }: { readonly error: string; readonly path?: string }): string {
  return path === undefined || error.includes(path) ? '' : ` (at ${path})`;
}

/** A decoded object as it is judged when it is created: with its defaults, in its namespace, without what is off or said twice. Upstream: BeforeCreate. */
export function asRequested(object: ApiObject, version = NEWEST_KUBERNETES): ApiObject {
  const defaulted = withUniqueOwners(dropDisabledFields(setDefaults(object), version));
  const { namespace, ...metadata } = (defaulted.metadata ?? {}) as ApiObject;
  return { ...defaulted, metadata: isClusterScoped(String(object.kind)) ? metadata : { ...metadata, namespace: namespace || 'default' } };
}

/** Such objects have no namespace, whatever they say. */
export function isClusterScoped(kind: string): boolean {
  return CLUSTER_SCOPED.includes(kind);
}
