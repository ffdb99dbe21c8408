/**
 * Resource quantities, exactly: `unscaled * 10^exponent`. Upstream: apimachinery pkg/api/resource. What is finer than a
 * billionth is rounded away from zero when it is read, and a binary quantity ends at the largest int64.
 */
export interface Quantity {
  readonly unscaled: bigint;
  readonly exponent: number;
  /** How it was written, and so how it is written again. */
  readonly format: QuantityFormat;
  /** The text itself, where the API server keeps it because it looks canonical (`007` does). */
  readonly kept?: string;
}

type QuantityFormat = 'DecimalSI' | 'BinarySI' | 'DecimalExponent';

interface Suffix {
  readonly format: QuantityFormat;
  /** Power of two of a binary suffix, else power of ten. */
  readonly exponent: number;
}

const [ZERO, ONE, TWO, TEN, KIBI] = [0, 1, 2, 10, 1024].map(BigInt);
const INT64_MAX = BigInt('9223372036854775807');
const NANO = -9;
const MILLI = -3;

/** Numbers of so many digits fit an int64 whatever they are. Upstream reads longer ones by a slower way, which keeps no text. */
const INT64_DIGITS = 18;

/** Upstream multiplies by these powers of ten at once, and does not look whether the product fits. */
const MULTIPLIED_AT_ONCE = [1, 2, 3, 6, 9];

const DECIMAL = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
/** No more digits are read: what they would change is nothing that a quantity can mean. */
const DIGITS_MAX = 10_000;

const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** The same few quantities come again and again; so many are kept. */
const KEPT_MAX = 1000;
const KNOWN = new Map<string, Quantity | { readonly error: string }>();

/** Upstream: Quantity.UnmarshalJSON, ParseQuantity; spaces around it do not count. The error is upstream's text. */
export function parseQuantity(written: string | number): Quantity | { readonly error: string } {
  const text = String(written).trim();
  const known = KNOWN.get(text);
  const quantity = known ?? parse(text);
  if (known === undefined && KNOWN.size < KEPT_MAX) {
    KNOWN.set(text, quantity);
  }
  return quantity;
}

function parse(text: string): Quantity | { readonly error: string } {
  const match = /^([+-]?)(0*)(\d*)(?:\.(\d*))?([eEinumkKMGTP]*[-+]?\d*)$/.exec(text);
  if (text === '' || match === null) {
    return { error: "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'" };
  }
  const [, sign, zeros, digits, fraction = '', rest] = match;
  const suffix = readSuffix(rest);
  if (suffix === undefined) {
    return { error: "unable to parse quantity's suffix" };
  }
  const written = (digits || '0') + fraction;
  const number = written.slice(0, DIGITS_MAX);
  const fractionDigits = fraction.length - (written.length - number.length);
  const isFast = fitsFastPath(number, fraction, suffix);
  if (!isFast && zeros + digits + fraction === '') {
    return { error: 'unable to parse numeric part of quantity' };
  }
  const unscaled = BigInt(number) * (sign === '-' ? -ONE : ONE);
  const kept = isFast && looksCanonical(number, fraction, suffix) ? text : undefined;
  return suffix.format === 'BinarySI' ? { ...binary(unscaled, fractionDigits, suffix.exponent), kept }
    : roundAwayFromZero({ unscaled, exponent: suffix.exponent - fractionDigits, format: suffix.format, kept }, NANO);
}

/** Whether its digits fit an int64 whatever they are; upstream counts otherwise with longer ones. */
export function isShort({ unscaled }: Quantity): boolean {
  return String(unscaled).replace('-', '').length <= INT64_DIGITS;
}

/** The text that the API server stores. Upstream: Quantity.String, CanonicalizeBytes. */
export function formatQuantity({ unscaled, exponent, format, kept }: Quantity): string {
  if (kept !== undefined) {
    return kept;
  }
  if (unscaled === ZERO) {
    return '0';
  }
  const isExact = exponent >= 0 || unscaled % TEN ** BigInt(-exponent) === ZERO;
  if (format === 'BinarySI' && isExact) {
    const amount = exponent >= 0 ? unscaled * TEN ** BigInt(exponent) : unscaled / TEN ** BigInt(-exponent);
    if (amount >= KIBI || amount <= -KIBI) {
      const [number, times] = withoutFactors(amount, KIBI);
      return `${number}${BINARY[times]}`;
    }
  }
  return printDecimal(unscaled, exponent, format);
}

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export function compareQuantities(a: Quantity, b: Quantity): number {
  const [left, right] = [a, b].map(({ unscaled }) => (unscaled > ZERO ? 1 : unscaled < ZERO ? -1 : 0));
  if (left !== right || left === 0) {
    return left - right;
  }
  // numbers of one size, and so of similar exponents, are compared digit by digit
  const [larger, smaller] = [a, b].map(({ unscaled, exponent }) => String(unscaled).length + exponent);
  if (larger !== smaller) {
    return larger > smaller ? left : -left;
  }
  const exponent = Math.min(a.exponent, b.exponent);
  const [first, second] = [a, b].map((quantity) => quantity.unscaled * TEN ** BigInt(quantity.exponent - exponent));
  return first > second ? 1 : first < second ? -1 : 0;
}

