import { CellData, ClassData, PlanData } from './data';
import { count, html, Markup, NOTHING, thousands } from './markup';
import { LOOKS, mark, outcomeBadge } from './outcomes';
import { Section } from './section';
import { OUTCOMES, PlanReport } from '../../analysis/plan/plan-report';
import { shortNames } from '../short-names';

/** So many cells stand in the page for readers without scripts. */
const STATIC_CELLS = 3_000;

/** With so few DaemonSets a cell has room for words. */
const WIDE_COLUMNS = 6;

/** Classes by DaemonSets. The script puts the rows that are in sight in the place of these, and makes the same. */
export function matrix(report: PlanReport, data: PlanData): Section {
  const { daemonSets, classes } = data;
  const isDense = daemonSets.length > WIDE_COLUMNS;
  return {
    id: 'matrix',
    title: 'Matrix',
    note: count(classes.length, 'class', 'classes'),
    body: classes.length === 0 || daemonSets.length === 0
      ? html`<p>There is no ${classes.length === 0 ? 'node' : 'DaemonSet'} in the input.</p>`
      : html`
<p class="lead">A row is a class of nodes: they are alike for these DaemonSets.
<span class="scripted" hidden>Choose a cell for its reasons.</span></p>
${controls(report)}
<div class="split">
<div class="scroll" id="matrix-scroll" role="group" aria-label="Matrix" tabindex="0">
<table id="matrix-table" class="rows matrix ${isDense ? 'dense' : 'wide'}">
<thead><tr><th scope="col">Nodes</th>${columnHeaders(daemonSets)}</tr></thead>
<tbody>${staticRows(classes, daemonSets.length).map((one) => row(one, data))}</tbody>
</table>
</div>
${explanation()}
</div>
<div class="print" id="matrix-print"></div>
${cutNote(classes, daemonSets.length)}
${legend(isDense)}`,
  };
}

/** The first classes, as many as a page bears that is written whole. */
export function staticRows(classes: readonly ClassData[], columns: number): readonly ClassData[] {
  return classes.slice(0, Math.ceil(STATIC_CELLS / columns));
}

export function cutNote(classes: readonly ClassData[], columns: number): Markup {
  const more = classes.length - staticRows(classes, columns).length;
  return more === 0 ? NOTHING : html`<p class="scriptless">And ${count(more, 'more class', 'more classes')}, which show where scripts may run.</p>`;
}

export function classHeader({ title, note }: ClassData): Markup {
  return html`<th scope="row"><span class="names">${title}</span><span class="note">${note}</span></th>`;
}

function columnHeaders(daemonSets: readonly string[]): Markup[] {
  const short = shortNames(daemonSets);
  return daemonSets.map((daemonSet) => html`<th scope="col"><span class="names">${short(daemonSet)}</span></th>`);
}

function row(nodeClass: ClassData, { cells }: PlanData): Markup {
  return html`<tr>${classHeader(nodeClass)}${nodeClass.cells.map((cell) => (cell === -1 ? html`<td></td>` : outcomeCell(cells[cell])))}</tr>
`;
}

function outcomeCell({ outcome, why }: CellData): Markup {
  const name = OUTCOMES[outcome];
  const reasons = why === '' ? NOTHING : html`<span class="why">${why}</span>`;
  return html`<td data-outcome="${name}">${mark(name)}<span class="word">${name}</span>${reasons}</td>`;
}

function controls({ daemonSets }: PlanReport): Markup {
  const total = (outcome: typeof OUTCOMES[number]) => daemonSets.reduce((sum, one) => sum + Number(one[LOOKS[outcome].total]), 0);
  return html`
<form class="controls scripted" id="filter" autocomplete="off" role="search" aria-label="Filter" hidden>
<p><label for="search">Nodes</label><input type="search" id="search" placeholder="name, label, taint or class" spellcheck="false"></p>
<p><label for="columns">DaemonSets</label><input type="search" id="columns" placeholder="part of a name" list="names" spellcheck="false"></p>
<datalist id="names">${daemonSets.map(({ daemonSet }) => html`<option value="${daemonSet}"></option>`)}</datalist>
<fieldset><legend>Outcomes</legend>${OUTCOMES.map((outcome) => html`
<label class="chip"><input type="checkbox" name="outcome" value="${outcome}">${outcomeBadge(outcome)}
<span class="note">${thousands(total(outcome))}</span></label>`)}
</fieldset>
<button type="button" id="clear">Clear</button>
<output id="status" for="search columns"></output>
</form>`;
}

function explanation(): Markup {
  return html`
<section class="explanation" id="explanation" aria-labelledby="explanation-title" hidden>
<button type="button" id="explanation-close">Close</button>
<h3 id="explanation-title" tabindex="-1"></h3>
<div id="explanation-body"></div>
</section>`;
}

function legend(isDense: boolean): Markup {
  const remark = html`<div><dt class="mark">${LOOKS.runs.mark}*</dt><dd>a pod runs, and its cell tells at what cost</dd></div>`;
  const entries = OUTCOMES.map((outcome) => html`<div><dt>${outcomeBadge(outcome)}</dt><dd>${LOOKS[outcome].meaning}</dd></div>`);
  return html`<dl class="legend">${entries}${isDense ? remark : NOTHING}</dl>`;
}
