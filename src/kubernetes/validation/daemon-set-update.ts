import { FieldError, invalid } from '../field-error';
import { DaemonSet, metadataOf, validateDaemonSetSpec } from './daemon-set';
import { hasInvalidLabelValue, LabelSelector } from './label-selector';
import { validateObjectMetaUpdate } from './object-meta-update';
import { podValidationOptions } from './pod-ratcheting';

/**
 * A DaemonSet that replaces a stored one, which may go on breaking some rules. Others are asked for twice, and told of once.
 * Upstream: BeforeUpdate, ValidateDaemonSetUpdate.
 */
export function validateDaemonSetUpdate(daemonSet: DaemonSet, old: DaemonSet): FieldError[] {
  const options = podValidationOptions(old.spec?.template ?? {});
  const allowInvalidLabelValueInSelector = options.allowInvalidLabelValueInSelector || hasInvalidLabelValue(old.spec?.selector);
  return unique([
    ...validateObjectMetaUpdate(metadataOf(daemonSet.metadata), old.metadata, 'metadata'),
    ...validateSelectorUpdate(daemonSet.spec?.selector, old.spec?.selector, 'spec.selector'),
    ...validateDaemonSetSpec(daemonSet.spec ?? {}, 'spec', { ...options, allowInvalidLabelValueInSelector }),
  ]);
}

/** Another spelling of the same selector is another selector. Upstream: ValidateDaemonSetSpecUpdate. */
function validateSelectorUpdate(selector: LabelSelector | null | undefined, old: LabelSelector | null | undefined, path: string): FieldError[] {
  return JSON.stringify(asPrinted(selector)) === JSON.stringify(asPrinted(old)) ? [] : [invalid(path, asPrinted(selector), 'field is immutable')];
}

/** The fields in upstream's order and the labels in that of their keys; what is empty is left out. */
function asPrinted(selector: LabelSelector | null | undefined): object | null {
  if (selector === undefined || selector === null) {
    return null;
  }
  const labels = Object.entries(selector.matchLabels ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const expressions = (selector.matchExpressions ?? []).map(({ key = '', operator = '', values }) => (
    (values ?? []).length === 0 ? { key, operator } : { key, operator, values }));
  return {
    ...(labels.length === 0 ? {} : { matchLabels: Object.fromEntries(labels) }),
    ...(expressions.length === 0 ? {} : { matchExpressions: expressions }),
  };
}

function unique(errors: readonly FieldError[]): FieldError[] {
  const keys = errors.map((error) => JSON.stringify(error));
  return errors.filter((_, index) => keys.indexOf(keys[index]) === index);
}
