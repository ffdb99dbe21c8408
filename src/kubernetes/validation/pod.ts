import { FieldError, forbidden, invalid } from '../field-error';
import { Container, PodSpec } from '../pod-objects';
import { dns1123SubdomainErrors } from './names';
import { ObjectMetadata, validateObjectMeta } from './object-meta';
import { validatePodSpecificAnnotations, validateProfileAnnotationsAndFields } from './pod-annotations';
import { validatePodSpec } from './pod-spec';
import { PodValidationOptions } from './pod-validation-options';

/** What of a Pod the rules look at, in wire format. */
export interface Pod {
  readonly metadata?: ObjectMetadata;
  readonly spec?: PodSpec;
}

/**
 * A new pod. Its service account is not asked for where it uses a token, as admission has given it one before. Upstream: ValidatePodCreate.
 */
export function validatePod(pod: Pod, version?: string): FieldError[] {
  const { metadata = {}, spec = {} } = pod;
  return [
    ...validatePodMetadataAndSpec(pod, { version }),
    ...validateProfileAnnotationsAndFields({ ...metadata.annotations }, spec, 'spec'),
    ...((spec.ephemeralContainers ?? []).length > 0 ? [forbidden('spec.ephemeralContainers', 'cannot be set on create')] : []),
  ];
}

/** Upstream: validatePodMetadataAndSpec. */
export function validatePodMetadataAndSpec({ metadata = {}, spec = {} }: Pod, given: PodValidationOptions): FieldError[] {
  const options = { ...given, resourceIsPod: true, podName: metadata.name };
  return [
    ...validateObjectMeta(metadata, 'metadata', { requiresNamespace: true, nameErrors: dns1123SubdomainErrors }),
    ...validatePodSpecificAnnotations({ ...metadata.annotations }, spec, 'metadata.annotations', options),
    ...validatePodSpec(spec, 'spec', options),
    ...validateContainersOnlyForPod(spec.containers, 'spec.containers'),
    ...validateContainersOnlyForPod(spec.initContainers, 'spec.initContainers'),
  ];
}

/** What a template may say. Upstream: validateContainersOnlyForPod. */
function validateContainersOnlyForPod(containers: readonly Container[] | null | undefined, path: string): FieldError[] {
  return (containers ?? []).flatMap(({ image }, index) => (
    image && image.trim() !== image ? [invalid(`${path}[${index}].image`, image, 'must not have leading or trailing whitespace')] : []));
}
