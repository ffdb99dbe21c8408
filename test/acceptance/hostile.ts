import { createCipheriv, createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { brokenStream, mutatedManifest } from '../analysis/mutations';

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

/** Many manifests in one stream; a comment at its head keeps those in JSON from making it a stream of JSON. */
function stream(arbitrary: fc.Arbitrary<string>, seed: number): Buffer {
  const texts = fc.sample(arbitrary, { numRuns: 4_000, seed });
  return Buffer.from(counted((index) => `${texts[index % texts.length].trimEnd()}\n---\n`, ['# manifests\n', '']));
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
  'keys on one line': repeated('? '),
  'empty lines': repeated('\n'),
  'empty lines after an object': repeated('\n', [CONFIG_MAP, '']),
  'carriage returns': repeated('\r'),
  'spaces': repeated(' '),
  'tabs': repeated('\t'),
  'comments': repeated('#\n'),
  'one long line': repeated('a'),
  'one long key': repeated('a', ['', ': b\n']),
  'one long text': repeated('a', [`${CONFIG_MAP}data: {a: "`, '"}\n']),
  'a text that does not end': repeated('\\n', [`${CONFIG_MAP}data: {a: "`, '']),
  'a text of many lines': repeated('    a\n', [`${CONFIG_MAP}data:\n  a: |\n`, '']),
  'separators': repeated('---\n'),
  'small documents': repeated('a: b\n---\n'),
  'small objects as JSON': repeated('{}'),
  'objects of no kind that is known': repeated('kind: a\napiVersion: b\n---\n'),
  'small objects with an error': repeated('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: A}\n---\n'),
  'a List of objects with errors': counted(() => '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"A"}},\n', ['{"kind":"List","items":[', '{}]}']),
  'Lists in Lists': repeated('{"kind":"List","items":['),
  'a long list': repeated('1, ', ['[', '1]']),
  'a long map': counted((index) => `a${index}: 1, `, ['{', '}']),
  'a key again and again': repeated('a: 1\n'),
  'keys of a map again and again': counted((index) => `a${index % 1000}: 1\n`, [`${CONFIG_MAP}data:\n`, '']),
  'brackets and colons': repeated(']: '),
  'brackets and spaces': repeated(`]${' '.repeat(1000)}`),
  'tags': repeated('!!binary '),
  'directives': repeated('%TAG ! a\n'),
  'quotes': repeated('"" '),
  'ends of documents': repeated('...\n'),
  'unknown fields': counted((index) => `  x${index}: 1\n`, [`${CONFIG_MAP}data:\n  a: b\nbinaryData: {}\nspec:\n`, '']),
  'labels that are wrong': counted((index) => `"${index} ":"?",`, ['{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","labels":{', '"a":"b"}}}']),
  'containers of one name': repeated('  - {name: a, image: "registry.example.com/agent:1.4.2"}\n', [POD, '']),
  'containers of many names': counted((index) => `  - {name: a${index}, image: i, ports: [{containerPort: ${index}}]}\n`, [POD, '']),
  'variables of one container': counted((index) => `    - {name: v${index}, value: $(v${index})}\n`, [`${POD}  - name: c\n    image: i\n    env:\n`, '']),
  'a number of a million digits': `${POD}  - {name: a, image: i, ports: [{containerPort: ${'9'.repeat(DIGITS)}}]}\n`,
  'a quantity of a million digits': `${POD}  - {name: a, image: i, resources: {limits: {cpu: "${'9'.repeat(DIGITS)}"}}}\n`,
  'base64': `${SECRET}data: {a: ${'QUJD'.repeat(DIGITS / 4)}}\n`,
};

/** More than fifty inputs of a mebibyte each, the same in every run. */
export const INPUTS: readonly Input[] = [
  ...Object.entries(TEXTS).map(([name, text]): Input => [name, Buffer.from(text)]),
  ['random bytes', randomBytes(SEED)],
  ['random letters', Buffer.from(randomBytes(SEED + 1).toString('base64').slice(0, BYTES))],
  ...[1, 2, 3, 4].map((number): Input => [`mutated manifests, ${number}`, stream(mutatedManifest, SEED + number)]),
  ...[1, 2].map((number): Input => [`manifests with broken bytes, ${number}`, stream(brokenStream, SEED + number)]),
];
