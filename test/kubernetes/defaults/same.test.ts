import { isSame, isSameList } from '../../../src/kubernetes/defaults/same';

describe('two objects are the same to the server', () => {
  test.each([
    [{ nodeSelector: {} }, {}],
    [{ tolerations: [] }, { tolerations: null }],
    [{ serviceAccount: 'a' }, { serviceAccountName: 'a', serviceAccount: 'a' }],
    [{ overhead: { memory: '1Gi' } }, { overhead: { memory: '1073741824' } }],
    [{ overhead: { cpu: '100m', memory: '1' } }, { overhead: { memory: '1', cpu: '0.1' } }],
  ])('%j and %j', (value, other) => expect(isSame('core.v1.PodSpec', value, other)).toBe(true));

  test.each([
    [{ affinity: {} }, {}],
    [{ nodeSelector: { a: 'b' } }, { nodeSelector: { a: 'c' } }],
    [{ hostUsers: false }, {}],
    [{ overhead: { memory: '1Gi' } }, { overhead: { memory: '1G' } }],
  ])('but not %j and %j', (value, other) => expect(isSame('core.v1.PodSpec', value, other)).toBe(false));

  test('if neither is there', () => {
    expect(isSame('core.v1.PodSpec', undefined, null)).toBe(true);
    expect(isSame('core.v1.PodSpec', {}, undefined)).toBe(false);
  });
});

test('lists and maps are the same if nothing is in them', () => {
  expect([isSameList([], undefined), isSameList({}, null), isSameList(['a'], ['a']), isSameList(['a', 'b'], ['b', 'a']), isSameList({ a: 'b' }, {})])
    .toEqual([true, true, true, false, false]);
});
