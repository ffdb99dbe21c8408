import { ANYTHING, exampleOf, hasValue, intersectValues, isEmptySet, LabelValues, PRESENT, subtractValues, valuesOf } from './label-values';
import { labelValue } from './labels';
import { isEmptyTerm, NodeIdentity, termErrors } from './node-affinity';
import { NodeSelectorRequirement, NodeSelectorTerm, PodSpec } from './objects';

/**
 * A set of nodes, as alternatives: what a `nodeSelector` with required node affinity can say. An empty list is no node. No
 * alternative is empty by itself, so that a set has a node as soon as it has an alternative.
 */
export type NodeSet = readonly NodeTerm[];

/** What is asked of each key; all of them must hold, and keys that are not there may be anything. */
export type NodeTerm = ReadonlyMap<string, LabelValues>;

/** The node's name, beside the keys of labels, none of which has a space. */
const NAME = 'field metadata.name';

export const EVERY_NODE: NodeSet = [new Map()];

/** The nodes that a pod may run on by labels and name; taints are not looked at. What cannot be read matches no node, as upstream decides. */
export function nodesOf(pod: Pick<PodSpec, 'nodeName' | 'nodeSelector' | 'affinity'>): NodeSet {
  const selector = Object.entries(pod.nodeSelector ?? {}).map(([key, value]) => ({ key, operator: 'In', values: [value] }));
  const name = pod.nodeName ? [{ key: 'metadata.name', operator: 'In', values: [pod.nodeName] }] : [];
  const terms = pod.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  return intersection(termsOf([{ matchExpressions: selector, matchFields: name }], { emptyMatches: true }), terms ? termsOf(terms) : EVERY_NODE);
}

/** The nodes that match one of some terms. */
export function termsOf(terms: NodeSelectorTerm[], { emptyMatches } = { emptyMatches: false }): NodeSet {
  return terms.filter((term) => (emptyMatches || !isEmptyTerm(term)) && termErrors(term, '').length === 0).flatMap(({ matchExpressions, matchFields }) => {
    const requirements = [
      ...(matchExpressions ?? []).map((requirement) => [requirement.key, valuesOf(requirement)] as const),
      ...(matchFields ?? []).map((requirement) => fieldValues(requirement)),
    ];
    return requirements.reduce<NodeSet>((set, [key, values]) => intersection(set, [new Map([[key, values]])]), EVERY_NODE);
  });
}

export function union(a: NodeSet, b: NodeSet): NodeSet {
  return withoutCovered([...a, ...b]);
}

export function intersection(a: NodeSet, b: NodeSet): NodeSet {
  return withoutCovered(a.flatMap((left) => b.flatMap((right) => intersectTerms(left, right))));
}

/**
 * The nodes of `a` that are not in `b`, as alternatives that do not overlap where those of `a` do not.
 *
 * @param order the keys by which alternatives are told apart first; those that many terms name give the fewest alternatives
 */
export function difference(a: NodeSet, b: NodeSet, order: readonly string[] = []): NodeSet {
  return b.reduce((rest, term) => rest.flatMap((whole) => subtractTerm(whole, term, order)), a);
}

export function complement(set: NodeSet): NodeSet {
  return difference(EVERY_NODE, set);
}

/** The first alternative of their difference, undefined where there is none. The others are not made: there may be very many. */
export function firstDifference(a: NodeSet, b: NodeSet): NodeTerm | undefined {
  return firstOf(a, (term) => firstLeft(term, b));
}

/** The first alternative of their intersection, undefined where there is none. */
export function firstIntersection(a: NodeSet, b: NodeSet): NodeTerm | undefined {
  return firstOf(a, (left) => firstOf(b, (right) => intersectTerms(left, right)[0]));
}

export function isSubset(a: NodeSet, b: NodeSet): boolean {
  const largestFirst = [...b].sort((left, right) => left.size - right.size);
  return firstDifference(a, largestFirst) === undefined;
}

