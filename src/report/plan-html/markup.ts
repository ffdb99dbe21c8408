import { plain } from '../plain';

/** Markup that is written as it is. Only `html` makes it of what a report says. */
export class Markup {
  public constructor(public readonly text: string) {}
}

type Part = string | number | Markup | readonly Markup[];

const ENTITIES: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const NOTHING = new Markup('');

/** A template of markup, in which every value is text unless this function made it. Values stand between tags, or in quotes as an attribute. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(texts.map((text, index) => (index === 0 ? text : `${written(parts[index - 1])}${text}`)).join(''));
}

/** Data for a script of the page, in a form that no reader of HTML takes for markup. */
export function dataBlock(id: string, data: unknown): Markup {
  const text = JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? plain(value) : value));
  const escaped = text.replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
  return html`<script type="application/json" id="${id}">${new Markup(escaped)}</script>`;
}

/** A number as people read it. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${thousands(number)} ${number === 1 ? one : many}`;
}

export function thousands(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

function written(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return plain(String(part)).replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
}
