import { concat } from '../concat';
import { FieldError, invalid } from '../field-error';
import { DaemonSet, metadataOf, validateDaemonSetSpec } from './daemon-set';
import { unique } from './field-checks';
import { hasInvalidLabelValue, LabelSelector, printedSelector } from './label-selector';
import { validateObjectMetaUpdate } from './object-meta-update';
import { podValidationOptions } from './pod-ratcheting';

/**
 * A DaemonSet that replaces a stored one, which may go on breaking some rules. Others are asked for twice, and told of once.
 * Upstream: BeforeUpdate, ValidateDaemonSetUpdate.
 */
export function validateDaemonSetUpdate(daemonSet: DaemonSet, old: DaemonSet): FieldError[] {
  const options = podValidationOptions(old.spec?.template ?? {});
  const allowInvalidLabelValueInSelector = options.allowInvalidLabelValueInSelector || hasInvalidLabelValue(old.spec?.selector);
  return unique(concat(
    validateObjectMetaUpdate(metadataOf(daemonSet.metadata), old.metadata, 'metadata'),
    validateSelectorUpdate(daemonSet.spec?.selector, old.spec?.selector, 'spec.selector'),
    validateDaemonSetSpec(daemonSet.spec ?? {}, 'spec', { ...options, allowInvalidLabelValueInSelector }),
  ));
}

/** Another spelling of the same selector is another selector. Upstream: ValidateDaemonSetSpecUpdate. */
function validateSelectorUpdate(selector: LabelSelector | null | undefined, old: LabelSelector | null | undefined, path: string): FieldError[] {
  return JSON.stringify(printedSelector(selector)) === JSON.stringify(printedSelector(old)) ? [] : [invalid(path, printedSelector(selector), 'field is immutable')];
}
