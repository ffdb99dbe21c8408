import { FieldError, forbidden, invalid, notSupported, required } from '../field-error';
import { PodTemplateSpec } from '../pod-objects';
import { typed } from './field-checks';
import { LabelSelector, validateLabelSelector } from './label-selector';
import { dns1123SubdomainErrors } from './names';
import { ObjectMetadata, validateObjectMeta } from './object-meta';
import { validatePodTemplateSpec } from './pod-template';
import { isEmptySelector, isReadableSelector, validateSelectorOfTemplate } from './selector-of-template';

/** What of a StatefulSet the rules look at, in wire format. */
export interface StatefulSet {
  readonly metadata?: ObjectMetadata;
  readonly spec?: StatefulSetSpec;
}

export interface StatefulSetSpec {
  readonly selector?: LabelSelector | null;
  readonly template?: PodTemplateSpec;
  readonly volumeClaimTemplates?: readonly { readonly metadata?: ObjectMetadata }[] | null;
}

/** A new StatefulSet: its metadata, selector and pods. Upstream: ValidateStatefulSet, ValidatePodTemplateSpecForStatefulSet. */
export function validateStatefulSet({ metadata = {}, spec = {} }: StatefulSet, version?: string): FieldError[] {
  const { selector, template = {} } = spec;
  const { restartPolicy, activeDeadlineSeconds } = template.spec ?? {};
  return [
    ...validateObjectMeta(metadata, 'metadata', { requiresNamespace: true, nameErrors: dns1123SubdomainErrors }),
    ...(selector === undefined || selector === null ? [required('spec.selector')] : validateLabelSelector(selector, 'spec.selector')),
    ...(isEmptySelector(selector) ? [invalid('spec.selector', {}, 'empty selector is invalid for statefulset')] : []),
    ...(isReadableSelector(selector) ? [
      ...(isEmptySelector(selector) ? [] : validateSelectorOfTemplate(selector, template.metadata?.labels, 'spec')),
      ...validatePodTemplateSpec(templateOfPods(spec), 'spec.template', { version }),
    ] : [invalid('spec.selector', selector, '')]),
    ...(restartPolicy === 'Always' ? [] : [notSupported('spec.template.spec.restartPolicy', typed(restartPolicy), ['Always'])]),
    ...(activeDeadlineSeconds === undefined ? []
      : [forbidden('spec.template.spec.activeDeadlineSeconds', 'activeDeadlineSeconds in StatefulSet is not Supported')]),
  ];
}

/** What the controller writes into each pod itself: its name, the service's, and a volume for each claim. */
function templateOfPods({ template = {}, volumeClaimTemplates }: StatefulSetSpec): PodTemplateSpec {
  const { hostname: _hostname, subdomain: _subdomain, volumes, ...pod } = template.spec ?? {};
  const claims = (volumeClaimTemplates ?? []).map(({ metadata: { name = '' } = {} }) => name);
  return {
    ...template,
    spec: {
      ...pod,
      volumes: [
        ...claims.map((name) => ({ name, persistentVolumeClaim: { claimName: name } })),
        ...(volumes ?? []).filter(({ name = '' }) => !claims.includes(name)),
      ],
    },
  };
}
