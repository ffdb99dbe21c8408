/** What is known of an apiVersion and kind. */
export type KindLookup =
  | { readonly type: string }
  /** A kind of Kubernetes' own whose version is gone since that Kubernetes version. */
  | { readonly removedIn: string; readonly replacement?: string };

/** Groups by the package of their Go types, with the kinds of version v1 whose fields are known. */
const KINDS: Readonly<Record<string, readonly [group: string, kinds: readonly string[]]>> = {
  apps: ['apps', ['ControllerRevision', 'DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet']],
  batch: ['batch', ['CronJob', 'Job']],
  core: ['', [
    'ConfigMap', 'Endpoints', 'Event', 'LimitRange', 'Namespace', 'Node', 'PersistentVolume', 'PersistentVolumeClaim', 'Pod', 'PodTemplate',
    'ReplicationController', 'ResourceQuota', 'Secret', 'Service', 'ServiceAccount',
  ]],
  discovery: ['discovery.k8s.io', ['EndpointSlice']],
  networking: ['networking.k8s.io', ['NetworkPolicy']],
  node: ['node.k8s.io', ['RuntimeClass']],
  policy: ['policy', ['PodDisruptionBudget']],
  rbac: ['rbac.authorization.k8s.io', ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding']],
  scheduling: ['scheduling.k8s.io', ['PriorityClass']],
  storage: ['storage.k8s.io', ['CSIDriver', 'StorageClass']],
};

/** Versions that no supported Kubernetes serves any more: kinds, the Kubernetes that dropped them, and what to write instead. */
const REMOVED: readonly (readonly [apiVersion: string, kinds: string, removedIn: string, replacement?: string])[] = [
  ['extensions/v1beta1', 'DaemonSet Deployment ReplicaSet', '1.16', 'apps/v1'],
  ['extensions/v1beta1', 'NetworkPolicy', '1.16', 'networking.k8s.io/v1'],
  ['extensions/v1beta1', 'PodSecurityPolicy', '1.16'],
  ['extensions/v1beta1', 'Ingress', '1.22', 'networking.k8s.io/v1'],
  ['apps/v1beta1', 'ControllerRevision Deployment StatefulSet', '1.16', 'apps/v1'],
  ['apps/v1beta2', 'ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet', '1.16', 'apps/v1'],
  ['policy/v1beta1', 'PodDisruptionBudget', '1.25', 'policy/v1'],
  ['policy/v1beta1', 'PodSecurityPolicy', '1.25'],
  ['batch/v1beta1', 'CronJob', '1.25', 'batch/v1'],
  ['batch/v2alpha1', 'CronJob', '1.21', 'batch/v1'],
  ['discovery.k8s.io/v1beta1', 'EndpointSlice', '1.25', 'discovery.k8s.io/v1'],
  ['events.k8s.io/v1beta1', 'Event', '1.25', 'events.k8s.io/v1'],
  ['autoscaling/v2beta1', 'HorizontalPodAutoscaler', '1.25', 'autoscaling/v2'],
  ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', '1.26', 'autoscaling/v2'],
  ['node.k8s.io/v1beta1', 'RuntimeClass', '1.25', 'node.k8s.io/v1'],
  ['rbac.authorization.k8s.io/v1beta1', 'ClusterRole ClusterRoleBinding Role RoleBinding', '1.22', 'rbac.authorization.k8s.io/v1'],
  ['rbac.authorization.k8s.io/v1alpha1', 'ClusterRole ClusterRoleBinding Role RoleBinding', '1.22', 'rbac.authorization.k8s.io/v1'],
  ['scheduling.k8s.io/v1beta1', 'PriorityClass', '1.22', 'scheduling.k8s.io/v1'],
  ['storage.k8s.io/v1beta1', 'CSIDriver CSINode StorageClass VolumeAttachment', '1.22', 'storage.k8s.io/v1'],
  ['storage.k8s.io/v1beta1', 'CSIStorageCapacity', '1.27', 'storage.k8s.io/v1'],
  ['admissionregistration.k8s.io/v1beta1', 'MutatingWebhookConfiguration ValidatingWebhookConfiguration', '1.22', 'admissionregistration.k8s.io/v1'],
  ['apiextensions.k8s.io/v1beta1', 'CustomResourceDefinition', '1.22', 'apiextensions.k8s.io/v1'],
  ['apiregistration.k8s.io/v1beta1', 'APIService', '1.22', 'apiregistration.k8s.io/v1'],
  ['certificates.k8s.io/v1beta1', 'CertificateSigningRequest', '1.22', 'certificates.k8s.io/v1'],
  ['coordination.k8s.io/v1beta1', 'Lease', '1.22', 'coordination.k8s.io/v1'],
  ['networking.k8s.io/v1beta1', 'Ingress IngressClass', '1.22', 'networking.k8s.io/v1'],
  ['flowcontrol.apiserver.k8s.io/v1beta1', 'FlowSchema PriorityLevelConfiguration', '1.26', 'flowcontrol.apiserver.k8s.io/v1'],
  ['flowcontrol.apiserver.k8s.io/v1beta2', 'FlowSchema PriorityLevelConfiguration', '1.29', 'flowcontrol.apiserver.k8s.io/v1'],
  ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema PriorityLevelConfiguration', '1.32', 'flowcontrol.apiserver.k8s.io/v1'],
];

const lookups = new Map<string, KindLookup>([
  ...REMOVED.flatMap(([apiVersion, kinds, removedIn, replacement]) => kinds.split(' ').map((kind): [string, KindLookup] => [
    `${apiVersion} ${kind}`, { removedIn, ...(replacement === undefined ? {} : { replacement }) },
  ])),
  ...Object.entries(KINDS).flatMap(([room, [group, kinds]]) => kinds.map((kind): [string, KindLookup] => [
    `${group === '' ? 'v1' : `${group}/v1`} ${kind}`, { type: `${room}.v1.${kind}` },
  ])),
]);

/** The API type of an apiVersion and kind, or when its version was removed; undefined for a kind that is not known here. */
export function kindOf(apiVersion: unknown, kind: unknown): KindLookup | undefined {
  return typeof apiVersion === 'string' && typeof kind === 'string' ? lookups.get(`${apiVersion} ${kind}`) : undefined;
}

/** The API type of an object, undefined where its fields are not known. */
export function typeOfObject({ apiVersion, kind }: Readonly<Record<string, unknown>>): string | undefined {
  const known = kindOf(apiVersion, kind);
  return known !== undefined && 'type' in known ? known.type : undefined;
}

/** What is said of an object whose version was removed. */
export function noLongerServed({ apiVersion, kind }: Readonly<Record<string, unknown>>, removedIn: string): string {
  return `${kind} of ${apiVersion} is no longer served since Kubernetes ${removedIn}`;
}
