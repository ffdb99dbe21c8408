import { Division, Flaw, Proposal } from './flaw';
import { Member } from './member';
import { changedRequirements, Selection, selectionFor, selectionText, withSelection, Written } from './selection';
import { ASSUMPTIONS, possibleLabels, printAssumptions } from '../../kubernetes/domain';
import { selectorTerms } from '../../kubernetes/node-selector-terms';
import { asksForName, intersection, isSubset, NodeSet, nodesOf, NodeTerm } from '../../kubernetes/node-set';
import { nodeSelectorText } from '../../kubernetes/node-set-text';
import { provePartition } from '../../kubernetes/partition';

/** Whether members that one of them would change are as they should be, and no worse elsewhere. */
export type Accepts = (changed: Member, division: Division) => boolean;

/** What needs more requirements nobody writes by hand, and to look for the fewest takes long. */
const REQUIREMENTS_MAX = 48;

/** Of many members the first are tried. */
const TRIED_MAX = 12;

/** More alternatives than these are not listed where nodes are only named. */
const LISTED_MAX = 4;

/**
 * The change of one member that mends a flaw with the fewest requirements, in words; of equal ones that of the first member. Null where no requirements say it.
 *
 * @param nodes those at fault, or some of them
 */
export function mendText(flaw: Flaw, division: Division, accepts: Accepts, nodes = flaw.nodes(division)): string | null {
  return nodes === undefined ? null : smallestChange(writtenFor(flaw, nodes, division), nodes, division, accepts);
}

/** What is to do if labels, on which `Gt` and `Lt` are asked, are numbers on all nodes that have them. Null where that is of no use. */
export function assumedMendText(flaw: Flaw, division: Division, accepts: Accepts): string | null {
  const written = writtenFor(flaw, flaw.nodes(division) ?? [], division);
  const inexact = [...new Set(written.flatMap((one) => ('inexact' in one ? one.inexact : [])))].sort();
  const integerLabels = [...division.possible.keys(), ...inexact];
  const assumed: Division = { ...division, possible: possibleLabels(integerLabels) };
  const text = flaw.nodes(assumed)?.length === 0 ? 'nothing else has to change' : mendText(flaw, assumed, accepts);
  return inexact.length === 0 || text === null ? null : `${assumptionText(inexact, integerLabels)}; then ${text}`;
}

function assumptionText(inexact: readonly string[], integerLabels: readonly string[]): string {
  const numbers = inexact.length === 1 ? 'it is a whole number wherever it is set' : 'they are whole numbers wherever they are set';
  return `no node affinity says exactly which nodes these are, since a label ${inexact.join(' or ')} that is no whole number is neither above nor below a bound; `
    + `if ${numbers}, say so (annotation ${ASSUMPTIONS}: ${printAssumptions(integerLabels)})`;
}

type WrittenProposal = { readonly proposal: Proposal } & (Written | object);

function writtenFor(flaw: Flaw, nodes: NodeSet, { members, possible }: Division): WrittenProposal[] {
  const isReadable = nodes.reduce((sum, term) => sum + term.size, 0) <= REQUIREMENTS_MAX;
  const tried = isReadable ? flaw.proposals(members, nodes).slice(0, TRIED_MAX) : [];
  return tried.map((proposal) => ({ proposal, ...selectionFor(proposal.member.pod, proposal.nodes, possible) }));
}

function smallestChange(written: readonly WrittenProposal[], nodes: NodeSet, division: Division, accepts: Accepts): string | null {
  const changes = written.flatMap((one) => (!('selection' in one) ? []
    : [{ ...one, cost: changedRequirements(one.proposal.member.pod, one.selection), isLoss: losesTaints(one.proposal) }]));
  const best = changes.sort((a, b) => Number(a.isLoss) - Number(b.isLoss) || a.cost - b.cost)
    .find(({ proposal, selection }) => accepts(changed(proposal.member, selection), division));
  return best === undefined ? null : `${best.proposal.words(nodesText(nodes, division))}: ${selectionText(best.proposal.member.pod, best.selection)}`;
}

function changed(member: Member, selection: Selection): Member {
  const pod = withSelection(member.pod, selection);
  return { ...member, pod, nodes: nodesOf(pod) };
}

/** Whether tainted nodes would have nobody: who gives them away tolerates what the other does not. It is done only where nothing else can be. */
function losesTaints({ member, heir }: Proposal): boolean {
  return heir !== undefined && provePartition([member, heir], []).contestedTaints.some(({ notToleratedBy }) => notToleratedBy.includes(heir.name));
}

/** Some nodes in words; where they are in the domain, that needs not be said. */
function nodesText(nodes: NodeSet, { domain, possible }: Division): string {
  const isWithin = domain.length === 1 && isSubset(nodes, domain);
  const within: NodeTerm = isWithin ? intersection(domain, [possible])[0] : possible;
  const result = asksForName(nodes) ? undefined : selectorTerms(nodes, within);
  const terms = result !== undefined && 'terms' in result && result.terms.length <= LISTED_MAX ? result.terms : [];
  return terms.length === 0 ? 'these nodes' : terms[0].length > 0 ? `nodes with ${nodeSelectorText(terms)}` : isWithin ? 'every node of the domain' : 'every node';
}
