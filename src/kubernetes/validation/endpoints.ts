import { FieldError, required } from '../field-error';
import { validateEndpointIp } from './endpoint-ip';
import { invalidForEach, isSet, optionalFormat, requireTextOneOf } from './field-checks';
import { validateIp } from './ip-address';
import { dns1123LabelErrors, dns1123SubdomainErrors, portNumberErrors, qualifiedNameErrors } from './names';
import { ObjectMetadata, validateObjectMeta } from './object-meta';
import { validateObjectMetaUpdate } from './object-meta-update';
import { isSame } from '../defaults/same';

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

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** New Endpoints. Defaulting has set the protocol of ports (TCP). Upstream: ValidateEndpointsCreate. */
export function validateEndpoints({ metadata, subsets }: Endpoints, version?: string): FieldError[] {
  return [
    ...validateObjectMeta(metadata, 'metadata', { requiresNamespace: true, nameErrors: dns1123SubdomainErrors }),
    ...(subsets ?? []).flatMap((subset, index) => validateEndpointSubset(subset ?? {}, `subsets[${index}]`, version)),
  ];
}

/** Addresses that are kept are not looked at again. Upstream: ValidateEndpointsUpdate. */
export function validateEndpointsUpdate(endpoints: Endpoints, old: Endpoints): FieldError[] {
  const { metadata, subsets } = endpoints;
  return [
    ...validateObjectMetaUpdate(metadata, old.metadata, 'metadata'),
    ...validateEndpoints(isSame('core.v1.Endpoints', { subsets }, { subsets: old.subsets }) ? { metadata } : endpoints),
  ];
}

/** Upstream: validateEndpointSubsets. */
function validateEndpointSubset({ addresses, notReadyAddresses, ports }: EndpointSubset, path: string, version: string | undefined): FieldError[] {
  const hasAddress = [addresses, notReadyAddresses].some((list) => (list ?? []).length > 0);
  return [
    ...(hasAddress ? [] : [required(path, 'must specify `addresses` or `notReadyAddresses`')]),
    ...(addresses ?? []).flatMap((address, index) => validateEndpointAddress(address ?? {}, `${path}.addresses[${index}]`, version)),
    ...(notReadyAddresses ?? []).flatMap((address, index) => validateEndpointAddress(address ?? {}, `${path}.notReadyAddresses[${index}]`, version)),
    ...(ports ?? []).flatMap((port, index, all) => validateEndpointPort(port ?? {}, all.length > 1, `${path}.ports[${index}]`)),
  ];
}

/** Upstream: validateEndpointAddress. */
function validateEndpointAddress({ ip = '', hostname, nodeName }: EndpointAddress, path: string, version: string | undefined): FieldError[] {
  return [
    ...validateIp(ip, `${path}.ip`, { version }),
    ...optionalFormat(hostname, `${path}.hostname`, dns1123LabelErrors),
    ...(isSet(nodeName) ? invalidForEach(`${path}.nodeName`, nodeName, dns1123SubdomainErrors(nodeName)) : []),
    ...validateEndpointIp(ip, `${path}.ip`),
  ];
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
