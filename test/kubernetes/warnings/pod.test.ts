import { podWarnings } from '../../../src/kubernetes/warnings/pod';

test('a pod is warned of by paths that begin with its own fields, and not of a grace period that is a second by then', () => {
  expect(podWarnings({ metadata: { name: 'a' }, spec: { terminationGracePeriodSeconds: -1, nodeSelector: { 'beta.kubernetes.io/os': 'linux' }, containers: [{ name: 'a' }] } })).toEqual([
    'spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use "kubernetes.io/os" instead',
  ]);
});

test('a pod is warned of a name that is no host name, where it is known', () => {
  const warnings = (metadata: object) => podWarnings({ metadata, spec: { containers: [{ name: 'a' }] } });
  expect(warnings({ name: 'a.b' })).toEqual(
    ['metadata.name: this is used in the Pod\'s hostname, which can result in surprising behavior; a DNS label is recommended: [must not contain dots]']);
  expect(warnings({ name: 'a' })).toEqual([]);
  expect(warnings({ generateName: 'a.' })).toEqual([]);
});
