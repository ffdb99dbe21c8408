import { requiredNodeAffinity } from '../../kubernetes/node-affinity';
import { nodesOf } from '../../kubernetes/node-set';
import { nodeSelectorText } from '../../kubernetes/node-set-text';
import { PodSpec } from '../../kubernetes/objects';

/** A placement that no node could be in: Kubernetes takes it, and there is neither a pod nor a word about it. */
export function placementProblems(placed: Pick<PodSpec, 'nodeSelector' | 'affinity'>): string[] {
  const { errors } = requiredNodeAffinity(placed);
  if (errors.length > 0) {
    return [`the placement asks for what no label can be: ${errors.map(({ detail }) => detail).join('; ')}`];
  }
  if (nodesOf(placed).length > 0) {
    return [];
  }
  const terms = placed.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  const selector = Object.entries(placed.nodeSelector ?? {}).map(([key, value]) => ({ key, operator: 'In', values: [value] }));
  const asked = nodeSelectorText(terms.map(({ matchExpressions = [] }) => [...selector, ...matchExpressions]));
  return [`no node can be in the placement${asked === '' ? '' : `: ${asked} contradicts itself`}; ask for less at once`];
}
