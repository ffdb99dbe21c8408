import { FieldError, invalid, required } from '../field-error';
import { labelValue } from '../labels';
import { meetsRequirement, requirementErrors } from '../node-selector-requirement';
import { NodeSelectorRequirement } from '../objects';
import { isSet } from './field-checks';
import { LabelSelector, validateLabelSelector } from './label-selector';

type Selector = LabelSelector | null | undefined;
type Labels = { readonly [key: string]: string };

/**
 * The selector of a workload against the labels of its own pods. A selector that cannot be read is not asked whether it matches; none at all
 * matches nothing.
 */
export function validateSelectorOfTemplate(selector: Selector, labels: Labels | null | undefined, path: string): FieldError[] {
  return meetsSelector(labels ?? {}, selector) === false
    ? [invalid(`${path}.template.metadata.labels`, sortedLabels(labels), '`selector` does not match template `labels`')] : [];
}

/** Undefined where the selector cannot be read. Upstream: Selector.Matches. */
export function meetsSelector(labels: Labels, selector: Selector): boolean | undefined {
  return isReadableSelector(selector) ? matchesSelector(selector, labels) : undefined;
}

/** A selector that has to be there and to ask something. */
export function validateNonemptySelector(selector: Selector, path: string, workload: string): FieldError[] {
  return !isSet(selector) ? [required(path)] : [
    ...validateLabelSelector(selector, path),
    ...(isEmptySelector(selector) ? [invalid(path, {}, `empty selector is invalid for ${workload}`)] : []),
  ];
}

/** The same as for any selector, save that one that asks nothing is not asked whether it matches. */
export function validateNonemptySelectorOfTemplate(selector: Selector, labels: Labels | null | undefined, path: string): FieldError[] {
  return isEmptySelector(selector) ? [] : validateSelectorOfTemplate(selector, labels, path);
}

/** Whether a selector is there and every requirement of it holds. Upstream: LabelSelectorAsSelector, Matches. */
export function matchesSelector(selector: Selector, labels: Labels | null | undefined): boolean {
  return isSet(selector) && requirementsOf(selector).every((requirement) => meetsRequirement(labelValue(labels ?? {}, requirement.key), requirement));
}

/** Whether a selector is there and asks nothing. */
export function isEmptySelector(selector: Selector): boolean {
  return isSet(selector) && requirementsOf(selector).length === 0;
}

/** Upstream: LabelSelectorAsSelector gives no error. */
export function isReadableSelector(selector: Selector): boolean {
  return requirementsOf(selector).every((requirement) => requirementErrors(requirement, '').length === 0);
}

/** Upstream: LabelSelectorAsSelector. The operators that only nodes know are made ones that cannot be read. */
function requirementsOf(selector: Selector): NodeSelectorRequirement[] {
  return [
    ...Object.entries(selector?.matchLabels ?? {}).map(([key, value]) => ({ key, operator: 'In', values: [value] })),
    ...(selector?.matchExpressions ?? []).map(({ key = '', operator = '', values }) => (
      { key, operator: operator === 'Gt' || operator === 'Lt' ? '' : operator, values: [...(values ?? [])] })),
  ];
}

/** Maps are printed in the order of their keys. */
export function sortedLabels(labels: Labels | null | undefined): Labels | null {
  return isSet(labels) ? Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))) : null;
}
