import { unifiedDiff } from '../../src/kubernetes/unified-diff';

function text(...lines: readonly (string | number)[]): string {
  return lines.join('\n');
}

function numbers(start: number, end: number): number[] {
  return Array.from({ length: end - start + 1 }, (_, index) => start + index);
}

describe('what differs between two texts', () => {
  test('is nothing if they are the same', () => expect(unifiedDiff(text(1, 2), text(1, 2))).toBe(''));

  test('is shown with three lines before and after it', () => {
    expect(unifiedDiff(text(...numbers(1, 9)), text(...numbers(1, 4), 'x', ...numbers(6, 9)))).toBe(
      '@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n');
  });

  test('may stand at the beginning or at the end', () => {
    expect(unifiedDiff(text('a', 1), text('b', 1))).toBe('@@ -1,2 +1,2 @@\n-a\n+b\n 1\n');
    expect(unifiedDiff(text(1), text(1, 'b'))).toBe('@@ -1 +1,2 @@\n 1\n+b\n');
    expect(unifiedDiff(text(1, 'a'), text(1))).toBe('@@ -1,2 +1 @@\n 1\n-a\n');
  });

  test('is shown together where it is near, and apart where it is not', () => {
    const far = unifiedDiff(text('a', ...numbers(1, 7), 'b'), text('x', ...numbers(1, 7), 'y'));
    const near = unifiedDiff(text('a', ...numbers(1, 6), 'b'), text('x', ...numbers(1, 6), 'y'));
    expect(far.match(/@@ .* @@/g)).toEqual(['@@ -1,4 +1,4 @@', '@@ -6,4 +6,4 @@']);
    expect(near.match(/@@ .* @@/g)).toEqual(['@@ -1,8 +1,8 @@']);
  });

  test('does not begin at a line that comes often in a long text', () => {
    const before = text('a', ...numbers(1, 200).flatMap((number) => [number, 'often']));
    expect(unifiedDiff(before, `${before}\nend`)).toBe('@@ -399,3 +399,4 @@\n often\n 200\n often\n+end\n');
  });
});
