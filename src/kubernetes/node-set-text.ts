import { parseLabelSelector, printLabelSelector } from './label-selector';
import { termErrors } from './node-affinity';
import { selectorTerms } from './node-selector-terms';
import { NodeSet, termsOf } from './node-set';
import { NodeSelectorRequirement } from './objects';

/** Between alternatives, each of which is a selector of kubectl; no selector has this sign. */
const OR = ' || ';

/** Alternatives of requirements in the selector syntax of kubectl. */
export function nodeSelectorText(terms: readonly (readonly NodeSelectorRequirement[])[]): string {
  return terms.map(printLabelSelector).join(OR);
}

/** A set of nodes in the selector syntax of kubectl; the empty text is every node. Undefined for sets that no selector says. */
export function nodeSetText(set: NodeSet): string | undefined {
  const result = selectorTerms(set);
  return 'terms' in result && result.terms.length > 0 ? nodeSelectorText(result.terms) : undefined;
}

/** The set that a text says; undefined where it is none, or asks for what no label can be. */
export function parseNodeSet(text: string): NodeSet | undefined {
  const terms = text.split(OR).map(parseLabelSelector).map((matchExpressions) => ({ matchExpressions }));
  const isReadable = terms.every((term) => term.matchExpressions !== undefined && termErrors(term, '').length === 0);
  return isReadable ? termsOf(terms, { emptyMatches: true }) : undefined;
}
