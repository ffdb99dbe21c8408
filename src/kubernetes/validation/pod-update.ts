import { isSame } from '../defaults/same';
import { FieldError, forbidden, invalid } from '../field-error';
import { Container, PodSpec } from '../pod-objects';
import { unifiedDiff } from '../unified-diff';
import { invalidForEach, isSet } from './field-checks';
import { printedPodSpec } from './internal-pod';
import { rangeErrors } from './names';
import { ObjectMetadata } from './object-meta';
import { validateObjectMetaUpdate } from './object-meta-update';
import { Pod, validatePodMetadataAndSpec } from './pod';
import { APP_ARMOR, MIRROR } from './pod-annotations';
import { podValidationOptions } from './pod-ratcheting';
import { validateNodeAffinityMutation, validateNodeSelectorMutation } from './pod-update-gated';

const DEADLINE_MAX = 2147483647;
const MUTABLE = [
  '`spec.containers[*].image`', '`spec.initContainers[*].image`', '`spec.activeDeadlineSeconds`',
  '`spec.tolerations` (only additions to existing tolerations)',
  '`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
];

/** A pod that replaces a stored one: little of it may change. Upstream: ValidatePodUpdate. */
export function validatePodUpdate(pod: Pod, old: Pod): FieldError[] {
  const [spec, stored] = [pod, old].map(({ spec: given }) => withGracePeriod(given ?? {}));
  return [
    ...validateObjectMetaUpdate(pod.metadata, old.metadata, 'metadata'),
    ...validatePodMetadataAndSpec(pod, podValidationOptions({ metadata: old.metadata, spec: stored })),
    ...validateAnnotationUpdates(pod.metadata, old.metadata, 'metadata.annotations'),
    ...validatePodSpecUpdate(spec, stored, 'spec'),
  ];
}

/** One that would end before now ends after a second. Upstream: Convert_v1_Pod_To_core_Pod. */
function withGracePeriod(spec: PodSpec): PodSpec {
  return (spec.terminationGracePeriodSeconds ?? 0) < 0 ? { ...spec, terminationGracePeriodSeconds: 1 } : spec;
}

/** Those that say what a pod is. Upstream: ValidatePodSpecificAnnotationUpdates. */
function validateAnnotationUpdates(metadata: ObjectMetadata | undefined, old: ObjectMetadata | undefined, path: string): FieldError[] {
  const [annotations, stored] = [metadata?.annotations ?? {}, old?.annotations ?? {}];
  const kindOf = (key: string) => (key.startsWith(APP_ARMOR) ? 'AppArmor annotations' : key === MIRROR ? 'mirror pod annotation' : undefined);
  return [...new Set([...Object.keys(stored), ...Object.keys(annotations)])]
    .filter((key) => kindOf(key) !== undefined && annotations[key] !== stored[key])
    .map((key) => forbidden(`${path}[${key}]`, `may not ${Object.hasOwn(stored, key) ? 'remove or update' : 'add'} ${kindOf(key)}`));
}

/** Some changes are told of alone. */
function validatePodSpecUpdate(spec: PodSpec, old: PodSpec, path: string): FieldError[] {
  const resized = (['containers', 'initContainers'] as const).find((list) => (spec[list] ?? []).length !== (old[list] ?? []).length);
  if (resized !== undefined) {
    return [forbidden(`${path}.${resized}`, 'pod updates may not add or remove containers')];
  }
  const deadline = validateDeadlineUpdate(spec.activeDeadlineSeconds, old.activeDeadlineSeconds, `${path}.activeDeadlineSeconds`);
  return deadline.length > 0 && isSet(spec.activeDeadlineSeconds) ? deadline : [
    ...deadline,
    ...validateOnlyAddedTolerations(spec, old, `${path}.tolerations`),
    ...validateOnlyDeletedSchedulingGates(spec, old, `${path}.schedulingGates`),
    ...((old.schedulingGates ?? []).length > 0 ? [
      ...validateNodeSelectorMutation(spec, old, `${path}.nodeSelector`),
      ...validateNodeAffinityMutation(spec, old, `${path}.affinity.nodeAffinity`),
    ] : []),
    ...validateOtherFields(immutablePart(spec, old), old, path),
  ];
}

