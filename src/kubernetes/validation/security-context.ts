import { concat } from '../concat';
import { FieldError, invalid } from '../field-error';
import { invalidForEach, isSet, requireOneOf, typed } from './field-checks';
import { userOrGroupIdErrors } from './names';
import { SecurityContext } from './security-objects';
import { validateAppArmorProfileField, validateSeccompProfileField } from './security-profiles';
import { validateWindowsOptions } from './windows-options';

const PROC_MOUNTS = ['Default', 'Unmasked'];

/** What a container may do. The API server allows privileged ones. Upstream: ValidateSecurityContext. */
export function validateSecurityContext(
  context: SecurityContext | null | undefined, hostUsers: boolean | null | undefined, path: string): FieldError[] {
  if (!isSet(context)) {
    return [];
  }
  const { procMount } = context;
  return concat(
    validateIds(context, ['runAsUser', 'runAsGroup'], path),
    isSet(procMount) ? requireOneOf(procMount, `${path}.procMount`, PROC_MOUNTS) : [],
    procMount === 'Unmasked' && hostUsers !== false
      ? [invalid(`${path}.procMount`, typed(procMount), '`hostUsers` must be false to use `Unmasked`')] : [],
    validateSeccompProfileField(context.seccompProfile, `${path}.seccompProfile`),
    validatePrivilegeEscalation(context, path),
    validateWindowsOptions(context.windowsOptions, `${path}.windowsOptions`),
    validateAppArmorProfileField(context.appArmorProfile, `${path}.appArmorProfile`),
  );
}

/** Numbers of users and groups, where they are given. Upstream: IsValidUserID, IsValidGroupID. */
export function validateIds<Field extends string>(ids: { [Name in Field]?: number | null }, fields: readonly Field[], path: string): FieldError[] {
  return fields.flatMap((field) => {
    const id: number | null | undefined = ids[field];
    return isSet(id) ? invalidForEach(`${path}.${field}`, id, userOrGroupIdErrors(id)) : [];
  });
}

function validatePrivilegeEscalation(context: SecurityContext, path: string): FieldError[] {
  const { allowPrivilegeEscalation, privileged, capabilities } = context;
  return allowPrivilegeEscalation !== false ? [] : concat(
    privileged ? [invalid(path, shown(context), 'cannot set `allowPrivilegeEscalation` to false and `privileged` to true')] : [],
    (capabilities?.add ?? []).filter((capability) => capability === 'CAP_SYS_ADMIN').map(() => (
      invalid(path, shown(context), 'cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN'))),
  );
}

/** The whole of it as upstream prints it: the fields of its Go type, in their order. */
function shown(context: SecurityContext): object {
  const { capabilities, seLinuxOptions, windowsOptions } = context;
  return {
    Capabilities: isSet(capabilities) ? { Add: capabilities.add ?? null, Drop: capabilities.drop ?? null } : null,
    Privileged: context.privileged ?? null,
    SELinuxOptions: isSet(seLinuxOptions) ? {
      User: seLinuxOptions.user ?? '',
      Role: seLinuxOptions.role ?? '',
      Type: seLinuxOptions.type ?? '',
      Level: seLinuxOptions.level ?? '',
    } : null,
    WindowsOptions: isSet(windowsOptions) ? {
      GMSACredentialSpecName: windowsOptions.gmsaCredentialSpecName ?? null,
      GMSACredentialSpec: windowsOptions.gmsaCredentialSpec ?? null,
      RunAsUserName: windowsOptions.runAsUserName ?? null,
      HostProcess: windowsOptions.hostProcess ?? null,
    } : null,
    RunAsUser: context.runAsUser ?? null,
    RunAsGroup: context.runAsGroup ?? null,
    RunAsNonRoot: context.runAsNonRoot ?? null,
    ReadOnlyRootFilesystem: context.readOnlyRootFilesystem ?? null,
    AllowPrivilegeEscalation: context.allowPrivilegeEscalation ?? null,
    ProcMount: context.procMount ?? null,
    SeccompProfile: shownProfile(context.seccompProfile),
    AppArmorProfile: shownProfile(context.appArmorProfile),
  };
}

function shownProfile(profile: SecurityContext['seccompProfile']): object | null {
  return isSet(profile) ? { Type: profile.type ?? '', LocalhostProfile: profile.localhostProfile ?? null } : null;
}
