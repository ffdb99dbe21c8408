import { Document } from './documents';
import { locate, sourceLine } from './locate';

/** A line of a file as it may be shown, and where in it a column of the file is now. */
export interface ShownLine {
  readonly text: string;
  readonly column: number;
}

/** Of a text, from 0. */
type Lines = readonly [first: number, last: number];

const EVERY_LINE: Lines = [0, Infinity];

/** The name of an entry: in quotes, or with a space or nothing behind the colon. */
const KEY = /^(?:"(?:[^"\\]|\\.)*"\s*|'[^']*'\s*|[^\s"'#,:[\]{}&*!|>%@`-][^#,:[\]{}]*(?=:(?:\s|$))):/;

/** The lines of documents. Of those that a Secret has a part in only the name of the field is shown, never what else stands there. */
export function linesWithoutSecrets(documents: readonly Document[]): (document: Document, line: number, column: number) => ShownLine | undefined {
  // a List has many documents in one text
  const texts = new Map(documents.filter(isSecret).map(({ source }) => [source.text, [] as Document[]]));
  documents.forEach((document) => texts.get(document.source.text)?.push(document));
  const known = new Map<string, readonly Lines[]>();
  return (document, line, column) => {
    const text = sourceLine(document, line);
    if (text === undefined) {
      return undefined;
    }
    const { text: whole, firstLine } = document.source;
    if (!known.has(whole)) {
      known.set(whole, linesOfSecrets(whole, texts.get(whole) ?? []));
    }
    const isHidden = known.get(whole)!.some(([first, last]) => first <= line - firstLine && line - firstLine <= last);
    return isHidden ? nameAt(text, column) : { text, column };
  };
}

/** A document ends where the next one begins, be it on the same line. */
function linesOfSecrets(text: string, documents: readonly Document[]): readonly Lines[] {
  if (documents.length > 0 && text.includes('&')) {
    // a value may stand anywhere and be named where it is used
    return [EVERY_LINE];
  }
  // the same text may be there again
  const once = documents.filter(({ file, source }) => file === documents[0].file && source.firstLine === documents[0].source.firstLine);
  const first = once.map((document) => locate(document, '').line - document.source.firstLine);
  return once.flatMap((document, index): Lines[] => (isSecret(document) ? [[first[index], first[index + 1] ?? Infinity]] : []));
}

function isSecret({ value }: Document): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && value.kind === 'Secret';
}

function nameAt(text: string, column: number): ShownLine {
  const before = text.slice(0, column - 1);
  const margin = /^[\s-]*$/.test(before) ? before : '… ';
  const [name] = KEY.exec(text.slice(column - 1)) ?? [''];
  return { text: `${margin}${name === '' ? '' : `${name} `}(hidden)`, column: margin.length + 1 };
}
