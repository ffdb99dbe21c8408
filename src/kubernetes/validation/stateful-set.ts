import { FieldError, forbidden, invalid, notSupported, required } from '../field-error';
import { PodTemplateSpec } from '../pod-objects';
import { isSet, optionalFormat, typed } from './field-checks';
import { LabelSelector, printedSelector } from './label-selector';
import { dns1123LabelErrors } from './names';
import { ObjectMetadata, validateNonnegative, validateObjectMeta } from './object-meta';
import { validatePodTemplateMetadata, validatePodTemplateSpec } from './pod-template';
import { PodValidationOptions } from './pod-validation-options';
import { isReadableSelector, validateNonemptySelector, validateNonemptySelectorOfTemplate } from './selector-of-template';
import { validatePersistentVolumeClaimSpec } from './volume-claim-template';
import { PersistentVolumeClaimSpec } from './volume-objects';

/** What of a StatefulSet the rules look at, in wire format. */
export interface StatefulSet {
  readonly metadata?: ObjectMetadata;
  readonly spec?: StatefulSetSpec;
}

export interface StatefulSetUpdateStrategy {
  readonly type?: string;
  readonly rollingUpdate?: { readonly partition?: number | null } | null;
}

export interface StatefulSetSpec {
  readonly selector?: LabelSelector | null;
  readonly template?: PodTemplateSpec;
  readonly volumeClaimTemplates?: readonly { readonly metadata?: ObjectMetadata; readonly spec?: PersistentVolumeClaimSpec | null }[] | null;
  readonly serviceName?: string;
  readonly podManagementPolicy?: string;
  readonly updateStrategy?: StatefulSetUpdateStrategy;
  readonly persistentVolumeClaimRetentionPolicy?: { readonly whenDeleted?: string; readonly whenScaled?: string } | null;
  readonly replicas?: number | null;
  readonly minReadySeconds?: number;
  readonly ordinals?: { readonly start?: number } | null;
  readonly revisionHistoryLimit?: number | null;
}

/** What is not asked of a StatefulSet that is stored already. Upstream: StatefulSetValidationOptions. */
export interface StatefulSetOptions extends PodValidationOptions {
  readonly allowInvalidServiceName?: boolean;
  readonly skipValidateVolumeClaimTemplates?: boolean;
  readonly skipValidatePodTemplateSpec?: boolean;
}

const POD_MANAGEMENT = ['OrderedReady', 'Parallel'];
const RETENTION = ['Retain', 'Delete'];

/** A new StatefulSet. Its generation is the server's own, whatever is written. Upstream: ValidateStatefulSet. */
export function validateStatefulSet({ metadata = {}, spec = {} }: StatefulSet, version?: string): FieldError[] {
  return [
    ...validateObjectMeta({ ...metadata, generation: 1 }, 'metadata', { requiresNamespace: true, nameErrors: dns1123LabelErrors }),
    ...validateStatefulSetSpec(spec, 'spec', { version }),
  ];
}

