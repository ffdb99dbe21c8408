import { concat } from '../concat';
import { FieldError, forbidden, invalid, required } from '../field-error';
import { PodAffinity, PodAffinityTerm } from '../pod-objects';
import { invalidForEach, isSet } from './field-checks';
import { LabelSelector, validateLabelSelector } from './label-selector';
import { dns1123LabelErrors } from './names';
import { validateLabelName } from './object-meta';
import { PodValidationOptions } from './pod-validation-options';
import { validateWeight } from './preference-weight';

/** The pods that a pod wants to be near to, or far from. Upstream: validatePodAffinity, validatePodAntiAffinity. */
export function validatePodAffinity(affinity: PodAffinity, path: string, options: PodValidationOptions): FieldError[] {
  const preferredPath = `${path}.preferredDuringSchedulingIgnoredDuringExecution`;
  return concat(
    (affinity.requiredDuringSchedulingIgnoredDuringExecution ?? []).flatMap((term, index) => (
      validatePodAffinityTerm(term, `${path}.requiredDuringSchedulingIgnoredDuringExecution[${index}]`, options))),
    (affinity.preferredDuringSchedulingIgnoredDuringExecution ?? []).flatMap(({ weight = 0, podAffinityTerm = {} }, index) => concat(
      validateWeight(weight, `${preferredPath}[${index}].weight`),
      validatePodAffinityTerm(podAffinityTerm, `${preferredPath}[${index}].podAffinityTerm`, options),
    )),
  );
}

/** Upstream: validatePodAffinityTerm. */
function validatePodAffinityTerm(term: PodAffinityTerm, path: string, options: PodValidationOptions): FieldError[] {
  const { topologyKey = '' } = term;
  return concat(
    validatePodAffinityTermSelector(term, path, options),
    (term.namespaces ?? []).flatMap((namespace) => invalidForEach(`${path}.namespace`, namespace, dns1123LabelErrors(namespace))),
    validateMatchLabelKeysAndMismatchLabelKeys(term, path),
    topologyKey === '' ? [required(`${path}.topologyKey`, 'can not be empty')] : [],
    validateLabelName(topologyKey, `${path}.topologyKey`),
  );
}

/** Which pods, in which namespaces. Upstream: ValidatePodAffinityTermSelector. */
export function validatePodAffinityTermSelector(term: PodAffinityTerm, path: string, options: PodValidationOptions): FieldError[] {
  return concat(
    validateLabelSelector(term.labelSelector, `${path}.labelSelector`, options),
    validateLabelSelector(term.namespaceSelector, `${path}.namespaceSelector`, options),
  );
}

/** Keys whose values come from the pod itself. Upstream: ValidateMatchLabelKeysAndMismatchLabelKeys. */
export function validateMatchLabelKeysAndMismatchLabelKeys(
  { matchLabelKeys, mismatchLabelKeys, labelSelector }: PodAffinityTerm, path: string): FieldError[] {
  const [matching, mismatching] = [matchLabelKeys ?? [], mismatchLabelKeys ?? []];
  return concat(
    validateLabelKeys(matching, labelSelector, `${path}.matchLabelKeys`),
    validateLabelKeys(mismatching, labelSelector, `${path}.mismatchLabelKeys`),
    repeatedKeys(matching, labelSelector ?? {}).map(([index, key]) => (
      invalid(`${path}[${index}]`, key, 'exists in both matchLabelKeys and labelSelector'))),
    matching.flatMap((key, index) => (mismatching.includes(key)
      ? [invalid(`${path}.matchLabelKeys[${index}]`, key, 'exists in both matchLabelKeys and mismatchLabelKeys')] : [])),
  );
}

/** Requirements whose key is given before them in the selector and is one of the keys, each with the last place of the key. */
function repeatedKeys(keys: readonly string[], { matchLabels, matchExpressions }: LabelSelector): [index: number, key: string][] {
  const seen = new Set(Object.keys(matchLabels ?? {}));
  return (matchExpressions ?? []).flatMap(({ key = '' }): [number, string][] => {
    const isRepeated = seen.has(key) && keys.includes(key);
    seen.add(key);
    return isRepeated ? [[keys.lastIndexOf(key), key]] : [];
  });
}

/** Upstream: validateLabelKeys. */
function validateLabelKeys(keys: readonly string[], selector: LabelSelector | null | undefined, path: string): FieldError[] {
  if (keys.length > 0 && !isSet(selector)) {
    return [forbidden(path, 'must not be specified when labelSelector is not set')];
  }
  return keys.flatMap((key, index) => validateLabelName(key, `${path}[${index}]`));
}
