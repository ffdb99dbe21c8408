import { Check } from './subject';
import { Container, Volume, VolumeMount } from '../../kubernetes/objects';
import { isInside, normalizePath } from '../../kubernetes/paths';

/** A mount with its path in the shortest words and what it mounts; a patch may leave it without. */
type Mounted = VolumeMount & { readonly path: string; readonly volume?: Volume };

/** Mounts that hide each other or cannot be made. */
export const checkMounts: Check = ({ manifest }) => {
  const { containers, initContainers = [], volumes = [] } = manifest.spec.template.spec;
  const all = [...initContainers, ...containers];
  return [...hostPathProblems(volumes), ...all.flatMap((container) => containerProblems(container, mountsOf(container, volumes)))];
};

function hostPathProblems(volumes: Volume[]): string[] {
  return volumes.flatMap(({ hostPath }) => (hostPath === undefined || isNodePath(hostPath.path) ? []
    : [`the path '${hostPath.path}' of the node must be absolute`]));
}

function containerProblems(container: Container, mounts: Mounted[]): string[] {
  return mounts.flatMap((mount, index) => [
    ...pathProblems(mount),
    ...mounts.slice(0, index).filter((other) => isSameInOtherWords(other, mount)).slice(0, 1)
      .map((other) => clash(other, mount)),
    ...mounts.filter((parent) => parent.readOnly && parent.path !== '/' && isInside(mount.mountPath, parent.mountPath))
      .flatMap((parent) => insideReadOnly(mount, parent)).slice(0, 1),
  ]).map((problem) => `container '${container.name}': ${problem}`);
}

function mountsOf({ volumeMounts = [] }: Container, volumes: Volume[]): Mounted[] {
  return volumeMounts.map((mount) => (
    { ...mount, path: normalizePath(mount.mountPath), volume: volumes.find((volume) => volume.name === mount.name) }));
}

function pathProblems({ mountPath, path, volume }: Mounted): string[] {
  const ofNode = volume?.hostPath?.path;
  if (mountPath === '' || (ofNode === mountPath && !ofNode.startsWith('/'))) {
    return []; // the server says that it is missing, and what is the node's path too is told as that
  }
  if (!mountPath.startsWith('/') || mountPath.includes(':')) {
    return [`the mount path '${mountPath}' must be absolute and without ':'`];
  }
  return path === '/' ? ["nothing can be mounted at '/', where the image's own files are; give it a mountPath, such as '/host'"] : [];
}

function clash(other: Mounted, mount: Mounted): string {
  const { path } = mount;
  return other.name === mount.name ? `'${path}' is mounted twice; leave one of them out`
    : `the volumes '${other.name}' and '${mount.name}' are both mounted at '${path}'; give one of them another mountPath`;
}

/** A mount point has to be made in its parent, unless the node has it there already, which nobody can know of a directory that is written. */
function insideReadOnly(mount: Mounted, parent: Mounted): string[] {
  const instead = 'where no mount point can be made; mount it outside of that directory';
  const { configMap, secret, projected } = parent.volume ?? {};
  if (configMap !== undefined || secret !== undefined || projected !== undefined) {
    return [`'${mount.mountPath}' lies inside '${parent.mountPath}', which holds the files of a ${configMap ? 'ConfigMap' : 'Secret'}, ${instead}`];
  }
  return mount.readOnly ? [] : [`'${mount.mountPath}' is written but lies inside '${parent.mountPath}', which is mounted read-only, ${instead}`];
}

/** The server refuses an empty path and one that goes up. */
function isNodePath(path: string): boolean {
  return path === '' || path.startsWith('/') || path.split('/').includes('..');
}

/** The server compares paths as they are spelled. */
function isSameInOtherWords(a: Mounted, b: Mounted): boolean {
  return a.path === b.path && a.mountPath !== b.mountPath;
}
