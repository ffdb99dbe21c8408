import { toleratesTaint, untoleratedTaints } from '../../src/kubernetes/taints';

const TAINT = { key: 'dedicated', value: 'gpu', effect: 'NoSchedule' };

describe('a toleration', () => {
  test.each([
    ['of its key and value', { key: 'dedicated', operator: 'Equal', value: 'gpu', effect: 'NoSchedule' }],
    ['without an operator, which means equal', { key: 'dedicated', value: 'gpu', effect: 'NoSchedule' }],
    ['of any value', { key: 'dedicated', operator: 'Exists', effect: 'NoSchedule' }],
    ['of any effect', { key: 'dedicated', operator: 'Exists' }],
    ['of any effect, which may be written as the empty text', { key: 'dedicated', operator: 'Exists', effect: '' }],
    ['of every taint', { operator: 'Exists' }],
    ['for some seconds', { key: 'dedicated', operator: 'Exists', tolerationSeconds: 5 }],
  ])('%s tolerates a taint', (_, toleration) => expect(toleratesTaint(toleration, TAINT)).toBe(true));

  test.each([
    ['of another key', { key: 'other', operator: 'Exists' }],
    ['of another value', { key: 'dedicated', value: 'cpu' }],
    ['of the empty value', { key: 'dedicated' }],
    ['of another effect', { key: 'dedicated', operator: 'Exists', effect: 'NoExecute' }],
    ['by order, whose feature gate is off', { key: 'dedicated', operator: 'Gt', value: '1' }],
  ])('%s does not', (_, toleration) => expect(toleratesTaint(toleration, TAINT)).toBe(false));

  test('of the empty value tolerates a taint without a value', () => {
    expect(toleratesTaint({ key: 'a' }, { key: 'a', effect: 'NoExecute' })).toBe(true);
    expect(toleratesTaint({ key: 'a', value: '' }, { key: 'a', effect: 'NoExecute' })).toBe(true);
  });
});

test('what is only preferred keeps no pod away', () => {
  const taints = ['NoSchedule', 'NoExecute', 'PreferNoSchedule'].map((effect) => ({ key: 'a', effect }));
  expect(untoleratedTaints(taints, []).map(({ effect }) => effect)).toEqual(['NoSchedule', 'NoExecute']);
  expect(untoleratedTaints(taints, [{ key: 'a', operator: 'Exists', effect: 'NoSchedule' }]).map(({ effect }) => effect)).toEqual(['NoExecute']);
});
