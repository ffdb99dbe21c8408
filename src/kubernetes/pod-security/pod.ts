/*
 * The part of a pod that Pod Security looks at, in wire format. Other fields may be present and are ignored; an
 * explicit null counts as absent, as it does when the API server decodes a manifest. Types are not verified: a
 * manifest in which a field has the wrong type never gets as far as Pod Security.
 */

type Wire<Fields> = { readonly [Name in keyof Fields]?: Fields[Name] | null };
type List<Item> = readonly (Item | null)[];

export type PodMetadata = Wire<{
  annotations: { readonly [key: string]: string | null };
}>;

export type PodSpec = Wire<{
  hostNetwork: boolean;
  hostPID: boolean;
  hostIPC: boolean;
  hostUsers: boolean;
  os: Wire<{ name: string }>;
  securityContext: PodSecurityContext;
  volumes: List<Volume>;
  initContainers: List<Container>;
  containers: List<Container>;
  ephemeralContainers: List<Container>;
}>;

export type Container = Wire<{
  name: string;
  securityContext: ContainerSecurityContext;
  ports: List<ContainerPort>;
  livenessProbe: Handler;
  readinessProbe: Handler;
  startupProbe: Handler;
  lifecycle: Wire<{ postStart: Handler; preStop: Handler }>;
}>;

export type ContainerPort = Wire<{ containerPort: number; hostPort: number }>;

/** A probe or a lifecycle handler; both may address a host. */
export type Handler = Wire<{
  httpGet: Wire<{ host: string; port: unknown }>;
  tcpSocket: Wire<{ host: string; port: unknown }>;
}>;

interface CommonSecurityContext {
  runAsNonRoot: boolean;
  runAsUser: number;
  appArmorProfile: Wire<{ type: string }>;
  seccompProfile: Wire<{ type: string }>;
  seLinuxOptions: Wire<{ type: string; user: string; role: string }>;
  windowsOptions: Wire<{ hostProcess: boolean }>;
}

/** What the security contexts of pods and of containers have in common. */
export type SecurityContext = Wire<CommonSecurityContext>;

export type PodSecurityContext = Wire<CommonSecurityContext & {
  sysctls: List<Wire<{ name: string }>>;
}>;

export type ContainerSecurityContext = Wire<CommonSecurityContext & {
  privileged: boolean;
  allowPrivilegeEscalation: boolean;
  procMount: string;
  capabilities: Wire<{ add: List<string>; drop: List<string> }>;
}>;

/** The kinds of volume that the restricted level leaves to a pod. */
export type OpenVolumeSource = 'configMap' | 'csi' | 'downwardAPI' | 'emptyDir' | 'ephemeral' | 'image' | 'persistentVolumeClaim'
| 'projected' | 'secret';

/** The kinds of volume that the restricted level forbids. */
export type RestrictedVolumeSource = 'hostPath' | 'gcePersistentDisk' | 'awsElasticBlockStore' | 'gitRepo' | 'nfs' | 'iscsi'
| 'glusterfs' | 'rbd' | 'flexVolume' | 'cinder' | 'cephfs' | 'flocker' | 'fc' | 'azureFile' | 'vsphereVolume' | 'quobyte'
| 'azureDisk' | 'photonPersistentDisk' | 'portworxVolume' | 'scaleIO' | 'storageos';

export type Volume = Wire<{ name: string } & Record<OpenVolumeSource | RestrictedVolumeSource, object>>;
