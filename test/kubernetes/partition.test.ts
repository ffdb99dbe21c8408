import * as fc from 'fast-check';
import { affinityOf, labels, pod } from './arbitraries';
import { daemonSetEligibility } from '../../src/kubernetes/eligibility';
import { difference, EVERY_NODE, NodeSet, nodesOf } from '../../src/kubernetes/node-set';
import { PodSpec, Toleration } from '../../src/kubernetes/objects';
import { provePartition, Witness } from '../../src/kubernetes/partition';

const members = fc.array(pod, { minLength: 1, maxLength: 4 }).map((pods) => pods.map((spec, index) => ({ name: `m${index}`, pod: spec })));

function takers(list: { name: string; pod: PodSpec }[], { name, labels: own }: Pick<Witness, 'name' | 'labels'>): string[] {
  return list.filter((member) => daemonSetEligibility(member.pod)({ name: name ?? 'other', labels: own, taints: [] }).shouldRun).map((member) => member.name);
}

describe('a partition', () => {
  test('is broken by a node that shows it: one that nobody takes, or two', () => {
    fc.assert(fc.property(members, (list) => {
      const { gap, overlap, outside } = provePartition(list, EVERY_NODE);
      expect(gap === undefined ? [] : takers(list, gap)).toEqual([]);
      expect(overlap === undefined ? [] : overlap.members.filter((member) => !takers(list, overlap.node).includes(member))).toEqual([]);
      expect(outside).toBeUndefined();
    }), { numRuns: 1000 });
  });

  test('that nothing breaks takes every node once', () => {
    const whole = pod.map((spec) => {
      const rest: NodeSet = difference(EVERY_NODE, nodesOf(spec));
      return { spec, rest };
    });
    fc.assert(fc.property(fc.oneof(members, whole.map(({ spec }) => [{ name: 'm0', pod: spec }])), labels, (list, own) => {
      const { gap, overlap } = provePartition(list, EVERY_NODE);
      const count = takers(list, { labels: own }).length;
      expect(gap === undefined && count === 0).toBe(false);
      expect(overlap === undefined && count > 1).toBe(false);
    }), { numRuns: 1000 });
  });

  test('is left by who takes a node outside of the domain', () => {
    fc.assert(fc.property(pod, pod, (domain, spec) => {
      const { outside, gap } = provePartition([{ name: 'm', pod: spec }], nodesOf(domain));
      const inDomain = (node: Witness) => takers([{ name: 'domain', pod: domain }], node).length > 0;
      expect(outside === undefined || (outside.member === 'm' && !inDomain(outside.node) && takers([{ name: 'm', pod: spec }], outside.node).length === 1)).toBe(true);
      expect(gap === undefined || (inDomain(gap) && takers([{ name: 'm', pod: spec }], gap).length === 0)).toBe(true);
    }), { numRuns: 1000 });
  });

  test('has its hole where the usual pair has it: on nodes without the label', () => {
    const size = (value: string): PodSpec => ({ containers: [], affinity: affinityOf([{ matchExpressions: [{ key: 'size', operator: 'In', values: [value] }] }]) });
    expect(provePartition([{ name: 'small', pod: size('small') }, { name: 'large', pod: size('large') }], EVERY_NODE).gap).toEqual({ labels: {}, missing: ['size'] });
  });

  test('of many that choose by labels of their own is judged without looking at every combination of labels', () => {
    const own = (index: number): PodSpec => ({ containers: [], nodeSelector: { [`a${index}`]: 'x', [`b${index}`]: 'x' } });
    const list = Array.from({ length: 60 }, (_, index) => ({ name: `m${index}`, pod: own(index) }));
    expect(provePartition(list, EVERY_NODE).gap).toMatchObject({ labels: {} });
  });

  test('by a comparison of numbers has its hole on words', () => {
    const cpu = (operator: string, value: string): PodSpec => ({ containers: [], affinity: affinityOf([{ matchExpressions: [{ key: 'cpu', operator, values: [value] }] }]) });
    const none: PodSpec = { containers: [], affinity: affinityOf([{ matchExpressions: [{ key: 'cpu', operator: 'DoesNotExist' }] }]) };
    const list = [cpu('Gt', '7'), cpu('Lt', '8'), none].map((spec, index) => ({ name: `m${index}`, pod: spec }));
    expect(provePartition(list, EVERY_NODE)).toMatchObject({ gap: { labels: { cpu: 'other' } }, overlap: undefined });
  });
});

describe('contested taints', () => {
  const contested = (...tolerations: Toleration[][]) => provePartition(tolerations.map((list, index) => ({ name: `m${index}`, pod: { containers: [], tolerations: list } })), EVERY_NODE)
    .contestedTaints.map(({ taint, toleratedBy, otherValues }) => `${taint.key ?? '*'}=${taint.value ?? (otherValues ? 'other' : '*')}:${taint.effect} ${toleratedBy.join()}`);

  test.each([
    ['are none where all tolerate the same', [[{ operator: 'Exists' }], [{ operator: 'Exists' }]], []],
    ['are none where it is said in other words', [[{ key: 'a', operator: 'Exists' }], [{ key: 'a', operator: 'Exists', effect: 'NoSchedule' }, { key: 'a', operator: 'Exists', effect: 'NoExecute' }]], []],
    ['are those that only one tolerates', [[{ key: 'a', operator: 'Exists', effect: 'NoSchedule' }], []], ['a=*:NoSchedule m0']],
    ['are told by value', [[{ key: 'a', value: 'x', effect: 'NoExecute' }], []], ['a=x:NoExecute m0']],
    ['are told by value where one tolerates all and another one', [[{ key: 'a', operator: 'Exists', effect: 'NoExecute' }], [{ key: 'a', value: 'x' }]],
      ['a=x:NoSchedule m1', 'a=other:NoExecute m0']],
    ['are all but what the controller tolerates, where one tolerates every taint', [[{ operator: 'Exists', effect: 'NoExecute' }], []],
      ['node.kubernetes.io/disk-pressure=*:NoExecute m0', 'node.kubernetes.io/memory-pressure=*:NoExecute m0', 'node.kubernetes.io/pid-pressure=*:NoExecute m0',
        'node.kubernetes.io/unschedulable=*:NoExecute m0', '*=*:NoExecute m0']],
    ['are none for what is only preferred', [[{ key: 'a', operator: 'Exists', effect: 'PreferNoSchedule' }], []], []],
  ] as [string, Toleration[][], string[]][])('%s', (_, tolerations, taints) => expect(contested(...tolerations)).toEqual(taints));
});