function validateDeadlineUpdate(seconds: number | null | undefined, old: number | null | undefined, path: string): FieldError[] {
  if (!isSet(seconds)) {
    return isSet(old) ? [invalid(path, null, 'must not update from a positive integer to nil value')] : [];
  }
  const outOfRange = invalidForEach(path, seconds, rangeErrors(seconds, 0, DEADLINE_MAX));
  return outOfRange.length > 0 || !isSet(old) || seconds <= old ? outOfRange : [invalid(path, seconds, 'must be less than or equal to previous value')];
}

/** Upstream: validateOnlyAddedTolerations. */
function validateOnlyAddedTolerations({ tolerations }: PodSpec, old: PodSpec, path: string): FieldError[] {
  const keyOf = ({ key = '', operator = '', value = '', effect = '' }: NonNullable<PodSpec['tolerations']>[number]) => (
    JSON.stringify([key, operator, value, effect]));
  const keys = (tolerations ?? []).map(keyOf);
  return (old.tolerations ?? []).every((toleration) => keys.includes(keyOf(toleration))) ? []
    : [forbidden(path, 'existing toleration can not be modified except its tolerationSeconds')];
}

/** Of gates of one name the last is told of. Upstream: validateOnlyDeletedSchedulingGates. */
function validateOnlyDeletedSchedulingGates({ schedulingGates }: PodSpec, old: PodSpec, path: string): FieldError[] {
  const added = new Map((schedulingGates ?? []).map(({ name = '' }, index) => [name, index]));
  (old.schedulingGates ?? []).forEach(({ name = '' }) => added.delete(name));
  return [...added].map(([name, index]) => forbidden(`${path}[${index}].name`, `only deletion is allowed, but found new scheduling gate '${name}'`));
}

/** Nothing else may change. */
function validateOtherFields(spec: PodSpec, old: PodSpec, path: string): FieldError[] {
  const [before, after] = [old, spec].map((pod) => JSON.stringify(printedPodSpec(pod), null, 1));
  return isSame('core.v1.PodSpec', spec, old) ? []
    : [forbidden(path, `pod updates may not change fields other than ${MUTABLE.join(',')}\n${unifiedDiff(before, after)}`)];
}

/** The pod with what may change put back. */
function immutablePart(spec: PodSpec, old: PodSpec): PodSpec {
  const isGated = (old.schedulingGates ?? []).length > 0;
  return {
    ...spec,
    containers: withImages(spec.containers, old.containers),
    initContainers: withImages(spec.initContainers, old.initContainers),
    activeDeadlineSeconds: old.activeDeadlineSeconds,
    schedulingGates: old.schedulingGates,
    tolerations: old.tolerations,
    ...(isGated ? { nodeSelector: old.nodeSelector, affinity: withNodeAffinity(spec.affinity, old.affinity) } : {}),
  };
}

/** No list where there is nothing in it. */
function withImages(containers: PodSpec['containers'], old: PodSpec['containers']): Container[] | undefined {
  const images = (old ?? []).map(({ image }) => image);
  return (containers ?? []).length === 0 ? undefined : containers?.map((container, index) => ({ ...container, image: images[index] }));
}

function withNodeAffinity(affinity: PodSpec['affinity'], old: PodSpec['affinity']): PodSpec['affinity'] {
  const nodeAffinity = old?.nodeAffinity;
  if (isSame('core.v1.Affinity', { nodeAffinity }, { nodeAffinity: affinity?.nodeAffinity })) {
    return affinity;
  }
  const isAlone = !isSet(affinity?.podAffinity) && !isSet(affinity?.podAntiAffinity);
  return isSet(affinity) && !isSet(old) && isAlone ? undefined : { ...affinity, nodeAffinity };
}
