import { concat } from '../../../kubernetes/concat';
import { Volume } from '../../../kubernetes/validation/volume-objects';
import { containersOf, Workload } from '../../manifests';
import { inWorkloads, Rule } from '../rule';

interface Reference {
  readonly name?: string;
  readonly path: string;
}

/**
 * A `resourceFieldRef` to a container that the pod does not have. The API server does not look; the kubelet cannot start the container, or not fill the
 * volume. Upstream: resource.ExtractResourceValueByContainerName.
 */
export const RESOURCE_FIELD_CONTAINER: Rule = {
  id: 'runtime/resource-field-container',
  title: 'A resourceFieldRef to a container that is not there',
  severity: 'error',
  find: inWorkloads((workload) => {
    const names = containersOf(workload).map(({ container }) => container.name);
    return concat(inEnv(workload), inVolumes(workload)).filter(({ name }) => name && !names.includes(name)).map(({ name, path }) => ({
      path,
      message: `the pod has no container '${name}' whose resources could be told`,
      fix: `name one of its containers: ${names.join(', ')}`,
    }));
  }),
};

function inEnv(workload: Workload): Reference[] {
  return containersOf(workload).flatMap(({ container, path }) => (container.env ?? []).map(({ valueFrom }, index) => (
    { name: valueFrom?.resourceFieldRef?.containerName, path: `${path}.env[${index}].valueFrom.resourceFieldRef.containerName` })));
}

function inVolumes({ pod, path }: Workload): Reference[] {
  return (pod.volumes ?? []).flatMap((volume, index) => {
    const at = `${path}.volumes[${index}]`;
    return concat(
      inItems(volume.downwardAPI, `${at}.downwardAPI`),
      (volume.projected?.sources ?? []).flatMap((source, place) => inItems(source.downwardAPI, `${at}.projected.sources[${place}].downwardAPI`)),
    );
  });
}

function inItems(source: Volume['downwardAPI'], path: string): Reference[] {
  return (source?.items ?? []).map(({ resourceFieldRef }, index) => ({ name: resourceFieldRef?.containerName, path: `${path}.items[${index}].resourceFieldRef.containerName` }));
}
