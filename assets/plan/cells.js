// @ts-check
'use strict';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * What the report writes for readers without scripts, cell by cell: see matrix.ts and overhead.ts.
 * @param {ClassData} nodeClass
 */
function classHeader({ title, note }) {
  return element('th', { scope: 'row' }, element('span', { class: 'names' }, title), element('span', { class: 'note' }, note));
}

/**
 * @param {PlanData} data
 * @param {number} place -1 where the report says nothing
 */
function outcomeCell(data, place) {
  if (place === -1) {
    return element('td', {});
  }
  const { outcome, why } = data.cells[place];
  const { name, mark } = data.outcomes[outcome];
  const reasons = why === '' ? [] : [element('span', { class: 'why' }, why)];
  return element('td', { 'data-outcome': name }, markOf(mark), element('span', { class: 'word' }, name), ...reasons);
}

/**
 * @param {PlanData} data
 * @param {ClassData} nodeClass
 * @param {readonly number[]} columns places of DaemonSets
 */
function matrixRow(data, nodeClass, columns) {
  return element('tr', {}, classHeader(nodeClass), ...columns.map((column) => outcomeCell(data, nodeClass.cells[column])));
}

/**
 * @param {PlanData} data
 * @param {ClassData} nodeClass one whose overhead is known
 */
function overheadRow({ resources }, nodeClass) {
  const { pods, resources: known } = /** @type {NonNullable<ClassData['overhead']>} */ (nodeClass.overhead);
  const cells = resources.map((name) => resourceCell(known.find((one) => one.name === name)));
  return element('tr', {}, classHeader(nodeClass), element('td', { class: 'number' }, pods), ...cells);
}

/** @param {import('../../src/report/plan-html/resources').ResourceRow | undefined} resource */
function resourceCell(resource) {
  if (resource === undefined) {
    return element('td', { class: 'none' }, 'none');
  }
  const { requested, allocatable, share, percent } = resource;
  return element('td', { class: 'bars' },
    bar(share ?? 0), '\n', element('span', {}, `${requested} of ${allocatable}`), ' ', element('span', { class: 'note' }, percent));
}

/** @param {number} share */
function bar(share) {
  const svg = svgElement('svg', { 'class': 'bar', 'viewBox': '0 0 100 6', 'preserveAspectRatio': 'none', 'aria-hidden': 'true' });
  const width = Number(Math.min(share * 100, 100).toFixed(3));
  svg.append(svgElement('rect', { class: 'track', width: '100', height: '6' }));
  svg.append(svgElement('rect', { class: share > 1 ? 'over' : 'used', x: '0', width: String(width), height: '6' }));
  return svg;
}

/**
 * @param {string} name
 * @param {Readonly<Record<string, string>>} attributes
 */
function svgElement(name, attributes) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

/**
 * @param {PlanData} data
 * @param {number} outcome
 */
function badge({ outcomes }, outcome) {
  const { name, mark } = outcomes[outcome];
  return element('span', { 'class': 'badge', 'data-outcome': name }, markOf(mark), ` ${name}`);
}

/** @param {string} mark */
function markOf(mark) {
  return element('span', { 'class': 'mark', 'aria-hidden': 'true' }, mark);
}
