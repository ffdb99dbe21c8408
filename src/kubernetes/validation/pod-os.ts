import { concat } from '../concat';
import { FieldError, forbidden, notSupported, required } from '../field-error';
import { PodSpec } from '../pod-objects';
import { isSet, typed } from './field-checks';
import { podContainers } from './pod-containers';

const SYSTEMS = ['linux', 'windows'];
const REASON = 'cannot be set for a windows pod';

const NOT_IN_WINDOWS_POD = ['appArmorProfile', 'seLinuxOptions', 'seccompProfile', 'fsGroup', 'fsGroupChangePolicy', 'runAsUser', 'runAsGroup',
  'supplementalGroups', 'supplementalGroupsPolicy', 'seLinuxChangePolicy'] as const;
const NOT_IN_WINDOWS_CONTAINER = ['appArmorProfile', 'seLinuxOptions', 'seccompProfile', 'capabilities', 'readOnlyRootFilesystem', 'privileged',
  'allowPrivilegeEscalation', 'procMount', 'runAsUser', 'runAsGroup'] as const;

/** Whether a pod asks for nothing that its operating system does not have. Upstream: validateOS, validateLinux, validateWindows. */
export function validatePodOS(spec: PodSpec, path: string): FieldError[] {
  if (!isSet(spec.os)) {
    return [];
  }
  switch (spec.os.name ?? '') {
    case '': return [required(`${path}.os.name`)];
    case 'linux': return validateLinux(spec, path);
    case 'windows': return validateWindows(spec, path);
    default: return [notSupported(`${path}.os`, typed(spec.os.name), SYSTEMS)];
  }
}

function validateLinux(spec: PodSpec, path: string): FieldError[] {
  const contexts = [{ context: spec.securityContext, at: path }, ...podContainers(spec, path).map(({ container, path: at }) => (
    { context: container.securityContext, at }))];
  return contexts.filter(({ context }) => isSet(context?.windowsOptions)).map(({ at }) => (
    forbidden(`${at}.securityContext.windowsOptions`, 'windows options cannot be set for a linux pod')));
}

function validateWindows(spec: PodSpec, path: string): FieldError[] {
  const { securityContext: context } = spec;
  const fields = concat(
    NOT_IN_WINDOWS_POD.filter((field) => isSet(context?.[field])).map((field) => `securityContext.${field}`),
    (context?.sysctls ?? []).length > 0 ? ['securityContext.sysctls'] : [],
    (['hostPID', 'hostIPC'] as const).filter((field) => spec[field]),
    (['hostUsers', 'shareProcessNamespace'] as const).filter((field) => isSet(spec[field])),
  );
  return concat(
    fields.map((field) => forbidden(`${path}.${field}`, REASON)),
    podContainers(spec, path).flatMap(({ container, path: at }) => NOT_IN_WINDOWS_CONTAINER
      .filter((field) => isSet(container.securityContext?.[field])).map((field) => forbidden(`${at}.securityContext.${field}`, REASON))),
  );
}
