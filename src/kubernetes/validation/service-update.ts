import { FieldError, forbidden, invalid } from '../field-error';
import { validateObjectMetaUpdate } from './object-meta-update';
import { validateServiceFields } from './service';
import { clusterIpsOf, isHeadless, needsHealthCheck, Service, ServiceSpec } from './service-spec';
import { allocateUpdate, asRead, withoutFieldsOfOldType } from './service-update-preparation';

const ONCE = 'may not change once set';

/**
 * A Service that replaces a stored one. What the server would allocate for it is taken as given; what it cannot allocate on any cluster
 * hides all other errors. Upstream: ValidateServiceUpdate.
 */
export function validateServiceUpdate(service: Service, stored: Service): FieldError[] {
  const old = { ...stored, spec: asRead(stored.spec ?? {}) };
  const allocated = allocateUpdate(service.spec ?? {}, old.spec);
  if (allocated.errors.length > 0) {
    return allocated.errors;
  }
  const spec = withoutFieldsOfOldType(allocated.spec, old.spec);
  return [
    ...validateObjectMetaUpdate(service.metadata, old.metadata, 'metadata'),
    ...validateClusterIpsUpdate(spec, old.spec),
    ...validateIpFamiliesUpdate(spec, old.spec),
    ...(spec.type === 'LoadBalancer' && old.spec.type === 'LoadBalancer' && (spec.loadBalancerClass ?? null) !== (old.spec.loadBalancerClass ?? null)
      ? [invalid('spec.loadBalancerClass', spec.loadBalancerClass, ONCE)] : []),
    ...(needsHealthCheck(spec) && needsHealthCheck(old.spec) && (spec.healthCheckNodePort ?? 0) !== (old.spec.healthCheckNodePort ?? 0)
      ? [forbidden('spec.healthCheckNodePort', 'field is immutable')] : []),
    ...validateServiceFields({ ...service, spec }, { old }),
  ];
}

/** A second address may come and go. Upstream: validateUpgradeDowngradeClusterIPs. */
function validateClusterIpsUpdate(spec: ServiceSpec, old: ServiceSpec): FieldError[] {
  const [addresses, before] = [clusterIpsOf(spec), clusterIpsOf(old)];
  const refuse = (index: number, reason: string) => invalid(`spec.clusterIPs[${index}]`, addresses.length === 0 ? null : addresses, reason);
  if ([spec, old].some(({ type }) => type === 'ExternalName') || [spec, old].every(isHeadless)) {
    return [];
  }
  if (addresses.length === before.length) {
    return before.flatMap((address, index) => (address === addresses[index] ? [] : [refuse(index, ONCE)]));
  }
  const hasOtherFirst = before.length > 0 && addresses.length > 0 && before[0] !== addresses[0];
  const isReleased = addresses.length < before.length;
  return [
    ...(isReleased && addresses.length === 0 ? [refuse(0, 'primary clusterIP can not be unset')] : []),
    ...(hasOtherFirst ? [refuse(0, ONCE)] : []),
    ...(isReleased && addresses.length === 1 ? requireSingleStack(spec, 'secondary clusterIP') : []),
  ];
}

/** Upstream: validateUpgradeDowngradeIPFamilies. It tells a change of the first family with the addresses. */
function validateIpFamiliesUpdate(spec: ServiceSpec, old: ServiceSpec): FieldError[] {
  const [families, before] = [spec.ipFamilies ?? [], old.ipFamilies ?? []];
  const refuse = (value: readonly string[] | null | undefined, reason: string) => invalid('spec.ipFamilies[0]', value ?? null, reason);
  if ([spec, old].some(({ type }) => type === 'ExternalName') || [spec, old].some(isHeadless)) {
    return [];
  }
  if (families.length === before.length) {
    return before.flatMap((family, index) => (family === families[index] ? [] : [refuse(families, ONCE)]));
  }
  const isReleased = families.length < before.length;
  return [
    ...(isReleased && clusterIpsOf(spec).length === 0 ? [refuse(spec.ipFamilies, 'primary ipFamily can not be unset')] : []),
    ...(families.length > 0 && before.length > 0 && families[0] !== before[0] ? [refuse(spec.clusterIPs, ONCE)] : []),
    ...(isReleased && families.length === 1 ? requireSingleStack(spec, 'secondary ipFamily') : []),
  ];
}

function requireSingleStack({ ipFamilyPolicy }: ServiceSpec, released: string): FieldError[] {
  return ipFamilyPolicy === 'SingleStack' ? [] : [invalid('spec.ipFamilyPolicy', ipFamilyPolicy, `must be set to 'SingleStack' when releasing the ${released}`)];
}
