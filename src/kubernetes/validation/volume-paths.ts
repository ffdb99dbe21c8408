import { concat } from '../concat';
import { FieldError, invalid } from '../field-error';
import { isSet } from './field-checks';

const MODE_MAX = 0o777;

/** A path that stays below where it begins. Upstream: validatePathNoBacksteps. */
export function validatePathNoBacksteps(target: string, path: string): FieldError[] {
  return target.split('/').includes('..') ? [invalid(path, target, "must not contain '..'")] : [];
}

/** Upstream: validateLocalDescendingPath. */
export function validateLocalDescendingPath(target: string, path: string): FieldError[] {
  return concat(target.startsWith('/') ? [invalid(path, target, 'must be a relative path')] : [], validatePathNoBacksteps(target, path));
}

/** A path whose name is none that the kubelet itself uses. Upstream: ValidateLocalNonReservedPath. */
export function validateLocalNonReservedPath(target: string, path: string): FieldError[] {
  const isReserved = target.startsWith('..') && !target.startsWith('../');
  return concat(validateLocalDescendingPath(target, path), isReserved ? [invalid(path, target, "must not start with '..'")] : []);
}

/** The permission bits of a file, if they are given. */
export function validateFileMode(mode: number | null | undefined, path: string): FieldError[] {
  return isSet(mode) && (mode < 0 || mode > MODE_MAX) ? [invalid(path, mode, 'must be a number between 0 and 0777 (octal), both inclusive')] : [];
}
