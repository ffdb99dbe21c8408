/** What is not asked of a pod. Nothing is, when one is created; what is stored already may go on as it is. Upstream: PodValidationOptions. */
export interface PodValidationOptions {
  /** The Kubernetes version whose features are on, the newest known one where it is left out. */
  readonly version?: string;
  /** It is a pod, not the template of pods. */
  readonly resourceIsPod?: boolean;
  /** Its name, where it is a pod and has one. */
  readonly podName?: string;
  readonly allowInvalidPodDeletionCost?: boolean;
  readonly allowInvalidLabelValueInSelector?: boolean;
  readonly allowInvalidLabelValueInRequiredNodeAffinity?: boolean;
  readonly allowInvalidTopologySpreadConstraintLabelSelector?: boolean;
  readonly oldPodViolatesMatchLabelKeysValidation?: boolean;
  readonly allowIndivisibleHugePagesValues?: boolean;
  readonly allowNonLocalProjectedTokenPath?: boolean;
  readonly allowNamespacedSysctlsForHostNetAndHostIPC?: boolean;
  readonly allowTaintTolerationComparisonOperators?: boolean;
  readonly allowAnySELinuxChangePolicy?: boolean;
  readonly allowExistingRestartContainerForNonSidecarInitContainer?: boolean;
  readonly allowUserNamespacesWithVolumeDevices?: boolean;
  readonly allowUserNamespacesHostNetworkSupport?: boolean;
}
