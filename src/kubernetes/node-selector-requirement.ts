import { FieldError, invalid, notSupported } from './field-error';
import { labelKeyErrors, labelValueErrors } from './labels';
import { NodeSelectorRequirement } from './objects';

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'];
const FIELD_OPERATORS = ['In', 'NotIn'];

const [INT64_MIN, INT64_MAX] = [BigInt('-9223372036854775808'), BigInt('9223372036854775807')];

/** Why a requirement on labels cannot be read; it then keeps its whole term from matching. Upstream: labels.NewRequirement. */
export function requirementErrors({ key, operator, values = [] }: NodeSelectorRequirement, path: string): FieldError[] {
  if (!OPERATORS.includes(operator)) {
    return [notSupported(`${path}.operator`, operator, OPERATORS)];
  }
  const keyErrors = labelKeyErrors(key);
  return [
    ...(keyErrors.length > 0 ? [invalid(`${path}.key`, key, keyErrors.join('; '))] : []),
    ...countErrors(operator, values, `${path}.values`),
    ...(operator === 'Gt' || operator === 'Lt' ? values.flatMap((value, index) => (parseInt64(value) === undefined
      ? [invalid(`${path}.values[${index}]`, value, "for 'Gt', 'Lt' operators, the value must be an integer")] : [])) : []),
    ...values.flatMap((value, index) => {
      const errors = labelValueErrors(value);
      return errors.length > 0 ? [invalid(`${path}.values[${index}][${key}]`, value, errors.join('; '))] : [];
    }),
  ];
}

/** Why a requirement on fields cannot be read. Upstream: nodeSelectorRequirementsAsFieldSelector. */
export function fieldRequirementErrors({ operator, values = [] }: NodeSelectorRequirement, path: string): FieldError[] {
  if (!FIELD_OPERATORS.includes(operator)) {
    return [notSupported(`${path}.operator`, operator, FIELD_OPERATORS)];
  }
  return values.length === 1 ? [] : [invalid(`${path}.values`, values, 'must have one element')];
}

/** Whether a node's label (undefined where it has none) meets a requirement that can be read. Upstream: labels.Requirement.Matches. */
export function meetsRequirement(value: string | undefined, { operator, values = [] }: NodeSelectorRequirement): boolean {
  switch (operator) {
    case 'In': return value !== undefined && values.includes(value);
    case 'NotIn': return value === undefined || !values.includes(value);
    case 'Exists': return value !== undefined;
    case 'DoesNotExist': return value === undefined;
    default: {
      const [number, bound] = [parseInt64(value), parseInt64(values[0])];
      return number !== undefined && bound !== undefined && (operator === 'Gt' ? number > bound : number < bound);
    }
  }
}

/** Upstream: strconv.ParseInt(s, 10, 64). Leading zeros are legal, what an int64 cannot hold is no number. */
export function parseInt64(text: string | undefined): bigint | undefined {
  if (text === undefined || !/^[+-]?\d+$/.test(text)) {
    return undefined;
  }
  const number = BigInt(text.replace('+', ''));
  return number >= INT64_MIN && number <= INT64_MAX ? number : undefined;
}

function countErrors(operator: string, values: string[], path: string): FieldError[] {
  switch (operator) {
    case 'In':
    case 'NotIn': return values.length > 0 ? [] : [invalid(path, values, "for 'in', 'notin' operators, values set can't be empty")];
    case 'Exists':
    case 'DoesNotExist': return values.length === 0 ? [] : [invalid(path, values, 'values set must be empty for exists and does not exist')];
    default: return values.length === 1 ? [] : [invalid(path, values, "for 'Gt', 'Lt' operators, exactly one value is required")];
  }
}
