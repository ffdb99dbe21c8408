import { concat } from '../concat';
import { labelValueErrors } from '../labels';
import { PodAffinity, PodSpec, PodTemplateSpec } from '../pod-objects';
import { isSet } from './field-checks';
import { validateLabelSelector } from './label-selector';
import { validateMatchLabelKeysAndMismatchLabelKeys, validatePodAffinityTermSelector } from './pod-affinity';
import { DELETION_COST, isDeletionCost } from './pod-annotations';
import { podContainers } from './pod-containers';
import { PodValidationOptions } from './pod-validation-options';
import { isDivisible, resourceList } from './resource-lists';
import { hugePageSize, isHugePages } from './resource-names';
import { validateHostSysctl } from './sysctls';
import { validateLocalNonReservedPath } from './volume-paths';

/**
 * What is not asked of a template because the stored one that it replaces does not keep to it either.
 * Upstream: GetValidationOptionsFromPodTemplate.
 */
export function podValidationOptions({ metadata, spec: stored }: PodTemplateSpec): PodValidationOptions {
  const spec = stored ?? {};
  const cost = metadata?.annotations?.[DELETION_COST];
  const constraints = spec.topologySpreadConstraints ?? [];
  const hasDevices = podContainers(spec, '').some(({ container }) => (container.volumeDevices ?? []).length > 0);
  return {
    allowInvalidPodDeletionCost: cost !== undefined && !isDeletionCost(cost),
    allowInvalidLabelValueInSelector: hasInvalidAffinitySelector(spec),
    allowInvalidLabelValueInRequiredNodeAffinity: hasInvalidLabelValueInRequiredNodeAffinity(spec),
    allowInvalidTopologySpreadConstraintLabelSelector: constraints.some(({ labelSelector }) => validateLabelSelector(labelSelector, '').length > 0),
    oldPodViolatesMatchLabelKeysValidation: constraints.some(({ matchLabelKeys, labelSelector }) => (
      validateMatchLabelKeysAndMismatchLabelKeys({ matchLabelKeys, labelSelector }, '').length > 0)),
    allowIndivisibleHugePagesValues: usesIndivisibleHugePagesValues(spec),
    allowNonLocalProjectedTokenPath: hasNonLocalProjectedTokenPath(spec),
    allowNamespacedSysctlsForHostNetAndHostIPC: (spec.securityContext?.sysctls ?? []).some(({ name = '' }) => (
      validateHostSysctl(name, spec, '').length > 0)),
    allowTaintTolerationComparisonOperators: (spec.tolerations ?? []).some(({ operator }) => operator === 'Lt' || operator === 'Gt'),
    allowAnySELinuxChangePolicy: isSet(spec.securityContext?.seLinuxChangePolicy),
    allowExistingRestartContainerForNonSidecarInitContainer: hasRestartContainerForNonSidecarInitContainer(spec),
    allowUserNamespacesWithVolumeDevices: spec.hostUsers === false && hasDevices,
    allowUserNamespacesHostNetworkSupport: spec.hostUsers === false && spec.hostNetwork === true,
  };
}

function hasInvalidAffinitySelector({ affinity }: PodSpec): boolean {
  const terms = [affinity?.podAffinity, affinity?.podAntiAffinity].filter(isSet).flatMap((pods: PodAffinity) => concat(
    pods.requiredDuringSchedulingIgnoredDuringExecution ?? [],
    (pods.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(({ podAffinityTerm = {} }) => podAffinityTerm),
  ));
  return terms.some((term) => validatePodAffinityTermSelector(term, '', {}).length > 0);
}

function hasInvalidLabelValueInRequiredNodeAffinity({ affinity }: PodSpec): boolean {
  const terms = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  return terms.some(({ matchExpressions }) => (matchExpressions ?? []).some(({ values }) => (
    (values ?? []).some((value) => labelValueErrors(value).length > 0))));
}

function usesIndivisibleHugePagesValues(spec: PodSpec): boolean {
  const lists = [spec.overhead, ...podContainers(spec, '').flatMap(({ container: { resources } }) => [resources?.limits, resources?.requests])];
  return lists.some((list) => [...resourceList(list)].some(([name, quantity]) => isHugePages(name) && !isDivisible(quantity, hugePageSize(name))));
}

function hasNonLocalProjectedTokenPath({ volumes }: PodSpec): boolean {
  const tokens = (volumes ?? []).flatMap(({ projected }) => (projected?.sources ?? []).map((source) => source.serviceAccountToken)).filter(isSet);
  return tokens.some(({ path = '' }) => validateLocalNonReservedPath(path, '').length > 0);
}

function hasRestartContainerForNonSidecarInitContainer({ initContainers }: PodSpec): boolean {
  return (initContainers ?? []).some(({ restartPolicy, resizePolicy }) => (
    restartPolicy !== 'Always' && (resizePolicy ?? []).some((policy) => policy.restartPolicy === 'RestartContainer')));
}
