import { Value } from './values';
import { ZEROS } from '../decode/scalars';
import { formatQuantity, parseQuantity, Quantity } from '../quantity';
import { Field, fieldsIn, fieldsOf, itemOf } from '../schema/types';

/** Whose defaults these are. */
const VERSION = '1.36';

/** By type; asked again and again. */
const ALWAYS_THERE = new Map<string, readonly Field[]>();

/** How a value changes before its fields do, by type. */
export type Change = (type: string, value: Value) => Value;

/**
 * A value as Go holds it once it is decoded: null is as good as absent, and so is the zero of what has no "not set". Objects that are always
 * there are there. Upstream: json.Unmarshal.
 */
export function typed(type: string, value: Value): Value {
  const result = eachGiven(type, value, (field, given) => {
    const isUnset = given === null || (!field.pointer && Object.hasOwn(ZEROS, field.type) && (given === ZEROS[field.type] || given === BigInt(0)));
    return isUnset ? undefined : eachItem(field, given, (itemType, item) => (fieldsOf(itemType) === undefined
      ? item ?? ZEROS[itemType] : typed(itemType, (item ?? {}) as Value)));
  });
  const missing = alwaysThere(type).filter(({ name }) => result[name] === undefined);
  return missing.length === 0 ? result : { ...result, ...Object.fromEntries(missing.map((field) => [field.name, typed(field.type, {})])) };
}

/** The value changed from the outside to the inside. */
export function walk(type: string, value: Value, change: Change): Value {
  return eachGiven(type, change(type, value), (field, given) => (
    eachItem(field, given, (itemType, item) => (fieldsOf(itemType) === undefined ? item : walk(itemType, item as Value, change)))));
}

/** The value as Go writes it: what is empty is left out or spelled out, as the type has it. Upstream: json.Marshal. */
export function written(type: string, value: Value): Value {
  return spelledOut(type, value, (field, given) => !field.pointer && !field.always && isEmptyList(given));
}

/** The value as Go writes it, save that lists and maps that are there and empty stay: messages tell the two apart. */
export function canonical(type: string, value: Value): Value {
  return spelledOut(type, value, () => false);
}

/** Known fields come in the order of the type. */
function spelledOut(type: string, value: Value, isLeftOut: (field: Field, given: unknown) => boolean): Value {
  const fields = fieldsIn(type, VERSION)!;
  const result: Record<string, unknown> = Object.fromEntries(Object.keys(value).filter((name) => !fields.has(name)).map((name) => [name, value[name]]));
  for (const field of fields.values()) {
    const given = value[field.name];
    if (given !== undefined && given !== null && !isLeftOut(field, given)) {
      result[field.name] = eachItem(field, given, (itemType, item, goType) => spelledOutItem(itemType, item, goType, isLeftOut));
    } else if (field.always) {
      result[field.name] = zeroOf(field);
    }
  }
  return result;
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

/** The value with its known fields changed. Fields that the type does not know stay as they are. */
function eachGiven(type: string, value: Value, change: (field: Field, given: unknown) => unknown): Record<string, unknown> {
  const fields = fieldsIn(type, VERSION)!;
  const result: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const field = fields.get(name);
    const given = field === undefined || value[name] === undefined ? value[name] : change(field, value[name]);
    if (given !== undefined) {
      result[name] = given;
    }
  }
  return result;
}

function eachItem(field: Field, given: unknown, change: (type: string, item: unknown, goType: string) => unknown): unknown {
  const item = itemOf(field);
  if (item === undefined) {
    return change(field.type, given, field.goType);
  }
  return Array.isArray(given) ? given.map((value) => change(item.type, value, item.goType))
    : Object.fromEntries(Object.entries(given as Value).map(([key, value]) => [key, change(item.type, value, item.goType)]));
}

/** Objects that Go has in the object itself. */
function alwaysThere(type: string): readonly Field[] {
  const known = ALWAYS_THERE.get(type);
  const found = known ?? [...fieldsIn(type, VERSION)!.values()].filter((field) => !field.pointer && fieldsOf(field.type) !== undefined);
  ALWAYS_THERE.set(type, found);
  return found;
}

function isEmptyList(given: unknown): boolean {
  return typeof given === 'object' && given !== null && Object.keys(given).length === 0;
}

function zeroOf(field: Field): unknown {
  return field.pointer || itemOf(field) !== undefined ? null : fieldsOf(field.type) !== undefined ? written(field.type, {}) : ZEROS[field.type];
}
