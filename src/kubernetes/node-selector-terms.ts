import { ANYTHING, isAnything, keyOf, LabelValues, requirementsFor, subtractValues, uniteValues } from './label-values';
import { intersection, isSubset, NodeSet, NodeTerm, termsOf, without, withoutCovered } from './node-set';
import { NodeSelectorRequirement } from './objects';

type Requirements = readonly NodeSelectorRequirement[];

/** What a set is in requirements, or why it is not. */
export type SelectorTerms = { readonly terms: Requirements[] } | { readonly inexact: string[] } | { readonly tooMany: number };

/** Work grows with its square, and nobody would read a selector of so many alternatives. */
const ALTERNATIVES_MAX = 128;

/**
 * A set of nodes in requirements: alternatives of which none can go, nor a requirement of one, nor a value. No alternative is
 * no node, an alternative without requirements is every node.
 *
 * @param within where the result is used: only there it must be equal to the set
 * @returns `inexact` names the keys of which no requirements say what is needed, `tooMany` the alternatives that are beyond reading
 */
export function selectorTerms(set: NodeSet, within: NodeTerm = new Map()): SelectorTerms {
  const target = joined(intersection(set, [within]));
  if (target.length > ALTERNATIVES_MAX) {
    return { tooMany: target.length };
  }
  const wide = joined(withoutCovered(target.map((term) => widened(term, target, within))));
  const inexact = wide.flatMap((term) => [...term].filter(([key, values]) => requirementsFor(values, key) === undefined).map(([key]) => key));
  if (inexact.length > 0) {
    return { inexact: [...new Set(inexact)].sort() };
  }
  const terms = wide.flatMap(spelled);
  return terms.length > ALTERNATIVES_MAX ? { tooMany: terms.length } : { terms: irredundant(sorted(terms), target, within) };
}

/** Alternatives that differ in one key are one, with the values of both. */
function joined(set: NodeSet): NodeSet {
  const keys = [...new Set(set.flatMap((term) => [...term.keys()]))].sort();
  const fewer = keys.reduce(joinedBy, set);
  return fewer.length < set.length ? joined(fewer) : fewer;
}

function joinedBy(set: NodeSet, key: string): NodeSet {
  const groups = new Map<string, NodeTerm>();
  for (const term of set) {
    const others = `${[...without(term, key)].map(([other, values]) => `${other} ${keyOf(values)}`).sort().join(';')}${term.has(key) ? '' : ';'}`;
    const known = groups.get(others);
    groups.set(others, known === undefined || !term.has(key) ? term : new Map(known).set(key, uniteValues(known.get(key)!, term.get(key)!)));
  }
  return [...groups.values()];
}

/** An alternative without the keys that decide nothing: where other alternatives, or the surroundings, say it already. */
function widened(term: NodeTerm, target: NodeSet, within: NodeTerm): NodeTerm {
  return [...term.keys()].sort().reduce<NodeTerm>((wide, key) => {
    const free = without(wide, key);
    const values = loosened(wide.get(key)!, within.get(key));
    return isAnything(values) || isSubset(intersection([free], [within]), target) ? free : new Map(wide).set(key, values);
  }, term);
}

/** What can never be may be said or not, as it is said best. */
function loosened(values: LabelValues, possible: LabelValues = ANYTHING): LabelValues {
  const wide = uniteValues(values, subtractValues(ANYTHING, possible));
  return requirementsFor(wide, '') === undefined ? values : wide;
}

/** The requirements of one alternative; a key that needs several makes several alternatives of it. */
function spelled(term: NodeTerm): Requirements[] {
  return [...term].sort(([a], [b]) => (a < b ? -1 : 1)).reduce<Requirements[]>(
    (all, [key, values]) => all.flatMap((requirements) => requirementsFor(values, key)!.map((own) => [...requirements, ...own])), [[]]);
}

function irredundant(terms: Requirements[], target: NodeSet, within: NodeTerm): Requirements[] {
  const isInside = (requirements: Requirements) => isSubset(intersection(nodes(requirements), [within]), target);
  const fewer = [withoutTerms, withoutValues].reduce((all, reduce) => reduce(all, within), terms.map((term) => withoutRequirements(term, isInside)));
  return JSON.stringify(fewer) === JSON.stringify(terms) ? terms : irredundant(sorted(fewer), target, within);
}

/** What leaves more nodes in: fewer requirements, fewer values that are shut out. */
function withoutRequirements(term: Requirements, isInside: (requirements: Requirements) => boolean): Requirements {
  return term.reduce<Requirements>((all, requirement) => {
    const others = all.filter((other) => other !== requirement);
    if (isInside(others)) {
      return others;
    }
    const values = requirement.operator === 'NotIn' ? fewest(requirement.values!, (left) => isInside(withValues(all, requirement, left))) : requirement.values;
    return withValues(all, requirement, values);
  }, term);
}

function withoutTerms(terms: Requirements[], within: NodeTerm): Requirements[] {
  return fewest(terms, (left, term) => isCovered(term, left, within));
}

/** Values that other alternatives take already. */
function withoutValues(terms: Requirements[], within: NodeTerm): Requirements[] {
  return terms.reduce((all, term, index) => {
    const others = all.filter((_, place) => place !== index);
    const narrow = term.reduce<Requirements>((whole, requirement) => (requirement.operator !== 'In' ? whole : withValues(whole, requirement,
      fewest(requirement.values!, (_, value) => isCovered(withValues(whole, requirement, [value]), others, within)))), term);
    return all.map((other, place) => (place === index ? narrow : other));
  }, terms);
}

function isCovered(term: Requirements, by: Requirements[], within: NodeTerm): boolean {
  return isSubset(intersection(nodes(term), [within]), by.flatMap((other) => nodes(other)));
}

/** What is left of a list when each entry goes that may, the last first. */
function fewest<T>(list: readonly T[], mayGo: (left: T[], entry: T) => boolean): T[] {
  return [...list].reverse().reduce<T[]>((left, entry) => {
    const others = left.filter((other) => other !== entry);
    return others.length > 0 && mayGo(others, entry) ? others : left;
  }, [...list]);
}

function withValues(term: Requirements, requirement: NodeSelectorRequirement, values: string[] | undefined): Requirements {
  return term.map((other) => (other.key === requirement.key && other.operator === requirement.operator ? { ...other, values } : other));
}

function nodes(requirements: Requirements): NodeSet {
  return termsOf([{ matchExpressions: [...requirements] }], { emptyMatches: true });
}

function sorted(terms: Requirements[]): Requirements[] {
  const text = (term: Requirements) => JSON.stringify(term);
  return [...terms].sort((a, b) => a.length - b.length || (text(a) < text(b) ? -1 : 1));
}
