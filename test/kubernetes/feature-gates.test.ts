import { FeatureGate, isEnabled, isKnown, NEWEST_KUBERNETES } from '../../src/kubernetes/feature-gates';

const VERSIONS = Array.from({ length: 10 }, (_, index) => `1.${28 + index}`);

function enabled(gate: FeatureGate): string[] {
  return VERSIONS.filter((version) => isEnabled(gate, version));
}

describe('a feature gate', () => {
  test.each<[FeatureGate, string]>([
    ['SidecarContainers', '1.29'],
    ['MatchLabelKeysInPodAffinity', '1.31'],
    ['RecursiveReadOnlyMounts', '1.31'],
    ['RelaxedEnvironmentVariableValidation', '1.32'],
    ['InPlacePodVerticalScaling', '1.33'],
    ['ProcMountType', '1.33'],
    ['RelaxedDNSSearchValidation', '1.33'],
    ['SELinuxChangePolicy', '1.33'],
    ['SupplementalGroupsPolicy', '1.33'],
    ['UserNamespacesSupport', '1.33'],
    ['DynamicResourceAllocation', '1.34'],
    ['PodLevelResources', '1.34'],
    ['ContainerRestartRules', '1.35'],
    ['EnvFiles', '1.35'],
    ['HostnameOverride', '1.35'],
    ['ImageVolume', '1.35'],
    ['RelaxedServiceNameValidation', '1.36'],
    ['RestartAllContainersOnContainerExits', '1.36'],
    ['StrictIPCIDRValidation', '1.36'],
  ])('%s is on since %s, and in versions to come', (gate, since) => {
    expect(enabled(gate)).toEqual(VERSIONS.slice(VERSIONS.indexOf(since)));
    expect(isEnabled(gate)).toBe(true);
  });

  test.each<FeatureGate>([
    'ClusterTrustBundleProjection', 'ContainerStopSignals', 'GenericWorkload', 'MaxUnavailableStatefulSet', 'PodCertificateRequest',
    'TaintTolerationComparisonOperators',
  ])('%s is off in all versions', (gate) => expect(enabled(gate)).toEqual([]));

  test('is known before it is on', () => {
    expect(VERSIONS.filter((version) => isKnown('ContainerRestartRules', version))[0]).toBe('1.34');
    expect(isKnown('TaintTolerationComparisonOperators', '1.34')).toBe(false);
    expect(isKnown('TaintTolerationComparisonOperators')).toBe(true);
  });

  test('may be asked for with a patch version', () => {
    expect([isEnabled('StrictIPCIDRValidation', 'v1.35.9'), isEnabled('StrictIPCIDRValidation', 'v1.36.2')]).toEqual([false, true]);
  });

  test('is taken as it is in the newest version where none is given', () => {
    expect(NEWEST_KUBERNETES).toBe('1.36');
    expect(isEnabled('StrictIPCIDRValidation')).toBe(isEnabled('StrictIPCIDRValidation', NEWEST_KUBERNETES));
  });
});
