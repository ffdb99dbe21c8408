type Fields = Readonly<Record<string, unknown>>;

const RBAC_GROUP = 'rbac.authorization.k8s.io';

/** 0644. */
const MODE = { defaultMode: 0o644 };
const RBD = { keyring: '/etc/ceph/keyring', pool: 'rbd', user: 'admin' };
const SCALE_IO = { fsType: 'xfs', storageMode: 'ThinProvisioned' };

/** By type, what a field is where it is not set. Upstream: the SetDefaults functions and +default markers. */
export const DEFAULTS: Readonly<Record<string, Fields>> = {
  'apps.v1.DaemonSetSpec': { revisionHistoryLimit: 10 },
  'apps.v1.DaemonSetUpdateStrategy': { type: 'RollingUpdate' },
  'apps.v1.DeploymentSpec': { progressDeadlineSeconds: 600, replicas: 1, revisionHistoryLimit: 10 },
  'apps.v1.DeploymentStrategy': { type: 'RollingUpdate' },
  'apps.v1.ReplicaSetSpec': { replicas: 1 },
  'apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy': { whenDeleted: 'Retain', whenScaled: 'Retain' },
  'apps.v1.StatefulSetSpec': { persistentVolumeClaimRetentionPolicy: {}, podManagementPolicy: 'OrderedReady', replicas: 1, revisionHistoryLimit: 10 },
  'batch.v1.CronJobSpec': { concurrencyPolicy: 'Allow', failedJobsHistoryLimit: 1, successfulJobsHistoryLimit: 3, suspend: false },
  'batch.v1.PodFailurePolicyOnPodConditionsPattern': { status: 'True' },
  'core.v1.AzureDiskVolumeSource': { cachingMode: 'ReadWrite', fsType: 'ext4', kind: 'Shared', readOnly: false },
  'core.v1.ConfigMapVolumeSource': MODE,
  'core.v1.ContainerPort': { protocol: 'TCP' },
  'core.v1.DownwardAPIVolumeSource': MODE,
  'core.v1.EndpointPort': { protocol: 'TCP' },
  'core.v1.FileKeySelector': { optional: false },
  'core.v1.GRPCAction': { service: '' },
  'core.v1.HTTPGetAction': { path: '/', scheme: 'HTTP' },
  'core.v1.HostPathVolumeSource': { type: '' },
  'core.v1.ISCSIPersistentVolumeSource': { iscsiInterface: 'default' },
  'core.v1.ISCSIVolumeSource': { iscsiInterface: 'default' },
  'core.v1.NamespaceStatus': { phase: 'Active' },
  'core.v1.ObjectFieldSelector': { apiVersion: 'v1' },
  'core.v1.PersistentVolumeClaimSpec': { volumeMode: 'Filesystem' },
  'core.v1.PersistentVolumeClaimStatus': { phase: 'Pending' },
  'core.v1.PersistentVolumeSpec': { persistentVolumeReclaimPolicy: 'Retain', volumeMode: 'Filesystem' },
  'core.v1.PersistentVolumeStatus': { phase: 'Pending' },
  'core.v1.PodSpec': {
    dnsPolicy: 'ClusterFirst', restartPolicy: 'Always', schedulerName: 'default-scheduler', securityContext: {}, terminationGracePeriodSeconds: 30,
  },
  'core.v1.Probe': { failureThreshold: 3, periodSeconds: 10, successThreshold: 1, timeoutSeconds: 1 },
  'core.v1.ProjectedVolumeSource': MODE,
  'core.v1.RBDPersistentVolumeSource': RBD,
  'core.v1.RBDVolumeSource': RBD,
  'core.v1.ReplicationControllerSpec': { replicas: 1 },
  'core.v1.ScaleIOPersistentVolumeSource': SCALE_IO,
  'core.v1.ScaleIOVolumeSource': SCALE_IO,
  'core.v1.Secret': { type: 'Opaque' },
  'core.v1.SecretVolumeSource': MODE,
  'core.v1.ServiceAccountTokenProjection': { expirationSeconds: 3600 },
  'core.v1.ServicePort': { protocol: 'TCP' },
  'core.v1.ServiceSpec': { sessionAffinity: 'None', type: 'ClusterIP' },
  'discovery.v1.EndpointPort': { name: '', protocol: 'TCP' },
  'networking.v1.NetworkPolicyPort': { protocol: 'TCP' },
  'rbac.v1.RoleRef': { apiGroup: RBAC_GROUP },
  'scheduling.v1.PriorityClass': { preemptionPolicy: 'PreemptLowerPriority' },
  'storage.v1.CSIDriverSpec': {
    attachRequired: true,
    fsGroupPolicy: 'ReadWriteOnceWithFSType',
    podInfoOnMount: false,
    requiresRepublish: false,
    seLinuxMount: false,
    storageCapacity: false,
  },
  'storage.v1.StorageClass': { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' },
};
