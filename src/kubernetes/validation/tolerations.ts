import { concat } from '../concat';
import { isKnown } from '../feature-gates';
import { FieldError, invalid, notSupported } from '../field-error';
import { labelValueErrors } from '../labels';
import { parseInt64 } from '../node-selector-requirement';
import { Toleration } from '../objects';
import { invalidForEach, isSet, requireOneOf, typed } from './field-checks';
import { validateLabelName } from './object-meta';
import { PodValidationOptions } from './pod-validation-options';

const OPERATORS = ['Equal', 'Exists'];
const COMPARISONS = ['Lt', 'Gt'];
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** Upstream: ValidateTolerations. */
export function validateTolerations(tolerations: readonly Toleration[], path: string, options: PodValidationOptions): FieldError[] {
  return tolerations.flatMap((toleration, index) => validateToleration(toleration, `${path}[${index}]`, options));
}

function validateToleration(toleration: Toleration, path: string, options: PodValidationOptions): FieldError[] {
  const { key, operator, effect, tolerationSeconds } = toleration;
  return concat(
    key ? validateLabelName(key, `${path}.key`) : operator === 'Exists' ? []
      : [invalid(`${path}.operator`, typed(operator), 'operator must be Exists when `key` is empty, which means "match all values and all keys"')],
    isSet(tolerationSeconds) && effect !== 'NoExecute'
      ? [invalid(`${path}.effect`, typed(effect), "effect must be 'NoExecute' when `tolerationSeconds` is set")] : [],
    validateOperator(toleration, path, options),
    effect ? requireOneOf(effect, `${path}.effect`, EFFECTS) : [],
  );
}

/** Upstream tells of a wrong value at the operator. */
function validateOperator({ operator, value = '' }: Toleration, path: string, options: PodValidationOptions): FieldError[] {
  if (!operator || operator === 'Equal') {
    const errors = labelValueErrors(value);
    return errors.length > 0 ? [invalid(`${path}.operator`, value, errors.join(';'))] : [];
  }
  if (operator === 'Exists') {
    return value === '' ? [] : [invalid(`${path}.operator`, value, "value must be empty when `operator` is 'Exists'")];
  }
  return !COMPARISONS.includes(operator) || !isKnown('TaintTolerationComparisonOperators', options.version) ? [notSupported(`${path}.operator`, typed(operator), OPERATORS)]
    : options.allowTaintTolerationComparisonOperators ? validateNumber(value, `${path}.value`)
      : [notSupported(`${path}.operator`, typed(operator), concat(OPERATORS, COMPARISONS))];
}

function validateNumber(value: string, path: string): FieldError[] {
  const isNumber = /^[+-]?\d+$/.test(value);
  return concat(
    value === '' ? [invalid(path, value, 'must be non-empty')]
      : invalidForEach(path, value, /^(0|-?[1-9]\d*)$/.test(value) ? [] : ['must be a valid decimal integer in canonical form']),
    parseInt64(value) === undefined
      ? [invalid(path, value, `strconv.ParseInt: parsing ${JSON.stringify(value)}: ${isNumber ? 'value out of range' : 'invalid syntax'}`)] : [],
  );
}
