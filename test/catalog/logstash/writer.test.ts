import { parsePipeline } from './parse';
import { dateFormats } from '../../../src/catalog/logstash/config/dates';
import { Conditional, LogstashPlugin, NamedPlugin, printPipeline, unwritableTexts } from '../../../src/catalog/logstash/config/writer';

function read(...plugins: LogstashPlugin[]) {
  return parsePipeline(printPipeline([{ name: 'filter', plugins }])).filter;
}

describe('a pipeline', () => {
  test('is written as Elastic writes it', () => {
    const codec = new NamedPlugin('multiline', { pattern: '^\\s', what: 'previous' });
    expect(printPipeline([
      { name: 'input', plugins: [new NamedPlugin('file', { path: ['/a', '/b'], codec, add_field: { 'a': 'b', '[c][d]': 'e' }, skipped: undefined })] },
      { name: 'filter', plugins: [] },
      { name: 'output', plugins: [new Conditional('[a] == "b"', [new NamedPlugin('stdout'), new Conditional('[c]', [new NamedPlugin('null')])]), '  # mine\n  null { }\n'] },
    ])).toBe(`input {
  file {
    path => ["/a", "/b"]
    codec => multiline {
      pattern => "^\\s"
      what => "previous"
    }
    add_field => { "a" => "b" "[c][d]" => "e" }
  }
}

output {
  if [a] == "b" {
    stdout { }
    if [c] {
      null { }
    }
  }
  # mine
  null { }
}
`);
  });

  test.each([
    ['text', 'a b'], ['an empty text', ''], ['backslashes', '^\\d+\\n"$'], ['double quotes', 'say "a"'], ['single quotes', "it's"], ['both, one of them behind backslashes', '\\"it\'s\\"'],
    ['braces', '{ a => 1 } # no comment'], ['a number', 5], ['a negative number', -1.5], ['yes', true], ['no', false], ['a list', ['a', 'b "c"']], ['an empty list', []],
    ['a hash', { 'a b': 'c', '[d][e]': 'f' }], ['a switch in a hash', { a: true }], ['several lines', 'a\n  b\n\nc'],
  ])('is read back with %s', (_, value) => expect(read(new NamedPlugin('mutate', { x: value }))).toEqual([{ plugin: 'mutate', when: [], params: { x: value } }]));

  test('is read back with several lines, however deep, and with the user\'s own as they are', () => {
    const codec = new NamedPlugin('plain', { format: 'a\nb' });
    expect(read(new Conditional('[a]', [new NamedPlugin('x', { codec, list: ['c\nd'] })]), 'y { code => "e\n  f" }').map(({ params }) => params))
      .toEqual([{ codec: { plugin: 'plain', when: [], params: { format: 'a\nb' } }, list: ['c\nd'] }, { code: 'e\n  f' }]);
  });

  test.each(['both " and \'', 'at the end \\', '\\'])('cannot hold every text: %s', (text) => {
    const plugins = (value: LogstashPlugin) => [{ name: 'filter', plugins: [value] }];
    const wrong = [{ x: text }, { x: [text] }, { x: { a: text } }, { x: { [text]: 'a' } }, { x: new NamedPlugin('codec', { y: text }) }].map((params) => new NamedPlugin('mutate', params));
    expect(wrong.map((plugin) => unwritableTexts(plugins(new Conditional('[a]', [plugin]))))).toEqual(wrong.map(() => [text]));
    expect(() => printPipeline(plugins(wrong[0]))).not.toThrow();
    expect(unwritableTexts(plugins(text))).toEqual([]);
    const readBack = () => read(new NamedPlugin('mutate', { x: text, y: 'z' }))[0].params;
    expect((() => { try { return readBack(); } catch { return undefined; } })()).not.toEqual({ x: text, y: 'z' });
  });

  test.each(['input { file { path "a" } }', 'input { file { path => } }', 'input { file { path => "a } }', 'inputs { }', 'input {'])('fails to be read: %s', (text) => {
    expect(() => parsePipeline(text)).toThrow();
  });
});

test.each([
  [undefined, ['ISO8601']], ['%Y-%m-%dT%H:%M:%S.%N%z', ['ISO8601']], ['%FT%T%z', ['ISO8601']], ['%s', ['UNIX']], ['%d/%b/%Y:%H:%M:%S %z', ['dd/MMM/yyyy:HH:mm:ss Z']],
  ['%Y-%m-%dT%H:%M:%S.%3N', ["yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS"]], ['%a, %d %B %y at %I o\'clock %p 5%%', ["EEE, dd MMMM yy 'at' hh 'o''clock' a 5%"]],
  ['%F %T.%L', ['yyyy-MM-dd HH:mm:ss.SSS']], ["%H'%M", ["HH''mm"]], ['%b %e %T', ['MMM d HH:mm:ss', 'MMM  d HH:mm:ss']],
  ['%s.%N', undefined], ['%Q %e', undefined], ['50%', undefined],
])('the time format %s is %j in the words of Joda-Time', (strftime, formats) => expect(dateFormats(strftime)).toEqual(formats));
