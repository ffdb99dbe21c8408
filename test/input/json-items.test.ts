import fc from 'fast-check';
import { bytesOf, cut } from './chunks';
import { jsonItems } from '../../src/input/json-items';
import { JsonError } from '../../src/input/parse-json';

/** The items before an error, and the error with the place of it. */
function read(text: string | Uint8Array, sizes: readonly number[] = [], longest?: number) {
  const items: { readonly value: unknown; readonly offset: number }[] = [];
  const bytes = bytesOf(text);
  try {
    for (const item of jsonItems(cut(bytes, sizes), longest)) {
      items.push(item);
    }
  } catch (error) {
    const { message, offset } = error as JsonError;
    return { items, values: items.map(({ value }) => value), error: { message, before: Buffer.from(bytes.subarray(0, offset)).toString() } };
  }
  return { items, values: items.map(({ value }) => value) };
}

/** As JSON.parse gives it, which has another zero than minus zero. */
const value = fc.json({ depthSize: 'medium', stringUnit: 'binary' }).map((text) => JSON.parse(text) as unknown);
const values = fc.array(fc.oneof(value, fc.constantFrom('\\', '"', '{"a":[', '\\"', '\ud83d\ude00', 'é', '],[', '---'), value));
const sizes = fc.array(fc.integer({ min: 1, max: 40 }));
const layout = fc.record({ indent: fc.integer({ min: 0, max: 10 }), newline: fc.constantFrom('\n', '\r\n') });

function printed(of: unknown, { indent, newline }: { readonly indent: number; readonly newline: string }): string {
  return JSON.stringify(of, null, indent).replaceAll('\n', newline);
}

describe('the items of JSON', () => {
  test('are those of a List, however it is laid out and cut into chunks', () => {
    fc.assert(fc.property(values, sizes, layout, fc.boolean(), (items, cuts, how, isFirst) => {
      const list = { ...(isFirst ? { items } : {}), apiVersion: 'v1', metadata: { items: [] }, items, kind: 'List' };
      expect(read(printed(list, how), cuts)).toMatchObject({ values: items });
    }));
  });

  test('are the elements of a list', () => {
    fc.assert(fc.property(values, sizes, layout, (items, cuts, how) => {
      expect(read(printed(items, how), cuts).values).toEqual(items);
    }));
  });

  test('are objects one after the other, with dashes between them or nothing', () => {
    const objects = fc.array(fc.dictionary(fc.string({ unit: 'binary' }), value).filter((object) => !('items' in object)));
    fc.assert(fc.property(objects, sizes, layout, fc.constantFrom('', '\n', '\n---\n'), (all, cuts, how, between) => {
      const text = all.map((object) => printed(object, how)).join(between);
      expect(read(text, cuts).values).toEqual(JSON.parse(JSON.stringify(all)));
    }));
  });

  test('are whole where Lists lie in them, or where there is something else at `items`', () => {
    const lists = [{ kind: 'List', items: [{ a: 1 }] }, { items: null }, { items: {} }, { spec: { items: [1] } }, { '"items': [1] }, { 'x"items': [1] }];
    expect(read(JSON.stringify({ items: lists })).values).toEqual(lists);
    expect(read(lists.slice(1).map((object) => JSON.stringify(object)).join('\n')).values).toEqual(lists.slice(1));
    expect(read(`{"items":${' '.repeat(200)}[1]}`).values).toEqual([{ items: [1] }]);
  });

  test('have the place where each begins', () => {
    const text = '{"é": "\ud83d\ude00", "items": [\n  {"a": 1} ,\n\t[2]\n]}\n{"b": 3}';
    const places = read(text, [3]).items.map(({ offset }) => Buffer.from(text).subarray(offset).toString().split(/[ \n]/)[0]);
    expect(places).toEqual(['{"a":', '[2]', '{"b":']);
  });

  test('are what JSON.parse takes, or there is an error, wherever a text is changed', () => {
    const text = JSON.stringify({ items: [{ a: [1, 'b\\"'] }, [], {}], kind: 'List' });
    fc.assert(fc.property(fc.nat(text.length - 1), fc.constantFrom(...'{}[],":\\1 '), sizes, (index, sign, cuts) => {
      const changed = text.slice(0, index) + sign + text.slice(index + 1);
      const { values: found, error } = read(changed, cuts);
      const whole = parsed(changed);
      if (whole === undefined) {
        expect(error).toBeDefined();
      } else if (error === undefined) {
        expect(found).toEqual(Array.isArray(whole.items) ? whole.items : [whole]);
      }
    }), { numRuns: 2_000 });
  });

  test('are those before the end of a text that was cut off', () => {
    const text = JSON.stringify({ apiVersion: 'v1', items: [{ a: '}' }, { b: [2] }], kind: 'List' });
    for (let length = 1; length < text.length; length++) {
      const { values: found, error } = read(text.slice(0, length), [7]);
      expect(error).toEqual({ message: 'the file ends in the middle of an object; was it cut off?', before: text.slice(0, length) });
      expect([{ a: '}' }, { b: [2] }].slice(0, found.length)).toEqual(found);
    }
    expect(read(text.slice(0, -1)).values).toHaveLength(2);
  });
});

