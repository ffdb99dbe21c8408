import { requiredNodeAffinity } from '../../kubernetes/node-affinity';
import { nodesOf } from '../../kubernetes/node-set';
import { nodeSelectorText } from '../../kubernetes/node-set-text';
import { NodeSelectorTerm, PodSpec } from '../../kubernetes/objects';

type Placed = Pick<PodSpec, 'nodeSelector' | 'affinity'>;

/** Whether some node could be in a placement. */
export function isPossible(placed: Placed): boolean {
  return isReadable(placed) && nodesOf(placed).length > 0;
}

/** A placement that no node could be in: Kubernetes takes it, and there is neither a pod nor a word about it. */
export function placementProblems(placed: Placed): string[] {
  const terms = termsOf(placed);
  // labels alone, each of which is one value, cannot contradict each other
  if (terms.length === 0 || isPossible(placed) || !isReadable(placed)) {
    return [];
  }
  const selector = Object.entries(placed.nodeSelector ?? {}).map(([key, value]) => ({ key, operator: 'In', values: [value] }));
  const asked = nodeSelectorText(terms.map(({ matchExpressions = [] }) => [...selector, ...matchExpressions]));
  return [`no node can be in the placement: ${asked} contradicts itself; ask for less at once`];
}

/** The server refuses what no label can be. */
function isReadable(placed: Placed): boolean {
  return requiredNodeAffinity(placed).errors.length === 0;
}

function termsOf({ affinity }: Placed): NodeSelectorTerm[] {
  return affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
}
