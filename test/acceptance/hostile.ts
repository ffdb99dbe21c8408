import { createCipheriv, createHash } from 'node:crypto';

export type Input = readonly [name: string, content: Buffer];

const BYTES = 1024 ** 2;
const SEED = 20261125;

/** A text again and again, up to a mebibyte. */
function repeated(text: string, [head, tail] = ['', '']): string {
  return `${head}${text.repeat(Math.max(0, Math.floor((BYTES - head.length - tail.length) / Buffer.byteLength(text))))}${tail}`;
}

/** Texts by number, one after the other, up to a mebibyte. */
function counted(text: (index: number) => string, [head, tail] = ['', '']): string {
  const parts = [head];
  let left = BYTES - head.length - tail.length;
  for (let part = text(0); Buffer.byteLength(part) <= left; part = text(parts.length - 1)) {
    parts.push(part);
    left -= Buffer.byteLength(part);
  }
  return parts.concat(tail).join('');
}

function randomBytes(seed: number): Buffer {
  const key = createHash('sha256').update(`${seed}`).digest();
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(BYTES));
}

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n';
const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
const SECRET = 'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n';
const DIGITS = BYTES - 200;
const LAUGHS = Array.from({ length: 20 }, (_, index) => `a${index + 1}: &a${index + 1} [${Array(10).fill(`*a${index}`).join(', ')}]\n`).join('');

/** What makes much work of little, what is large, and what is no manifest at all. */
const TEXTS: Readonly<Record<string, string>> = {
  'aliases of aliases': repeated('# ha\n', [`a0: &a0 [ha]\n${LAUGHS}`, '']),
  'many aliases of much': counted(() => '- *a\n', [`- &a [${'x, '.repeat(1000)}]\n`, '']),
  'many merges': counted((index) => `k${index}: {<<: *a}\n`, [`a: &a {${Array.from({ length: 300 }, (_, index) => `f${index}: 1`).join(', ')}}\n`, '']),
  'many anchors': counted((index) => `- &a${index} x\n`),
  'lists in lists': repeated('['),
  'lists in lists that end': `${'['.repeat(BYTES / 2)}${']'.repeat(BYTES / 2)}`,
  'maps in maps as JSON': repeated('{"a":'),
  'maps in maps by indentation': Array.from({ length: 1_440 }, (_, index) => `${' '.repeat(index)}a:\n`).join(''),
  'list items on one line': repeated('- '),
  'spaces': repeated(' '),
  'tabs': repeated('\t'),
  'comments': repeated('#\n'),
  'one long line': repeated('a'),
  'one long key': repeated('a', ['', ': b\n']),
  'one long text': repeated('a', [`${CONFIG_MAP}data: {a: "`, '"}\n']),
  'a text that does not end': repeated('\\n', [`${CONFIG_MAP}data: {a: "`, '']),
  'a text of many lines': repeated('    a\n', [`${CONFIG_MAP}data:\n  a: |\n`, '']),
  'separators': repeated('---\n'),
  'Lists in Lists': repeated('{"kind":"List","items":['),
  'a long list': repeated('1, ', ['[', '1]']),
  'a long map': counted((index) => `a${index}: 1, `, ['{', '}']),
  'brackets and spaces': repeated(`]${' '.repeat(1000)}`),
  'tags': repeated('!!binary '),
  'directives': repeated('%TAG ! a\n'),
  'quotes': repeated('"" '),
  'ends of documents': repeated('...\n'),
  'a number of a million digits': `${POD}  - {name: a, image: i, ports: [{containerPort: ${'9'.repeat(DIGITS)}}]}\n`,
  'base64': `${SECRET}data: {a: ${'QUJD'.repeat(DIGITS / 4)}}\n`,
};

/** Inputs of a mebibyte each, the same in every run. */
export const INPUTS: readonly Input[] = [
  ...Object.entries(TEXTS).map(([name, text]): Input => [name, Buffer.from(text)]),
  ['random bytes', randomBytes(SEED)],
  ['random letters', Buffer.from(randomBytes(SEED + 1).toString('base64').slice(0, BYTES))],
];
