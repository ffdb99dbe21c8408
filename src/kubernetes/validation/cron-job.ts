import { FieldError } from '../field-error';
import { JobSpec, validateJobTemplate } from './job';
import { dns1123SubdomainErrors } from './names';
import { ObjectMetadata, validateObjectMeta } from './object-meta';

/** What of a CronJob the rules look at, in wire format. */
export interface CronJob {
  readonly metadata?: ObjectMetadata;
  readonly spec?: { readonly jobTemplate?: { readonly spec?: JobSpec } };
}

/** A new CronJob: its metadata and pods. Upstream: ValidateCronJobCreate. */
export function validateCronJob({ metadata = {}, spec = {} }: CronJob, version?: string): FieldError[] {
  return [
    ...validateObjectMeta(metadata, 'metadata', { requiresNamespace: true, nameErrors: dns1123SubdomainErrors }),
    ...validateJobTemplate(spec.jobTemplate?.spec ?? {}, 'spec.jobTemplate.spec', { version }),
  ];
}
