import { concat } from '../../../kubernetes/concat';
import { LabelSelector } from '../../../kubernetes/validation/label-selector';
import { inWorkloads, Rule } from '../rule';

/** Labels that hold a version by their definition. */
const VERSION_LABELS = ['app.kubernetes.io/version', 'helm.sh/chart', 'controller-revision-hash', 'pod-template-hash'];

/** `1.4.2`, `v1.4.2-rc.1`, `agent-1.4.2`. */
const VERSION = /(^|[-_])v?\d+\.\d+\.\d+([-+_.][0-9A-Za-z.+_-]*)?$/;

/**
 * A selector with a version in it. It can never be changed, so that the next version can only be applied after the object has been deleted (the root of
 * broken upgrades of many charts).
 */
export const SELECTOR_VERSION: Rule = {
  id: 'runtime/selector-version',
  title: 'A version in a selector, which cannot be changed',
  severity: 'warning',
  find: inWorkloads(({ manifest: { object } }) => {
    const { selector } = (object.spec ?? {}) as { readonly selector?: LabelSelector };
    return selected(selector)
      .filter(({ key, value }) => VERSION_LABELS.includes(key) || VERSION.test(value))
      .map(({ value, path }) => ({
        path: `spec.selector.${path}`,
        message: `the selector has '${value}', which changes with the version; a selector cannot be changed, so the next version will be refused`,
        fix: 'leave the label out of the selector; it may stay on the template',
      }));
  }),
};

function selected(selector: LabelSelector | undefined): { readonly key: string; readonly value: string; readonly path: string }[] {
  return concat(
    Object.entries(selector?.matchLabels ?? {}).map(([key, value]) => ({ key, value, path: `matchLabels[${key}]` })),
    (selector?.matchExpressions ?? []).flatMap(({ key = '', values }, index) => (
      (values ?? []).map((value, place) => ({ key, value, path: `matchExpressions[${index}].values[${place}]` })))),
  );
}
