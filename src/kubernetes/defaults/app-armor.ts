import { mapAt, objectAt, Value } from './values';

const ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';
const LOCALHOST = 'localhost/';
const PROFILE_MAX = 4095;
const CONTAINERS = ['initContainers', 'containers', 'ephemeralContainers'];

/** A pod whose old AppArmor annotations are also fields. Upstream: applyAppArmorVersionSkew. */
export function withAppArmorFields(pod: Value): Value {
  const spec = objectAt(pod, 'spec');
  const annotations = objectAt(objectAt(pod, 'metadata'), 'annotations');
  const ofPod = JSON.stringify(objectAt(spec, 'securityContext').appArmorProfile);
  const change = (container: Value): Value => {
    const name = `${ANNOTATION}${String(container.name)}`;
    const context = objectAt(container, 'securityContext');
    const appArmorProfile = Object.hasOwn(annotations, name) ? profileOf(String(annotations[name])) : undefined;
    const isNew = appArmorProfile !== undefined && context.appArmorProfile === undefined && JSON.stringify(appArmorProfile) !== ofPod;
    return isNew ? { ...container, securityContext: { ...context, appArmorProfile } } : container;
  };
  return objectAt(spec, 'os').name === 'windows' ? pod : { ...pod, spec: CONTAINERS.reduce((changed, field) => mapAt(changed, field, change), spec) };
}

/** Undefined where the annotation names no profile. Upstream: ApparmorFieldForAnnotation, ValidateAppArmorProfileField. */
function profileOf(annotation: string): Value | undefined {
  if (annotation === 'unconfined' || annotation === 'runtime/default') {
    return { type: annotation === 'unconfined' ? 'Unconfined' : 'RuntimeDefault' };
  }
  const localhostProfile = annotation.startsWith(LOCALHOST) ? annotation.slice(LOCALHOST.length) : '';
  const isValid = localhostProfile !== '' && localhostProfile.trim() === localhostProfile && Buffer.byteLength(localhostProfile) <= PROFILE_MAX;
  return isValid ? { localhostProfile, type: 'Localhost' } : undefined;
}
