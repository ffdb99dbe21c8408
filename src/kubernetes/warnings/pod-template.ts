import { concat } from '../concat';
import { quote } from '../decode/go-text';
import { PodAffinity, PodSpec, PodTemplateSpec } from '../pod-objects';
import { containerPortWarnings } from './container-ports';
import { containerWarnings } from './containers';
import { ipWarnings } from './ip-address';
import { nodeLabelDeprecation, nodeSelectorTermWarnings } from './node-labels';
import { fractionalByteWarnings } from './quantities';
import { overlappingPathWarnings } from './volume-paths';
import { volumeWarnings } from './volumes';

type Annotations = { readonly [key: string]: string };

const SECCOMP_ANNOTATION = 'seccomp.security.alpha.kubernetes.io/pod';

const DEPRECATED_ANNOTATIONS: readonly (readonly [key: string, message: string])[] = [
  ['scheduler.alpha.kubernetes.io/critical-pod', 'non-functional in v1.16+; use the "priorityClassName" field instead'],
  ['security.alpha.kubernetes.io/sysctls', 'non-functional in v1.11+; use the "sysctls" field instead'],
  ['security.alpha.kubernetes.io/unsafe-sysctls', 'non-functional in v1.11+; use the "sysctls" field instead'],
];

/** What the API server warns of in a template that it takes, in its order. Upstream: GetWarningsForPodTemplate. */
export function podTemplateWarnings({ metadata, spec: podSpec }: PodTemplateSpec, path: string): string[] {
  const spec = podSpec ?? {};
  const annotations = metadata?.annotations ?? {};
  return concat(
    nodeWarnings(spec, `${path}.spec`),
    topologySpreadWarnings(spec, `${path}.spec.topologySpreadConstraints`),
    DEPRECATED_ANNOTATIONS.filter(([key]) => Object.hasOwn(annotations, key))
      .map(([key, message]) => `${path}.metadata.annotations[${key}]: ${message}`),
    volumeWarnings(spec.volumes ?? [], `${path}.spec.volumes`),
    overlappingPathWarnings(spec.volumes ?? []),
    repeated((spec.hostAliases ?? []).map(({ ip = '' }) => ip))
      .map(([index, ip]) => `${path}.spec.hostAliases[${index}].ip: duplicate ip ${quote(ip)}`),
    imagePullSecretWarnings(spec, `${path}.spec.imagePullSecrets`),
    ['memory', 'ephemeral-storage'].flatMap((name) => fractionalByteWarnings(spec.overhead, name, `${path}.spec.overhead`)),
    seccompWarnings(spec, annotations, `${path}.metadata.annotations`),
    containerWarnings(spec, annotations, path),
    containerPortWarnings(spec, `${path}.spec`),
    (spec.terminationGracePeriodSeconds ?? 0) < 0
      ? [`${path}.spec.terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be treated as 1`] : [],
    podAffinityWarnings(spec.affinity?.podAffinity, `${path}.spec.affinity.podAffinity`),
    podAffinityWarnings(spec.affinity?.podAntiAffinity, `${path}.spec.affinity.podAntiAffinity`),
    (spec.dnsConfig?.nameservers ?? []).flatMap((address, index) => ipWarnings(address, `${path}.spec.dnsConfig.nameservers[${index}]`)),
    (spec.hostAliases ?? []).flatMap(({ ip = '' }, index) => ipWarnings(ip, `${path}.spec.hostAliases[${index}].ip`)),
  );
}

function nodeWarnings({ nodeSelector, affinity }: PodSpec, path: string): string[] {
  const required = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  const preferred = affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution;
  const affinityPath = `${path}.affinity.nodeAffinity`;
  return concat(
    Object.keys(nodeSelector ?? {}).map((key) => [key, nodeLabelDeprecation(key)]).filter(([, message]) => message !== undefined)
      .map(([key, message]) => `${path}.nodeSelector[${key}]: ${message}`),
    (required?.nodeSelectorTerms ?? []).flatMap((term, index) => nodeSelectorTermWarnings(
      term, `${affinityPath}.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[${index}]`, { checkValues: false })),
    (preferred ?? []).flatMap(({ preference = {} }, index) => nodeSelectorTermWarnings(
      preference, `${affinityPath}.preferredDuringSchedulingIgnoredDuringExecution[${index}].preference`, { checkValues: true })),
  );
}

function topologySpreadWarnings({ topologySpreadConstraints }: PodSpec, path: string): string[] {
  return (topologySpreadConstraints ?? []).flatMap(({ topologyKey, labelSelector }, index) => {
    const deprecation = nodeLabelDeprecation(topologyKey);
    return concat(
      deprecation === undefined ? [] : [`${path}[${index}].topologyKey: ${topologyKey} is ${deprecation}`],
      nullSelectorWarnings(labelSelector, `${path}[${index}].labelSelector`),
    );
  });
}

function imagePullSecretWarnings({ imagePullSecrets }: PodSpec, path: string): string[] {
  const names = (imagePullSecrets ?? []).map(({ name = '' }) => name);
  return concat(
    repeated(names).map(([index, name]) => `${path}[${index}].name: duplicate name ${quote(name)}`),
    names.flatMap((name, index) => (name === '' ? [`${path}[${index}].name: invalid empty name ""`] : [])),
  );
}

function seccompWarnings({ securityContext }: PodSpec, annotations: Annotations, path: string): string[] {
  return !securityContext?.seccompProfile && Object.hasOwn(annotations, SECCOMP_ANNOTATION)
    ? [`${path}[${SECCOMP_ANNOTATION}]: non-functional in v1.27+; use the "seccompProfile" field instead`] : [];
}

/** Upstream: warningsForPodAffinityTerms, warningsForWeightedPodAffinityTerms. */
function podAffinityWarnings(affinity: PodAffinity | null | undefined, path: string): string[] {
  const [required, preferred] = ['required', 'preferred'].map((rule) => `${path}.${rule}DuringSchedulingIgnoredDuringExecution`);
  return concat(
    (affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []).flatMap(({ labelSelector }, index) => (
      nullSelectorWarnings(labelSelector, `${required}[${index}].labelSelector`))),
    (affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).flatMap(({ podAffinityTerm }, index) => (
      nullSelectorWarnings(podAffinityTerm?.labelSelector, `${preferred}[${index}].podAffinityTerm.labelSelector`))),
  );
}

function nullSelectorWarnings(selector: object | null | undefined, path: string): string[] {
  return selector === undefined || selector === null ? [`${path}: a null labelSelector results in matching no pod`] : [];
}

function repeated(texts: readonly string[]): [index: number, text: string][] {
  return texts.flatMap((text, index): [number, string][] => (texts.indexOf(text) < index ? [[index, text]] : []));
}
