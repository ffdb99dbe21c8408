import { concat } from '../concat';
import { FieldError, forbidden, invalid, notFound } from '../field-error';
import { EphemeralContainer } from '../pod-objects';
import { ContainerSurroundings, takeName, validateContainerCommon } from './containers';
import { isSet } from './field-checks';
import { storedLifecycle } from './lifecycle';

const NOT_ALLOWED = ['ports', 'resizePolicy', 'restartPolicy', 'restartPolicyRules', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const;
const REASON = 'cannot be set for an Ephemeral Container';

/** Containers that come for a while. No template may have them; what is wrong with them is told as well. Upstream: validateEphemeralContainers. */
export function validateEphemeralContainers(surroundings: ContainerSurroundings, path: string): FieldError[] {
  const { containers, initContainers, ephemeralContainers } = surroundings.spec;
  const names = concat(containers ?? [], initContainers ?? []).map(({ name = '' }) => name);
  const taken = new Set(names);
  return (ephemeralContainers ?? []).flatMap((container, index) => {
    const containerPath = `${path}[${index}]`;
    const { image = '', targetContainerName } = container;
    return concat(
      validateContainerCommon(container, surroundings, containerPath),
      image.trim() === image ? [] : [invalid(`${containerPath}.image`, image, 'must not have leading or trailing whitespace')],
      takeName(container, `${containerPath}.name`, taken),
      targetContainerName && !names.includes(targetContainerName) ? [notFound(`${containerPath}.targetContainerName`, targetContainerName)] : [],
      validateAllowedFields(container, containerPath),
      validateNoSubPaths(container, `${containerPath}.volumeMounts`),
    );
  });
}

/** Upstream: validateFieldAllowList. Resources of nothing are no resources. */
function validateAllowedFields(container: EphemeralContainer, path: string): FieldError[] {
  const hasResources = Object.values(container.resources ?? {}).some(isSet);
  return concat(
    NOT_ALLOWED.filter((field) => isSet(container[field])),
    storedLifecycle(container) === undefined ? [] : ['lifecycle'],
    hasResources ? ['resources'] : [],
  ).map((field) => forbidden(`${path}.${field}`, REASON));
}

function validateNoSubPaths({ volumeMounts }: EphemeralContainer, path: string): FieldError[] {
  return (volumeMounts ?? []).flatMap((mount, index) => (['subPath', 'subPathExpr'] as const).filter((field) => mount[field])
    .map((field) => forbidden(`${path}[${index}].${field}`, REASON)));
}
