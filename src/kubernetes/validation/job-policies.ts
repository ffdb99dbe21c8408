import { duplicate, FieldError, invalid, notSupported, required, tooLong, tooMany } from '../field-error';
import { isSet, typed } from './field-checks';
import { succeededIndexesCount } from './job-indexes';
import { JobSpec, OnExitCodes, PodFailurePolicy, PodFailurePolicyRule, SuccessPolicy, SuccessPolicyRule } from './job-spec';
import { byteLength, qualifiedNameErrors } from './names';
import { validateNonnegative } from './object-meta';

const [RULES_MAX, CONDITIONS_MAX, EXIT_CODES_MAX, INDEXES_MAX] = [20, 20, 255, 65536];
const ACTIONS = ['Count', 'FailIndex', 'FailJob', 'Ignore'];
const OPERATORS = ['In', 'NotIn'];
const STATUSES = ['False', 'True', 'Unknown'];

/** What becomes of a Job when a pod fails. Upstream: validatePodFailurePolicy. */
export function validatePodFailurePolicy(policy: PodFailurePolicy, spec: JobSpec, path: string): FieldError[] {
  const rules = policy.rules ?? [];
  return [
    ...(rules.length > RULES_MAX ? [tooMany(`${path}.rules`, rules.length, RULES_MAX)] : []),
    ...rules.flatMap((rule, index) => validatePodFailurePolicyRule(rule, spec, `${path}.rules[${index}]`)),
  ];
}

/** Upstream: validatePodFailurePolicyRule. */
function validatePodFailurePolicyRule({ action, onExitCodes, onPodConditions }: PodFailurePolicyRule, spec: JobSpec, path: string): FieldError[] {
  const conditions = onPodConditions ?? [];
  const [hasCodes, hasConditions] = [isSet(onExitCodes), conditions.length > 0];
  return [
    ...requireKnown(action, `${path}.action`, ACTIONS),
    ...(action === 'FailIndex' && !isSet(spec.backoffLimitPerIndex)
      ? [invalid(`${path}.action`, action, 'requires the backoffLimitPerIndex to be set')] : []),
    ...(isSet(onExitCodes) ? validateOnExitCodes(onExitCodes, spec, `${path}.onExitCodes`) : []),
    ...(conditions.length > CONDITIONS_MAX ? [tooMany(`${path}.onPodConditions`, conditions.length, CONDITIONS_MAX)] : []),
    ...conditions.flatMap(({ type = '', status }, index) => [
      ...qualifiedNameErrors(type).map((error) => invalid(`${path}.onPodConditions[${index}].type`, type, error)),
      ...requireKnown(status, `${path}.onPodConditions[${index}].status`, STATUSES),
    ]),
    ...(hasCodes === hasConditions ? [withoutValue(path, hasCodes ? 'specifying both OnExitCodes and OnPodConditions is not supported'
      : 'specifying one of OnExitCodes and OnPodConditions is required')] : []),
  ];
}

/** Upstream: validatePodFailurePolicyRuleOnExitCodes. */
function validateOnExitCodes({ operator, containerName, values: list }: OnExitCodes, { template }: JobSpec, path: string): FieldError[] {
  const values = list ?? [];
  const names = [...(template?.spec?.containers ?? []), ...(template?.spec?.initContainers ?? [])].map(({ name = '' }) => name);
  return [
    ...requireKnown(operator, `${path}.operator`, OPERATORS),
    ...(!isSet(containerName) || names.includes(containerName) ? []
      : [invalid(`${path}.containerName`, containerName, 'must be one of the container or initContainer names in the pod template')]),
    ...(values.length === 0 ? [invalid(`${path}.values`, list, 'at least one value is required')]
      : values.length > EXIT_CODES_MAX ? [tooMany(`${path}.values`, values.length, EXIT_CODES_MAX)] : []),
    ...values.flatMap((value, index) => [
      ...(operator === 'In' && value === 0 ? [invalid(`${path}.values[${index}]`, value, 'must not be 0 for the In operator')] : []),
      ...(values.indexOf(value) < index ? [duplicate(`${path}.values[${index}]`, value)] : []),
    ]),
    ...(values.some((value, index) => values[index - 1] > value) ? [invalid(`${path}.values`, values, 'must be ordered')] : []),
  ];
}

