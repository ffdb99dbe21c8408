import { isDeepStrictEqual } from 'node:util';
import { FieldError, invalid, required, tooLong } from '../field-error';
import { labelValue } from '../labels';
import { isSet, typed } from './field-checks';
import { validateImmutable } from './immutable';
import { configMapKeyErrors, dns1123SubdomainErrors } from './names';
import { ObjectMetadata, validateObjectMeta } from './object-meta';
import { validateImmutableField, validateObjectMetaUpdate } from './object-meta-update';

type Texts = { readonly [key: string]: string | null };

/** What of a Secret the rules look at, in wire format: `data` is base64, `stringData` is text and wins. */
export interface Secret {
  readonly metadata?: ObjectMetadata;
  readonly type?: string | null;
  readonly immutable?: boolean | null;
  readonly data?: Texts | null;
  readonly stringData?: Texts | null;
}

type Contents = ReadonlyMap<string, Buffer>;
type TypeRule = (contents: Contents, secret: Secret) => FieldError[];

const SIZE_MAX = 1048576;
const CREDENTIALS = ['username', 'password'];
const ACCOUNT_NAME = 'kubernetes.io/service-account.name';

const TYPE_RULES: ReadonlyMap<string, TypeRule> = new Map<string, TypeRule>([
  ['kubernetes.io/service-account-token', (_, { metadata }) => (labelValue(metadata?.annotations ?? {}, ACCOUNT_NAME)
    ? [] : [required(`metadata.annotations[${ACCOUNT_NAME}]`)])],
  ['kubernetes.io/dockercfg', (contents) => validateJsonObject(contents, '.dockercfg')],
  ['kubernetes.io/dockerconfigjson', (contents) => validateJsonObject(contents, '.dockerconfigjson')],
  ['kubernetes.io/basic-auth', (contents) => (CREDENTIALS.some((key) => contents.has(key)) ? [] : missing(contents, CREDENTIALS))],
  ['kubernetes.io/ssh-auth', (contents) => (contents.get('ssh-privatekey')?.length ? [] : [required('data[ssh-privatekey]')])],
  ['kubernetes.io/tls', (contents) => missing(contents, ['tls.crt', 'tls.key'])],
]);

/** A new Secret. A type that is not set is `Opaque`, which has no rules either. Upstream: ValidateSecret. */
export function validateSecret(secret: Secret): FieldError[] {
  const contents = contentsOf(secret);
  const bytes = [...contents.values()].reduce((sum, { length }) => sum + length, 0);
  return [
    ...validateObjectMeta(secret.metadata, 'metadata', { requiresNamespace: true, nameErrors: dns1123SubdomainErrors }),
    ...[...contents.keys()].flatMap((key) => configMapKeyErrors(key).map((error) => invalid(`data[${key}]`, key, error))),
    ...(bytes > SIZE_MAX ? [tooLong('data', SIZE_MAX)] : []),
    ...(TYPE_RULES.get(secret.type ?? '')?.(contents, secret) ?? []),
  ];
}

/** Its type stays. One that is immutable stays so, and keeps its contents. Upstream: ValidateSecretUpdate. */
export function validateSecretUpdate(secret: Secret, old: Secret): FieldError[] {
  return [
    ...validateObjectMetaUpdate(secret.metadata, old.metadata, 'metadata'),
    ...validateImmutableField(typed(secret.type), old.type, 'type', secret.type === old.type),
    ...(old.immutable ? validateImmutable({ immutable: secret.immutable === true, data: hasSameContents(secret, old) }) : []),
    ...validateSecret(secret),
  ];
}

/** No data at all is another thing than data with nothing in it. */
function hasSameContents(secret: Secret, old: Secret): boolean {
  const [hasData, hadData] = [secret, old].map(({ data, stringData }) => isSet(data) || Object.keys(stringData ?? {}).length > 0);
  return hasData === hadData && isDeepStrictEqual(contentsOf(secret), contentsOf(old));
}

