import { FieldError, invalid, required } from '../field-error';
import { isSet } from './field-checks';
import { Job } from './job-spec';
import { printedSelector } from './label-selector';
import { meetsSelector, sortedLabels } from './selector-of-template';

const [UID, NAME, LEGACY_UID, LEGACY_NAME] = ['batch.kubernetes.io/controller-uid', 'batch.kubernetes.io/job-name', 'controller-uid', 'job-name'];
/** Stands for the uid of an object that is not made yet. */
const UNKNOWN_UID = 'uid-of-the-job';

/** A new Job with the selector that the server makes, and the labels that its pods get for it. Upstream: generateSelector. */
export function withGeneratedSelector({ metadata, spec = {} }: Job): Job {
  const { manualSelector, selector, template } = spec;
  const named = { ...metadata, uid: UNKNOWN_UID };
  const labels = { ...labelsOf(named), ...template?.metadata?.labels };
  return manualSelector ? { metadata: named, spec } : {
    metadata: named,
    spec: {
      ...spec,
      selector: { ...selector, matchLabels: { [UID]: UNKNOWN_UID, ...selector?.matchLabels } },
      template: { ...template, metadata: { ...template?.metadata, labels } },
    },
  };
}

/**
 * A selector that is not written by hand is that of the server, and the pods have the labels for it. Those of old Jobs have none with a
 * prefix. Upstream: validateGeneratedSelector.
 */
export function validateGeneratedSelector({ metadata, spec = {} }: Job, requiresPrefixedLabels: boolean): FieldError[] {
  const { manualSelector, selector, template } = spec;
  if (manualSelector || !isSet(selector)) {
    return [];
  }
  const expected = Object.entries(labelsOf(metadata)).filter(([key]) => requiresPrefixedLabels || key === LEGACY_UID || key === LEGACY_NAME);
  const labels = template?.metadata?.labels ?? {};
  return [
    ...expected.flatMap(([key, value]) => {
      const path = `spec.template.metadata.labels[${key}]`;
      return !Object.hasOwn(labels, key) ? [required(path, `must be '${value}'`)]
        : labels[key] === value ? [] : [invalid(path, sortedLabels(labels), `must be '${value}'`)];
    }),
    ...(meetsSelector(Object.fromEntries(expected), selector) === false
      ? [invalid('spec.selector', printedSelector(selector), '`selector` not auto-generated')] : []),
  ];
}

/** Whether the pods have the labels of today. */
export function hasPrefixedLabels({ spec }: Job): boolean {
  const labels = spec?.template?.metadata?.labels ?? {};
  return Object.hasOwn(labels, UID) && Object.hasOwn(labels, NAME);
}

function labelsOf(metadata: Job['metadata']): { [key: string]: string } {
  const { uid = '', name = '' } = metadata ?? {};
  return { [LEGACY_UID]: uid, [LEGACY_NAME]: name, [UID]: uid, [NAME]: name };
}
