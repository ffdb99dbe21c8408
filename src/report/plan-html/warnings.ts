import { html } from './markup';
import { allNames } from './names';
import { Section } from './section';
import { PlanReport } from '../../analysis/plan/plan-report';

/** What somebody should know before believing the rest. */
export function warnings({ warnings: all }: PlanReport): Section | undefined {
  return all.length === 0 ? undefined : {
    id: 'warnings',
    title: 'Warnings',
    note: String(all.length),
    body: html`<ul class="warnings">${all.map(({ code, message, nodes }) => html`
<li>${message} <span class="note">${code}</span> ${nodes.length === 0 ? '' : html`<div class="note">${allNames(nodes, 'node')}</div>`}</li>`)}</ul>`,
  };
}
