import { Node } from './eligibility';
import { labelValue } from './labels';
import { isEmptyTerm, requiredNodeAffinity } from './node-affinity';
import { fieldRequirementErrors, meetsRequirement, requirementErrors } from './node-selector-requirement';
import { NodeSelectorRequirement, NodeSelectorTerm, PodSpec } from './objects';
import { daemonPodTolerations, Taint, untoleratedTaints } from './taints';

/** A requirement that a node does not meet. */
export interface UnmetRequirement {
  readonly requirement: NodeSelectorRequirement;
  /** What the node has there; undefined where it has no such label. */
  readonly found?: string;
  /** Why nobody can meet it. */
  readonly unreadable?: string;
}

/** Why the controller makes no pod on a node. */
export type Ineligibility =
  | { readonly code: 'node-name'; readonly wanted: string }
  | { readonly code: 'node-selector'; readonly key: string; readonly wanted: string; readonly found?: string }
  /** What each term lacks, of which one would be enough; nothing for a term that is empty, and matches no node. */
  | { readonly code: 'node-affinity'; readonly terms: readonly (readonly UnmetRequirement[])[] }
  | { readonly code: 'untolerated-taint'; readonly taint: Taint };

/** All reasons; none where the controller makes a pod. Upstream says no more than yes or no: NodeShouldRunDaemonPod. */
export function ineligibility(pod: PodSpec, node: Node): Ineligibility[] {
  const { nodeName, nodeSelector, affinity } = pod;
  const unselected = Object.entries(nodeSelector ?? {}).filter(([key, wanted]) => labelValue(node.labels, key) !== wanted);
  const terms = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  return [
    ...(nodeName && nodeName !== node.name ? [{ code: 'node-name' as const, wanted: nodeName }] : []),
    ...unselected.map(([key, wanted]) => ({ code: 'node-selector' as const, key, wanted, found: labelValue(node.labels, key) })),
    ...(requiredNodeAffinity({ affinity }).matches(node) ? [] : [{ code: 'node-affinity' as const, terms: terms.map((term) => unmet(term, node)) }]),
    ...untoleratedTaints(node.taints, daemonPodTolerations(pod)).map((taint) => ({ code: 'untolerated-taint' as const, taint })),
  ];
}

function unmet(term: NodeSelectorTerm, { name, labels }: Node): UnmetRequirement[] {
  if (isEmptyTerm(term)) {
    return [];
  }
  const ofLabels = (term.matchExpressions ?? []).map((requirement): UnmetRequirement => (
    { requirement, found: labelValue(labels, requirement.key), unreadable: requirementErrors(requirement, '')[0]?.detail }));
  const ofFields = (term.matchFields ?? []).map((requirement): UnmetRequirement => (
    { requirement, found: requirement.key === 'metadata.name' ? name : '', unreadable: fieldRequirementErrors(requirement, '')[0]?.detail }));
  return [...ofLabels, ...ofFields].filter(({ requirement, found, unreadable }) => unreadable !== undefined || !meetsRequirement(found, requirement));
}
