import { Nodes, Placement, Tolerations, Variant } from '../../../src';
import { problemsOfDaemon } from '../../util';

function told(...nodes: Nodes[]): string[] {
  return problemsOfDaemon({ placement: Placement.nodes(...nodes), tolerations: Tolerations.none() }).map((line) => line.replace('[chart/agent] ', ''));
}

describe('a placement', () => {
  const gpu = Nodes.withLabel('gpu', 'true');

  test('that some node could be in is fine', () => expect(told(gpu, Nodes.withLabel('pool', 'a'))).toEqual([]));

  test('that contradicts itself is told, since there would be no pod and no word about it', () => {
    expect(told(gpu.intersection(gpu.complement()))).toEqual([
      'no node can be in the placement: kubernetes.io/os=linux,gpu=true,gpu!=true contradicts itself; ask for less at once',
    ]);
    expect(told(Nodes.withLabel('kubernetes.io/os', 'windows'))).toEqual([
      'no node can be in the placement: kubernetes.io/os=linux,kubernetes.io/os=windows contradicts itself; ask for less at once',
    ]);
  });

  test('on the complement of every node is told, and on that of none is every node', () => {
    const all = gpu.union(gpu.complement());
    expect(told(all.complement())).toEqual(['spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms: '
      + 'Required value: must have at least one node selector term; no node can be in the placement: ask for less at once']);
    expect(told(all.complement().complement())).toEqual([]);
  });

  test('that asks for what no label can be is told, also beside another', () => {
    const terms = 'spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms';
    expect(told(gpu, Nodes.withLabel('pool', 'a b'))).toEqual([expect.stringContaining(`${terms}[1].matchExpressions[0].values[0]: Invalid value: "a b": a valid label must be`)]);
    expect(told(Nodes.withLabelGreaterThan('cpu', -1))).toEqual([expect.stringContaining(`${terms}[0].matchExpressions[0].values[0]: Invalid value: "-1": `)]);
  });

  test('that asks for what no label can be is told alone, not with the variants that are made of it', () => {
    expect(problemsOfDaemon({ placement: Placement.nodes(Nodes.withLabel('pool', 'a b')), variants: [Variant.of('large', Nodes.withLabel('size', 'large'))] })).toHaveLength(1);
  });

  test('is told alone, not with the variants that it leaves without nodes', () => {
    const variants = [Variant.of('large', Nodes.withLabel('size', 'large'))];
    expect(problemsOfDaemon({ placement: Placement.nodes(gpu.intersection(gpu.complement())), variants })).toHaveLength(1);
  });
});
