import * as fc from 'fast-check';
import { mended } from './daemon-sets';
import { candidates, cases, isIn, takersOf } from './label-space';
import { CounterExample, PartitionReport } from '../../../src/analysis/plan/plan-report';
import { provePartitions } from '../../../src/analysis/prove/prove';
import { ASSUMPTIONS } from '../../../src/kubernetes/domain';
import { DaemonSet } from '../../../src/kubernetes/objects';
import { labels } from '../../kubernetes/arbitraries';

const KINDS = ['gap', 'overlap', 'outside'] as const;

function prove(daemonSets: readonly DaemonSet[], over: string): PartitionReport {
  return provePartitions(daemonSets, [], over)[0];
}

describe('the proof over all labels', () => {
  test('agrees with every node that there could be', () => {
    fc.assert(fc.property(cases, (one) => {
      const { gap, overlap, outside } = prove(one.daemonSets, one.over);
      const [takers, isWanted] = [takersOf(one.daemonSets), isIn(one.over)];
      const nodes = candidates(one).map((node) => ({ isWanted: isWanted(node), count: takers(node).length }));
      expect({ gap: gap !== null, overlap: overlap !== null, outside: outside !== null }).toEqual({
        gap: nodes.some((node) => node.isWanted && node.count === 0),
        overlap: nodes.some((node) => node.isWanted && node.count > 1),
        outside: nodes.some((node) => !node.isWanted && node.count > 0),
      });
    }), { numRuns: 100 });
  });

  test('shows nodes of which each is as it says, whatever its other labels', () => {
    fc.assert(fc.property(cases, labels, ({ daemonSets, over }, others) => {
      const { gap, overlap, outside } = prove(daemonSets, over);
      const node = (example: CounterExample) => {
        const free = Object.entries(others).filter(([key]) => !example.missingLabels.includes(key));
        return { name: example.node ?? 'nobody', labels: { ...Object.fromEntries(free), ...example.labels } };
      };
      const [takers, isWanted] = [takersOf(daemonSets), isIn(over)];
      const shown = [gap ?? [], overlap ?? [], outside ?? []].flat().map(node).map((one) => ({ isWanted: isWanted(one), takers: takers(one) }));
      expect(shown).toEqual([
        ...(gap === null ? [] : [{ isWanted: true, takers: [] }]),
        ...(overlap === null ? [] : [{ isWanted: true, takers: expect.arrayContaining([...overlap.daemonSets]) }]),
        ...(outside === null ? [] : [{ isWanted: false, takers: expect.arrayContaining([...outside.daemonSets]) }]),
      ]);
      expect([overlap?.daemonSets.length ?? 2, outside?.daemonSets.length ?? 1]).toEqual([2, 1]);
    }), { numRuns: 1000 });
  });

  test('tells changes that mend what they are for, and break nothing', () => {
    let told = 0;
    fc.assert(fc.property(cases, ({ daemonSets, over }) => {
      const before = prove(daemonSets, over);
      KINDS.filter((kind) => (before[kind]?.fix ?? null) !== null).forEach((kind) => {
        told++;
        const changed = mended(daemonSets, before[kind]!.fix!);
        const [after, concerned] = [prove(changed, over), kind === 'gap' ? changed : ofNames(changed, before[kind]!.daemonSets)];
        expect(prove(concerned, over)[kind]).toBeNull();
        expect(KINDS.filter((other) => before[other] === null && after[other] !== null)).toEqual([]);
      });
    }), { numRuns: 500 });
    expect(told).toBeGreaterThan(250);
  });

  test('is the same in every order of the members', () => {
    const inAnyOrder = (sets: readonly DaemonSet[]) => fc.shuffledSubarray([...sets], { minLength: sets.length });
    const shuffled = cases.chain((one) => inAnyOrder(one.daemonSets).map((others) => ({ ...one, others })));
    fc.assert(fc.property(shuffled, ({ daemonSets, others, over }) => {
      expect(withoutOrder(prove(others, over))).toEqual(withoutOrder(prove(daemonSets, over)));
    }), { numRuns: 500 });
  });

  test('takes for granted what any member does', () => {
    fc.assert(fc.property(cases, ({ daemonSets: [first, ...others], over }) => {
      const silent = others.map((set) => ({ ...set, metadata: { ...set.metadata, annotations: { [ASSUMPTIONS]: '' } } }));
      expect(prove([first, ...silent], over)).toEqual(prove([first, ...others], over));
    }), { numRuns: 100 });
  });
});

function ofNames(daemonSets: readonly DaemonSet[], names: readonly string[]): DaemonSet[] {
  return daemonSets.filter(({ metadata }) => names.includes(`${metadata.namespace}/${metadata.name}`));
}

/** Who is to change depends on the order where several could; whether somebody can does not. */
function withoutOrder({ gap, overlap, outside, daemonSets, ...rest }: PartitionReport): unknown {
  const example = (one: CounterExample & { readonly daemonSets?: readonly string[] } | null) => (
    one && { ...one, fix: one.fix !== null, daemonSets: [...one.daemonSets ?? []].sort() });
  return { ...rest, gap: example(gap), overlap: example(overlap), outside: example(outside), daemonSets: [...daemonSets].sort() };
}
