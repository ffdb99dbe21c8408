import { FieldError, notSupported, required } from '../field-error';
import { PodTemplateSpec } from '../pod-objects';
import { typed } from './field-checks';
import { dns1123SubdomainErrors } from './names';
import { ObjectMetadata, validateObjectMeta } from './object-meta';
import { validatePodTemplateSpec } from './pod-template';
import { PodValidationOptions } from './pod-validation-options';

const RESTART_POLICIES = ['OnFailure', 'Never'];

/** What of a Job the rules look at, in wire format. */
export interface Job {
  readonly metadata?: ObjectMetadata;
  readonly spec?: JobSpec;
}

export interface JobSpec {
  readonly template?: PodTemplateSpec;
}

/** A new Job: its metadata and pods. Upstream: ValidateJob. */
export function validateJob({ metadata = {}, spec = {} }: Job, version?: string): FieldError[] {
  return [
    ...validateObjectMeta(metadata, 'metadata', { requiresNamespace: true, nameErrors: dns1123SubdomainErrors }),
    ...validateJobTemplate(spec, 'spec', { version }),
  ];
}

/** Pods that end. Upstream: validateJobSpec. */
export function validateJobTemplate({ template = {} }: JobSpec, path: string, options: PodValidationOptions): FieldError[] {
  const restartPolicy = template.spec?.restartPolicy ?? '';
  const restartPath = `${path}.template.spec.restartPolicy`;
  return [
    ...validatePodTemplateSpec(template, `${path}.template`, options),
    ...(restartPolicy === 'Always' || restartPolicy === '' ? [required(restartPath, 'valid values: "OnFailure", "Never"')]
      : RESTART_POLICIES.includes(restartPolicy) ? [] : [notSupported(restartPath, typed(restartPolicy), RESTART_POLICIES)]),
  ];
}
