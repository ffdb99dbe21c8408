import { Check, definedContainers } from './subject';
import { stateDirectoryOf } from '../render/pod';

/** A volume name that was given is never changed; where another volume has it, one of the two would be lost. */
export const checkVolumeNames: Check = (subject) => {
  const stateDirectory = stateDirectoryOf(subject.identity);
  const { volumes = [] } = subject.manifest.spec.template.spec;
  const given = definedContainers(subject).flatMap(({ options: { hostPaths = [], volumes: others = [] } }) => [
    ...hostPaths.map((hostPath) => ({ name: hostPath._options.volumeName, path: hostPath._path(stateDirectory), isEmptyDir: false })),
    ...others.map(({ mountPath, _source }) => ({ name: _source.emptyDir?.name, path: mountPath, isEmptyDir: true })),
  ]);
  return given.filter(({ name, path, isEmptyDir }) => volumes.some((volume) => volume.name === name
    && (isEmptyDir ? volume.emptyDir === undefined : volume.hostPath?.path !== path)))
    .map(({ name, path }) => `the volume name '${name}' of '${path}' is taken by another volume; give one of them another name`);
};
