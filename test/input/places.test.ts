import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { dump } from 'js-yaml';
import { isMap, isScalar, isSeq, LineCounter, Node, parseDocument, stringify } from 'yaml';
import { readDocuments } from '../../src/input/documents';
import { Placed, PlacedList, PlacedMap, placesOf } from '../../src/input/places';
import { vectors } from '../kubernetes/vectors';

/** Every entry and item of a document with its path and place. */
type Places = [path: string, line: number, column: number][];

function places(text: string): Places {
  const found: Places = [];
  const look = (value: Placed | null | undefined, path: string): void => {
    if (value instanceof PlacedMap) {
      value.entries.forEach((entry) => add(entry.key, entry.value, `${path}.${entry.key.name}`));
    } else if (value instanceof PlacedList) {
      value.items.forEach((item, index) => item && add(item, item, `${path}[${index}]`));
    }
  };
  const add = (at: Placed, value: Placed | null, path: string): void => {
    found.push([path, at.position.line, at.position.column]);
    look(value, path);
  };
  look(placesOf(text), '');
  return found;
}

/** What the package yaml, which keeps the place of everything, says of them. */
function wanted(text: string): Places {
  const found: Places = [];
  const counter = new LineCounter();
  const { contents } = parseDocument(text, { version: '1.1', lineCounter: counter, strict: false, uniqueKeys: false });
  const look = (value: unknown, path: string): void => {
    if (isMap(value)) {
      value.items.forEach((pair) => add(pair.key as Node, pair.value, `${path}.${nameOf(pair.key as Node)}`));
    } else if (isSeq(value)) {
      value.items.forEach((item, index) => add(item as Node, item, `${path}[${index}]`));
    }
  };
  const add = (at: Node, value: unknown, path: string): void => {
    const { line, col } = counter.linePos(at.range![0]);
    found.push([path, line, col]);
    look(value, path);
  };
  look(contents, '');
  return found;
}

/** The package reads `.` as a number, and `<<` as a symbol. */
function nameOf(key: Node): string {
  return isScalar(key) ? String(typeof key.value === 'symbol' || Number.isNaN(key.value) ? key.source : key.value) : '';
}

const ROOT = join(__dirname, '..', '..');

function manifests(directory: string): string[] {
  return readdirSync(join(ROOT, directory), { recursive: true }).map(String).filter((name) => name.endsWith('.yaml')).map((name) => join(directory, name));
}

describe('the places of a document', () => {
  test.each(['test/golden', 'examples', 'bench'].flatMap(manifests))('are those that the package yaml finds: %s', (file) => {
    for (const { source } of readDocuments(file, readFileSync(join(ROOT, file), 'utf8')).documents) {
      expect(places(source.text)).toEqual(wanted(source.text));
    }
  });

  test('are those that the package yaml finds, in all cases of the vectors', () => {
    // an omap is for the package yaml a map and no list
    const cases = vectors<{ yaml: string }>('yaml').flatMap(({ yaml }) => readDocuments('file', yaml).documents).filter(({ source }) => !source.text.includes('!!omap'));
    expect(cases.length).toBeGreaterThan(130);
    cases.forEach(({ source: { text } }) => expect({ text, places: places(text) }).toEqual({ text, places: wanted(text) }));
  });

  const value = fc.letrec((tie) => ({
    text: fc.oneof(fc.string(), fc.lorem({ maxCount: 40 }), fc.stringMatching(/^[ a-z:#\n'"|>-]{0,30}$/)),
    value: fc.oneof({ maxDepth: 5 }, tie('text'), fc.integer(), fc.constantFrom(null, true, 0.5), fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.stringMatching(/^[a-z./-]{1,8}$/), fc.string({ maxLength: 6 })), tie('value'), { maxKeys: 4, noNullPrototype: true })),
  })).value;
  const writers: [string, (one: unknown) => string][] = [
    ['block YAML of one writer', (one) => dump(one)],
    ['block YAML of another', (one) => stringify(one, { version: '1.1' })],
    ['lists that are not indented', (one) => dump(one, { noArrayIndent: true, lineWidth: 20, flowLevel: 3 })],
    ['JSON', (one) => JSON.stringify(one)],
    ['JSON on many lines', (one) => JSON.stringify(one, null, 2)],
  ];
  test.each(writers)('are those that the package yaml finds, whatever the document: %s', (_, write) => {
    fc.assert(fc.property(value, (one) => {
      const text = write(one);
      expect(places(text)).toEqual(wanted(text));
    }), { numRuns: 500 });
  });

  test('end at aliases, which have no content of their own', () => {
    expect(places('a: &x {b: 1}\nc: *x\nd: [*x, e: 1]\n')).toEqual([['.a', 1, 1], ['.a.b', 1, 8], ['.c', 2, 1], ['.d', 3, 1], ['.d[0]', 3, 5], ['.d[1]', 3, 9], ['.d[1].e', 3, 9]]);
  });

  test.each(['', 'a: [', 'a: 1\n---\nb: 2'])('are none where no document can be read: %j', (text) => expect(placesOf(text)).toBeUndefined());
});
