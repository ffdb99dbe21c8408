import { concat } from '../concat';
import { FieldError, forbidden, invalid, notSupported, required } from '../field-error';
import { PodTemplateSpec } from '../pod-objects';
import { isSet } from './field-checks';
import { isNonzero, validateNotMoreThan100Percent, validatePositiveIntOrPercent } from './int-or-percent';
import { LabelSelector, validateLabelSelector } from './label-selector';
import { dns1123SubdomainErrors } from './names';
import { ObjectMetadata, validateNonnegative, validateObjectMeta } from './object-meta';
import { validatePodTemplateSpec } from './pod-template';
import { PodValidationOptions } from './pod-validation-options';
import { isEmptySelector, validateSelectorOfTemplate } from './selector-of-template';
import { printedStrategy, RollingUpdate, UpdateStrategy } from './update-strategy';

const TEMPLATE_GENERATION = 'deprecated.daemonset.template.generation';

/** What of a DaemonSet the rules look at, in wire format. */
export interface DaemonSet {
  readonly metadata?: ObjectMetadata;
  readonly spec?: DaemonSetSpec;
}

export interface DaemonSetSpec {
  readonly selector?: LabelSelector | null;
  readonly template?: PodTemplateSpec;
  readonly updateStrategy?: UpdateStrategy;
  readonly minReadySeconds?: number;
  readonly revisionHistoryLimit?: number | null;
}

/** A new DaemonSet. Its generation is the server's own, whatever is written. Upstream: ValidateDaemonSet. */
export function validateDaemonSet({ metadata, spec = {} }: DaemonSet, version?: string): FieldError[] {
  return concat(
    validateObjectMeta({ ...metadataOf(metadata), generation: 1 }, 'metadata', { requiresNamespace: true, nameErrors: dns1123SubdomainErrors }),
    validateDaemonSetSpec(spec, 'spec', { version }),
  );
}

/** Metadata without the annotation that is a field to the server, and counts for nothing here. Upstream: Convert_v1_DaemonSet_To_apps_DaemonSet. */
export function metadataOf(metadata: ObjectMetadata | undefined): ObjectMetadata {
  const annotations = Object.entries(metadata?.annotations ?? {}).filter(([key]) => key !== TEMPLATE_GENERATION);
  return { ...metadata, annotations: Object.fromEntries(annotations) };
}

/** Upstream: ValidateDaemonSetSpec. */
export function validateDaemonSetSpec(spec: DaemonSetSpec, path: string, options: PodValidationOptions): FieldError[] {
  const { selector, template = {}, minReadySeconds, updateStrategy = {}, revisionHistoryLimit } = spec;
  return concat(
    validateLabelSelector(selector, `${path}.selector`, options),
    validateSelectorOfTemplate(selector, template.metadata?.labels, path),
    isEmptySelector(selector) ? [invalid(`${path}.selector`, {}, 'empty selector is invalid for daemonset')] : [],
    validatePodTemplateSpec(template, `${path}.template`, options),
    validateDaemonSetTemplate(template, `${path}.template.spec`),
    validateNonnegative(minReadySeconds, `${path}.minReadySeconds`),
    validateDaemonSetUpdateStrategy(updateStrategy, `${path}.updateStrategy`),
    validateNonnegative(revisionHistoryLimit, `${path}.revisionHistoryLimit`),
  );
}

/** How pods are replaced; what belongs to another type of update is not looked at. Upstream: ValidateDaemonSetUpdateStrategy. */
export function validateDaemonSetUpdateStrategy({ type = '', rollingUpdate }: UpdateStrategy, path: string): FieldError[] {
  switch (type) {
    case 'OnDelete': return [];
    case 'RollingUpdate': return rollingUpdate === undefined || rollingUpdate === null ? [required(`${path}.rollingUpdate`)]
      : validateRollingUpdateDaemonSet(rollingUpdate, `${path}.rollingUpdate`);
    default: return [notSupported(path, printedStrategy({ type, rollingUpdate }), ['RollingUpdate', 'OnDelete'])];
  }
}

/** One of both is zero and the other one is not. Upstream: ValidateRollingUpdateDaemonSet. */
export function validateRollingUpdateDaemonSet(rollingUpdate: RollingUpdate, path: string): FieldError[] {
  const [maxUnavailable, maxSurge] = [rollingUpdate.maxUnavailable ?? 0, rollingUpdate.maxSurge ?? 0];
  const [hasUnavailable, hasSurge] = [maxUnavailable, maxSurge].map(isNonzero);
  return concat(
    validatePositiveIntOrPercent(maxUnavailable, `${path}.maxUnavailable`),
    validatePositiveIntOrPercent(maxSurge, `${path}.maxSurge`),
    validateNotMoreThan100Percent(maxUnavailable, `${path}.maxUnavailable`),
    validateNotMoreThan100Percent(maxSurge, `${path}.maxSurge`),
    hasUnavailable && hasSurge ? [invalid(`${path}.maxSurge`, maxSurge, 'may not be set when maxUnavailable is non-zero')] : [],
    !hasUnavailable && !hasSurge ? [required(`${path}.maxUnavailable`, 'cannot be 0 when maxSurge is 0')] : [],
  );
}

/** What a pod template may say, but not that of a DaemonSet. */
function validateDaemonSetTemplate({ spec }: PodTemplateSpec, path: string): FieldError[] {
  const { restartPolicy, activeDeadlineSeconds } = spec ?? {};
  return concat(
    restartPolicy === 'Always' ? [] : [notSupported(`${path}.restartPolicy`, restartPolicy ?? '', ['Always'])],
    isSet(activeDeadlineSeconds) ? [forbidden(`${path}.activeDeadlineSeconds`, 'activeDeadlineSeconds in DaemonSet is not Supported')] : [],
  );
}
