import * as fc from 'fast-check';
import { asking, daemonSet, mended } from './daemon-sets';
import { Case, cases, isIn } from './label-space';
import { PartitionReport } from '../../../src/analysis/plan/plan-report';
import { ProvedNodes } from '../../../src/analysis/prove/over-nodes';
import { provePartitions } from '../../../src/analysis/prove/prove';
import { ASSUMPTIONS } from '../../../src/kubernetes/domain';
import { daemonSetEligibility } from '../../../src/kubernetes/eligibility';
import { DaemonSet, Toleration } from '../../../src/kubernetes/objects';
import { daemonPodTolerations, Taint, untoleratedTaints } from '../../../src/kubernetes/taints';
import { labels } from '../../kubernetes/arbitraries';

function prove(daemonSets: readonly DaemonSet[], nodes: readonly ProvedNodes[], over?: string): PartitionReport {
  return provePartitions(daemonSets, nodes, over)[1];
}

function node(name: string, own: { [key: string]: string } = {}, ...taints: Taint[]): ProvedNodes {
  return { nodes: [name], labels: own, taints };
}

const TAINT: Taint = { key: 'a', value: 'x', effect: 'NoSchedule' };

describe('the proof over given nodes', () => {
  const sets = [daemonSet('small', asking('size=small')), daemonSet('large', asking('size=large')), daemonSet('any', asking('size,gpu'))];

  test('shows of each kind the node whose name is first', () => {
    const nodes = [node('w-4'), node('w-2', { size: 'small', gpu: 'a' }, TAINT), node('w-3', { zone: 'b' }), node('w-1', { size: 'small', gpu: 'a' }), node('w-5', { size: 'large' })];
    expect(prove(sets, nodes)).toMatchObject({
      gap: { node: 'w-3', labels: {}, missingLabels: ['gpu', 'size'], taints: [] },
      overlap: { node: 'w-1', labels: { gpu: 'a', size: 'small' }, missingLabels: [], daemonSets: ['agents/small', 'agents/any'] },
      outside: null,
    });
    expect(prove(sets, nodes, 'size=small')).toMatchObject({ gap: null, overlap: { node: 'w-1' }, outside: { node: 'w-5', daemonSets: ['agents/large'] } });
  });

  test('finds nothing where no node shows it, whatever other nodes could be', () => {
    expect(prove(sets, [node('w-1', { size: 'small' }), node('w-2', { size: 'large' })])).toMatchObject({ gap: null, overlap: null, outside: null });
  });

  test('has no hole where a taint keeps some of them away, and shows the taints of a node', () => {
    const tolerations: Toleration[] = [{ key: 'a', operator: 'Exists' }];
    const one = daemonSet('one', { ...asking('gpu'), tolerations });
    expect(prove([one, daemonSet('other', { ...asking('gpu'), tolerations: [] })], [node('w-1', {}, TAINT)], '').gap).toBeNull();
    expect(prove([one], [node('w-1', {}, TAINT)], '').gap).toMatchObject({ node: 'w-1', taints: [TAINT] });
  });

  test('has no overlap where only one tolerates the taint', () => {
    expect(prove([daemonSet('one', { tolerations: [{ operator: 'Exists' }] }), daemonSet('other')], [node('w-1', {}, TAINT)]).overlap).toBeNull();
  });

  test('knows a node by its name', () => {
    const named = { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['w-2'] }] }] } } } };
    expect(prove([daemonSet('named', named), daemonSet('all')], [node('w-1'), node('w-2')]).overlap).toMatchObject({ node: 'w-2', labels: {}, fix: null });
  });

  test('tells the change that mends it for all labels', () => {
    const size = [daemonSet('small', asking('size=small')), daemonSet('large', asking('size=large'))];
    const [overLabels, overNodes] = provePartitions(size, [node('w-1', { size: 'huge' })]);
    expect(overNodes.gap!.fix).toBe(overLabels.gap!.fix);
  });

  test('tells what mends it for such nodes where no requirement says all others', () => {
    const cpu = [daemonSet('big', asking('cpu>7')), daemonSet('little', asking('cpu<8'))];
    expect(prove(cpu, [node('w-1', { cpu: '16-metal' })]).gap!.fix)
      .toBe('let agents/big take nodes with cpu=16-metal too: write its node affinity as cpu>7 || cpu=16-metal (a term of nodeSelectorTerms for each side of ||)');
  });

  test('sees nodes that are not as it is assumed', () => {
    const cpu = [daemonSet('big', asking('cpu>7'), { [ASSUMPTIONS]: 'integerLabel(cpu)' }), daemonSet('little', asking('cpu<8 || !cpu'))];
    const [overLabels, overNodes] = provePartitions(cpu, [node('w-1', { cpu: '16-metal' })]);
    expect(overLabels.gap).toBeNull();
    expect(overNodes.gap).toMatchObject({ node: 'w-1', labels: { cpu: '16-metal' }, fix: expect.stringContaining('take nodes with cpu=16-metal too') });
  });

  test('does not take the only pod of a tainted node away', () => {
    const tolerations: Toleration[] = [{ key: 'a', operator: 'Exists' }];
    const disks = [daemonSet('gpu', { ...asking('gpu'), tolerations }), daemonSet('rest', { tolerations: [{ key: 'b', operator: 'Exists' }] })];
    const nodes = [node('w-1', { gpu: 'x' }), node('w-2', { gpu: 'x' }, { key: 'b', effect: 'NoSchedule' }), node('w-3', { gpu: 'x' }, TAINT)];
    const fix = (...given: ProvedNodes[]) => prove(disks, given).overlap!.fix;
    expect(fix(nodes[0], nodes[2])).toMatch(/^let agents\/rest leave nodes with gpu to agents\/gpu:/);
    expect(fix(nodes[0], nodes[1])).toMatch(/^let agents\/gpu leave nodes with gpu=x to agents\/rest:/);
    expect(fix(...nodes)).toBeNull();
  });

  test('names every DaemonSet that takes the node, and lets two of them part', () => {
    expect(prove([daemonSet('a', asking('gpu')), daemonSet('b'), daemonSet('c')], [node('w-1', { gpu: 'x' })]).overlap).toMatchObject({
      daemonSets: ['agents/a', 'agents/b', 'agents/c'], fix: 'let agents/b leave nodes with gpu to agents/a: write its node affinity as !gpu',
    });
  });
});

