import { concat } from '../concat';
import { FieldError, forbidden } from '../field-error';
import { PodSpec } from '../pod-objects';
import { podContainers } from './pod-containers';
import { PodValidationOptions } from './pod-validation-options';

const REASON = 'when `hostUsers` is false';

/** What a pod with users of its own cannot share with its host. Upstream: validateHostUsers, with its spelling of the paths. */
export function validateHostUsers(spec: PodSpec, path: string, options: PodValidationOptions): FieldError[] {
  if (spec.hostUsers !== false) {
    return [];
  }
  return concat(
    spec.hostNetwork && !options.allowUserNamespacesHostNetworkSupport ? [forbidden(`${path}.hostNetwork`, REASON)] : [],
    spec.hostPID ? [forbidden(`${path}.HostPID`, REASON)] : [],
    spec.hostIPC ? [forbidden(`${path}.HostIPC`, REASON)] : [],
    options.allowUserNamespacesWithVolumeDevices ? [] : podContainers(spec, path)
      .filter(({ container }) => (container.volumeDevices ?? []).length > 0).map(({ path: at }) => forbidden(`${at}.volumeDevices`, REASON)),
  );
}