/**
 * The number in units of 10^-digits, rounded away from zero, as an int64. What is larger is 0 or wraps around, as upstream has read it.
 * Upstream: Quantity.ScaledValue.
 */
export function scaledValue(quantity: Quantity, digits: number): bigint {
  const shift = quantity.exponent + digits;
  const exact = shift < 0 ? roundAwayFromZero(quantity, -digits).unscaled : quantity.unscaled * TEN ** BigInt(shift);
  const wrapped = BigInt.asIntN(64, exact);
  return wrapped !== exact && isShort(quantity) && !MULTIPLIED_AT_ONCE.includes(shift) ? ZERO : wrapped;
}

/** Whether nothing of it is smaller than one, where a thousandth is as fine as upstream looks. Upstream: MilliValue. */
export function isWhole(quantity: Quantity): boolean {
  return scaledValue(quantity, -MILLI) % BigInt(1000) === ZERO;
}

/** What defaulting does to requests and limits. Upstream: SetDefaults_ResourceList. */
export function roundQuantityToMilli(quantity: Quantity): Quantity {
  return roundAwayFromZero(quantity, MILLI);
}

function readSuffix(text: string): Suffix | undefined {
  if (DECIMAL.includes(text)) {
    return { format: 'DecimalSI', exponent: 3 * DECIMAL.indexOf(text) + NANO };
  }
  if (BINARY.includes(text)) {
    return { format: 'BinarySI', exponent: 10 * BINARY.indexOf(text) };
  }
  const exponent = /^[eE][+-]?\d+$/.test(text) ? BigInt(text.slice(1).replace('+', '')) : undefined;
  return exponent !== undefined && exponent <= INT64_MAX && exponent >= -INT64_MAX - ONE
    ? { format: 'DecimalExponent', exponent: Number(BigInt.asIntN(32, exponent)) } : undefined;
}

function fitsFastPath(number: string, fraction: string, { format, exponent }: Suffix): boolean {
  return format === 'BinarySI'
    ? fraction === '' && 14 - number.length - Math.trunc(exponent * 0.3) >= 0
    : number.length <= INT64_DIGITS && exponent - fraction.length >= NANO;
}

function looksCanonical(number: string, fraction: string, { format, exponent }: Suffix): boolean {
  return format === 'BinarySI' ? BigInt(number) % BigInt(8) !== ZERO
    : (exponent - fraction.length) % 3 === 0 && !number.endsWith('000') && !number.startsWith('0');
}

function binary(magnitude: bigint, fractionDigits: number, power: number): Omit<Quantity, 'kept'> {
  const exact = { unscaled: magnitude * TWO ** BigInt(power), exponent: -fractionDigits, format: 'BinarySI' as const };
  const rounded = roundAwayFromZero(exact, NANO);
  const largest = { unscaled: magnitude < ZERO ? -INT64_MAX : INT64_MAX, exponent: 0, format: exact.format };
  const beyond = compareQuantities(rounded, largest);
  return (magnitude < ZERO ? beyond < 0 : beyond > 0) ? largest : rounded;
}

function roundAwayFromZero(quantity: Quantity, exponent: number): Quantity {
  const { unscaled, format } = quantity;
  if (quantity.exponent >= exponent) {
    return quantity;
  }
  const excess = exponent - quantity.exponent;
  const sign = unscaled < ZERO ? -ONE : ONE;
  if (excess > String(unscaled).length) {
    return { unscaled: unscaled === ZERO ? ZERO : sign, exponent, format };
  }
  const divisor = TEN ** BigInt(excess);
  return { unscaled: unscaled / divisor + (unscaled % divisor === ZERO ? ZERO : sign), exponent, format };
}

/** Upstream: AsCanonicalBytes. The exponent is the largest multiple of three that leaves a whole number. */
function printDecimal(unscaled: bigint, exponent: number, format: QuantityFormat): string {
  const [number, times] = withoutFactors(unscaled, TEN);
  const excess = (((exponent + times) % 3) + 3) % 3;
  const multiple = exponent + times - excess;
  const digits = number * TEN ** BigInt(excess);
  if (format === 'DecimalExponent') {
    return multiple === 0 ? String(digits) : `${digits}e${multiple}`;
  }
  // upstream has no suffix beyond E either, and writes none
  return `${digits}${DECIMAL[(multiple - NANO) / 3] ?? ''}`;
}

function withoutFactors(number: bigint, factor: bigint): [bigint, number] {
  let [rest, times] = [number, 0];
  while (rest !== ZERO && rest % factor === ZERO) {
    rest /= factor;
    times++;
  }
  return [rest, times];
}
