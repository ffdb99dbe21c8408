import { isDeepStrictEqual } from 'node:util';
import { FieldError, invalid } from '../field-error';
import { familyOf, validateClusterIps, validateSingleStack } from './service-ip';
import { clusterIpsOf, isExternallyAccessible, needsHealthCheck, ServiceSpec } from './service-spec';

/** A stored Service as the server reads it, with the families of its addresses. Upstream: defaultOnReadService. */
export function asRead(spec: ServiceSpec): ServiceSpec {
  const clusterIPs = clusterIpsOf(spec);
  if (!needsClusterIp(spec) || (spec.ipFamilies ?? []).length > 0 || clusterIPs.length === 0 || clusterIPs[0] === 'None') {
    return { ...spec, clusterIPs };
  }
  const ipFamilyPolicy = clusterIPs.length === 1 ? 'SingleStack' : 'RequireDualStack';
  return { ...spec, clusterIPs, ipFamilies: clusterIPs.map(familyOf), ipFamilyPolicy };
}

/**
 * The Service with what it has already, whatever is not written of it, and what keeps the rest from being allocated on any cluster.
 * Upstream: beginUpdate, initIPFamilyFields.
 */
export function allocateUpdate(given: ServiceSpec, old: ServiceSpec): { readonly spec: ServiceSpec; readonly errors: FieldError[] } {
  const spec = normalizeClusterIps(patchAllocatedValues(given, old), old);
  if (!needsClusterIp(spec) || isPreferDualStackKept(spec, old)) {
    return { spec, errors: [] };
  }
  const isSelectorless = spec.clusterIP === 'None' && Object.keys(spec.selector ?? {}).length === 0;
  const ipFamilyPolicy = spec.ipFamilyPolicy ?? old.ipFamilyPolicy ?? (isSelectorless ? 'RequireDualStack' : 'SingleStack');
  const withPolicy = { ...spec, ipFamilyPolicy };
  const errors = validateClusterIps(withPolicy, { stored: old.clusterIPs ?? [] });
  if (errors.length > 0) {
    return { spec: withPolicy, errors };
  }
  const released = ipFamilyPolicy === 'SingleStack' ? singleStack(withPolicy, old) : withPolicy;
  return {
    spec: withFamilies(released),
    errors: [...(ipFamilyPolicy === 'SingleStack' ? [] : validateReleased(released, old)), ...validateSingleStack(released)],
  };
}

/** A type that does not have a field any more loses it, if nobody asks for another value. Upstream: dropTypeDependentFields. */
export function withoutFieldsOfOldType(spec: ServiceSpec, old: ServiceSpec): ServiceSpec {
  const losesAddress = needsClusterIp(old) && !needsClusterIp(spec);
  const isSame = (field: keyof ServiceSpec) => isDeepStrictEqual(spec[field] ?? null, old[field] ?? null);
  const stored = (old.ports ?? []).map(({ nodePort }) => nodePort);
  const losesNodePorts = needsNodePort(old) && !needsNodePort(spec)
    && (spec.ports ?? []).every(({ nodePort }) => !nodePort || stored.includes(nodePort));
  const isNoLoadBalancer = old.type === 'LoadBalancer' && spec.type !== 'LoadBalancer';
  const losesTraffic = isExternallyAccessible(old) && !isExternallyAccessible(spec);
  return {
    ...spec,
    ...(losesAddress && hasSameClusterIps(spec, old) ? { clusterIP: undefined, clusterIPs: undefined } : {}),
    ...(losesAddress && isSame('ipFamilies') ? { ipFamilies: undefined } : {}),
    ...(losesAddress && isSame('ipFamilyPolicy') ? { ipFamilyPolicy: undefined } : {}),
    ...(losesNodePorts ? { ports: spec.ports?.map((port) => ({ ...port, nodePort: 0 })) } : {}),
    ...(needsHealthCheck(old) && !needsHealthCheck(spec) && (spec.healthCheckNodePort ?? 0) === (old.healthCheckNodePort ?? 0)
      ? { healthCheckNodePort: 0 } : {}),
    ...(isNoLoadBalancer && isSame('allocateLoadBalancerNodePorts') ? { allocateLoadBalancerNodePorts: undefined } : {}),
    ...(isNoLoadBalancer && isSame('loadBalancerClass') ? { loadBalancerClass: undefined } : {}),
    ...(losesTraffic && (spec.externalTrafficPolicy ?? '') === (old.externalTrafficPolicy ?? '') ? { externalTrafficPolicy: undefined } : {}),
  };
}

