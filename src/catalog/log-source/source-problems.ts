import { unmountedPaths, VisiblePaths } from './log-files';
import { forwardPorts, pathsOf, ResolvedSource, sourceId } from './resolve';

/**
 * What is wrong with sources, whichever collector reads them.
 *
 * @param mounts what its container sees
 * @param state where it sees its state directory
 * @param ownPorts on which the collector itself listens
 */
export function sourceProblems(sources: ResolvedSource[], mounts: VisiblePaths, state: string, ...ownPorts: (number | undefined)[]): string[] {
  return [...tags(sources), ...unmountedPaths(pathsOf(sources), mounts, state), ...listeners(sources, ownPorts)];
}

/** Positions are kept under the tag, and the pattern of a filter is made from it. */
function tags(sources: ResolvedSource[]): string[] {
  const tagged = sources.filter((source) => source.kind !== 'forward');
  const ids = tagged.map(sourceId);
  return [
    ...tagged.filter(({ tag }) => !/^(?!.*\*.*\*)[\w.*-]+$/.test(tag))
      .map(({ tag }) => `the tag '${tag}' is not allowed: letters, digits, '_', '-' and '.', and at most one '*' for the file's path`),
    ...tagged.filter((_, index) => ids.indexOf(ids[index]) !== index)
      .map(({ tag }) => `two sources keep their positions under the tag '${tag}'; give each a tag of its own`),
  ];
}

function listeners(sources: ResolvedSource[], ownPorts: (number | undefined)[]): string[] {
  const taken = [...ownPorts.filter((port) => port !== undefined), ...forwardPorts(sources).map(({ number }) => number)];
  return [...new Set(taken.filter((port, index) => taken.indexOf(port) !== index))]
    .map((port) => `the port ${port} is opened twice; give each LogSource.forward, and metrics, a port of its own`);
}
