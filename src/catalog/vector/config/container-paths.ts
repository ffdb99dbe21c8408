/** Beginnings under which the kubelet keeps the logs of containers. */
const [LINKS, PODS] = ['/var/log/containers/', '/var/log/pods/'];

/** All of them, under each beginning. */
export const ALL_PODS = `${PODS}**`;
const ALL_LINKS = `${LINKS}*.log`;

/**
 * Patterns for files of `/var/log/pods`, which alone Vector reads; undefined where one cannot be translated. The kubelet's links are named
 * `<pod>_<namespace>_<container>-<id>.log`, its directories `<namespace>_<pod>_<uid>/<container>/<n>.log`. What was rotated has further endings.
 */
export function podsPatterns(path: string): string[] | undefined {
  if (path.startsWith(PODS) || path.startsWith('**/')) {
    return [path];
  }
  const [, pod, namespace, rest] = /^\/var\/log\/containers\/([^_/]+)_([^_/]+)_([^_/]+)\.log$/.exec(path) ?? [];
  return path === ALL_LINKS ? [ALL_PODS] : rest && containers(rest).map((container) => `${PODS}${namespace}_${pod}_*/${container}/*.log*`) || undefined;
}

/** Names of containers before an id, which has no dash in it; a wildcard may also be the end of a longer name. */
function containers(rest: string): string[] {
  const [, before] = /^(.+)-[^-]*$/.exec(rest) ?? [];
  return rest.endsWith('-*') ? [before, rest] : rest.endsWith('*') || before === undefined ? [rest] : [before];
}
