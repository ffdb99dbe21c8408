import { concat } from '../concat';
import { FieldError, forbidden, invalid } from '../field-error';
import { Container } from '../pod-objects';
import { checkHostPortConflicts } from './container-ports';
import { validateInitContainerRestartPolicy } from './container-restart-policy';
import { ContainerSurroundings, takeName, validateContainerCommon } from './containers';
import { isSet, typed } from './field-checks';
import { storedLifecycle, validateLifecycle } from './lifecycle';
import { validateProbes } from './probes';

/** What only a container that goes on running can have. */
const OF_SIDECARS = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const;

/** The containers that run before the others, and the sidecars among them. Upstream: validateInitContainers. */
export function validateInitContainers(surroundings: ContainerSurroundings, path: string): FieldError[] {
  const { initContainers, containers, terminationGracePeriodSeconds } = surroundings.spec;
  const taken = new Set((containers ?? []).map(({ name = '' }) => name));
  return (initContainers ?? []).flatMap((container, index) => {
    const containerPath = `${path}[${index}]`;
    const nameErrors = takeName(container, `${containerPath}.name`, taken);
    if (!container.name && nameErrors.length === 0) {
      taken.delete(''); // unlike elsewhere, two init containers without names have different names
    }
    return concat(
      validateContainerCommon(container, surroundings, containerPath),
      validateInitContainerRestartPolicy(container, containerPath, surroundings.options),
      nameErrors,
      // upstream checks each alone, so it is always the first
      checkHostPortConflicts([container], path),
      container.restartPolicy === 'Always'
        ? concat(validateLifecycle(container, terminationGracePeriodSeconds, containerPath), validateProbes(container, containerPath))
        : validateEndsByItself(container, surroundings, containerPath),
    );
  });
}

function validateEndsByItself(container: Container, { options }: ContainerSurroundings, path: string): FieldError[] {
  const fields = OF_SIDECARS.filter((field) => (field === 'lifecycle' ? storedLifecycle(container) !== undefined : isSet(container[field])));
  return concat(
    fields.map((field) => forbidden(`${path}.${field}`, 'may not be set for init containers without restartPolicy=Always')),
    options.allowExistingRestartContainerForNonSidecarInitContainer ? [] : (container.resizePolicy ?? []).flatMap(({ restartPolicy }, index) => (
      restartPolicy === 'RestartContainer' ? [invalid(`${path}.resizePolicy[${index}].restartPolicy`, typed(restartPolicy),
        "must not be set to 'RestartContainer' for non-sidecar initContainers")] : []
    )),
  );
}
