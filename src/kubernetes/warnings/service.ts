import { concat } from '../concat';
import { cidrWarnings, ipWarnings } from './ip-address';
import { clusterIpsOf, Service, ServiceSpec } from '../validation/service-spec';

const TOPOLOGY_HINTS = 'service.kubernetes.io/topology-aware-hints';
const TOPOLOGY_MODE = 'service.kubernetes.io/topology-mode';

/** What the API server warns of when it stores a Service. Upstream: GetWarningsForService. */
export function serviceWarnings({ metadata, spec = {} }: Service): string[] {
  const { type, clusterIP = '', externalIPs, loadBalancerIP = '', loadBalancerSourceRanges, externalName = '', trafficDistribution } = spec;
  const isHeadless = type === 'ClusterIP' && clusterIP === 'None';
  const isExternalName = type === 'ExternalName';
  const hasExternalIps = (externalIPs ?? []).length > 0;
  return concat(
    Object.hasOwn(metadata?.annotations ?? {}, TOPOLOGY_HINTS)
      ? [`annotation ${TOPOLOGY_HINTS} is deprecated, please use ${TOPOLOGY_MODE} instead`] : [],
    clusterIP === '' || clusterIP === 'None' ? []
      : clusterIpsOf(spec).flatMap((address, index) => ipWarnings(address, `spec.clusterIPs[${index}]`)),
    isHeadless ? headlessWarnings(spec) : [],
    (externalIPs ?? []).flatMap((address, index) => ipWarnings(address, `spec.externalIPs[${index}]`)),
    hasExternalIps && !isHeadless && !isExternalName ? ['spec.externalIPs is deprecated and may no longer be implemented in some clusters'] : [],
    loadBalancerIP === '' ? [] : ipWarnings(loadBalancerIP, 'spec.loadBalancerIP'),
    (loadBalancerSourceRanges ?? []).flatMap((range, index) => cidrWarnings(range, `spec.loadBalancerSourceRanges[${index}]`)),
    hasExternalIps && isExternalName ? ['spec.externalIPs is ignored when spec.type is "ExternalName"'] : [],
    externalName !== '' && !isExternalName ? ['spec.externalName is ignored when spec.type is not "ExternalName"'] : [],
    trafficDistribution === 'PreferClose' ? ['spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"'] : [],
  );
}

function headlessWarnings({ loadBalancerIP = '', externalIPs, sessionAffinity }: ServiceSpec): string[] {
  return concat(
    loadBalancerIP === '' ? [] : ['spec.loadBalancerIP is ignored for headless services'],
    (externalIPs ?? []).length === 0 ? [] : ['spec.externalIPs is ignored for headless services'],
    sessionAffinity === 'None' ? [] : ['spec.SessionAffinity is ignored for headless services'],
  );
}
