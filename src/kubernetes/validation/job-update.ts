import { isSame } from '../defaults/same';
import { FieldError, invalid } from '../field-error';
import { Container, PodSpec, PodTemplateSpec } from '../pod-objects';
import { isSet, typed } from './field-checks';
import { printedPodSpec, printedPodTemplate } from './internal-pod';
import { validateJobMetadata, validateJobSpec, validatePodNames } from './job';
import { printedPodFailurePolicy, printedSuccessPolicy } from './job-policies';
import { hasPrefixedLabels, validateGeneratedSelector, withGeneratedSelector } from './job-selector';
import { Job, JobSpec } from './job-spec';
import { hasInvalidLabelValue, printedSelector } from './label-selector';
import { validateImmutableField, validateObjectMetaUpdate } from './object-meta-update';
import { podValidationOptions } from './pod-ratcheting';

const SPEC = 'batch.v1.JobSpec';

/**
 * A Job that replaces a stored one, which the server has given a selector when it was made.
 * Upstream: validationOptionsForJob, ValidateJobUpdate.
 */
export function validateJobUpdate(given: Job, stored: Job): FieldError[] {
  const isAsWritten = !isSet(stored.spec?.selector) && !isSet(given.spec?.selector);
  const [job, old] = isAsWritten ? [withGeneratedSelector(given), withGeneratedSelector(stored)] : [given, stored];
  const { metadata = {}, spec = {} } = job;
  const options = podValidationOptions(old.spec?.template ?? {});
  const allowInvalidLabelValueInSelector = options.allowInvalidLabelValueInSelector || hasInvalidLabelValue(old.spec?.selector);
  return [
    ...validateJobMetadata(metadata),
    ...validateGeneratedSelector({ metadata: { ...metadata, uid: metadata.uid || old.metadata?.uid }, spec }, hasPrefixedLabels(old)),
    ...validateObjectMetaUpdate(metadata, old.metadata, 'metadata'),
    ...validateJobSpec(spec, 'spec', { ...options, allowInvalidLabelValueInSelector }),
    ...validatePodNames(metadata.name ?? '', spec),
    ...validateJobSpecUpdate(spec, old, 'spec'),
  ];
}

/** Upstream: ValidateJobSpecUpdate. */
function validateJobSpecUpdate(spec: JobSpec, { spec: old = {}, status }: Job, path: string): FieldError[] {
  const { selector, podFailurePolicy: failure, successPolicy: success } = spec;
  const immutable = (field: keyof JobSpec, printed: unknown) => (
    validateImmutableField(printed, undefined, `${path}.${field}`, isSame(SPEC, { [field]: spec[field] }, { [field]: old[field] })));
  const isSuspended = old.suspend === true && (!isSet(status?.startTime) || isConditionTrue(status, 'Suspended')) && (status?.active ?? 0) === 0;
  return [
    ...validateCompletions(spec, old, `${path}.completions`),
    ...immutable('selector', printedSelector(selector)),
    ...(isSuspended ? validateSchedulingAndResources(spec.template ?? {}, old.template ?? {}, `${path}.template.spec`)
      : immutable('template', printedPodTemplate(spec.template ?? {}))),
    ...immutable('completionMode', typed(spec.completionMode)),
    ...immutable('podFailurePolicy', isSet(failure) ? printedPodFailurePolicy(failure) : null),
    ...immutable('backoffLimitPerIndex', spec.backoffLimitPerIndex),
    ...immutable('managedBy', spec.managedBy),
    ...immutable('successPolicy', isSet(success) ? printedSuccessPolicy(success) : null),
  ];
}

/** Upstream: IsConditionTrue. */
function isConditionTrue(status: Job['status'], type: string): boolean {
  return (status?.conditions ?? []).some((condition) => condition.type === type && condition.status === 'True');
}

/** Only an indexed Job can grow or shrink. Upstream: validateCompletions. */
function validateCompletions({ completionMode, completions, parallelism }: JobSpec, old: JobSpec, path: string): FieldError[] {
  const isKept = (completions ?? undefined) === (old.completions ?? undefined);
  if (completionMode !== 'Indexed') {
    return validateImmutableField(completions, undefined, path, isKept);
  }
  return isKept || !isSet(completions) || completions === parallelism ? []
    : [invalid(path, completions, 'can only be modified in tandem with spec.parallelism')];
}

/** Where the pods of a suspended Job go, and what they need, may change. Upstream: validatePodTemplateUpdate, validatePodResourceUpdatesOnly. */
function validateSchedulingAndResources({ spec }: PodTemplateSpec, { spec: old }: PodTemplateSpec, path: string): FieldError[] {
  const [pod, stored] = [spec ?? {}, old ?? {}];
  const allowed = {
    ...stored,
    affinity: allowedAffinity(pod, stored),
    nodeSelector: pod.nodeSelector,
    tolerations: pod.tolerations,
    schedulingGates: pod.schedulingGates,
    containers: withResources(stored.containers, pod.containers),
    initContainers: withResources(stored.initContainers, pod.initContainers),
  };
  return validateImmutableField(printedPodSpec(pod), undefined, path, isSame('core.v1.PodSpec', pod, allowed));
}

function allowedAffinity({ affinity }: PodSpec, { affinity: stored }: PodSpec): PodSpec['affinity'] {
  if (!isSet(affinity)) {
    const { nodeAffinity: _, ...others } = stored ?? {};
    return Object.values(others).some(isSet) ? others : undefined;
  }
  return { ...stored, nodeAffinity: affinity.nodeAffinity };
}

function withResources(stored: PodSpec['containers'], containers: PodSpec['containers']): PodSpec['containers'] {
  const given = containers ?? [];
  return given.length !== (stored ?? []).length ? stored : stored?.map((container: Container, index) => (
    container.name === given[index].name ? { ...container, resources: given[index].resources } : container));
}
