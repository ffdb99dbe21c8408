import { isSame } from '../defaults/same';
import { FieldError, invalid } from '../field-error';
import { PodSpec } from '../pod-objects';

type NodeAffinity = NonNullable<NonNullable<PodSpec['affinity']>['nodeAffinity']>;
type Terms = NonNullable<NonNullable<NodeAffinity['requiredDuringSchedulingIgnoredDuringExecution']>['nodeSelectorTerms']>;
type Term = Terms[number];

/** A pod that still waits at a gate may ask for more of its node. Upstream: validateNodeSelectorMutation. */
export function validateNodeSelectorMutation({ nodeSelector }: PodSpec, old: PodSpec, path: string): FieldError[] {
  const isKept = Object.entries(old.nodeSelector ?? {}).every(([key, value]) => nodeSelector?.[key] === value);
  return isKept ? [] : [invalid(path, nodeSelector, 'only additions to spec.nodeSelector are allowed (no mutations or deletions)')];
}

/** Upstream: validateNodeAffinityMutation. */
export function validateNodeAffinityMutation(spec: PodSpec, stored: PodSpec, affinityPath: string): FieldError[] {
  const path = `${affinityPath}.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms`;
  const [terms, old] = [spec, stored].map(({ affinity }) => (
    affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms));
  const [given, before] = [terms ?? [], old ?? []];
  if (before.length > 0 && before.length !== given.length) {
    return [invalid(path, terms?.map(printed), 'no additions/deletions to non-empty NodeSelectorTerms list are allowed')];
  }
  return before.flatMap((term, index) => (hasOnlyAdditions(given[index], term) ? []
    : [invalid(`${path}[${index}]`, printed(given[index]), 'only additions are allowed (no mutations or deletions)')]));
}

/** Upstream: validateNodeSelectorTermHasOnlyAdditions. */
function hasOnlyAdditions(term: Term, old: Term): boolean {
  const fields = ['matchExpressions', 'matchFields'] as const;
  const wasEmpty = fields.every((field) => (old[field] ?? []).length === 0);
  const isEmpty = fields.every((field) => (term[field] ?? []).length === 0);
  return (!wasEmpty || isEmpty) && fields.every((field) => {
    const before = old[field] ?? [];
    return isSame('core.v1.NodeSelectorTerm', { [field]: before }, { [field]: (term[field] ?? []).slice(0, before.length) });
  });
}

/** The types have no names for JSON, so upstream prints those of their fields. */
function printed({ matchExpressions, matchFields }: Term): object {
  const requirements = (list: Term['matchExpressions']) => list?.map(({ key = '', operator = '', values }) => (
    { Key: key, Operator: operator, Values: values ?? null })) ?? null;
  return { MatchExpressions: requirements(matchExpressions), MatchFields: requirements(matchFields) };
}
