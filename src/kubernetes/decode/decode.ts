import { parseIntError, quote } from './go-text';
import { interpretError } from './interpret';
import { jsonType, readScalar, ZEROS } from './scalars';
import { typeOfObject } from '../schema/kinds';
import { Field, fieldOf, fieldsOf, goTypeOf, itemOf } from '../schema/types';

export type ApiObject = Readonly<Record<string, unknown>>;

/** The first error stops the server: it is all that it answers. */
export type Decoded = { readonly error: string } | { readonly object: ApiObject };

/** Where a value stands: in which Go struct and field, and by which path. */
interface Place {
  readonly struct: string;
  readonly fields: readonly string[];
  readonly path: string;
}

interface Reading {
  readonly version: string;
  /** What was found of a type that decodes itself. Nothing is read after it. */
  fatal?: string;
  /** The first value of a wrong type. */
  wrong?: string;
  readonly unknown: Set<string>;
}

type Typed = Pick<Field, 'type' | 'goType'>;

/** Upstream keeps so many complaints about unknown and duplicate fields. */
const STRICT_MAX = 100;

const ROLLBACK = 'deprecated.deployment.rollback.to';

/** An annotation that is converted to a number, and how its error is told. */
const NUMBERS: Readonly<Record<string, readonly [annotation: string, tell: (error: string, value: string) => string]>> = {
  'apps.v1.DaemonSet': ['deprecated.daemonset.template.generation', (error) => error],
  'apps.v1.Deployment': [ROLLBACK, (error, value) => `failed to parse annotation[${ROLLBACK}]=${value} as int64: ${error}`],
};

/**
 * Strict decoding, as `kubectl apply` asks for it. `strictErrors` are complaints of whoever read the text, such as duplicate keys. The object
 * of a kind whose fields are not known is given back as it is. Upstream: Serializer.Decode, UnmarshalStrict.
 */
export function decode(object: ApiObject, version: string, strictErrors: readonly string[] = []): Decoded {
  const unclear = interpretError(object);
  if (unclear !== undefined) {
    return { error: unclear };
  }
  const type = typeOfObject(object);
  if (type === undefined) {
    return strictErrors.length > 0 ? { error: strictError(strictErrors) } : { object };
  }
  const reading: Reading = { version, unknown: new Set() };
  const decoded = readStruct(type, object, { struct: '', fields: [], path: '' }, reading) as ApiObject;
  const error = reading.fatal ?? reading.wrong ?? conversionError(type, decoded);
  const strict = [...strictErrors, ...reading.unknown];
  return error !== undefined ? { error } : strict.length > 0 ? { error: strictError(strict) } : { object: decoded };
}

function strictError(errors: readonly string[]): string {
  return `strict decoding error: ${errors.join(', ')}`;
}

function conversionError(type: string, { metadata }: ApiObject): string | undefined {
  if (!Object.hasOwn(NUMBERS, type)) {
    return undefined;
  }
  const [annotation, tell] = NUMBERS[type];
  const annotations = (metadata as ApiObject | undefined)?.annotations as Record<string, string> | undefined;
  const value = annotations !== undefined && Object.hasOwn(annotations, annotation) ? annotations[annotation] : undefined;
  const error = value === undefined || (value === '' && type !== 'apps.v1.DaemonSet') ? undefined : parseIntError(value);
  return error === undefined ? undefined : tell(error, value!);
}

/** Undefined where nothing is set: null is as good as absent, save in a list or a map. */
function read({ type, goType }: Typed, value: unknown, place: Place, reading: Reading): unknown {
  if (value === null || value === undefined) {
    return undefined;
  }
  const given = jsonType(value);
  if (fieldsOf(type) !== undefined) {
    return given === 'object' ? readStruct(type, value as ApiObject, place, reading) : complain(reading, place, given, goTypeOf(type));
  }
  const item = itemOf({ type, goType });
  if (item !== undefined) {
    const expected = type.startsWith('[]') ? 'array' : 'object';
    const reader = expected === 'array' ? readList : readMap;
    return given === expected ? reader(item, value, place, reading) : complain(reading, place, given, goType);
  }
  const scalar = readScalar(type, goType, value)!;
  if ('value' in scalar) {
    return scalar.value;
  }
  return 'error' in scalar ? keep(reading, scalar.error, scalar.isFatal) : complain(reading, place, scalar.unlike, scalar.goType, scalar.isFatal);
}

/** Fields come in alphabetical order, since kubectl sends them so. */
function readStruct(type: string, value: ApiObject, place: Place, reading: Reading): ApiObject {
  const entries = Object.keys(value).sort().flatMap((name): [string, unknown][] => {
    const field = fieldOf(type, name, reading.version);
    if (reading.fatal !== undefined) {
      return [];
    }
    const path = place.path === '' ? name : `${place.path}.${name}`;
    if (field === undefined) {
      if (reading.unknown.size < STRICT_MAX) {
        reading.unknown.add(`unknown field ${quote(path)}`);
      }
      return [];
    }
    const fields = [...place.fields, ...(field.embedded === undefined ? [] : [field.embedded]), name];
    const decoded = read(field, value[name], { struct: type.slice(type.lastIndexOf('.') + 1), fields, path }, reading);
    return decoded === undefined ? [] : [[name, decoded]];
  });
  return Object.fromEntries(entries);
}

function readList(item: Typed, value: unknown, place: Place, reading: Reading): unknown[] {
  return (value as unknown[]).map((element, index) => readItem(item, element, { ...place, path: `${place.path}[${index}]` }, reading));
}

function readMap(item: Typed, value: unknown, place: Place, reading: Reading): ApiObject {
  const map = value as ApiObject;
  const readValue = (key: string): unknown => readItem(item, map[key], { ...place, path: `${place.path}.${key}` }, reading);
  return Object.fromEntries(Object.keys(map).sort().map((key) => [key, readValue(key)]));
}

/** An item that is null is there, as the zero of its type. */
function readItem(item: Typed, value: unknown, place: Place, reading: Reading): unknown {
  const decoded = reading.fatal === undefined ? read(item, value, place, reading) : undefined;
  return decoded ?? (fieldsOf(item.type) !== undefined ? {} : ZEROS[item.type]);
}

/** The one place where upstream would tell a value of a Secret is a byte that is too large. */
function complain(reading: Reading, { struct, fields }: Place, unlike: string, goType: string, isFatal = false): undefined {
  const told = struct === 'Secret' ? unlike.replace(/^number .*$/, 'number (hidden)') : unlike;
  return keep(reading, `json: cannot unmarshal ${told} into Go struct field ${struct}.${fields.join('.')} of type ${goType}`, isFatal);
}

function keep(reading: Reading, error: string, isFatal: boolean): undefined {
  if (isFatal) {
    reading.fatal ??= error;
  } else {
    reading.wrong ??= error;
  }
}
