import { FieldError } from '../field-error';
import { Deployment, validateDeploymentSpec } from './deployment';
import { printedSelector } from './label-selector';
import { validateImmutableField, validateObjectMetaUpdate } from './object-meta-update';
import { podValidationOptions } from './pod-ratcheting';
import { isSame } from '../defaults/same';

/** A Deployment that replaces a stored one: it selects what it did. Upstream: ValidateDeploymentUpdate. */
export function validateDeploymentUpdate({ metadata, spec = {} }: Deployment, old: Deployment): FieldError[] {
  const isKept = isSame('meta.v1.LabelSelector', spec.selector, old.spec?.selector);
  return [
    ...validateObjectMetaUpdate(metadata, old.metadata, 'metadata'),
    ...validateDeploymentSpec(spec, 'spec', podValidationOptions(old.spec?.template ?? {})),
    ...validateImmutableField(printedSelector(spec.selector), undefined, 'spec.selector', isKept),
  ];
}
