import { FieldError, invalid, notSupported, required, tooLong } from '../field-error';
import { isSet, optionalOneOf, typed } from './field-checks';
import { validatePodFailurePolicy, validateSuccessPolicy } from './job-policies';
import { validateGeneratedSelector, withGeneratedSelector } from './job-selector';
import { Job, JobSpec } from './job-spec';
import { validateLabelSelector } from './label-selector';
import { byteLength, dns1123LabelErrors, dns1123SubdomainErrors, domainPrefixedPathErrors } from './names';
import { ObjectMetadata, validateNonnegative, validateObjectMeta } from './object-meta';
import { validatePodTemplateSpec } from './pod-template';
import { PodValidationOptions } from './pod-validation-options';
import { validateSelectorOfTemplate } from './selector-of-template';

const RESTART_POLICIES = ['OnFailure', 'Never'];
const COMPLETION_MODES = ['NonIndexed', 'Indexed'];
const REPLACEMENT_POLICIES = ['Failed', 'TerminatingOrFailed'];
const MANAGED_BY_MAX = 63;
const INDEXED_MAX = 100000;
/** Beyond so many completions with a limit for each index, fewer of the rest are allowed. */
const COMPLETIONS_SOFT_MAX = 100000;
const HIGH_COMPLETIONS_MAX = 10000;
const HIGH_COMPLETIONS = `must be less than or equal to ${HIGH_COMPLETIONS_MAX} when completions are above ${COMPLETIONS_SOFT_MAX} and used with `
  + 'backoff limit per index';

/** A new Job. Its selector and its generation are the server's own. Upstream: ValidateJob. */
export function validateJob(job: Job, version?: string): FieldError[] {
  const { metadata = {}, spec = {} } = withGeneratedSelector(job);
  return [
    ...validateJobMetadata(metadata),
    ...validateGeneratedSelector({ metadata, spec }, true),
    ...validateJobSpec(spec, 'spec', { version }),
    ...validatePodNames(metadata.name ?? '', spec),
  ];
}

export function validateJobMetadata(metadata: ObjectMetadata): FieldError[] {
  return validateObjectMeta({ ...metadata, generation: 1 }, 'metadata', { requiresNamespace: true, nameErrors: dns1123SubdomainErrors });
}

/** The pods of an indexed Job are called after it, with a number. */
export function validatePodNames(name: string, { completionMode, completions }: JobSpec): FieldError[] {
  const last = `${name}-${(completions ?? 0) - 1}`;
  return completionMode === 'Indexed' && (completions ?? 0) > 0 && dns1123LabelErrors(last).length > 0
    ? [invalid('metadata.name', name, `will not able to create pod with invalid DNS label: ${last}`)] : [];
}

/** Upstream: ValidateJobSpec. */
export function validateJobSpec(spec: JobSpec, path: string, options: PodValidationOptions): FieldError[] {
  const { selector, template } = spec;
  return [
    ...validateJobTemplate(spec, path, options),
    ...(isSet(selector) ? validateLabelSelector(selector, `${path}.selector`, options) : [required(`${path}.selector`)]),
    ...validateSelectorOfTemplate(selector, template?.metadata?.labels, path),
  ];
}

/** What makes pods that end. Upstream: validateJobSpec. */
export function validateJobTemplate(spec: JobSpec, path: string, options: PodValidationOptions): FieldError[] {
  const { template = {}, podFailurePolicy, successPolicy, podReplacementPolicy, managedBy } = spec;
  return [
    ...validateNumbers(spec, path),
    ...(isSet(managedBy) ? [
      ...validateManagedBy(managedBy, `${path}.managedBy`),
      ...(byteLength(managedBy) > MANAGED_BY_MAX ? [tooLong(`${path}.managedBy`, MANAGED_BY_MAX)] : []),
    ] : []),
    ...optionalOneOf(spec.completionMode, `${path}.completionMode`, COMPLETION_MODES),
    ...(spec.completionMode === 'Indexed' ? validateIndexed(spec, path) : validateNotIndexed(spec, path)),
    ...(isSet(podFailurePolicy) ? validatePodFailurePolicy(podFailurePolicy, spec, `${path}.podFailurePolicy`) : []),
    ...(isSet(successPolicy) ? validateSuccessPolicy(successPolicy, spec, `${path}.successPolicy`) : []),
    ...optionalOneOf(podReplacementPolicy, `${path}.podReplacementPolicy`, isSet(podFailurePolicy) ? ['Failed'] : REPLACEMENT_POLICIES),
    ...validatePodTemplateSpec(template, `${path}.template`, options),
    ...validateRestartPolicy(spec, `${path}.template.spec.restartPolicy`),
  ];
}

