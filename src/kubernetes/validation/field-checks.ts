import { FieldError, invalid, notSupported, required } from '../field-error';

export function isSet<T>(value: T | null | undefined): value is T {
  return value !== undefined && value !== null;
}

/** A value of one of Go's named string types, or one behind a pointer: both are printed as JSON, signs of HTML escaped. */
export function typed(value: string | null | undefined): unknown {
  return Object(value ?? '');
}

/** What is said twice is told of once. */
export function unique(errors: readonly FieldError[]): FieldError[] {
  const keys = errors.map((error) => JSON.stringify(error));
  return errors.filter((_, index) => keys.indexOf(keys[index]) === index);
}

/** One error for each message about a value. */
export function invalidForEach(path: string, value: unknown, messages: readonly string[]): FieldError[] {
  return messages.map((message) => invalid(path, value, message));
}

export function requireText(value: string | null | undefined, path: string, reason = ''): FieldError[] {
  return value ? [] : [required(path, reason)];
}

/** A text that must be there and in a format. */
export function requireFormat(value: string | null | undefined, path: string, messages: (text: string) => string[]): FieldError[] {
  return value ? invalidForEach(path, value, messages(value)) : [required(path)];
}

/** A text that is in a format if it is there. */
export function optionalFormat(value: string | null | undefined, path: string, messages: (text: string) => string[]): FieldError[] {
  return value ? invalidForEach(path, value, messages(value)) : [];
}

/** A value of one of Go's named string types that is one of a list. */
export function requireOneOf(value: string | null | undefined, path: string, supported: readonly string[]): FieldError[] {
  return supported.includes(value ?? '') ? [] : [notSupported(path, typed(value), supported)];
}

/** The same, where nothing at all is an error of its own. */
export function requireTextOneOf(value: string | null | undefined, path: string, supported: readonly string[]): FieldError[] {
  return value ? requireOneOf(value, path, supported) : [required(path)];
}

/** The same, where nothing at all is fine. */
export function optionalOneOf(value: string | null | undefined, path: string, supported: readonly string[]): FieldError[] {
  return isSet(value) ? requireOneOf(value, path, supported) : [];
}
