import { concat } from '../../src/kubernetes/concat';

describe('some lists as one', () => {
  test('have the items of each, in their order', () => {
    expect(concat(['a'], [], ['b', 'a'])).toEqual(['a', 'b', 'a']);
    expect(concat()).toEqual([]);
  });

  test('may be longer than a call has arguments', () => {
    const many = Array.from({ length: 200_000 }, (_, index) => index);
    expect(concat(many, many)).toHaveLength(400_000);
  });
});
