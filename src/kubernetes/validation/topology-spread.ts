import { concat } from '../concat';
import { FieldError, duplicate, forbidden, invalid, required } from '../field-error';
import { TopologySpreadConstraint } from '../pod-objects';
import { isSet, optionalOneOf, requireOneOf } from './field-checks';
import { validateLabelSelector } from './label-selector';
import { validateLabelName } from './object-meta';
import { validateMatchLabelKeysAndMismatchLabelKeys } from './pod-affinity';
import { PodValidationOptions } from './pod-validation-options';

const ACTIONS = ['DoNotSchedule', 'ScheduleAnyway'];
const POLICIES = ['Honor', 'Ignore'];

/** How evenly pods are spread. Upstream: validateTopologySpreadConstraints. */
export function validateTopologySpreadConstraints(
  constraints: readonly TopologySpreadConstraint[], path: string, options: PodValidationOptions): FieldError[] {
  return constraints.flatMap((constraint, index) => {
    const at = `${path}[${index}]`;
    const { maxSkew = 0, topologyKey = '', whenUnsatisfiable = '', labelSelector } = constraint;
    const isRepeated = constraints.slice(index + 1).some((other) => (
      (other.topologyKey ?? '') === topologyKey && (other.whenUnsatisfiable ?? '') === whenUnsatisfiable));
    return concat(
      validatePositive(maxSkew, `${at}.maxSkew`),
      topologyKey === '' ? [required(`${at}.topologyKey`, 'can not be empty')] : [],
      requireOneOf(whenUnsatisfiable, `${at}.whenUnsatisfiable`, ACTIONS),
      isRepeated ? [duplicate(`${at}.{topologyKey, whenUnsatisfiable}`, `{${topologyKey}, ${whenUnsatisfiable}}`)] : [],
      validateMinDomains(constraint, `${at}.minDomains`),
      optionalOneOf(constraint.nodeAffinityPolicy, `${at}.nodeAffinityPolicy`, POLICIES),
      optionalOneOf(constraint.nodeTaintsPolicy, `${at}.nodeTaintsPolicy`, POLICIES),
      options.oldPodViolatesMatchLabelKeysValidation ? validateMatchLabelKeysInTopologySpread(constraint, `${at}.matchLabelKeys`)
        : validateMatchLabelKeysAndMismatchLabelKeys({ matchLabelKeys: constraint.matchLabelKeys, labelSelector }, at),
      options.allowInvalidTopologySpreadConstraintLabelSelector ? [] : validateLabelSelector(labelSelector, `${at}.labelSelector`),
    );
  });
}

function validatePositive(value: number, path: string): FieldError[] {
  return value <= 0 ? [invalid(path, value, 'must be greater than zero')] : [];
}

/** Upstream: validateMinDomains. */
function validateMinDomains({ minDomains, whenUnsatisfiable = '' }: TopologySpreadConstraint, path: string): FieldError[] {
  return !isSet(minDomains) ? [] : concat(
    validatePositive(minDomains, path),
    whenUnsatisfiable === 'DoNotSchedule' ? []
      : [invalid(path, minDomains, `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${whenUnsatisfiable}`)],
  );
}

/** The rule for what was stored before the other one came. Upstream: ValidateMatchLabelKeysInTopologySpread. */
function validateMatchLabelKeysInTopologySpread({ matchLabelKeys, labelSelector }: TopologySpreadConstraint, path: string): FieldError[] {
  const keys = matchLabelKeys ?? [];
  const selected = concat(Object.keys(labelSelector?.matchLabels ?? {}), (labelSelector?.matchExpressions ?? []).map(({ key = '' }) => key));
  return concat(
    keys.length > 0 && !isSet(labelSelector) ? [forbidden(path, 'must not be specified when labelSelector is not set')] : [],
    keys.flatMap((key, index) => concat(
      validateLabelName(key, `${path}[${index}]`),
      selected.includes(key) ? [invalid(`${path}[${index}]`, key, 'exists in both matchLabelKeys and labelSelector')] : [],
    )),
  );
}
