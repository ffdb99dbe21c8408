import { parseAssumptions, printAssumptions } from '../../src/kubernetes/domain';

describe('assumptions in an annotation', () => {
  test('are read as they are written, in order and once', () => {
    expect(printAssumptions(['b.c/d', 'a', 'a'])).toBe('integerLabel(a) integerLabel(b.c/d)');
    expect(parseAssumptions(printAssumptions(['b.c/d', 'a']))).toEqual(['a', 'b.c/d']);
    expect(parseAssumptions('')).toEqual([]);
  });
});
