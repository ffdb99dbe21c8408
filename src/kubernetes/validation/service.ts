import { isEnabled } from '../feature-gates';
import { FieldError, forbidden, invalid, notSupported, required } from '../field-error';
import { dns1035LabelErrors, dns1123LabelErrors, dns1123SubdomainErrors, portNumberErrors, qualifiedNameErrors } from './names';
import { validateLabels, validateObjectMeta } from './object-meta';
import { validateExternalIps, validateIpAllocation, validateSourceRanges } from './service-ip';
import { validateServicePorts, validateServicePortsTogether } from './service-ports';
import { clusterIpsOf, isExternallyAccessible, isHeadless, needsHealthCheck, Service, ServiceOptions, ServiceSpec } from './service-spec';

const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const SESSION_AFFINITIES = ['ClientIP', 'None'];
const TRAFFIC_POLICIES = ['Cluster', 'Local'];
const TRAFFIC_DISTRIBUTIONS = ['PreferClose', 'PreferSameZone', 'PreferSameNode'];
const AFFINITY_TIMEOUT_MAX = 86400;
const TOPOLOGY_HINTS = 'service.kubernetes.io/topology-aware-hints';
const TOPOLOGY_MODE = 'service.kubernetes.io/topology-mode';
const NOT_A_LOAD_BALANCER = "may only be used when `type` is 'LoadBalancer'";

/** A new Service. What the server allocates (addresses, node ports, the health check's port) is taken as given. Upstream: ValidateServiceCreate. */
export function validateService(service: Service, version?: string): FieldError[] {
  const nameErrors = isEnabled('RelaxedServiceNameValidation', version) ? dns1123LabelErrors : dns1035LabelErrors;
  const unallocatable = validateIpAllocation(service.spec ?? {}, version);
  return unallocatable.length > 0 ? unallocatable : [
    ...validateObjectMeta(service.metadata, 'metadata', { requiresNamespace: true, nameErrors }),
    ...validateServiceFields(service, { version }),
  ];
}

/** Upstream: validateService. */
export function validateServiceFields(service: Service, options: ServiceOptions): FieldError[] {
  const { metadata, spec = {} } = service;
  return [
    ...validateTopologyAnnotations(metadata?.annotations ?? {}),
    ...((spec.ports ?? []).length === 0 && !isHeadless(spec) && spec.type !== 'ExternalName' ? [required('spec.ports')] : []),
    ...validateTypeAndAddress(spec),
    ...validateServicePorts(spec.ports ?? [], 'spec.ports'),
    ...validateLabels(spec.selector, 'spec.selector'),
    ...validateSessionAffinity(spec),
    ...validateExternalIps(spec, options),
    ...oneOf(spec.type, TYPES, 'spec.type'),
    ...validateServicePortsTogether(spec, 'spec.ports'),
    ...validateSourceRanges(service, options),
    ...validateLoadBalancer(spec),
    ...validateExternalTrafficPolicy(spec),
    ...validateInternalTrafficPolicy(spec),
    ...(isUnset(spec.trafficDistribution) ? [] : oneOf(spec.trafficDistribution, TRAFFIC_DISTRIBUTIONS, 'spec.trafficDistribution', true)),
  ];
}

function validateTopologyAnnotations(annotations: { readonly [key: string]: string }): FieldError[] {
  const [mode, hints] = [TOPOLOGY_MODE, TOPOLOGY_HINTS].map((key) => (Object.hasOwn(annotations, key) ? annotations[key] : undefined));
  return mode === undefined || hints === undefined || mode === hints ? []
    : [invalid(`metadata.annotations[${TOPOLOGY_MODE}]`, mode, `must match annotations[${TOPOLOGY_HINTS}] when both are specified`)];
}

/** What a type says about addresses. */
function validateTypeAndAddress(spec: ServiceSpec): FieldError[] {
  if (spec.type === 'ExternalName') {
    return validateExternalName(spec);
  }
  return isHeadless(spec) && (spec.type === 'LoadBalancer' || spec.type === 'NodePort')
    ? [invalid('spec.clusterIPs[0]', 'None', `may not be set to 'None' for ${spec.type} services`)] : [];
}

