import { concat } from '../concat';
import { FieldError, invalid, notSupported } from '../field-error';
import { invalidForEach, typed } from './field-checks';
import { qualifiedNameErrors } from './names';

const NATIVE_DOMAIN = 'kubernetes.io/';
const HUGE_PAGES = 'hugepages-';
const REQUESTS = 'requests.';

const OF_CONTAINERS = ['cpu', 'memory', 'ephemeral-storage'];
const OF_PODS = ['cpu', 'hugepages-', 'memory'];
const COUNTS = ['pods', 'resourcequotas', 'services', 'replicationcontrollers', 'secrets', 'configmaps', 'persistentvolumeclaims',
  'services.nodeports', 'services.loadbalancers'];
const OF_QUOTAS = OF_CONTAINERS.flatMap((name) => [`requests.${name}`, `limits.${name}`]);
const STANDARD = [...OF_CONTAINERS, ...OF_QUOTAS, ...COUNTS, 'storage', 'requests.storage'];

/** Upstream: IsHugePageResourceName. */
export function isHugePages(name: string): boolean {
  return name.startsWith(HUGE_PAGES);
}

/** The text of the size of the pages. */
export function hugePageSize(name: string): string {
  return name.slice(HUGE_PAGES.length);
}

/** Upstream: IsNativeResource. */
function isNative(name: string): boolean {
  return !name.includes('/') || name.includes(NATIVE_DOMAIN);
}

/** Whether a node can promise more than it has. Upstream: IsOvercommitAllowed. */
export function isOvercommitAllowed(name: string): boolean {
  return isNative(name) && !isHugePages(name);
}

/** Upstream: IsExtendedResourceName. */
function isExtended(name: string): boolean {
  return !isNative(name) && !name.startsWith(REQUESTS) && qualifiedNameErrors(`${REQUESTS}${name}`).length === 0;
}

/** Whether there are only whole ones. Upstream: IsIntegerResourceName. */
export function isCounted(name: string): boolean {
  return COUNTS.includes(name) || isExtended(name);
}

/** Upstream: validateResourceName. */
export function validateResourceName(name: string, path: string): FieldError[] {
  const errors = invalidForEach(path, typed(name), qualifiedNameErrors(name));
  const isStandard = name.includes('/') || STANDARD.includes(name) || isHugePages(name) || name.startsWith(`${REQUESTS}${HUGE_PAGES}`);
  return errors.length > 0 || isStandard ? errors : [invalid(path, typed(name), 'must be a standard resource type or fully qualified')];
}

/** Upstream: validateContainerResourceName. */
export function validateContainerResourceName(name: string, path: string): FieldError[] {
  const reason = !name.includes('/') ? (OF_CONTAINERS.includes(name) || isHugePages(name) ? undefined : 'must be a standard resource for containers')
    : isNative(name) || isExtended(name) ? undefined : "doesn't follow extended resource name standard";
  return concat(validateResourceName(name, path), reason === undefined ? [] : [invalid(path, typed(name), reason)]);
}

/** Upstream: validatePodResourceName. */
export function validatePodResourceName(name: string, path: string): FieldError[] {
  const errors = validateResourceName(name, path);
  return errors.length > 0 || OF_PODS.includes(name) || isHugePages(name) ? errors : [notSupported(path, typed(name), OF_PODS)];
}
