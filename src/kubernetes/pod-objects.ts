/**
 * A pod as people write it and the API server stores it (wire format), with every field that validation looks at.
 * A field that is null is a field that is not there, as it is to the API server.
 */
import { Quantities, Toleration } from './objects';
import { ObjectFieldSelector, ResourceFieldSelector } from './validation/field-ref-objects';
import { LabelSelector } from './validation/label-selector';
import { ObjectMetadata } from './validation/object-meta';
import { PodSecurityContext, SecurityContext } from './validation/security-objects';
import { Volume } from './validation/volume-objects';

export type { PodSecurityContext, SecurityContext, SecurityProfile, WindowsOptions } from './validation/security-objects';

type Maybe<T> = T | null;

export interface PodTemplateSpec {
  metadata?: Maybe<ObjectMetadata>;
  spec?: Maybe<PodSpec>;
}

export interface PodSpec {
  containers?: Maybe<Container[]>;
  initContainers?: Maybe<Container[]>;
  ephemeralContainers?: Maybe<EphemeralContainer[]>;
  volumes?: Maybe<Volume[]>;
  resourceClaims?: Maybe<PodResourceClaim[]>;
  resources?: Maybe<ResourceRequirements>;
  overhead?: Maybe<Quantities>;
  restartPolicy?: Maybe<string>;
  terminationGracePeriodSeconds?: Maybe<number>;
  activeDeadlineSeconds?: Maybe<number>;
  nodeName?: Maybe<string>;
  nodeSelector?: Maybe<Record<string, string>>;
  affinity?: Maybe<Affinity>;
  tolerations?: Maybe<Toleration[]>;
  topologySpreadConstraints?: Maybe<TopologySpreadConstraint[]>;
  schedulingGates?: Maybe<{ name?: string }[]>;
  readinessGates?: Maybe<{ conditionType?: string }[]>;
  priorityClassName?: Maybe<string>;
  priority?: Maybe<number>;
  preemptionPolicy?: Maybe<string>;
  runtimeClassName?: Maybe<string>;
  serviceAccountName?: Maybe<string>;
  /** The old name of `serviceAccountName`. */
  serviceAccount?: Maybe<string>;
  hostname?: Maybe<string>;
  subdomain?: Maybe<string>;
  hostnameOverride?: Maybe<string>;
  setHostnameAsFQDN?: Maybe<boolean>;
  imagePullSecrets?: Maybe<{ name?: string }[]>;
  hostAliases?: Maybe<{ ip?: string; hostnames?: Maybe<string[]> }[]>;
  hostNetwork?: Maybe<boolean>;
  hostPID?: Maybe<boolean>;
  hostIPC?: Maybe<boolean>;
  hostUsers?: Maybe<boolean>;
  shareProcessNamespace?: Maybe<boolean>;
  dnsPolicy?: Maybe<string>;
  dnsConfig?: Maybe<PodDNSConfig>;
  os?: Maybe<{ name?: string }>;
  securityContext?: Maybe<PodSecurityContext>;
}

export interface Container {
  name?: string;
  image?: string;
  imagePullPolicy?: string;
  command?: Maybe<string[]>;
  args?: Maybe<string[]>;
  ports?: Maybe<ContainerPort[]>;
  env?: Maybe<EnvVar[]>;
  envFrom?: Maybe<EnvFromSource[]>;
  volumeMounts?: Maybe<VolumeMount[]>;
  volumeDevices?: Maybe<VolumeDevice[]>;
  resources?: Maybe<ResourceRequirements>;
  resizePolicy?: Maybe<{ resourceName?: string; restartPolicy?: string }[]>;
  restartPolicy?: Maybe<string>;
  restartPolicyRules?: Maybe<ContainerRestartRule[]>;
  livenessProbe?: Maybe<Probe>;
  readinessProbe?: Maybe<Probe>;
  startupProbe?: Maybe<Probe>;
  lifecycle?: Maybe<Lifecycle>;
  terminationMessagePolicy?: string;
  securityContext?: Maybe<SecurityContext>;
}

export interface EphemeralContainer extends Container {
  targetContainerName?: string;
}

export interface ContainerPort {
  name?: string;
  containerPort?: number;
  hostPort?: number;
  protocol?: string;
  hostIP?: string;
}

export interface ContainerRestartRule {
  action?: string;
  exitCodes?: Maybe<{ operator?: string; values?: Maybe<number[]> }>;
}

export interface EnvVar {
  name?: string;
  value?: string;
  valueFrom?: Maybe<EnvVarSource>;
}

