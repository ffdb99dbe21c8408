import { parseIntError, quote } from './go-text';
import { interpretError } from './interpret';
import { jsonType, readScalar, ZEROS } from './scalars';
import { typeOfObject } from '../schema/kinds';
import { Field, fieldsIn, goTypeOf, Typed } from '../schema/types';

export type ApiObject = Readonly<Record<string, unknown>>;

/** An error, and the path of the field that it is about; the server tells no path. */
interface Fault {
  readonly error: string;
  readonly path?: string;
}

/** The first error stops the server: it is all that it answers. */
export type Decoded = Fault | { readonly object: ApiObject };

/** Where a value stands: by which step in which other value, and as which field of which type. What that is in words is seldom asked. */
interface Place {
  readonly within?: Place;
  readonly step: string | number;
  readonly field?: Field;
  readonly type?: string;
}

interface Reading {
  readonly version: string;
  /** What was found of a type that decodes itself. Nothing is read after it. */
  fatal?: Fault;
  /** The first value of a wrong type. */
  wrong?: Fault;
  /** What strict decoding says of each, and their paths. */
  readonly unknown: Map<string, string>;
}

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
  const reading: Reading = { version, unknown: new Map() };
  const decoded = readStruct(type, object, { step: '' }, reading) as ApiObject;
  const fault = reading.fatal ?? reading.wrong ?? conversionFault(type, decoded);
  const strict = [...strictErrors, ...reading.unknown.keys()];
  const path = strictErrors.length > 0 ? undefined : reading.unknown.get(strict[0]);
  return fault ?? (strict.length > 0 ? { error: strictError(strict), path } : { object: decoded });
}

function strictError(errors: readonly string[]): string {
  return `strict decoding error: ${errors.join(', ')}`;
}

function conversionFault(type: string, { metadata }: ApiObject): Fault | undefined {
  if (!Object.hasOwn(NUMBERS, type)) {
    return undefined;
  }
  const [annotation, tell] = NUMBERS[type];
  const annotations = (metadata as ApiObject | undefined)?.annotations as Record<string, string> | undefined;
  const value = annotations !== undefined && Object.hasOwn(annotations, annotation) ? annotations[annotation] : undefined;
  const error = value === undefined || (value === '' && type !== 'apps.v1.DaemonSet') ? undefined : parseIntError(value);
  return error === undefined ? undefined : { error: tell(error, value!), path: `metadata.annotations[${annotation}]` };
}

/** Undefined where nothing is set: null is as good as absent, save in a list or a map. */
function read({ type, goType, isStruct, item }: Typed, value: unknown, place: Place, reading: Reading): unknown {
  if (value === null || value === undefined) {
    return undefined;
  }
  const given = jsonType(value);
  if (isStruct) {
    return given === 'object' ? readStruct(type, value as ApiObject, place, reading) : complain(reading, place, given, goTypeOf(type));
  }
  if (item !== undefined) {
    const expected = type.startsWith('[]') ? 'array' : 'object';
    const reader = expected === 'array' ? readList : readMap;
    return given === expected ? reader(item, value, place, reading) : complain(reading, place, given, goType);
  }
  const scalar = readScalar(type, goType, value)!;
  if ('value' in scalar) {
    return scalar.value;
  }
  return 'error' in scalar ? keep(reading, place, scalar.error, scalar.isFatal) : complain(reading, place, scalar.unlike, scalar.goType, scalar.isFatal);
}

/** Fields come in alphabetical order, since kubectl sends them so. */
function readStruct(type: string, value: ApiObject, within: Place, reading: Reading): ApiObject {
  const fields = fieldsIn(type, reading.version)!;
  const result: Record<string, unknown> = {};
  for (const name of Object.keys(value).sort()) {
    const field = fields.get(name);
    if (reading.fatal !== undefined) {
      break;
    }
    if (field !== undefined) {
      const decoded = read(field, value[name], { within, step: name, field, type }, reading);
      if (decoded !== undefined) {
        result[name] = decoded;
      }
    } else if (reading.unknown.size < STRICT_MAX) {
      const path = pathOf(within);
      reading.unknown.set(`unknown field ${quote(strictPathOf({ within, step: name }))}`, /[.[\]]/.test(name) ? `${path}[${name}]` : joined(path, name));
    }
  }
  return result;
}

function readList(item: Typed, value: unknown, within: Place, reading: Reading): unknown[] {
  return (value as unknown[]).map((element, step) => readItem(item, element, { within, step }, reading));
}

function readMap(item: Typed, value: unknown, within: Place, reading: Reading): ApiObject {
  const map = value as ApiObject;
  return Object.fromEntries(Object.keys(map).sort().map((step) => [step, readItem(item, map[step], { within, step }, reading)]));
}

/** An item that is null is there, as the zero of its type. */
function readItem(item: Typed, value: unknown, place: Place, reading: Reading): unknown {
  const decoded = reading.fatal === undefined ? read(item, value, place, reading) : undefined;
  return decoded ?? (item.isStruct ? {} : ZEROS[item.type]);
}

/** Kubernetes' own field path, in which the keys of maps stand in brackets. */
function pathOf(place: Place): string {
  return upwards(place).reverse().reduce((path, { step, field }) => (field === undefined ? `${path}[${step}]` : joined(path, field.name)), '');
}

/** The path in the words of strict decoding. */
function strictPathOf(place: Place): string {
  return upwards(place).reverse().reduce((path, { step }) => (typeof step === 'number' ? `${path}[${step}]` : joined(path, step)), '');
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** The place and what it is within, save the object itself. */
function upwards(place: Place): Place[] {
  return place.within === undefined ? [] : [place, ...upwards(place.within)];
}

/** The one place where upstream would tell a value of a Secret is a byte that is too large. */
function complain(reading: Reading, place: Place, unlike: string, goType: string, isFatal = false): undefined {
  const fields = upwards(place).filter(({ field }) => field !== undefined);
  const type = fields[0]?.type ?? '';
  const struct = type.slice(type.lastIndexOf('.') + 1);
  const names = fields.reverse().flatMap(({ field }) => [...(field!.embedded === undefined ? [] : [field!.embedded]), field!.name]);
  const told = struct === 'Secret' ? unlike.replace(/^number .*$/, 'number (hidden)') : unlike;
  return keep(reading, place, `json: cannot unmarshal ${told} into Go struct field ${struct}.${names.join('.')} of type ${goType}`, isFatal);
}

function keep(reading: Reading, place: Place, error: string, isFatal: boolean): undefined {
  if (isFatal) {
    reading.fatal ??= { error, path: pathOf(place) };
  } else {
    reading.wrong ??= { error, path: pathOf(place) };
  }
}