function validateNumbers(spec: JobSpec, path: string): FieldError[] {
  const fields = ['parallelism', 'completions', 'activeDeadlineSeconds', 'backoffLimit', 'ttlSecondsAfterFinished', 'backoffLimitPerIndex',
    'maxFailedIndexes'] as const;
  return [
    ...fields.flatMap((field) => validateNonnegative(spec[field], `${path}.${field}`)),
    ...(isSet(spec.maxFailedIndexes) && !isSet(spec.backoffLimitPerIndex)
      ? [required(`${path}.backoffLimitPerIndex`, 'when maxFailedIndexes is specified')] : []),
  ];
}

function validateManagedBy(name: string, path: string): FieldError[] {
  return name === '' ? [required(path)] : domainPrefixedPathErrors(name).map(({ value, error }) => invalid(path, value, error));
}

function validateIndexed(spec: JobSpec, path: string): FieldError[] {
  const { completions, parallelism, maxFailedIndexes } = spec;
  const refuse = (field: 'parallelism' | 'maxFailedIndexes', isWrong: boolean, reason: string) => (
    isWrong ? [invalid(`${path}.${field}`, spec[field], reason)] : []);
  const isHigh = isSet(spec.backoffLimitPerIndex) && (completions ?? 0) > COMPLETIONS_SOFT_MAX;
  return [
    ...(isSet(completions) ? [] : [required(`${path}.completions`, 'when completion mode is Indexed')]),
    ...refuse('parallelism', (parallelism ?? 0) > INDEXED_MAX, `must be less than or equal to ${INDEXED_MAX} when completion mode is Indexed`),
    ...refuse('maxFailedIndexes', isSet(completions) && isSet(maxFailedIndexes) && maxFailedIndexes > completions, 'must be less than or equal to completions'),
    ...refuse('maxFailedIndexes', (maxFailedIndexes ?? 0) > INDEXED_MAX, `must be less than or equal to ${INDEXED_MAX}`),
    ...(isHigh && !isSet(maxFailedIndexes)
      ? [required(`${path}.maxFailedIndexes`, `must be specified when completions is above ${COMPLETIONS_SOFT_MAX}`)] : []),
    ...refuse('parallelism', isHigh && (parallelism ?? 0) > HIGH_COMPLETIONS_MAX, HIGH_COMPLETIONS),
    ...refuse('maxFailedIndexes', isHigh && (maxFailedIndexes ?? 0) > HIGH_COMPLETIONS_MAX, HIGH_COMPLETIONS),
  ];
}

/** Another mode than those that there are is told of by itself. */
function validateNotIndexed(spec: JobSpec, path: string): FieldError[] {
  return (spec.completionMode ?? 'NonIndexed') !== 'NonIndexed' ? [] : (['backoffLimitPerIndex', 'maxFailedIndexes'] as const)
    .filter((field) => isSet(spec[field])).map((field) => invalid(`${path}.${field}`, spec[field], 'requires indexed completion mode'));
}

function validateRestartPolicy({ template, podFailurePolicy }: JobSpec, path: string): FieldError[] {
  const policy = template?.spec?.restartPolicy ?? '';
  if (policy === 'Always' || policy === '') {
    return [required(path, 'valid values: "OnFailure", "Never"')];
  }
  return !RESTART_POLICIES.includes(policy) ? [notSupported(path, typed(policy), RESTART_POLICIES)]
    : isSet(podFailurePolicy) && policy !== 'Never' ? [invalid(path, typed(policy), 'only "Never" is supported when podFailurePolicy is specified')] : [];
}
