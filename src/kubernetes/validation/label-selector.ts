import { concat } from '../concat';
import { FieldError, forbidden, invalid, required } from '../field-error';
import { labelValueErrors } from '../labels';
import { typed } from './field-checks';
import { validateLabelName, validateLabels } from './object-meta';

export interface LabelSelectorRequirement {
  readonly key?: string;
  readonly operator?: string;
  readonly values?: readonly string[] | null;
}

export interface LabelSelector {
  readonly matchLabels?: { readonly [key: string]: string } | null;
  readonly matchExpressions?: readonly LabelSelectorRequirement[] | null;
}

export interface LabelSelectorOptions {
  /** What was stored before the rule came may stay. */
  readonly allowInvalidLabelValueInSelector?: boolean;
}

/** A selector of objects by their labels. Upstream: ValidateLabelSelector. */
export function validateLabelSelector(selector: LabelSelector | null | undefined, path: string, options: LabelSelectorOptions = {}): FieldError[] {
  return concat(
    validateLabels(selector?.matchLabels, `${path}.matchLabels`),
    (selector?.matchExpressions ?? []).flatMap((requirement, index) => (
      validateRequirement(requirement, `${path}.matchExpressions[${index}]`, options))),
  );
}

/** Whether a selector has a value that no label can have. Upstream: LabelSelectorHasInvalidLabelValue. */
export function hasInvalidLabelValue(selector: LabelSelector | null | undefined): boolean {
  return (selector?.matchExpressions ?? []).some(({ values }) => (values ?? []).some((value) => labelValueErrors(value).length > 0));
}

/** The fields in upstream's order and the labels in that of their keys; what is empty is left out. */
export function printedSelector(selector: LabelSelector | null | undefined): object | null {
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

/** Upstream: ValidateLabelSelectorRequirement. */
function validateRequirement(requirement: LabelSelectorRequirement, path: string, options: LabelSelectorOptions): FieldError[] {
  const { key = '', operator = '' } = requirement;
  const values = requirement.values ?? [];
  return concat(
    validateOperator(operator, values, path),
    validateLabelName(key, `${path}.key`),
    options.allowInvalidLabelValueInSelector ? []
      : values.flatMap((value, index) => labelValueErrors(value).map((error) => invalid(`${path}.values[${index}]`, value, error))),
  );
}

function validateOperator(operator: string, values: readonly string[], path: string): FieldError[] {
  switch (operator) {
    case 'In':
    case 'NotIn': return values.length > 0 ? [] : [required(`${path}.values`, "must be specified when `operator` is 'In' or 'NotIn'")];
    case 'Exists':
    case 'DoesNotExist': return values.length === 0 ? []
      : [forbidden(`${path}.values`, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")];
    default: return [invalid(`${path}.operator`, typed(operator), 'not a valid selector operator')];
  }
}