/** The bytes under each key. Upstream: Convert_v1_Secret_To_core_Secret. */
export function contentsOf({ data, stringData }: Secret): Contents {
  return new Map([
    ...Object.entries(data ?? {}).map(([key, value]): [string, Buffer] => [key, Buffer.from(value ?? '', 'base64')]),
    ...Object.entries(stringData ?? {}).map(([key, value]): [string, Buffer] => [key, Buffer.from(value ?? '')]),
  ]);
}

function missing(contents: Contents, keys: readonly string[]): FieldError[] {
  return keys.filter((key) => !contents.has(key)).map((key) => required(`data[${key}]`));
}

function validateJsonObject(contents: Contents, key: string): FieldError[] {
  const content = contents.get(key);
  const error = content && jsonObjectError(content);
  return content === undefined ? [required(`data[${key}]`)]
    : error === undefined ? [] : [invalid(`data[${key}]`, '<secret contents redacted>', error)];
}

/** Why Go does not read a JSON object (or null) out of bytes, in Go's words. Upstream: json.Unmarshal. */
function jsonObjectError(content: Buffer): string | undefined {
  // one character a byte, as Go reads it
  const text = content.toString('latin1');
  const syntaxError = jsonSyntaxError(text);
  if (syntaxError !== undefined) {
    return syntaxError;
  }
  const kind = JSON_KINDS.find(([start]) => start.test(text.trim()))?.[1];
  const beyond = text.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/-?\d[\d.]*(?:[eE][+-]?\d+)?/g)?.find((number) => !Number.isFinite(Number(number)));
  return kind !== undefined ? `json: cannot unmarshal ${kind} into Go value of type map[string]interface {}`
    : beyond !== undefined ? `json: cannot unmarshal number ${beyond} into Go value of type float64` : undefined;
}

