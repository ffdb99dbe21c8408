import * as fc from 'fast-check';
import { pod } from './arbitraries';
import { EVERY_NODE, isSubset, nodesOf, termsOf, union } from '../../src/kubernetes/node-set';
import { nodeSetText, parseNodeSet } from '../../src/kubernetes/node-set-text';

describe('a set of nodes in the selector syntax of kubectl', () => {
  test('is the same set when it is read', () => {
    fc.assert(fc.property(pod, pod, (a, b) => {
      fc.pre(!JSON.stringify([a, b]).includes('metadata.name'));
      const set = union(nodesOf(a), nodesOf(b));
      const text = nodeSetText(set);
      fc.pre(text !== undefined);
      const read = parseNodeSet(text!)!;
      expect(isSubset(read, set) && isSubset(set, read)).toBe(true);
    }), { numRuns: 1000 });
  });

  test('has alternatives apart', () => {
    const one = (key: string) => ({ matchExpressions: [{ key, operator: 'In', values: ['x'] }] });
    expect(nodeSetText(termsOf([one('b'), one('a')]))).toBe('a=x || b=x');
  });

  test('is the empty text for every node, and no text for none', () => {
    expect(nodeSetText(EVERY_NODE)).toBe('');
    expect(parseNodeSet('')).toEqual(EVERY_NODE);
    expect(nodeSetText([])).toBeUndefined();
  });

  test('is not read where a part of it is no selector', () => expect(parseNodeSet('a=x || b near c')).toBeUndefined());

  test('is not read where a part of it is nothing that a label can be', () => {
    expect(parseNodeSet('a=x || b>many')).toBeUndefined();
    expect(parseNodeSet('a=x || -b')).toBeUndefined();
  });
});
