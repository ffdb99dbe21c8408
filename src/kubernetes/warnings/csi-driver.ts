import { CsiDriver } from '../validation/csi-driver';

/** What the API server warns of when it stores a CSIDriver. Upstream: csiDriverStrategy.WarningsOnCreate. */
export function csiDriverWarnings({ spec }: CsiDriver): string[] {
  const isUnset = spec?.serviceAccountTokenInSecrets === undefined || spec.serviceAccountTokenInSecrets === null;
  return isUnset && (spec?.tokenRequests ?? []).length > 0
    ? ['spec.serviceAccountTokenInSecrets is unset; if supported by this CSI driver, set to true to prevent possible logging of tokens in volume attributes'] : [];
}