/** Whether some alternative asks for a name. */
export function asksForName(set: NodeSet): boolean {
  return set.some((term) => term.has(NAME));
}

/** Whether a node is in the set. */
export function hasNode(set: NodeSet, { name, labels }: NodeIdentity): boolean {
  return set.some((term) => [...term].every(([key, values]) => hasValue(values, key === NAME ? name : labelValue(labels, key))));
}

/** Stops at the first part of the term that none has. There may be more of them than calls can be nested. */
function firstLeft(term: NodeTerm, taken: NodeSet): NodeTerm | undefined {
  const parts = [{ part: term, from: 0 }];
  for (let next = parts.pop(); next !== undefined; next = parts.pop()) {
    const { part, from } = next;
    if (from === taken.length) {
      return part;
    }
    parts.push(...subtractTerm(part, taken[from], []).map((left) => ({ part: left, from: from + 1 })).reverse());
  }
  return undefined;
}

function firstOf<T, R>(list: readonly T[], find: (entry: T) => R | undefined): R | undefined {
  for (const entry of list) {
    const found = find(entry);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/** A node of the set, for people to look at: labels that do not matter are not set. Undefined where there is none. */
export function exampleNode([term]: NodeSet): NodeIdentity | undefined {
  if (term === undefined) {
    return undefined;
  }
  const values = [...term].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, allowed]) => [key, exampleOf(allowed)?.value] as const)
    .filter(([, value]) => value !== undefined);
  const labels = Object.fromEntries(values.filter(([key]) => key !== NAME)) as { [key: string]: string };
  return { name: values.find(([key]) => key === NAME)?.[1], labels };
}

/** The keys of labels that a set asks for. */
export function keysOf(set: NodeSet): string[] {
  return [...new Set(set.flatMap((term) => [...term.keys()]))].filter((key) => key !== NAME);
}

/** What a term asks, but for one key. */
export function without(term: NodeTerm, key: string): NodeTerm {
  return new Map([...term].filter(([other]) => other !== key));
}

/** Alternatives that lie within another one say nothing. */
export function withoutCovered(set: NodeSet): NodeSet {
  return set.filter((term, index) => !set.some((other, place) => place !== index && liesWithin(term, other)
    && (place < index || !liesWithin(other, term))));
}

function intersectTerms(a: NodeTerm, b: NodeTerm): NodeTerm[] {
  const both = new Map(a);
  for (const [key, values] of b) {
    const known = both.get(key);
    const met = known === undefined ? values : intersectValues(known, values);
    if (isEmptySet(met)) {
      return [];
    }
    both.set(key, met);
  }
  return [both];
}

function subtractTerm(whole: NodeTerm, taken: NodeTerm, order: readonly string[]): NodeSet {
  const [overlap] = intersectTerms(whole, taken);
  if (overlap === undefined) {
    return [whole];
  }
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const keys = [...taken.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const pieces: NodeTerm[] = [];
  let rest = whole;
  for (const key of keys) {
    const left = subtractValues(rest.get(key) ?? anything(key), taken.get(key)!);
    if (!isEmptySet(left)) {
      pieces.push(new Map(rest).set(key, left));
      rest = new Map(rest).set(key, overlap.get(key)!);
    }
  }
  return pieces;
}

function liesWithin(inner: NodeTerm, outer: NodeTerm): boolean {
  return [...outer].every(([key, values]) => isEmptySet(subtractValues(inner.get(key) ?? anything(key), values)));
}

/** A node always has a name. */
function anything(key: string): LabelValues {
  return key === NAME ? PRESENT : ANYTHING;
}

/** On a key that fields do not have, upstream finds the empty text. */
function fieldValues({ key, operator, values = [] }: NodeSelectorRequirement): readonly [string, LabelValues] {
  if (key === 'metadata.name') {
    return [NAME, intersectValues(valuesOf({ key, operator, values }), PRESENT)];
  }
  const holds = (operator === 'In') === (values[0] === '');
  return [NAME, holds ? PRESENT : subtractValues(PRESENT, PRESENT)];
}
