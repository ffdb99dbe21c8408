import * as fc from 'fast-check';
import { readDocuments } from '../../src/input/documents';

function values(text: string): unknown[] {
  const { documents, diagnostics } = readDocuments('file.yaml', text);
  expect(diagnostics).toEqual([]);
  return documents.map(({ value }) => value);
}

describe('the documents of a file', () => {
  test('stand between lines of three dashes; those without content are none', () => {
    expect(values('a: 1\n---\n---\n# only this\n--- # and this\nb: 2\n---   \nc: 3\n')).toEqual([{ a: 1 }, { b: 2 }, { c: 3 }]);
  });

  test('have three dashes in their texts', () => expect(values('a: |\n  ---\n  b\nc: x---\n')).toEqual([{ a: '---\nb\n', c: 'x---' }]));

  test('may be JSON, one object or many', () => {
    expect(values('{"a": 1}')).toEqual([{ a: 1 }]);
    expect(values('\n{"a": 1}\n{"b": "}{\\""}{"c":[{}]}\n')).toEqual([{ a: 1 }, { b: '}{"' }, { c: [{}] }]);
  });

  test('may be Lists, whose items are documents of their own', () => {
    expect(values('kind: List\nitems:\n- {a: 1}\n- null\n- kind: DaemonSetList\n  items: [{b: 2}]\n---\nc: 3')).toEqual([{ a: 1 }, { b: 2 }, { c: 3 }]);
  });

  test('know of keys that are there twice, each of its own', () => {
    const { documents } = readDocuments('file.yaml', 'kind: List\nitems:\n- {a: 1, b: {c: 1, c: 2}}\n- {a: 1, a: 2}\n');
    expect(documents.map(({ duplicates }) => duplicates)).toEqual([['b.c'], ['a']]);
  });

  test('are no Lists without items', () => expect(values('kind: CheckList\nspec: {}')).toEqual([{ kind: 'CheckList', spec: {} }]));

  test('have other line breaks and a byte-order mark', () => expect(values('\ufeffa: 1\r\n---\r\nb: "x"\r\n')).toEqual([{ a: 1 }, { b: 'x' }]));

  test('are counted, with the line on which each begins', () => {
    const { documents } = readDocuments('file.yaml', '# a comment\n\na: 1\n---\n\nb: 2\n');
    expect(documents.map(({ file, index, line }) => [file, index, line])).toEqual([['file.yaml', 0, 3], ['file.yaml', 1, 6]]);
  });

  test('are read where others are broken, which are told with their place in the file', () => {
    const { documents, diagnostics } = readDocuments('file.yaml', 'a: 1\n---\nb: [\n---\nc: 3\n---\n\n\td: 4\n');
    expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, { c: 3 }]);
    expect(diagnostics.map(({ file, line }) => [file, line])).toEqual([['file.yaml', 3], ['file.yaml', 8]]);
    expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining('unexpected end'), expect.stringContaining('separator is expected')]);
  });

  test('are read up to a number that nobody writes into one file, and more are told', () => {
    const { documents, diagnostics } = readDocuments('file.json', `${'{}'.repeat(20_000)}\n{}`);
    expect(documents).toHaveLength(20_000);
    expect(diagnostics).toEqual([{ file: 'file.json', line: 1, message: 'a file is read up to 20,000 objects, and this one has more; split it' }]);
    expect(readDocuments('file.json', '{}'.repeat(20_000)).diagnostics).toEqual([]);
  });

  test('keep their order', () => {
    const object = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.string(), { minKeys: 1, noNullPrototype: true });
    fc.assert(fc.property(fc.array(object, { maxLength: 5 }), (objects) => {
      expect(values(objects.map((one) => JSON.stringify(one)).join('\n---\n'))).toEqual(objects);
    }));
  });
});
