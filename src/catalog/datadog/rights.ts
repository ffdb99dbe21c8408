import { Feature } from '../features';
import { DatadogOptions } from './props';
import { KubernetesAccess } from '../../daemon/kubernetes-access';

/**
 * What is asked of the kubelet (upstream: pkg/util/kubernetes/kubelet, corechecks/containers/kubelet): its pods, its measurements, its health and its
 * configuration, and `/spec` to find out whether it answers. `/logs` is not. On nodes of the control plane, whose pods are found like all others, the
 * API server and the schedulers are measured too, and asked who leads.
 */
export function nodeRights({ kubelet = {} }: DatadogOptions): KubernetesAccess[] {
  const byPath = ['nodes/pods', 'nodes/healthz', 'nodes/configz'];
  return [
    KubernetesAccess.clusterWide({
      resources: ['nodes/metrics', 'nodes/stats', 'nodes/spec', ...(kubelet.fineGrainedAuthorization ?? true ? byPath : ['nodes/proxy'])], verbs: ['get'],
    }),
    KubernetesAccess.clusterWide({ nonResourceUrls: ['/metrics', '/metrics/slis'], verbs: ['get'] }),
    KubernetesAccess.clusterWide({
      apiGroups: ['coordination.k8s.io'], resources: ['leases'], resourceNames: ['kube-controller-manager', 'kube-scheduler'], verbs: ['get'],
    }),
  ];
}

/**
 * What the cluster agent would know: the labels of the node, and which Services its pods belong to (upstream: pkg/util/kubernetes/hostinfo,
 * apiserver/services_kubelet.go). A right for one's own node only is nothing that Kubernetes knows.
 */
export function withoutClusterAgent({ clusterAgent }: DatadogOptions): Feature {
  return clusterAgent !== undefined ? {} : {
    kubernetesAccess: [
      KubernetesAccess.clusterWide({ resources: ['nodes'], verbs: ['get'] }),
      KubernetesAccess.clusterWide({ apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['list'] }),
    ],
  };
}

/**
 * Events of the cluster and the state of its components, by the one agent that is elected. Who it is, and how far it has read, stands in the daemon's
 * own namespace; what has to be created cannot be said by its name.
 */
export function kubernetesEvents({ kubernetesEvents: on }: DatadogOptions): Feature {
  const inOwnNamespace = (resources: string[], resourceNames: string[], apiGroups?: string[]) => [
    KubernetesAccess.ownNamespace({ apiGroups, resources, resourceNames, verbs: ['get', 'update'] }),
    KubernetesAccess.ownNamespace({ apiGroups, resources, verbs: ['create'] }),
  ];
  return !on ? {} : {
    kubernetesAccess: [
      KubernetesAccess.clusterWide({ resources: ['events'], verbs: ['get', 'list', 'watch'] }),
      KubernetesAccess.clusterWide({ resources: ['componentstatuses'], verbs: ['list'] }),
      ...inOwnNamespace(['leases'], ['datadog-leader-election'], ['coordination.k8s.io']),
      ...inOwnNamespace(['configmaps'], ['datadogtoken']),
    ],
  };
}
