import { isEmpty, listAt, mapAt, objectAt, Value, without } from './values';
import { walk } from './walk';
import { FeatureGate, isEnabled, isKnown } from '../feature-gates';
import { typeOfObject } from '../schema/kinds';

type Rule = (value: Value, version: string) => Value;

const OF_CONTAINERS = { resizePolicy: 'InPlacePodVerticalScaling' } as const;

/** By type, the fields that count for nothing while their feature is off. */
const FIELDS: { readonly [type: string]: { readonly [field: string]: FeatureGate } } = {
  'apps.v1.RollingUpdateStatefulSetStrategy': { maxUnavailable: 'MaxUnavailableStatefulSet' },
  'core.v1.Container': OF_CONTAINERS,
  'core.v1.EnvVarSource': { fileKeyRef: 'EnvFiles' },
  'core.v1.EphemeralContainer': OF_CONTAINERS,
  'core.v1.PodAffinityTerm': { matchLabelKeys: 'MatchLabelKeysInPodAffinity', mismatchLabelKeys: 'MatchLabelKeysInPodAffinity' },
  'core.v1.PodSecurityContext': { seLinuxChangePolicy: 'SELinuxChangePolicy', supplementalGroupsPolicy: 'SupplementalGroupsPolicy' },
  'core.v1.PodSpec': {
    hostnameOverride: 'HostnameOverride',
    hostUsers: 'UserNamespacesSupport',
    resourceClaims: 'DynamicResourceAllocation',
    resources: 'PodLevelResources',
    schedulingGroup: 'GenericWorkload',
    workloadRef: 'GenericWorkload',
  },
  'core.v1.ResourceRequirements': { claims: 'DynamicResourceAllocation' },
  'core.v1.VolumeMount': { recursiveReadOnly: 'RecursiveReadOnlyMounts' },
  'core.v1.VolumeProjection': { clusterTrustBundle: 'ClusterTrustBundleProjection', podCertificate: 'PodCertificateRequest' },
};

/** By type, what is more than a field. */
const RULES: { readonly [type: string]: readonly Rule[] } = {
  'core.v1.Container': [withoutStopSignal],
  'core.v1.EphemeralContainer': [withoutStopSignal],
  'core.v1.PodSpec': [withoutSidecars, withoutContainerRestartRules, withoutImageVolumes],
  'core.v1.SecurityContext': [withDefaultProcMount],
};

/**
 * A defaulted object without what the features of a Kubernetes version (`1.36`) leave off, as it is validated and stored; an object of another
 * kind is given back as it is. Upstream: DropDisabledPodFields, DropDisabledTemplateFields,
 * dropStatefulSetDisabledFields.
 */
export function dropDisabledFields(object: Value, version: string): Value {
  const type = typeOfObject(object);
  return type === undefined ? object : walk(type, object, (inner, value) => (
    ruleOf(RULES, inner, []).reduce((rest, rule) => rule(rest, version), withoutFields(value, ruleOf(FIELDS, inner, {}), version))));
}

function ruleOf<T>(rules: { readonly [type: string]: T }, type: string, none: T): T {
  return Object.hasOwn(rules, type) ? rules[type] : none;
}

function withoutFields(value: Value, gates: { readonly [field: string]: FeatureGate }, version: string): Value {
  const disabled = Object.keys(gates).filter((field) => value[field] !== undefined && !isEnabled(gates[field], version));
  return disabled.length === 0 ? value : without(value, ...disabled);
}

/** Upstream: dropContainerStopSignals. */
function withoutStopSignal(container: Value, version: string): Value {
  const lifecycle = objectAt(container, 'lifecycle');
  if (lifecycle.stopSignal === undefined || isEnabled('ContainerStopSignals', version)) {
    return container;
  }
  const rest = without(lifecycle, 'stopSignal');
  return isEmpty(rest) ? without(container, 'lifecycle') : { ...container, lifecycle: rest };
}

function withoutSidecars(spec: Value, version: string): Value {
  return isEnabled('SidecarContainers', version) ? spec : mapAt(spec, 'initContainers', (container) => without(container, 'restartPolicy'));
}

/** Versions that do not know the rules refuse what others drop. Upstream: dropContainerRestartRules. */
function withoutContainerRestartRules(spec: Value, version: string): Value {
  if (isEnabled('ContainerRestartRules', version) || !isKnown('ContainerRestartRules', version)) {
    return spec;
  }
  const withoutRules = (container: Value) => without(container, 'restartPolicy', 'restartPolicyRules');
  const changed = ['containers', 'ephemeralContainers'].reduce((value, field) => mapAt(value, field, withoutRules), spec);
  return mapAt(changed, 'initContainers', (container) => (
    container.restartPolicy === 'Always' ? without(container, 'restartPolicyRules') : withoutRules(container)));
}

/** The volumes go, and so do their mounts. Upstream: dropImageVolumes. */
function withoutImageVolumes(spec: Value, version: string): Value {
  const images = listAt(spec, 'volumes').filter(({ image }) => image !== undefined);
  if (images.length === 0 || isEnabled('ImageVolume', version)) {
    return spec;
  }
  const names = images.map(({ name = '' }) => name);
  const withoutMounts = (container: Value) => (container.volumeMounts === undefined ? container
    : { ...container, volumeMounts: listAt(container, 'volumeMounts').filter(({ name = '' }) => !names.includes(name)) });
  return ['containers', 'initContainers', 'ephemeralContainers'].reduce((value, field) => mapAt(value, field, withoutMounts), {
    ...spec, volumes: listAt(spec, 'volumes').filter((volume) => !images.includes(volume)),
  } as Value);
}

/** Upstream: dropDisabledProcMountField. */
function withDefaultProcMount(context: Value, version: string): Value {
  return context.procMount === undefined || isEnabled('ProcMountType', version) ? context : { ...context, procMount: 'Default' };
}
