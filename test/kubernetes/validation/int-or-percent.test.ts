import { isNonzero, validateNotMoreThan100Percent, validatePositiveIntOrPercent } from '../../../src/kubernetes/validation/int-or-percent';

const PERCENT = "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')";

describe('an integer or a percentage', () => {
  test.each([0, 5, 1000, '0%', '101%'])('is %j', (value) => expect(validatePositiveIntOrPercent(value, 'p')).toEqual([]));

  test.each<[number | string, string]>([
    [-1, 'Invalid value: -1: must be greater than or equal to 0'],
    ['5', `Invalid value: "5": ${PERCENT}`],
    ['-5%', `Invalid value: "-5%": ${PERCENT}`],
  ])('is not %j', (value, detail) => expect(validatePositiveIntOrPercent(value, 'p')).toEqual([{ path: 'p', type: 'FieldValueInvalid', detail }]));

  test.each([1000, '100%', '0100%', 'junk', '500'])('is not beyond 100%%: %j', (value) => expect(validateNotMoreThan100Percent(value, 'p')).toEqual([]));

  test.each(['101%', '99999999999999999999%'])('is beyond 100%%: %s', (value) => {
    expect(validateNotMoreThan100Percent(value, 'p')).toEqual([
      { path: 'p', type: 'FieldValueInvalid', detail: `Invalid value: "${value}": must not be greater than 100%` },
    ]);
  });

  test.each([1, -1, '1%', '5', '-5', '+5', '99999999999999999999'])('%j is something', (value) => expect(isNonzero(value)).toBe(true));
  test.each([0, '0%', '00%', '0', '', '%', 'abc', '1.5%'])('%j is nothing', (value) => expect(isNonzero(value)).toBe(false));
});
