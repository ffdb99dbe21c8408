import { readDocuments } from '../../src/input/documents';
import { locate, sourceLine } from '../../src/input/locate';

const TEXT = [
  '# two documents', // 1
  'kind: A', // 2
  '---', // 3
  'kind: DaemonSet', // 4
  'metadata:', // 5
  '  labels: {a.b/c: x}', // 6
  'spec:', // 7
  '  template:', // 8
  '    metadata:', // 9
  '      labels:', // 10
  '        app: x', // 11
  '    spec:', // 12
  '      containers:', // 13
  '      - name: a', // 14
  '        ports:', // 15
  '        - {containerPort: 70000}', // 16
].join('\n');

describe('the place of a field', () => {
  const [, daemonSet] = readDocuments('file.yaml', TEXT).documents;

  test.each([
    ['kind', 4, 1],
    ['metadata.labels[a.b/c]', 6, 12],
    ['spec.template.labels', 10, 7],
    ['spec.Template', 8, 3],
    ['spec.template.metadata.labels', 10, 7],
    ['spec.template.spec.containers[0].name', 14, 9],
    ['spec.template.spec.containers[0].ports[0].containerPort', 16, 12],
  ])('%s is that of its key', (path, line, column) => expect(locate(daemonSet, path)).toEqual({ line, column }));

  test.each([
    ['spec.template.spec.containers[0].image', 14, 9],
    ['spec.template.spec.containers[5].image', 13, 7],
    ['spec.selector', 7, 1],
    ['nothing', 4, 1],
    ['', 4, 1],
  ])('%s is that of what is nearest to it, where it is not there', (path, line, column) => expect(locate(daemonSet, path)).toEqual({ line, column }));

  test('is found in an item of a List', () => {
    const [, item] = readDocuments('list.yaml', 'kind: List\nitems:\n- kind: A\n- kind: B\n  spec: {x: 1}\n').documents;
    expect(locate(item, 'spec.x')).toEqual({ line: 5, column: 10 });
  });

  test('is found where a Secret has its texts', () => {
    const [secret] = readDocuments('secret.yaml', 'kind: Secret\ndata:\n  a: eA==\nstringData:\n  b: x\n').documents;
    expect(['data[a]', 'data[b]', 'data[c]'].map((path) => locate(secret, path).line)).toEqual([3, 5, 2]);
  });

  test('is found in JSON', () => {
    const [object] = readDocuments('a.json', '{\n  "kind": "A",\n  "spec": {"x": [1, {"y": 2}]}\n}').documents;
    expect(locate(object, 'spec.x[1].y')).toEqual({ line: 3, column: 22 });
  });

  test('has the text of its line', () => {
    expect(sourceLine(daemonSet, 16)).toBe('        - {containerPort: 70000}');
    expect(sourceLine(daemonSet, 99)).toBeUndefined();
  });
});
