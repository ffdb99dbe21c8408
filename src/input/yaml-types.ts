import { FAILSAFE_SCHEMA, Schema, Type } from 'js-yaml';

/** Null, while a document is read: a key that is null can then be told from the text. */
export const NULL = Object.defineProperties({}, {
  [Symbol.toStringTag]: { value: 'Null' },
  toString: { value: () => { throw new Error('a key is null; write it in quotes'); } },
});

/** Plain scalars that are no text and no number. */
const WORDS = new Map<string, unknown>([
  ...['', '~', 'null', 'Null', 'NULL'].map((text) => [text, NULL] as const),
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((text) => [text, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((text) => [text, false] as const),
]);
/** How numbers begin. */
const NUMERIC = /^[-+.\d]/;
const INFINITE = /^[-+]?\.(inf|Inf|INF)$|^\.(nan|NaN|NAN)$/;
const FLOAT = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/;
const INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|\d+)$/;
const SMALL_INTEGER = /^(0|[1-9]\d{0,14})$/;
const [INT64_MIN, UINT64_END] = [BigInt('-9223372036854775808'), BigInt('18446744073709551616')];

/** Deeper than this no object of Kubernetes is; JavaScript's own stack ends not much deeper. */
export const DEPTH_MAX = 1_000;

/** What plain scalars of YAML 1.1 are, as kubectl reads them, where `<<` is a key as any other. Upstream: resolve of go-yaml v2, the fork of sigs.k8s.io/yaml. */
export const YAML_1_1_UNMERGED: Schema = FAILSAFE_SCHEMA.extend({
  implicit: [
    scalar('null', (text) => WORDS.get(text) === NULL, () => NULL),
    scalar('bool', (text) => typeof WORDS.get(text) === 'boolean', (text) => WORDS.get(text)),
    scalar('int', (text) => NUMERIC.test(text) && integer(text) !== undefined, integer),
    scalar('float', (text) => NUMERIC.test(text) && (INFINITE.test(text) || float(text) !== undefined), finite),
  ],
  explicit: [
    scalar('binary', () => true, (text) => Buffer.from(text, 'base64').toString('utf8')),
    ...['!', 'tag:yaml.org,2002:'].flatMap((tag) => [
      new Type(tag, { kind: 'scalar', multi: true, construct: (text: string | null) => text ?? '' }),
      new Type(tag, { kind: 'sequence', multi: true }),
      new Type(tag, { kind: 'mapping', multi: true }),
    ]),
  ],
});

/** The same, where the entries of maps at `<<` become entries of the map around it. */
export const YAML_1_1: Schema = YAML_1_1_UNMERGED.extend({ implicit: [scalar('merge', (text) => text === '<<', (text) => text)] });

function scalar(name: string, is: (text: string) => boolean, construct: (text: string) => unknown): Type {
  return new Type(`tag:yaml.org,2002:${name}`, { kind: 'scalar', resolve: (text: string | null) => is(text ?? ''), construct: (text: string | null) => construct(text ?? '') });
}

/** A leading zero is octal, `_` stands anywhere but in front; beyond 2^53 a bigint. */
function integer(text: string): number | bigint | undefined {
  if (SMALL_INTEGER.test(text)) {
    return Number(text);
  }
  const [, sign, digits] = INTEGER.exec(text.replace(/_/g, '')) ?? [];
  if (digits === undefined || /^0[0-7]*[89]/.test(digits)) {
    return undefined;
  }
  const value = BigInt(/^0\d/.test(digits) ? `0o${digits}` : digits) * BigInt(sign === '-' ? -1 : 1);
  if (value < INT64_MIN || value >= UINT64_END) {
    return undefined;
  }
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function float(text: string): number | undefined {
  const plain = text.replace(/_/g, '');
  const value = FLOAT.test(plain) ? Number(plain) : NaN;
  return Number.isFinite(value) ? value : undefined;
}

function finite(text: string): number {
  const value = float(text);
  if (value === undefined) {
    throw new Error(`${text} is no number that JSON has; write it in quotes`);
  }
  return value;
}
