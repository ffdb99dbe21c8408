import { concat } from '../concat';
import { FieldError, forbidden, invalid } from '../field-error';
import { PodSpec } from '../pod-objects';
import { isSet } from './field-checks';
import { podContainers } from './pod-containers';
import { PodValidationOptions } from './pod-validation-options';
import { SecurityProfile } from './security-objects';
import { TOLERATIONS_ANNOTATION, validateTolerationsInPodAnnotations } from './toleration-annotation';
import { validateLocalDescendingPath } from './volume-paths';

type Annotations = { readonly [key: string]: string };

export const MIRROR = 'kubernetes.io/config.mirror';
export const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
export const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const LOCALHOST = 'localhost/';
const [INT32_MIN, INT32_MAX] = [-2147483648, 2147483647];

/** Annotations that mean something in a pod. Upstream: ValidatePodSpecificAnnotations. */
export function validatePodSpecificAnnotations(annotations: Annotations, spec: PodSpec, path: string, options: PodValidationOptions): FieldError[] {
  return Object.entries(annotations).flatMap(([key, value]) => {
    switch (key) {
      case MIRROR: return spec.nodeName ? [] : [invalid(`${path}[${key}]`, value, 'must set spec.nodeName if mirror pod annotation is set')];
      case TOLERATIONS_ANNOTATION: return validateTolerationsInPodAnnotations(value, path, options);
      case DELETION_COST: return options.allowInvalidPodDeletionCost || isDeletionCost(value) ? []
        : [invalid(`${path}[${key}]`, value, 'must be a 32bit integer')];
      case SECCOMP_POD: return validateSeccompProfile(value, `${path}.${key}`);
      default: return key.startsWith(SECCOMP_CONTAINER) ? validateSeccompProfile(value, `${path}.${key}`)
        : key.startsWith(APP_ARMOR) ? validateAppArmorAnnotation(key, value, spec, `${path}[${key}]`) : [];
    }
  });
}

/** Whether a text is a cost of deletion. Upstream: GetDeletionCostFromPodAnnotations. */
export function isDeletionCost(text: string): boolean {
  return /^(0|-\d+|[1-9]\d*)$/.test(text) && Number(text) >= INT32_MIN && Number(text) <= INT32_MAX;
}

/** Upstream: ValidateSeccompProfile. */
function validateSeccompProfile(profile: string, path: string): FieldError[] {
  if (profile.startsWith(LOCALHOST)) {
    return validateLocalDescendingPath(profile.slice(LOCALHOST.length), path);
  }
  return ['runtime/default', 'docker/default', 'unconfined'].includes(profile) ? [] : [invalid(path, profile, 'must be a valid seccomp profile')];
}

/** Upstream: ValidateAppArmorPodAnnotations. */
function validateAppArmorAnnotation(key: string, profile: string, spec: PodSpec, path: string): FieldError[] {
  const name = key.slice(APP_ARMOR.length);
  return concat(
    podContainers(spec, '').some(({ container }) => (container.name ?? '') === name) ? [] : [invalid(path, name, 'container not found')],
    ['', 'runtime/default', 'unconfined'].includes(profile) || profile.startsWith(LOCALHOST) ? []
      : [invalid(path, profile, `invalid AppArmor profile name: ${JSON.stringify(profile)}`)],
  );
}

/** Annotations that say the same as fields do. Upstream: validateSeccompAnnotationsAndFields, validateAppArmorAnnotationsAndFieldsMatchOnCreate. */
export function validateProfileAnnotationsAndFields(annotations: Annotations, spec: PodSpec, path: string): FieldError[] {
  const ofPod = spec.securityContext;
  return concat(
    validateMatch('seccomp', annotations, SECCOMP_POD, ofPod?.seccompProfile, path),
    podContainers(spec, path).flatMap(({ container: { name = '', securityContext: context }, path: at }) => concat(
      validateMatch('seccomp', annotations, `${SECCOMP_CONTAINER}${name}`, context?.seccompProfile, at),
      spec.os?.name === 'windows' ? []
        : validateMatch('apparmor', annotations, `${APP_ARMOR}${name}`, context?.appArmorProfile ?? ofPod?.appArmorProfile, at),
    )),
  );
}

function validateMatch(
  kind: 'seccomp' | 'apparmor', annotations: Annotations, key: string, profile: SecurityProfile | null | undefined, path: string): FieldError[] {
  if (!isSet(profile) || !Object.hasOwn(annotations, key)) {
    return [];
  }
  const [annotation, at] = [annotations[key], `${path}.securityContext.${kind === 'seccomp' ? 'seccompProfile' : 'appArmorProfile'}`];
  const matches: { readonly [type: string]: () => boolean } = {
    Unconfined: () => annotation === 'unconfined',
    RuntimeDefault: () => annotation === 'runtime/default' || (kind === 'seccomp' && annotation === 'docker/default'),
    Localhost: () => annotation.startsWith(LOCALHOST),
  };
  const type = profile.type ?? '';
  if (Object.hasOwn(matches, type) && !matches[type]()) {
    return [forbidden(`${at}.type`, `${kind} type in annotation and field must match`)];
  }
  return type === 'Localhost' && annotation.slice(LOCALHOST.length) !== profile.localhostProfile
    ? [forbidden(`${at}.localhostProfile`, `${kind} profile in annotation and field must match`)] : [];
}