function validateExternalName(spec: ServiceSpec): FieldError[] {
  const name = (spec.externalName ?? '').replace(/\.$/, '');
  const set = {
    clusterIPs: clusterIpsOf(spec).length > 0,
    ipFamilies: (spec.ipFamilies ?? []).length > 0,
    ipFamilyPolicy: !isUnset(spec.ipFamilyPolicy),
  };
  return [
    ...Object.entries(set).filter(([, isSet]) => isSet).map(([field]) => forbidden(`spec.${field}`, 'may not be set for ExternalName services')),
    ...(name === '' ? [required('spec.externalName')] : dns1123SubdomainErrors(name).map((error) => invalid('spec.externalName', name, error))),
  ];
}

function validateSessionAffinity({ sessionAffinity, sessionAffinityConfig }: ServiceSpec): FieldError[] {
  const path = 'spec.sessionAffinityConfig';
  return [
    ...oneOf(sessionAffinity, SESSION_AFFINITIES, 'spec.sessionAffinity'),
    ...(sessionAffinity === 'ClientIP' ? validateClientIpConfig(sessionAffinityConfig, path) : []),
    ...(sessionAffinity === 'None' && !isUnset(sessionAffinityConfig) ? [forbidden(path, 'must not be set when session affinity is None')] : []),
  ];
}

/** Upstream: validateClientIPAffinityConfig. */
function validateClientIpConfig(config: ServiceSpec['sessionAffinityConfig'], path: string): FieldError[] {
  const seconds = config?.clientIP?.timeoutSeconds;
  if (isUnset(seconds)) {
    const missing = isUnset(config) ? path : isUnset(config.clientIP) ? `${path}.clientIP` : `${path}.clientIP.timeoutSeconds`;
    return [required(missing, 'when session affinity type is ClientIP')];
  }
  return seconds > 0 && seconds <= AFFINITY_TIMEOUT_MAX ? []
    : [invalid(`${path}.clientIP.timeoutSeconds`, seconds, `must be greater than 0 and less than ${AFFINITY_TIMEOUT_MAX}`)];
}

function validateLoadBalancer({ type, allocateLoadBalancerNodePorts, loadBalancerClass }: ServiceSpec): FieldError[] {
  const isLoadBalancer = type === 'LoadBalancer';
  return [
    ...(!isLoadBalancer && !isUnset(allocateLoadBalancerNodePorts) ? [forbidden('spec.allocateLoadBalancerNodePorts', NOT_A_LOAD_BALANCER)] : []),
    ...(isLoadBalancer && isUnset(allocateLoadBalancerNodePorts) ? [required('allocateLoadBalancerNodePorts')] : []),
    ...(isUnset(loadBalancerClass) ? [] : !isLoadBalancer ? [forbidden('spec.loadBalancerClass', NOT_A_LOAD_BALANCER)]
      : qualifiedNameErrors(loadBalancerClass).map((error) => invalid('spec.loadBalancerClass', loadBalancerClass, error))),
  ];
}

/** Upstream: validateServiceExternalTrafficPolicy. */
function validateExternalTrafficPolicy(spec: ServiceSpec): FieldError[] {
  const { externalTrafficPolicy = '', healthCheckNodePort = 0 } = spec;
  const path = 'spec.healthCheckNodePort';
  return [
    ...(isExternallyAccessible(spec) ? oneOf(externalTrafficPolicy, TRAFFIC_POLICIES, 'spec.externalTrafficPolicy')
      : externalTrafficPolicy === '' ? []
        : [invalid('spec.externalTrafficPolicy', externalTrafficPolicy, 'may only be set for externally-accessible services')]),
    ...(healthCheckNodePort === 0 ? [] : needsHealthCheck(spec)
      ? portNumberErrors(healthCheckNodePort).map((error) => invalid(path, healthCheckNodePort, error))
      : [invalid(path, healthCheckNodePort, "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'")]),
  ];
}

/** Upstream: validateServiceInternalTrafficFieldsValue. */
function validateInternalTrafficPolicy({ type = '', internalTrafficPolicy }: ServiceSpec): FieldError[] {
  if (isUnset(internalTrafficPolicy)) {
    return TYPES.includes(type) && type !== 'ExternalName' ? [required('spec.internalTrafficPolicy')] : [];
  }
  return oneOf(internalTrafficPolicy, TRAFFIC_POLICIES, 'spec.internalTrafficPolicy', true);
}

/** One of a list; the empty text counts as missing where the field is no pointer upstream. */
function oneOf(value: string | undefined, supported: readonly string[], path: string, isPointer = false): FieldError[] {
  if (!isPointer && (value ?? '') === '') {
    return [required(path)];
  }
  return supported.includes(value ?? '') ? [] : [notSupported(path, value, supported)];
}

function isUnset(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}
