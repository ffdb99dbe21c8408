// @ts-check
'use strict';

/** Which classes, DaemonSets and outcomes are asked for. */
class Filter {
  /**
   * @param {PlanData} data
   * @param {() => void} changed
   */
  constructor(data, changed) {
    this.data = data;
    this.form = byId('filter', HTMLFormElement);
    this.search = byId('search', HTMLInputElement);
    this.names = byId('columns', HTMLInputElement);
    /** @type {readonly string[] | undefined} */
    this.known = undefined;
    this.form.addEventListener('input', changed);
    byId('clear', HTMLElement).addEventListener('click', () => {
      this.form.reset();
      changed();
    });
  }

  /** Outcomes that are asked for, by their place; none is all. */
  get outcomes() {
    const chosen = new FormData(this.form).getAll('outcome');
    return new Set(this.data.outcomes.flatMap(({ name }, place) => (chosen.includes(name) ? [place] : [])));
  }

  /** Places of the DaemonSets. */
  columns() {
    const part = this.names.value.trim().toLowerCase();
    return this.data.daemonSets.flatMap((name, place) => (name.toLowerCase().includes(part) ? [place] : []));
  }

  /**
   * Places of the classes that have every word, and an outcome that is asked for.
   * @param {readonly number[]} columns
   */
  classes(columns) {
    const { classes, cells } = this.data;
    const words = this.search.value.toLowerCase().split(/\s+/).filter((word) => word !== '');
    const { outcomes } = this;
    const has = (/** @type {ClassData} */ one) => outcomes.size === 0 || columns.some((column) => outcomes.has(cells[one.cells[column]]?.outcome));
    return classes.flatMap((one, place) => (words.every((word) => this.texts[place].includes(word)) && has(one) ? [place] : []));
  }

  /** What is searched, of each class. */
  get texts() {
    this.known ??= this.data.classes.map(({ id, nodes, labels, taints }) => [id, ...nodes, ...labels, ...taints].join('\n').toLowerCase());
    return this.known;
  }
}
