import { FieldError } from './field-error';
import { labelValue, matchesLabels } from './labels';
import { fieldRequirementErrors, meetsRequirement, requirementErrors } from './node-selector-requirement';
import { NodeSelectorTerm, PodSpec } from './objects';

/** What of a node a selector looks at. */
export interface NodeIdentity {
  readonly name?: string;
  readonly labels: { readonly [key: string]: string };
}

/** The nodes that a pod asks for, parsed once to match many. */
export interface RequiredNodeAffinity {
  /** What cannot be read; each keeps its term from matching, the other terms still count. */
  readonly errors: FieldError[];
  matches(node: NodeIdentity): boolean;
}

/**
 * `nodeSelector` AND required node affinity, whose terms are ORed. A term without requirements matches no node, and so does
 * one with a requirement that cannot be read. Upstream: component-helpers, GetRequiredNodeAffinity.
 */
export function requiredNodeAffinity(pod: Pick<PodSpec, 'nodeSelector' | 'affinity'>): RequiredNodeAffinity {
  const required = pod.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  const terms = required?.nodeSelectorTerms?.map((term, index) => ({ term, errors: termErrors(term, `nodeSelectorTerms[${index}]`) }));
  const readable = terms?.filter(({ term, errors }) => errors.length === 0 && !isEmptyTerm(term)).map(({ term }) => term);
  return {
    errors: terms?.flatMap(({ errors }) => errors) ?? [],
    matches: (node) => matchesLabels(pod.nodeSelector ?? {}, node.labels)
      && (required === undefined || required === null || (readable ?? []).some((term) => matchesTerm(term, node))),
  };
}

/** Upstream: isEmptyNodeSelectorTerm. */
export function isEmptyTerm({ matchExpressions, matchFields }: NodeSelectorTerm): boolean {
  return (matchExpressions ?? []).length === 0 && (matchFields ?? []).length === 0;
}

/** Upstream: newNodeSelectorTerm. */
export function termErrors({ matchExpressions, matchFields }: NodeSelectorTerm, path: string): FieldError[] {
  return [
    ...(matchExpressions ?? []).flatMap((requirement, index) => requirementErrors(requirement, `${path}.matchExpressions[${index}]`)),
    ...(matchFields ?? []).flatMap((requirement, index) => fieldRequirementErrors(requirement, `${path}.matchFields[${index}]`)),
  ];
}

/** Upstream: nodeSelectorTerm.match. A node without a name has no fields, and then they are not asked for. */
function matchesTerm({ matchExpressions, matchFields }: NodeSelectorTerm, { name, labels }: NodeIdentity): boolean {
  const field = (key: string) => (key === 'metadata.name' ? name : '');
  return (matchExpressions ?? []).every((requirement) => meetsRequirement(labelValue(labels, requirement.key), requirement))
    && (!name || (matchFields ?? []).every((requirement) => meetsRequirement(field(requirement.key), requirement)));
}
