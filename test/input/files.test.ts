import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
    file('all/node_modules/other/package.json', '{}');
    file('all/.git/config.yaml', 'a: [');
    file('all/nested/.hidden/a.yaml', 'a: [');
    file('all/directory.yaml/README.md', 'no: manifest');
    file('none/README.md', 'no: manifest');
    file('links/node_modules/a.yaml', 'a: 1');
    symlinkSync(join(root, 'all/a.yml'), join(root, 'links/linked.yaml'));
    symlinkSync(join(root, 'all'), join(root, 'links/linked-directory.yaml'));
    symlinkSync(join(root, 'nowhere'), join(root, 'links/to-nowhere.yaml'));
    symlinkSync(join(root, 'links/to-itself.yaml'), join(root, 'links/to-itself.yaml'));
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

  test('are read below node_modules and hidden directories only where these are named', () => {
    const read = (name: string) => readFiles([join(root, name)]).documents.map(({ value }) => value);
    expect([read('all/node_modules'), read('links/node_modules')]).toEqual([[{}], [{ a: 1 }]]);
    expect(readFiles([join(root, 'all/nested/.hidden')]).diagnostics).toHaveLength(1);
  });

  test('are read where a link leads to one, and told where it leads nowhere', () => {
    const { documents, diagnostics } = readFiles([join(root, 'links')]);
    expect(documents.map((document) => document.file)).toEqual([join(root, 'links/linked.yaml')]);
    expect(diagnostics).toEqual([
      { file: join(root, 'links/to-itself.yaml'), message: 'it cannot be read (ELOOP)' },
      { file: join(root, 'links/to-nowhere.yaml'), message: 'there is no such file or directory' },
    ]);
  });

  test('are read in the order in which they are named', () => {
    expect(readFiles(['all/b.yaml', 'all/a.yml'].map((name) => join(root, name))).documents.map(({ value }) => value)).toEqual([{ b: 1 }, { a: 1 }]);
  });

  test.each([
    ['missing.yaml', 'there is no such file or directory'],
    ['binary.yaml/a.yaml', 'there is no such file or directory'],
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
