import { Value } from './values';
import { ZEROS } from '../decode/scalars';
import { formatQuantity, parseQuantity, Quantity } from '../quantity';
import { Field, fieldsIn, isApiType, itemOf } from '../schema/types';

/** Whose defaults these are. */
const VERSION = '1.36';

const ZERO = BigInt(0);

/** By type; asked again and again. */
const ALWAYS_THERE = new Map<string, readonly Field[]>();

/** How a value changes before its fields do, by type. */
export type Change = (type: string, value: Value) => Value;

/**
 * A value as Go holds it once it is decoded: null is as good as absent, and so is the zero of what has no "not set". Objects that are always
 * there are there. Upstream: json.Unmarshal.
 */
export function typed(type: string, value: Value): Value {
  const result = eachGiven(type, value, (field, given) => (isUnset(field, given) ? undefined : eachItem(field, given, typedItem)));
  const missing = alwaysThere(type).filter(({ name }) => result[name] === undefined);
  return missing.length === 0 ? result : { ...result, ...Object.fromEntries(missing.map((field) => [field.name, typed(field.type, {})])) };
}

function typedItem(type: string, item: unknown): unknown {
  return isApiType(type) ? typed(type, (item ?? {}) as Value) : item ?? ZEROS[type];
}

function isUnset({ type, pointer }: Field, given: unknown): boolean {
  return given === null || given === undefined || (!pointer && Object.hasOwn(ZEROS, type) && (given === ZEROS[type] || given === ZERO));
}

/** The value changed from the outside to the inside. */
export function walk(type: string, value: Value, change: Change): Value {
  const changeItem = (itemType: string, item: unknown): unknown => (
    isApiType(itemType) ? eachGiven(itemType, change(itemType, item as Value), changeField) : item);
  const changeField = (field: Field, given: unknown): unknown => (given === undefined || given === null ? given : eachItem(field, given, changeItem));
  return changeItem(type, value) as Value;
}

/** The value as Go writes it: what is empty is left out or spelled out, as the type has it. Upstream: json.Marshal. */
export function written(type: string, value: Value): Value {
  return spelledOut(type, value, { isLeftOut: (field, given) => !field.pointer && !field.always && isEmptyList(given), change: (_, given) => given });
}

/** The value, changed as `walk` does, as Go writes it, save that lists and maps that are there and empty stay: messages tell the two apart. */
export function canonical(type: string, value: Value, change: Change): Value {
  return spelledOut(type, value, { isLeftOut: () => false, change });
}

/** The value so that what means the same is the same: empty lists are not there, quantities have one format. Upstream: equality.Semantic. */
export function comparable(type: string, value: Value): Value {
  const result = eachGiven(type, value, (field, given) => {
    const isNothing = given === undefined || given === null || (itemOf(field) !== undefined && isEmptyList(given));
    return isNothing ? undefined : eachItem(field, given, comparableItem);
  });
  return Object.fromEntries(Object.entries(result).filter(([, given]) => given !== undefined));
}

function comparableItem(type: string, item: unknown): unknown {
  if (type === 'quantity') {
    const quantity = parseQuantity(String(item));
    return 'error' in quantity ? item : formatQuantity({ ...quantity, format: 'DecimalSI', kept: undefined });
  }
  return isApiType(type) ? comparable(type, item as Value) : item;
}

interface Spelling {
  readonly isLeftOut: (field: Field, given: unknown) => boolean;
  readonly change: Change;
}

/** Known fields come in the order of the type. */
function spelledOut(type: string, given: Value, spelling: Spelling): Value {
  const fields = fieldsIn(type, VERSION)!;
  const value = spelling.change(type, given);
  const unknown = Object.keys(value).filter((name) => !fields.has(name));
  const result: Record<string, unknown> = Object.fromEntries(unknown.map((name) => [name, value[name]]));
  const spelledItem = (itemType: string, item: unknown, goType: string): unknown => spelledOutItem(itemType, item, goType, spelling);
  for (const field of fields.values()) {
    const inner = value[field.name];
    if (inner !== undefined && inner !== null && !spelling.isLeftOut(field, inner)) {
      result[field.name] = eachItem(field, inner, spelledItem);
    } else if (field.always) {
      result[field.name] = zeroOf(field);
    }
  }
  return result;
}

function spelledOutItem(type: string, value: unknown, goType: string, spelling: Spelling): unknown {
  if (type === 'quantity') {
    const quantity = parseQuantity(String(value));
    return 'error' in quantity ? value : formatQuantity(quantity);
  }
  if (type === 'time' && typeof value === 'string' && !Number.isNaN(Date.parse(value))) {
    return writtenTime(value, goType === 'v1.MicroTime');
  }
  return !isApiType(type) ? value : spelledOut(type, value as Value, spelling);
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

/** The value with its known fields changed, itself where nothing did. Fields that the type does not know stay as they are. */
function eachGiven(type: string, value: Value, change: (field: Field, given: unknown) => unknown): Value {
  const fields = fieldsIn(type, VERSION)!;
  let [result, isShorter]: [Record<string, unknown> | undefined, boolean] = [undefined, false];
  for (const name of Object.keys(value)) {
    const field = fields.get(name);
    const changed = field === undefined ? value[name] : change(field, value[name]);
    if (changed !== value[name]) {
      result ??= { ...value };
      result[name] = changed;
      isShorter ||= changed === undefined;
    }
  }
  return result === undefined ? value : isShorter ? Object.fromEntries(Object.entries(result).filter(([, given]) => given !== undefined)) : result;
}

/** The items of a list, the values of a map, or the value itself, changed; the same list or map where nothing did. */
function eachItem(field: Field, given: unknown, change: (type: string, item: unknown, goType: string) => unknown): unknown {
  const item = itemOf(field);
  if (item === undefined) {
    return change(field.type, given, field.goType);
  }
  const values = Object.values(given as object);
  const changed = values.map((value) => change(item.type, value, item.goType));
  if (changed.every((value, index) => value === values[index])) {
    return given;
  }
  return Array.isArray(given) ? changed : Object.fromEntries(Object.keys(given as object).map((key, index) => [key, changed[index]]));
}

/** Objects that Go has in the object itself. */
function alwaysThere(type: string): readonly Field[] {
  const known = ALWAYS_THERE.get(type);
  const found = known ?? [...fieldsIn(type, VERSION)!.values()].filter((field) => !field.pointer && isApiType(field.type));
  ALWAYS_THERE.set(type, found);
  return found;
}

function isEmptyList(given: unknown): boolean {
  return typeof given === 'object' && given !== null && Object.keys(given).length === 0;
}

function zeroOf(field: Field): unknown {
  return field.pointer || itemOf(field) !== undefined ? null : isApiType(field.type) ? written(field.type, {}) : ZEROS[field.type];
}
