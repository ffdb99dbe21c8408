import { Colour } from './lines';
import { Phrase } from './phrase';

/** Something that is said, and what belongs to it. */
export interface Item {
  /** A word of ours, or the id of a class. */
  readonly lead: string;
  readonly colour?: Colour;
  readonly text: Phrase;
  readonly more: readonly Phrase[];
}

/** A part of a report for people, whatever the format. */
export interface Section {
  readonly title: string;
  readonly items: readonly Item[];
}
