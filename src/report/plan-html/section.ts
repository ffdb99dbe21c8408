import { html, Markup } from './markup';

/** A part of the page, with its place in the list of contents. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** What it has, in a few signs; stands beside its title in the list of contents. */
  readonly note: string;
  readonly body: Markup;
}

export function sectionMarkup({ id, title, body }: Section): Markup {
  return html`
<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${body}
</section>`;
}

export function contents(sections: readonly Section[]): Markup {
  const links = sections.map(({ id, title, note }) => html`<li><a href="#${id}">${title}</a> <span class="note">${note}</span></li>`);
  return html`<nav aria-label="Contents"><ul>${links}</ul></nav>`;
}

export function titles(...texts: readonly string[]): Markup {
  return html`${texts.map((text) => html`<th scope="col">${text}</th>`)}`;
}

/** A table that scrolls sideways on its own where it is wider than the page. Who has only a keyboard scrolls it by its focus. */
export function table(label: string, head: Markup, rows: readonly Markup[]): Markup {
  return html`<div class="scroll" role="group" aria-label="${label}" tabindex="0">
<table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
