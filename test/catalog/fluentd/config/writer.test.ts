import * as fc from 'fast-check';
import { printConfig, printValue, Ruby, Section, Value } from '../../../../src/catalog/fluentd/config/writer';
import { Parsed, parseConfig, ParsedValue } from '../parse';

describe('a value', () => {
  test.each([
    ['a word is bare', 'elasticsearch.logging.svc', 'elasticsearch.logging.svc'],
    ['a path with wildcards is bare', '/var/log/containers/*.log', '/var/log/containers/*.log'],
    ['a pattern of a date is bare', 'logs/%Y/%m/%d/', 'logs/%Y/%m/%d/'],
    ['a number is bare', 9200, '9200'],
    ['a switch is bare', false, 'false'],
    ['nothing is quoted, else the parameter would have the value of a missing one', '', '\'\''],
    ['spaces are quoted', 'two words', '\'two words\''],
    ['a sign that would begin a comment is quoted', 'a #b', '\'a #b\''],
    ['a bracket is quoted, since it would begin JSON', '[::1]', '\'[::1]\''],
    ['what looks like Ruby is kept from being run', 'p#{exit}', '\'p#{exit}\''],
    ['what looks like Ruby is kept from being run in a text of several lines', 'p#{exit}\n', '"p\\#{exit}\\n"'],
    ['a single quote is escaped', 'it\'s', '\'it\\\'s\''],
    ['a backslash is escaped', '/^\\d+$/ x', '\'/^\\\\d+$/ x\''],
    ['a double quote needs no escape in single quotes', 'say "x"', '\'say "x"\''],
    ['a line break is escaped in double quotes', 'a\n"b"\\', '"a\\n\\"b\\"\\\\"'],
    ['a list is JSON', ['a b', 'c'], '["a b","c"]'],
    ['Ruby in JSON is kept from being run', ['#{exit}'], '["\\u0023{exit}"]'],
    ['Ruby is run where it is meant to be', Ruby.env('NAME'), '"#{ENV[\'NAME\']}"'],
    ['a list of variables and texts is made by Ruby, texts kept from being run', Ruby.list([Ruby.env('A'), 'b\'\\#{exit}']), '"#{[ENV[\'A\'],\'b\\\'\\\\#{exit}\'].to_json}"'],
  ] as [string, Value, string][])('%s', (_, said, written) => {
    expect(printValue(said)).toBe(written);
  });
});

describe('a configuration', () => {
  test('has sections inside of sections, indented, and leaves out what is undefined', () => {
    expect(printConfig([
      { name: 'match', argument: '**', params: { '@type': 'x', 'unsaid': undefined }, sections: [{ name: 'buffer', sections: [{ name: 'inner', params: { a: 1 } }] }] },
    ])).toBe('<match **>\n  @type x\n  <buffer>\n    <inner>\n      a 1\n    </inner>\n  </buffer>\n</match>\n');
  });

  test('has raw text as it is, one empty line apart from its neighbours', () => {
    expect(printConfig([{ name: 'a' }, '# by hand\n<b>\n</b>\n\n', { name: 'c' }])).toBe('<a>\n</a>\n\n# by hand\n<b>\n</b>\n\n<c>\n</c>\n');
  });

  test('says the same when it is read back, whatever signs its values have', () => {
    fc.assert(fc.property(fc.array(section(), { maxLength: 4 }), (sections) => {
      expect(parseConfig(printConfig(sections))).toEqual(sections.map(asRead));
    }), { numRuns: 500 });
  });
});

/** Texts in which quotes, escapes, comments, Ruby and line breaks are frequent. */
function text(): fc.Arbitrary<string> {
  const sign = fc.constantFrom('\'', '"', '\\', '#', '#{', '}', '\n', '\r', '\t', '\f', '\b', ' ', '[', '{', '<', '>', '@', '$', '${', 'n', 'u', '/', 'ä', '日');
  return fc.oneof(fc.array(sign, { maxLength: 12 }).map((signs) => signs.join('')), fc.string({ unit: 'binary', maxLength: 12 }), fc.string());
}

function value(): fc.Arbitrary<Value> {
  const objects = fc.array(fc.dictionary(text(), text(), { maxKeys: 2, noNullPrototype: true }), { minLength: 1, maxLength: 2 });
  return fc.oneof(
    text(), fc.integer(), fc.boolean(), fc.array(text(), { maxLength: 3 }), objects,
    fc.stringMatching(/^[A-Z_]{1,8}$/).map((name) => Ruby.env(name)),
  );
}

function section(depth = 0): fc.Arbitrary<Section> {
  return fc.record({
    name: fc.stringMatching(/^[a-z]\w{0,8}$/),
    argument: fc.option(fc.stringMatching(/^[\w.*@,]{1,8}( [\w.*]{1,8})?$/), { nil: undefined }),
    params: fc.dictionary(fc.stringMatching(/^@?[a-z]\w{0,8}$/), fc.option(value(), { nil: undefined }), { maxKeys: 4, noNullPrototype: true }),
    sections: depth > 2 ? fc.constant([]) : fc.array(section(depth + 1), { maxLength: 2 }),
  });
}

/** What the parser should make of a section: numbers and switches are text in this language. */
function asRead({ name, argument = '', params = {}, sections = [] }: Section): Parsed {
  const read = (said: Value): ParsedValue => (said instanceof Ruby ? { ruby: said.code } : typeof said === 'object' ? said : String(said));
  const said = Object.entries(params).filter((entry): entry is [string, Value] => entry[1] !== undefined);
  return { name, argument, params: Object.fromEntries(said.map(([key, one]) => [key, read(one)])), sections: sections.map(asRead) };
}
