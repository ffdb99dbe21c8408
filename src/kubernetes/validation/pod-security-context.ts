import { concat } from '../concat';
import { FieldError, invalid } from '../field-error';
import { PodSpec } from '../pod-objects';
import { invalidForEach, optionalOneOf } from './field-checks';
import { userOrGroupIdErrors } from './names';
import { PodValidationOptions } from './pod-validation-options';
import { validateIds } from './security-context';
import { PodSecurityContext } from './security-objects';
import { validateAppArmorProfileField, validateSeccompProfileField } from './security-profiles';
import { validateSysctls } from './sysctls';
import { validateWindowsOptions } from './windows-options';

const FS_GROUP_CHANGE_POLICIES = ['Always', 'OnRootMismatch'];
const SUPPLEMENTAL_GROUPS_POLICIES = ['Merge', 'Strict'];
const SE_LINUX_CHANGE_POLICIES = ['MountOption', 'Recursive'];

/** What all containers of a pod may do. Upstream: validatePodSpecSecurityContext. */
export function validatePodSecurityContext(spec: PodSpec, path: string, options: PodValidationOptions): FieldError[] {
  const context: PodSecurityContext = spec.securityContext ?? {};
  const changePolicies = options.allowAnySELinuxChangePolicy ? SE_LINUX_CHANGE_POLICIES : ['Recursive'];
  return concat(
    validateIds(context, ['fsGroup', 'runAsUser', 'runAsGroup'], path),
    (context.supplementalGroups ?? []).flatMap((group, index) => (
      invalidForEach(`${path}.supplementalGroups[${index}]`, group, userOrGroupIdErrors(group)))),
    spec.shareProcessNamespace && spec.hostPID
      ? [invalid(`${path}.shareProcessNamespace`, true, 'ShareProcessNamespace and HostPID cannot both be enabled')] : [],
    validateSysctls(spec, `${path}.sysctls`, options),
    optionalOneOf(context.fsGroupChangePolicy, `${path}.fsGroupChangePolicy`, FS_GROUP_CHANGE_POLICIES),
    validateSeccompProfileField(context.seccompProfile, `${path}.seccompProfile`),
    validateWindowsOptions(context.windowsOptions, `${path}.windowsOptions`),
    validateAppArmorProfileField(context.appArmorProfile, `${path}.appArmorProfile`),
    optionalOneOf(context.supplementalGroupsPolicy, `${path}.supplementalGroupsPolicy`, SUPPLEMENTAL_GROUPS_POLICIES),
    optionalOneOf(context.seLinuxChangePolicy, `${path}.seLinuxChangePolicy`, changePolicies),
  );
}
