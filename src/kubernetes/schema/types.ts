import { FIELDS } from './fields';

/** What a value is. */
export interface Typed {
  /** `string`, `int32`, `quantity`, …, the name of a type, `[]T` or `map:T`. */
  readonly type: string;
  /** Go's name of the type, as decoding errors give it. */
  readonly goType: string;
  /** Whether it is a type that has fields. */
  readonly isStruct: boolean;
  /** What the items of a list or the values of a map are, undefined for any other type. */
  readonly item?: Typed;
}

/** One field of an API type, as Go has it. */
export interface Field extends Typed {
  readonly name: string;
  /** Whether unset differs from zero. */
  readonly pointer: boolean;
  /** Whether it is written even where it is zero. */
  readonly always: boolean;
  readonly since?: string;
  readonly until?: string;
  /** The list is a map by that field under patch and server-side apply. */
  readonly mergeKey?: string;
  /** The embedded Go struct that has the field, which decoding errors name too. */
  readonly embedded?: string;
}

const GO_TYPES: Readonly<Record<string, string>> = {
  'quantity': 'resource.Quantity', 'int-or-string': 'intstr.IntOrString', 'time': 'v1.Time', 'bytes': '[]uint8', 'any': 'interface {}',
};

const lines = new Map(FIELDS.trim().split('\n').map((line): [string, string] => [line.slice(0, line.indexOf(' ')), line]));
const parsed = new Map<string, ReadonlyMap<string, Field>>();
const present = new Map<string, Map<string, ReadonlyMap<string, Field>>>();

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

/** Whether a type has fields. */
export function isApiType(type: string): boolean {
  return lines.has(type);
}

/** The fields that a type has in a Kubernetes version (`1.36`), undefined where it is no API type. */
export function fieldsIn(type: string, version: string): ReadonlyMap<string, Field> | undefined {
  const known = present.get(version)?.get(type);
  const fields = known ?? fieldsOf(type);
  if (known !== undefined || fields === undefined) {
    return known;
  }
  const at = minor(version);
  const found = new Map([...fields].filter(([, { since = '1.0', until = '1.999' }]) => at >= minor(since) && at <= minor(until)));
  present.set(version, (present.get(version) ?? new Map<string, ReadonlyMap<string, Field>>()).set(type, found));
  return found;
}

/** The field of that name, where the Kubernetes version has it. */
export function fieldOf(type: string, name: string, version: string): Field | undefined {
  return fieldsIn(type, version)?.get(name);
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
    ...typedAs(type, value('=') ?? goTypeOf(type)),
    pointer: pointer !== '',
    always: always !== '',
    since: value('>='),
    until: value('<='),
    mergeKey: value('#'),
    embedded: value('@'),
  };
}

/** What a type says of its values. */
export function typedAs(type: string, goType: string): Typed {
  const [, itemType] = /^(?:\[\]|map:)(.+)$/.exec(type) ?? [];
  const [, goItem] = /^(?:\[\]|map\[[^\]]+\])(.+)$/.exec(goType) ?? [];
  return { type, goType, isStruct: isApiType(type), item: itemType === undefined ? undefined : typedAs(itemType, goItem ?? goTypeOf(itemType)) };
}

function minor(version: string): number {
  return Number(/^v?\d+\.(\d+)/.exec(version)?.[1] ?? NaN);
}
