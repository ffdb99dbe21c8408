import { ApiObject, decode } from './decode/decode';
import { setDefaults } from './defaults/apply-defaults';
import { dropDisabledFields } from './defaults/disabled-fields';
import { NEWEST_KUBERNETES } from './feature-gates';
import { FieldError } from './field-error';
import { kindOf } from './schema/kinds';
import { KIND_RULES } from './validation/kinds';

/** Kinds whose objects belong to no namespace. */
const CLUSTER_SCOPED = ['ClusterRole', 'ClusterRoleBinding', 'CSIDriver', 'Namespace', 'Node', 'PersistentVolume', 'PriorityClass', 'RuntimeClass', 'StorageClass'];

/** Why the API server would not create an object: its form, of which it tells the first error only, or fields. Empty where it would. */
export interface Refusal {
  readonly form?: string;
  readonly fields: readonly FieldError[];
}

/** What the newest API server says when it is asked to create an object. Objects of kinds whose rules are not known are not judged. */
export function refusalOf(object: ApiObject): Refusal {
  const known = kindOf(object.apiVersion, object.kind);
  if (known !== undefined && 'removedIn' in known) {
    return { form: `${object.kind} of ${object.apiVersion} is no longer served since Kubernetes ${known.removedIn}`, fields: [] };
  }
  const decoded = decode(object, NEWEST_KUBERNETES);
  if ('error' in decoded) {
    return { form: decoded.error, fields: [] };
  }
  const isJudged = known !== undefined && Object.hasOwn(KIND_RULES, known.type);
  return { fields: isJudged ? KIND_RULES[known.type].validate(asRequested(decoded.object)) : [] };
}

/** A decoded object as it is judged when it is created: with its defaults, in its namespace, without what is off. Upstream: BeforeCreate. */
export function asRequested(object: ApiObject, version = NEWEST_KUBERNETES): ApiObject {
  const defaulted = dropDisabledFields(setDefaults(object), version);
  const { namespace, ...metadata } = (defaulted.metadata ?? {}) as ApiObject;
  return { ...defaulted, metadata: isClusterScoped(String(object.kind)) ? metadata : { ...metadata, namespace: namespace || 'default' } };
}

/** Such objects have no namespace, whatever they say. */
export function isClusterScoped(kind: string): boolean {
  return CLUSTER_SCOPED.includes(kind);
}