/** Upstream: ValidateStatefulSetSpec. */
export function validateStatefulSetSpec(spec: StatefulSetSpec, path: string, options: StatefulSetOptions): FieldError[] {
  const { podManagementPolicy: management = '', persistentVolumeClaimRetentionPolicy: retention, template } = spec;
  const { restartPolicy, activeDeadlineSeconds } = template?.spec ?? {};
  return [
    ...(management === '' ? [required(`${path}.podManagementPolicy`)] : POD_MANAGEMENT.includes(management) ? []
      : [invalid(`${path}.podManagementPolicy`, typed(management), "must be 'OrderedReady' or 'Parallel'")]),
    ...validateStatefulSetUpdateStrategy(spec.updateStrategy ?? {}, `${path}.updateStrategy`),
    ...(isSet(retention) ? [
      ...validateRetention(retention.whenDeleted, `${path}.persistentVolumeClaimRetentionPolicy.whenDeleted`),
      ...validateRetention(retention.whenScaled, `${path}.persistentVolumeClaimRetentionPolicy.whenScaled`),
    ] : []),
    ...(options.skipValidateVolumeClaimTemplates ? [] : (spec.volumeClaimTemplates ?? []).flatMap((claim, index) => (
      validatePersistentVolumeClaimSpec(claim.spec ?? {}, `${path}.volumeClaimTemplates[${index}].spec`)))),
    ...validateNonnegative(spec.replicas, `${path}.replicas`),
    ...validateNonnegative(spec.minReadySeconds, `${path}.minReadySeconds`),
    ...validateNonnegative(spec.ordinals?.start, `${path}.ordinals.start`),
    ...(options.allowInvalidServiceName ? [] : optionalFormat(spec.serviceName, `${path}.serviceName`, dns1123LabelErrors)),
    ...validateNonemptySelector(spec.selector, `${path}.selector`, 'statefulset'),
    ...(isReadableSelector(spec.selector) ? validateStatefulSetTemplate(spec, path, options) : [invalid(`${path}.selector`, printedSelector(spec.selector), '')]),
    ...(restartPolicy === 'Always' ? [] : [notSupported(`${path}.template.spec.restartPolicy`, typed(restartPolicy), ['Always'])]),
    ...(isSet(activeDeadlineSeconds)
      ? [forbidden(`${path}.template.spec.activeDeadlineSeconds`, 'activeDeadlineSeconds in StatefulSet is not Supported')] : []),
  ];
}

/** Labels and annotations are looked at even where the rest is not. Upstream: ValidatePodTemplateSpecForStatefulSet. */
function validateStatefulSetTemplate(spec: StatefulSetSpec, path: string, options: StatefulSetOptions): FieldError[] {
  const template = templateOfPods(spec);
  return [
    ...validateNonemptySelectorOfTemplate(spec.selector, template.metadata?.labels, path),
    ...(options.skipValidatePodTemplateSpec ? validatePodTemplateMetadata(template, `${path}.template`, options)
      : validatePodTemplateSpec(template, `${path}.template`, options)),
  ];
}

function validateStatefulSetUpdateStrategy({ type = '', rollingUpdate }: StatefulSetUpdateStrategy, path: string): FieldError[] {
  const partition = rollingUpdate?.partition ?? 0;
  // the type has no names for JSON, so upstream prints those of its fields
  const printed = isSet(rollingUpdate) ? { Partition: partition, MaxUnavailable: null } : null;
  switch (type) {
    case '': return [required(path)];
    case 'OnDelete': return isSet(rollingUpdate) ? [invalid(`${path}.rollingUpdate`, printed, "only allowed for updateStrategy 'RollingUpdate'")] : [];
    case 'RollingUpdate': return validateNonnegative(partition, `${path}.rollingUpdate.partition`);
    default: return [invalid(path, { Type: type, RollingUpdate: printed }, "must be 'RollingUpdate' or 'OnDelete'")];
  }
}

/** Upstream: ValidatePersistentVolumeClaimRetentionPolicyType. */
function validateRetention(policy: string | undefined, path: string): FieldError[] {
  return RETENTION.includes(policy ?? '') ? [] : [notSupported(path, typed(policy), RETENTION)];
}

/** What the controller writes into each pod itself: its name, the service's, and a volume for the claims of each name. */
function templateOfPods({ template = {}, volumeClaimTemplates }: StatefulSetSpec): PodTemplateSpec {
  const { hostname: _hostname, subdomain: _subdomain, volumes, ...pod } = template.spec ?? {};
  const claims = [...new Set((volumeClaimTemplates ?? []).map(({ metadata: { name = '' } = {} }) => name))];
  return {
    ...template,
    spec: {
      ...pod,
      volumes: [
        ...claims.map((name) => ({ name, persistentVolumeClaim: { claimName: name } })),
        ...(volumes ?? []).filter(({ name = '' }) => !claims.includes(name)),
      ],
    },
  };
}
