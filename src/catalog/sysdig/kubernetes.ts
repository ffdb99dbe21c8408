import { KubernetesAccess, PolicyRule } from '../../daemon/kubernetes-access';

const READ = ['get', 'list', 'watch'];

/** What is read of the cluster, by API group. The group `extensions`, which upstream asks too, is gone since Kubernetes 1.16 and 1.22. */
const OBJECTS: { readonly [group: string]: string[] } = {
  '': [
    'pods', 'replicationcontrollers', 'services', 'endpoints', 'events', 'limitranges', 'namespaces', 'nodes', 'resourcequotas', 'persistentvolumes',
    'persistentvolumeclaims', 'configmaps',
  ],
  'apps': ['daemonsets', 'deployments', 'replicasets', 'statefulsets'],
  'autoscaling': ['horizontalpodautoscalers'],
  'batch': ['cronjobs', 'jobs'],
  'networking.k8s.io': ['networkpolicies', 'ingresses'],
  'storage.k8s.io': ['storageclasses'],
  'certificates.k8s.io': ['certificatesigningrequests'],
  'policy': ['poddisruptionbudgets'],
};

/**
 * Every agent may be the one that reads the cluster for all of them, which they settle among themselves by leases. The kubelet is asked for its metrics, by `get`
 * alone, since the verb follows the HTTP method; `nodes/proxy`, which lets its owner run commands in every container, is not needed for them.
 */
export const ACCESS: readonly KubernetesAccess[] = [
  ...Object.entries(OBJECTS).map(([group, resources]) => clusterWide({ apiGroups: [group], resources, verbs: READ })),
  clusterWide({ resources: ['nodes/metrics', 'nodes/stats'], verbs: ['get'] }),
  clusterWide({ resources: ['events'], verbs: ['create', 'patch'] }),
  clusterWide({ nonResourceUrls: ['/metrics'], verbs: ['get'] }),
  KubernetesAccess.ownNamespace({ apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['get', 'list', 'create', 'update', 'watch'] }),
];

function clusterWide(rule: PolicyRule): KubernetesAccess {
  return KubernetesAccess.clusterWide(rule);
}
