import { concat } from '../concat';
import { quote } from '../decode/go-text';
import { Container, EnvVar, PodSecurityContext, PodSpec, SecurityProfile } from '../pod-objects';
import { fractionalByteWarnings } from './quantities';
import { podContainers } from '../validation/pod-containers';

type Annotations = { readonly [key: string]: string };

const SECCOMP_ANNOTATION = 'container.seccomp.security.alpha.kubernetes.io/';
const APP_ARMOR_ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';

/** Each container by itself. Upstream: warningsForPodSpecAndMeta. */
export function containerWarnings(spec: PodSpec, annotations: Annotations, path: string): string[] {
  return podContainers(spec, `${path}.spec`).flatMap(({ container, path: containerPath }) => concat(
    profileWarnings(container, spec.securityContext ?? {}, annotations, `${path}.metadata.annotations`),
    (['memory', 'ephemeral-storage'] as const).flatMap((name) => (['limits', 'requests'] as const).flatMap((list) => (
      fractionalByteWarnings(container.resources?.[list], name, `${containerPath}.resources.${list}`)))),
    envWarnings(container.env ?? [], `${containerPath}.env`),
  ));
}

/** Profiles that stand in an annotation only. */
function profileWarnings(container: Container, pod: PodSecurityContext, annotations: Annotations, path: string): string[] {
  const { seccompProfile, appArmorProfile } = container.securityContext ?? {};
  const [seccomp, appArmor] = [SECCOMP_ANNOTATION, APP_ARMOR_ANNOTATION].map((prefix) => `${prefix}${container.name ?? ''}`);
  return concat(
    !seccompProfile && Object.hasOwn(annotations, seccomp)
      ? [`${path}[${seccomp}]: non-functional in v1.27+; use the "seccompProfile" field instead`] : [],
    !appArmorProfile && Object.hasOwn(annotations, appArmor) && !isSameProfile(pod.appArmorProfile, annotations[appArmor])
      ? [`${path}[${appArmor}]: deprecated since v1.30; use the "appArmorProfile" field instead`] : [],
  );
}

/** Upstream: ApparmorFieldForAnnotation. */
function isSameProfile(profile: SecurityProfile | null | undefined, annotation: string): boolean {
  if (!profile) {
    return false;
  }
  const [, localhost] = /^localhost\/(.+)$/s.exec(annotation) ?? [];
  const type = localhost !== undefined ? 'Localhost' : { 'unconfined': 'Unconfined', 'runtime/default': 'RuntimeDefault' }[annotation];
  return type !== undefined && profile.type === type && (profile.localhostProfile ?? undefined) === localhost;
}

/** A variable that is given again is fine where it is made of the earlier one. */
function envWarnings(env: readonly EnvVar[], path: string): string[] {
  const first = new Map(env.map(({ name = '' }, index): [string, number] => [name, index]).reverse());
  return env.flatMap(({ name = '', value = '', valueFrom }, index) => {
    const reference = `$(${name})`;
    const isMadeOfEarlier = !valueFrom && value !== reference && value.includes(reference);
    return first.get(name) === index || isMadeOfEarlier ? []
      : [`${path}[${index}]: hides previous definition of ${quote(name)}, which may be dropped when using apply`];
  });
}