/** When a Job is done early. Upstream: validateSuccessPolicy. */
export function validateSuccessPolicy(policy: SuccessPolicy, spec: JobSpec, path: string): FieldError[] {
  const rules = policy.rules ?? [];
  if (spec.completionMode !== 'Indexed') {
    return [invalid(path, printedSuccessPolicy(policy), 'requires indexed completion mode')];
  }
  return [
    ...(rules.length > 0 ? [] : [required(`${path}.rules`, 'at least one rules must be specified when the successPolicy is specified')]),
    ...(rules.length > RULES_MAX ? [tooMany(`${path}.rules`, rules.length, RULES_MAX)] : []),
    ...rules.flatMap((rule, index) => validateSuccessPolicyRule(rule, spec.completions ?? 0, `${path}.rules[${index}]`)),
  ];
}

/** Upstream: validateSuccessPolicyRule. */
function validateSuccessPolicyRule(rule: SuccessPolicyRule, completions: number, path: string): FieldError[] {
  const { succeededIndexes: indexes, succeededCount: count } = rule;
  const counted = isSet(indexes) ? succeededIndexesCount(indexes, completions) : undefined;
  const total = counted === undefined || 'error' in counted ? 0 : counted.count;
  const atMost = (most: number, what: string) => (
    isSet(count) && count > most ? [invalid(`${path}.succeededCount`, count, `must be less than or equal to ${most} (${what})`)] : []);
  return [
    ...(isSet(indexes) || isSet(count) ? [] : [required(path, 'at least one of succeededCount or succeededIndexes must be specified')]),
    ...(isSet(indexes) && byteLength(indexes) > INDEXES_MAX ? [tooLong(`${path}.succeededIndexes`, INDEXES_MAX)] : []),
    ...(counted !== undefined && 'error' in counted
      ? [invalid(`${path}.succeededIndexes`, indexes, `error parsing succeededIndexes: ${counted.error}`)] : []),
    ...validateNonnegative(count, `${path}.succeededCount`),
    ...atMost(completions, 'the number of specified completions'),
    ...(isSet(indexes) ? atMost(total, 'the number of indexes in the specified succeededIndexes field') : []),
  ];
}

/** The types have no names for JSON, so upstream prints those of their fields. */
export function printedPodFailurePolicy({ rules }: PodFailurePolicy): object {
  return {
    Rules: (rules ?? []).map(({ action = '', onExitCodes: codes, onPodConditions: conditions }) => ({
      Action: action,
      OnExitCodes: isSet(codes) ? { ContainerName: codes.containerName ?? null, Operator: codes.operator ?? '', Values: codes.values ?? null } : null,
      OnPodConditions: conditions?.map(({ type = '', status = '' }) => ({ Type: type, Status: status })) ?? null,
    })),
  };
}

export function printedSuccessPolicy({ rules }: SuccessPolicy): object {
  return {
    Rules: rules?.map(({ succeededIndexes: indexes, succeededCount: count }) => (
      { SucceededIndexes: indexes ?? null, SucceededCount: count ?? null })) ?? null,
  };
}

function requireKnown(value: string | undefined, path: string, supported: readonly string[]): FieldError[] {
  return !value ? [required(path, `valid values: [${supported.map((name) => `"${name}"`).join(' ')}]`)]
    : supported.includes(value) ? [] : [notSupported(path, typed(value), supported)];
}

function withoutValue(path: string, reason: string): FieldError {
  return { path, type: 'FieldValueInvalid', detail: `Invalid value: ${reason}` };
}
