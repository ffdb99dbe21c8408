import { count, html, Markup } from './markup';

/** So many names stand in a line; more are told of, or unfold. */
const NAMES_MAX = 3;

/** The first of some names, and how many there are besides. */
export function firstNames(names: readonly string[]): string {
  const more = names.length - NAMES_MAX;
  return more <= 0 ? names.join(', ') : `${names.slice(0, NAMES_MAX).join(', ')} and ${count(more, 'more', 'more')}`;
}

/** All names: in a line where they are few, else under their number. */
export function allNames(names: readonly string[], what: string): Markup {
  return names.length <= NAMES_MAX
    ? html`${names.join(', ')}`
    : html`<details><summary>${count(names.length, what)}</summary>${names.join(', ')}</details>`;
}
