import { concat } from '../concat';
import { FieldError, duplicate, invalid, notSupported, required } from '../field-error';
import { isSet, optionalOneOf, typed } from './field-checks';
import { dns1123SubdomainErrors } from './names';
import { ObjectMetadata, validateObjectMeta } from './object-meta';
import { validateImmutableField, validateObjectMetaUpdate } from './object-meta-update';
import { isSameList } from '../defaults/same';

export interface TokenRequest {
  readonly audience?: string;
  readonly expirationSeconds?: number | null;
}

export interface CsiDriverSpec {
  readonly attachRequired?: boolean | null;
  readonly podInfoOnMount?: boolean | null;
  readonly storageCapacity?: boolean | null;
  readonly seLinuxMount?: boolean | null;
  readonly fsGroupPolicy?: string | null;
  readonly tokenRequests?: readonly TokenRequest[] | null;
  readonly volumeLifecycleModes?: readonly string[] | null;
  readonly nodeAllocatableUpdatePeriodSeconds?: number | null;
  readonly serviceAccountTokenInSecrets?: boolean | null;
}

/** What of a CSIDriver the rules look at. */
export interface CsiDriver {
  readonly metadata?: ObjectMetadata;
  readonly spec?: CsiDriverSpec | null;
}

const FS_GROUP_POLICIES = ['File', 'None', 'ReadWriteOnceWithFSType'];
const LIFECYCLE_MODES = ['Persistent', 'Ephemeral'];
const [TOKEN_SECONDS_MIN, TOKEN_SECONDS_MAX] = [600, 2 ** 32];
const PERIOD_SECONDS_MIN = 10;

/** The fields that are always set, and what upstream calls them. */
const REQUIRED = [['attachRequired', 'attachedRequired'], ['podInfoOnMount', 'podInfoOnMount'], ['storageCapacity', 'storageCapacity'],
  ['seLinuxMount', 'seLinuxMount']] as const;

/**
 * A new CSIDriver. Defaulting has set `attachRequired` (true), `podInfoOnMount`, `storageCapacity` and `seLinuxMount` (false).
 * Upstream: ValidateCSIDriver.
 */
export function validateCsiDriver({ metadata, spec }: CsiDriver): FieldError[] {
  return concat(
    validateObjectMeta(metadata, 'metadata', { requiresNamespace: false, nameErrors: dns1123SubdomainErrors }),
    validateCsiDriverSpec(spec ?? {}, 'spec'),
  );
}

/** How volumes are attached and used stays. Upstream: ValidateCSIDriverUpdate. */
export function validateCsiDriverUpdate(csiDriver: CsiDriver, old: CsiDriver): FieldError[] {
  return [
    ...validateObjectMetaUpdate(csiDriver.metadata, old.metadata, 'metadata', false),
    ...validateCsiDriverSpec(csiDriver.spec ?? {}, 'spec'),
    ...validateImmutableField(csiDriver.spec?.attachRequired, old.spec?.attachRequired, 'spec.attachedRequired'),
    ...validateImmutableField(csiDriver.spec?.volumeLifecycleModes, undefined, 'spec.volumeLifecycleModes',
      isSameList(csiDriver.spec?.volumeLifecycleModes, old.spec?.volumeLifecycleModes)),
  ];
}

/** Upstream: validateCSIDriverSpec. */
function validateCsiDriverSpec(spec: CsiDriverSpec, path: string): FieldError[] {
  const { fsGroupPolicy, tokenRequests, volumeLifecycleModes } = spec;
  const { nodeAllocatableUpdatePeriodSeconds: seconds, serviceAccountTokenInSecrets: inSecrets } = spec;
  return concat(
    REQUIRED.filter(([field]) => !isSet(spec[field])).map(([, name]) => required(`${path}.${name}`)),
    optionalOneOf(fsGroupPolicy, `${path}.fsGroupPolicy`, FS_GROUP_POLICIES),
    validateTokenRequests(tokenRequests ?? [], `${path}.tokenRequests`),
    validateVolumeLifecycleModes(volumeLifecycleModes ?? [], `${path}.volumeLifecycleModes`),
    isSet(seconds) && seconds < PERIOD_SECONDS_MIN
      ? [invalid(`${path}.nodeAllocatableUpdatePeriodSeconds`, seconds, `must be greater than or equal to ${PERIOD_SECONDS_MIN} seconds`)] : [],
    isSet(inSecrets) && (tokenRequests ?? []).length === 0 ? [invalid(`${path}.serviceAccountTokenInSecrets`, inSecrets,
      'serviceAccountTokenInSecrets is set but no tokenRequests are specified')] : [],
  );
}

/** Of two requests for one audience only the first is looked at. Upstream: validateTokenRequests. */
function validateTokenRequests(requests: readonly TokenRequest[], path: string): FieldError[] {
  const audiences = requests.map(({ audience = '' }) => audience);
  return requests.flatMap(({ expirationSeconds: seconds }, index) => {
    if (audiences.indexOf(audiences[index]) < index) {
      return [duplicate(`${path}[${index}].audience`, audiences[index])];
    }
    const reason = !isSet(seconds) ? undefined : seconds < TOKEN_SECONDS_MIN ? 'may not specify a duration less than 10 minutes'
      : seconds > TOKEN_SECONDS_MAX ? 'may not specify a duration larger than 2^32 seconds' : undefined;
    return reason === undefined ? [] : [invalid(`${path}[${index}].expirationSeconds`, seconds, reason)];
  });
}

/** Upstream: validateVolumeLifecycleModes. It does not tell which of them it is. */
function validateVolumeLifecycleModes(modes: readonly string[], path: string): FieldError[] {
  return modes.filter((mode) => !LIFECYCLE_MODES.includes(mode)).map((mode) => notSupported(path, typed(mode), LIFECYCLE_MODES));
}