interface NodeCase extends Case {
  readonly nodes: readonly ProvedNodes[];
}

const tolerations: fc.Arbitrary<Toleration[]> = fc.subarray<Toleration>([{ operator: 'Exists' }, { key: 'a', operator: 'Exists' }, { key: 'a', value: 'x', effect: 'NoExecute' }, { key: 'b' }]);
const taints: fc.Arbitrary<Taint[]> = fc.subarray<Taint>([TAINT, { key: 'a', value: 'x', effect: 'NoExecute' }, { key: 'b', effect: 'NoSchedule' }, { key: 'c', effect: 'PreferNoSchedule' }]);

const nodeCases: fc.Arbitrary<NodeCase> = fc.record({
  one: cases,
  tolerated: fc.array(fc.oneof(fc.constant<Toleration[]>([]), tolerations), { minLength: 5, maxLength: 5 }),
  nodes: fc.array(fc.record({ own: labels, taints: fc.oneof(fc.constant<Taint[]>([]), taints) }), { maxLength: 6 }),
}).map(({ one, tolerated, nodes }) => ({
  ...one,
  daemonSets: one.daemonSets.map((set, index) => daemonSet(`m${index}`, { ...set.spec.template.spec, tolerations: tolerated[index] }, set.metadata.annotations)),
  nodes: nodes.map(({ own, taints: on }, index) => ({ nodes: [String.fromCharCode(97 + (index * 5) % 7)], labels: own, taints: on })),
}));

/** What is wrong with each node, counted one by one. */
function counted({ daemonSets, over, nodes }: Pick<NodeCase, 'daemonSets' | 'over' | 'nodes'>): { readonly name: string; readonly takers: string[]; readonly kind: string }[] {
  return nodes.map(({ nodes: [name], labels: own, taints: on }) => {
    const takers = daemonSets.filter(({ spec }) => daemonSetEligibility(spec.template.spec)({ name, labels: own, taints: [...on] }).shouldRun);
    const isTolerated = daemonSets.every(({ spec }) => untoleratedTaints([...on], daemonPodTolerations(spec.template.spec)).length === 0);
    const kind = isIn(over)({ name, labels: own }) ? (takers.length > 1 ? 'overlap' : takers.length === 0 && isTolerated ? 'gap' : 'fine') : takers.length > 0 ? 'outside' : 'fine';
    return { name, takers: takers.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`), kind };
  });
}

describe('the proof over any nodes', () => {
  test('is what counting them one by one says', () => {
    fc.assert(fc.property(nodeCases, (one) => {
      const report = prove(one.daemonSets, one.nodes, one.over);
      const first = (kind: string) => counted(one).filter((each) => each.kind === kind).sort((a, b) => (a.name < b.name ? -1 : 1))[0];
      (['gap', 'overlap', 'outside'] as const).forEach((kind) => expect(report[kind]?.node).toBe(first(kind)?.name));
      expect(report.overlap?.daemonSets).toEqual(first('overlap')?.takers);
      expect(report.outside?.daemonSets).toEqual(first('outside')?.takers);
    }), { numRuns: 1000 });
  });

  test('is the same whatever the order of nodes', () => {
    fc.assert(fc.property(nodeCases, ({ daemonSets, nodes, over }) => {
      expect(prove(daemonSets, [...nodes].reverse(), over)).toEqual(prove(daemonSets, nodes, over));
    }), { numRuns: 300 });
  });

  test('tells changes that mend the node, and make no other worse', () => {
    let told = 0;
    fc.assert(fc.property(nodeCases, (one) => {
      const report = prove(one.daemonSets, one.nodes, one.over);
      (['gap', 'overlap', 'outside'] as const).filter((kind) => (report[kind]?.fix ?? null) !== null).forEach((kind) => {
        told++;
        const [before, after] = [one.daemonSets, mended(one.daemonSets, report[kind]!.fix!)].map((daemonSets) => counted({ ...one, daemonSets }));
        after.forEach((now, index) => {
          const was = before[index];
          const isThere = was.name === report[kind]!.node;
          expect(isThere ? now.takers.length : 0).toBe(isThere ? was.takers.length + (kind === 'gap' ? 1 : -1) : 0);
          expect(now.kind === 'fine' || now.kind === was.kind).toBe(true);
          expect(was.kind === 'fine' && was.takers.length > 0 && now.takers.length === 0).toBe(false);
        });
      });
    }), { numRuns: 1000 });
    expect(told).toBeGreaterThan(300);
  });
});
