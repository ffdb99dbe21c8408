import { quoteBytes } from '../decode/go-text';

const UNITS = ['ns', 'us', 'µs', 'μs', 'ms', 's', 'm', 'h'];
const NANOSECONDS: { readonly [unit: string]: number } = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9, m: 6e10, h: 3.6e12 };
/** As many nanoseconds as an int64 has. */
const LONGEST = 2 ** 63;

/** Why Go reads no duration out of a text, undefined where it does. Upstream: time.ParseDuration. */
export function durationError(text: string): string | undefined {
  const error = `time: invalid duration ${quoteBytes(text)}`;
  let rest = text.replace(/^[+-]/, '');
  if (rest === '0') {
    return undefined;
  }
  if (rest === '') {
    return error;
  }
  let total = 0;
  while (rest !== '') {
    const [number, whole = '', fraction = ''] = /^(\d*)(?:\.(\d*))?/.exec(rest)!;
    if (whole === '' && fraction === '') {
      return error;
    }
    const [unit] = /^[^.\d]*/.exec(rest.slice(number.length))!;
    if (!UNITS.includes(unit)) {
      return unit === '' ? `time: missing unit in duration ${quoteBytes(text)}` : `time: unknown unit ${quoteBytes(unit)} in duration ${quoteBytes(text)}`;
    }
    total += Number(`${whole || 0}.${fraction || 0}`) * NANOSECONDS[unit];
    rest = rest.slice(number.length + unit.length);
  }
  return total >= LONGEST ? error : undefined;
}
