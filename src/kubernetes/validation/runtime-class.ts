import { FieldError, duplicate } from '../field-error';
import { Quantities, Toleration } from '../objects';
import { requireFormat } from './field-checks';
import { dns1123LabelErrors, dns1123SubdomainErrors } from './names';
import { ObjectMetadata, validateLabels, validateObjectMeta } from './object-meta';
import { validateImmutableField, validateObjectMetaUpdate } from './object-meta-update';
import { validateContainerResourceRequirements } from './resources';
import { validateTolerations as validateTolerationsOfPod } from './tolerations';

export interface RuntimeClassScheduling {
  readonly nodeSelector?: { readonly [key: string]: string } | null;
  readonly tolerations?: readonly Toleration[] | null;
}

/** What of a RuntimeClass the rules look at. */
export interface RuntimeClass {
  readonly metadata?: ObjectMetadata;
  readonly handler?: string | null;
  readonly overhead?: { readonly podFixed?: Quantities | null } | null;
  readonly scheduling?: RuntimeClassScheduling | null;
}

/** A new RuntimeClass. Defaulting has rounded quantities to thousandths. Upstream: ValidateRuntimeClass. */
export function validateRuntimeClass({ metadata, handler, overhead, scheduling }: RuntimeClass): FieldError[] {
  return [
    ...withoutFinalizerNames(validateObjectMeta(metadata, 'metadata', { requiresNamespace: false, nameErrors: dns1123SubdomainErrors })),
    ...requireFormat(handler, 'handler', dns1123LabelErrors),
    ...(overhead ? validateContainerResourceRequirements({ limits: overhead.podFixed ?? {} }, new Set(), 'overhead', {}) : []),
    ...(scheduling ? validateScheduling(scheduling, 'scheduling') : []),
  ];
}

/** Its handler stays. Upstream: ValidateRuntimeClassUpdate. */
export function validateRuntimeClassUpdate(runtimeClass: RuntimeClass, old: RuntimeClass): FieldError[] {
  return [
    ...withoutFinalizerNames(validateObjectMetaUpdate(runtimeClass.metadata, old.metadata, 'metadata', false)),
    ...validateRuntimeClass(runtimeClass),
    ...validateImmutableField(runtimeClass.handler ?? '', old.handler ?? '', 'handler'),
  ];
}

/** Upstream takes another function here than for other kinds: any qualified name may be a finalizer. */
function withoutFinalizerNames(errors: readonly FieldError[]): FieldError[] {
  return errors.filter(({ path }) => !path.startsWith('metadata.finalizers['));
}

/** Upstream: validateScheduling. */
function validateScheduling({ nodeSelector, tolerations }: RuntimeClassScheduling, path: string): FieldError[] {
  return [...validateLabels(nodeSelector, `${path}.nodeSelector`), ...validateTolerations(tolerations ?? [], `${path}.tolerations`)];
}

/** As those of pods, and none of them twice: seconds do not make another one. Upstream: validateTolerations. */
function validateTolerations(tolerations: readonly Toleration[], path: string): FieldError[] {
  const keys = tolerations.map(({ key = '', operator = '', value = '', effect = '' }) => JSON.stringify([key, operator, value, effect]));
  return [
    ...validateTolerationsOfPod(tolerations, path, {}),
    ...tolerations.flatMap((toleration, index) => (keys.indexOf(keys[index]) < index ? [duplicate(`${path}[${index}]`, printed(toleration))] : [])),
  ];
}

/** The type has no names for JSON, so upstream prints those of its fields. */
function printed({ key = '', operator = '', value = '', effect = '', tolerationSeconds }: Toleration): unknown {
  return { Key: key, Operator: operator, Value: value, Effect: effect, TolerationSeconds: tolerationSeconds ?? null };
}
