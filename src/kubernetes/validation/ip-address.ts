import { concat } from '../concat';
import { isEnabled } from '../feature-gates';
import { FieldError, invalid } from '../field-error';

/** An address as 16 bytes; those of IPv4 are written `::ffff:a.b.c.d`. */
export interface IpAddress {
  readonly bytes: readonly number[];
  /** Whether the text has the form of IPv4. */
  readonly isIpv4Text: boolean;
  /** Whether everybody reads the text alike: no number has needless zeros in front. */
  readonly isStrict: boolean;
}

export interface Cidr {
  readonly address: IpAddress;
  readonly network: readonly number[];
  readonly prefixLength: number;
  /** How many bits an address of this form has. */
  readonly bits: number;
  readonly isStrict: boolean;
}

const IPV4_PREFIX = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255];

/** Reads what the API server has always read, leading zeros too. Upstream: ParseIPSloppy. */
export function parseIp(text: string): IpAddress | undefined {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

/** Upstream: ParseCIDRSloppy. */
export function parseCidr(text: string): Cidr | undefined {
  const [, before, mask] = /^([^/]*)\/(\d+)$/.exec(text) ?? [];
  const address = before === undefined ? undefined : parseIp(before);
  if (address === undefined) {
    return undefined;
  }
  const bits = address.isIpv4Text ? 32 : 128;
  const prefixLength = Number(mask);
  const kept = 128 - bits + prefixLength;
  const network = address.bytes.map((byte, index) => byte - (byte % 2 ** (8 - Math.min(8, Math.max(0, kept - 8 * index)))));
  return prefixLength > bits ? undefined : { address, network, prefixLength, bits, isStrict: address.isStrict && !/^0./.test(mask) };
}

/** Upstream: IP.To4. */
export function isIpv4({ bytes }: Pick<IpAddress, 'bytes'>): boolean {
  return IPV4_PREFIX.every((byte, index) => bytes[index] === byte);
}

/** An IPv4 address written as an IPv6 one. Upstream: Addr.Is4In6. */
export function isIpv4InIpv6(address: IpAddress): boolean {
  return isIpv4(address) && !address.isIpv4Text;
}

/** Upstream: IP.String. IPv6 is shortened as RFC 5952 has it. */
export function printIp(bytes: readonly number[]): string {
  if (isIpv4({ bytes })) {
    return bytes.slice(12).join('.');
  }
  const groups = Array.from({ length: 8 }, (_, index) => bytes[2 * index] * 256 + bytes[2 * index + 1]);
  const [start, length] = longestRunOfZeros(groups);
  const hex = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':');
  return length < 2 ? hex(groups) : `${hex(groups.slice(0, start))}::${hex(groups.slice(start + length))}`;
}

/** Upstream: IPNet.String. */
export function printNetwork({ network, prefixLength, bits }: Cidr): string {
  return `${printIp(network)}/${isIpv4({ bytes: network }) && bits === 128 ? prefixLength - 96 : prefixLength}`;
}

/** The Kubernetes version whose rules are asked, and what is stored already: that is good. */
export interface LegacyFieldOptions {
  readonly version?: string;
  readonly stored?: readonly string[];
}

/** An address in a field that is older than the strict rules. Upstream: IsValidIPForLegacyField. */
export function validateIp(text: string, path: string, { version, stored = [] }: LegacyFieldOptions = {}): FieldError[] {
  const address = parseIp(text);
  if (stored.includes(text)) {
    return [];
  }
  if (address === undefined) {
    return [invalid(path, text, 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)')];
  }
  return !isEnabled('StrictIPCIDRValidation', version) ? []
    : !address.isStrict ? [invalid(path, text, 'must not have leading 0s')]
      : isIpv4InIpv6(address) ? [invalid(path, text, 'must not be an IPv4-mapped IPv6 address')] : [];
}

/** A network in a field that is older than the strict rules. Upstream: IsValidCIDRForLegacyField. */
export function validateCidr(text: string, path: string, { version, stored = [] }: LegacyFieldOptions = {}): FieldError[] {
  const cidr = parseCidr(text);
  if (stored.includes(text)) {
    return [];
  }
  if (cidr === undefined) {
    return [invalid(path, text, 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)')];
  }
  return !isEnabled('StrictIPCIDRValidation', version) ? []
    : !cidr.isStrict ? [invalid(path, text, 'must not have leading 0s in IP or prefix length')]
      : isIpv4InIpv6(cidr.address) ? [invalid(path, text, 'must not have an IPv4-mapped IPv6 address')]
        : hasHostBits(cidr) ? [invalid(path, text, 'must not have bits set beyond the prefix length')] : [];
}

/** Whether it is the address of a host with its prefix, and no network. */
export function hasHostBits({ address, network }: Cidr): boolean {
  return address.bytes.some((byte, index) => byte !== network[index]);
}

function parseIpv4(text: string): IpAddress | undefined {
  const octets = text.split('.');
  const isAddress = octets.length === 4 && octets.every((octet) => /^\d+$/.test(octet) && Number(octet) <= 255);
  const isStrict = octets.every((octet) => !/^0./.test(octet));
  return isAddress ? { bytes: concat(IPV4_PREFIX, octets.map(Number)), isIpv4Text: true, isStrict } : undefined;
}

function parseIpv6(text: string): IpAddress | undefined {
  const [, before, last] = /^(.*:)([^:]*\..*)$/.exec(text) ?? [, text, undefined];
  const embedded = last === undefined ? undefined : parseIpv4(last);
  if (last !== undefined && embedded === undefined) {
    return undefined;
  }
  const tail = embedded === undefined ? '' : pairs(embedded.bytes.slice(12)).join(':');
  const halves = `${before}${tail}`.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const groups = halves.flat();
  const missing = 8 - groups.length;
  const isComplete = halves.length === 2 ? missing > 0 : halves.length === 1 && missing === 0;
  if (!isComplete || !groups.every((group) => /^[\da-f]+$/i.test(group) && parseInt(group, 16) <= 0xffff)) {
    return undefined;
  }
  const expanded = concat(halves[0], Array<string>(halves.length === 2 ? missing : 0).fill('0'), halves[1] ?? []);
  const bytes = expanded.map((group) => parseInt(group, 16)).flatMap((group) => [Math.floor(group / 256), group % 256]);
  return { bytes, isIpv4Text: false, isStrict: groups.every((group) => group.length <= 4) && embedded?.isStrict !== false };
}

function pairs([a, b, c, d]: readonly number[]): string[] {
  return [a * 256 + b, c * 256 + d].map((group) => group.toString(16));
}

/** The first of the longest. */
function longestRunOfZeros(groups: readonly number[]): [start: number, length: number] {
  const runs = groups.map((_, start): [number, number] => [start, groups.slice(start).findIndex((group) => group !== 0)])
    .map(([start, length]): [number, number] => [start, length < 0 ? groups.length - start : length]);
  return runs.reduce((longest, run) => (run[1] > longest[1] ? run : longest));
}
