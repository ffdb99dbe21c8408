import { EnvValue } from 'cdk8s-plus-27';
import { EnvVar } from '../../kubernetes/objects';

/** Variables in the order of the definition: one may refer to earlier ones with `$(NAME)`. */
export function renderEnv(env: { [name: string]: EnvValue } | undefined): EnvVar[] | undefined {
  const names = Object.keys(env ?? {});
  return names.length === 0 ? undefined : names.map((name) => ({ name, ...renderValue(env![name]) }));
}

function renderValue(value: EnvValue): Omit<EnvVar, 'name'> {
  const source = value.valueFrom;
  if (source === undefined) {
    return { value: value.value };
  }
  // cdk8s-plus keeps a divisor as an object that only its own serialiser unwraps
  const divisor = source.resourceFieldRef?.divisor?.value ?? source.resourceFieldRef?.divisor;
  return { valueFrom: source.resourceFieldRef ? { resourceFieldRef: { ...source.resourceFieldRef, divisor } } : { ...source } };
}
