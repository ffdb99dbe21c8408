import { concat } from '../concat';
import { quote } from '../decode/go-text';
import { hasHostBits, isIpv4InIpv6, parseCidr, parseIp, printIp, printNetwork } from '../validation/ip-address';

/** An address that not everybody reads alike, or that is spelled in an unusual way. Upstream: GetWarningsForIP. */
export function ipWarnings(text: string, path: string): string[] {
  const address = parseIp(text);
  if (address === undefined) {
    return [];
  }
  const canonical = printIp(address.bytes);
  if (!address.isStrict || isIpv4InIpv6(address)) {
    return [`${path}: non-standard IP address ${quote(text)} is invalid: use "${canonical}"`];
  }
  return address.isIpv4Text || canonical === text ? []
    : [`${path}: IPv6 address ${quote(text)} should be in RFC 5952 canonical format ("${canonical}")`];
}

/** The same of a network, which may also have bits of a host. Upstream: GetWarningsForCIDR. */
export function cidrWarnings(text: string, path: string): string[] {
  const cidr = parseCidr(text);
  if (cidr === undefined) {
    return [];
  }
  const { address, bits, prefixLength, isStrict } = cidr;
  const network = printNetwork(cidr);
  const value = `CIDR value ${quote(text)}`;
  const warnings = concat(
    hasHostBits(cidr) ? [`${path}: ${value} is ambiguous in this context (should be "${network}" or "${printIp(address.bytes)}/${bits}"?)`] : [],
    !isStrict || isIpv4InIpv6(address) ? [`${path}: non-standard ${value} is invalid: use "${network}"`] : [],
  );
  const canonical = `${printIp(address.bytes)}/${prefixLength}`;
  return warnings.length > 0 || address.isIpv4Text || canonical === text ? warnings
    : [`${path}: IPv6 ${value} should be in RFC 5952 canonical format ("${canonical}")`];
}
