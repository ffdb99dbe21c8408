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

/**
 * All reasons why there is no pod on a node, parsed once to ask for many nodes; none where the controller makes a pod. Upstream says no more than yes or no:
 * NodeShouldRunDaemonPod.
 */
export function daemonSetIneligibility(pod: PodSpec): (node: Node) => Ineligibility[] {
  const { nodeName, nodeSelector, affinity } = pod;
  const selected = Object.entries(nodeSelector ?? {});
  const terms = (affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? []).map(unmetBy);
  const required = requiredNodeAffinity({ affinity });
  const tolerations = daemonPodTolerations(pod);
  return (node) => [
    ...(nodeName && nodeName !== node.name ? [{ code: 'node-name' as const, wanted: nodeName }] : []),
    ...selected.filter(([key, wanted]) => labelValue(node.labels, key) !== wanted)
      .map(([key, wanted]) => ({ code: 'node-selector' as const, key, wanted, found: labelValue(node.labels, key) })),
    ...(required.matches(node) ? [] : [{ code: 'node-affinity' as const, terms: terms.map((unmet) => unmet(node)) }]),
    ...untoleratedTaints(node.taints, tolerations).map((taint) => ({ code: 'untolerated-taint' as const, taint })),
  ];
}

/** What nodes lack of a term. */
function unmetBy(term: NodeSelectorTerm): (node: Node) => UnmetRequirement[] {
  if (isEmptyTerm(term)) {
    return () => [];
  }
  const ofLabels = (term.matchExpressions ?? []).map((requirement) => ({ requirement, unreadable: requirementErrors(requirement, '')[0]?.detail }));
  const ofFields = (term.matchFields ?? []).map((requirement) => ({ requirement, unreadable: fieldRequirementErrors(requirement, '')[0]?.detail }));
  return ({ name, labels }) => [
    ...ofLabels.map((one): UnmetRequirement => ({ ...one, found: labelValue(labels, one.requirement.key) })),
    ...ofFields.map((one): UnmetRequirement => ({ ...one, found: one.requirement.key === 'metadata.name' ? name : '' })),
  ].filter(({ requirement, found, unreadable }) => unreadable !== undefined || !meetsRequirement(found, requirement));
}
