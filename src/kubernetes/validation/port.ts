import { FieldError } from '../field-error';
import { invalidForEach } from './field-checks';
import { portNameErrors, portNumberErrors } from './names';

/** Upstream: ValidatePortNumOrName. */
export function validatePortNumOrName(port: number | string, path: string): FieldError[] {
  return invalidForEach(path, port, typeof port === 'string' ? portNameErrors(port) : portNumberErrors(port));
}
