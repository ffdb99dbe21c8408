import { judgedObjects, printed } from './rows';
import { ConfigMap, validateConfigMap } from '../../../src/kubernetes/validation/config-map';

const METADATA = { name: 'fluent-bit', namespace: 'logging' };

function errorsOf(configMap: ConfigMap): string[] {
  return validateConfigMap({ metadata: METADATA, ...configMap }).map(printed);
}

test('the ConfigMaps that the API server has judged get the same errors here', () => {
  const rows = judgedObjects('ConfigMap');
  const actualOf = (object: unknown) => validateConfigMap(object as ConfigMap).map(printed).sort();
  const wrong = rows.map(({ name, object, errors }) => ({ name, actual: actualOf(object), expected: errors }))
    .filter(({ actual, expected }) => actual.join('\n') !== expected.join('\n'));
  expect(wrong).toEqual([]);
  expect(rows.length).toBeGreaterThan(30);
});

describe('a ConfigMap', () => {
  test.each<ConfigMap>([{}, { data: null, binaryData: null }, { data: { 'a.conf': '' }, binaryData: { b: 'aGk=' } }])('may be %j', (configMap) => {
    expect(errorsOf(configMap)).toEqual([]);
  });

  test.each<[string, ConfigMap, string]>([
    ['keys that are files', { data: { '..': '' } }, 'data[..] FieldValueInvalid Invalid value: "..": must not be \'..\''],
    ['keys of binary data too', { binaryData: { '.': '' } }, 'binaryData[.] FieldValueInvalid Invalid value: ".": must not be \'.\''],
    ['each key once', { data: { a: '' }, binaryData: { a: '' } }, 'data[a] FieldValueInvalid Invalid value: "a": duplicate of key present in binaryData'],
    ['a name', { metadata: { namespace: 'logging' } }, 'metadata.name FieldValueRequired Required value: name or generateName is required'],
  ])('must have %s', (_, configMap, error) => expect(errorsOf(configMap)).toEqual([error]));

  test('has a mebibyte at most, as it is read', () => {
    const tooLong = '[] FieldValueTooLong Too long: may not be more than 1048576 bytes';
    expect(errorsOf({ data: { a: 'é'.repeat(524288) } })).toEqual([]);
    expect(errorsOf({ data: { a: 'é'.repeat(524288), b: 'x' } })).toEqual([tooLong]);
    expect(errorsOf({ data: { a: 'x'.repeat(1048574) }, binaryData: { b: 'aGk=' } })).toEqual([]);
    expect(errorsOf({ data: { a: 'x'.repeat(1048575) }, binaryData: { b: 'aGk=' } })).toEqual([tooLong]);
  });

  test('may have keys that every object has', () => expect(errorsOf({ data: { constructor: 'x' }, binaryData: {} })).toEqual([]));
});
