import { concat } from '../concat';
import { FieldError, duplicate, invalid } from '../field-error';
import { isSet, requireFormat } from './field-checks';
import { byteLength, dns1123LabelErrors } from './names';
import { PodValidationOptions } from './pod-validation-options';
import { Volume } from './volume-objects';
import { validateVolumeSource } from './volume-sources';

export type VolumesByName = ReadonlyMap<string, Volume>;

export interface ValidatedVolumes {
  readonly errors: FieldError[];
  readonly volumes: VolumesByName;
}

const ISCSI_ID_MAX = 64;
const ISCSI_ID_RULE = 'Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.';

/**
 * The volumes of a pod. One with an error is not there for the containers that mount it, nor does it take its name.
 * Upstream: ValidateVolumes.
 */
export function validateVolumes(volumes: readonly Volume[], path: string, options: PodValidationOptions): ValidatedVolumes {
  const known = new Map<string, Volume>();
  const errors = volumes.flatMap((volume, index) => {
    const { name = '' } = volume;
    const found = concat(
      validateVolumeSource(volume, `${path}[${index}]`, options),
      validateISCSINames(volume, `${path}[${index}].name`),
      requireFormat(name, `${path}[${index}].name`, dns1123LabelErrors),
      known.has(name) ? [duplicate(`${path}[${index}].name`, name)] : [],
    );
    if (found.length === 0) {
      known.set(name, volume);
    }
    return found;
  });
  return { errors, volumes: known };
}

function validateISCSINames({ name = '', iscsi }: Volume, path: string): FieldError[] {
  return isSet(iscsi?.initiatorName) && byteLength(`${name}:${iscsi.targetPortal ?? ''}`) > ISCSI_ID_MAX
    ? [invalid(path, name, ISCSI_ID_RULE)] : [];
}
