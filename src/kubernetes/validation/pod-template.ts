import { FieldError, forbidden } from '../field-error';
import { PodTemplateSpec } from '../pod-objects';
import { validateAnnotations, validateLabels } from './object-meta';
import { validatePodSpecificAnnotations, validateProfileAnnotationsAndFields } from './pod-annotations';
import { validatePodSpec } from './pod-spec';
import { PodValidationOptions } from './pod-validation-options';

/** Annotations of very old servers, which this one takes off. Upstream: dropInitContainerAnnotations. */
const DROPPED = /^pod\.(alpha|beta)\.kubernetes\.io\/init-container(s|-statuses)$/;

/**
 * The template of pods, as it is after defaulting. Its labels and annotations are told of without `metadata`, as upstream does;
 * its name and namespace are not looked at. Upstream: ValidatePodTemplateSpec.
 */
export function validatePodTemplateSpec(template: PodTemplateSpec, path: string, options: PodValidationOptions = {}): FieldError[] {
  const spec = template.spec ?? {};
  return [
    ...validatePodTemplateMetadata(template, path, options),
    ...validatePodSpec(spec, `${path}.spec`, options),
    ...validateProfileAnnotationsAndFields(annotationsOf(template), spec, `${path}.spec`),
    ...((spec.ephemeralContainers ?? []).length > 0
      ? [forbidden(`${path}.spec.ephemeralContainers`, 'ephemeral containers not allowed in pod template')] : []),
  ];
}

/** What of it stands beside the pod. */
export function validatePodTemplateMetadata(template: PodTemplateSpec, path: string, options: PodValidationOptions): FieldError[] {
  const annotations = annotationsOf(template);
  return [
    ...validateLabels(template.metadata?.labels, `${path}.labels`),
    ...validateAnnotations(annotations, `${path}.annotations`),
    ...validatePodSpecificAnnotations(annotations, template.spec ?? {}, `${path}.annotations`, options),
  ];
}

function annotationsOf({ metadata }: PodTemplateSpec): { [key: string]: string } {
  return Object.fromEntries(Object.entries(metadata?.annotations ?? {}).filter(([key]) => !DROPPED.test(key)));
}
