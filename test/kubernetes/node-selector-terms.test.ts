import * as fc from 'fast-check';
import { exactRequirement, pod, requirement } from './arbitraries';
import { ABSENT_OR_INTEGER } from '../../src/kubernetes/label-values';
import { selectorTerms } from '../../src/kubernetes/node-selector-terms';
import { complement, difference, intersection, isSubset, NodeSet, nodesOf, NodeTerm, termsOf } from '../../src/kubernetes/node-set';
import { NodeSelectorRequirement } from '../../src/kubernetes/objects';

type Terms = readonly (readonly NodeSelectorRequirement[])[];

const LINUX = termsOf([{ matchExpressions: [{ key: 'kubernetes.io/os', operator: 'In', values: ['linux'] }] }])[0];

function setOf(all: Terms): NodeSet {
  return all.flatMap((matchExpressions) => termsOf([{ matchExpressions: [...matchExpressions] }], { emptyMatches: true }));
}

function equal(a: NodeSet, b: NodeSet, within: NodeTerm = new Map()): boolean {
  const [left, right] = [a, b].map((set) => intersection(set, [within]));
  return isSubset(left, right) && isSubset(right, left);
}

function terms(set: NodeSet, within?: NodeTerm): Terms {
  const result = selectorTerms(set, within);
  expect(result).toHaveProperty('terms');
  return (result as { terms: Terms }).terms;
}

/** The same terms, each time without one term, one requirement or one value. */
function smaller(all: Terms): Terms[] {
  return all.flatMap((term, place) => [
    all.filter((_, index) => index !== place),
    ...term.flatMap((one, at) => [
      all.map((other, index) => (index === place ? term.filter((_, i) => i !== at) : other)),
      ...((one.values?.length ?? 0) > 1 ? one.values!.map((value) => all.map((other, index) => (index === place
        ? term.map((r, i) => (i === at ? { ...r, values: r.values!.filter((v) => v !== value) } : r)) : other))) : []),
    ]),
  ]);
}

const exactSet = fc.array(fc.array(exactRequirement, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  .map((list) => list.flatMap((matchExpressions) => termsOf([{ matchExpressions }])));

describe('the selector terms of a set of nodes', () => {
  test('are the set again, of which no term, no requirement and no value can go', () => {
    fc.assert(fc.property(exactSet, exactSet, fc.constantFrom(new Map(), LINUX), (a, b, within) => {
      const set = difference(a, b);
      const rendered = terms(set, within);
      expect(equal(setOf(rendered), set, within)).toBe(true);
      expect(smaller(rendered).filter((fewer) => equal(setOf(fewer), set, within))).toEqual([]);
    }), { numRuns: 1000 });
  });

  test('are exact for every set that requirements made', () => {
    fc.assert(fc.property(pod, (spec) => {
      const set = nodesOf({ ...spec, nodeSelector: undefined, affinity: spec.affinity });
      fc.pre(!JSON.stringify(spec).includes('metadata.name'));
      expect(equal(setOf(terms(set)), set)).toBe(true);
    }), { numRuns: 1000 });
  });

  test('say so where no requirements say it: the complement of an order', () => {
    for (const operator of ['Gt', 'Lt']) {
      const more = termsOf([{ matchExpressions: [{ key: 'cpu', operator, values: ['5'] }] }]);
      expect(selectorTerms(complement(more))).toEqual({ inexact: ['cpu'] });
    }
  });

  test('say the complement of an order where the label is known to be an integer', () => {
    const more = termsOf([{ matchExpressions: [{ key: 'cpu', operator: 'Gt', values: ['5'] }] }]);
    const within = new Map([['cpu', ABSENT_OR_INTEGER]]);
    expect(terms(complement(more), within)).toEqual([[{ key: 'cpu', operator: 'DoesNotExist' }], [{ key: 'cpu', operator: 'Lt', values: ['6'] }]]);
  });

  test('do not ask for what the assumption says already', () => {
    const four = termsOf([{ matchExpressions: [{ key: 'cpu', operator: 'In', values: ['4'] }] }]);
    expect(terms(complement(four), new Map([['cpu', ABSENT_OR_INTEGER]]))).toEqual([[{ key: 'cpu', operator: 'NotIn', values: ['4'] }]]);
  });

  test('leave out a label that cannot be said where it decides nothing', () => {
    const is = (pool: string[]) => ({ key: 'pool', operator: 'In', values: pool });
    const over5 = { key: 'cpu', operator: 'Gt', values: ['5'] };
    const small = difference(termsOf([{ matchExpressions: [is(['a'])] }]), termsOf([{ matchExpressions: [over5] }]));
    expect(selectorTerms(small)).toEqual({ inexact: ['cpu'] });
    expect(terms([...small, ...termsOf([{ matchExpressions: [is(['a', 'b']), over5] }])])).toEqual([[is(['a'])], [over5, is(['b'])]]);
  });

  test('are exact under that assumption for every operator, and none can go', () => {
    const within = new Map(['size', 'zone', 'gpu'].map((key) => [key, ABSENT_OR_INTEGER]));
    const anySet = fc.array(fc.array(requirement, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
      .map((list) => list.flatMap((matchExpressions) => termsOf([{ matchExpressions }])));
    fc.assert(fc.property(anySet, anySet, (a, b) => {
      const set = difference(a, b);
      const rendered = terms(set, within);
      expect(equal(setOf(rendered), set, within)).toBe(true);
      expect(smaller(rendered).filter((fewer) => equal(setOf(fewer), set, within))).toEqual([]);
    }), { numRuns: 500 });
  });
});
