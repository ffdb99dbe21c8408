import { EnvValue } from 'cdk8s-plus-27';
import { NameAndNamespace } from '../../daemon/render/identity';
import { OWN_LOGS, ownPods } from '../../daemon/roles/log-collector';
import { DaemonVolume } from '../../daemon/volume';
import { HostPath } from '../../host/host-path';
import { isInside, normalizePath } from '../../kubernetes/paths';

/** Variable with the own log files by the kubelet's other name, beside that of the role. */
export const OWN_POD_LOGS = 'K8S_OWN_POD_LOGS';

/** The persistent journal. */
export const JOURNAL = '/var/log/journal';

/** Where the kubelet keeps log files: in directories of pods, and links to them that begin with the pod's name. */
const [LINKS, PODS] = ['/var/log/containers/', '/var/log/pods/'];

/**
 * The variables with the daemon's own log files that a pattern (several with commas between them) may cover, as globs. Each of its DaemonSets has pods of another name, so
 * the names stand in the environment, and one configuration serves all of them.
 */
export function ownLogVariables(path: string): string[] {
  const covered = path.split(',').map((one) => fixedPart(one.trim()));
  return Object.entries({ [OWN_LOGS]: LINKS, [OWN_POD_LOGS]: PODS }).filter(([, directory]) => covered.some((fixed) => overlap(fixed, directory)))
    .map(([name]) => name);
}

/** The variable with the own log files by the kubelet's other name, where one of the paths covers them. */
export function ownPodLogsVariable(who: NameAndNamespace, paths: string[]): { [name: string]: EnvValue } {
  return paths.some((path) => ownLogVariables(path).includes(OWN_POD_LOGS)) ? { [OWN_POD_LOGS]: EnvValue.fromValue(ownPodLogs(who)) } : {};
}

function ownPodLogs(who: NameAndNamespace): string {
  return `${PODS}${who.namespace ?? '*'}_${ownPods(who)}_*/*/*.log`;
}

/** What stands before the first wildcard (upstream: Dir.glob and glob(3); `%` begins a part of the date). */
function fixedPart(path: string): string {
  return path.replace(/[*?[{%].*$/s, '');
}

function overlap(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** What a container sees beside the role's own mounts. */
export interface VisiblePaths {
  readonly docker?: boolean;
  readonly hostPaths?: HostPath[];
  readonly volumes?: DaemonVolume[];
}

/** Files that a collector is told to read and that its container would not see: it waits for them without a word. */
export function unmountedPaths(paths: string[], { docker, hostPaths = [], volumes = [] }: VisiblePaths, state: string): string[] {
  const mounts = [
    '/var/log', state, ...(docker ? ['/var/lib/docker/containers'] : []),
    ...hostPaths.map((hostPath) => hostPath._options.mountPath ?? hostPath._path(state)),
    ...volumes.map((volume) => volume.mountPath),
  ];
  const isMounted = (path: string) => mounts.some((mount) => normalizePath(path) === normalizePath(mount) || isInside(path, mount));
  return paths.map((path) => path.trim()).flatMap((path) => {
    const fixed = fixedPart(path);
    const directory = fixed === path ? path : fixed.slice(0, fixed.lastIndexOf('/')) || '/';
    return path.startsWith('/') && isMounted(directory) ? [] : [path.startsWith('/')
      ? `a source reads '${path}', which is not mounted; add hostPaths: [HostPath.readOnly('${directory}')]`
      : `a source reads '${path}', which is no absolute path`];
  });
}
