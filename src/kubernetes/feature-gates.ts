/** The newest Kubernetes whose rules are known; newer ones are taken for it. */
export const NEWEST_KUBERNETES = '1.36';

/** The oldest; of older ones nothing is claimed. */
export const OLDEST_KUBERNETES = '1.28';

interface Feature {
  /** The minor version of Kubernetes 1 whose code has it first. */
  readonly added: number;
  /** The minor version since which it is on where nobody says otherwise; none where it is off up to now. */
  readonly on?: number;
}

/** Those that decide on fields, names and addresses. Upstream: defaultVersionedKubernetesFeatureGates. */
const FEATURES = {
  ClusterTrustBundleProjection: { added: 29 },
  ContainerRestartRules: { added: 34, on: 35 },
  ContainerStopSignals: { added: 33 },
  DynamicResourceAllocation: { added: 26, on: 34 },
  EnvFiles: { added: 34, on: 35 },
  GenericWorkload: { added: 35 },
  HostnameOverride: { added: 34, on: 35 },
  ImageVolume: { added: 31, on: 35 },
  InPlacePodVerticalScaling: { added: 27, on: 33 },
  MatchLabelKeysInPodAffinity: { added: 29, on: 31 },
  MaxUnavailableStatefulSet: { added: 24 },
  PodCertificateRequest: { added: 34 },
  PodLevelResources: { added: 32, on: 34 },
  ProcMountType: { added: 12, on: 33 },
  RecursiveReadOnlyMounts: { added: 30, on: 31 },
  RelaxedDNSSearchValidation: { added: 32, on: 33 },
  RelaxedEnvironmentVariableValidation: { added: 30, on: 32 },
  RelaxedServiceNameValidation: { added: 34, on: 36 },
  RestartAllContainersOnContainerExits: { added: 35, on: 36 },
  SELinuxChangePolicy: { added: 32, on: 33 },
  SidecarContainers: { added: 28, on: 29 },
  StrictIPCIDRValidation: { added: 33, on: 36 },
  SupplementalGroupsPolicy: { added: 31, on: 33 },
  TaintTolerationComparisonOperators: { added: 35 },
  UserNamespacesSupport: { added: 25, on: 33 },
} as const satisfies { readonly [gate: string]: Feature };

export type FeatureGate = keyof typeof FEATURES;

/** Whether a feature is on in a Kubernetes version (`1.36`) where nobody says otherwise. Upstream: FeatureGate.Enabled. */
export function isEnabled(gate: FeatureGate, version: string = NEWEST_KUBERNETES): boolean {
  const { on = Infinity }: Feature = FEATURES[gate];
  return minor(version) >= on;
}

/** Whether a Kubernetes version has a feature, on or off. */
export function isKnown(gate: FeatureGate, version: string = NEWEST_KUBERNETES): boolean {
  return minor(version) >= FEATURES[gate].added;
}

function minor(version: string): number {
  return Number(/^v?\d+\.(\d+)/.exec(version)?.[1] ?? NaN);
}
