import { FieldError, invalid, notSupported, required } from '../field-error';
import { validateScheduleFormat } from './cron-schedule';
import { isSet, requireTextOneOf } from './field-checks';
import { validateJobTemplate } from './job';
import { JobSpec } from './job-spec';
import { printedSelector } from './label-selector';
import { byteLength, dns1123SubdomainErrors } from './names';
import { ObjectMetadata, validateNonnegative, validateObjectMeta } from './object-meta';
import { PodValidationOptions } from './pod-validation-options';
import { validateTimeZone } from './time-zone';

/** What of a CronJob the rules look at, in wire format. */
export interface CronJob {
  readonly metadata?: ObjectMetadata;
  readonly spec?: CronJobSpec;
}

export interface CronJobSpec {
  readonly schedule?: string;
  readonly timeZone?: string | null;
  readonly startingDeadlineSeconds?: number | null;
  readonly concurrencyPolicy?: string;
  readonly successfulJobsHistoryLimit?: number | null;
  readonly failedJobsHistoryLimit?: number | null;
  readonly jobTemplate?: { readonly spec?: JobSpec };
}

const CONCURRENCY_POLICIES = ['Allow', 'Forbid', 'Replace'];
/** Jobs get the time behind the name of their CronJob. */
const NAME_MAX = 52;

/** A new CronJob. Its generation is the server's own, whatever is written. Upstream: ValidateCronJobCreate. */
export function validateCronJob({ metadata = {}, spec = {} }: CronJob, version?: string): FieldError[] {
  const { name = '' } = metadata;
  return [
    ...validateObjectMeta({ ...metadata, generation: 1 }, 'metadata', { requiresNamespace: true, nameErrors: dns1123SubdomainErrors }),
    ...validateCronJobSpec(spec, undefined, 'spec', { version }),
    ...(byteLength(name) > NAME_MAX ? [invalid('metadata.name', name, `must be no more than ${NAME_MAX} characters`)] : []),
  ];
}

/** Upstream: validateCronJobSpec. */
export function validateCronJobSpec(spec: CronJobSpec, old: CronJobSpec | undefined, path: string, options: PodValidationOptions): FieldError[] {
  const { schedule = '', timeZone, jobTemplate } = spec;
  const isZoneKept = old !== undefined && (old.timeZone ?? undefined) === (timeZone ?? undefined);
  return [
    ...(schedule === '' ? [required(`${path}.schedule`)]
      : validateScheduleFormat(schedule, timeZone, old?.schedule?.includes('TZ') === true, `${path}.schedule`)),
    ...validateNonnegative(spec.startingDeadlineSeconds, `${path}.startingDeadlineSeconds`),
    ...(isZoneKept || !isSet(timeZone) ? [] : validateTimeZone(timeZone, `${path}.timeZone`)),
    ...requireTextOneOf(spec.concurrencyPolicy, `${path}.concurrencyPolicy`, CONCURRENCY_POLICIES),
    ...validateJobTemplateSpec(jobTemplate?.spec ?? {}, `${path}.jobTemplate.spec`, options),
    ...validateNonnegative(spec.successfulJobsHistoryLimit, `${path}.successfulJobsHistoryLimit`),
    ...validateNonnegative(spec.failedJobsHistoryLimit, `${path}.failedJobsHistoryLimit`),
  ];
}

/** Each of its Jobs gets a selector of its own. Upstream: ValidateJobTemplateSpec. */
function validateJobTemplateSpec(spec: JobSpec, path: string, options: PodValidationOptions): FieldError[] {
  const { selector, manualSelector } = spec;
  return [
    ...validateJobTemplate(spec, path, options),
    ...(isSet(selector) ? [invalid(`${path}.selector`, printedSelector(selector), '`selector` will be auto-generated')] : []),
    ...(manualSelector ? [notSupported(`${path}.manualSelector`, manualSelector, ['nil', 'false'])] : []),
  ];
}
