import { grouped } from '../grouped';
import { count, html, Markup } from './markup';
import { allNames } from './names';
import { outcomeBadge } from './outcomes';
import { Section, table, titles } from './section';
import { Outcome, PlannedChange, PlanReport } from '../../analysis/plan/plan-report';

/** What was asked, and what it changes: nodes with the same change together. */
export function whatIf({ whatIf: asked }: PlanReport): Section | undefined {
  if (asked === null) return undefined;
  const groups = grouped(asked.changes, ({ daemonSet, from, to, reasons }) => JSON.stringify([daemonSet, from, to, reasons]));
  const head = titles('DaemonSet', 'Before', 'After', 'Reasons', 'Nodes');
  return {
    id: 'what-if',
    title: 'What if',
    note: count(asked.changes.length, 'change'),
    body: html`<p class="lead">The plan is as if:</p><ul>${asked.asked.map((one) => html`<li><code>${one}</code></li>`)}</ul>
${groups.size === 0 ? html`<p>Nothing changes.</p>` : table('What changes', head, [...groups.values()].map(row))}`,
  };
}

function row(group: readonly PlannedChange[]): Markup {
  const [{ daemonSet, from, to, reasons }] = group;
  return html`<tr><th scope="row">${daemonSet}</th><td>${state(from, 'not there')}</td><td>${state(to, 'gone')}</td>
<td>${reasons.map(({ code, message }) => html`<div>${message} <span class="note">${code}</span></div>`)}</td>
<td>${allNames(group.map(({ node }) => node), 'node')}</td></tr>`;
}

function state(outcome: Outcome | null, none: string): Markup {
  return outcome === null ? html`<span class="note">${none}</span>` : outcomeBadge(outcome);
}
