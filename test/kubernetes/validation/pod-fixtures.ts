import { Container, EphemeralContainer, PodSpec, PodTemplateSpec } from '../../../src/kubernetes/pod-objects';
import { validatePodSpec } from '../../../src/kubernetes/validation/pod-spec';
import { validatePodTemplateSpec } from '../../../src/kubernetes/validation/pod-template';
import { PodValidationOptions } from '../../../src/kubernetes/validation/pod-validation-options';

/** A container without errors, as defaulting leaves it, but for what is changed. */
export function containerWith(change: EphemeralContainer): EphemeralContainer {
  return { name: 'main', image: 'image', imagePullPolicy: 'Always', terminationMessagePolicy: 'File', ...change };
}

/** A pod without errors, as defaulting leaves it, but for what is changed. It has a volume and a claim to be mounted. */
export function specWith(change: PodSpec): PodSpec {
  return {
    containers: [containerWith({})],
    volumes: [{ name: 'empty', emptyDir: {} }, { name: 'claim', persistentVolumeClaim: { claimName: 'claim' } }],
    restartPolicy: 'Always',
    dnsPolicy: 'ClusterFirst',
    terminationGracePeriodSeconds: 30,
    ...change,
  };
}

export function errorsOf(spec: PodSpec, options: PodValidationOptions = {}): string[] {
  return validatePodSpec(spec, 'spec', options).map(({ path, type, detail }) => `${path}: ${type}: ${detail}`);
}

/** What is wrong with a pod because of this change. */
export function specErrors(change: PodSpec, options: PodValidationOptions = {}): string[] {
  return errorsOf(specWith(change), options);
}

/** What is wrong with a pod because of this change of its container. */
export function containerErrors(change: Container, options: PodValidationOptions = {}): string[] {
  return specErrors({ containers: [containerWith(change)] }, options);
}

/** What is wrong with a template whose pods are without errors but for what is changed. */
export function templateErrors({ metadata, spec }: PodTemplateSpec): string[] {
  return validatePodTemplateSpec({ metadata, spec: specWith(spec ?? {}) }, 'template').map(({ path, type, detail }) => `${path}: ${type}: ${detail}`);
}
