// @ts-check
'use strict';

/** So many DaemonSets stand side by side on paper. */
const PRINTED_COLUMNS = 24;

/** @type {PlanData} */
const data = JSON.parse(byId('plan-data', HTMLScriptElement).text);

document.documentElement.classList.add('live');
document.querySelectorAll('.scripted').forEach((one) => one.removeAttribute('hidden'));
document.querySelectorAll('.scriptless').forEach((one) => one.remove());

if (document.getElementById('matrix-table') !== null) {
  start(new Matrix(data), overheadRows());
}

/** The overhead, where something is known of it. */
function overheadRows() {
  return document.getElementById('overhead-table') === null ? undefined
    : new Rows(byId('overhead-scroll', HTMLElement), byId('overhead-table', HTMLTableElement), (place) => overheadRow(data, data.classes[place]));
}

/**
 * @param {Matrix} matrix
 * @param {Rows | undefined} overhead
 */
function start(matrix, overhead) {
  const filter = new Filter(data, refresh);
  function refresh() {
    const columns = filter.columns();
    const places = filter.classes(columns);
    const chosen = new Set(places);
    const bars = data.fullest.filter((place) => chosen.has(place));
    matrix.show(places, columns, filter.outcomes);
    overhead?.show(bars);
    tell(places, columns, bars);
  }

  /**
   * @param {readonly number[]} places
   * @param {readonly number[]} columns
   * @param {readonly number[]} bars
   */
  function tell(places, columns, bars) {
    const nodes = places.reduce((sum, place) => sum + data.classes[place].nodes.length, 0).toLocaleString('en');
    const classes = `${ofAll(places, data.classes)} classes (${nodes} nodes)`;
    byId('status', HTMLElement).textContent = `${classes}, ${ofAll(columns, data.daemonSets)} DaemonSets`;
    if (overhead !== undefined) {
      const isWhole = bars.length === data.fullest.length;
      byId('overhead-status', HTMLElement).textContent = isWhole ? '' : `The filter of the matrix leaves ${ofAll(bars, data.fullest)}.`;
    }
  }

  // paper does not scroll: it gets every row, and as many tables as DaemonSets need
  addEventListener('beforeprint', () => {
    byId('matrix-print', HTMLElement).replaceChildren(...printedMatrix(matrix));
    if (overhead !== undefined) {
      const titles = [...overhead.head.rows[0].cells];
      byId('overhead-print', HTMLElement).replaceChildren(printedTable(overhead, titles, (place) => overheadRow(data, data.classes[place])));
    }
  });
  addEventListener('afterprint', () => document.querySelectorAll('.print').forEach((one) => one.replaceChildren()));
  refresh();
}

/**
 * @param {readonly unknown[]} some
 * @param {readonly unknown[]} all
 */
function ofAll(some, all) {
  return `${some.length.toLocaleString('en')} of ${all.length.toLocaleString('en')}`;
}

/** @param {Matrix} matrix */
function printedMatrix({ columns, headRow, headers, rows }) {
  const starts = columns.flatMap((_, index) => (index % PRINTED_COLUMNS === 0 ? [index] : []));
  return starts.map((from) => {
    const part = columns.slice(from, from + PRINTED_COLUMNS);
    return printedTable(rows, [headRow.cells[0], ...part.map((column) => headers[column])], (place) => matrixRow(data, data.classes[place], part));
  });
}

/**
 * @param {Rows} rows
 * @param {readonly HTMLElement[]} titles
 * @param {(place: number) => HTMLElement} makeRow
 */
function printedTable({ places, table }, titles, makeRow) {
  const body = element('tbody', {});
  // one by one, since a call does not take so many at once
  places.forEach((place) => body.append(makeRow(place)));
  return element('table', { class: table.className }, element('thead', {}, element('tr', {}, ...titles.map((title) => title.cloneNode(true)))), body);
}
