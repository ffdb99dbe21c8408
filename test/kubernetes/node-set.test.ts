import * as fc from 'fast-check';
import { affinityOf, labels, pod, requirement } from './arbitraries';
import { requiredNodeAffinity } from '../../src/kubernetes/node-affinity';
import {
  asksForName, complement, difference, EVERY_NODE, exampleNode, firstDifference, firstIntersection, hasNode, intersection, isSubset, NodeSet, nodesOf,
  termsOf, union,
} from '../../src/kubernetes/node-set';
import { NodeSelectorRequirement, PodSpec } from '../../src/kubernetes/objects';

const node = fc.record({ name: fc.constantFrom('a', 'b', 'c'), labels });

function takes(spec: PodSpec, candidate: { name?: string; labels: { [key: string]: string } }): boolean {
  return requiredNodeAffinity(spec).matches({ name: candidate.name ?? 'other', labels: candidate.labels });
}

/** Whether a node of such labels and name is in the set, asked by way of the algebra itself. */
function has(set: NodeSet, { name, labels: own }: { name: string; labels: { [key: string]: string } }): boolean {
  const keys = [...new Set([...Object.keys(own), 'size', 'zone', 'gpu'])];
  const exactly = keys.map((key) => (own[key] === undefined ? { key, operator: 'DoesNotExist' } : { key, operator: 'In', values: [own[key]] }));
  return intersection(set, termsOf([{ matchExpressions: exactly, matchFields: [{ key: 'metadata.name', operator: 'In', values: [name] }] }])).length > 0;
}

describe('a set of nodes', () => {
  test('has exactly the nodes that the matcher takes', () => {
    fc.assert(fc.property(pod, node, (spec, candidate) => {
      expect(has(nodesOf(spec), candidate)).toBe(takes(spec, candidate));
    }), { numRuns: 2000 });
  });

  test('united, intersected or subtracted has the nodes of either, of both, of the one without the other', () => {
    fc.assert(fc.property(pod, pod, node, (left, right, candidate) => {
      const [a, b] = [nodesOf(left), nodesOf(right)];
      const [inA, inB] = [takes(left, candidate), takes(right, candidate)];
      expect(has(union(a, b), candidate)).toBe(inA || inB);
      expect(has(intersection(a, b), candidate)).toBe(inA && inB);
      expect(has(difference(a, b), candidate)).toBe(inA && !inB);
      expect(has(complement(a), candidate)).toBe(!inA);
    }), { numRuns: 2000 });
  });

  test('gives the first of what is shared or left without making the rest', () => {
    fc.assert(fc.property(pod, pod, (left, right) => {
      const [a, b] = [nodesOf(left), nodesOf(right)];
      expect(firstDifference(a, b)).toEqual(difference(a, b)[0]);
      expect(firstIntersection(a, b) === undefined).toBe(intersection(a, b).length === 0);
      expect(isSubset([firstIntersection(a, b)].filter((term) => term !== undefined), intersection(a, b))).toBe(true);
    }), { numRuns: 1000 });
  });

  test('loses more alternatives than calls can be nested', () => {
    const [gpu] = termsOf([{ matchExpressions: [{ key: 'gpu', operator: 'Exists' }] }]);
    expect(firstDifference(EVERY_NODE, Array.from({ length: 50_000 }, () => gpu))).toEqual(difference(EVERY_NODE, [gpu])[0]);
  });

  test('tells whether it has a node, and whether a name matters', () => {
    fc.assert(fc.property(pod, node, (spec, candidate) => {
      expect(hasNode(nodesOf(spec), candidate)).toBe(takes(spec, candidate));
    }), { numRuns: 2000 });
    const named = (operator: string) => termsOf([{ matchFields: [{ key: 'metadata.name', operator, values: ['a'] }] }]);
    expect([named('In'), named('NotIn'), EVERY_NODE, []].map(asksForName)).toEqual([true, true, false, false]);
  });

  test('and its complement are every node together, and share none', () => {
    fc.assert(fc.property(pod, (spec) => {
      const set = nodesOf(spec);
      expect(intersection(set, complement(set))).toEqual([]);
      expect(isSubset(EVERY_NODE, union(set, complement(set)))).toBe(true);
      expect(isSubset(complement(complement(set)), set) && isSubset(set, complement(complement(set)))).toBe(true);
    }), { numRuns: 1000 });
  });

  test('that is not empty has an example which the matcher takes', () => {
    fc.assert(fc.property(pod, pod, (left, right) => {
      const [a, b] = [nodesOf(left), nodesOf(right)];
      const [both, one] = [exampleNode(intersection(a, b)), exampleNode(difference(a, b))];
      expect(both === undefined || (takes(left, both) && takes(right, both))).toBe(true);
      expect(one === undefined || (takes(left, one) && !takes(right, one))).toBe(true);
    }), { numRuns: 3000 });
  });

  test('that is empty takes no node', () => {
    fc.assert(fc.property(pod, node, (spec, candidate) => nodesOf(spec).length > 0 || !takes(spec, candidate)), { numRuns: 3000 });
  });

  test('is a subset of another exactly when nothing is left without the other', () => {
    fc.assert(fc.property(pod, pod, node, (left, right, candidate) =>
      !isSubset(nodesOf(left), nodesOf(right)) || !takes(left, candidate) || takes(right, candidate)), { numRuns: 3000 });
  });

  test.each([
    ['a number in every spelling', [{ key: 'size', operator: 'Gt', values: ['4'] }, { key: 'size', operator: 'Lt', values: ['6'] }, { key: 'size', operator: 'NotIn', values: ['5'] }], { size: '05' }],
    ['the label that is not set', [{ key: 'size', operator: 'NotIn', values: ['x'] }], {}],
    ['a value that nobody names', [{ key: 'size', operator: 'Exists' }, { key: 'size', operator: 'NotIn', values: ['x', 'other'] }], { size: 'other-2' }],
  ])('has as its example %s', (_, matchExpressions, expected) => {
    expect(exampleNode(termsOf([{ matchExpressions }]))?.labels).toEqual(expected);
  });

  test('that shuts out every spelling of its only number is empty', () => {
    const spellings = Array.from({ length: 63 }, (_, zeros) => '5'.padStart(zeros + 1, '0'));
    const five = [{ key: 'size', operator: 'Gt', values: ['4'] }, { key: 'size', operator: 'Lt', values: ['6'] }];
    const notIn = (values: string[]) => [...five, { key: 'size', operator: 'NotIn', values }];
    expect(termsOf([{ matchExpressions: notIn(spellings) }])).toEqual([]);
    expect(exampleNode(termsOf([{ matchExpressions: notIn(spellings.slice(0, -1)) }]))?.labels).toEqual({ size: spellings[62] });
  });

  test('asks for labels with the names of what every object has', () => {
    const set = termsOf([{ matchExpressions: [{ key: 'constructor', operator: 'Exists' }] }]);
    expect(exampleNode(set)?.labels).toEqual({ constructor: 'other' });
    expect(takes({ containers: [], affinity: affinityOf([{ matchExpressions: [{ key: 'constructor', operator: 'Exists' }] }]) }, { labels: {} })).toBe(false);
  });

  test('holds requirements in any order', () => {
    fc.assert(fc.property(fc.array(requirement, { minLength: 1, maxLength: 4 }), (list) => {
      const [there, back] = [termsOf([{ matchExpressions: list }]), termsOf([{ matchExpressions: [...list].reverse() }])];
      expect(isSubset(there, back) && isSubset(back, there)).toBe(true);
    }));
  });
});

