/** Without the namespace, where that is enough to tell DaemonSets apart. */
export function shortNames(daemonSets: readonly string[]): (daemonSet: string) => string {
  const nameOf = (daemonSet: string) => daemonSet.slice(daemonSet.indexOf('/') + 1);
  const times = new Map<string, number>();
  daemonSets.forEach((one) => times.set(nameOf(one), (times.get(nameOf(one)) ?? 0) + 1));
  return (daemonSet) => (times.get(nameOf(daemonSet)) === 1 ? nameOf(daemonSet) : daemonSet);
}
