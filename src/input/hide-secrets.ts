import { Document } from './documents';
import { locate, sourceLine } from './locate';

/** A line of a file as it may be shown, and where in it a column of the file is now. */
export interface ShownLine {
  readonly text: string;
  readonly column: number;
}

type Lines = readonly [first: number, last: number];

const EVERY_LINE: Lines = [1, Infinity];

/** The name of an entry: in quotes, or with a space or nothing behind the colon. */
const KEY = /^(?:"(?:[^"\\]|\\.)*"\s*|'[^']*'\s*|[^\s"'#,:[\]{}&*!|>%@`-][^#,:[\]{}]*(?=:(?:\s|$))):/;

/** The lines of documents. Of those that a Secret has a part in only the name of the field is shown, never what else stands there. */
export function linesWithoutSecrets(documents: readonly Document[]): (document: Document, line: number, column: number) => ShownLine | undefined {
  // a List has many documents in one text
  const texts = new Map<string, readonly Lines[]>();
  const secretLines = (text: string): readonly Lines[] => {
    const known = texts.get(text) ?? linesOfSecrets(text, documents.filter(({ source }) => source.text === text));
    texts.set(text, known);
    return known;
  };
  return (document, line, column) => {
    const text = sourceLine(document, line);
    if (text === undefined) {
      return undefined;
    }
    const isHidden = secretLines(document.source.text).some(([first, last]) => first <= line && line <= last);
    return isHidden ? nameAt(text, column) : { text, column };
  };
}

/** A document ends where the next one begins, be it on the same line. */
function linesOfSecrets(text: string, documents: readonly Document[]): readonly Lines[] {
  if (!documents.some(isSecret)) {
    return [];
  }
  if (text.includes('&')) {
    // a value may stand anywhere and be named where it is used
    return [EVERY_LINE];
  }
  const first = documents.map((document) => locate(document, '').line);
  return documents.flatMap((document, index): Lines[] => (isSecret(document) ? [[first[index], first[index + 1] ?? Infinity]] : []));
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
