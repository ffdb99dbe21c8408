import { FieldError, forbidden, invalid } from '../field-error';
import { Container, PodSpec } from '../pod-objects';
import { dns1123SubdomainErrors } from './names';
import { ObjectMetadata, validateObjectMeta } from './object-meta';
import { validatePodSpecificAnnotations, validateProfileAnnotationsAndFields } from './pod-annotations';
import { validatePodSpec } from './pod-spec';

/** What of a Pod the rules look at, in wire format. */
export interface Pod {
  readonly metadata?: ObjectMetadata;
  readonly spec?: PodSpec;
}

/**
 * A new pod. Its service account is not asked for where it uses a token, as admission has given it one before. Upstream: ValidatePodCreate.
 */
export function validatePod({ metadata = {}, spec = {} }: Pod, version?: string): FieldError[] {
  const annotations = { ...metadata.annotations };
  const options = { version, resourceIsPod: true };
  return [
    ...validateObjectMeta(metadata, 'metadata', { requiresNamespace: true, nameErrors: dns1123SubdomainErrors }),
    ...validatePodSpecificAnnotations(annotations, spec, 'metadata.annotations', options),
    ...validatePodSpec(spec, 'spec', options),
    ...validateProfileAnnotationsAndFields(annotations, spec, 'spec'),
    ...validateContainersOnlyForPod(spec.containers, 'spec.containers'),
    ...validateContainersOnlyForPod(spec.initContainers, 'spec.initContainers'),
    ...((spec.ephemeralContainers ?? []).length > 0 ? [forbidden('spec.ephemeralContainers', 'cannot be set on create')] : []),
  ];
}

/** What a template may say. Upstream: validateContainersOnlyForPod. */
function validateContainersOnlyForPod(containers: readonly Container[] | null | undefined, path: string): FieldError[] {
  return (containers ?? []).flatMap(({ image }, index) => (
    image && image.trim() !== image ? [invalid(`${path}[${index}].image`, image, 'must not have leading or trailing whitespace')] : []));
}
