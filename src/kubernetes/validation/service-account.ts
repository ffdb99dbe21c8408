import { FieldError } from '../field-error';
import { dns1123SubdomainErrors } from './names';
import { ObjectMetadata, validateObjectMeta } from './object-meta';
import { validateObjectMetaUpdate } from './object-meta-update';

/** What of a ServiceAccount the rules look at. */
export interface ServiceAccount {
  readonly metadata?: ObjectMetadata;
}

/** A new ServiceAccount: only its metadata has rules. No default matters. Upstream: ValidateServiceAccount. */
export function validateServiceAccount({ metadata }: ServiceAccount): FieldError[] {
  return validateObjectMeta(metadata, 'metadata', { requiresNamespace: true, nameErrors: dns1123SubdomainErrors });
}

/** A ServiceAccount that replaces a stored one. Upstream: ValidateServiceAccountUpdate. */
export function validateServiceAccountUpdate(serviceAccount: ServiceAccount, old: ServiceAccount): FieldError[] {
  return [
    ...validateObjectMetaUpdate(serviceAccount.metadata, old.metadata, 'metadata'),
    ...validateServiceAccount(serviceAccount),
  ];
}
