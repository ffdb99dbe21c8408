/** Volumes in wire format. The fields of a source that have no rules are left out. */
import { Quantities } from '../objects';
import { ObjectFieldSelector, ResourceFieldSelector } from './field-ref-objects';
import { LabelSelector } from './label-selector';
import { ObjectMetadata } from './object-meta';

type Maybe<T> = T | null;

export interface KeyToPath {
  key?: string;
  path?: string;
  mode?: Maybe<number>;
}

export interface DownwardAPIVolumeFile {
  path?: string;
  fieldRef?: Maybe<ObjectFieldSelector>;
  resourceFieldRef?: Maybe<ResourceFieldSelector>;
  mode?: Maybe<number>;
}

export interface VolumeProjection {
  secret?: Maybe<{ name?: string; items?: Maybe<KeyToPath[]> }>;
  configMap?: Maybe<{ name?: string; items?: Maybe<KeyToPath[]> }>;
  downwardAPI?: Maybe<{ items?: Maybe<DownwardAPIVolumeFile[]> }>;
  serviceAccountToken?: Maybe<{ path?: string; expirationSeconds?: Maybe<number> }>;
  /** Behind a feature gate, and taken off without it. */
  clusterTrustBundle?: Maybe<object>;
  /** Behind a feature gate, and taken off without it. */
  podCertificate?: Maybe<object>;
}

export interface ISCSIVolumeSource {
  targetPortal?: string;
  iqn?: string;
  lun?: number;
  chapAuthDiscovery?: boolean;
  chapAuthSession?: boolean;
  secretRef?: Maybe<object>;
  initiatorName?: Maybe<string>;
}

export interface AzureDiskVolumeSource {
  diskName?: string;
  diskURI?: string;
  cachingMode?: Maybe<string>;
  kind?: Maybe<string>;
}

export interface ObjectReference {
  apiGroup?: Maybe<string>;
  kind?: string;
  name?: string;
  namespace?: Maybe<string>;
}

export interface PersistentVolumeClaimSpec {
  accessModes?: Maybe<string[]>;
  selector?: Maybe<LabelSelector>;
  resources?: Maybe<{ requests?: Maybe<Quantities>; limits?: Maybe<Quantities> }>;
  storageClassName?: Maybe<string>;
  volumeAttributesClassName?: Maybe<string>;
  volumeMode?: Maybe<string>;
  dataSource?: Maybe<ObjectReference>;
  dataSourceRef?: Maybe<ObjectReference>;
}

export interface PersistentVolumeClaimTemplate {
  metadata?: Maybe<ObjectMetadata>;
  spec?: PersistentVolumeClaimSpec;
}

export interface VolumeSource {
  hostPath?: Maybe<{ path?: string; type?: Maybe<string> }>;
  emptyDir?: Maybe<{ sizeLimit?: Maybe<string | number> }>;
  gcePersistentDisk?: Maybe<{ pdName?: string; partition?: number }>;
  awsElasticBlockStore?: Maybe<{ volumeID?: string; partition?: number }>;
  gitRepo?: Maybe<{ repository?: string; directory?: string }>;
  secret?: Maybe<{ secretName?: string; defaultMode?: Maybe<number>; items?: Maybe<KeyToPath[]> }>;
  nfs?: Maybe<{ server?: string; path?: string }>;
  iscsi?: Maybe<ISCSIVolumeSource>;
  glusterfs?: Maybe<{ endpoints?: string; path?: string }>;
  persistentVolumeClaim?: Maybe<{ claimName?: string }>;
  rbd?: Maybe<{ monitors?: Maybe<string[]>; image?: string }>;
  flexVolume?: Maybe<{ driver?: string; options?: Maybe<Record<string, string>> }>;
  cinder?: Maybe<{ volumeID?: string; secretRef?: Maybe<{ name?: string }> }>;
  cephfs?: Maybe<{ monitors?: Maybe<string[]> }>;
  flocker?: Maybe<{ datasetName?: string; datasetUUID?: string }>;
  downwardAPI?: Maybe<{ defaultMode?: Maybe<number>; items?: Maybe<DownwardAPIVolumeFile[]> }>;
  fc?: Maybe<{ targetWWNs?: Maybe<string[]>; wwids?: Maybe<string[]>; lun?: Maybe<number> }>;
  azureFile?: Maybe<{ secretName?: string; shareName?: string }>;
  configMap?: Maybe<{ name?: string; defaultMode?: Maybe<number>; items?: Maybe<KeyToPath[]> }>;
  vsphereVolume?: Maybe<{ volumePath?: string }>;
  quobyte?: Maybe<{ registry?: string; volume?: string; tenant?: string }>;
  azureDisk?: Maybe<AzureDiskVolumeSource>;
  photonPersistentDisk?: Maybe<{ pdID?: string }>;
  projected?: Maybe<{ defaultMode?: Maybe<number>; sources?: Maybe<VolumeProjection[]> }>;
  portworxVolume?: Maybe<{ volumeID?: string }>;
  scaleIO?: Maybe<{ gateway?: string; system?: string; volumeName?: string }>;
  storageos?: Maybe<{ volumeName?: string; volumeNamespace?: string; secretRef?: Maybe<{ name?: string }> }>;
  csi?: Maybe<{ driver?: string; nodePublishSecretRef?: Maybe<{ name?: string }> }>;
  ephemeral?: Maybe<{ volumeClaimTemplate?: Maybe<PersistentVolumeClaimTemplate> }>;
  image?: Maybe<{ reference?: string; pullPolicy?: string }>;
}

export interface Volume extends VolumeSource {
  name?: string;
}
