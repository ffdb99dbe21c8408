import { grouped } from '../grouped';
import { count, html, Markup, NOTHING } from './markup';
import { allNames } from './names';
import { outcomeBadge } from './outcomes';
import { Section, table, titles } from './section';
import { Outcome, Placement, PlacedReason, PlanReport } from '../../analysis/plan/plan-report';

/** So many reasons stand in the list; where every node has its own, each cell of the matrix still has all of its. */
const REASONS_MAX = 200;

/** Those first that somebody has to mend. */
const URGENCY: readonly Outcome[] = ['rejected', 'pending', 'unknown', 'runs', 'keep-only', 'not-desired'];

interface Said {
  readonly placement: Placement;
  readonly reason: PlacedReason;
}

/** What is said of the same nodes and DaemonSets. */
interface Group {
  readonly outcome: Outcome;
  readonly reason: PlacedReason;
  /** Whether it is the same for all, amounts included. */
  readonly isOne: boolean;
  readonly daemonSets: readonly string[];
  readonly nodes: readonly string[];
}

/** Every reason once, with whom it concerns. */
export function whyNot({ nodeClasses, placements }: PlanReport): Section {
  const groups = reasonGroups(placements, new Map(nodeClasses.map(({ id, nodes }) => [id, nodes])));
  const more = groups.length - REASONS_MAX;
  const head = titles('Outcome', 'Reason', 'DaemonSets', 'Nodes');
  return {
    id: 'reasons',
    title: 'Reasons',
    note: count(groups.length, 'reason'),
    body: groups.length === 0
      ? html`<p>Every DaemonSet runs on every node, so there is nothing to explain.</p>`
      : html`${table('Reasons', head, groups.slice(0, REASONS_MAX).map(row))}
${more > 0 ? html`<p>And ${count(more, 'more reason')} of fewer nodes, each in its cell of the matrix.</p>` : NOTHING}`,
  };
}

function reasonGroups(placements: readonly Placement[], nodesOf: ReadonlyMap<string, readonly string[]>): Group[] {
  const said = placements.flatMap((placement): Said[] => placement.reasons.map((reason) => ({ placement, reason })));
  const ofDaemonSet = [...grouped(said, (one) => JSON.stringify([kindOf(one), one.placement.daemonSet])).values()];
  const classesOf = (group: readonly Said[]) => group.map(({ placement }) => placement.nodeClass);
  const alike = grouped(ofDaemonSet, (group) => JSON.stringify([kindOf(group[0]), classesOf(group)]));
  const groups = [...alike.values()].map((group): Group => ({
    outcome: group[0][0].placement.outcome,
    reason: group[0][0].reason,
    isOne: new Set(group.flat().map(({ reason }) => reason.message)).size === 1,
    daemonSets: group.map(([{ placement }]) => placement.daemonSet),
    nodes: classesOf(group[0]).flatMap((id) => nodesOf.get(id) ?? []),
  }));
  return groups.sort((a, b) => URGENCY.indexOf(a.outcome) - URGENCY.indexOf(b.outcome) || b.nodes.length - a.nodes.length);
}

/** Reasons that differ only in their amounts, or in what nodes have instead of what is asked for, are of one kind. */
function kindOf({ placement: { outcome }, reason: { code, message, requirement, resource } }: Said): string {
  return JSON.stringify([outcome, code, requirement ?? resource ?? message]);
}

function row({ outcome, reason, isOne, daemonSets, nodes }: Group): Markup {
  const { requirement, message } = reason;
  const note = isOne || requirement !== undefined ? reason.code : `${reason.code}, as on ${reason.node}: others have other amounts`;
  const text = requirement === undefined ? message : `it asks for ${requirement}`;
  return html`<tr><td>${outcomeBadge(outcome)}</td><th scope="row" class="text">${text} <span class="note">${note}</span></th>
<td>${allNames(daemonSets, 'DaemonSet')}</td><td>${allNames(nodes, 'node')}</td></tr>`;
}
