import { App, Chart, JsonPatch } from 'cdk8s';
import { Assumption, Daemon, DaemonProps, Nodes, PartitionProof, Placement, TolerationOperator, Tolerations, Variant } from '../../src';
import { IMAGE } from '../util';

const GPU = Nodes.withLabel('gpu', 'true');
const AFFINITY = '/spec/template/spec/affinity/nodeAffinity/requiredDuringSchedulingIgnoredDuringExecution/nodeSelectorTerms/0/matchExpressions';

/** The proof of a daemon on any nodes that tolerates nothing, after a change to its definition's DaemonSet. */
function proofOf(props: Partial<DaemonProps>, ...ops: JsonPatch[]): PartitionProof {
  const daemon = new Daemon(new Chart(new App(), 'chart'), 'agent', { image: IMAGE, placement: Placement.everyNode(), tolerations: Tolerations.none(), ...props });
  daemon.daemonSets[0].addJsonPatch(...ops);
  return daemon.proof();
}

describe('the proof of a daemon', () => {
  test('holds of its variants, says for which nodes, and is a sentence', () => {
    const proof = proofOf({ variants: [Variant.of('gpu', GPU)], placement: Placement.linux() });
    expect(proof).toMatchObject({ holds: true, problems: [], domain: 'kubernetes.io/os=linux', daemonSets: ['agent', 'agent-gpu'], assumptions: [], tolerations: [] });
    expect(proof.text).toBe('every node with kubernetes.io/os=linux is taken by exactly one of agent, agent-gpu');
  });

  test('holds of a daemon without variants, whose domain is where it runs', () => {
    expect(proofOf({}).text).toBe('every node is taken by exactly one of agent');
    expect(proofOf({ placement: Placement.nodes(GPU) })).toMatchObject({ holds: true, domain: 'gpu=true,kubernetes.io/os=linux' });
  });

  test('names a node that nobody takes, and what it must not have', () => {
    const proof = proofOf({ variants: [Variant.of('gpu', GPU)] }, JsonPatch.add(AFFINITY, [{ key: 'size', operator: 'In', values: ['large'] }]));
    expect(proof.holds).toBe(false);
    expect(proof.gap).toEqual({ labels: {}, missingLabels: ['gpu', 'size'] });
    expect(proof.overlap).toEqual({ labels: { gpu: 'true', size: 'large' }, missingLabels: [] });
    expect(proof.overlapping).toEqual(['agent', 'agent-gpu']);
    expect(proof.text).toBe([
      'agent, agent-gpu do not divide the nodes with any labels:',
      '- no DaemonSet takes a node without the label gpu, size',
      "- 'agent' and 'agent-gpu' both take a node with gpu=true, size=large",
    ].join('\n'));
  });

  test('names a node outside of the domain that somebody takes', () => {
    const proof = proofOf({ variants: [Variant.of('gpu', GPU)], placement: Placement.linux() }, JsonPatch.remove('/spec/template/spec/nodeSelector'));
    expect(proof).toMatchObject({ holds: false, gap: undefined, overlap: undefined, straying: 'agent', outside: { labels: {}, missingLabels: ['gpu', 'kubernetes.io/os'] } });
    expect(proof.problems).toEqual(["'agent' takes a node without the label gpu, kubernetes.io/os, which is not in the domain"]);
  });

  test('holds only under what is assumed, and says so', () => {
    const variants = [Variant.of('large', Nodes.withLabelGreaterThan('cpu', 8))];
    const proof = proofOf({ variants, assumptions: [Assumption.integerLabel('cpu')] });
    expect(proof).toMatchObject({ holds: true, assumptions: ['cpu'] });
    expect(proof.text).toBe('every node is taken by exactly one of agent, agent-large, if the label cpu is a whole number wherever it is set');
    const without = proofOf({ variants, assumptions: [Assumption.integerLabel('cpu')] }, JsonPatch.remove('/metadata/annotations/cdk8s-daemons~1assumptions'));
    expect(without.problems).toEqual(['no DaemonSet takes a node with cpu=other']);
  });

  test('tells apart the taints on which the DaemonSets disagree', () => {
    const tolerations = Tolerations.of({ key: 'nvidia.com/gpu', operator: TolerationOperator.EXISTS }, { key: 'pool', value: 'a' });
    const proof = proofOf({ variants: [Variant.of('gpu', GPU, { tolerations })] });
    expect(proof.holds).toBe(true);
    const by = { toleratedBy: ['agent-gpu'], notToleratedBy: ['agent'] };
    expect(proof.tolerations).toEqual(['nvidia.com/gpu:NoSchedule', 'nvidia.com/gpu:NoExecute', 'pool=a:NoSchedule', 'pool=a:NoExecute'].map((taint) => ({ taint, ...by })));
    expect(proof.text.split('\n')[1]).toBe('- the taint nvidia.com/gpu:NoSchedule is tolerated by agent-gpu, and not by agent');
  });

  test('finds the taint of the host network, which the controller tolerates for its pods', () => {
    const proof = proofOf({ variants: [Variant.of('gpu', GPU)] }, JsonPatch.add('/spec/template/spec/hostNetwork', true));
    expect(proof.tolerations).toEqual([{ taint: 'node.kubernetes.io/network-unavailable:NoSchedule', toleratedBy: ['agent'], notToleratedBy: ['agent-gpu'] }]);
  });

  test('gives away nothing that a test could change', () => {
    const proof = proofOf({ variants: [Variant.of('gpu', GPU)] });
    proof.problems.push('changed');
    expect(proof.holds).toBe(true);
  });
});
