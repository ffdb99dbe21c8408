import * as podSecurity from '../../../src/kubernetes/pod-security';

test('the folder offers five functions and no more', () => {
  expect(Object.keys(podSecurity).sort()).toEqual(['asCreatedPod', 'evaluatePodSecurity', 'isPodSecurityLevel', 'lowestLevel', 'violationText']);
});
