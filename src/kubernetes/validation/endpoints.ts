import { FieldError, invalid, required } from '../field-error';
import { invalidForEach, isSet, optionalFormat, requireTextOneOf } from './field-checks';
import { IpAddress, isIpv4, parseIp, validateIp } from './ip-address';
import { dns1123LabelErrors, dns1123SubdomainErrors, portNumberErrors, qualifiedNameErrors } from './names';
import { ObjectMetadata, validateObjectMeta } from './object-meta';

export interface EndpointAddress {
  readonly ip?: string;
  readonly hostname?: string | null;
  readonly nodeName?: string | null;
}

export interface EndpointPort {
  readonly name?: string | null;
  readonly port?: number | null;
  readonly protocol?: string | null;
  readonly appProtocol?: string | null;
}

type List<T> = ReadonlyArray<T | null> | null;

export interface EndpointSubset {
  readonly addresses?: List<EndpointAddress>;
  readonly notReadyAddresses?: List<EndpointAddress>;
  readonly ports?: List<EndpointPort>;
}

/** What of Endpoints the rules look at. */
export interface Endpoints {
  readonly metadata?: ObjectMetadata;
  readonly subsets?: List<EndpointSubset>;
}

interface RefusedRange {
  readonly contains: (address: IpAddress) => boolean;
  readonly reason: (text: string) => string;
}

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** Addresses that are no other machine's. Upstream: the Is… functions of net.IP. */
const REFUSED_RANGES: readonly RefusedRange[] = [
  { contains: (address) => isZeroBefore(address, 0), reason: (text) => `may not be unspecified (${text})` },
  {
    contains: (address) => (isIpv4(address) ? address.bytes[12] === 127 : isZeroBefore(address, 1)),
    reason: () => 'may not be in the loopback range (127.0.0.0/8, ::1/128)',
  },
  {
    contains: (address) => (isIpv4(address) ? startsWith(address, 12, [169, 254])
      : startsWith(address, 0, [0xfe]) && within(address.bytes[1], 0x80, 0xbf)),
    reason: () => 'may not be in the link-local range (169.254.0.0/16, fe80::/10)',
  },
  {
    contains: (address) => (isIpv4(address) ? startsWith(address, 12, [224, 0, 0]) : startsWith(address, 0, [0xff]) && address.bytes[1] % 16 === 2),
    reason: () => 'may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)',
  },
];

/** New Endpoints. Defaulting has set the protocol of ports (TCP). Upstream: ValidateEndpointsCreate. */
export function validateEndpoints({ metadata, subsets }: Endpoints): FieldError[] {
  return [
    ...validateObjectMeta(metadata, 'metadata', { requiresNamespace: true, nameErrors: dns1123SubdomainErrors }),
    ...(subsets ?? []).flatMap((subset, index) => validateEndpointSubset(subset ?? {}, `subsets[${index}]`)),
  ];
}

/** Upstream: validateEndpointSubsets. */
function validateEndpointSubset({ addresses, notReadyAddresses, ports }: EndpointSubset, path: string): FieldError[] {
  const hasAddress = [addresses, notReadyAddresses].some((list) => (list ?? []).length > 0);
  return [
    ...(hasAddress ? [] : [required(path, 'must specify `addresses` or `notReadyAddresses`')]),
    ...(addresses ?? []).flatMap((address, index) => validateEndpointAddress(address ?? {}, `${path}.addresses[${index}]`)),
    ...(notReadyAddresses ?? []).flatMap((address, index) => validateEndpointAddress(address ?? {}, `${path}.notReadyAddresses[${index}]`)),
    ...(ports ?? []).flatMap((port, index, all) => validateEndpointPort(port ?? {}, all.length > 1, `${path}.ports[${index}]`)),
  ];
}

/** Upstream: validateEndpointAddress. */
function validateEndpointAddress({ ip = '', hostname, nodeName }: EndpointAddress, path: string): FieldError[] {
  return [
    ...validateIp(ip, `${path}.ip`),
    ...optionalFormat(hostname, `${path}.hostname`, dns1123LabelErrors),
    ...(isSet(nodeName) ? invalidForEach(`${path}.nodeName`, nodeName, dns1123SubdomainErrors(nodeName)) : []),
    ...validateEndpointIp(ip, `${path}.ip`),
  ];
}

/** Upstream: ValidateEndpointIP. */
function validateEndpointIp(text: string, path: string): FieldError[] {
  const address = parseIp(text);
  return address === undefined ? [invalid(path, text, 'must be a valid IP address')]
    : REFUSED_RANGES.filter(({ contains }) => contains(address)).map(({ reason }) => invalid(path, text, reason(text)));
}

/** Upstream: validateEndpointPort. */
function validateEndpointPort({ name, port, protocol, appProtocol }: EndpointPort, requiresName: boolean, path: string): FieldError[] {
  return [
    ...(requiresName && !name ? [required(`${path}.name`)] : optionalFormat(name, `${path}.name`, dns1123LabelErrors)),
    ...invalidForEach(`${path}.port`, port ?? 0, portNumberErrors(port ?? 0)),
    ...requireTextOneOf(protocol, `${path}.protocol`, PROTOCOLS),
    ...(isSet(appProtocol) ? invalidForEach(`${path}.appProtocol`, appProtocol, qualifiedNameErrors(appProtocol)) : []),
  ];
}

function within(byte: number, min: number, max: number): boolean {
  return byte >= min && byte <= max;
}

function startsWith({ bytes }: IpAddress, from: number, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[from + index] === byte);
}

/** Whether an address is nothing but zeros before its last byte. An IPv4 address has four bytes only. */
function isZeroBefore(address: IpAddress, byte: number): boolean {
  return address.bytes.slice(isIpv4(address) ? 12 : 0).every((value, index, all) => value === (index === all.length - 1 ? byte : 0));
}