const JSON_KINDS: ReadonlyArray<readonly [start: RegExp, kind: string]> = [
  [/^\[/, 'array'], [/^"/, 'string'], [/^[-\d]/, 'number'], [/^[tf]/, 'bool'],
];

interface State {
  readonly steps: ReadonlyArray<readonly [sign: RegExp, next: string]>;
  /** What is said of any other sign; without it, the value is over and the sign comes after it. */
  readonly fault?: string;
}

type Step = State['steps'][number];

const SPACE = /[ \t\r\n]/;
const VALUE: readonly Step[] = [
  [SPACE, 'value'], [/\{/, 'openObject'], [/\[/, 'openArray'], [/"/, 'string'], [/-/, 'minus'], [/0/, 'zero'], [/[1-9]/, 'integer'],
  [/t/, 'true1'], [/f/, 'false1'], [/n/, 'null1'],
];
const [KEY_FAULT, VALUE_FAULT] = ['key string', 'value'].map((what) => `looking for beginning of ${what === 'value' ? '' : 'object '}${what}`);
const FRACTION: readonly Step[] = [[/\./, 'point'], [/[eE]/, 'exponent']];
const EXPONENT_FAULT = 'in exponent of numeric literal';

const STATES: { readonly [name: string]: State } = {
  value: { steps: VALUE, fault: VALUE_FAULT },
  firstElement: { steps: [[SPACE, 'firstElement'], [/\]/, 'end'], ...VALUE], fault: VALUE_FAULT },
  firstKey: { steps: [[SPACE, 'firstKey'], [/\}/, 'end'], [/"/, 'string']], fault: KEY_FAULT },
  nextKey: { steps: [[SPACE, 'nextKey'], [/"/, 'string']], fault: KEY_FAULT },
  string: { steps: [[/"/, 'after'], [/\\/, 'escape'], [/[^\0-\x1f]/, 'string']], fault: 'in string literal' },
  escape: { steps: [[/[bfnrt\\/"]/, 'string'], [/u/, 'hex1']], fault: 'in string escape code' },
  ...hexStates(),
  minus: { steps: [[/0/, 'zero'], [/[1-9]/, 'integer']], fault: 'in numeric literal' },
  zero: { steps: FRACTION },
  integer: { steps: [[/\d/, 'integer'], ...FRACTION] },
  point: { steps: [[/\d/, 'fraction']], fault: 'after decimal point in numeric literal' },
  fraction: { steps: [[/\d/, 'fraction'], [/[eE]/, 'exponent']] },
  exponent: { steps: [[/[-+]/, 'signed'], [/\d/, 'power']], fault: EXPONENT_FAULT },
  signed: { steps: [[/\d/, 'power']], fault: EXPONENT_FAULT },
  power: { steps: [[/\d/, 'power']] },
  ...literalStates('true'),
  ...literalStates('false'),
  ...literalStates('null'),
};

/** What may follow a value, by what it is in. */
const AFTER: { readonly [place: string]: State } = {
  top: { steps: [[SPACE, 'after']], fault: 'after top-level value' },
  key: { steps: [[SPACE, 'after'], [/:/, 'value']], fault: 'after object key' },
  object: { steps: [[SPACE, 'after'], [/,/, 'nextKey'], [/\}/, 'end']], fault: 'after object key:value pair' },
  array: { steps: [[SPACE, 'after'], [/,/, 'value'], [/\]/, 'end']], fault: 'after array element' },
};

/** Upstream: checkValid of encoding/json. */
function jsonSyntaxError(text: string): string | undefined {
  const places = ['top'];
  let state = 'value';
  // upstream reads one more space, so that a number is over and half a word is an error
  for (const sign of `${text} `) {
    const after = AFTER[places[places.length - 1]];
    const current = STATES[state] ?? after;
    const next = step(current, sign) ?? (current.fault === undefined ? step(after, sign) : undefined);
    if (next === undefined) {
      return `invalid character ${quoted(sign)} ${current.fault ?? after.fault}`;
    }
    state = enter(next, places);
  }
  return places.length === 1 && state === 'after' ? undefined : 'unexpected end of JSON input';
}

function step({ steps }: State, sign: string): string | undefined {
  return steps.find(([pattern]) => pattern.test(sign))?.[1];
}

/** The state that a step leads to. Objects, their keys and arrays are kept in a list, the innermost last. */
function enter(next: string, places: string[]): string {
  const last = places.length - 1;
  if (next === 'end') {
    places.pop();
    return 'after';
  }
  if (Object.hasOwn(OPENINGS, next)) {
    const [place, state] = OPENINGS[next];
    places.push(place);
    return state;
  }
  if (next === 'nextKey') {
    places[last] = 'key';
  } else if (next === 'value' && places[last] === 'key') {
    places[last] = 'object';
  }
  return next;
}

/** What is opened, and the state that comes next. */
const OPENINGS: { readonly [step: string]: readonly [place: string, state: string] } = {
  openObject: ['key', 'firstKey'],
  openArray: ['array', 'firstElement'],
};

function hexStates(): { [name: string]: State } {
  return Object.fromEntries([1, 2, 3, 4].map((digit): [string, State] => [`hex${digit}`,
    { steps: [[/[\da-fA-F]/, digit === 4 ? 'string' : `hex${digit + 1}`]], fault: 'in \\u hexadecimal character escape' }]));
}

function literalStates(word: string): { [name: string]: State } {
  return Object.fromEntries([...word].slice(1).map((letter, index): [string, State] => [`${word}${index + 1}`, {
    steps: [[new RegExp(letter), index + 2 === word.length ? 'after' : `${word}${index + 2}`]],
    fault: `in literal ${word} (expecting '${letter}')`,
  }]));
}

const ESCAPES: { readonly [sign: string]: string } = {
  "'": "\\'", '\\': '\\\\', '\x07': '\\a', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v',
};

/** Upstream: quoteChar of encoding/json. */
function quoted(sign: string): string {
  const code = sign.charCodeAt(0).toString(16);
  const escaped = /[\0-\x1f\x7f]/.test(sign) ? `\\x${code.padStart(2, '0')}` : /[\x80-\xa0\xad]/.test(sign) ? `\\u${code.padStart(4, '0')}` : sign;
  return `'${ESCAPES[sign] ?? escaped}'`;
}
