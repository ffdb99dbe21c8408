import { isSame } from '../defaults/same';
import { FieldError, forbidden } from '../field-error';
import { validateObjectMetaUpdate } from './object-meta-update';
import { podValidationOptions } from './pod-ratcheting';
import { StatefulSet, StatefulSetSpec, validateStatefulSetSpec } from './stateful-set';

const MUTABLE = ['replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy', 'minReadySeconds'];

/**
 * A StatefulSet that replaces a stored one. Where the stored one has mistakes of its own, the pods of the new one are not looked at.
 * Upstream: ValidateStatefulSetUpdate.
 */
export function validateStatefulSetUpdate({ metadata, spec = {} }: StatefulSet, old: StatefulSet): FieldError[] {
  const stored = old.spec ?? {};
  const options = { ...podValidationOptions(stored.template ?? {}), allowInvalidServiceName: true, skipValidateVolumeClaimTemplates: true };
  const skipValidatePodTemplateSpec = validateStatefulSetSpec(stored, '', options).length > 0;
  return [
    ...validateObjectMetaUpdate(metadata, old.metadata, 'metadata'),
    ...validateStatefulSetSpec(spec, 'spec', { ...options, skipValidatePodTemplateSpec }),
    ...(isSame('apps.v1.StatefulSetSpec', immutablePart(spec), immutablePart(stored)) ? []
      : [forbidden('spec', `updates to statefulset spec for fields other than ${listed(MUTABLE)} are forbidden`)]),
  ];
}

function immutablePart(spec: StatefulSetSpec): object {
  return Object.fromEntries(Object.entries(spec).filter(([field]) => !MUTABLE.includes(field)));
}

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  return `${quoted.slice(0, -1).join(', ')} and ${quoted[quoted.length - 1]}`;
}
