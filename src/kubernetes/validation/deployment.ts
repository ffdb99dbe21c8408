import { FieldError, forbidden, invalid, notSupported, required } from '../field-error';
import { PodTemplateSpec } from '../pod-objects';
import { isSet, typed } from './field-checks';
import { isNonzero, validateNotMoreThan100Percent, validatePositiveIntOrPercent } from './int-or-percent';
import { LabelSelector, printedSelector } from './label-selector';
import { dns1123SubdomainErrors } from './names';
import { ObjectMetadata, validateNonnegative, validateObjectMeta } from './object-meta';
import { validatePodTemplateSpec } from './pod-template';
import { PodValidationOptions } from './pod-validation-options';
import { isReadableSelector, validateNonemptySelector, validateNonemptySelectorOfTemplate } from './selector-of-template';
import { RollingUpdate, UpdateStrategy, printedStrategy } from './update-strategy';

/** What of a Deployment the rules look at, in wire format. */
export interface Deployment {
  readonly metadata?: ObjectMetadata;
  readonly spec?: DeploymentSpec;
}

export interface DeploymentSpec {
  readonly selector?: LabelSelector | null;
  readonly template?: PodTemplateSpec;
  readonly strategy?: UpdateStrategy;
  readonly replicas?: number | null;
  readonly minReadySeconds?: number;
  readonly progressDeadlineSeconds?: number | null;
  readonly revisionHistoryLimit?: number | null;
}

/** A new Deployment. Its generation is the server's own, whatever is written. Upstream: ValidateDeployment. */
export function validateDeployment({ metadata = {}, spec = {} }: Deployment, version?: string): FieldError[] {
  return [
    ...validateObjectMeta({ ...metadata, generation: 1 }, 'metadata', { requiresNamespace: true, nameErrors: dns1123SubdomainErrors }),
    ...validateDeploymentSpec(spec, 'spec', { version }),
  ];
}

/** Upstream: ValidateDeploymentSpec. */
export function validateDeploymentSpec(spec: DeploymentSpec, path: string, options: PodValidationOptions): FieldError[] {
  const { selector, template = {}, strategy = {}, replicas, minReadySeconds = 0, revisionHistoryLimit, progressDeadlineSeconds: deadline } = spec;
  return [
    ...validateNonnegative(replicas, `${path}.replicas`),
    ...validateNonemptySelector(selector, `${path}.selector`, 'deployment'),
    ...(isReadableSelector(selector) ? [
      ...validateNonemptySelectorOfTemplate(selector, template.metadata?.labels, path),
      ...validateReplicaSetTemplate(template, `${path}.template`, options),
    ] : [invalid(`${path}.selector`, printedSelector(selector), 'invalid label selector')]),
    ...validateDeploymentStrategy(strategy, `${path}.strategy`),
    ...validateNonnegative(minReadySeconds, `${path}.minReadySeconds`),
    ...validateNonnegative(revisionHistoryLimit, `${path}.revisionHistoryLimit`),
    ...validateNonnegative(deadline, `${path}.progressDeadlineSeconds`),
    ...(isSet(deadline) && deadline <= minReadySeconds
      ? [invalid(`${path}.progressDeadlineSeconds`, deadline, 'must be greater than minReadySeconds')] : []),
  ];
}

/** Upstream: ValidatePodTemplateSpecForReplicaSet. */
function validateReplicaSetTemplate(template: PodTemplateSpec, path: string, options: PodValidationOptions): FieldError[] {
  const { restartPolicy, activeDeadlineSeconds } = template.spec ?? {};
  return [
    ...validatePodTemplateSpec(template, path, options),
    ...(restartPolicy === 'Always' ? [] : [notSupported(`${path}.spec.restartPolicy`, typed(restartPolicy), ['Always'])]),
    ...(isSet(activeDeadlineSeconds) ? [forbidden(`${path}.spec.activeDeadlineSeconds`, 'activeDeadlineSeconds in ReplicaSet is not Supported')] : []),
  ];
}

/** How pods are replaced. Upstream: ValidateDeploymentStrategy. */
function validateDeploymentStrategy(strategy: UpdateStrategy, path: string): FieldError[] {
  const { type = '', rollingUpdate } = strategy;
  switch (type) {
    case 'Recreate': return isSet(rollingUpdate) ? [forbidden(`${path}.rollingUpdate`, "may not be specified when strategy `type` is 'Recreate'")] : [];
    case 'RollingUpdate': return isSet(rollingUpdate) ? validateRollingUpdateDeployment(rollingUpdate, `${path}.rollingUpdate`)
      : [required(`${path}.rollingUpdate`, 'this should be defaulted and never be nil')];
    default: return [notSupported(path, printedStrategy(strategy), ['Recreate', 'RollingUpdate'])];
  }
}

/** Something has to be allowed to be missing or too many. Upstream: ValidateRollingUpdateDeployment. */
function validateRollingUpdateDeployment(rollingUpdate: RollingUpdate, path: string): FieldError[] {
  const [maxUnavailable, maxSurge] = [rollingUpdate.maxUnavailable ?? 0, rollingUpdate.maxSurge ?? 0];
  return [
    ...validatePositiveIntOrPercent(maxUnavailable, `${path}.maxUnavailable`),
    ...validatePositiveIntOrPercent(maxSurge, `${path}.maxSurge`),
    ...(isNonzero(maxUnavailable) || isNonzero(maxSurge) ? [] : [invalid(`${path}.maxUnavailable`, maxUnavailable, 'may not be 0 when `maxSurge` is 0')]),
    ...validateNotMoreThan100Percent(maxUnavailable, `${path}.maxUnavailable`),
  ];
}
