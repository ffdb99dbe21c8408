import * as fc from 'fast-check';
import { define, INTEGERS, Labels, running, selection, Selection, selectionOf, takes, variantsOf, writable, written } from './divided';
import { Nodes, Variant } from '../../src';
import { DaemonSet } from '../../src/kubernetes/objects';
import { exactRequirement, KEYS, labels, TELLING, VALUES } from '../kubernetes/arbitraries';

const exact = selection(exactRequirement);
const manyLabels = fc.array(labels, { minLength: 20, maxLength: 20 });
const lists = (one: fc.Arbitrary<Selection>) => fc.array(one, { minLength: 1, maxLength: 6 });

/** Labels under the assumption that they are integers where they are set. */
const integerLabels: fc.Arbitrary<Labels> = fc.tuple(...KEYS.map(() => fc.constantFrom(...TELLING.filter((value) => value === undefined || /^\d{1,18}$/.test(value)))))
  .map((values) => Object.fromEntries(KEYS.map((key, index) => [key, values[index]]).filter(([, value]) => value !== undefined)));

/** What should run: the first variant that names the node, else the rest. */
function wanted(variants: Selection[], node: Labels, rest = true): string[] {
  const first = variants.findIndex((variant) => takes(variant, node));
  return first >= 0 ? [`agent-v${first + 1}`] : rest ? ['agent'] : [];
}

/** What is left of a list when variants that get no node have been left out, as the error says, and its DaemonSets. */
function divided(variants: Selection[], props: Parameters<typeof define>[1] = {}): { variants: Selection[]; sets: DaemonSet[] } {
  const result = written(define(variantsOf(variants), props));
  if ('sets' in result) {
    return { variants, sets: result.sets };
  }
  const idle = result.problems.map((problem) => /^variant 'v(\d)' (gets no node|is for|asks for)/.exec(problem)?.[1]);
  fc.pre(idle.some((index) => index !== undefined) && variants.length > 1);
  return divided(variants.filter((_, index) => !idle.includes(String(index + 1))), props);
}

function termsOf({ spec: { template } }: DaemonSet): unknown[] {
  return template.spec.affinity!.nodeAffinity!.requiredDuringSchedulingIgnoredDuringExecution!.nodeSelectorTerms;
}

