import { hasInvalidLabelValue, LabelSelector, validateLabelSelector } from '../../../src/kubernetes/validation/label-selector';

const VALUE = "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric "
  + "character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

function requirement(key: string, operator: string, values?: string[]): LabelSelector {
  return { matchExpressions: [{ key, operator, values }] };
}

describe('a label selector', () => {
  test.each<[string, LabelSelector | null | undefined]>([
    ['missing', undefined],
    ['null', null],
    ['empty', {}],
    ['of labels', { matchLabels: { app: 'a', empty: '' } }],
    ['of every operator', {
      matchExpressions: ['In', 'NotIn', 'Exists', 'DoesNotExist'].flatMap((operator, index) => (
        requirement('a', operator, index < 2 ? [''] : []).matchExpressions ?? [])),
    }],
  ])('may be %s', (_, selector) => expect(validateLabelSelector(selector, 's')).toEqual([]));

  test.each<[string, LabelSelector, string, string, string]>([
    ['labels with values that are none', { matchLabels: { a: 'b c' } }, 's.matchLabels', 'FieldValueInvalid', `Invalid value: "b c": ${VALUE}`],
    ['values for In', requirement('a', 'In'), 's.matchExpressions[0].values', 'FieldValueRequired',
      "Required value: must be specified when `operator` is 'In' or 'NotIn'"],
    ['values for NotIn', requirement('a', 'NotIn', []), 's.matchExpressions[0].values', 'FieldValueRequired',
      "Required value: must be specified when `operator` is 'In' or 'NotIn'"],
    ['no values for Exists', requirement('a', 'Exists', ['b']), 's.matchExpressions[0].values', 'FieldValueForbidden',
      "Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'"],
    ['no values for DoesNotExist', requirement('a', 'DoesNotExist', ['b']), 's.matchExpressions[0].values', 'FieldValueForbidden',
      "Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'"],
    ['an operator of labels', requirement('a', 'Gt', ['1']), 's.matchExpressions[0].operator', 'FieldValueInvalid',
      'Invalid value: "Gt": not a valid selector operator'],
    ['a key that is one', requirement('/a', 'Exists'), 's.matchExpressions[0].key', 'FieldValueInvalid', 'Invalid value: "/a": prefix part must be non-empty'],
    ['values that labels can have', requirement('a', 'In', ['b', '-']), 's.matchExpressions[0].values[1]', 'FieldValueInvalid', `Invalid value: "-": ${VALUE}`],
  ])('must have %s', (_, selector, path, type, detail) => expect(validateLabelSelector(selector, 's')).toEqual([{ path, type, detail }]));

  test('that has a value which no label has is found, and may be allowed', () => {
    expect(hasInvalidLabelValue(requirement('a', 'In', ['b', '-']))).toBe(true);
    expect([requirement('a', 'In', ['b']), { matchLabels: { a: '-' } }, {}, null, undefined].map(hasInvalidLabelValue)).toEqual(Array(5).fill(false));
    expect(validateLabelSelector(requirement('a', 'In', ['-']), 's', { allowInvalidLabelValueInSelector: true })).toEqual([]);
  });
});
