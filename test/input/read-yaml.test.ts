import * as fc from 'fast-check';
import { readDocuments } from '../../src/input/documents';
import { readYaml, Value } from '../../src/input/read-yaml';
import { vectors } from '../kubernetes/vectors';

/** A text, and what kubectl's reader makes of it, or that it is an error. */
interface Row {
  readonly yaml: string;
  readonly json?: string;
  readonly error?: string;
}

/** Numbers as they are told in JSON: beyond 2^53 JavaScript's own reader would round them. */
function exact(json: string): string {
  return json.replace(/(?<=[:[,])-?\d{16,19}(?=[,}\]])/g, (digits) => `"#${digits}"`);
}

/** Keys in order, whole numbers beyond 2^53 marked. */
function canonical(value: unknown): unknown {
  if (typeof value === 'bigint') {
    return `#${value}`;
  }
  if (Array.isArray(value)) {
    return value.map(canonical);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, field]) => [key, canonical(field)])) : value;
}

function read(text: string): unknown {
  const { documents: [first], diagnostics } = readDocuments('file', text);
  return diagnostics.length > 0 ? 'error' : canonical(first?.value ?? null);
}

describe('YAML', () => {
  const rows = vectors<Row>('yaml');

  test('is read as kubectl reads it, in 178 cases', () => {
    expect(rows).toHaveLength(178);
    const compared = rows.map(({ yaml, json, error }) => ({ yaml, wanted: error === undefined ? canonical(JSON.parse(exact(json!))) : 'error', actual: read(yaml) }));
    expect(compared.filter(({ wanted, actual }) => JSON.stringify(wanted) !== JSON.stringify(actual))).toEqual([]);
  });

  test('has in it whatever JSON can say', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      fc.pre(!/\d{16}/.test(text)); // whole numbers that JavaScript would round are bigint
      expect(readYaml(text)).toEqual({ value: JSON.parse(text), duplicates: [] });
    }), { numRuns: 500 });
  });

  test('takes the last of keys that are there twice, and tells which', () => {
    expect(readYaml('a: 1\nb: [{c: 1, c: 2}]\na: 3\nx: &x {k: 1}\nz: {<<: *x, k: 2}')).toEqual(
      { value: { a: 3, b: [{ c: 2 }], x: { k: 1 }, z: { k: 2 } }, duplicates: ['b[0].c', 'a'] });
  });

  test.each([
    ['a list that an alias makes part of itself', 'a: &a [*a]', 'an alias refers to what it is part of'],
    ['a key that is null', '~: 1', 'a key is null; write it in quotes'],
    ['a key that is a list', 'x: 1\n[a, b]: c', 'a list or a map cannot be a key'],
    ['a number that JSON does not have', 'a: .inf', '.inf is no number that JSON has; write it in quotes'],
    ['another version of YAML', '%YAML 1.2\n---\na: 1', 'the document is YAML 1.2, and Kubernetes reads YAML 1.1; leave the line %YAML out'],
  ])('is refused with a reason: %s', (_, text, error) => expect(readYaml(text)).toMatchObject({ error }));

  test('that is broken is told with its place', () => {
    expect(readYaml('a: 1\nb:\n\tc: 2')).toEqual({ error: 'tab characters must not be used in indentation', line: 3, column: 1 });
  });
});

describe('hostile YAML', () => {
  const lists = Array.from({ length: 12 }, (_, level) => `- &a${level} [${Array(9).fill(level === 0 ? 'x' : `*a${level - 1}`).join()}]`);

  test.each([
    ['aliases of aliases', lists.join('\n')],
    ['twenty thousand lists within each other', '['.repeat(20_000)],
    ['twenty thousand maps within each other', '{a: '.repeat(20_000)],
    ['three thousand levels of indentation', Array.from({ length: 3_000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
    ['a null byte', 'a: \u0000'],
  ])('ends with an error: %s', (_, text) => expect(readYaml(text)).toHaveProperty('error'));

  test('has no key that reaches into JavaScript\'s own objects', () => {
    const { value } = readYaml('__proto__: {polluted: true}\nconstructor: x') as { value: { [key: string]: Value } };
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('is answered or refused, whatever it is', () => {
    const sign = fc.constantFrom('a', ':', ' ', '\n', '-', '[', ']', '{', '}', '&x', '*x', '|', '>', '"', '\'', '#', '!', '%', '?', ',', '\t', '<<', '~', '0', '\u0007', '\ud800');
    fc.assert(fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
      expect(Object.keys(readYaml(signs.join('')))).toEqual(expect.arrayContaining([expect.stringMatching(/^(value|error)$/)]));
    }), { numRuns: 3_000 });
  });
});
