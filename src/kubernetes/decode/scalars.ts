import { base64Error } from './base64';
import { isInteger } from './go-text';
import { timeError } from './time';
import { parseQuantity } from '../quantity';

/** What became of a value: its form in the object, or why it has none. */
export type Scalar =
  | { readonly value: unknown }
  /** A value of another JSON type, told with the field. `isFatal`: nothing after it is looked at. */
  | { readonly unlike: string; readonly goType: string; readonly isFatal: boolean }
  /** An error in the words of the type itself. */
  | { readonly error: string; readonly isFatal: boolean };

/** Go's word for the type of a JSON value. */
export function jsonType(value: unknown): string {
  if (value === null || Array.isArray(value)) {
    return value === null ? 'null' : 'array';
  }
  return typeof value === 'boolean' ? 'bool' : typeof value === 'bigint' ? 'number' : typeof value;
}

/** A value that is neither null, nor of an API type, nor a list or map. Undefined where the type is none of these. */
export function readScalar(type: string, goType: string, value: unknown): Scalar | undefined {
  return Object.hasOwn(READERS, type) ? READERS[type](value, goType) : undefined;
}

/** What Go has where nothing was set. */
export const ZEROS: Readonly<Record<string, unknown>> = {
  'string': '', 'bool': false, 'int32': 0, 'int64': 0, 'quantity': '0', 'int-or-string': 0, 'time': null, 'bytes': null, 'any': null,
};

const READERS: Readonly<Record<string, (value: unknown, goType: string) => Scalar>> = {
  'string': (value, goType) => (typeof value === 'string' ? { value } : unlike(value, goType)),
  'bool': (value, goType) => (typeof value === 'boolean' ? { value } : unlike(value, goType)),
  'int32': (value, goType) => readInteger(value, goType, 32),
  'int64': (value, goType) => readInteger(value, goType, 64),
  // a type with a decoder of its own stops everything where it fails
  'int-or-string': (value) => (typeof value === 'string' ? { value } : fatal(readInteger(value, 'int32', 32))),
  'quantity': readQuantity,
  'time': readTime,
  'bytes': readBytes,
  'any': (value) => ({ value }),
};

function unlike(value: unknown, goType: string): Scalar {
  return { unlike: jsonType(value), goType, isFatal: false };
}

function fatal(scalar: Scalar): Scalar {
  return 'value' in scalar ? scalar : { ...scalar, isFatal: true };
}

function orError(value: unknown, error: string | undefined, isFatal: boolean): Scalar {
  return error === undefined ? { value } : { error, isFatal };
}

function readInteger(value: unknown, goType: string, bits: number): Scalar {
  if (typeof value !== 'number' && typeof value !== 'bigint') {
    return unlike(value, goType);
  }
  const isSafe = typeof value === 'number' || BigInt(Number(value)) === value;
  return isInteger(String(value), bits) ? { value: isSafe ? Number(value) : value } : { unlike: `number ${value}`, goType, isFatal: false };
}

function readTime(value: unknown, goType: string): Scalar {
  return typeof value === 'string' ? orError(value, timeError(value, goType === 'v1.MicroTime'), true) : fatal(unlike(value, 'string'));
}

/** The decoder sees the JSON, so an escaped sign in a text is none that a quantity may have. */
function readQuantity(value: unknown): Scalar {
  const text = typeof value === 'string' ? JSON.stringify(value).slice(1, -1) : typeof value === 'object' ? '{}' : String(value);
  const quantity = parseQuantity(text);
  return 'error' in quantity ? { error: quantity.error, isFatal: true } : { value: text.trim() };
}

function readBytes(value: unknown, goType: string): Scalar {
  if (typeof value === 'string') {
    return orError(value, base64Error(value), false);
  }
  return Array.isArray(value) ? readByteList(value) : unlike(value, goType);
}

function readByteList(values: readonly unknown[]): Scalar {
  const bytes = values.map((value) => (value === null ? 0 : value));
  const wrong = bytes.find((value) => !isByte(value));
  if (wrong === undefined) {
    return { value: Buffer.from(bytes.map(Number)).toString('base64') };
  }
  const isNumber = typeof wrong === 'number' || typeof wrong === 'bigint';
  return isNumber ? { unlike: `number ${wrong}`, goType: 'uint8', isFatal: false } : unlike(wrong, 'uint8');
}

function isByte(value: unknown): boolean {
  return (typeof value === 'number' || typeof value === 'bigint') && /^\d{1,3}$/.test(String(value)) && Number(value) <= 0xff;
}
