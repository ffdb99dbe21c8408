// @ts-check
'use strict';

/** The matrix as a grid in the sense of WAI-ARIA: one cell of it is in the order of the tab key, and arrows lead to the others. */
class Matrix {
  /** @param {PlanData} data */
  constructor(data) {
    this.data = data;
    this.table = byId('matrix-table', HTMLTableElement);
    this.scroller = byId('matrix-scroll', HTMLElement);
    this.headRow = /** @type {HTMLTableSectionElement} */ (this.table.tHead).rows[0];
    this.headers = [...this.headRow.cells].slice(1);
    this.rows = new Rows(this.scroller, this.table, (place, index) => this.makeRow(place, index), (lostFocus) => this.keepActive(lostFocus));
    this.explanation = new Explanation(data, () => this.choose(undefined));
    /** @type {readonly number[]} */
    this.columns = [];
    /** @type {ReadonlySet<number>} */
    this.wanted = new Set();
    /** Where the tab key leads: the column counts from the header of the row. */
    this.active = { index: 0, column: 0 };
    /** @type {{ place: number, column: number } | undefined} the cell that is explained; the column is that of a DaemonSet, or -1 */
    this.chosen = undefined;
    this.becomeGrid();
  }

  becomeGrid() {
    this.scroller.removeAttribute('tabindex');
    this.scroller.removeAttribute('role');
    this.scroller.removeAttribute('aria-label');
    this.table.setAttribute('role', 'grid');
    this.table.setAttribute('aria-labelledby', 'matrix-title');
    this.headRow.setAttribute('aria-rowindex', '1');
    this.table.addEventListener('keydown', (event) => this.pressed(event));
    this.table.addEventListener('click', ({ target }) => this.open(this.positionOf(target)));
    this.table.addEventListener('focusin', ({ target }) => this.activate(this.positionOf(target)));
  }

  /**
   * @param {readonly number[]} places classes to show
   * @param {readonly number[]} columns DaemonSets to show
   * @param {ReadonlySet<number>} wanted outcomes that stand out; none is all
   */
  show(places, columns, wanted) {
    this.columns = columns;
    this.wanted = wanted;
    this.active = { index: 0, column: 0 };
    this.headRow.replaceChildren(this.headRow.cells[0], ...columns.map((column) => this.headers[column]));
    this.table.setAttribute('aria-rowcount', String(places.length + 1));
    this.rows.show(places);
  }

  /**
   * @param {number} place
   * @param {number} index
   */
  makeRow(place, index) {
    const row = matrixRow(this.data, this.data.classes[place], this.columns);
    row.setAttribute('aria-rowindex', String(index + 2));
    row.dataset.index = String(index);
    [...row.children].forEach((cell, column) => {
      cell.setAttribute('tabindex', index === this.active.index && column === this.active.column ? '0' : '-1');
      if (column > 0) {
        cell.setAttribute('role', 'gridcell');
        cell.classList.toggle('other', this.wanted.size > 0 && !this.wanted.has(this.outcomeOf(place, this.columns[column - 1])));
      }
      if (this.chosen?.place === place && this.chosen.column === (this.columns[column - 1] ?? -1)) {
        cell.setAttribute('aria-selected', 'true');
      }
    });
    return row;
  }

  /**
   * @param {number} place
   * @param {number} column
   */
  outcomeOf(place, column) {
    return this.data.cells[this.data.classes[place].cells[column]]?.outcome;
  }

  /** @param {EventTarget | null} target */
  positionOf(target) {
    const cell = target instanceof Element ? target.closest('td, tbody th') : null;
    const row = cell?.parentElement;
    return cell && row?.dataset.index ? { index: Number(row.dataset.index), column: [...row.children].indexOf(cell) } : undefined;
  }

  /** @param {{ index: number, column: number }} position */
  cellAt({ index, column }) {
    return /** @type {HTMLElement | undefined} */ (this.rows.shown.get(index)?.children[column]);
  }

  /** @param {{ index: number, column: number } | undefined} position */
  activate(position) {
    if (position !== undefined) {
      this.cellAt(this.active)?.setAttribute('tabindex', '-1');
      this.active = position;
      this.cellAt(position)?.setAttribute('tabindex', '0');
    }
  }

  /**
   * The row of the active cell may leave the document while somebody scrolls: the nearest row that stays takes its place, and its focus.
   * @param {boolean} lostFocus
   */
  keepActive(lostFocus) {
    const indices = [...this.rows.shown.keys()];
    if (indices.length > 0 && this.cellAt(this.active) === undefined) {
      this.activate({ ...this.active, index: between(this.active.index, Math.min(...indices), Math.max(...indices)) });
      if (lostFocus) {
        this.cellAt(this.active)?.focus({ preventScroll: true });
      }
    }
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const from = this.positionOf(event.target);
    if (from === undefined || event.altKey || event.metaKey) {
      return;
    }
    const to = this.moved(from, event.key, event.ctrlKey);
    if (to !== undefined) {
      event.preventDefault();
      this.goTo(to);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.open(from);
    }
  }

  /**
   * @param {{ index: number, column: number }} from
   * @param {string} key
   * @param {boolean} ctrl
   */
  moved({ index, column }, key, ctrl) {
    const page = Math.max(1, Math.floor(this.scroller.clientHeight / this.rows.height) - 2);
    switch (key) {
      case 'ArrowUp': return { index: index - 1, column };
      case 'ArrowDown': return { index: index + 1, column };
      case 'ArrowLeft': return { index, column: column - 1 };
      case 'ArrowRight': return { index, column: column + 1 };
      case 'PageUp': return { index: index - page, column };
      case 'PageDown': return { index: index + page, column };
      case 'Home': return { index: ctrl ? 0 : index, column: 0 };
      case 'End': return { index: ctrl ? Infinity : index, column: Infinity };
    }
    return undefined;
  }

  /** @param {{ index: number, column: number }} position beyond an edge is at the edge */
  goTo({ index, column }) {
    const position = { index: between(index, 0, this.rows.places.length - 1), column: between(column, 0, this.columns.length) };
    this.rows.reveal(position.index);
    const cell = this.cellAt(position);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** @param {{ index: number, column: number } | undefined} position */
  open(position) {
    if (position !== undefined) {
      const place = this.rows.places[position.index];
      const column = this.columns[position.column - 1];
      this.activate(position);
      this.choose({ place, column: column ?? -1 });
      this.explanation.show(this.data.classes[place], column);
      // it may have come over the cell
      this.cellAt(position)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }

  /**
   * Without a cell the explanation was closed, and the focus goes back to where it was opened.
   * @param {{ place: number, column: number } | undefined} cell
   */
  choose(cell) {
    this.chosen = cell;
    this.table.querySelectorAll('[aria-selected]').forEach((other) => other.removeAttribute('aria-selected'));
    const active = this.cellAt(this.active);
    if (cell === undefined) {
      active?.focus();
    } else {
      active?.setAttribute('aria-selected', 'true');
    }
  }
}
