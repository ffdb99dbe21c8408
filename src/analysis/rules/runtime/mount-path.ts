import { posix } from 'node:path';
import { normalizePath } from '../../../kubernetes/paths';
import { inContainers, Rule } from '../rule';

/** Two mounts of a container at one place, in two spellings. The API server compares the texts; the one that is mounted later hides the other. */
export const MOUNT_PATH: Rule = {
  id: 'runtime/mount-path',
  title: 'Two mounts of a container at one place',
  severity: 'error',
  find: inContainers(({ container, path }) => {
    const paths = (container.volumeMounts ?? []).map(({ mountPath = '' }) => absolute(mountPath));
    return (container.volumeMounts ?? []).flatMap(({ mountPath }, index) => {
      const first = paths.indexOf(paths[index]);
      const other = container.volumeMounts?.[first].mountPath;
      return first === index || other === mountPath ? [] : [{
        path: `${path}.volumeMounts[${index}].mountPath`,
        message: `'${mountPath}' is '${other}' in another spelling, and one mount hides the other`,
        fix: 'mount one of them elsewhere',
      }];
    });
  }),
};

/** A mount path that does not begin at the root, of Linux or of Windows. The kubelet puts the slash in front, other tools read it otherwise. Upstream: MakeAbsolutePath. */
export const RELATIVE_MOUNT_PATH: Rule = {
  id: 'runtime/relative-mount-path',
  title: 'A mount path that is relative',
  severity: 'warning',
  find: inContainers(({ container, path }, { pod }) => (pod.os?.name === 'windows' ? [] : (container.volumeMounts ?? []).flatMap(({ mountPath = '' }, index) => (
    /^([/\\]|$|[A-Za-z]:)/.test(mountPath) ? [] : [{
      path: `${path}.volumeMounts[${index}].mountPath`,
      message: `'${mountPath}' is relative; the kubelet takes it as '${absolute(mountPath)}'`,
      fix: `write '${absolute(mountPath)}'`,
    }])))),
};

/** The place that is meant: with a slash in front, and without steps that lead nowhere (`/./`). */
function absolute(path: string): string {
  return normalizePath(posix.normalize(`/${path}`));
}
