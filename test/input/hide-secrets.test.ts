import { readDocuments } from '../../src/input/documents';
import { linesWithoutSecrets } from '../../src/input/hide-secrets';

/** A line of a text as it may be shown, for the document in which it is and the column where a word stands. */
function shown(text: string, document: number, word: string): string | undefined {
  const { documents } = readDocuments('a.yaml', text);
  const line = text.slice(0, text.indexOf(word)).split('\n').length;
  const column = text.split('\n')[line - 1].indexOf(word) + 1;
  const result = linesWithoutSecrets(documents)(documents[document], line, column);
  return result && `${result.text.slice(0, result.column - 1)}»${result.text.slice(result.column - 1)}`;
}

const secret = (fields: string) => `kind: Secret\nmetadata:\n  name: a\n${fields}`;

describe('a line of a Secret', () => {
  test.each([
    ['a plain value', 'data:\n  key: SECRET', '  »key: (hidden)'],
    ['what is said of it', 'data:\n  key: SECRET # the SECRET', '  »key: (hidden)'],
    ['a value in quotes', 'data:\n  key: "SECRET"', '  »key: (hidden)'],
    ['a name in quotes', 'data:\n  "key" : SECRET', '  »"key" : (hidden)'],
    ['a name in single quotes', "data:\n  'key': SECRET", "  »'key': (hidden)"],
    ['a name with spaces', 'data:\n  key to it: SECRET', '  »key to it: (hidden)'],
    ['no value', 'data:\n  key:', '  »key: (hidden)'],
    ['a value beside others', 'data: {a: SECRET, key: SECRET, b: SECRET}', '… »key: (hidden)'],
    ['JSON', '{"a":"SECRET","key":"SECRET"}', '… »"key": (hidden)'],
    ['an item', 'data:\n- - key: SECRET', '- - »key: (hidden)'],
    ['a value at the wrong place', 'key: SECRET', '»key: (hidden)'],
    ['a field that is no secret', 'type: key', '… »(hidden)'],
  ])('shows the name and hides %s', (_, fields, expected) => {
    const text = fields.startsWith('{') ? fields.replace('{', '{"kind":"Secret",') : secret(fields);
    expect(shown(text, 0, /["']key["']/.exec(fields)?.[0] ?? 'key')).toBe(expected);
  });

  test.each([
    ['data:\n- SECRET', 'SECRET', '- »(hidden)'],
    ['data:\n- SECRET:SECRET', 'SECRET', '- »(hidden)'],
    ['data:\n- "SECRET"', '"SECRET"', '- »(hidden)'],
    ['data: [a, SECRET]', 'SECRET', '… »(hidden)'],
    ['data: {a: |', '|', '… »(hidden)'],
    ['data:\n  a: |\n    SECRET\n    of: many', 'SECRET', '    »(hidden)'],
    ['data:\n  a: &SECRET b', '&SECRET', '… »(hidden)'],
  ])('shows nothing of %j where there is no name', (fields, word, expected) => {
    expect(shown(secret(fields).replace('{a: |', '{a: "|"}'), 0, word)).toBe(expected);
  });
});

describe('lines of a List with a Secret', () => {
  const list = [
    'kind: List', 'items:', '- kind: Pod', '  spec: first', '- kind: Secret', '  data: {a: SECRET}', '- kind: Pod', '  spec: last',
  ].join('\n');

  test('are shown where they are of another object', () => {
    expect([shown(list, 0, 'spec: first'), shown(list, 2, 'spec: last')]).toEqual(['  »spec: first', '  »spec: last']);
  });

  test('are hidden where they are of the Secret, or begin where it ends', () => {
    expect([shown(list, 1, 'data'), shown(list, 2, 'Pod\n  spec: last')]).toEqual(['  »data: (hidden)', '… »(hidden)']);
    expect(shown('{"kind":"List","items":[{"kind":"Secret","data":"SECRET"},{"kind":"Pod","spec":1}]}', 1, '"spec"')).toBe('… »"spec": (hidden)');
  });

  test('are hidden all where a value may stand elsewhere under a name', () => {
    expect(shown(list.replace('first', '&x SECRET').replace('{a: SECRET}', '{a: *x}'), 0, 'spec')).toBe('  »spec: (hidden)');
  });
});

describe('a Secret that is there again', () => {
  test.each([[['a', 'b']], [['b', 'a']]])('is hidden each time, in the order %j', (order) => {
    const contents: Record<string, string> = {
      a: '# one\n# two\n---\nkind: Secret\ndata: SECRET\n---\nkind: Secret\ndata: SECRET\n---\nkind: Secret\ndata: SECRET', b: 'kind: Secret\ndata: SECRET',
    };
    const documents = order.flatMap((file) => readDocuments(file, contents[file]).documents);
    const lineOf = linesWithoutSecrets(documents);
    expect(documents.map((document) => lineOf(document, document.source.firstLine + 1, 1)?.text)).toEqual(Array(4).fill('data: (hidden)'));
  });
});

describe('a line of anything else', () => {
  test('is shown as it is', () => {
    const text = 'kind: ConfigMap\ndata: {a: b&c}\n---\nkind: Secret\n---\nkind: Pod';
    expect([shown(text, 0, 'a: b&c'), shown(text, 2, 'Pod'), shown(text, 2, 'ConfigMap')]).toEqual(['data: {»a: b&c}', 'kind: »Pod', undefined]);
  });
});
