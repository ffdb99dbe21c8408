import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { cut } from './chunks';
import { byteSource, ByteSource, firstSign, positionAt, textSource, wholeText } from '../../src/input/byte-source';
import { readNodeList } from '../../src/input/node-list';

describe('a source of bytes', () => {
  const directory = mkdtempSync(join(tmpdir(), 'source-'));
  const file = (name: string, content: string | Buffer) => {
    writeFileSync(join(directory, name), content);
    return join(directory, name);
  };

  afterAll(() => rmSync(directory, { recursive: true }));

  test('is a file, which is read in chunks, as often as it is asked for', () => {
    const text = `${'é'.repeat(3_000_000)}end`;
    const source = byteSource(file('large', text));
    expect(Array.from(source.chunks(), ({ length }) => length)).toEqual([4_194_304, 6_000_003 - 4_194_304]);
    expect(wholeText(source) === text).toBe(true);
  });

  test('is what comes through a pipe, which is there only once and kept', () => {
    const pipe = join(directory, 'pipe');
    spawnSync('mkfifo', [pipe]);
    spawnSync('sh', ['-c', `printf '{"a": 1}' > '${pipe}' &`], { stdio: 'ignore' });
    const source = byteSource(pipe);
    const sign = firstSign(source);
    rmSync(pipe);
    expect([sign, wholeText(source)]).toEqual(['{', '{"a": 1}']);
  });

  test('has no byte order mark, unless it stands elsewhere', () => {
    expect(wholeText(byteSource(file('later', `${'a'.repeat(4_194_304)}\ufeff`)))).toHaveLength(4_194_305);
    expect([wholeText(byteSource(file('mark', '\ufeffa'))), wholeText(textSource('f', '\ufeffa')), wholeText(textSource('f', ''))]).toEqual(['a', 'a', '']);
  });

  test('tells its first sign, which may be far in it', () => {
    expect([firstSign(byteSource(file('blank', `${' '.repeat(4_194_304)}{`))), firstSign(textSource('f', '\r\n\t ')), firstSign(textSource('f', '\ufeff[]'))]).toEqual(['{', '', '[']);
  });

  test('tells the line and the column of each byte, in signs of JavaScript', () => {
    const unit = fc.constantFrom('a', '\n', '\r', 'é', '€', '\ud83d\ude00');
    fc.assert(fc.property(fc.string({ unit }), fc.string({ unit }), fc.array(fc.integer({ min: 1, max: 9 })), (before, after, sizes) => {
      const source: ByteSource = { file: 'f', chunks: () => cut(Buffer.from(before + after), sizes) };
      const lines = before.split('\n');
      expect(positionAt(source, Buffer.byteLength(before))).toEqual({ line: lines.length, column: lines.at(-1)!.length + 1 });
    }));
  });

  test.each<[string, () => string, string]>([
    ['is not there', () => join(directory, 'none'), 'there is no such file or directory'],
    ['is a directory', () => directory, 'it is a directory'],
    ['is no text', () => file('binary', Buffer.from([0xff, 0xfe, 0x7b, 0])), 'it is no text in UTF-8'],
  ])('%s, and that is told', (_, path, message) => {
    expect(readNodeList(byteSource(path()), () => undefined)).toEqual({ others: [], diagnostics: [{ file: path(), message }] });
  });

  test('may be longer than a text, but not where it is YAML', () => {
    const spaces = Buffer.alloc(16_777_216, ' ');
    const source = (beginning: string, end: string): ByteSource => ({ file: 'f', chunks: () => [Buffer.from(beginning), ...Array<Buffer>(33).fill(spaces), Buffer.from(end)] });
    expect(readNodeList(source('# ours', ''), () => undefined).diagnostics).toEqual([{ file: 'f', message: expect.stringMatching(/^it is too long to be read as YAML; JSON/) as string }]);
  });
});
