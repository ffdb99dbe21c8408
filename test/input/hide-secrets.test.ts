import { readDocuments } from '../../src/input/documents';
import { linesWithoutSecrets } from '../../src/input/hide-secrets';

const HEAD = 'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n';

/** Every line of a text as it may be shown. */
function shown(text: string): (string | undefined)[] {
  const { documents } = readDocuments('a.yaml', text);
  const lineOf = linesWithoutSecrets(documents);
  const first = documents[documents.length - 1];
  return text.split('\n').map((_, index) => lineOf(first, index + 1, 1)?.text);
}

describe('a line of a Secret', () => {
  test.each([
    ['a plain value', 'data:\n  a: SECRET', 'data:\n  a: (hidden)'],
    ['what is said of it', 'data:\n  a: SECRET # the SECRET\n  b: SECRET', 'data:\n  a: (hidden)\n  b: (hidden)'],
    ['a value in quotes', 'stringData: {"a": "SECRET", b: \'SECRET\'}', 'stringData: {"a": (hidden), b: (hidden)}'],
    ['a text of many lines', 'stringData:\n  a: |\n    SECRET\n    SECRET\n  b: x\ntype: y', 'stringData:\n  a: (hidden)\n(hidden)\n(hidden)\n  b: (hidden)\ntype: y'],
    ['a number', 'stringData:\n  a: 12345', 'stringData:\n  a: (hidden)'],
    ['a list', 'data:\n  a: [83, 69]', 'data:\n  a: [(hidden), (hidden)]'],
    ['data that is no map', 'data: SECRET', 'data: (hidden)'],
    ['a value at the wrong place', 'password: SECRET', 'password: (hidden)'],
    ['data under another name', 'Data: {a: {b: SECRET}}', 'Data: {a: {b: (hidden)}}'],
    ['data that is there twice', 'data: {a: SECRET}\ndata: {b: SECRET}', 'data: {a: (hidden)}\ndata: {b: (hidden)}'],
    ['a value with a tag and a name', 'data: {a: !!binary &x SECRET, b: *x}', 'data: {a: !!binary &x (hidden), b: *x}'],
    ['no value', 'data: {a: , b: SECRET}\ntype:', 'data: {a: , b: (hidden)}\ntype:'],
  ])('hides %s', (_, fields, expected) => {
    expect(shown(`${HEAD}${fields}`)).toEqual(`${HEAD}${expected}`.split('\n'));
  });

  test('hides what the last apply left there, and shows the rest of the metadata', () => {
    const secret = (value: string) => `kind: Secret\nmetadata:\n  annotations:\n    a: b\n    kubectl.kubernetes.io/last-applied-configuration: ${value}`;
    expect(shown(secret('\'{"data": {"a": "SECRET"}}\''))).toEqual(secret('(hidden)').split('\n'));
    expect(shown(secret('>\n      SECRET'))).toEqual(secret('(hidden)\n(hidden)').split('\n'));
  });

  test('hides a value that is named elsewhere', () => {
    expect(shown('metadata: {labels: {a: &x SECRET}}\ndata: {b: *x}\nkind: Secret')[0]).toBe('metadata: {labels: {a: &x (hidden)}}');
    expect(shown('metadata: {annotations: &x {a: SECRET}}\n<<: {data: *x}\nkind: Secret')[0]).toBe('metadata: {annotations: &x {a: (hidden)}}');
  });

  test('is hidden beside other objects on the same line, which are shown', () => {
    const list = (value: string) => `{"kind":"List","items":[{"kind":"Secret","data":{"a":${value}}},{"kind":"ConfigMap","data":{"a":"b"}}]}`;
    expect(shown(list('"SECRET"'))).toEqual([list('(hidden)')]);
  });

  test('is not shown where it is not clear what is a value', () => {
    expect(shown('kind: Secret\ndata: {\na: SECRET\n}')).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('keeps the column of what is shown', () => {
    const text = 'kind: Secret\ndata: {a: SECRETSECRET, b c: x}';
    const lineOf = linesWithoutSecrets(readDocuments('a.yaml', text).documents);
    const at = (word: string) => {
      const { text: line, column } = lineOf(readDocuments('a.yaml', text).documents[0], 2, text.split('\n')[1].indexOf(word) + 1)!;
      return line.slice(column - 1);
    };
    expect(['data', '{a', 'SECRET', 'CRET', 'b c', 'x'].map(at)).toEqual([
      'data: {a: (hidden), b c: (hidden)}', '{a: (hidden), b c: (hidden)}', '(hidden), b c: (hidden)}', '(hidden), b c: (hidden)}', 'b c: (hidden)}', '(hidden)}',
    ]);
  });
});

describe('a line of anything else', () => {
  test('is shown as it is', () => {
    const text = 'kind: ConfigMap\ndata: {a: b}\n---\nkind: Pod';
    const { documents: [configMap, pod] } = readDocuments('a.yaml', text);
    const lineOf = linesWithoutSecrets([configMap, pod]);
    expect([lineOf(configMap, 2, 8), lineOf(pod, 4, 1), lineOf(pod, 2, 1)]).toEqual([{ text: 'data: {a: b}', column: 8 }, { text: 'kind: Pod', column: 1 }, undefined]);
  });
});
