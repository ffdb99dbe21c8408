import { concat } from '../concat';
import { ipWarnings } from './ip-address';
import { Endpoints } from '../validation/endpoints';

const DEPRECATED = 'v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice';
const MANAGED_BY = 'endpoints.kubernetes.io/managed-by';

/** What the API server warns of when it stores Endpoints; those of its own controller it trusts. Upstream: endpointsWarnings. */
export function endpointsWarnings({ metadata, subsets }: Endpoints): string[] {
  const isOfController = metadata?.labels?.[MANAGED_BY] === 'endpoint-controller';
  return [DEPRECATED, ...(isOfController ? [] : (subsets ?? []).flatMap((subset, index) => concat(
    addressWarnings(subset?.addresses, `subsets[${index}].addresses`),
    addressWarnings(subset?.notReadyAddresses, `subsets[${index}].notReadyAddresses`),
  )))];
}

function addressWarnings(addresses: ReadonlyArray<{ readonly ip?: string } | null> | null | undefined, path: string): string[] {
  return (addresses ?? []).flatMap((address, index) => ipWarnings(address?.ip ?? '', `${path}[${index}].ip`));
}
