import { concat } from '../concat';
import { FieldError, duplicate, invalid, required } from '../field-error';
import { PodSpec } from '../pod-objects';
import { byteLength } from './names';
import { PodValidationOptions } from './pod-validation-options';

const NAME_MAX = 253;
const SEGMENT = '[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const FORMAT = `^(${SEGMENT}[\\./])*${SEGMENT}$`;

const IPC = ['kernel.sem', 'kernel.shmall', 'kernel.shmmax', 'kernel.shmmni', 'kernel.shm_rmid_forced', 'kernel.shm',
  'kernel.msgmax', 'kernel.msgmnb', 'kernel.msgmni', 'kernel.msg'];

/** Parameters of the kernel. Upstream: validateSysctls. */
export function validateSysctls(spec: PodSpec, path: string, options: PodValidationOptions): FieldError[] {
  const sysctls = spec.securityContext?.sysctls ?? [];
  return sysctls.flatMap(({ name = '' }, index) => concat(
    validateName(name, sysctls.slice(0, index).map((earlier) => earlier.name ?? ''), `${path}[${index}].name`),
    options.allowNamespacedSysctlsForHostNetAndHostIPC ? [] : validateHostSysctl(name, spec, `${path}[${index}].name`),
  ));
}

function validateName(name: string, earlier: readonly string[], path: string): FieldError[] {
  if (name === '') {
    return [required(path)];
  }
  if (byteLength(name) > NAME_MAX || !new RegExp(FORMAT).test(name)) {
    return [invalid(path, name, `must have at most ${NAME_MAX} characters and match regex ${FORMAT}`)];
  }
  return earlier.includes(name) ? [duplicate(path, name)] : [];
}

/** What a pod has of its host cannot be its own. Upstream: ValidateHostSysctl. */
export function validateHostSysctl(name: string, { hostNetwork, hostIPC }: PodSpec, path: string): FieldError[] {
  const [normal] = normalizeName(name).split('*');
  if (hostNetwork && normal.startsWith('net.')) {
    return [invalid(path, name, "may not be specified when 'hostNetwork' is true")];
  }
  const isOfIPC = IPC.includes(normal) || normal.startsWith('fs.mqueue.');
  return hostIPC && isOfIPC ? [invalid(path, name, "may not be specified when 'hostIPC' is true")] : [];
}

/** The spelling with slashes for dots. Upstream: NormalizeName. */
function normalizeName(name: string): string {
  const [, separator] = /([./])/.exec(name) ?? [];
  return separator === '/' ? name.replace(/[./]/g, (sign) => (sign === '.' ? '/' : '.')) : name;
}
