import { Finding, inOrder, objectName } from '../../src/analysis/finding';

describe('findings', () => {
  const finding = (path: string | null, rule: string, message: string) => ({ path, rule, type: null, message }) as Finding;

  test('of a document are ordered by path, rule and message', () => {
    const ordered = [
      finding(null, 'api', 'b'), finding('a', 'api', 'a'), finding('a', 'api', 'b'), finding('a', 'runtime/x', 'a'), finding('b', 'api', 'a'),
    ];
    expect(inOrder([...ordered].reverse())).toEqual(ordered);
  });

  test('name objects with their namespace, if they have one', () => {
    expect(objectName('DaemonSet', 'node-agents', 'fluentd')).toBe('DaemonSet/node-agents/fluentd');
    expect(objectName('Namespace', null, 'node-agents')).toBe('Namespace/node-agents');
  });
});
