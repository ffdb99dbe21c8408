import { concat } from '../concat';
import { FieldError, duplicate } from '../field-error';
import { PodSpec } from '../pod-objects';
import { invalidForEach } from './field-checks';
import { qualifiedNameErrors } from './names';

/** What has to be taken away before a pod is scheduled. Upstream: validateSchedulingGates. */
export function validateSchedulingGates(gates: NonNullable<PodSpec['schedulingGates']>, path: string): FieldError[] {
  return gates.flatMap(({ name = '' }, index) => concat(
    invalidForEach(`${path}[${index}]`, name, qualifiedNameErrors(name)),
    gates.slice(0, index).some((earlier) => (earlier.name ?? '') === name) ? [duplicate(`${path}[${index}]`, name)] : [],
  ));
}
