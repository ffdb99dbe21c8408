import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFiles } from '../../src/input/files';

describe('files and directories', () => {
  const root = mkdtempSync(join(tmpdir(), 'input-'));
  const file = (name: string, content: string | Buffer) => {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), content);
    return join(root, name);
  };

  beforeAll(() => {
    file('all/b.yaml', 'b: 1');
    file('all/a.yml', 'a: 1');
    file('all/nested/c.json', '{"c": 1}');
    file('all/README.md', 'no: manifest');
    file('none/README.md', 'no: manifest');
    file('binary.yaml', Buffer.from([0xff, 0xfe, 0x00]));
    file('broken.yaml', 'a: [');
  });

  afterAll(() => rmSync(root, { recursive: true }));

  test('are read with all manifests below, in the order of their names', () => {
    const { documents, diagnostics } = readFiles([join(root, 'all')]);
    expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, { b: 1 }, { c: 1 }]);
    expect(documents.map((document) => document.file)).toEqual(['a.yml', 'b.yaml', 'nested/c.json'].map((name) => join(root, 'all', name)));
    expect(diagnostics).toEqual([]);
  });

  test('are read in the order in which they are named', () => {
    expect(readFiles(['all/b.yaml', 'all/a.yml'].map((name) => join(root, name))).documents.map(({ value }) => value)).toEqual([{ b: 1 }, { a: 1 }]);
  });

  test.each([
    ['missing.yaml', 'there is no such file or directory'],
    ['none', 'there is no manifest in this directory (*.yaml, *.yml, *.json)'],
    ['binary.yaml', 'it is no text in UTF-8'],
  ])('are told where they cannot be read, and the others are read: %s', (name, message) => {
    const { documents, diagnostics } = readFiles([join(root, name), join(root, 'all/a.yml')]);
    expect(diagnostics).toEqual([{ file: join(root, name), message }]);
    expect(documents).toHaveLength(1);
  });

  test('are told where they are broken', () => {
    expect(readFiles([join(root, 'broken.yaml')]).diagnostics).toEqual([expect.objectContaining({ file: join(root, 'broken.yaml'), line: 1 })]);
  });
});
