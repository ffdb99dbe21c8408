import { duplicate, FieldError, forbidden, invalid, notSupported, required } from '../field-error';
import { validateEndpointIp } from './endpoint-ip';
import { isIpv4, LegacyFieldOptions, parseIp, validateCidr, validateIp } from './ip-address';
import { clusterIpsOf, isHeadless, Service, ServiceOptions, ServiceSpec } from './service-spec';

const IP_FAMILIES = ['IPv4', 'IPv6'];
const IP_FAMILY_POLICIES = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];
const SOURCE_RANGES_ANNOTATION = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const NOT_A_LOAD_BALANCER = "may only be used when `type` is 'LoadBalancer'";

/**
 * What keeps addresses from being allocated, on whatever cluster. The server allocates first and then tells of nothing else.
 * Upstream: initIPFamilyFields.
 */
export function validateIpAllocation(spec: ServiceSpec, version?: string): FieldError[] {
  const errors = validateClusterIps(spec, { version });
  return errors.length > 0 || spec.type === 'ExternalName' ? errors : validateSingleStack(spec);
}

export function validateSingleStack(spec: ServiceSpec): FieldError[] {
  const isSelectorless = spec.clusterIP === 'None' && Object.keys(spec.selector ?? {}).length === 0;
  const policy = spec.ipFamilyPolicy ?? (isSelectorless ? 'RequireDualStack' : 'SingleStack');
  const two = { 'cluster IPs': clusterIpsOf(spec).length === 2, 'IP families': (spec.ipFamilies ?? []).length === 2 };
  return policy !== 'SingleStack' ? [] : Object.entries(two).filter(([, isTwo]) => isTwo)
    .map(([what]) => invalid('spec.ipFamilyPolicy', policy, `must be 'RequireDualStack' or 'PreferDualStack' when multiple ${what} are specified`));
}

/** The cluster addresses and their families. Upstream: ValidateServiceClusterIPsRelatedFields. */
export function validateClusterIps(spec: ServiceSpec, options: LegacyFieldOptions): FieldError[] {
  if (spec.type === 'ExternalName') {
    return [];
  }
  const addresses = clusterIpsOf(spec);
  const addressErrors = addresses.flatMap((address, index) => (
    index === 0 && address === 'None' ? [] : validateIp(address, `spec.clusterIPs[${index}]`, options)));
  const isNoneAmongOthers = addresses.length > 1 && addresses[0] === 'None';
  return [
    ...validateFirstClusterIp(spec, addresses),
    ...validateIpFamilies(spec),
    ...(isNoneAmongOthers ? [invalid('spec.clusterIPs', addresses, "'None' must be the first and only value")] : []),
    ...addressErrors,
    ...(addresses.length > 2 ? [invalid('spec.clusterIPs', addresses, 'may only hold up to 2 values')] : []),
    ...(isNoneAmongOthers || addressErrors.length > 0 || isHeadless(spec) ? [] : validateClusterIpFamilies(addresses, spec.ipFamilies ?? [])),
  ];
}

/** Addresses outside of the cluster that lead to the Service. Upstream: IsValidIPForLegacyField, ValidateEndpointIP. */
export function validateExternalIps({ externalIPs }: ServiceSpec, { version, old }: ServiceOptions): FieldError[] {
  return (externalIPs ?? []).flatMap((address, index) => {
    const path = `spec.externalIPs[${index}]`;
    const errors = validateIp(address, path, { version, stored: old?.spec?.externalIPs ?? [] });
    return errors.length > 0 ? errors : validateEndpointIp(address, path);
  });
}

/** Who may reach the load balancer; the path has the capital of upstream. Upstream: validateService. */
export function validateSourceRanges({ metadata, spec = {} }: Service, { version, old }: ServiceOptions): FieldError[] {
  const stored = (old?.spec?.loadBalancerSourceRanges ?? []).map((range) => range.trim());
  const ranges = (spec.loadBalancerSourceRanges ?? []).map((range) => range.trim());
  const annotations = metadata?.annotations ?? {};
  const forbiddenAt = (path: string) => (spec.type === 'LoadBalancer' ? [] : [forbidden(path, NOT_A_LOAD_BALANCER)]);
  if (ranges.length > 0) {
    const path = 'spec.LoadBalancerSourceRanges';
    return [...forbiddenAt(path), ...ranges.flatMap((range, index) => validateCidr(range, `${path}[${index}]`, { version, stored }))];
  }
  if (!Object.hasOwn(annotations, SOURCE_RANGES_ANNOTATION)) {
    return [];
  }
  const path = `metadata.annotations[${SOURCE_RANGES_ANNOTATION}]`;
  const annotated = annotations[SOURCE_RANGES_ANNOTATION].trim();
  const isKept = old?.metadata?.annotations?.[SOURCE_RANGES_ANNOTATION] === annotations[SOURCE_RANGES_ANNOTATION];
  const written = annotated === '' || isKept ? [] : annotated.split(',');
  return [...forbiddenAt(path), ...written.flatMap((range) => validateCidr(range.trim(), path, { version }))];
}

function validateFirstClusterIp({ clusterIP = '' }: ServiceSpec, addresses: readonly string[]): FieldError[] {
  const problem = clusterIP === '' ? 'must be empty when `clusterIP` is not specified' : 'first value must match `clusterIP`';
  if (clusterIP !== '' && addresses.length === 0) {
    return [required('spec.clusterIPs')];
  }
  return addresses.length === 0 || (clusterIP !== '' && addresses[0] === clusterIP) ? [] : [invalid('spec.clusterIPs', addresses, problem)];
}

function validateIpFamilies({ ipFamilies, ipFamilyPolicy }: ServiceSpec): FieldError[] {
  return [
    ...(ipFamilies ?? []).flatMap((family, index, families) => [
      ...(IP_FAMILIES.includes(family) ? [] : [notSupported(`spec.ipFamilies[${index}]`, family, IP_FAMILIES)]),
      ...(families.indexOf(family) < index ? [duplicate(`spec.ipFamilies[${index}]`, family)] : []),
    ]),
    ...(ipFamilyPolicy === undefined || ipFamilyPolicy === null || IP_FAMILY_POLICIES.includes(ipFamilyPolicy) ? []
      : [notSupported('spec.ipFamilyPolicy', ipFamilyPolicy, IP_FAMILY_POLICIES)]),
  ];
}

function validateClusterIpFamilies(addresses: readonly string[], families: readonly string[]): FieldError[] {
  const actual = addresses.map(familyOf);
  const isDualStack = IP_FAMILIES.every((family) => actual.includes(family));
  return [
    ...(addresses.length > 1 && !isDualStack ? [invalid('spec.clusterIPs', addresses, 'may specify no more than one IP for each IP family')] : []),
    ...addresses.flatMap((address, index) => (IP_FAMILIES.includes(families[index]) && families[index] !== actual[index]
      ? [invalid(`spec.clusterIPs[${index}]`, address, `expected an ${families[index]} value as indicated by \`ipFamilies[${index}]\``)] : [])),
  ];
}

export function familyOf(text: string): string {
  const address = parseIp(text);
  return address !== undefined && !isIpv4(address) ? 'IPv6' : 'IPv4';
}
