import * as fc from 'fast-check';
import { directoryOf, fileNameOf, isInside, normalizePath } from '../../src/kubernetes/paths';

/** Paths with few components, so that many lie inside each other, in several spellings. */
const anyPath = fc.array(fc.constantFrom('a', 'b', 'ab', '', 'a.b'), { maxLength: 5 }).map((parts) => `/${parts.join('/')}`);

describe('a path', () => {
  test.each([
    ['/var/log', '/var/log'],
    ['/var/log/', '/var/log'],
    ['//var///log//', '/var/log'],
    ['/', '/'],
    ['//', '/'],
  ])('%s is %s without what does not count', (path, normal) => expect(normalizePath(path)).toBe(normal));

  test('normalised again is the same', () => {
    fc.assert(fc.property(fc.oneof(anyPath, fc.string()), (path) => normalizePath(normalizePath(path)) === normalizePath(path)));
  });

  test.each([
    ['/etc/agent/agent.conf', '/etc/agent', 'agent.conf'],
    ['/etc//agent.conf', '/etc', 'agent.conf'],
    ['/agent.conf', '/', 'agent.conf'],
    ['agent.conf', '', 'agent.conf'],
  ])('%s is in the directory %j with the name %s', (path, directory, name) => {
    expect(directoryOf(path)).toBe(directory);
    expect(fileNameOf(path)).toBe(name);
  });
});

describe('being inside', () => {
  test.each([
    ['/var/log', '/var'],
    ['/var/log/', '//var'],
    ['/var/log/pods', '/var'],
    ['/var', '/'],
  ])('%s is inside %s', (path, parent) => expect(isInside(path, parent)).toBe(true));

  test.each([
    ['/var', '/var'],
    ['/var/', '/var'],
    ['/', '/'],
    ['/', '/var'],
    ['/var', '/var/log'],
    ['/variable', '/var'],
    ['/run/docker.sock', '/run/docker'],
  ])('%s is not inside %s', (path, parent) => expect(isInside(path, parent)).toBe(false));

  test('is a strict order: never of itself, never both ways, and passed on', () => {
    fc.assert(fc.property(anyPath, anyPath, anyPath, (a, b, c) =>
      !isInside(a, a) && !(isInside(a, b) && isInside(b, a)) && (!(isInside(a, b) && isInside(b, c)) || isInside(a, c))), { numRuns: 2000 });
  });

  test('does not depend on the spelling', () => {
    fc.assert(fc.property(anyPath, anyPath, (a, b) => isInside(a, b) === isInside(normalizePath(a), normalizePath(b))));
  });
});
