import { Taint } from '../../kubernetes/taints';

/** Taints that come and go by themselves, and who sets them. */
const TRANSIENT: readonly { readonly key: RegExp; readonly while: string }[] = [
  // well-known taints of Kubernetes, set by the node lifecycle controller, the kubelet and cloud providers
  { key: /^node\.kubernetes\.io\/(not-ready|unreachable)$/, while: 'the node is not ready' },
  { key: /^node\.kubernetes\.io\/(memory|disk|pid)-pressure$/, while: 'the node is short of a resource' },
  { key: /^node\.kubernetes\.io\/network-unavailable$/, while: 'the network of the node is not set up' },
  { key: /^node\.kubernetes\.io\/unschedulable$/, while: 'the node is cordoned' },
  { key: /^node\.kubernetes\.io\/out-of-service$/, while: 'the node is shut down' },
  { key: /^node\.cloudprovider\.kubernetes\.io\/(uninitialized|shutdown)$/, while: 'the cloud provider starts or stops the node' },
  // Cluster Autoscaler: utils/taints
  { key: /^(ToBeDeletedBy|DeletionCandidateOf)ClusterAutoscaler$/, while: 'the autoscaler takes the node away' },
  { key: /^(startup|ignore)-taint\.cluster-autoscaler\.kubernetes\.io\//, while: 'the node starts' },
  // Karpenter: pkg/apis/v1
  { key: /^karpenter\.sh\/(disrupted|disruption)$/, while: 'the autoscaler takes the node away' },
  { key: /^karpenter\.sh\/unregistered$/, while: 'the node starts' },
  // start-up taints that drivers and network plugins take away themselves: Amazon EBS, EFS and FSx, Cilium
  { key: /\/agent-not-ready$/, while: 'an agent of the node starts' },
  // Cluster API: kubeadm control plane and machine controllers
  { key: /^node\.cluster\.x-k8s\.io\/(uninitialized|outdated-revision)$/, while: 'the node starts or is replaced' },
];

/** While what a taint is there, where it is one of those that go away by themselves. */
export function transientWhile({ key }: Taint): string | undefined {
  return TRANSIENT.find((one) => one.key.test(key))?.while;
}

/** The taints that stay. */
export function settledTaints(taints: readonly Taint[]): Taint[] {
  return taints.filter((taint) => transientWhile(taint) === undefined);
}
