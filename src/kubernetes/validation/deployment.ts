import { FieldError, forbidden, invalid, notSupported, required } from '../field-error';
import { PodTemplateSpec } from '../pod-objects';
import { typed } from './field-checks';
import { LabelSelector, validateLabelSelector } from './label-selector';
import { dns1123SubdomainErrors } from './names';
import { ObjectMetadata, validateObjectMeta } from './object-meta';
import { validatePodTemplateSpec } from './pod-template';
import { isEmptySelector, isReadableSelector, validateSelectorOfTemplate } from './selector-of-template';

/** What of a Deployment the rules look at, in wire format. */
export interface Deployment {
  readonly metadata?: ObjectMetadata;
  readonly spec?: { readonly selector?: LabelSelector | null; readonly template?: PodTemplateSpec };
}

/** A new Deployment: its metadata, selector and pods. Upstream: ValidateDeployment, ValidatePodTemplateSpecForReplicaSet. */
export function validateDeployment({ metadata = {}, spec: { selector, template = {} } = {} }: Deployment, version?: string): FieldError[] {
  const { restartPolicy, activeDeadlineSeconds } = template.spec ?? {};
  return [
    ...validateObjectMeta(metadata, 'metadata', { requiresNamespace: true, nameErrors: dns1123SubdomainErrors }),
    ...(selector === undefined || selector === null ? [required('spec.selector')] : validateLabelSelector(selector, 'spec.selector')),
    ...(isEmptySelector(selector) ? [invalid('spec.selector', {}, 'empty selector is invalid for deployment')] : []),
    ...(isReadableSelector(selector) ? [
      ...(isEmptySelector(selector) ? [] : validateSelectorOfTemplate(selector, template.metadata?.labels, 'spec')),
      ...validatePodTemplateSpec(template, 'spec.template', { version }),
      ...(restartPolicy === 'Always' ? [] : [notSupported('spec.template.spec.restartPolicy', typed(restartPolicy), ['Always'])]),
      ...(activeDeadlineSeconds === undefined ? []
        : [forbidden('spec.template.spec.activeDeadlineSeconds', 'activeDeadlineSeconds in ReplicaSet is not Supported')]),
    ] : [invalid('spec.selector', selector, 'invalid label selector')]),
  ];
}
