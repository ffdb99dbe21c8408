import { FieldError } from '../field-error';
import { CronJob, validateCronJobSpec } from './cron-job';
import { validateObjectMetaUpdate } from './object-meta-update';
import { podValidationOptions } from './pod-ratcheting';

/** A CronJob that replaces a stored one: its name may be too long, and its time zone unknown. Upstream: ValidateCronJobUpdate. */
export function validateCronJobUpdate({ metadata, spec = {} }: CronJob, old: CronJob): FieldError[] {
  return [
    ...validateObjectMetaUpdate(metadata, old.metadata, 'metadata'),
    ...validateCronJobSpec(spec, old.spec ?? {}, 'spec', podValidationOptions(old.spec?.jobTemplate?.spec?.template ?? {})),
  ];
}
