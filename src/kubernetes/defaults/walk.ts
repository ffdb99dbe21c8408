import { Value } from './values';
import { ZEROS } from '../decode/scalars';
import { formatQuantity, parseQuantity, Quantity } from '../quantity';
import { Field, fieldsIn, fieldsOf, itemOf } from '../schema/types';

/** Whose defaults these are. */
const VERSION = '1.36';

/** How a value changes before its fields do, by type. */
export type Change = (type: string, value: Value) => Value;

/**
 * A value as Go holds it once it is decoded: null is as good as absent, and so is the zero of what has no "not set". Objects that are always
 * there are there. Upstream: json.Unmarshal.
 */
export function typed(type: string, value: Value): Value {
  return eachField(type, value, (field, given) => {
    if (given === null || given === undefined) {
      return isAlwaysThere(field) ? typed(field.type, {}) : undefined;
    }
    const isUnset = !field.pointer && Object.hasOwn(ZEROS, field.type) && (given === ZEROS[field.type] || given === BigInt(0));
    return isUnset ? undefined : eachItem(field, given, (itemType, item) => (fieldsOf(itemType) === undefined
      ? item ?? ZEROS[itemType] : typed(itemType, (item ?? {}) as Value)));
  });
}

/** The value changed from the outside to the inside. */
export function walk(type: string, value: Value, change: Change): Value {
  return eachField(type, change(type, value), (field, given) => (given === undefined ? undefined
    : eachItem(field, given, (itemType, item) => (fieldsOf(itemType) === undefined ? item : walk(itemType, item as Value, change)))));
}

/** The value as Go writes it: what is empty is left out or spelled out, as the type has it. Upstream: json.Marshal. */
export function written(type: string, value: Value): Value {
  return spelledOut(type, value, (field, given) => !field.pointer && !field.always && isEmptyList(given));
}

/** The value as Go writes it, save that lists and maps that are there and empty stay: messages tell the two apart. */
export function canonical(type: string, value: Value): Value {
  return spelledOut(type, value, () => false);
}

function spelledOut(type: string, value: Value, isLeftOut: (field: Field, given: unknown) => boolean): Value {
  return eachField(type, value, (field, given) => {
    if (given === undefined || given === null || isLeftOut(field, given)) {
      return field.always ? zeroOf(field) : undefined;
    }
    return eachItem(field, given, (itemType, item, goType) => spelledOutItem(itemType, item, goType, isLeftOut));
  });
}

function spelledOutItem(type: string, value: unknown, goType: string, isLeftOut: (field: Field, given: unknown) => boolean): unknown {
  if (type === 'quantity') {
    const quantity = parseQuantity(String(value));
    return 'error' in quantity ? value : formatQuantity(quantity);
  }
  if (type === 'time' && typeof value === 'string' && !Number.isNaN(Date.parse(value))) {
    return writtenTime(value, goType === 'v1.MicroTime');
  }
  return fieldsOf(type) === undefined ? value : spelledOut(type, value as Value, isLeftOut);
}

/** In UTC, to the second or to the millionth of it. */
function writtenTime(value: string, isMicro: boolean): string {
  const fraction = /[.,](\d+)/.exec(value)?.[1] ?? '';
  return new Date(value.replace(',', '.')).toISOString().replace(/\.\d+Z$/, isMicro ? `.${fraction.padEnd(6, '0').slice(0, 6)}Z` : 'Z');
}

/** The quantities of a map, each changed. */
export function mapQuantities(value: Value, change: (quantity: Quantity) => Quantity): Value {
  return Object.fromEntries(Object.entries(value).map(([name, text]) => {
    const quantity = parseQuantity(String(text));
    return [name, 'error' in quantity ? text : formatQuantity(change(quantity))];
  }));
}

/** Fields of an object that the type does not know stay as they are. */
function eachField(type: string, value: Value, change: (field: Field, given: unknown) => unknown): Value {
  const fields = fieldsIn(type, VERSION)!;
  const entries = [...fields].map(([name, field]): [string, unknown] => [name, change(field, Object.hasOwn(value, name) ? value[name] : undefined)]);
  return Object.fromEntries([...Object.entries(value).filter(([name]) => !fields.has(name)), ...entries.filter(([, given]) => given !== undefined)]);
}

function eachItem(field: Field, given: unknown, change: (type: string, item: unknown, goType: string) => unknown): unknown {
  const item = itemOf(field);
  if (item === undefined) {
    return change(field.type, given, field.goType);
  }
  return Array.isArray(given) ? given.map((value) => change(item.type, value, item.goType))
    : Object.fromEntries(Object.entries(given as Value).map(([key, value]) => [key, change(item.type, value, item.goType)]));
}

function isAlwaysThere({ type, pointer }: Field): boolean {
  return !pointer && fieldsOf(type) !== undefined;
}

function isEmptyList(given: unknown): boolean {
  return typeof given === 'object' && given !== null && Object.keys(given).length === 0;
}

function zeroOf(field: Field): unknown {
  return field.pointer || itemOf(field) !== undefined ? null : fieldsOf(field.type) !== undefined ? written(field.type, {}) : ZEROS[field.type];
}