/** Upstream: patchAllocatedValues. */
function patchAllocatedValues(spec: ServiceSpec, old: ServiceSpec): ServiceSpec {
  const hasAddress = needsClusterIp(spec) && needsClusterIp(old);
  const keepsHealthCheck = needsHealthCheck(spec) && needsHealthCheck(old);
  return {
    ...spec,
    ...(hasAddress ? { clusterIP: spec.clusterIP || old.clusterIP, clusterIPs: isEmpty(spec.clusterIPs) ? old.clusterIPs : spec.clusterIPs } : {}),
    ...(needsNodePort(spec) && needsNodePort(old) ? { ports: withNodePorts(spec.ports ?? [], old.ports ?? []) } : {}),
    ...(keepsHealthCheck ? { healthCheckNodePort: spec.healthCheckNodePort || old.healthCheckNodePort } : {}),
  };
}

type Ports = NonNullable<ServiceSpec['ports']>;

/** A port keeps its node port by its name, unless another one has taken it. */
function withNodePorts(ports: Ports, old: Ports): Ports {
  const used = old.map(({ nodePort = 0 }) => nodePort).filter((nodePort) => ports.some((port) => port.nodePort === nodePort));
  const byName = new Map(old.map(({ name = '', nodePort = 0 }) => [name, nodePort]));
  return ports.map((port) => {
    const stored = byName.get(port.name ?? '') ?? 0;
    return port.nodePort || used.includes(stored) ? port : { ...port, nodePort: stored };
  });
}

/** Who changes the first address only means them all. Upstream: normalizeClusterIPs. */
function normalizeClusterIps(spec: ServiceSpec, old: ServiceSpec): ServiceSpec {
  const [clusterIP, before] = [spec.clusterIP ?? '', old.clusterIP ?? ''];
  const clusterIPs = isEmpty(spec.clusterIPs) && clusterIP === before ? old.clusterIPs : spec.clusterIPs;
  const isLeft = clusterIP !== before && isDeepStrictEqual(clusterIPs ?? [], old.clusterIPs ?? []);
  return { ...spec, clusterIPs: !isLeft ? clusterIPs : clusterIP === '' ? undefined : [clusterIP] };
}

/** Upstream: isMatchingPreferDualStackClusterIPFields. */
function isPreferDualStackKept(spec: ServiceSpec, old: ServiceSpec): boolean {
  return spec.type === old.type && spec.ipFamilyPolicy === 'PreferDualStack' && (old.ipFamilyPolicy ?? 'PreferDualStack') === 'PreferDualStack'
    && isDeepStrictEqual(clusterIpsOf(spec), clusterIpsOf(old)) && isDeepStrictEqual(spec.ipFamilies ?? [], old.ipFamilies ?? []);
}

/** To ask for one family is to give up the second one. */
function singleStack(spec: ServiceSpec, old: ServiceSpec): ServiceSpec {
  const isKept = (field: 'clusterIPs' | 'ipFamilies') => isDeepStrictEqual(spec[field] ?? [], old[field] ?? []);
  return {
    ...spec,
    ...(isKept('clusterIPs') ? { clusterIPs: spec.clusterIPs?.slice(0, 1) } : {}),
    ...(isKept('ipFamilies') ? { ipFamilies: spec.ipFamilies?.slice(0, 1) } : {}),
  };
}

function validateReleased(spec: ServiceSpec, old: ServiceSpec): FieldError[] {
  const isReduced = (field: 'clusterIPs' | 'ipFamilies') => !isEmpty(spec[field]) && (spec[field] ?? []).length < (old[field] ?? []).length;
  return ([['clusterIPs', 'cluster IP'], ['ipFamilies', 'IP family']] as const).filter(([field]) => isReduced(field))
    .map(([, what]) => invalid('spec.ipFamilyPolicy', spec.ipFamilyPolicy, `must be 'SingleStack' to release the secondary ${what}`));
}

/** Families that are not written are those of the addresses. */
function withFamilies(spec: ServiceSpec): ServiceSpec {
  const addresses = spec.clusterIPs?.[0] === 'None' ? [] : spec.clusterIPs ?? [];
  const families = spec.ipFamilies ?? [];
  return { ...spec, ipFamilies: [...families, ...addresses.slice(families.length).map(familyOf)] };
}

function hasSameClusterIps(spec: ServiceSpec, old: ServiceSpec): boolean {
  return (spec.clusterIP ?? '') === (old.clusterIP ?? '') && isDeepStrictEqual(spec.clusterIPs ?? [], old.clusterIPs ?? []);
}

function needsClusterIp({ type }: ServiceSpec): boolean {
  return type !== 'ExternalName';
}

function needsNodePort({ type }: ServiceSpec): boolean {
  return type === 'NodePort' || type === 'LoadBalancer';
}

function isEmpty(list: readonly unknown[] | null | undefined): boolean {
  return (list ?? []).length === 0;
}
