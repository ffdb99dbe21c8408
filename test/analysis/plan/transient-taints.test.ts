import { settledTaints, transientWhile } from '../../../src/analysis/plan/transient-taints';

const of = (key: string) => transientWhile({ key, effect: 'NoSchedule' });

describe('a taint that goes away by itself', () => {
  test.each([
    ['node.kubernetes.io/not-ready', 'the node is not ready'],
    ['node.kubernetes.io/unreachable', 'the node is not ready'],
    ['node.kubernetes.io/memory-pressure', 'the node is short of a resource'],
    ['node.kubernetes.io/disk-pressure', 'the node is short of a resource'],
    ['node.kubernetes.io/pid-pressure', 'the node is short of a resource'],
    ['node.kubernetes.io/network-unavailable', 'the network of the node is not set up'],
    ['node.kubernetes.io/unschedulable', 'the node is cordoned'],
    ['node.kubernetes.io/out-of-service', 'the node is shut down'],
    ['node.cloudprovider.kubernetes.io/uninitialized', 'the cloud provider starts or stops the node'],
    ['node.cloudprovider.kubernetes.io/shutdown', 'the cloud provider starts or stops the node'],
    ['ToBeDeletedByClusterAutoscaler', 'the autoscaler takes the node away'],
    ['DeletionCandidateOfClusterAutoscaler', 'the autoscaler takes the node away'],
    ['startup-taint.cluster-autoscaler.kubernetes.io/mine', 'the node starts'],
    ['ignore-taint.cluster-autoscaler.kubernetes.io/mine', 'the node starts'],
    ['karpenter.sh/disrupted', 'the autoscaler takes the node away'],
    ['karpenter.sh/disruption', 'the autoscaler takes the node away'],
    ['karpenter.sh/unregistered', 'the node starts'],
    ['ebs.csi.aws.com/agent-not-ready', 'an agent of the node starts'],
    ['node.cilium.io/agent-not-ready', 'an agent of the node starts'],
    ['node.cluster.x-k8s.io/uninitialized', 'the node starts or is replaced'],
  ])('is %s, while %s', (key, reason) => expect(of(key)).toBe(reason));

  test.each(['node-role.kubernetes.io/control-plane', 'nvidia.com/gpu', 'node.kubernetes.io/not-ready-at-all', 'example.com/ToBeDeletedByClusterAutoscaler', 'karpenter.sh/capacity-type'])(
    'is not %s', (key) => expect(of(key)).toBeUndefined());

  test('is taken away where nodes are taken for settled, and no other', () => {
    const [stays, goes] = ['nvidia.com/gpu', 'node.kubernetes.io/not-ready'].map((key) => ({ key, effect: 'NoSchedule' }));
    expect(settledTaints([goes, stays, { ...goes, effect: 'NoExecute' }])).toEqual([stays]);
  });
});