describe('variants', () => {
  test('and the rest run exactly once on every node: the first that names it', () => {
    const sizes = new Set<number>();
    fc.assert(fc.property(lists(exact), manyLabels, (list, nodes) => {
      const { variants, sets } = divided(list);
      sizes.add(variants.length);
      nodes.forEach((node) => expect(running(sets, node)).toEqual(wanted(variants, node)));
    }), { numRuns: 300 });
    expect([...sizes].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('alone run exactly once on every node that one of them names, and nowhere else', () => {
    fc.assert(fc.property(lists(exact), manyLabels, (list, nodes) => {
      const { variants, sets } = divided(list, { variantsOnly: true });
      nodes.forEach((node) => expect(running(sets, node)).toEqual(wanted(variants, node, false)));
    }), { numRuns: 200 });
  });

  test('that compare numbers run exactly once on every node whose labels are integers where they are set', () => {
    fc.assert(fc.property(lists(selection(writable)), fc.array(integerLabels, { minLength: 20, maxLength: 20 }), (list, nodes) => {
      const { variants, sets } = divided(list, { assumptions: INTEGERS });
      nodes.forEach((node) => expect(running(sets, node)).toEqual(wanted(variants, node)));
    }), { numRuns: 200 });
  });

  test('are proven to be a partition, and the proof names no node', () => {
    fc.assert(fc.property(lists(selection(writable)), (list) => {
      const daemon = define(variantsOf(divided(list, { assumptions: INTEGERS }).variants), { assumptions: INTEGERS });
      expect(daemon.proof()).toMatchObject({ holds: true, gap: undefined, overlap: undefined, outside: undefined, problems: [] });
    }), { numRuns: 200 });
  });

  test('keep their selectors and their nodes when later ones come, go or change places', () => {
    const spec = ({ spec: { selector, template: { spec: { nodeSelector, affinity } } } }: DaemonSet) => ({ selector, nodeSelector, affinity });
    const short = fc.array(exact, { minLength: 1, maxLength: 3 });
    fc.assert(fc.property(short, short, (earlier, later) => {
      const named = (list: Selection[], letter: string) => list.map(({ nodes }, index) => Variant.of(`${letter}${index + 1}`, nodes));
      const [before, after, back] = [[], named(later, 'b'), named(later, 'b').reverse()].map((more) => written(define([...named(earlier, 'a'), ...more])));
      fc.pre('sets' in before && 'sets' in after && 'sets' in back);
      const kept = ({ sets }: { sets: DaemonSet[] }) => Object.fromEntries(sets.filter(({ metadata }) => /-a\d$/.test(metadata.name!))
        .map((set) => [set.metadata.name, spec(set)]));
      expect(kept(after as { sets: DaemonSet[] })).toEqual(kept(before as { sets: DaemonSet[] }));
      expect(kept(back as { sets: DaemonSet[] })).toEqual(kept(before as { sets: DaemonSet[] }));
    }), { numRuns: 100 });
  });

  test('have the same nodes in another spelling', () => {
    fc.assert(fc.property(lists(exact), manyLabels, (list, nodes) => {
      const { variants, sets } = divided(list);
      const respelled = variants.map(({ terms }) => selectionOf([...terms].reverse().flatMap((term) => term.some(({ operator }) => operator === 'In')
        ? term.find(({ operator }) => operator === 'In')!.values!.map((value) => [...term].reverse()
          .map((one) => (one === term.find(({ operator }) => operator === 'In') ? { ...one, values: [value] } : one)))
        : [[...term, ...term].reverse()])));
      const other = divided(respelled).sets;
      nodes.forEach((node) => expect(running(other, node)).toEqual(running(sets, node)));
    }), { numRuns: 100 });
  });

  test('give the same bytes each time', () => {
    fc.assert(fc.property(lists(exact), (variants) => {
      expect(written(define(variantsOf(variants)))).toEqual(written(define(variantsOf(variants))));
    }), { numRuns: 50 });
  });

  test('of one label each are one term each, with all values in it', () => {
    const values = fc.uniqueArray(fc.constantFrom(...VALUES), { minLength: 2, maxLength: 6 });
    fc.assert(fc.property(values, (list) => {
      const { sets } = divided(list.map((value) => selectionOf([[{ key: 'size', operator: 'In', values: [value] }]])));
      expect(sets.map(termsOf)).toEqual([
        [{ matchExpressions: [{ key: 'size', operator: 'NotIn', values: [...list].sort() }] }],
        ...list.map((value) => [{ matchExpressions: [{ key: 'size', operator: 'In', values: [value] }] }]),
      ]);
    }));
  });

  test('that share one of their labels need a term more for each, in whichever order the labels are named', () => {
    const pool = (index: number) => Nodes.withLabel('z-pool', `p${index}`).intersection(Nodes.withLabel(`a${index}`, 'x'));
    const result = written(define(Array.from({ length: 8 }, (_, index) => Variant.of(`v${index}`, pool(index)))));
    expect('sets' in result && termsOf(result.sets[0])).toHaveLength(9);
  });

  test('that ask for two labels each may be five, and six are refused: their rest would need 64 terms', () => {
    const pair = (index: number) => Nodes.withLabel(`a${index}`, 'x').intersection(Nodes.withLabel(`b${index}`, 'y'));
    const list = (count: number) => Array.from({ length: count }, (_, index) => Variant.of(`v${index}`, pair(index)));
    const five = written(define(list(5)));
    expect('sets' in five && termsOf(five.sets[0])).toHaveLength(32);
    expect(written(define(list(6)))).toEqual({
      problems: ["the rest would need 64 alternatives (nodeSelectorTerms) to leave out the nodes of 'v0', 'v1', 'v2', 'v3', 'v4', 'v5', and more than 32 are not written; "
        + 'choose the nodes of these variants by fewer labels at once, or by labels that they share'],
    });
  });
});
