import { whyInexact } from './nodes';
import { termErrors } from '../kubernetes/node-affinity';
import { selectorTerms } from '../kubernetes/node-selector-terms';
import { difference, intersection, isSubset, NodeSet, nodesOf, NodeTerm, termsOf, union } from '../kubernetes/node-set';
import { nodeSelectorText, nodeSetText } from '../kubernetes/node-set-text';
import { NodeSelectorRequirement, PodSpec } from '../kubernetes/objects';

type Selection = Pick<PodSpec, 'nodeSelector' | 'affinity'>;

/** More alternatives than these nobody reads, and autoscalers look at few. */
const TERMS_MAX = 32;

/** A variant's name and the alternatives of requirements that its nodes meet. */
export interface VariantNodes {
  readonly name: string;
  readonly terms: NodeSelectorRequirement[][];
}

/** The nodes of one DaemonSet as they are written, or why they cannot be. */
export type Share = { readonly selection: Selection } | { readonly problem: string };

/** The nodes of the domain that a variant names, whoever gets them. */
interface Claim extends VariantNodes {
  readonly nodes: NodeSet;
}

/**
 * The nodes of each variant, and at the end those of the rest: the first variant that names a node gets it.
 *
 * @param domain the nodes of the daemon, as they would be written without variants
 * @param variants in the order in which they take their nodes
 * @param possible what labels can be, where that is assumed
 */
export function divide(domain: Selection, variants: readonly VariantNodes[], possible: NodeTerm): { variants: Share[]; rest: Share } {
  const all = intersection(nodesOf(domain), [possible]);
  const claims = variants.map((variant): Claim => ({ ...variant, nodes: intersection(all, nodesIn(variant)) }));
  const [within = new Map()] = intersection(nodesOf({ nodeSelector: domain.nodeSelector }), [possible]);
  const share = (nodes: NodeSet, earlier: Claim[], whose: string, none: (takers: Claim[]) => string): Share => {
    const rivals = earlier.filter((other) => intersection(other.nodes, nodes).length > 0);
    const left = difference(nodes, rivals.flatMap((rival) => rival.nodes), oftenNamedFirst([...rivals.map((rival) => rival.nodes), nodes]));
    return left.length === 0 ? { problem: none(takersOf(nodes, rivals)) } : select(left, within, domain, whose, names(rivals));
  };
  return {
    variants: claims.map((claim, index) => misplaced(claim, domain) ?? share(claim.nodes, claims.slice(0, index), `variant '${claim.name}'`, (takers) =>
      `variant '${claim.name}' gets no node, since ${names(takers)} before it ${takers.length > 1 ? 'take' : 'takes'} all that it names; put it before, or leave it out`)),
    rest: share(all, claims, 'the rest', (takers) =>
      `the variants (${names(takers)}) take every node of the domain and leave none for the definition as it stands; say variantsOnly: true`),
  };
}

/** The nodes that are divided: without a rest, those that some variant names. */
export function domainOf(domain: Selection, variants: readonly VariantNodes[], variantsOnly: boolean): NodeSet {
  const all = nodesOf(domain);
  return variantsOnly ? variants.reduce<NodeSet>((sum, variant) => union(sum, intersection(all, nodesIn(variant))), []) : all;
}

/** A variant whose nodes are none, whatever other variants take. */
function misplaced(variant: Claim, domain: Selection): Share | undefined {
  const errors = variant.terms.flatMap((matchExpressions) => termErrors({ matchExpressions }, 'nodes'));
  if (errors.length > 0) {
    return { problem: `variant '${variant.name}' asks for what no label can be: ${errors.map(({ detail }) => detail).join('; ')}` };
  }
  if (nodesIn(variant).length === 0) {
    return { problem: `variant '${variant.name}' asks for nodes that cannot be: ${nodeSelectorText(variant.terms)} contradicts itself; ask for less at once` };
  }
  return variant.nodes.length > 0 ? undefined : {
    problem: `variant '${variant.name}' is for ${nodeSelectorText(variant.terms)}, and no such node is in the daemon's domain `
    + `(${nodeSetText(nodesOf(domain)) ?? 'no node'}); widen the domain by placement, or leave the variant out`,
  };
}

function select(nodes: NodeSet, within: NodeTerm, { nodeSelector }: Selection, whose: string, others: string): Share {
  const result = selectorTerms(nodes, within);
  if ('inexact' in result) {
    return { problem: `${whose} cannot leave out exactly the nodes of ${others}: ${whyInexact(result.inexact)}` };
  }
  const count = 'tooMany' in result ? result.tooMany : result.terms.length;
  if (count > TERMS_MAX || 'tooMany' in result) {
    return {
      problem: `${whose} would need ${count} alternatives (nodeSelectorTerms) to leave out the nodes of ${others}, and more than ${TERMS_MAX} are not written; `
      + 'choose the nodes of these variants by fewer labels at once, or by labels that they share',
    };
  }
  const nodeSelectorTerms = result.terms.map((requirements) => ({ matchExpressions: [...requirements] }));
  const everywhere = result.terms.length === 1 && result.terms[0].length === 0;
  const nodeAffinity = { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } };
  return { selection: { nodeSelector, affinity: everywhere ? undefined : { nodeAffinity } } };
}

function nodesIn({ terms }: VariantNodes): NodeSet {
  return termsOf(terms.map((matchExpressions) => ({ matchExpressions })), { emptyMatches: true });
}

/** Those of some claims without which nodes would be left. */
function takersOf(nodes: NodeSet, claims: Claim[]): Claim[] {
  return claims.reduceRight((takers, claim) => {
    const others = takers.filter((other) => other !== claim);
    return isSubset(nodes, others.flatMap((other) => other.nodes)) ? others : takers;
  }, claims);
}

/** Sets that are told apart by what many of them name fall into the fewest alternatives. */
function oftenNamedFirst(sets: NodeSet[]): string[] {
  const keys = sets.flatMap((set) => [...new Set(set.flatMap((term) => [...term.keys()]))]);
  const count = (key: string) => keys.filter((other) => other === key).length;
  return [...new Set(keys)].sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1));
}

function names(claims: Claim[]): string {
  return claims.map(({ name }) => `'${name}'`).join(', ');
}
