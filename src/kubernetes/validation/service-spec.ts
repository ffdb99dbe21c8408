import { ObjectMetadata } from './object-meta';

/** What of a Service the rules look at, in wire format. */
export interface Service {
  readonly metadata?: ObjectMetadata;
  readonly spec?: ServiceSpec;
}

/** The Kubernetes version whose rules are asked, and the stored Service: what it has may go on. */
export interface ServiceOptions {
  readonly version?: string;
  readonly old?: Service;
}

export interface ServicePort {
  readonly name?: string;
  readonly port?: number;
  readonly protocol?: string;
  readonly targetPort?: number | string;
  readonly nodePort?: number;
  readonly appProtocol?: string | null;
}

export interface ServiceSpec {
  readonly type?: string;
  readonly ports?: readonly ServicePort[] | null;
  readonly selector?: { readonly [key: string]: string } | null;
  readonly clusterIP?: string;
  readonly clusterIPs?: readonly string[] | null;
  readonly ipFamilies?: readonly string[] | null;
  readonly ipFamilyPolicy?: string | null;
  readonly externalName?: string;
  readonly externalIPs?: readonly string[] | null;
  readonly externalTrafficPolicy?: string;
  readonly internalTrafficPolicy?: string | null;
  readonly trafficDistribution?: string | null;
  readonly healthCheckNodePort?: number;
  readonly loadBalancerIP?: string;
  readonly loadBalancerClass?: string | null;
  readonly loadBalancerSourceRanges?: readonly string[] | null;
  readonly allocateLoadBalancerNodePorts?: boolean | null;
  readonly sessionAffinity?: string;
  readonly sessionAffinityConfig?: { readonly clientIP?: { readonly timeoutSeconds?: number | null } | null } | null;
}

/** The cluster addresses; who wrote the first one only has written them all. Upstream: normalizeClusterIPs. */
export function clusterIpsOf({ clusterIP = '', clusterIPs }: ServiceSpec): readonly string[] {
  const addresses = clusterIPs ?? [];
  return addresses.length === 0 && clusterIP !== '' ? [clusterIP] : addresses;
}

/** Upstream: isHeadlessService. */
export function isHeadless(spec: ServiceSpec): boolean {
  const addresses = clusterIpsOf(spec);
  return addresses.length === 1 && addresses[0] === 'None';
}

/** Upstream: ExternallyAccessible. */
export function isExternallyAccessible({ type, externalIPs }: ServiceSpec): boolean {
  return type === 'LoadBalancer' || type === 'NodePort' || (type === 'ClusterIP' && (externalIPs ?? []).length > 0);
}

/** Upstream: NeedsHealthCheck. */
export function needsHealthCheck({ type, externalTrafficPolicy }: ServiceSpec): boolean {
  return type === 'LoadBalancer' && externalTrafficPolicy === 'Local';
}
