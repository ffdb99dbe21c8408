import { FieldError, invalid } from '../field-error';
import { percentErrors } from './names';
import { validateNonnegative } from './object-meta';

const [ZERO, HUNDRED] = [BigInt(0), BigInt(100)];

/** An integer that is not negative, or a percentage. Upstream: ValidatePositiveIntOrPercent. */
export function validatePositiveIntOrPercent(value: number | string, path: string): FieldError[] {
  return typeof value === 'number' ? validateNonnegative(value, path) : percentErrors(value).map((error) => invalid(path, value, error));
}

/** A percentage ends at 100, an integer anywhere. Upstream: IsNotMoreThan100Percent. */
export function validateNotMoreThan100Percent(value: number | string, path: string): FieldError[] {
  return typeof value === 'string' && isPercent(value) && percentOf(value) > HUNDRED ? [invalid(path, value, 'must not be greater than 100%')] : [];
}

/** Whether it is something else than zero; text that is no percentage is read as an integer, or else as zero. Upstream: getIntOrPercentValue. */
export function isNonzero(value: number | string): boolean {
  if (typeof value === 'number') {
    return value !== 0;
  }
  return isPercent(value) ? percentOf(value) !== ZERO : /^[+-]?\d+$/.test(value) && BigInt(value.replace('+', '')) !== ZERO;
}

function isPercent(text: string): boolean {
  return percentErrors(text).length === 0;
}

function percentOf(text: string): bigint {
  return BigInt(text.slice(0, -1));
}
