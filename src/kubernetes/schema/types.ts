import { FIELDS } from './fields';

/** One field of an API type, as Go has it. */
export interface Field {
  readonly name: string;
  /** `string`, `int32`, `quantity`, …, the name of a type, `[]T` or `map:T`. */
  readonly type: string;
  /** Whether unset differs from zero. */
  readonly pointer: boolean;
  /** Whether it is written even where it is zero. */
  readonly always: boolean;
  readonly since?: string;
  readonly until?: string;
  /** The list is a map by that field under patch and server-side apply. */
  readonly mergeKey?: string;
  /** Go's name of the type, as decoding errors give it. */
  readonly goType: string;
  /** The embedded Go struct that has the field, which decoding errors name too. */
  readonly embedded?: string;
}

const GO_TYPES: Readonly<Record<string, string>> = {
  'quantity': 'resource.Quantity', 'int-or-string': 'intstr.IntOrString', 'time': 'v1.Time', 'bytes': '[]uint8', 'any': 'interface {}',
};

const lines = new Map(FIELDS.trim().split('\n').map((line): [string, string] => [line.slice(0, line.indexOf(' ')), line]));
const parsed = new Map<string, ReadonlyMap<string, Field>>();

/** The fields of an API type (`core.v1.Container`) over all versions, undefined where it is none. */
export function fieldsOf(type: string): ReadonlyMap<string, Field> | undefined {
  const known = parsed.get(type);
  const line = lines.get(type);
  if (known !== undefined || line === undefined) {
    return known;
  }
  const fields = new Map(line.split(' ').slice(1).map(readField).map((field) => [field.name, field]));
  parsed.set(type, fields);
  return fields;
}

/** The fields that a type has in a Kubernetes version (`1.36`), undefined where it is no API type. */
export function fieldsIn(type: string, version: string): ReadonlyMap<string, Field> | undefined {
  const key = `${type} ${version}`;
  const known = parsed.get(key);
  const fields = fieldsOf(type);
  if (known !== undefined || fields === undefined) {
    return known;
  }
  const at = minor(version);
  const present = new Map([...fields].filter(([, { since = '1.0', until = '1.999' }]) => at >= minor(since) && at <= minor(until)));
  parsed.set(key, present);
  return present;
}

/** The field of that name, where the Kubernetes version has it. */
export function fieldOf(type: string, name: string, version: string): Field | undefined {
  return fieldsIn(type, version)?.get(name);
}

/** What the items of a list or the values of a map are, undefined for any other type. */
export function itemOf({ type, goType }: Pick<Field, 'type' | 'goType'>): Pick<Field, 'type' | 'goType'> | undefined {
  const [prefix] = /^(\[\]|map:)/.exec(type) ?? [undefined];
  if (prefix === undefined) {
    return undefined;
  }
  const item = type.slice(prefix.length);
  const spelled = /^(?:\[\]|map\[[^\]]+\])(.+)$/.exec(goType);
  return { type: item, goType: spelled?.[1] ?? goTypeOf(item) };
}

/** Go's name of a type that has no other: packages are all called `v1`. */
export function goTypeOf(type: string): string {
  if (type.startsWith('[]')) {
    return `[]${goTypeOf(type.slice('[]'.length))}`;
  }
  if (type.startsWith('map:')) {
    return `map[string]${goTypeOf(type.slice('map:'.length))}`;
  }
  return GO_TYPES[type] ?? (type.includes('.') ? `v1.${type.slice(type.lastIndexOf('.') + 1)}` : type);
}

function readField(word: string): Field {
  const [definition, ...special] = word.split(',');
  const [, name, type, pointer, always] = /^([^:]+):([^*!]+)(\*?)(!?)$/.exec(definition)!;
  const value = (sign: string): string | undefined => special.find((text) => text.startsWith(sign))?.slice(sign.length);
  return {
    name,
    type,
    pointer: pointer !== '',
    always: always !== '',
    since: value('>='),
    until: value('<='),
    mergeKey: value('#'),
    goType: value('=') ?? goTypeOf(type),
    embedded: value('@'),
  };
}

function minor(version: string): number {
  return Number(/^v?\d+\.(\d+)/.exec(version)?.[1] ?? NaN);
}
