import { printLabelSelector } from '../../kubernetes/label-selector';
import { selectorTerms } from '../../kubernetes/node-selector-terms';
import { asksForName, intersection, isSubset, NodeSet, nodesOf, NodeTerm } from '../../kubernetes/node-set';
import { nodeSelectorText } from '../../kubernetes/node-set-text';
import { NodeSelectorRequirement, PodSpec } from '../../kubernetes/objects';

/** What a pod template should say to be for other nodes. */
export interface Selection {
  readonly nodeSelector: { readonly [key: string]: string };
  /** Alternatives of required node affinity; one without requirements asks for nothing. */
  readonly terms: readonly (readonly NodeSelectorRequirement[])[];
}

/** What is written, or the labels of which no requirements say what is needed. */
export type Written = { readonly selection: Selection } | { readonly inexact: readonly string[] };

/** Nobody would read more alternatives, and autoscalers look at few. */
const TERMS_MAX = 32;

/**
 * How a pod template asks for some nodes: by the entries of `nodeSelector` that it has already, as far as they fit, and by node affinity. Undefined where there are no such
 * nodes, or where only names tell them.
 */
export function selectionFor(pod: PodSpec, nodes: NodeSet, possible: NodeTerm): Written | undefined {
  if (nodes.length === 0 || asksForName(nodes)) {
    return undefined;
  }
  const fits = ([key, value]: [string, string]) => isSubset(nodes, nodesOf({ nodeSelector: { [key]: value } }));
  const kept = Object.fromEntries(Object.entries(pod.nodeSelector ?? {}).filter(fits));
  const [within = possible] = intersection(nodesOf({ nodeSelector: kept }), [possible]);
  const result = selectorTerms(nodes, within);
  if ('inexact' in result) {
    return result;
  }
  const terms = 'terms' in result ? result.terms : [];
  return terms.length === 0 || terms.length > TERMS_MAX ? undefined : { selection: { nodeSelector: kept, terms } };
}

export function withSelection(pod: PodSpec, { nodeSelector, terms }: Selection): PodSpec {
  const nodeSelectorTerms = terms.map((requirements) => ({ matchExpressions: [...requirements] }));
  const required = asksForAnything(terms) ? { nodeSelectorTerms } : undefined;
  return {
    ...pod,
    nodeSelector: { ...nodeSelector },
    affinity: { ...pod.affinity, nodeAffinity: { ...pod.affinity?.nodeAffinity, requiredDuringSchedulingIgnoredDuringExecution: required } },
  };
}

/** How many requirements have to be written, changed or taken out. */
export function changedRequirements(pod: PodSpec, selection: Selection): number {
  const [old, changed] = [pod, withSelection(pod, selection)].map(requirementsOf);
  return Math.max(without(old, changed).length, without(changed, old).length);
}

/** What to write, in the words of a manifest. */
export function selectionText(pod: PodSpec, { nodeSelector, terms }: Selection): string {
  const dropped = Object.keys(pod.nodeSelector ?? {}).filter((key) => !Object.hasOwn(nodeSelector, key)).sort();
  const alternatives = terms.length > 1 ? ' (a term of nodeSelectorTerms for each side of ||)' : '';
  return [
    ...(asksForAnything(terms) ? [`write its node affinity as ${nodeSelectorText(terms)}${alternatives}`] : termsOf(pod) ? ['remove its required node affinity'] : []),
    ...(dropped.length > 0 ? [`take ${dropped.join(', ')} out of its nodeSelector`] : []),
  ].join(', and ');
}

function asksForAnything(terms: Selection['terms']): boolean {
  return terms.every((requirements) => requirements.length > 0);
}

/** As texts, to be compared. */
function requirementsOf(pod: PodSpec): string[] {
  const asked = (termsOf(pod) ?? []).flatMap(({ matchExpressions, matchFields }) => [...matchExpressions ?? [], ...matchFields ?? []]);
  return [...Object.entries(pod.nodeSelector ?? {}).map(([key, value]) => `${key}=${value}`), ...asked.map((requirement) => printLabelSelector([requirement]))];
}

function termsOf({ affinity }: PodSpec) {
  return affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
}

/** What is in a list more often than in another. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((entry) => {
    const place = left.indexOf(entry);
    return place < 0 || left.splice(place, 1).length === 0;
  });
}
