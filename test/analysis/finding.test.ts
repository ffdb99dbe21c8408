import { Finding, inOrder, objectName } from '../../src/analysis/finding';

describe('findings', () => {
  const finding = (document: number, path: string | null, rule: string, message: string) =>
    ({ document, path, rule, type: null, message }) as Finding;

  test('are ordered by document, then by path, rule and message', () => {
    const ordered = [
      finding(0, null, 'api', 'b'), finding(0, 'a', 'api', 'a'), finding(0, 'a', 'api', 'b'), finding(0, 'a', 'runtime/x', 'a'),
      finding(0, 'b', 'api', 'a'), finding(1, 'a', 'api', 'a'),
    ];
    expect(inOrder([...ordered].reverse(), ({ document }) => document)).toEqual(ordered);
  });

  test('name objects with their namespace, if they have one', () => {
    expect(objectName('DaemonSet', 'node-agents', 'fluentd')).toBe('DaemonSet/node-agents/fluentd');
    expect(objectName('Namespace', null, 'node-agents')).toBe('Namespace/node-agents');
  });
});
