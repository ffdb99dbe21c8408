import { ClassData, PlanData } from './data';
import { count, html, Markup } from './markup';
import { classHeader, cutNote, staticRows } from './matrix';
import { bar, ResourceRow } from './resources';
import { Section, titles } from './section';

/** What the daemons take of a node of each class, the fullest first. */
export function overheadBars({ classes, resources, fullest: order }: PlanData): Section {
  const fullest = order.map((place) => classes[place]);
  const columns = resources.length + 2;
  return {
    id: 'overhead',
    title: 'Overhead',
    note: count(fullest.length, 'class', 'classes'),
    body: fullest.length === 0
      ? html`<p>Nothing is known of it.</p>`
      : html`
<p class="lead">What these DaemonSets request of a node, of what it has for pods. The fullest come first.
<span class="scripted" id="overhead-status" role="status" hidden></span></p>
<div class="scroll" id="overhead-scroll" role="group" aria-label="Overhead" tabindex="0">
<table id="overhead-table" class="rows overhead">
<thead><tr><th scope="col">Nodes</th><th scope="col" class="number">Pods</th>${titles(...resources)}</tr></thead>
<tbody>${staticRows(fullest, columns).map((one) => row(one, resources))}</tbody>
</table>
</div>
<div class="print" id="overhead-print"></div>
${cutNote(fullest, columns)}`,
  };
}

function row(nodeClass: ClassData, resources: readonly string[]): Markup {
  const { pods, resources: known } = nodeClass.overhead!;
  const cells = resources.map((name) => resourceCell(known.find((one) => one.name === name)));
  return html`<tr>${classHeader(nodeClass)}<td class="number">${pods}</td>${cells}</tr>
`;
}

function resourceCell(resource: ResourceRow | undefined): Markup {
  if (resource === undefined) return html`<td class="none">none</td>`;
  const { requested, allocatable, share, percent } = resource;
  return html`<td class="bars">${bar([{ kind: share !== null && share > 1 ? 'over' : 'used', share: share ?? 0 }])}
<span>${requested} of ${allocatable}</span> <span class="note">${percent}</span></td>`;
}