describe('two sets of nodes', () => {
  const one = (operator: string, ...values: string[]) => [{ key: 'size', operator, ...(values.length > 0 ? { values } : {}) }];
  const set = (...terms: NodeSelectorRequirement[][]) => termsOf(terms.map((matchExpressions) => ({ matchExpressions })));

  test.each([
    ['one value and another', set(one('In', 'small')), set(one('In', 'large')), false],
    ['a value and everything but it', set(one('In', 'small')), set(one('NotIn', 'small')), false],
    ['everything but two different values', set(one('NotIn', 'small')), set(one('NotIn', 'large')), true],
    ['with the label and without', set(one('Exists')), set(one('DoesNotExist')), false],
    ['a value and the lack of the label', set(one('NotIn', 'small')), set(one('DoesNotExist')), true],
    ['more than 3 and less than 4', set(one('Gt', '3')), set(one('Lt', '4')), false],
    ['more than 3 and less than 5', set(one('Gt', '3')), set(one('Lt', '5')), true],
    ['4 by another spelling', set([...one('Gt', '3'), ...one('Lt', '5')]), set(one('NotIn', '4')), true],
    ['less than 0, which no label can be', set(one('Lt', '0')), set(one('Exists')), false],
    ['less than 1', set(one('Lt', '1')), set(one('Exists')), true],
    ['more than what is no number', set(one('Gt', 'abc')), set(one('Exists')), false],
    ['the largest number and nothing above it', set(one('Gt', '9223372036854775807')), set(one('Exists')), false],
    ['the largest number', set(one('Gt', '9223372036854775806')), set(one('Exists')), true],
    ['a bound that is too large to be read', set(one('Lt', '9223372036854775808')), set(one('Exists')), false],
    ['a value that is too large to be read', set(one('In', '9223372036854775808')), set(one('Gt', '1')), false],
    ['a term without requirements, which takes no node', set([]), EVERY_NODE, false],
    ['a term without requirements beside another', set([], one('Exists')), set(one('Exists')), true],
  ])('meet or do not: %s', (_, a, b, meet) => {
    expect(intersection(a, b).length > 0).toBe(meet);
    expect(intersection(b, a).length > 0).toBe(meet);
  });

  test('of two node names do not meet, of one name they do, and a name is no label of that key', () => {
    const onNode = (name: string) => termsOf([{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [name] }] }]);
    expect(intersection(onNode('a'), onNode('b'))).toEqual([]);
    expect(intersection(onNode('a'), onNode('a'))).toHaveLength(1);
    expect(intersection(onNode('a'), nodesOf({ nodeSelector: { 'metadata.name': 'b' } }))).toHaveLength(1);
    expect(intersection(onNode('a'), nodesOf({ nodeName: 'b' }))).toEqual([]);
  });
});
