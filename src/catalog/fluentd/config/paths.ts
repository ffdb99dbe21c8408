import { Ruby } from './writer';
import { NameAndNamespace } from '../../../daemon/render/identity';
import { OWN_LOGS, ownPods } from '../../../daemon/roles/log-collector';

/** Variable with the own log files by the kubelet's other name, beside that of the role. */
export const OWN_POD_LOGS = 'FLUENTD_OWN_POD_LOGS';

/** Where Fluentd keeps positions and buffers: always the same path, so that the configuration tells nothing of the daemon's name. */
export const STATE = '/var/lib/fluentd';

/** Not below `/fluentd/etc`, where the image has its own configuration. */
export const CONFIG_FILE = '/etc/fluentd/fluent.conf';

/** Outside of the configuration's directory, which is mounted read-only and so cannot hold a mount point. */
export const CERTIFICATES = '/etc/fluentd-tls';

/** Where the kubelet keeps log files: in directories of pods, and links to them that begin with the pod's name. */
const [LINKS, PODS] = ['/var/log/containers/', '/var/log/pods/'];

/**
 * The variables with the daemon's own log files that a pattern may cover, as globs. Each of its DaemonSets has pods of another name, so
 * the names stand in the environment, and one configuration serves all of them.
 */
export function ownLogsIn(path: string): Ruby[] {
  const fixed = fixedPart(path);
  return Object.entries({ [OWN_LOGS]: LINKS, [OWN_POD_LOGS]: PODS }).filter(([, directory]) => overlap(fixed, directory))
    .map(([name]) => Ruby.env(name));
}

/** The own log files by the kubelet's other name. */
export function ownPodLogs(who: NameAndNamespace): string {
  return `${PODS}${who.namespace ?? '*'}_${ownPods(who)}_*/*/*.log`;
}

/** What stands before the first wildcard (upstream: Dir.glob; `%` begins a part of the date). */
export function fixedPart(path: string): string {
  return path.replace(/[*?[{%].*$/s, '');
}

function overlap(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
