import { Value } from './values';
import { ZEROS } from '../decode/scalars';
import { formatQuantity, isShort, parseQuantity, Quantity } from '../quantity';
import { Field, fieldsIn, Typed } from '../schema/types';

/** Whose defaults these are. */
const VERSION = '1.36';

const ZERO = BigInt(0);

/** By type, the fields that are there whatever is given: objects that Go has in the object itself, and what is written even where it is zero. */
const EMBEDDED = byType(({ pointer, isStruct }) => !pointer && isStruct);
const WRITTEN = byType(({ always }) => always);

/** How a value changes before its fields do, by type. */
export type Change = (type: string, value: Value) => Value;

/**
 * A value as Go holds it once it is decoded: null is as good as absent, and so is the zero of what has no "not set". Objects that are always
 * there are there. Upstream: json.Unmarshal.
 */
export function typed(type: string, value: Value): Value {
  const result = eachGiven(type, value, typedField);
  const missing = EMBEDDED(type).filter(({ name }) => result[name] === undefined);
  return missing.length === 0 ? result : { ...result, ...Object.fromEntries(missing.map((field) => [field.name, typed(field.type, {})])) };
}

function typedField(field: Field, given: unknown): unknown {
  return isUnset(field, given) ? undefined : eachItem(field, given, typedItem);
}

function typedItem({ type, isStruct }: Typed, item: unknown): unknown {
  return isStruct ? typed(type, (item ?? {}) as Value) : item ?? ZEROS[type];
}

function isUnset({ type, pointer }: Field, given: unknown): boolean {
  return given === null || given === undefined || (!pointer && Object.hasOwn(ZEROS, type) && (given === ZEROS[type] || given === ZERO));
}

/** The value changed from the outside to the inside. */
export function walk(type: string, value: Value, change: Change): Value {
  const changeItem = (item: Typed, inner: unknown): unknown => (item.isStruct ? walkStruct(item.type, inner as Value) : inner);
  const changeField = (field: Field, given: unknown): unknown => (
    given === undefined || given === null || !(field.item ?? field).isStruct ? given : eachItem(field, given, changeItem));
  const walkStruct = (inner: string, given: Value): Value => eachGiven(inner, change(inner, given), changeField);
  return walkStruct(type, value);
}

/** The value as Go writes it: what is empty is left out or spelled out, as the type has it. Upstream: json.Marshal. */
export function written(type: string, value: Value): Value {
  return spelledOut(type, value, {
    quantity: formatQuantity, isLeftOut: (field, given) => !field.pointer && !field.always && isEmptyList(given), change: (_, given) => given,
  });
}

/** The value, changed as `walk` does, as Go writes it, save that lists and maps that are there and empty stay: messages tell the two apart. */
export function canonical(type: string, value: Value, change: Change): Value {
  return spelledOut(type, value, { quantity: spelledQuantity, isLeftOut: () => false, change });
}

/** The value so that what means the same is the same: empty lists are not there, quantities have one format. Upstream: equality.Semantic. */
export function comparable(type: string, value: Value): Value {
  const result = eachGiven(type, value, (field, given) => {
    const isNothing = given === undefined || given === null || (field.item !== undefined && isEmptyList(given));
    return isNothing ? undefined : eachItem(field, given, comparableItem);
  });
  return Object.fromEntries(Object.entries(result).filter(([, given]) => given !== undefined));
}

function comparableItem({ type, isStruct }: Typed, item: unknown): unknown {
  if (type === 'quantity') {
    const quantity = parseQuantity(String(item));
    return 'error' in quantity ? item : formatQuantity({ ...quantity, format: 'DecimalSI', kept: undefined });
  }
  return isStruct ? comparable(type, item as Value) : item;
}

interface Spelling {
  /** How quantities are written. */
  readonly quantity: (quantity: Quantity, text: unknown) => unknown;
  readonly isLeftOut: (field: Field, given: unknown) => boolean;
  readonly change: Change;
}

/** Where something is added, the fields come in the order of the type, which is that of the alphabet. */
function spelledOut(type: string, given: Value, spelling: Spelling): Value {
  const spelledItem = (item: Typed, inner: unknown): unknown => spelledOutItem(item, inner, spelling);
  const spelledField = (field: Field, inner: unknown): unknown => (isSpelled(field.item ?? field) ? eachItem(field, inner, spelledItem) : inner);
  const value = eachGiven(type, spelling.change(type, given), (field, inner) => (
    inner === undefined || inner === null || spelling.isLeftOut(field, inner) ? undefined : spelledField(field, inner)));
  const missing = WRITTEN(type).filter(({ name }) => value[name] === undefined);
  if (value === given && missing.length === 0) {
    return given;
  }
  const zeros = new Map(missing.map((field) => [field.name, zeroOf(field)]));
  const result: Record<string, unknown> = {};
  for (const name of [...Object.keys(value), ...zeros.keys()].sort()) {
    result[name] = zeros.has(name) ? zeros.get(name) : value[name];
  }
  return result;
}

/** Of a long quantity upstream remembers that it was long, as only its text does. */
function spelledQuantity(quantity: Quantity, text: unknown): unknown {
  return isShort(quantity) ? formatQuantity(quantity) : text;
}

function isSpelled({ type, isStruct }: Typed): boolean {
  return isStruct || type === 'quantity' || type === 'time';
}

function spelledOutItem({ type, goType, isStruct }: Typed, value: unknown, spelling: Spelling): unknown {
  if (type === 'quantity') {
    const quantity = parseQuantity(String(value));
    return 'error' in quantity ? value : spelling.quantity(quantity, value);
  }
  if (type === 'time' && typeof value === 'string' && !Number.isNaN(Date.parse(value))) {
    return writtenTime(value, goType === 'v1.MicroTime');
  }
  return isStruct ? spelledOut(type, value as Value, spelling) : value;
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
    return [name, 'error' in quantity ? text : spelledQuantity(change(quantity), text)];
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
  return result === undefined ? value : isShorter ? givenOf(result) : result;
}

function givenOf(value: Value): Value {
  const result: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    if (value[name] !== undefined) {
      result[name] = value[name];
    }
  }
  return result;
}

/** The items of a list, the values of a map, or the value itself, changed; the same list or map where nothing did. */
function eachItem(field: Field, given: unknown, change: (item: Typed, value: unknown) => unknown): unknown {
  const { item } = field;
  if (item === undefined) {
    return change(field, given);
  }
  const values: readonly unknown[] = Array.isArray(given) ? given : Object.values(given as object);
  const changed = values.map((value) => change(item, value));
  if (changed.every((value, index) => value === values[index])) {
    return given;
  }
  return Array.isArray(given) ? changed : Object.fromEntries(Object.keys(given as object).map((key, index) => [key, changed[index]]));
}

/** Asked for a type again and again. */
function byType(isWanted: (field: Field) => boolean): (type: string) => readonly Field[] {
  const known = new Map<string, readonly Field[]>();
  return (type) => {
    const found = known.get(type) ?? [...fieldsIn(type, VERSION)!.values()].filter(isWanted);
    known.set(type, found);
    return found;
  };
}

function isEmptyList(given: unknown): boolean {
  return typeof given === 'object' && given !== null && Object.keys(given).length === 0;
}

function zeroOf(field: Field): unknown {
  return field.pointer || field.item !== undefined ? null : field.isStruct ? written(field.type, {}) : ZEROS[field.type];
}
