/* eslint-disable @stylistic/max-len */
/**
 * The types of the server's own form of pods, one a line, which its messages print: the fields in their order, `Name:type`. A field that has
 * another name in the API is `Name=name`, one that is left out where it is empty is `name?`. It is data, and so larger than other files.
 */
export const INTERNAL_POD_TYPES = `
AWSElasticBlockStoreVolumeSource VolumeID:text FSType:text Partition:number ReadOnly:bool
Affinity NodeAffinity:*NodeAffinity PodAffinity:*PodAffinity PodAntiAffinity:*PodAntiAffinity
AppArmorProfile Type:text LocalhostProfile:*text
AzureDiskVolumeSource DiskName:text DataDiskURI=diskURI:text CachingMode:*text FSType:*text ReadOnly:*bool Kind:*text
AzureFileVolumeSource SecretName:text ShareName:text ReadOnly:bool
CSIVolumeSource Driver:text ReadOnly:*bool FSType:*text VolumeAttributes:map:text NodePublishSecretRef:*LocalObjectReference
Capabilities Add:[]text Drop:[]text
CephFSVolumeSource Monitors:[]text Path:text User:text SecretFile:text SecretRef:*LocalObjectReference ReadOnly:bool
CinderVolumeSource VolumeID:text FSType:text ReadOnly:bool SecretRef:*LocalObjectReference
ClusterTrustBundleProjection Name:*text SignerName:*text LabelSelector:*LabelSelector Optional:*bool Path:text
ConfigMapEnvSource Name:text Optional:*bool
ConfigMapKeySelector Name:text Key:text Optional:*bool
ConfigMapProjection Name:text Items:[]KeyToPath Optional:*bool
ConfigMapVolumeSource Name:text Items:[]KeyToPath DefaultMode:*number Optional:*bool
Container Name:text Image:text Command:[]text Args:[]text WorkingDir:text Ports:[]ContainerPort EnvFrom:[]EnvFromSource Env:[]EnvVar Resources:ResourceRequirements ResizePolicy:[]ContainerResizePolicy RestartPolicy:*text RestartPolicyRules:[]ContainerRestartRule VolumeMounts:[]VolumeMount VolumeDevices:[]VolumeDevice LivenessProbe:*Probe ReadinessProbe:*Probe StartupProbe:*Probe Lifecycle:*Lifecycle TerminationMessagePath:text TerminationMessagePolicy:text ImagePullPolicy:text SecurityContext:*SecurityContext Stdin:bool StdinOnce:bool TTY:bool
ContainerPort Name:text HostPort:number ContainerPort:number Protocol:text HostIP:text
ContainerResizePolicy ResourceName:text RestartPolicy:text
ContainerRestartRule Action:text ExitCodes:*ContainerRestartRuleOnExitCodes
ContainerRestartRuleOnExitCodes Operator:text Values:[]number
DownwardAPIProjection Items:[]DownwardAPIVolumeFile
DownwardAPIVolumeFile Path:text FieldRef:*ObjectFieldSelector ResourceFieldRef:*ResourceFieldSelector Mode:*number
DownwardAPIVolumeSource Items:[]DownwardAPIVolumeFile DefaultMode:*number
EmptyDirVolumeSource Medium:text SizeLimit:*quantity
EnvFromSource Prefix:text ConfigMapRef:*ConfigMapEnvSource SecretRef:*SecretEnvSource
EnvVar Name:text Value:text ValueFrom:*EnvVarSource
EnvVarSource FieldRef:*ObjectFieldSelector ResourceFieldRef:*ResourceFieldSelector ConfigMapKeyRef:*ConfigMapKeySelector SecretKeyRef:*SecretKeySelector FileKeyRef:*FileKeySelector
EphemeralContainer Name:text Image:text Command:[]text Args:[]text WorkingDir:text Ports:[]ContainerPort EnvFrom:[]EnvFromSource Env:[]EnvVar Resources:ResourceRequirements ResizePolicy:[]ContainerResizePolicy RestartPolicy:*text RestartPolicyRules:[]ContainerRestartRule VolumeMounts:[]VolumeMount VolumeDevices:[]VolumeDevice LivenessProbe:*Probe ReadinessProbe:*Probe StartupProbe:*Probe Lifecycle:*Lifecycle TerminationMessagePath:text TerminationMessagePolicy:text ImagePullPolicy:text SecurityContext:*SecurityContext Stdin:bool StdinOnce:bool TTY:bool TargetContainerName:text
EphemeralVolumeSource VolumeClaimTemplate:*PersistentVolumeClaimTemplate
ExecAction Command:[]text
FCVolumeSource TargetWWNs:[]text Lun:*number FSType:text ReadOnly:bool WWIDs:[]text
FileKeySelector VolumeName:text Path:text Key:text Optional:*bool
FlexVolumeSource Driver:text FSType:text SecretRef:*LocalObjectReference ReadOnly:bool Options:map:text
FlockerVolumeSource DatasetName:text DatasetUUID:text
GCEPersistentDiskVolumeSource PDName:text FSType:text Partition:number ReadOnly:bool
GRPCAction Port:number Service:*text
GitRepoVolumeSource Repository:text Revision:text Directory:text
GlusterfsVolumeSource EndpointsName=endpoints:text Path:text ReadOnly:bool
HTTPGetAction Path:text Port:number Host:text Scheme:text HTTPHeaders:[]HTTPHeader
HTTPHeader Name:text Value:text
HostAlias IP:text Hostnames:[]text
HostPathVolumeSource Path:text Type:*text
ISCSIVolumeSource TargetPortal:text IQN:text Lun:number ISCSIInterface:text FSType:text ReadOnly:bool Portals:[]text DiscoveryCHAPAuth=chapAuthDiscovery:bool SessionCHAPAuth=chapAuthSession:bool SecretRef:*LocalObjectReference InitiatorName:*text
ImageVolumeSource Reference:text PullPolicy:text
KeyToPath Key:text Path:text Mode:*number
LabelSelector matchLabels?:map:text matchExpressions?:[]LabelSelectorRequirement
LabelSelectorRequirement key:text operator:text values?:[]text
Lifecycle PostStart:*LifecycleHandler PreStop:*LifecycleHandler StopSignal:*text
LifecycleHandler Exec:*ExecAction HTTPGet:*HTTPGetAction TCPSocket:*TCPSocketAction Sleep:*SleepAction
LocalObjectReference Name:text
NFSVolumeSource Server:text Path:text ReadOnly:bool
NodeAffinity RequiredDuringSchedulingIgnoredDuringExecution:*NodeSelector PreferredDuringSchedulingIgnoredDuringExecution:[]PreferredSchedulingTerm
NodeSelector NodeSelectorTerms:[]NodeSelectorTerm
NodeSelectorRequirement Key:text Operator:text Values:[]text
NodeSelectorTerm MatchExpressions:[]NodeSelectorRequirement MatchFields:[]NodeSelectorRequirement
ObjectFieldSelector APIVersion:text FieldPath:text
ObjectMeta name?:text generateName?:text namespace?:text selfLink?:text uid?:text resourceVersion?:text generation?:number creationTimestamp?:*text deletionTimestamp?:*text deletionGracePeriodSeconds?:*number labels?:map:text annotations?:map:text ownerReferences?:[]OwnerReference finalizers?:[]text
OwnerReference apiVersion:text kind:text name:text uid:text controller?:*bool blockOwnerDeletion?:*bool
PersistentVolumeClaimSpec AccessModes:[]text Selector:*LabelSelector Resources:VolumeResourceRequirements VolumeName:text StorageClassName:*text VolumeMode:*text DataSource:*TypedLocalObjectReference DataSourceRef:*TypedObjectReference VolumeAttributesClassName:*text
PersistentVolumeClaimTemplate Spec:PersistentVolumeClaimSpec
PersistentVolumeClaimVolumeSource ClaimName:text ReadOnly:bool
PhotonPersistentDiskVolumeSource PdID:text FSType:text
PodAffinity RequiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm PreferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm
PodAffinityTerm LabelSelector:*LabelSelector Namespaces:[]text TopologyKey:text NamespaceSelector:*LabelSelector MatchLabelKeys:[]text MismatchLabelKeys:[]text
PodAntiAffinity RequiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm PreferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm
PodCertificateProjection SignerName:text KeyType:text MaxExpirationSeconds:*number CredentialBundlePath:text KeyPath:text CertificateChainPath:text UserAnnotations:map:text
PodDNSConfig Nameservers:[]text Searches:[]text Options:[]PodDNSConfigOption
PodDNSConfigOption Name:text Value:*text
PodOS Name:text
PodReadinessGate ConditionType:text
PodResourceClaim Name:text ResourceClaimName:*text ResourceClaimTemplateName:*text
PodSchedulingGate Name:text
PodSchedulingGroup PodGroupName:*text
PodSecurityContext HostNetwork:bool HostPID:bool HostIPC:bool ShareProcessNamespace:*bool HostUsers:*bool SELinuxOptions:*SELinuxOptions WindowsOptions:*WindowsSecurityContextOptions RunAsUser:*number RunAsGroup:*number RunAsNonRoot:*bool SupplementalGroups:[]number SupplementalGroupsPolicy:*text FSGroup:*number FSGroupChangePolicy:*text Sysctls:[]Sysctl SeccompProfile:*SeccompProfile AppArmorProfile:*AppArmorProfile SELinuxChangePolicy:*text
PodSpec Volumes:[]Volume InitContainers:[]Container Containers:[]Container EphemeralContainers:[]EphemeralContainer RestartPolicy:text TerminationGracePeriodSeconds:*number ActiveDeadlineSeconds:*number DNSPolicy:text NodeSelector:map:text ServiceAccountName:text AutomountServiceAccountToken:*bool NodeName:text SecurityContext:*PodSecurityContext ImagePullSecrets:[]LocalObjectReference Hostname:text Subdomain:text SetHostnameAsFQDN:*bool Affinity:*Affinity SchedulerName:text Tolerations:[]Toleration HostAliases:[]HostAlias PriorityClassName:text Priority:*number PreemptionPolicy:*text DNSConfig:*PodDNSConfig ReadinessGates:[]PodReadinessGate RuntimeClassName:*text Overhead:map:quantity EnableServiceLinks:*bool TopologySpreadConstraints:[]TopologySpreadConstraint OS:*PodOS SchedulingGates:[]PodSchedulingGate ResourceClaims:[]PodResourceClaim Resources:*ResourceRequirements HostnameOverride:*text SchedulingGroup:*PodSchedulingGroup
PodTemplateSpec Spec:PodSpec
PortworxVolumeSource VolumeID:text FSType:text ReadOnly:bool
PreferredSchedulingTerm Weight:number Preference:NodeSelectorTerm
Probe Exec:*ExecAction HTTPGet:*HTTPGetAction TCPSocket:*TCPSocketAction GRPC:*GRPCAction InitialDelaySeconds:number TimeoutSeconds:number PeriodSeconds:number SuccessThreshold:number FailureThreshold:number TerminationGracePeriodSeconds:*number
ProjectedVolumeSource Sources:[]VolumeProjection DefaultMode:*number
QuobyteVolumeSource Registry:text Volume:text ReadOnly:bool User:text Group:text Tenant:text
RBDVolumeSource CephMonitors=monitors:[]text RBDImage=image:text FSType:text RBDPool=pool:text RadosUser=user:text Keyring:text SecretRef:*LocalObjectReference ReadOnly:bool
ResourceClaim Name:text Request:text
ResourceFieldSelector ContainerName:text Resource:text Divisor:quantity
ResourceRequirements Limits:map:quantity Requests:map:quantity Claims:[]ResourceClaim
SELinuxOptions User:text Role:text Type:text Level:text
ScaleIOVolumeSource Gateway:text System:text SecretRef:*LocalObjectReference SSLEnabled:bool ProtectionDomain:text StoragePool:text StorageMode:text VolumeName:text FSType:text ReadOnly:bool
SeccompProfile Type:text LocalhostProfile:*text
SecretEnvSource Name:text Optional:*bool
SecretKeySelector Name:text Key:text Optional:*bool
SecretProjection Name:text Items:[]KeyToPath Optional:*bool
SecretVolumeSource SecretName:text Items:[]KeyToPath DefaultMode:*number Optional:*bool
SecurityContext Capabilities:*Capabilities Privileged:*bool SELinuxOptions:*SELinuxOptions WindowsOptions:*WindowsSecurityContextOptions RunAsUser:*number RunAsGroup:*number RunAsNonRoot:*bool ReadOnlyRootFilesystem:*bool AllowPrivilegeEscalation:*bool ProcMount:*text SeccompProfile:*SeccompProfile AppArmorProfile:*AppArmorProfile
ServiceAccountTokenProjection Audience:text ExpirationSeconds:number Path:text
SleepAction Seconds:number
StorageOSVolumeSource VolumeName:text VolumeNamespace:text FSType:text ReadOnly:bool SecretRef:*LocalObjectReference
Sysctl Name:text Value:text
TCPSocketAction Port:number Host:text
Toleration Key:text Operator:text Value:text Effect:text TolerationSeconds:*number
TopologySpreadConstraint MaxSkew:number TopologyKey:text WhenUnsatisfiable:text LabelSelector:*LabelSelector MinDomains:*number NodeAffinityPolicy:*text NodeTaintsPolicy:*text MatchLabelKeys:[]text
TypedLocalObjectReference APIGroup:*text Kind:text Name:text
TypedObjectReference APIGroup:*text Kind:text Name:text Namespace:*text
Volume Name:text HostPath:*HostPathVolumeSource EmptyDir:*EmptyDirVolumeSource GCEPersistentDisk:*GCEPersistentDiskVolumeSource AWSElasticBlockStore:*AWSElasticBlockStoreVolumeSource GitRepo:*GitRepoVolumeSource Secret:*SecretVolumeSource NFS:*NFSVolumeSource ISCSI:*ISCSIVolumeSource Glusterfs:*GlusterfsVolumeSource PersistentVolumeClaim:*PersistentVolumeClaimVolumeSource RBD:*RBDVolumeSource Quobyte:*QuobyteVolumeSource FlexVolume:*FlexVolumeSource Cinder:*CinderVolumeSource CephFS:*CephFSVolumeSource Flocker:*FlockerVolumeSource DownwardAPI:*DownwardAPIVolumeSource FC:*FCVolumeSource AzureFile:*AzureFileVolumeSource ConfigMap:*ConfigMapVolumeSource VsphereVolume:*VsphereVirtualDiskVolumeSource AzureDisk:*AzureDiskVolumeSource PhotonPersistentDisk:*PhotonPersistentDiskVolumeSource Projected:*ProjectedVolumeSource PortworxVolume:*PortworxVolumeSource ScaleIO:*ScaleIOVolumeSource StorageOS:*StorageOSVolumeSource CSI:*CSIVolumeSource Ephemeral:*EphemeralVolumeSource Image:*ImageVolumeSource
VolumeDevice Name:text DevicePath:text
VolumeMount Name:text ReadOnly:bool RecursiveReadOnly:*text MountPath:text SubPath:text MountPropagation:*text SubPathExpr:text
VolumeProjection Secret:*SecretProjection DownwardAPI:*DownwardAPIProjection ConfigMap:*ConfigMapProjection ServiceAccountToken:*ServiceAccountTokenProjection ClusterTrustBundle:*ClusterTrustBundleProjection PodCertificate:*PodCertificateProjection
VolumeResourceRequirements Limits:map:quantity Requests:map:quantity
VsphereVirtualDiskVolumeSource VolumePath:text FSType:text StoragePolicyName:text StoragePolicyID:text
WeightedPodAffinityTerm Weight:number PodAffinityTerm:PodAffinityTerm
WindowsSecurityContextOptions GMSACredentialSpecName:*text GMSACredentialSpec:*text RunAsUserName:*text HostProcess:*bool
`;
