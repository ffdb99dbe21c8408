import { jsonObjectError, jsonSyntaxError } from '../../../src/kubernetes/validation/go-json';

describe('a text', () => {
  test.each(['{}', ' [1, -2.5e+3, "\\u00e9\\n", true, false, null, {"a":[{}]}] ', '"é"', '0'])('is JSON: %s', (text) => expect(jsonSyntaxError(text)).toBeUndefined());

  test.each([
    ['', 'unexpected end of JSON input'],
    ['{"a":1', 'unexpected end of JSON input'],
    ['{"a" 1}', "invalid character '1' after object key"],
    ['{"a":1 "b"}', "invalid character '\"' after object key:value pair"],
    ['[1 2]', "invalid character '2' after array element"],
    ['{} {}', "invalid character '{' after top-level value"],
    ['"\\x"', "invalid character 'x' in string escape code"],
    ['"\n"', "invalid character '\\n' in string literal"],
    ['-a', "invalid character 'a' in numeric literal"],
    ['1.x', "invalid character 'x' after decimal point in numeric literal"],
    ['tru3', "invalid character '3' in literal true (expecting 'e')"],
  ])('is none: %j', (text, error) => expect(jsonSyntaxError(text)).toBe(error));
});

test('bytes are a JSON object or null, or it is told what they are', () => {
  const errors = (text: string) => jsonObjectError(Buffer.from(text));
  expect([errors('{"a":1}'), errors('null')]).toEqual([undefined, undefined]);
  expect(errors('[1]')).toBe('json: cannot unmarshal array into Go value of type map[string]interface {}');
  expect(errors('{"a":1e999}')).toBe('json: cannot unmarshal number 1e999 into Go value of type float64');
});
