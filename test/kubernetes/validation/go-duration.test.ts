import { durationError } from '../../../src/kubernetes/validation/go-duration';

describe('a duration', () => {
  test.each(['0', '5m', '1h30m', '1.5h', '.5s', '1.s', '-5m', '+1ns', '1us2µs3μs', '2562047h47m'])('can be %j', (text) => {
    expect(durationError(text)).toBeUndefined();
  });

  test.each([
    ['', 'time: invalid duration ""'],
    ['-', 'time: invalid duration "-"'],
    ['x', 'time: invalid duration "x"'],
    ['.s', 'time: invalid duration ".s"'],
    ['5', 'time: missing unit in duration "5"'],
    ['1m5', 'time: missing unit in duration "1m5"'],
    ['1d', 'time: unknown unit "d" in duration "1d"'],
    ['1m 5s', 'time: unknown unit "m " in duration "1m 5s"'],
    ['9999999h', 'time: invalid duration "9999999h"'],
  ])('cannot be %j', (text, error) => expect(durationError(text)).toBe(error));
});
