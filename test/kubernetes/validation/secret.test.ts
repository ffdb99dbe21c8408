import { FieldError } from '../../../src/kubernetes/field-error';
import { Secret, validateSecret } from '../../../src/kubernetes/validation/secret';
import { vectors } from '../vectors';

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly manifest: Secret;
  /** What the API server validates, where it is not the manifest: null is nothing, and defaults are set. */
  readonly defaulted?: Secret;
  readonly accepted: boolean;
  readonly fieldErrors: ReadonlyArray<{ readonly field: string; readonly type: string; readonly detail: string }>;
}

function judged(errors: readonly FieldError[]): string[] {
  return errors.map(({ path, type, detail }) => `${path} ${type} ${detail}`).sort();
}

const rows = vectors<Row>('kinds').filter(({ kind }) => kind === 'Secret');

function answered({ fieldErrors }: Row): string[] {
  return fieldErrors.map(({ field, type, detail }) => `${field} ${type} ${detail}`).sort();
}

test('a Secret is judged as by the API server, in more than 150 cases', () => {
  expect(rows.length).toBeGreaterThan(150);
  expect(new Set(rows.map(({ accepted }) => accepted))).toEqual(new Set([true, false]));
  const judge = ({ manifest, defaulted = manifest }: Row) => judged(validateSecret(defaulted));
  const compared = rows.map((row) => ({ name: row.name, actual: judge(row), expected: answered(row) }));
  expect(compared.filter(({ actual, expected }) => actual.join('\n') !== expected.join('\n'))).toEqual([]);
});

const metadata = { name: 'a', namespace: 'x' };

describe('a Secret', () => {
  test.each<[string, Omit<Secret, 'metadata'>, string[]]>([
    ['of any type may have anything', { type: 'my/type', data: { a: 'Yg==' } }, []],
    ['for TLS has both of its keys', { type: 'kubernetes.io/tls', stringData: { 'tls.crt': 'c' } }, ['data[tls.key] FieldValueRequired Required value']],
    ['for basic authentication has one key at least', { type: 'kubernetes.io/basic-auth' },
      ['data[password] FieldValueRequired Required value', 'data[username] FieldValueRequired Required value']],
    ['for SSH has a key that is not empty', { type: 'kubernetes.io/ssh-auth', data: { 'ssh-privatekey': '' } },
      ['data[ssh-privatekey] FieldValueRequired Required value']],
    ['for a token names its account', { type: 'kubernetes.io/service-account-token' },
      ['metadata.annotations[kubernetes.io/service-account.name] FieldValueRequired Required value']],
    ['has keys that can be file names', { data: { '..a': '' } }, ['data[..a] FieldValueInvalid Invalid value: "..a": must not start with \'..\'']],
    ['is of 1 MiB at most', { stringData: { a: 'x'.repeat(1048577) } }, ['data FieldValueTooLong Too long: may not be more than 1048576 bytes']],
    ['has the text where there is text and base64', { data: { a: 'eA==' }, stringData: { a: 'x'.repeat(1048576) } }, []],
  ])('%s', (_, secret, expected) => expect(judged(validateSecret({ metadata, ...secret }))).toEqual(expected));
});

describe('the credentials of registries', () => {
  const errorOf = (text: string) => judged(validateSecret({ metadata, type: 'kubernetes.io/dockercfg', stringData: { '.dockercfg': text } }));

  test.each(['{}', ' {"a": [1, -2.5e+3, "\\u00e4", true, null, {}, []]} ', 'null'])('may be %s', (text) => expect(errorOf(text)).toEqual([]));

  test.each([
    ['', 'unexpected end of JSON input'],
    ['{"a":1', 'unexpected end of JSON input'],
    ['{"a":tru', "invalid character ' ' in literal true (expecting 'e')"],
    ["{'a':1}", "invalid character '\\'' looking for beginning of object key string"],
    ['{"a":1,}', "invalid character '}' looking for beginning of object key string"],
    ['{"a" "b"}', "invalid character '\"' after object key"],
    ['{"a":01}', "invalid character '1' after object key:value pair"],
    ['{"a":[[1],[2]}', "invalid character '}' after array element"],
    ['{"a":[1 2]}', "invalid character '2' after array element"],
    ['{} {}', "invalid character '{' after top-level value"],
    ['ä', "invalid character 'Ã' looking for beginning of value"],
    ['[]', 'json: cannot unmarshal array into Go value of type map[string]interface {}'],
    ['{"a":-1e999}', 'json: cannot unmarshal number -1e999 into Go value of type float64'],
  ])('are refused as %j', (text, reason) => {
    expect(errorOf(text)).toEqual([`data[.dockercfg] FieldValueInvalid Invalid value: "<secret contents redacted>": ${reason}`]);
  });
});
