import { serviceAccountWarnings } from '../../../src/kubernetes/warnings/service-account';

test('a ServiceAccount that guards its secrets by an annotation is warned of', () => {
  expect(serviceAccountWarnings({ metadata: { annotations: { 'kubernetes.io/enforce-mountable-secrets': 'false' } } })).toHaveLength(1);
  expect(serviceAccountWarnings({ metadata: {} })).toEqual([]);
});
