/*
 * Made by `node scripts/schema.js --write` from test/vectors/kubernetes-fields.json and test/kubernetes/schema/go-types.json.
 * One line a type: its name, then its fields as `name:type`. A field goes on with `*` (unset is not the same as zero), `!` (written even
 * where it is zero) and with what is special of it: `,>=` since and `,<=` until which version, `,#` its merge key, `,=` its Go type,
 * `,@` the embedded Go struct that has it.
 */

/** Every field of the API types of Kubernetes 1.28 to 1.36. */
export const FIELDS = `
apps.v1.ControllerRevision apiVersion:string data:any! kind:string metadata:meta.v1.ObjectMeta! revision:int64!
apps.v1.DaemonSet apiVersion:string kind:string metadata:meta.v1.ObjectMeta! spec:apps.v1.DaemonSetSpec! status:apps.v1.DaemonSetStatus!
apps.v1.DaemonSetCondition lastTransitionTime:time! message:string reason:string status:string!,=v1.ConditionStatus type:string!,=v1.DaemonSetConditionType
apps.v1.DaemonSetSpec minReadySeconds:int32 revisionHistoryLimit:int32* selector:meta.v1.LabelSelector*! template:core.v1.PodTemplateSpec! updateStrategy:apps.v1.DaemonSetUpdateStrategy!
apps.v1.DaemonSetStatus collisionCount:int32* conditions:[]apps.v1.DaemonSetCondition,#type currentNumberScheduled:int32! desiredNumberScheduled:int32! numberAvailable:int32 numberMisscheduled:int32! numberReady:int32! numberUnavailable:int32 observedGeneration:int64 updatedNumberScheduled:int32
apps.v1.DaemonSetUpdateStrategy rollingUpdate:apps.v1.RollingUpdateDaemonSet* type:string,=v1.DaemonSetUpdateStrategyType
apps.v1.Deployment apiVersion:string kind:string metadata:meta.v1.ObjectMeta! spec:apps.v1.DeploymentSpec! status:apps.v1.DeploymentStatus!
apps.v1.DeploymentCondition lastTransitionTime:time! lastUpdateTime:time! message:string reason:string status:string!,=v1.ConditionStatus type:string!,=v1.DeploymentConditionType
apps.v1.DeploymentSpec minReadySeconds:int32 paused:bool progressDeadlineSeconds:int32* replicas:int32* revisionHistoryLimit:int32* selector:meta.v1.LabelSelector*! strategy:apps.v1.DeploymentStrategy! template:core.v1.PodTemplateSpec!
apps.v1.DeploymentStatus availableReplicas:int32 collisionCount:int32* conditions:[]apps.v1.DeploymentCondition,#type observedGeneration:int64 readyReplicas:int32 replicas:int32 terminatingReplicas:int32*,>=1.33 unavailableReplicas:int32 updatedReplicas:int32
apps.v1.DeploymentStrategy rollingUpdate:apps.v1.RollingUpdateDeployment* type:string,=v1.DeploymentStrategyType
apps.v1.ReplicaSet apiVersion:string kind:string metadata:meta.v1.ObjectMeta! spec:apps.v1.ReplicaSetSpec! status:apps.v1.ReplicaSetStatus!
apps.v1.ReplicaSetCondition lastTransitionTime:time! message:string reason:string status:string!,=v1.ConditionStatus type:string!,=v1.ReplicaSetConditionType
apps.v1.ReplicaSetSpec minReadySeconds:int32 replicas:int32* selector:meta.v1.LabelSelector*! template:core.v1.PodTemplateSpec!
apps.v1.ReplicaSetStatus availableReplicas:int32 conditions:[]apps.v1.ReplicaSetCondition,#type fullyLabeledReplicas:int32 observedGeneration:int64 readyReplicas:int32 replicas:int32! terminatingReplicas:int32*,>=1.33
apps.v1.RollingUpdateDaemonSet maxSurge:int-or-string* maxUnavailable:int-or-string*
apps.v1.RollingUpdateDeployment maxSurge:int-or-string* maxUnavailable:int-or-string*
apps.v1.RollingUpdateStatefulSetStrategy maxUnavailable:int-or-string* partition:int32*
apps.v1.StatefulSet apiVersion:string kind:string metadata:meta.v1.ObjectMeta! spec:apps.v1.StatefulSetSpec! status:apps.v1.StatefulSetStatus!
apps.v1.StatefulSetCondition lastTransitionTime:time! message:string reason:string status:string!,=v1.ConditionStatus type:string!,=v1.StatefulSetConditionType
apps.v1.StatefulSetOrdinals start:int32!
apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy whenDeleted:string,=v1.PersistentVolumeClaimRetentionPolicyType whenScaled:string,=v1.PersistentVolumeClaimRetentionPolicyType
apps.v1.StatefulSetSpec minReadySeconds:int32 ordinals:apps.v1.StatefulSetOrdinals* persistentVolumeClaimRetentionPolicy:apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy* podManagementPolicy:string,=v1.PodManagementPolicyType replicas:int32* revisionHistoryLimit:int32* selector:meta.v1.LabelSelector*! serviceName:string! template:core.v1.PodTemplateSpec! updateStrategy:apps.v1.StatefulSetUpdateStrategy! volumeClaimTemplates:[]core.v1.PersistentVolumeClaim
apps.v1.StatefulSetStatus availableReplicas:int32! collisionCount:int32* conditions:[]apps.v1.StatefulSetCondition,#type currentReplicas:int32 currentRevision:string observedGeneration:int64 readyReplicas:int32 replicas:int32! updateRevision:string updatedReplicas:int32
apps.v1.StatefulSetUpdateStrategy rollingUpdate:apps.v1.RollingUpdateStatefulSetStrategy* type:string,=v1.StatefulSetUpdateStrategyType
batch.v1.CronJob apiVersion:string kind:string metadata:meta.v1.ObjectMeta! spec:batch.v1.CronJobSpec! status:batch.v1.CronJobStatus!
batch.v1.CronJobSpec concurrencyPolicy:string,=v1.ConcurrencyPolicy failedJobsHistoryLimit:int32* jobTemplate:batch.v1.JobTemplateSpec! schedule:string! startingDeadlineSeconds:int64* successfulJobsHistoryLimit:int32* suspend:bool* timeZone:string*
batch.v1.CronJobStatus active:[]core.v1.ObjectReference lastScheduleTime:time* lastSuccessfulTime:time*
batch.v1.Job apiVersion:string kind:string metadata:meta.v1.ObjectMeta! spec:batch.v1.JobSpec! status:batch.v1.JobStatus!
batch.v1.JobCondition lastProbeTime:time! lastTransitionTime:time! message:string reason:string status:string!,=v1.ConditionStatus type:string!,=v1.JobConditionType
batch.v1.JobSpec activeDeadlineSeconds:int64* backoffLimit:int32* backoffLimitPerIndex:int32* completionMode:string*,=v1.CompletionMode completions:int32* managedBy:string*,>=1.30 manualSelector:bool* maxFailedIndexes:int32* parallelism:int32* podFailurePolicy:batch.v1.PodFailurePolicy* podReplacementPolicy:string*,=v1.PodReplacementPolicy selector:meta.v1.LabelSelector* successPolicy:batch.v1.SuccessPolicy*,>=1.30 suspend:bool* template:core.v1.PodTemplateSpec! ttlSecondsAfterFinished:int32*
batch.v1.JobStatus active:int32 completedIndexes:string completionTime:time* conditions:[]batch.v1.JobCondition,#type failed:int32 failedIndexes:string* ready:int32* startTime:time* succeeded:int32 terminating:int32* uncountedTerminatedPods:batch.v1.UncountedTerminatedPods*
batch.v1.JobTemplateSpec metadata:meta.v1.ObjectMeta! spec:batch.v1.JobSpec!
batch.v1.PodFailurePolicy rules:[]batch.v1.PodFailurePolicyRule!
batch.v1.PodFailurePolicyOnExitCodesRequirement containerName:string* operator:string!,=v1.PodFailurePolicyOnExitCodesOperator values:[]int32!
batch.v1.PodFailurePolicyOnPodConditionsPattern status:string!,=v1.ConditionStatus type:string!,=v1.PodConditionType
batch.v1.PodFailurePolicyRule action:string!,=v1.PodFailurePolicyAction onExitCodes:batch.v1.PodFailurePolicyOnExitCodesRequirement* onPodConditions:[]batch.v1.PodFailurePolicyOnPodConditionsPattern
batch.v1.SuccessPolicy rules:[]batch.v1.SuccessPolicyRule!,>=1.30
batch.v1.SuccessPolicyRule succeededCount:int32*,>=1.30 succeededIndexes:string*,>=1.30
batch.v1.UncountedTerminatedPods failed:[]string,=[]types.UID succeeded:[]string,=[]types.UID
core.v1.AWSElasticBlockStoreVolumeSource fsType:string partition:int32 readOnly:bool volumeID:string!
core.v1.Affinity nodeAffinity:core.v1.NodeAffinity* podAffinity:core.v1.PodAffinity* podAntiAffinity:core.v1.PodAntiAffinity*
core.v1.AppArmorProfile localhostProfile:string*,>=1.30 type:string!,>=1.30,=v1.AppArmorProfileType
core.v1.AttachedVolume devicePath:string! name:string!,=v1.UniqueVolumeName
core.v1.AzureDiskVolumeSource cachingMode:string*,=v1.AzureDataDiskCachingMode diskName:string! diskURI:string! fsType:string* kind:string*,=v1.AzureDataDiskKind readOnly:bool*
core.v1.AzureFilePersistentVolumeSource readOnly:bool secretName:string! secretNamespace:string*! shareName:string!
core.v1.AzureFileVolumeSource readOnly:bool secretName:string! shareName:string!
core.v1.CSIPersistentVolumeSource controllerExpandSecretRef:core.v1.SecretReference* controllerPublishSecretRef:core.v1.SecretReference* driver:string! fsType:string nodeExpandSecretRef:core.v1.SecretReference* nodePublishSecretRef:core.v1.SecretReference* nodeStageSecretRef:core.v1.SecretReference* readOnly:bool volumeAttributes:map:string volumeHandle:string!
core.v1.CSIVolumeSource driver:string! fsType:string* nodePublishSecretRef:core.v1.LocalObjectReference* readOnly:bool* volumeAttributes:map:string
core.v1.Capabilities add:[]string,=[]v1.Capability drop:[]string,=[]v1.Capability
core.v1.CephFSPersistentVolumeSource monitors:[]string! path:string readOnly:bool secretFile:string secretRef:core.v1.SecretReference* user:string
core.v1.CephFSVolumeSource monitors:[]string! path:string readOnly:bool secretFile:string secretRef:core.v1.LocalObjectReference* user:string
core.v1.CinderPersistentVolumeSource fsType:string readOnly:bool secretRef:core.v1.SecretReference* volumeID:string!
core.v1.CinderVolumeSource fsType:string readOnly:bool secretRef:core.v1.LocalObjectReference* volumeID:string!
core.v1.ClaimSource resourceClaimName:string*,<=1.30 resourceClaimTemplateName:string*,<=1.30
core.v1.ClientIPConfig timeoutSeconds:int32*
core.v1.ClusterTrustBundleProjection labelSelector:meta.v1.LabelSelector*,>=1.29 name:string*,>=1.29 optional:bool*,>=1.29 path:string!,>=1.29 signerName:string*,>=1.29
core.v1.ConfigMap apiVersion:string binaryData:map:bytes data:map:string immutable:bool* kind:string metadata:meta.v1.ObjectMeta!
core.v1.ConfigMapEnvSource name:string,@LocalObjectReference optional:bool*
core.v1.ConfigMapKeySelector key:string! name:string,@LocalObjectReference optional:bool*
core.v1.ConfigMapNodeConfigSource kubeletConfigKey:string! name:string! namespace:string! resourceVersion:string uid:string,=types.UID
core.v1.ConfigMapProjection items:[]core.v1.KeyToPath name:string,@LocalObjectReference optional:bool*
core.v1.ConfigMapVolumeSource defaultMode:int32* items:[]core.v1.KeyToPath name:string,@LocalObjectReference optional:bool*
core.v1.Container args:[]string command:[]string env:[]core.v1.EnvVar,#name envFrom:[]core.v1.EnvFromSource image:string imagePullPolicy:string,=v1.PullPolicy lifecycle:core.v1.Lifecycle* livenessProbe:core.v1.Probe* name:string! ports:[]core.v1.ContainerPort,#containerPort readinessProbe:core.v1.Probe* resizePolicy:[]core.v1.ContainerResizePolicy resources:core.v1.ResourceRequirements! restartPolicy:string*,=v1.ContainerRestartPolicy restartPolicyRules:[]core.v1.ContainerRestartRule,>=1.34 securityContext:core.v1.SecurityContext* startupProbe:core.v1.Probe* stdin:bool stdinOnce:bool terminationMessagePath:string terminationMessagePolicy:string,=v1.TerminationMessagePolicy tty:bool volumeDevices:[]core.v1.VolumeDevice,#devicePath volumeMounts:[]core.v1.VolumeMount,#mountPath workingDir:string
core.v1.ContainerExtendedResourceRequest containerName:string!,>=1.34 requestName:string!,>=1.34 resourceName:string!,>=1.34
core.v1.ContainerImage names:[]string! sizeBytes:int64
core.v1.ContainerPort containerPort:int32! hostIP:string hostPort:int32 name:string protocol:string,=v1.Protocol
core.v1.ContainerResizePolicy resourceName:string!,=v1.ResourceName restartPolicy:string!,=v1.ResourceResizeRestartPolicy
core.v1.ContainerRestartRule action:string,>=1.34,=v1.ContainerRestartRuleAction exitCodes:core.v1.ContainerRestartRuleOnExitCodes*,>=1.34
core.v1.ContainerRestartRuleOnExitCodes operator:string,>=1.34,=v1.ContainerRestartRuleOnExitCodesOperator values:[]int32,>=1.34
core.v1.ContainerState running:core.v1.ContainerStateRunning* terminated:core.v1.ContainerStateTerminated* waiting:core.v1.ContainerStateWaiting*
core.v1.ContainerStateRunning startedAt:time!
core.v1.ContainerStateTerminated containerID:string exitCode:int32! finishedAt:time! message:string reason:string signal:int32 startedAt:time!
core.v1.ContainerStateWaiting message:string reason:string
core.v1.ContainerStatus allocatedResources:map:quantity,=v1.ResourceList allocatedResourcesStatus:[]core.v1.ResourceStatus,>=1.31,#name containerID:string image:string! imageID:string! lastState:core.v1.ContainerState! name:string! ready:bool! resources:core.v1.ResourceRequirements* restartCount:int32! started:bool* state:core.v1.ContainerState! stopSignal:string*,>=1.33,=v1.Signal user:core.v1.ContainerUser*,>=1.31 volumeMounts:[]core.v1.VolumeMountStatus,>=1.30,#mountPath
core.v1.ContainerUser linux:core.v1.LinuxContainerUser*,>=1.31
core.v1.DaemonEndpoint Port:int32!
core.v1.DownwardAPIProjection items:[]core.v1.DownwardAPIVolumeFile
core.v1.DownwardAPIVolumeFile fieldRef:core.v1.ObjectFieldSelector* mode:int32* path:string! resourceFieldRef:core.v1.ResourceFieldSelector*
core.v1.DownwardAPIVolumeSource defaultMode:int32* items:[]core.v1.DownwardAPIVolumeFile
core.v1.EmptyDirVolumeSource medium:string,=v1.StorageMedium sizeLimit:quantity*
core.v1.EndpointAddress hostname:string ip:string! nodeName:string* targetRef:core.v1.ObjectReference*
core.v1.EndpointPort appProtocol:string* name:string port:int32! protocol:string,=v1.Protocol
core.v1.EndpointSubset addresses:[]core.v1.EndpointAddress notReadyAddresses:[]core.v1.EndpointAddress ports:[]core.v1.EndpointPort
core.v1.Endpoints apiVersion:string kind:string metadata:meta.v1.ObjectMeta! subsets:[]core.v1.EndpointSubset
core.v1.EnvFromSource configMapRef:core.v1.ConfigMapEnvSource* prefix:string secretRef:core.v1.SecretEnvSource*
core.v1.EnvVar name:string! value:string valueFrom:core.v1.EnvVarSource*
core.v1.EnvVarSource configMapKeyRef:core.v1.ConfigMapKeySelector* fieldRef:core.v1.ObjectFieldSelector* fileKeyRef:core.v1.FileKeySelector*,>=1.34 resourceFieldRef:core.v1.ResourceFieldSelector* secretKeyRef:core.v1.SecretKeySelector*
core.v1.EphemeralContainer args:[]string,@EphemeralContainerCommon command:[]string,@EphemeralContainerCommon env:[]core.v1.EnvVar,#name,@EphemeralContainerCommon envFrom:[]core.v1.EnvFromSource,@EphemeralContainerCommon image:string,@EphemeralContainerCommon imagePullPolicy:string,=v1.PullPolicy,@EphemeralContainerCommon lifecycle:core.v1.Lifecycle*,@EphemeralContainerCommon livenessProbe:core.v1.Probe*,@EphemeralContainerCommon name:string!,@EphemeralContainerCommon ports:[]core.v1.ContainerPort,#containerPort,@EphemeralContainerCommon readinessProbe:core.v1.Probe*,@EphemeralContainerCommon resizePolicy:[]core.v1.ContainerResizePolicy,@EphemeralContainerCommon resources:core.v1.ResourceRequirements!,@EphemeralContainerCommon restartPolicy:string*,=v1.ContainerRestartPolicy,@EphemeralContainerCommon restartPolicyRules:[]core.v1.ContainerRestartRule,>=1.34,@EphemeralContainerCommon securityContext:core.v1.SecurityContext*,@EphemeralContainerCommon startupProbe:core.v1.Probe*,@EphemeralContainerCommon stdin:bool,@EphemeralContainerCommon stdinOnce:bool,@EphemeralContainerCommon targetContainerName:string terminationMessagePath:string,@EphemeralContainerCommon terminationMessagePolicy:string,=v1.TerminationMessagePolicy,@EphemeralContainerCommon tty:bool,@EphemeralContainerCommon volumeDevices:[]core.v1.VolumeDevice,#devicePath,@EphemeralContainerCommon volumeMounts:[]core.v1.VolumeMount,#mountPath,@EphemeralContainerCommon workingDir:string,@EphemeralContainerCommon
core.v1.EphemeralVolumeSource volumeClaimTemplate:core.v1.PersistentVolumeClaimTemplate*
core.v1.Event action:string apiVersion:string count:int32 eventTime:time!,=v1.MicroTime firstTimestamp:time! involvedObject:core.v1.ObjectReference! kind:string lastTimestamp:time! message:string metadata:meta.v1.ObjectMeta! reason:string related:core.v1.ObjectReference* reportingComponent:string! reportingInstance:string! series:core.v1.EventSeries* source:core.v1.EventSource! type:string
core.v1.EventSeries count:int32 lastObservedTime:time!,=v1.MicroTime
core.v1.EventSource component:string host:string
core.v1.ExecAction command:[]string
core.v1.FCVolumeSource fsType:string lun:int32* readOnly:bool targetWWNs:[]string wwids:[]string
core.v1.FileKeySelector key:string!,>=1.34 optional:bool*,>=1.34 path:string!,>=1.34 volumeName:string!,>=1.34
core.v1.FlexPersistentVolumeSource driver:string! fsType:string options:map:string readOnly:bool secretRef:core.v1.SecretReference*
core.v1.FlexVolumeSource driver:string! fsType:string options:map:string readOnly:bool secretRef:core.v1.LocalObjectReference*
core.v1.FlockerVolumeSource datasetName:string datasetUUID:string
core.v1.GCEPersistentDiskVolumeSource fsType:string partition:int32 pdName:string! readOnly:bool
core.v1.GRPCAction port:int32! service:string*!
core.v1.GitRepoVolumeSource directory:string repository:string! revision:string
core.v1.GlusterfsPersistentVolumeSource endpoints:string! endpointsNamespace:string* path:string! readOnly:bool
core.v1.GlusterfsVolumeSource endpoints:string! path:string! readOnly:bool
core.v1.HTTPGetAction host:string httpHeaders:[]core.v1.HTTPHeader path:string port:int-or-string! scheme:string,=v1.URIScheme
core.v1.HTTPHeader name:string! value:string!
core.v1.HostAlias hostnames:[]string ip:string!
core.v1.HostIP ip:string!
core.v1.HostPathVolumeSource path:string! type:string*,=v1.HostPathType
core.v1.ISCSIPersistentVolumeSource chapAuthDiscovery:bool chapAuthSession:bool fsType:string initiatorName:string* iqn:string! iscsiInterface:string lun:int32! portals:[]string readOnly:bool secretRef:core.v1.SecretReference* targetPortal:string!
core.v1.ISCSIVolumeSource chapAuthDiscovery:bool chapAuthSession:bool fsType:string initiatorName:string* iqn:string! iscsiInterface:string lun:int32! portals:[]string readOnly:bool secretRef:core.v1.LocalObjectReference* targetPortal:string!
core.v1.ImageVolumeSource pullPolicy:string,>=1.31,=v1.PullPolicy reference:string,>=1.31
core.v1.ImageVolumeStatus imageRef:string,>=1.36
core.v1.KeyToPath key:string! mode:int32* path:string!
core.v1.Lifecycle postStart:core.v1.LifecycleHandler* preStop:core.v1.LifecycleHandler* stopSignal:string*,>=1.33,=v1.Signal
core.v1.LifecycleHandler exec:core.v1.ExecAction* httpGet:core.v1.HTTPGetAction* sleep:core.v1.SleepAction*,>=1.29 tcpSocket:core.v1.TCPSocketAction*
core.v1.LimitRange apiVersion:string kind:string metadata:meta.v1.ObjectMeta! spec:core.v1.LimitRangeSpec!
core.v1.LimitRangeItem default:map:quantity,=v1.ResourceList defaultRequest:map:quantity,=v1.ResourceList max:map:quantity,=v1.ResourceList maxLimitRequestRatio:map:quantity,=v1.ResourceList min:map:quantity,=v1.ResourceList type:string!,=v1.LimitType
core.v1.LimitRangeSpec limits:[]core.v1.LimitRangeItem!
core.v1.LinuxContainerUser gid:int64!,>=1.31 supplementalGroups:[]int64,>=1.31 uid:int64!,>=1.31
core.v1.LoadBalancerIngress hostname:string ip:string ipMode:string*,>=1.29,=v1.LoadBalancerIPMode ports:[]core.v1.PortStatus
core.v1.LoadBalancerStatus ingress:[]core.v1.LoadBalancerIngress
core.v1.LocalObjectReference name:string
core.v1.LocalVolumeSource fsType:string* path:string!
core.v1.ModifyVolumeStatus status:string!,>=1.29,=v1.PersistentVolumeClaimModifyVolumeStatus targetVolumeAttributesClassName:string,>=1.29
core.v1.NFSVolumeSource path:string! readOnly:bool server:string!
core.v1.Namespace apiVersion:string kind:string metadata:meta.v1.ObjectMeta! spec:core.v1.NamespaceSpec! status:core.v1.NamespaceStatus!
core.v1.NamespaceCondition lastTransitionTime:time! message:string reason:string status:string!,=v1.ConditionStatus type:string!,=v1.NamespaceConditionType
core.v1.NamespaceSpec finalizers:[]string,=[]v1.FinalizerName
core.v1.NamespaceStatus conditions:[]core.v1.NamespaceCondition,#type phase:string,=v1.NamespacePhase
core.v1.Node apiVersion:string kind:string metadata:meta.v1.ObjectMeta! spec:core.v1.NodeSpec! status:core.v1.NodeStatus!
core.v1.NodeAddress address:string! type:string!,=v1.NodeAddressType
core.v1.NodeAffinity preferredDuringSchedulingIgnoredDuringExecution:[]core.v1.PreferredSchedulingTerm requiredDuringSchedulingIgnoredDuringExecution:core.v1.NodeSelector*
core.v1.NodeAllocatableResourceClaimStatus containers:[]string,>=1.36 resourceClaimName:string!,>=1.36 resources:map:quantity!,>=1.36,=map[v1.ResourceName]resource.Quantity
core.v1.NodeCondition lastHeartbeatTime:time! lastTransitionTime:time! message:string reason:string status:string!,=v1.ConditionStatus type:string!,=v1.NodeConditionType
core.v1.NodeConfigSource configMap:core.v1.ConfigMapNodeConfigSource*
core.v1.NodeConfigStatus active:core.v1.NodeConfigSource* assigned:core.v1.NodeConfigSource* error:string lastKnownGood:core.v1.NodeConfigSource*
core.v1.NodeDaemonEndpoints kubeletEndpoint:core.v1.DaemonEndpoint!
core.v1.NodeFeatures supplementalGroupsPolicy:bool*,>=1.31
core.v1.NodeRuntimeHandler features:core.v1.NodeRuntimeHandlerFeatures*,>=1.30 name:string!,>=1.30
core.v1.NodeRuntimeHandlerFeatures recursiveReadOnlyMounts:bool*,>=1.30 userNamespaces:bool*,>=1.31
core.v1.NodeSelector nodeSelectorTerms:[]core.v1.NodeSelectorTerm!
core.v1.NodeSelectorRequirement key:string! operator:string!,=v1.NodeSelectorOperator values:[]string
core.v1.NodeSelectorTerm matchExpressions:[]core.v1.NodeSelectorRequirement matchFields:[]core.v1.NodeSelectorRequirement
core.v1.NodeSpec configSource:core.v1.NodeConfigSource* externalID:string podCIDR:string podCIDRs:[]string providerID:string taints:[]core.v1.Taint unschedulable:bool
core.v1.NodeStatus addresses:[]core.v1.NodeAddress,#type allocatable:map:quantity,=v1.ResourceList capacity:map:quantity,=v1.ResourceList conditions:[]core.v1.NodeCondition,#type config:core.v1.NodeConfigStatus* daemonEndpoints:core.v1.NodeDaemonEndpoints! declaredFeatures:[]string,>=1.35 features:core.v1.NodeFeatures*,>=1.31 images:[]core.v1.ContainerImage nodeInfo:core.v1.NodeSystemInfo! phase:string,=v1.NodePhase runtimeHandlers:[]core.v1.NodeRuntimeHandler,>=1.30 volumesAttached:[]core.v1.AttachedVolume volumesInUse:[]string,=[]v1.UniqueVolumeName
core.v1.NodeSwapStatus capacity:int64*,>=1.33
core.v1.NodeSystemInfo architecture:string! bootID:string! containerRuntimeVersion:string! kernelVersion:string! kubeProxyVersion:string! kubeletVersion:string! machineID:string! operatingSystem:string! osImage:string! swap:core.v1.NodeSwapStatus*,>=1.33 systemUUID:string!
core.v1.ObjectFieldSelector apiVersion:string fieldPath:string!
core.v1.ObjectReference apiVersion:string fieldPath:string kind:string name:string namespace:string resourceVersion:string uid:string,=types.UID
core.v1.PersistentVolume apiVersion:string kind:string metadata:meta.v1.ObjectMeta! spec:core.v1.PersistentVolumeSpec! status:core.v1.PersistentVolumeStatus!
core.v1.PersistentVolumeClaim apiVersion:string kind:string metadata:meta.v1.ObjectMeta! spec:core.v1.PersistentVolumeClaimSpec! status:core.v1.PersistentVolumeClaimStatus!
core.v1.PersistentVolumeClaimCondition lastProbeTime:time! lastTransitionTime:time! message:string reason:string status:string!,=v1.ConditionStatus type:string!,=v1.PersistentVolumeClaimConditionType
core.v1.PersistentVolumeClaimSpec accessModes:[]string,=[]v1.PersistentVolumeAccessMode dataSource:core.v1.TypedLocalObjectReference* dataSourceRef:core.v1.TypedObjectReference* resources:core.v1.VolumeResourceRequirements! selector:meta.v1.LabelSelector* storageClassName:string* volumeAttributesClassName:string*,>=1.29 volumeMode:string*,=v1.PersistentVolumeMode volumeName:string
core.v1.PersistentVolumeClaimStatus accessModes:[]string,=[]v1.PersistentVolumeAccessMode allocatedResourceStatuses:map:string,=map[v1.ResourceName]v1.ClaimResourceStatus allocatedResources:map:quantity,=v1.ResourceList capacity:map:quantity,=v1.ResourceList conditions:[]core.v1.PersistentVolumeClaimCondition,#type currentVolumeAttributesClassName:string*,>=1.29 modifyVolumeStatus:core.v1.ModifyVolumeStatus*,>=1.29 phase:string,=v1.PersistentVolumeClaimPhase
core.v1.PersistentVolumeClaimTemplate metadata:meta.v1.ObjectMeta! spec:core.v1.PersistentVolumeClaimSpec!
core.v1.PersistentVolumeClaimVolumeSource claimName:string! readOnly:bool
core.v1.PersistentVolumeSpec accessModes:[]string,=[]v1.PersistentVolumeAccessMode awsElasticBlockStore:core.v1.AWSElasticBlockStoreVolumeSource*,@PersistentVolumeSource azureDisk:core.v1.AzureDiskVolumeSource*,@PersistentVolumeSource azureFile:core.v1.AzureFilePersistentVolumeSource*,@PersistentVolumeSource capacity:map:quantity,=v1.ResourceList cephfs:core.v1.CephFSPersistentVolumeSource*,@PersistentVolumeSource cinder:core.v1.CinderPersistentVolumeSource*,@PersistentVolumeSource claimRef:core.v1.ObjectReference* csi:core.v1.CSIPersistentVolumeSource*,@PersistentVolumeSource fc:core.v1.FCVolumeSource*,@PersistentVolumeSource flexVolume:core.v1.FlexPersistentVolumeSource*,@PersistentVolumeSource flocker:core.v1.FlockerVolumeSource*,@PersistentVolumeSource gcePersistentDisk:core.v1.GCEPersistentDiskVolumeSource*,@PersistentVolumeSource glusterfs:core.v1.GlusterfsPersistentVolumeSource*,@PersistentVolumeSource hostPath:core.v1.HostPathVolumeSource*,@PersistentVolumeSource iscsi:core.v1.ISCSIPersistentVolumeSource*,@PersistentVolumeSource local:core.v1.LocalVolumeSource*,@PersistentVolumeSource mountOptions:[]string nfs:core.v1.NFSVolumeSource*,@PersistentVolumeSource nodeAffinity:core.v1.VolumeNodeAffinity* persistentVolumeReclaimPolicy:string,=v1.PersistentVolumeReclaimPolicy photonPersistentDisk:core.v1.PhotonPersistentDiskVolumeSource*,@PersistentVolumeSource portworxVolume:core.v1.PortworxVolumeSource*,@PersistentVolumeSource quobyte:core.v1.QuobyteVolumeSource*,@PersistentVolumeSource rbd:core.v1.RBDPersistentVolumeSource*,@PersistentVolumeSource scaleIO:core.v1.ScaleIOPersistentVolumeSource*,@PersistentVolumeSource storageClassName:string storageos:core.v1.StorageOSPersistentVolumeSource*,@PersistentVolumeSource volumeAttributesClassName:string*,>=1.29 volumeMode:string*,=v1.PersistentVolumeMode vsphereVolume:core.v1.VsphereVirtualDiskVolumeSource*,@PersistentVolumeSource
core.v1.PersistentVolumeStatus lastPhaseTransitionTime:time* message:string phase:string,=v1.PersistentVolumePhase reason:string
core.v1.PhotonPersistentDiskVolumeSource fsType:string pdID:string!
core.v1.Pod apiVersion:string kind:string metadata:meta.v1.ObjectMeta! spec:core.v1.PodSpec! status:core.v1.PodStatus!
core.v1.PodAffinity preferredDuringSchedulingIgnoredDuringExecution:[]core.v1.WeightedPodAffinityTerm requiredDuringSchedulingIgnoredDuringExecution:[]core.v1.PodAffinityTerm
core.v1.PodAffinityTerm labelSelector:meta.v1.LabelSelector* matchLabelKeys:[]string,>=1.29 mismatchLabelKeys:[]string,>=1.29 namespaceSelector:meta.v1.LabelSelector* namespaces:[]string topologyKey:string!
core.v1.PodAntiAffinity preferredDuringSchedulingIgnoredDuringExecution:[]core.v1.WeightedPodAffinityTerm requiredDuringSchedulingIgnoredDuringExecution:[]core.v1.PodAffinityTerm
core.v1.PodCertificateProjection certificateChainPath:string,>=1.34 credentialBundlePath:string,>=1.34 keyPath:string,>=1.34 keyType:string,>=1.34 maxExpirationSeconds:int32*,>=1.34 signerName:string,>=1.34 userAnnotations:map:string,>=1.35
core.v1.PodCondition lastProbeTime:time! lastTransitionTime:time! message:string observedGeneration:int64,>=1.33 reason:string status:string!,=v1.ConditionStatus type:string!,=v1.PodConditionType
core.v1.PodDNSConfig nameservers:[]string options:[]core.v1.PodDNSConfigOption searches:[]string
core.v1.PodDNSConfigOption name:string value:string*
core.v1.PodExtendedResourceClaimStatus requestMappings:[]core.v1.ContainerExtendedResourceRequest!,>=1.34 resourceClaimName:string!,>=1.34
core.v1.PodIP ip:string!
core.v1.PodOS name:string!,=v1.OSName
core.v1.PodReadinessGate conditionType:string!,=v1.PodConditionType
core.v1.PodResourceClaim name:string! resourceClaimName:string*,>=1.31 resourceClaimTemplateName:string*,>=1.31 source:core.v1.ClaimSource!,<=1.30
core.v1.PodResourceClaimStatus name:string! resourceClaimName:string*
core.v1.PodSchedulingGate name:string!
core.v1.PodSchedulingGroup podGroupName:string*,>=1.36
core.v1.PodSecurityContext appArmorProfile:core.v1.AppArmorProfile*,>=1.30 fsGroup:int64* fsGroupChangePolicy:string*,=v1.PodFSGroupChangePolicy runAsGroup:int64* runAsNonRoot:bool* runAsUser:int64* seLinuxChangePolicy:string*,>=1.32,=v1.PodSELinuxChangePolicy seLinuxOptions:core.v1.SELinuxOptions* seccompProfile:core.v1.SeccompProfile* supplementalGroups:[]int64 supplementalGroupsPolicy:string*,>=1.31,=v1.SupplementalGroupsPolicy sysctls:[]core.v1.Sysctl windowsOptions:core.v1.WindowsSecurityContextOptions*
core.v1.PodSpec activeDeadlineSeconds:int64* affinity:core.v1.Affinity* automountServiceAccountToken:bool* containers:[]core.v1.Container!,#name dnsConfig:core.v1.PodDNSConfig* dnsPolicy:string,=v1.DNSPolicy enableServiceLinks:bool* ephemeralContainers:[]core.v1.EphemeralContainer,#name hostAliases:[]core.v1.HostAlias,#ip hostIPC:bool hostNetwork:bool hostPID:bool hostUsers:bool* hostname:string hostnameOverride:string*,>=1.34 imagePullSecrets:[]core.v1.LocalObjectReference,#name initContainers:[]core.v1.Container,#name nodeName:string nodeSelector:map:string os:core.v1.PodOS* overhead:map:quantity,=v1.ResourceList preemptionPolicy:string*,=v1.PreemptionPolicy priority:int32* priorityClassName:string readinessGates:[]core.v1.PodReadinessGate resourceClaims:[]core.v1.PodResourceClaim,#name resources:core.v1.ResourceRequirements*,>=1.32 restartPolicy:string,=v1.RestartPolicy runtimeClassName:string* schedulerName:string schedulingGates:[]core.v1.PodSchedulingGate,#name schedulingGroup:core.v1.PodSchedulingGroup*,>=1.36 securityContext:core.v1.PodSecurityContext* serviceAccount:string serviceAccountName:string setHostnameAsFQDN:bool* shareProcessNamespace:bool* subdomain:string terminationGracePeriodSeconds:int64* tolerations:[]core.v1.Toleration topologySpreadConstraints:[]core.v1.TopologySpreadConstraint,#topologyKey volumes:[]core.v1.Volume,#name workloadRef:core.v1.WorkloadReference*,>=1.35,<=1.35
core.v1.PodStatus allocatedResources:map:quantity,>=1.35,=v1.ResourceList conditions:[]core.v1.PodCondition,#type containerStatuses:[]core.v1.ContainerStatus ephemeralContainerStatuses:[]core.v1.ContainerStatus extendedResourceClaimStatus:core.v1.PodExtendedResourceClaimStatus*,>=1.34 hostIP:string hostIPs:[]core.v1.HostIP,#ip initContainerStatuses:[]core.v1.ContainerStatus message:string nodeAllocatableResourceClaimStatuses:[]core.v1.NodeAllocatableResourceClaimStatus,>=1.36 nominatedNodeName:string observedGeneration:int64,>=1.33 phase:string,=v1.PodPhase podIP:string podIPs:[]core.v1.PodIP,#ip qosClass:string,=v1.PodQOSClass reason:string resize:string,=v1.PodResizeStatus resourceClaimStatuses:[]core.v1.PodResourceClaimStatus,#name resources:core.v1.ResourceRequirements*,>=1.35 startTime:time*
core.v1.PodTemplate apiVersion:string kind:string metadata:meta.v1.ObjectMeta! template:core.v1.PodTemplateSpec!
core.v1.PodTemplateSpec metadata:meta.v1.ObjectMeta! spec:core.v1.PodSpec!
core.v1.PortStatus error:string* port:int32! protocol:string!,=v1.Protocol
core.v1.PortworxVolumeSource fsType:string readOnly:bool volumeID:string!
core.v1.PreferredSchedulingTerm preference:core.v1.NodeSelectorTerm! weight:int32!
core.v1.Probe exec:core.v1.ExecAction*,@ProbeHandler failureThreshold:int32 grpc:core.v1.GRPCAction*,@ProbeHandler httpGet:core.v1.HTTPGetAction*,@ProbeHandler initialDelaySeconds:int32 periodSeconds:int32 successThreshold:int32 tcpSocket:core.v1.TCPSocketAction*,@ProbeHandler terminationGracePeriodSeconds:int64* timeoutSeconds:int32
core.v1.ProjectedVolumeSource defaultMode:int32* sources:[]core.v1.VolumeProjection!
core.v1.QuobyteVolumeSource group:string readOnly:bool registry:string! tenant:string user:string volume:string!
core.v1.RBDPersistentVolumeSource fsType:string image:string! keyring:string monitors:[]string! pool:string readOnly:bool secretRef:core.v1.SecretReference* user:string
core.v1.RBDVolumeSource fsType:string image:string! keyring:string monitors:[]string! pool:string readOnly:bool secretRef:core.v1.LocalObjectReference* user:string
core.v1.ReplicationController apiVersion:string kind:string metadata:meta.v1.ObjectMeta! spec:core.v1.ReplicationControllerSpec! status:core.v1.ReplicationControllerStatus!
core.v1.ReplicationControllerCondition lastTransitionTime:time! message:string reason:string status:string!,=v1.ConditionStatus type:string!,=v1.ReplicationControllerConditionType
core.v1.ReplicationControllerSpec minReadySeconds:int32 replicas:int32* selector:map:string template:core.v1.PodTemplateSpec*
core.v1.ReplicationControllerStatus availableReplicas:int32 conditions:[]core.v1.ReplicationControllerCondition,#type fullyLabeledReplicas:int32 observedGeneration:int64 readyReplicas:int32 replicas:int32!
core.v1.ResourceClaim name:string! request:string,>=1.31
core.v1.ResourceFieldSelector containerName:string divisor:quantity! resource:string!
core.v1.ResourceHealth health:string,>=1.31,=v1.ResourceHealthStatus message:string*,>=1.36 resourceID:string!,>=1.31,=v1.ResourceID
core.v1.ResourceQuota apiVersion:string kind:string metadata:meta.v1.ObjectMeta! spec:core.v1.ResourceQuotaSpec! status:core.v1.ResourceQuotaStatus!
core.v1.ResourceQuotaSpec hard:map:quantity,=v1.ResourceList scopeSelector:core.v1.ScopeSelector* scopes:[]string,=[]v1.ResourceQuotaScope
core.v1.ResourceQuotaStatus hard:map:quantity,=v1.ResourceList used:map:quantity,=v1.ResourceList
core.v1.ResourceRequirements claims:[]core.v1.ResourceClaim limits:map:quantity,=v1.ResourceList requests:map:quantity,=v1.ResourceList
core.v1.ResourceStatus name:string!,>=1.31,=v1.ResourceName resources:[]core.v1.ResourceHealth,>=1.31
core.v1.SELinuxOptions level:string role:string type:string user:string
core.v1.ScaleIOPersistentVolumeSource fsType:string gateway:string! protectionDomain:string readOnly:bool secretRef:core.v1.SecretReference*! sslEnabled:bool storageMode:string storagePool:string system:string! volumeName:string
core.v1.ScaleIOVolumeSource fsType:string gateway:string! protectionDomain:string readOnly:bool secretRef:core.v1.LocalObjectReference*! sslEnabled:bool storageMode:string storagePool:string system:string! volumeName:string
core.v1.ScopeSelector matchExpressions:[]core.v1.ScopedResourceSelectorRequirement
core.v1.ScopedResourceSelectorRequirement operator:string!,=v1.ScopeSelectorOperator scopeName:string!,=v1.ResourceQuotaScope values:[]string
core.v1.SeccompProfile localhostProfile:string* type:string!,=v1.SeccompProfileType
core.v1.Secret apiVersion:string data:map:bytes immutable:bool* kind:string metadata:meta.v1.ObjectMeta! stringData:map:string type:string,=v1.SecretType
core.v1.SecretEnvSource name:string,@LocalObjectReference optional:bool*
core.v1.SecretKeySelector key:string! name:string,@LocalObjectReference optional:bool*
core.v1.SecretProjection items:[]core.v1.KeyToPath name:string,@LocalObjectReference optional:bool*
core.v1.SecretReference name:string namespace:string
core.v1.SecretVolumeSource defaultMode:int32* items:[]core.v1.KeyToPath optional:bool* secretName:string
core.v1.SecurityContext allowPrivilegeEscalation:bool* appArmorProfile:core.v1.AppArmorProfile*,>=1.30 capabilities:core.v1.Capabilities* privileged:bool* procMount:string*,=v1.ProcMountType readOnlyRootFilesystem:bool* runAsGroup:int64* runAsNonRoot:bool* runAsUser:int64* seLinuxOptions:core.v1.SELinuxOptions* seccompProfile:core.v1.SeccompProfile* windowsOptions:core.v1.WindowsSecurityContextOptions*
core.v1.Service apiVersion:string kind:string metadata:meta.v1.ObjectMeta! spec:core.v1.ServiceSpec! status:core.v1.ServiceStatus!
core.v1.ServiceAccount apiVersion:string automountServiceAccountToken:bool* imagePullSecrets:[]core.v1.LocalObjectReference kind:string metadata:meta.v1.ObjectMeta! secrets:[]core.v1.ObjectReference,#name
core.v1.ServiceAccountTokenProjection audience:string expirationSeconds:int64* path:string!
core.v1.ServicePort appProtocol:string* name:string nodePort:int32 port:int32! protocol:string,=v1.Protocol targetPort:int-or-string!
core.v1.ServiceSpec allocateLoadBalancerNodePorts:bool* clusterIP:string clusterIPs:[]string externalIPs:[]string externalName:string externalTrafficPolicy:string,=v1.ServiceExternalTrafficPolicy healthCheckNodePort:int32 internalTrafficPolicy:string*,=v1.ServiceInternalTrafficPolicy ipFamilies:[]string,=[]v1.IPFamily ipFamilyPolicy:string*,=v1.IPFamilyPolicy loadBalancerClass:string* loadBalancerIP:string loadBalancerSourceRanges:[]string ports:[]core.v1.ServicePort,#port publishNotReadyAddresses:bool selector:map:string sessionAffinity:string,=v1.ServiceAffinity sessionAffinityConfig:core.v1.SessionAffinityConfig* trafficDistribution:string*,>=1.30 type:string,=v1.ServiceType
core.v1.ServiceStatus conditions:[]meta.v1.Condition,#type loadBalancer:core.v1.LoadBalancerStatus!
core.v1.SessionAffinityConfig clientIP:core.v1.ClientIPConfig*
core.v1.SleepAction seconds:int64!,>=1.29
core.v1.StorageOSPersistentVolumeSource fsType:string readOnly:bool secretRef:core.v1.ObjectReference* volumeName:string volumeNamespace:string
core.v1.StorageOSVolumeSource fsType:string readOnly:bool secretRef:core.v1.LocalObjectReference* volumeName:string volumeNamespace:string
core.v1.Sysctl name:string! value:string!
core.v1.TCPSocketAction host:string port:int-or-string!
core.v1.Taint effect:string!,=v1.TaintEffect key:string! timeAdded:time* value:string
core.v1.Toleration effect:string,=v1.TaintEffect key:string operator:string,=v1.TolerationOperator tolerationSeconds:int64* value:string
core.v1.TopologySelectorLabelRequirement key:string! values:[]string!
core.v1.TopologySelectorTerm matchLabelExpressions:[]core.v1.TopologySelectorLabelRequirement
core.v1.TopologySpreadConstraint labelSelector:meta.v1.LabelSelector* matchLabelKeys:[]string maxSkew:int32! minDomains:int32* nodeAffinityPolicy:string*,=v1.NodeInclusionPolicy nodeTaintsPolicy:string*,=v1.NodeInclusionPolicy topologyKey:string! whenUnsatisfiable:string!,=v1.UnsatisfiableConstraintAction
core.v1.TypedLocalObjectReference apiGroup:string*! kind:string! name:string!
core.v1.TypedObjectReference apiGroup:string*! kind:string! name:string! namespace:string*
core.v1.Volume awsElasticBlockStore:core.v1.AWSElasticBlockStoreVolumeSource*,@VolumeSource azureDisk:core.v1.AzureDiskVolumeSource*,@VolumeSource azureFile:core.v1.AzureFileVolumeSource*,@VolumeSource cephfs:core.v1.CephFSVolumeSource*,@VolumeSource cinder:core.v1.CinderVolumeSource*,@VolumeSource configMap:core.v1.ConfigMapVolumeSource*,@VolumeSource csi:core.v1.CSIVolumeSource*,@VolumeSource downwardAPI:core.v1.DownwardAPIVolumeSource*,@VolumeSource emptyDir:core.v1.EmptyDirVolumeSource*,@VolumeSource ephemeral:core.v1.EphemeralVolumeSource*,@VolumeSource fc:core.v1.FCVolumeSource*,@VolumeSource flexVolume:core.v1.FlexVolumeSource*,@VolumeSource flocker:core.v1.FlockerVolumeSource*,@VolumeSource gcePersistentDisk:core.v1.GCEPersistentDiskVolumeSource*,@VolumeSource gitRepo:core.v1.GitRepoVolumeSource*,@VolumeSource glusterfs:core.v1.GlusterfsVolumeSource*,@VolumeSource hostPath:core.v1.HostPathVolumeSource*,@VolumeSource image:core.v1.ImageVolumeSource*,>=1.31,@VolumeSource iscsi:core.v1.ISCSIVolumeSource*,@VolumeSource name:string! nfs:core.v1.NFSVolumeSource*,@VolumeSource persistentVolumeClaim:core.v1.PersistentVolumeClaimVolumeSource*,@VolumeSource photonPersistentDisk:core.v1.PhotonPersistentDiskVolumeSource*,@VolumeSource portworxVolume:core.v1.PortworxVolumeSource*,@VolumeSource projected:core.v1.ProjectedVolumeSource*,@VolumeSource quobyte:core.v1.QuobyteVolumeSource*,@VolumeSource rbd:core.v1.RBDVolumeSource*,@VolumeSource scaleIO:core.v1.ScaleIOVolumeSource*,@VolumeSource secret:core.v1.SecretVolumeSource*,@VolumeSource storageos:core.v1.StorageOSVolumeSource*,@VolumeSource vsphereVolume:core.v1.VsphereVirtualDiskVolumeSource*,@VolumeSource
core.v1.VolumeDevice devicePath:string! name:string!
core.v1.VolumeMount mountPath:string! mountPropagation:string*,=v1.MountPropagationMode name:string! readOnly:bool recursiveReadOnly:string*,>=1.30,=v1.RecursiveReadOnlyMode subPath:string subPathExpr:string
core.v1.VolumeMountStatus mountPath:string!,>=1.30 name:string!,>=1.30 readOnly:bool,>=1.30 recursiveReadOnly:string*,>=1.30,=v1.RecursiveReadOnlyMode volumeStatus:core.v1.VolumeStatus*,>=1.36
core.v1.VolumeNodeAffinity required:core.v1.NodeSelector*
core.v1.VolumeProjection clusterTrustBundle:core.v1.ClusterTrustBundleProjection*,>=1.29 configMap:core.v1.ConfigMapProjection* downwardAPI:core.v1.DownwardAPIProjection* podCertificate:core.v1.PodCertificateProjection*,>=1.34 secret:core.v1.SecretProjection* serviceAccountToken:core.v1.ServiceAccountTokenProjection*
core.v1.VolumeResourceRequirements limits:map:quantity,>=1.29,=v1.ResourceList requests:map:quantity,>=1.29,=v1.ResourceList
core.v1.VolumeStatus image:core.v1.ImageVolumeStatus*,>=1.36
core.v1.VsphereVirtualDiskVolumeSource fsType:string storagePolicyID:string storagePolicyName:string volumePath:string!
core.v1.WeightedPodAffinityTerm podAffinityTerm:core.v1.PodAffinityTerm! weight:int32!
core.v1.WindowsSecurityContextOptions gmsaCredentialSpec:string* gmsaCredentialSpecName:string* hostProcess:bool* runAsUserName:string*
core.v1.WorkloadReference name:string!,>=1.35,<=1.35 podGroup:string!,>=1.35,<=1.35 podGroupReplicaKey:string,>=1.35,<=1.35
discovery.v1.Endpoint addresses:[]string! conditions:discovery.v1.EndpointConditions! deprecatedTopology:map:string hints:discovery.v1.EndpointHints* hostname:string* nodeName:string* targetRef:core.v1.ObjectReference* zone:string*
discovery.v1.EndpointConditions ready:bool* serving:bool* terminating:bool*
discovery.v1.EndpointHints forNodes:[]discovery.v1.ForNode,>=1.33 forZones:[]discovery.v1.ForZone
discovery.v1.EndpointPort appProtocol:string* name:string* port:int32* protocol:string*,=v1.Protocol
discovery.v1.EndpointSlice addressType:string!,=v1.AddressType apiVersion:string endpoints:[]discovery.v1.Endpoint! kind:string metadata:meta.v1.ObjectMeta! ports:[]discovery.v1.EndpointPort!
discovery.v1.ForNode name:string!,>=1.33
discovery.v1.ForZone name:string!
meta.v1.Condition lastTransitionTime:time! message:string! observedGeneration:int64 reason:string! status:string!,=v1.ConditionStatus type:string!
meta.v1.LabelSelector matchExpressions:[]meta.v1.LabelSelectorRequirement matchLabels:map:string
meta.v1.LabelSelectorRequirement key:string! operator:string!,=v1.LabelSelectorOperator values:[]string
meta.v1.ManagedFieldsEntry apiVersion:string fieldsType:string fieldsV1:any* manager:string operation:string,=v1.ManagedFieldsOperationType subresource:string time:time*
meta.v1.ObjectMeta annotations:map:string creationTimestamp:time deletionGracePeriodSeconds:int64* deletionTimestamp:time* finalizers:[]string generateName:string generation:int64 labels:map:string managedFields:[]meta.v1.ManagedFieldsEntry name:string namespace:string ownerReferences:[]meta.v1.OwnerReference,#uid resourceVersion:string selfLink:string uid:string,=types.UID
meta.v1.OwnerReference apiVersion:string! blockOwnerDeletion:bool* controller:bool* kind:string! name:string! uid:string!,=types.UID
networking.v1.IPBlock cidr:string! except:[]string
networking.v1.NetworkPolicy apiVersion:string kind:string metadata:meta.v1.ObjectMeta! spec:networking.v1.NetworkPolicySpec!
networking.v1.NetworkPolicyEgressRule ports:[]networking.v1.NetworkPolicyPort to:[]networking.v1.NetworkPolicyPeer
networking.v1.NetworkPolicyIngressRule from:[]networking.v1.NetworkPolicyPeer ports:[]networking.v1.NetworkPolicyPort
networking.v1.NetworkPolicyPeer ipBlock:networking.v1.IPBlock* namespaceSelector:meta.v1.LabelSelector* podSelector:meta.v1.LabelSelector*
networking.v1.NetworkPolicyPort endPort:int32* port:int-or-string* protocol:string*,=v1.Protocol
networking.v1.NetworkPolicySpec egress:[]networking.v1.NetworkPolicyEgressRule ingress:[]networking.v1.NetworkPolicyIngressRule podSelector:meta.v1.LabelSelector! policyTypes:[]string,=[]v1.PolicyType
node.v1.Overhead podFixed:map:quantity,=v1.ResourceList
node.v1.RuntimeClass apiVersion:string handler:string! kind:string metadata:meta.v1.ObjectMeta! overhead:node.v1.Overhead* scheduling:node.v1.Scheduling*
node.v1.Scheduling nodeSelector:map:string tolerations:[]core.v1.Toleration
policy.v1.PodDisruptionBudget apiVersion:string kind:string metadata:meta.v1.ObjectMeta! spec:policy.v1.PodDisruptionBudgetSpec! status:policy.v1.PodDisruptionBudgetStatus!
policy.v1.PodDisruptionBudgetSpec maxUnavailable:int-or-string* minAvailable:int-or-string* selector:meta.v1.LabelSelector* unhealthyPodEvictionPolicy:string*,=v1.UnhealthyPodEvictionPolicyType
policy.v1.PodDisruptionBudgetStatus conditions:[]meta.v1.Condition,#type currentHealthy:int32! desiredHealthy:int32! disruptedPods:map:time disruptionsAllowed:int32! expectedPods:int32! observedGeneration:int64
rbac.v1.AggregationRule clusterRoleSelectors:[]meta.v1.LabelSelector
rbac.v1.ClusterRole aggregationRule:rbac.v1.AggregationRule* apiVersion:string kind:string metadata:meta.v1.ObjectMeta! rules:[]rbac.v1.PolicyRule!
rbac.v1.ClusterRoleBinding apiVersion:string kind:string metadata:meta.v1.ObjectMeta! roleRef:rbac.v1.RoleRef! subjects:[]rbac.v1.Subject
rbac.v1.PolicyRule apiGroups:[]string nonResourceURLs:[]string resourceNames:[]string resources:[]string verbs:[]string!
rbac.v1.Role apiVersion:string kind:string metadata:meta.v1.ObjectMeta! rules:[]rbac.v1.PolicyRule!
rbac.v1.RoleBinding apiVersion:string kind:string metadata:meta.v1.ObjectMeta! roleRef:rbac.v1.RoleRef! subjects:[]rbac.v1.Subject
rbac.v1.RoleRef apiGroup:string! kind:string! name:string!
rbac.v1.Subject apiGroup:string kind:string! name:string! namespace:string
scheduling.v1.PriorityClass apiVersion:string description:string globalDefault:bool kind:string metadata:meta.v1.ObjectMeta! preemptionPolicy:string*,=v1.PreemptionPolicy value:int32!
storage.v1.CSIDriver apiVersion:string kind:string metadata:meta.v1.ObjectMeta! spec:storage.v1.CSIDriverSpec!
storage.v1.CSIDriverSpec attachRequired:bool* fsGroupPolicy:string*,=v1.FSGroupPolicy nodeAllocatableUpdatePeriodSeconds:int64*,>=1.33 podInfoOnMount:bool* preventPodSchedulingIfMissing:bool*,>=1.36 requiresRepublish:bool* seLinuxMount:bool* serviceAccountTokenInSecrets:bool*,>=1.35 storageCapacity:bool* tokenRequests:[]storage.v1.TokenRequest volumeLifecycleModes:[]string,=[]v1.VolumeLifecycleMode
storage.v1.StorageClass allowVolumeExpansion:bool* allowedTopologies:[]core.v1.TopologySelectorTerm apiVersion:string kind:string metadata:meta.v1.ObjectMeta! mountOptions:[]string parameters:map:string provisioner:string! reclaimPolicy:string*,=v1.PersistentVolumeReclaimPolicy volumeBindingMode:string*,=v1.VolumeBindingMode
storage.v1.TokenRequest audience:string! expirationSeconds:int64*
`;
