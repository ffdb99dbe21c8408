// @ts-check
'use strict';

/** Says all that the report knows of a cell, or of a class. */
class Explanation {
  /**
   * @param {PlanData} data
   * @param {() => void} closed
   */
  constructor(data, closed) {
    this.data = data;
    this.closed = closed;
    this.box = byId('explanation', HTMLElement);
    this.title = byId('explanation-title', HTMLElement);
    this.body = byId('explanation-body', HTMLElement);
    byId('explanation-close', HTMLElement).addEventListener('click', () => this.close());
    this.box.addEventListener('keydown', ({ key }) => key === 'Escape' && this.close());
  }

  /**
   * @param {ClassData} nodeClass
   * @param {number | undefined} column place of a DaemonSet; none for the class itself
   */
  show(nodeClass, column) {
    const { id } = nodeClass;
    this.title.textContent = column === undefined ? `Nodes of ${id}` : `${this.data.daemonSets[column]} on ${id}`;
    this.body.replaceChildren(...(column === undefined ? this.outcomes(nodeClass) : this.cell(nodeClass, column)), ...classFacts(nodeClass));
    this.box.hidden = false;
    this.box.scrollTop = 0;
    this.title.focus({ preventScroll: true });
  }

  close() {
    if (!this.box.hidden) {
      this.box.hidden = true;
      this.closed();
    }
  }

  /**
   * @param {ClassData} nodeClass
   * @param {number} column
   */
  cell({ cells, nodes }, column) {
    const cell = this.data.cells[cells[column]];
    if (cell === undefined) {
      return [element('p', {}, 'The report says nothing of it.')];
    }
    const reasons = cell.reasons.map(([reason, node]) => this.reason(reason, nodes.length > 1 ? nodes[node] : undefined));
    return [
      element('p', {}, badge(this.data, cell.outcome), ` ${this.data.outcomes[cell.outcome].meaning}`),
      ...(reasons.length === 0 ? [] : [element('h4', {}, 'Reasons'), element('ul', { class: 'reasons' }, ...reasons)]),
    ];
  }

  /**
   * @param {number} reason
   * @param {string | undefined} node the one whose numbers these are, where there are several
   */
  reason(reason, node) {
    const { code, message, numbers } = this.data.reasons[reason];
    const notes = [code, ...(numbers === '' ? [] : [numbers]), ...(node === undefined ? [] : [`as of node ${node}`])];
    return element('li', {}, message, element('span', { class: 'note' }, notes.join(' · ')));
  }

  /**
   * Its DaemonSets by what becomes of them.
   * @param {ClassData} nodeClass
   */
  outcomes({ cells }) {
    const { outcomes, daemonSets } = this.data;
    const groups = outcomes.map((_, outcome) => daemonSets.filter((__, column) => this.data.cells[cells[column]]?.outcome === outcome));
    return groups.flatMap((names, outcome) => (
      names.length === 0 ? [] : [element('p', {}, badge(this.data, outcome), ` ${names.join(', ')}`)]));
  }
}

/**
 * @param {ClassData} nodeClass
 * @returns {HTMLElement[]}
 */
function classFacts({ nodes, labels, taints, overhead }) {
  return [
    ...list(nodes.length === 1 ? 'Node' : `Nodes (${nodes.length})`, [nodes.join(', ')]),
    ...list('Labels that matter', labels),
    ...list('Taints', taints),
    ...(overhead === null ? [] : overheadFacts(overhead)),
  ];
}

/**
 * @param {string} title
 * @param {readonly string[]} texts
 */
function list(title, texts) {
  const items = texts.map((text) => element('li', {}, element('code', {}, text)));
  return [element('h4', {}, title), items.length === 0 ? element('p', { class: 'note' }, 'none') : element('ul', { class: 'plain' }, ...items)];
}

/** @param {NonNullable<ClassData['overhead']>} overhead */
function overheadFacts({ pods, resources }) {
  const head = ['Resource', 'Requested', 'Limit', 'Node has', 'Share'].map((title) => element('th', { scope: 'col' }, title));
  const rows = resources.map(({ name, requested, limit, allocatable, percent }) => (
    element('tr', {}, element('th', { scope: 'row' }, name), ...[requested, limit, allocatable, percent].map((text) => element('td', {}, text)))));
  const table = element('table', {}, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...rows));
  return [element('h4', {}, 'Overhead of each node'), element('p', {}, `pods: ${pods}`), ...(rows.length === 0 ? [] : [table])];
}
