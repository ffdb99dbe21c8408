import { podWarnings } from '../../../src/kubernetes/warnings/pod';

test('a pod is warned of by paths that begin with its own fields, and not of a grace period that is a second by then', () => {
  expect(podWarnings({ spec: { terminationGracePeriodSeconds: -1, nodeSelector: { 'beta.kubernetes.io/os': 'linux' }, containers: [{ name: 'a' }] } })).toEqual([
    'spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use "kubernetes.io/os" instead',
  ]);
});
