import { concat } from '../concat';
import { FieldError, duplicate, invalid, required } from '../field-error';
import { PodResourceClaim, PodSpec, ResourceRequirements } from '../pod-objects';
import { invalidForEach, isSet } from './field-checks';
import { dns1123LabelErrors, dns1123SubdomainErrors } from './names';

/** Upstream: gatherPodResourceClaimNames. */
export function podResourceClaimNames({ resourceClaims }: PodSpec): Set<string> {
  return new Set((resourceClaims ?? []).flatMap(({ name }) => (name ? [name] : [])));
}

/** The claims of a pod. Upstream: validatePodResourceClaims. */
export function validatePodResourceClaims(claims: readonly PodResourceClaim[], path: string): FieldError[] {
  return claims.flatMap((claim, index) => concat(
    validateClaimName(claim.name, claims.slice(0, index), `${path}[${index}].name`),
    validateOneReference(claim, `${path}[${index}]`),
    (['resourceClaimName', 'resourceClaimTemplateName'] as const).flatMap((field) => {
      const name = claim[field];
      return isSet(name) ? invalidForEach(`${path}[${index}].${field}`, name, dns1123SubdomainErrors(name)) : [];
    }),
  ));
}

function validateClaimName(name: string | undefined, earlier: readonly PodResourceClaim[], path: string): FieldError[] {
  const isTaken = name !== undefined && earlier.some((claim) => claim.name === name);
  return !name ? [required(path)] : isTaken ? [duplicate(path, name)] : invalidForEach(path, name, dns1123LabelErrors(name));
}

function validateOneReference(claim: PodResourceClaim, path: string): FieldError[] {
  const { name = '', resourceClaimName = null, resourceClaimTemplateName = null } = claim;
  const shown = { Name: name, ResourceClaimName: resourceClaimName, ResourceClaimTemplateName: resourceClaimTemplateName };
  return isSet(resourceClaimName) && isSet(resourceClaimTemplateName)
    ? [invalid(path, shown, 'at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified')]
    : isSet(resourceClaimName) || isSet(resourceClaimTemplateName) ? []
      : [invalid(path, shown, 'must specify one of: `resourceClaimName`, `resourceClaimTemplateName`')];
}

/** The claims of its pod that a container uses. Upstream: validateResourceClaimNames. */
export function validateResourceClaimNames(
  claims: NonNullable<ResourceRequirements['claims']>, podClaimNames: ReadonlySet<string>, path: string): FieldError[] {
  const taken = new Set<string>();
  return claims.flatMap(({ name = '', request = '' }, index) => {
    const claimPath = `${path}[${index}]`;
    return name === '' ? [required(claimPath)] : concat(takeClaim(name, request, claimPath, taken), validateIsOfPod(name, podClaimNames, claimPath));
  });
}

/** A claim is used as a whole, or by each of its requests once. */
function takeClaim(name: string, request: string, path: string, taken: Set<string>): FieldError[] {
  if (taken.has(name)) {
    return [duplicate(path, name)];
  }
  const key = request === '' ? name : `${name}/${request}`;
  const errors = concat(
    request === '' ? [] : invalidForEach(`${path}.request`, request, dns1123LabelErrors(request)),
    taken.has(key) ? [duplicate(path, key)]
      : request === '' ? [...taken].filter((other) => other.includes('/') && other.split('/')[0] === name).map(() => duplicate(path, name)) : [],
  );
  taken.add(key);
  return errors;
}

function validateIsOfPod(name: string, podClaimNames: ReadonlySet<string>, path: string): FieldError[] {
  const which = podClaimNames.size === 0 ? ' which is empty' : `: ${[...podClaimNames].sort().join(', ')}`;
  return podClaimNames.has(name) ? [] : [{
    path, type: 'FieldValueNotFound', detail: `Not found: ${JSON.stringify(name)}: must be one of the names in pod.spec.resourceClaims${which}`,
  }];
}