export interface EnvVarSource {
  fieldRef?: Maybe<ObjectFieldSelector>;
  resourceFieldRef?: Maybe<ResourceFieldSelector>;
  configMapKeyRef?: Maybe<{ name?: string; key?: string; optional?: Maybe<boolean> }>;
  secretKeyRef?: Maybe<{ name?: string; key?: string; optional?: Maybe<boolean> }>;
  fileKeyRef?: Maybe<{ volumeName?: string; path?: string; key?: string }>;
}

export interface EnvFromSource {
  prefix?: string;
  configMapRef?: Maybe<{ name?: string; optional?: Maybe<boolean> }>;
  secretRef?: Maybe<{ name?: string; optional?: Maybe<boolean> }>;
}

export interface VolumeMount {
  name?: string;
  mountPath?: string;
  readOnly?: boolean;
  subPath?: string;
  subPathExpr?: string;
  mountPropagation?: Maybe<string>;
  recursiveReadOnly?: Maybe<string>;
}

export interface VolumeDevice {
  name?: string;
  devicePath?: string;
}

export interface ResourceRequirements {
  limits?: Maybe<Quantities>;
  requests?: Maybe<Quantities>;
  claims?: Maybe<{ name?: string; request?: string }[]>;
}

export interface PodResourceClaim {
  name?: string;
  resourceClaimName?: Maybe<string>;
  resourceClaimTemplateName?: Maybe<string>;
}

export interface Handler {
  exec?: Maybe<{ command?: Maybe<string[]> }>;
  httpGet?: Maybe<{ path?: string; port?: number | string; scheme?: string; httpHeaders?: Maybe<{ name?: string; value?: string }[]> }>;
  tcpSocket?: Maybe<{ port?: number | string }>;
  grpc?: Maybe<{ port?: number; service?: Maybe<string> }>;
  sleep?: Maybe<{ seconds?: number }>;
}

export interface Probe extends Handler {
  initialDelaySeconds?: number;
  timeoutSeconds?: number;
  periodSeconds?: number;
  successThreshold?: number;
  failureThreshold?: number;
  terminationGracePeriodSeconds?: Maybe<number>;
}

export interface Lifecycle {
  postStart?: Maybe<Handler>;
  preStop?: Maybe<Handler>;
  stopSignal?: Maybe<string>;
}

export interface NodeSelectorRequirement {
  key?: string;
  operator?: string;
  values?: Maybe<string[]>;
}

export interface NodeSelectorTerm {
  matchExpressions?: Maybe<NodeSelectorRequirement[]>;
  matchFields?: Maybe<NodeSelectorRequirement[]>;
}

export interface NodeAffinity {
  requiredDuringSchedulingIgnoredDuringExecution?: Maybe<{ nodeSelectorTerms?: Maybe<NodeSelectorTerm[]> }>;
  preferredDuringSchedulingIgnoredDuringExecution?: Maybe<{ weight?: number; preference?: NodeSelectorTerm }[]>;
}

export interface PodAffinity {
  requiredDuringSchedulingIgnoredDuringExecution?: Maybe<PodAffinityTerm[]>;
  preferredDuringSchedulingIgnoredDuringExecution?: Maybe<{ weight?: number; podAffinityTerm?: PodAffinityTerm }[]>;
}

export interface PodAffinityTerm {
  labelSelector?: Maybe<LabelSelector>;
  namespaceSelector?: Maybe<LabelSelector>;
  namespaces?: Maybe<string[]>;
  topologyKey?: string;
  matchLabelKeys?: Maybe<string[]>;
  mismatchLabelKeys?: Maybe<string[]>;
}

export interface Affinity {
  nodeAffinity?: Maybe<NodeAffinity>;
  podAffinity?: Maybe<PodAffinity>;
  podAntiAffinity?: Maybe<PodAffinity>;
}

export interface TopologySpreadConstraint {
  maxSkew?: number;
  topologyKey?: string;
  whenUnsatisfiable?: string;
  minDomains?: Maybe<number>;
  nodeAffinityPolicy?: Maybe<string>;
  nodeTaintsPolicy?: Maybe<string>;
  labelSelector?: Maybe<LabelSelector>;
  matchLabelKeys?: Maybe<string[]>;
}

export interface PodDNSConfig {
  nameservers?: Maybe<string[]>;
  searches?: Maybe<string[]>;
  options?: Maybe<{ name?: string; value?: Maybe<string> }[]>;
}
