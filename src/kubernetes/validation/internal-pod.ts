import { INTERNAL_POD_TYPES } from './internal-pod-types';
import { PodSpec, PodTemplateSpec } from '../pod-objects';
import { formatQuantity, parseQuantity } from '../quantity';

/** A field of the server's own form, and what it is called in the API, in lower case. */
interface Field {
  readonly name: string;
  readonly key: string;
  readonly type: string;
  readonly omitsEmpty: boolean;
}

type Value = Readonly<Record<string, unknown>>;

const ZEROS: Value = { text: '', number: 0, bool: false };

const types = new Map<string, readonly Field[]>(INTERNAL_POD_TYPES.trim().split('\n').map((line) => {
  const [type, ...fields] = line.split(' ');
  return [type, fields.map(readField)];
}));

/** A template of pods as the server prints it. Upstream: json.Marshal of core.PodTemplateSpec. */
export function printedPodTemplate({ metadata, spec }: PodTemplateSpec): object {
  return printStruct('PodTemplateSpec', { metadata: metadata ?? {}, spec: asInternal(spec ?? {}) });
}

/** The spec of a pod as the server prints it. Upstream: json.Marshal of core.PodSpec. */
export function printedPodSpec(spec: PodSpec): object {
  return printStruct('PodSpec', asInternal(spec));
}

/** What a pod says of its host stands in its security context there. */
function asInternal(spec: PodSpec): Value {
  const { hostNetwork, hostPID, hostIPC, hostUsers, shareProcessNamespace, securityContext, serviceAccountName, serviceAccount, ...others } = spec;
  return {
    ...others,
    serviceAccountName: serviceAccountName || serviceAccount,
    securityContext: { ...securityContext, hostNetwork, hostPID, hostIPC, hostUsers, shareProcessNamespace },
  };
}

function readField(word: string): Field {
  const [, name, optional, key = name, type] = /^(\w+)(\?)?(?:=(\w+))?:(.+)$/.exec(word)!;
  return { name, key: key.toLowerCase(), type, omitsEmpty: optional !== undefined };
}

/** Metadata has no name of its own there. */
function printStruct(type: string, value: Value): Value {
  const given = new Map(Object.entries(value).map(([key, field]) => [key.toLowerCase(), field]));
  const metadata = given.get('metadata');
  const entries = types.get(type)!.map(({ name, key, type: fieldType, omitsEmpty }): [string, unknown] => {
    const field = given.get(key);
    return [name, omitsEmpty && isEmpty(field) ? undefined : printValue(fieldType, field)];
  });
  return { ...(metadata ? printStruct('ObjectMeta', metadata as Value) : {}), ...Object.fromEntries(entries.filter(([, field]) => field !== undefined)) };
}

function printValue(type: string, value: unknown): unknown {
  const [, prefix, item] = /^(\*|\[\]|map:)?(.+)$/.exec(type)!;
  if (prefix !== undefined) {
    return value === undefined || value === null ? null
      : prefix === '*' ? printValue(item, value)
        : prefix === '[]' ? (value as unknown[]).map((element) => printValue(item, element))
          : printMap(item, value as Value);
  }
  return item === 'quantity' ? printQuantity(value ?? 0) : Object.hasOwn(ZEROS, item) ? value ?? ZEROS[item] : printStruct(item, (value ?? {}) as Value);
}

/** Maps are printed in the order of their keys. */
function printMap(item: string, value: Value): Value {
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, printValue(item, value[key])]));
}

function printQuantity(value: unknown): string {
  const quantity = parseQuantity(String(value));
  return 'error' in quantity ? String(value) : formatQuantity(quantity);
}

function isEmpty(value: unknown): boolean {
  return !value || (typeof value === 'object' && Object.keys(value).length === 0);
}
