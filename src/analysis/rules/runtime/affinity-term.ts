import { isEmptyTerm } from '../../../kubernetes/node-affinity';
import { parseInt64 } from '../../../kubernetes/node-selector-requirement';
import { NodeSelectorTerm } from '../../../kubernetes/objects';
import { Workload } from '../../manifests';
import { inWorkloads, Rule } from '../rule';

/**
 * A term of the required node affinity without requirements. It reads like "every node", and matches none: the other terms still count, and where
 * there is no other, no pod ever runs. Upstream: isEmptyNodeSelectorTerm.
 */
export const EMPTY_AFFINITY_TERM: Rule = {
  id: 'runtime/empty-affinity-term',
  title: 'A node affinity term without requirements, which matches no node',
  severity: 'error',
  find: inWorkloads((workload) => requiredTerms(workload).flatMap(({ term, path }) => (isEmptyTerm(term) ? [{
    path,
    message: 'a term without requirements matches no node',
    fix: 'leave the node affinity out where every node is meant',
  }] : []))),
};

/**
 * `Gt` and `Lt` with a value that is no integer. The API server takes it; such a term matches no node. Upstream: labels.NewRequirement.
 */
export const INTEGER_COMPARISON: Rule = {
  id: 'runtime/integer-comparison',
  title: 'Gt or Lt with a value that is no integer, which matches no node',
  severity: 'error',
  find: inWorkloads((workload) => requiredTerms(workload).flatMap(({ term, path }) => (
    (term.matchExpressions ?? []).flatMap(({ key, operator, values = [] }, index) => (!comparesText(operator, values) ? [] : [{
      path: `${path}.matchExpressions[${index}].values[0]`,
      message: `${operator} compares integers, and '${values[0]}' is none, so this term matches no node, whatever its label ${key} is`,
      fix: 'write a whole number',
    }]))))),
};

function comparesText(operator: string, values: string[]): boolean {
  return (operator === 'Gt' || operator === 'Lt') && values.length === 1 && parseInt64(values[0]) === undefined;
}

/** The terms of the required node affinity. */
export function requiredTerms({ pod, path }: Workload): { readonly term: NodeSelectorTerm; readonly path: string }[] {
  const terms = pod.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  const at = `${path}.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms`;
  return terms.map((term, index) => ({ term: term as NodeSelectorTerm, path: `${at}[${index}]` }));
}
