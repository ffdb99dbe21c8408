import { ServiceAccount } from '../validation/service-account';

const ENFORCE_MOUNTABLE_SECRETS = 'kubernetes.io/enforce-mountable-secrets';

/** What the API server warns of when it stores a ServiceAccount. Upstream: warnIfHasEnforceMountableSecretsAnnotation. */
export function serviceAccountWarnings({ metadata }: ServiceAccount): string[] {
  return Object.hasOwn(metadata?.annotations ?? {}, ENFORCE_MOUNTABLE_SECRETS)
    ? [`metadata.annotations[${ENFORCE_MOUNTABLE_SECRETS}]: deprecated in v1.32+; prefer separate namespaces to isolate access to mounted secrets`] : [];
}
