import { concat } from '../concat';
import { FieldError, duplicate, required } from '../field-error';
import { Container, PodSpec } from '../pod-objects';
import { validateContainerPorts, checkHostPortConflicts } from './container-ports';
import { validateContainerRestartPolicy, validateResizePolicy } from './container-restart-policy';
import { validateEnv, validateEnvFrom } from './env';
import { requireFormat, requireText, requireTextOneOf } from './field-checks';
import { validateLifecycle } from './lifecycle';
import { dns1123LabelErrors } from './names';
import { PodValidationOptions } from './pod-validation-options';
import { validateProbes } from './probes';
import { validateContainerResourceRequirements } from './resources';
import { validateSecurityContext } from './security-context';
import { validateVolumeDevices, validateVolumeMounts } from './volume-mounts';
import { VolumesByName } from './volumes';

/** What of its pod a container is judged by. */
export interface ContainerSurroundings {
  readonly spec: PodSpec;
  /** The volumes without errors. */
  readonly volumes: VolumesByName;
  readonly claimNames: ReadonlySet<string>;
  readonly options: PodValidationOptions;
}

const TERMINATION_MESSAGE_POLICIES = ['File', 'FallbackToLogsOnError'];
const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];

/** The containers that run as long as the pod. Upstream: validateContainers. */
export function validateContainers(surroundings: ContainerSurroundings, path: string): FieldError[] {
  const containers = surroundings.spec.containers ?? [];
  if (containers.length === 0) {
    return [required(path)];
  }
  const taken = new Set<string>();
  return concat(
    containers.flatMap((container, index) => concat(
      validateContainerCommon(container, surroundings, `${path}[${index}]`),
      takeName(container, `${path}[${index}].name`, taken),
      validateLifecycle(container, surroundings.spec.terminationGracePeriodSeconds, `${path}[${index}]`),
      validateProbes(container, `${path}[${index}]`),
      validateContainerRestartPolicy(container, `${path}[${index}]`, surroundings.options),
    )),
    checkHostPortConflicts(containers, path),
  );
}

/** Every name of a container is taken once, also the empty one. */
export function takeName({ name = '' }: Container, path: string, taken: Set<string>): FieldError[] {
  const isTaken = taken.has(name);
  taken.add(name);
  return isTaken ? [duplicate(path, name)] : [];
}

/** What holds for containers of all kinds. Upstream: validateContainerCommon. */
export function validateContainerCommon(container: Container, surroundings: ContainerSurroundings, path: string): FieldError[] {
  const { spec, volumes, claimNames, options } = surroundings;
  return concat(
    requireFormat(container.name, `${path}.name`, dns1123LabelErrors),
    requireText(container.image, `${path}.image`),
    requireTextOneOf(container.terminationMessagePolicy, `${path}.terminationMessagePolicy`, TERMINATION_MESSAGE_POLICIES),
    validateContainerPorts(container.ports ?? [], `${path}.ports`),
    validateEnv(container.env ?? [], `${path}.env`, options),
    validateEnvFrom(container.envFrom ?? [], `${path}.envFrom`, options),
    validateVolumeMounts(container, volumes, `${path}.volumeMounts`),
    validateVolumeDevices(container, volumes, `${path}.volumeDevices`),
    requireTextOneOf(container.imagePullPolicy, `${path}.imagePullPolicy`, PULL_POLICIES),
    validateContainerResourceRequirements(container.resources ?? {}, claimNames, `${path}.resources`, options),
    validateResizePolicy(container.resizePolicy ?? [], spec.restartPolicy, `${path}.resizePolicy`),
    validateSecurityContext(container.securityContext, spec.hostUsers, `${path}.securityContext`),
  );
}
