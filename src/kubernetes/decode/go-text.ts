/** ASCII in which nothing is escaped: nearly every text. */
const AS_IT_IS = /^[ !#-[\]-~]*$/;

/** Go's `strconv.Quote`. Upstream: strconv.Quote. */
export function quote(text: string): string {
  return AS_IT_IS.test(text) ? `"${text}"` : `"${Array.from(text, quoteSign).join('')}"`;
}

const UINT64_MAX = BigInt('18446744073709551615');

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'], ['\\', '\\\\'], ['\u0007', '\\a'], ['\b', '\\b'], ['\f', '\\f'], ['\n', '\\n'], ['\r', '\\r'], ['\t', '\\t'], ['\v', '\\v'],
]);

function quoteSign(sign: string): string {
  const escape = ESCAPES.get(sign);
  if (escape !== undefined || sign === ' ' || !/[\p{C}\p{Z}]/u.test(sign)) {
    return escape ?? sign;
  }
  const code = sign.codePointAt(0)!;
  const hex = code.toString(16);
  return code < 0x80 ? `\\x${hex.padStart(2, '0')}` : code > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}

/** The quotes of Go's package time: bytes that are not ASCII are written in hexadecimal. Upstream: time.quote. */
export function quoteBytes(text: string): string {
  const signs = Array.from(Buffer.from(text), (byte) => {
    const sign = String.fromCharCode(byte);
    return byte < 0x20 || byte > 0x7f ? `\\x${byte.toString(16).padStart(2, '0')}` : sign === '"' || sign === '\\' ? `\\${sign}` : sign;
  });
  return `"${signs.join('')}"`;
}

/** The error of Go's `strconv.ParseInt(text, 10, 64)`, undefined where the text is an int64. Upstream: strconv.ParseInt. */
export function parseIntError(text: string): string | undefined {
  const [, digits = ''] = /^[+-]?(\d*)/.exec(text) ?? [];
  // read from left to right: what no longer fits is told before what follows is looked at
  const isTooLong = digits !== '' && BigInt(digits) > UINT64_MAX;
  const isNumber = /^[+-]?\d+$/.test(text);
  const error = !isTooLong && !isNumber ? 'invalid syntax' : isTooLong || !isInteger(text.replace('+', ''), 64) ? 'value out of range' : undefined;
  return error === undefined ? undefined : `strconv.ParseInt: parsing ${quote(text)}: ${error}`;
}

/** Whether the text of a JSON number is an integer of so many bits. */
export function isInteger(text: string, bits: number): boolean {
  return /^-?\d+$/.test(text) && BigInt.asIntN(bits, BigInt(text)) === BigInt(text);
}
