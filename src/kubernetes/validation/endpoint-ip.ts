import { FieldError, invalid } from '../field-error';
import { isIpv4, parseIp } from './ip-address';

/** An address that something in a network can have. Upstream: ValidateEndpointIP. */
export function validateEndpointIp(text: string, path: string): FieldError[] {
  const address = parseIp(text);
  if (address === undefined) {
    return [invalid(path, text, 'must be a valid IP address')];
  }
  const bytes = isIpv4(address) ? address.bytes.slice(12) : address.bytes;
  return RULES.filter(([isBroken]) => isBroken(bytes)).map(([, rule]) => invalid(path, text, rule(text)));
}

/** Of four bytes or of sixteen. */
const RULES: readonly (readonly [isBroken: (bytes: readonly number[]) => boolean, rule: (text: string) => string])[] = [
  [(bytes) => bytes.every((byte) => byte === 0), (text) => `may not be unspecified (${text})`],
  [(bytes) => (isShort(bytes) ? bytes[0] === 127 : bytes.slice(0, 15).every((byte) => byte === 0) && bytes[15] === 1),
    () => 'may not be in the loopback range (127.0.0.0/8, ::1/128)'],
  [(bytes) => (isShort(bytes) ? bytes[0] === 169 && bytes[1] === 254 : bytes[0] === 0xfe && bytes[1] >= 0x80 && bytes[1] < 0xc0),
    () => 'may not be in the link-local range (169.254.0.0/16, fe80::/10)'],
  [(bytes) => (isShort(bytes) ? bytes[0] === 224 && bytes[1] === 0 && bytes[2] === 0 : bytes[0] === 0xff && bytes[1] % 16 === 2),
    () => 'may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)'],
];

function isShort(bytes: readonly number[]): boolean {
  return bytes.length === 4;
}