function parsed(text: string): { readonly items?: unknown } | undefined {
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}

test.each([
  ['{"items": [{"a": 1}, {"a" 2}]}', "Expected ':' after property name", '{"items": [{"a": 1}, {"a" '],
  ['{"items": [{"a": 1}, {"a": nul}]}', "Unexpected token '}'", '{"items": [{"a": 1}, {"a": nul'],
  ['{"items": ["é\ud83d\ude00", tru]}', 'something is missing here', '{"items": ["é\ud83d\ude00", tru'],
  ['[{"é\ud83d\ude00": 1 2}]', "Expected ',' or '}' after property value", '[{"é\ud83d\ude00": 1 '],
  ['{"items": [{"a": 1},]}', 'something is missing here', '{"items": [{"a": 1},'],
  ['{"items": [,{}]}', 'something is missing here', '{"items": ['],
  ['{"items": [{}}', 'a list ends with }', '{"items": [{}'],
  ['{"items": [{]}]}', "Expected property name or '}'", '{"items": [{'],
  ['{"items": [] "kind": 1}', "Expected ',' or '}' after property value", '{"items": [] '],
  ['{kind: List, "items": [1]}', "Expected property name or '}'", '{'],
  ['[1] 2]', 'Unexpected non-whitespace character after JSON', '[1] 2'],
  ['x [1]', "Unexpected token 'x'", ''],
  ['{} }', "Unexpected token '}'", '{} '],
  ['{}, {}', "Unexpected token ','", '{}'],
  ['[{}]\n"a', 'Unterminated string', '[{}]\n"a'],
  ['{"a": "\t"}', 'Bad control character in string literal', '{"a": "'],
  ['[--- 1]', 'No number after minus sign', '[-'],
])('in %j there is an error, with its place', (text, message, before) => {
  expect(read(text, [5]).error).toEqual({ message: `this is no JSON: ${message}`, before });
});

test.each([
  ['there is a second list of items in one object', '{"items": [1], "items": [2]}', '{"items": [1], "items": '],
  ['lists and maps lie too deep within each other', '['.repeat(1_001), '['.repeat(1_000)],
])('%s: that is not read, although it may be JSON', (message, text, before) => {
  expect(read(text).error).toEqual({ message, before });
});

test('an object that is no text in UTF-8, or is too long for a text, is told with its place', () => {
  const invalid = Buffer.concat([Buffer.from('[1,"'), Buffer.from([0xff]), Buffer.from('"]')]);
  expect(read(invalid)).toMatchObject({ values: [1], error: { message: 'it is no text in UTF-8', before: '[1,' } });
  const text = '[1, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]';
  expect(read(text, [10], 20)).toMatchObject({ values: [1], error: { message: expect.stringContaining('longer than any text') as unknown, before: '[1,' } });
  expect(read(text, [10], 60).values).toHaveLength(2);
});

test('a List that is longer than any text is read to its end', () => {
  const piece = Buffer.from(`${JSON.stringify({ a: 'b'.repeat(17_990) })},`.repeat(250));
  const pieces = Math.ceil((513 * 1_048_576) / piece.length);
  function* chunks() {
    yield Buffer.from('{"kind": "List", "items": [');
    for (let index = 0; index < pieces; index++) {
      yield piece;
    }
    yield Buffer.from('{"a": "last"}]}');
  }
  let [count, last] = [0, undefined as unknown];
  for (const item of jsonItems(chunks())) {
    count++;
    last = item.value;
  }
  expect([count, last]).toEqual([pieces * 250 + 1, { a: 'last' }]);
});
