import { FieldError } from '../field-error';
import { dns1123SubdomainErrors } from './names';
import { ObjectMetadata, validateObjectMeta } from './object-meta';

/** What of a ServiceAccount the rules look at. */
export interface ServiceAccount {
  readonly metadata?: ObjectMetadata;
}

/** A new ServiceAccount: only its metadata has rules. No default matters. Upstream: ValidateServiceAccount. */
export function validateServiceAccount({ metadata }: ServiceAccount): FieldError[] {
  return validateObjectMeta(metadata, 'metadata', { requiresNamespace: true, nameErrors: dns1123SubdomainErrors });
}
