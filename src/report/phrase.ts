import { plain } from './plain';

/** What comes from the input. A format writes it so that it can do no harm there. */
export interface Quoted {
  readonly input: string;
}

/** A text for people: words of ours, and between them what comes from the input. */
export type Phrase = readonly (string | Quoted)[];

/** So many names of a list are written out, and then how many more there are. */
export const SHOWN = 3;

/** A sentence of ours: a text that stands in it is from the input, numbers and phrases are not. */
export function say(words: TemplateStringsArray, ...between: readonly (string | number | Phrase)[]): Phrase {
  return words.flatMap((word, index) => {
    const next = between[index] ?? [];
    return [word, ...(typeof next === 'string' ? [{ input: next }] : typeof next === 'number' ? [String(next)] : next)];
  });
}

export function joined(phrases: readonly Phrase[], separator: string): Phrase {
  return phrases.flatMap((phrase, index) => (index === 0 ? phrase : [separator, ...phrase]));
}

/** Several things of one sentence: `a`, `a and b`, `a, b and c`. */
export function enumerated(phrases: readonly Phrase[]): Phrase {
  const last = phrases.slice(-1);
  return phrases.length < 2 ? phrases.flat() : [...joined(phrases.slice(0, -1), ', '), ' and ', ...last.flat()];
}

export interface ListOptions {
  /** How many names are written out. */
  readonly shown?: number;
  /** How many there are, where the names are only the first of them. */
  readonly total?: number;
}

/** Names from the input, and after the first ones how many more there are. */
export function listed(names: readonly string[], { shown = SHOWN, total = names.length }: ListOptions = {}): Phrase {
  const first = names.slice(0, shown).map((name) => say`${name}`);
  return enumerated(total > first.length ? [...first, say`${total - first.length} more`] : first);
}

/** Texts from the input of which each stands for itself, such as labels. */
export function all(texts: readonly string[]): Phrase {
  return joined(texts.map((text) => say`${text}`), ', ');
}

export function count(number: number, what: string): Phrase {
  return [`${number} ${what}${number === 1 ? '' : 's'}`];
}

/** A phrase for a terminal. */
export function textOf(phrase: Phrase): string {
  return plain(phrase.map((part) => (typeof part === 'string' ? part : part.input)).join(''));
}
