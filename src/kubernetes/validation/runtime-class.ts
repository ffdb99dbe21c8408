import { FieldError, duplicate } from '../field-error';
import { Quantities, Toleration } from '../objects';
import { requireFormat } from './field-checks';
import { dns1123LabelErrors, dns1123SubdomainErrors } from './names';
import { ObjectMetadata, validateLabels, validateObjectMeta } from './object-meta';
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
    ...validateMetadata(metadata, 'metadata'),
    ...requireFormat(handler, 'handler', dns1123LabelErrors),
    ...(overhead ? validateContainerResourceRequirements({ limits: overhead.podFixed ?? {} }, new Set(), 'overhead', {}) : []),
    ...(scheduling ? validateScheduling(scheduling, 'scheduling') : []),
  ];
}

/** Upstream takes another function here than for other kinds: any qualified name may be a finalizer. */
function validateMetadata(metadata: ObjectMetadata | undefined, path: string): FieldError[] {
  return validateObjectMeta(metadata, path, { requiresNamespace: false, nameErrors: dns1123SubdomainErrors })
    .filter((error) => !error.path.startsWith(`${path}.finalizers[`));
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
