import { PodTemplateSpec } from '../../../src/kubernetes/pod-objects';
import { daemonSetWarnings } from '../../../src/kubernetes/warnings/daemon-set';
import { judgedObjects } from '../validation/rows';

describe('the DaemonSets that the API server has judged', () => {
  const rows = judgedObjects('DaemonSet');

  test('get the same warnings here, in the same order', () => {
    const wrong = rows.map(({ name, object, warnings }) => ({
      name, actual: daemonSetWarnings(object as { spec?: { template?: PodTemplateSpec } }), expected: warnings,
    })).filter(({ actual, expected }) => actual.join('\n') !== expected.join('\n'));
    expect(wrong).toEqual([]);
  });

  test('get many', () => expect(new Set(rows.flatMap(({ warnings }) => warnings)).size).toBeGreaterThan(25));
});

test('a DaemonSet without anything gets no warning', () => expect([daemonSetWarnings({}), daemonSetWarnings({ spec: {} })]).toEqual([[], []]));
