import { listAt, mapAt, objectAt, Value } from './values';

/** By the list that a term has of label keys, the operator that ties its selector to the pod's own values. */
const OPERATORS: Readonly<Record<string, string>> = { matchLabelKeys: 'In', mismatchLabelKeys: 'NotIn' };

/**
 * The terms of a pod that name label keys, with the pod's own values in their selectors.
 * Upstream: mutatePodAffinity, mutateTopologySpreadConstraints.
 */
export function withLabelKeys(pod: Value): Value {
  const labels = objectAt(objectAt(pod, 'metadata'), 'labels');
  const term = (value: Value): Value => withOwnValues(value, labels, Object.keys(OPERATORS));
  const weighted = (value: Value): Value => ({ ...value, podAffinityTerm: term(objectAt(value, 'podAffinityTerm')) });
  const terms = (affinity: Value): Value => mapAt(mapAt(affinity, 'requiredDuringSchedulingIgnoredDuringExecution', term),
    'preferredDuringSchedulingIgnoredDuringExecution', weighted);
  const spread = mapAt(objectAt(pod, 'spec'), 'topologySpreadConstraints', (value) => withOwnValues(value, labels, ['matchLabelKeys']));
  return { ...pod, spec: changeAt(spread, 'affinity', (affinity) => changeAt(changeAt(affinity, 'podAffinity', terms), 'podAntiAffinity', terms)) };
}

function changeAt(value: Value, field: string, change: (inner: Value) => Value): Value {
  return value[field] === undefined ? value : { ...value, [field]: change(objectAt(value, field)) };
}

/** Upstream: applyMatchLabelKeysAndMismatchLabelKeys. What is there already is not said again. */
function withOwnValues(term: Value, labels: Value, fields: readonly string[]): Value {
  if (term.labelSelector === undefined) {
    return term;
  }
  const selector = objectAt(term, 'labelSelector');
  const given = listAt(selector, 'matchExpressions');
  const added = fields.flatMap((field) => (listAt(term, field) as readonly unknown[]).map(String)
    .filter((key) => Object.hasOwn(labels, key)).map((key) => ({ key, operator: OPERATORS[field], values: [labels[key]] })))
    .filter((expression) => !given.some(({ key, operator, values }) => JSON.stringify({ key, operator, values }) === JSON.stringify(expression)));
  return added.length === 0 ? term : { ...term, labelSelector: { ...selector, matchExpressions: [...given, ...added] } };
}
