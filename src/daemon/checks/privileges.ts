import { MountPropagation } from 'cdk8s-plus-27';
import { Check, definedContainers, Subject } from './subject';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { Container, DaemonSet } from '../../kubernetes/objects';
import { isInside, normalizePath } from '../../kubernetes/paths';
import { placementOf } from '../render/placement';
import { stateDirectoryOf } from '../render/pod';

/** Paths of a node that only root may read, and all below them. */
const ROOT_OWNED = [
  '/etc/kubernetes/pki', '/root', '/run/containerd', '/run/crio', '/run/docker', '/run/docker.sock', '/var/lib/containerd', '/var/lib/containers', '/var/lib/docker',
  '/var/lib/etcd', '/var/lib/kubelet', '/var/log', '/var/run/docker.sock',
];

/** What a container reaches for must fit what it may do. */
export const checkPrivileges: Check = (subject) => [foreignRights, rootOwnedPaths, devices, escalation].flatMap((check) => check(subject));

/** What the other operating system knows would be left out without a word. */
function foreignRights(subject: Subject): string[] {
  if (!subject.identity.recommended) {
    return []; // they are written as they are said
  }
  const isWindows = placementOf(subject.props)._isWindows;
  const [system, instead] = isWindows ? ['Windows', 'state Privileges.windowsUser(name) or Privileges.hostProcess(reason)']
    : ['Linux', 'state placement: Placement.windows(), or leave it out'];
  return definedContainers(subject).flatMap(({ name, options }) => {
    const foreign = options.privileges?._foreignTo(isWindows) ?? [];
    return foreign.length === 0 ? [] : [`container '${name}' has privileges that nodes with ${system} do not know (${foreign.join(', ')}); ${instead}`];
  });
}

function rootOwnedPaths(subject: Subject): string[] {
  if (!subject.identity.recommended || placementOf(subject.props)._isWindows) {
    return []; // the image decides the user; Windows has no root
  }
  const stateDirectory = stateDirectoryOf(subject.identity);
  return definedContainers(subject).flatMap(({ name, options }) => {
    const { hostPaths = [], privileges } = options;
    const needsPrivileged = hostPaths.some((hostPath) => hostPath._isDevice || hostPath._options.mountPropagation === MountPropagation.BIDIRECTIONAL);
    if (privileges?._hasUser || (needsPrivileged && !privileges?._isPrivileged)) {
      return []; // who is told to be privileged is told to be root
    }
    const paths = hostPaths.filter((hostPath) => needsUser(hostPath, stateDirectory)).map((hostPath) => `'${hostPath._path(stateDirectory)}'`);
    return paths.length === 0 ? [] : [`container '${name}' runs as nobody (uid 65534), but ${paths.join(', ')} on the node ${paths.length > 1 ? 'belong' : 'belongs'} to root; `
      + 'state a user: privileges: Privileges.root()'];
  });
}

function needsUser(hostPath: HostPath, stateDirectory: string): boolean {
  const path = normalizePath(hostPath._path(stateDirectory));
  return hostPath._needsUser || hostPath._isExclusive || ROOT_OWNED.some((root) => path === root || isInside(path, root));
}

function devices(subject: Subject): string[] {
  return definedContainers(subject).flatMap(({ name, options }) => (options.hostPaths ?? [])
    .filter((hostPath) => hostPath._isDevice && !(options.privileges ?? Privileges.restricted())._isPrivileged)
    .map((hostPath) => `container '${name}' asks for the device '${hostPath._path('')}', which only privileged containers may open: `
      + 'state privileges: Privileges.privileged(reason), or ask for it as an extended resource of a device plugin'));
}

/** The server looks for the capability under a name that it does not have (upstream: ValidateSecurityContext). */
function escalation({ manifest }: Subject): string[] {
  return containersOf(manifest).filter(({ securityContext = {} }) => securityContext.allowPrivilegeEscalation === false && securityContext.capabilities?.add?.includes('SYS_ADMIN'))
    .map(({ name }) => `container '${name}' has the capability SYS_ADMIN but sets allowPrivilegeEscalation to false, which contradict each other; leave allowPrivilegeEscalation out`);
}

function containersOf({ spec: { template: { spec } } }: DaemonSet): Container[] {
  return [...(spec.initContainers ?? []), ...spec.containers];
}
