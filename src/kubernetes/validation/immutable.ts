import { FieldError, forbidden } from '../field-error';

/** The fields of a ConfigMap or a Secret that is immutable, and whether each is kept. */
export function validateImmutable(isKept: { readonly [field: string]: boolean }): FieldError[] {
  return Object.keys(isKept).filter((field) => !isKept[field]).map((field) => forbidden(field, 'field is immutable when `immutable` is set'));
}
