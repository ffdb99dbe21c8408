import { concat } from '../concat';
import { FieldError, invalid, notSupported, required, tooLong } from '../field-error';
import { isSet, typed } from './field-checks';
import { byteLength } from './names';
import { SecurityProfile } from './security-objects';
import { validateLocalDescendingPath } from './volume-paths';

const TYPES = ['Localhost', 'RuntimeDefault', 'Unconfined'];
const APP_ARMOR_PROFILE_MAX = 4095;

/** Upstream: validateSeccompProfileField. */
export function validateSeccompProfileField(profile: SecurityProfile | null | undefined, path: string): FieldError[] {
  if (!isSet(profile)) {
    return [];
  }
  const { type = '', localhostProfile } = profile;
  const typeErrors = validateType(type, `${path}.type`, 'type is required when seccompProfile is set');
  if (type === 'Localhost') {
    return concat(typeErrors, isSet(localhostProfile) ? validateLocalDescendingPath(localhostProfile, `${path}.localhostProfile`)
      : [required(`${path}.localhostProfile`, 'must be set when seccomp type is Localhost')]);
  }
  return concat(typeErrors, isSet(localhostProfile) ? [invalid(`${path}.localhostProfile`, { Type: type, LocalhostProfile: localhostProfile },
    'can only be set when seccomp type is Localhost')] : []);
}

/** Upstream: ValidateAppArmorProfileField. */
export function validateAppArmorProfileField(profile: SecurityProfile | null | undefined, path: string): FieldError[] {
  if (!isSet(profile)) {
    return [];
  }
  const { type = '', localhostProfile } = profile;
  if (type === 'Localhost') {
    return validateAppArmorLocalhost(localhostProfile ?? '', `${path}.localhostProfile`);
  }
  return concat(
    validateType(type, `${path}.type`, 'type is required when appArmorProfile is set'),
    TYPES.includes(type) && isSet(localhostProfile)
      ? [invalid(`${path}.localhostProfile`, typed(localhostProfile), 'can only be set when AppArmor type is Localhost')] : [],
  );
}

function validateAppArmorLocalhost(name: string, path: string): FieldError[] {
  return concat(
    name.trim() !== name ? [invalid(path, name, 'must not be padded with whitespace')]
      : name === '' ? [required(path, 'must be set when AppArmor type is Localhost')] : [],
    byteLength(name) > APP_ARMOR_PROFILE_MAX ? [tooLong(path, APP_ARMOR_PROFILE_MAX)] : [],
  );
}

/** Upstream: validateSeccompProfileType. */
function validateType(type: string, path: string, reason: string): FieldError[] {
  return type === '' ? [required(path, reason)] : TYPES.includes(type) ? [] : [notSupported(path, typed(type), TYPES)];
}
