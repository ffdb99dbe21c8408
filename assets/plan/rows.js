// @ts-check
'use strict';

/** Rows beyond both edges, so that scrolling shows no blank. */
const MARGIN = 6;

/** Before the first row is measured. */
const USUAL_HEIGHT = 44;

/** The rows of a long table. Those in sight are in the document; two rows without content are as high as the others. */
class Rows {
  /**
   * @param {HTMLElement} scroller the box in which the table scrolls
   * @param {HTMLTableElement} table
   * @param {(place: number, index: number) => HTMLElement} makeRow
   * @param {(lostFocus: boolean) => void} drawn called when other rows may be in the document; the focus is lost when its row has left
   */
  constructor(scroller, table, makeRow, drawn = () => {}) {
    this.scroller = scroller;
    this.table = table;
    this.body = table.tBodies[0];
    this.head = /** @type {HTMLTableSectionElement} */ (table.tHead);
    this.makeRow = makeRow;
    this.drawn = drawn;
    this.above = spacer();
    this.below = spacer();
    /** @type {readonly number[]} places of classes */
    this.places = [];
    /** @type {Map<number, HTMLElement>} by index */
    this.shown = new Map();
    scroller.addEventListener('scroll', () => this.draw(), { passive: true });
    new ResizeObserver(() => this.draw()).observe(scroller);
  }

  /** @param {readonly number[]} places */
  show(places) {
    this.places = places;
    this.shown.clear();
    this.body.replaceChildren(this.above, this.below);
    this.scroller.scrollTop = 0;
    this.draw();
  }

  get height() {
    const [row] = this.shown.values();
    return row?.getBoundingClientRect().height || USUAL_HEIGHT;
  }

  /** Puts rows in and takes rows out, as far as the part in sight has moved. */
  draw() {
    const { scrollTop, clientHeight } = this.scroller;
    const height = this.height;
    const first = between(Math.floor(scrollTop / height) - MARGIN, 0, this.places.length);
    const end = between(Math.ceil((scrollTop + clientHeight) / height) + MARGIN, first, this.places.length);
    const leaving = [...this.shown].filter(([index]) => index < first || index >= end);
    const lostFocus = leaving.some(([, row]) => row.contains(document.activeElement));
    leaving.forEach(([index, row]) => {
      row.remove();
      this.shown.delete(index);
    });
    let next = this.above.nextSibling;
    for (let index = first; index < end; index++) {
      const known = this.shown.get(index);
      if (known === undefined) {
        const row = this.makeRow(this.places[index], index);
        this.shown.set(index, row);
        this.body.insertBefore(row, next);
      } else {
        next = known.nextSibling;
      }
    }
    this.above.hidden = first === 0;
    this.below.hidden = end === this.places.length;
    this.above.style.height = `${first * height}px`;
    this.below.style.height = `${(this.places.length - end) * height}px`;
    this.drawn(lostFocus);
  }

  /**
   * Scrolls until a row is in sight.
   * @param {number} index
   */
  reveal(index) {
    const height = this.height;
    const room = this.scroller.clientHeight - this.head.offsetHeight;
    this.scroller.scrollTop = between(this.scroller.scrollTop, (index + 1) * height - room, index * height);
    this.draw();
  }
}

function spacer() {
  return element('tr', { 'class': 'spacer', 'aria-hidden': 'true' });
}
