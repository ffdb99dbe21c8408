import { NameAndNamespace } from '../../../daemon/render/identity';
import { ownLogs, ownPods } from '../../../daemon/roles/log-collector';

/** Where Fluentd keeps positions and buffers: always the same path, so that the configuration tells nothing of the daemon's name. */
export const STATE = '/var/lib/fluentd';

/** Not below `/fluentd/etc`, where the image has its own configuration. */
export const CONFIG_FILE = '/etc/fluentd/fluent.conf';

/** Outside of the configuration's directory, which is mounted read-only and so cannot hold a mount point. */
export const CERTIFICATES = '/etc/fluentd-tls';

/** The daemon's own log files that a pattern may cover, as globs. The kubelet knows each under two names. */
export function ownLogsIn(who: NameAndNamespace, path: string): string[] {
  const links = ownLogs(who);
  const files = `/var/log/pods/${who.namespace ?? '*'}_${ownPods(who)}_*/*/*.log`;
  return [links, files].filter((own) => overlap(fixedPart(path), fixedPart(own)));
}

/** What stands before the first wildcard (upstream: Dir.glob; `%` begins a part of the date). */
export function fixedPart(path: string): string {
  return path.replace(/[*?[{%].*$/s, '');
}

function overlap(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
