import { concat } from '../concat';
import { FieldError, forbidden } from '../field-error';
import { isSet, requireTextOneOf } from './field-checks';
import { dns1123SubdomainErrors } from './names';
import { ObjectMetadata, validateObjectMeta } from './object-meta';
import { validateImmutableEnum, validateObjectMetaUpdate } from './object-meta-update';

/** What of a PriorityClass the rules look at. */
export interface PriorityClass {
  readonly metadata?: ObjectMetadata;
  readonly value?: number | null;
  readonly globalDefault?: boolean | null;
  readonly preemptionPolicy?: string | null;
}

const SYSTEM_PREFIX = 'system-';
const HIGHEST_USER_VALUE = 1000000000;
const SYSTEM_VALUES: ReadonlyMap<string, number> = new Map([['system-node-critical', 2000001000], ['system-cluster-critical', 2000000000]]);
const PREEMPTION_POLICIES = ['PreemptLowerPriority', 'Never'];

/** A new PriorityClass. No default matters. Upstream: ValidatePriorityClass. */
export function validatePriorityClass(priorityClass: PriorityClass): FieldError[] {
  const { metadata, preemptionPolicy } = priorityClass;
  return concat(
    validateObjectMeta(metadata, 'metadata', { requiresNamespace: false, nameErrors: dns1123SubdomainErrors }),
    validateValue(priorityClass),
    isSet(preemptionPolicy) ? requireTextOneOf(preemptionPolicy, 'preemptionPolicy', PREEMPTION_POLICIES) : [],
  );
}

/** Its value and whom it preempts stay; nothing else is looked at again. Upstream: ValidatePriorityClassUpdate. */
export function validatePriorityClassUpdate(priorityClass: PriorityClass, old: PriorityClass): FieldError[] {
  return [
    ...validateObjectMetaUpdate(priorityClass.metadata, old.metadata, 'metadata', false),
    ...((priorityClass.value ?? 0) === (old.value ?? 0) ? [] : [forbidden('value', 'may not be changed in an update.')]),
    ...validateImmutableEnum(priorityClass.preemptionPolicy, old.preemptionPolicy, 'preemptionPolicy'),
  ];
}

function validateValue({ metadata, value, globalDefault }: PriorityClass): FieldError[] {
  const name = metadata?.name ?? '';
  if (name.startsWith(SYSTEM_PREFIX)) {
    const error = systemClassError(name, value ?? 0, globalDefault === true);
    return error === undefined ? []
      : [forbidden('metadata.name', `priority class names with '${SYSTEM_PREFIX}' prefix are reserved for system use only. error: ${error}`)];
  }
  return (value ?? 0) > HIGHEST_USER_VALUE ? [forbidden('value', `maximum allowed value of a user defined priority is ${HIGHEST_USER_VALUE}`)] : [];
}

/** Why it is none of the two classes that every cluster has. Upstream: IsKnownSystemPriorityClass. */
function systemClassError(name: string, value: number, isGlobalDefault: boolean): string | undefined {
  const known = SYSTEM_VALUES.get(name);
  if (known === undefined) {
    return `${name} is not a known system priority class`;
  }
  return value !== known ? `value of ${name} PriorityClass must be ${known}`
    : isGlobalDefault ? `globalDefault of ${name} PriorityClass must be false` : undefined;
}
