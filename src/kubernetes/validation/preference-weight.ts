import { FieldError, invalid } from '../field-error';

/** How much nodes, or pods on them, are preferred. */
export function validateWeight(weight: number, path: string): FieldError[] {
  return weight <= 0 || weight > 100 ? [invalid(path, weight, 'must be in the range 1-100')] : [];
}
