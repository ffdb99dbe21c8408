import { count, html, Markup, thousands } from './markup';
import { LOOKS, outcomeBadge } from './outcomes';
import { bar } from './resources';
import { Section, table } from './section';
import { DaemonSetTotals, OUTCOMES, PlanReport } from '../../analysis/plan/plan-report';

/** How many nodes there are of each outcome, by DaemonSet. */
export function totals({ daemonSets }: PlanReport): Section {
  const head = html`<th scope="col">DaemonSet</th><th scope="col">Nodes by outcome</th>
<th scope="col" class="number">desired</th>${OUTCOMES.map((outcome) => html`<th scope="col" class="number">${outcomeBadge(outcome)}</th>`)}`;
  return {
    id: 'totals',
    title: 'Totals',
    note: count(daemonSets.length, 'DaemonSet'),
    body: daemonSets.length === 0 ? html`<p>There is no DaemonSet in the input.</p>` : table('Totals', head, daemonSets.map(row)),
  };
}

function row(of: DaemonSetTotals): Markup {
  const numbers = OUTCOMES.map((outcome) => ({ outcome, number: Number(of[LOOKS[outcome].total]) }));
  const all = numbers.reduce((sum, { number }) => sum + number, 0);
  const shares = numbers.map(({ outcome, number }) => ({ kind: outcome, share: all === 0 ? 0 : number / all }));
  return html`<tr><th scope="row">${of.daemonSet}</th><td class="bars">${bar(shares)}</td><td class="number">${thousands(of.desired)}</td>
${numbers.map(({ number }) => html`<td class="number${number === 0 ? ' none' : ''}">${thousands(number)}</td>`)}</tr>`;
}
