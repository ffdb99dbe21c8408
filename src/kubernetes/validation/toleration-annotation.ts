import { isInteger } from '../decode/go-text';
import { FieldError, invalid } from '../field-error';
import { Toleration } from '../objects';
import { jsonSyntaxError } from './go-json';
import { PodValidationOptions } from './pod-validation-options';
import { validateTolerations } from './tolerations';

export const TOLERATIONS_ANNOTATION = 'scheduler.alpha.kubernetes.io/tolerations';

type Kind = 'string' | 'number';

/** The fields of a toleration, and how Go calls the type of each. */
const FIELDS: { readonly [field in keyof Required<Toleration>]: { readonly kind: Kind; readonly name: string; readonly type: string } } = {
  key: { kind: 'string', name: 'Key', type: 'string' },
  operator: { kind: 'string', name: 'Operator', type: 'core.TolerationOperator' },
  value: { kind: 'string', name: 'Value', type: 'string' },
  effect: { kind: 'string', name: 'Effect', type: 'core.TaintEffect' },
  tolerationSeconds: { kind: 'number', name: 'TolerationSeconds', type: 'int64' },
};

/** Tolerations as they were before they had a field. Upstream: ValidateTolerationsInPodAnnotations. */
export function validateTolerationsInPodAnnotations(text: string, path: string, options: PodValidationOptions): FieldError[] {
  const read = text === '' ? [] : readTolerations(text);
  return Array.isArray(read) ? validateTolerations(read, `${path}.${TOLERATIONS_ANNOTATION}`, options)
    : [invalid(path, TOLERATIONS_ANNOTATION, read.error)];
}

function readTolerations(text: string): Toleration[] | { readonly error: string } {
  const syntaxError = jsonSyntaxError(Buffer.from(text).toString('latin1'));
  if (syntaxError !== undefined) {
    return { error: syntaxError };
  }
  const json: unknown = JSON.parse(text);
  if (json !== null && !Array.isArray(json)) {
    return { error: `json: cannot unmarshal ${kindOf(json)} into Go value of type []core.Toleration` };
  }
  const items = (json ?? []) as unknown[];
  const [error] = [...items.flatMap(typeErrors), ...numberErrors(text)];
  return error === undefined ? items.map(asToleration) : { error };
}

function typeErrors(item: unknown): string[] {
  if (item !== null && kindOf(item) !== 'object') {
    return [`json: cannot unmarshal ${kindOf(item)} into Go value of type core.Toleration`];
  }
  return Object.entries(item ?? {}).flatMap(([key, value]) => {
    const field = fieldOf(key);
    const { kind, name, type } = field === undefined ? { kind: kindOf(value), name: '', type: '' } : FIELDS[field];
    return value === null || kindOf(value) === kind ? []
      : [`json: cannot unmarshal ${kindOf(value)} into Go struct field Toleration.${name} of type ${type}`];
  });
}

/** Seconds that are no whole number, or are written as if they were none: what they look like is gone once they are read. */
function numberErrors(text: string): string[] {
  return [...text.matchAll(/"tolerationSeconds"\s*:\s*(-?\d[-+.\deE]*)/gi)].map(([, number]) => number).filter((number) => !isInteger(number, 64))
    .map((number) => `json: cannot unmarshal number ${number} into Go struct field Toleration.TolerationSeconds of type int64`);
}

/** Go takes the names of fields in upper and lower case. */
function asToleration(item: unknown): Toleration {
  return Object.fromEntries(Object.entries(item ?? {}).flatMap(([key, value]) => {
    const field = fieldOf(key);
    return field === undefined || value === null ? [] : [[field, value]];
  }));
}

function fieldOf(key: string): keyof Toleration | undefined {
  return (Object.keys(FIELDS) as (keyof Toleration)[]).find((field) => field.toLowerCase() === key.toLowerCase());
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value;
}
