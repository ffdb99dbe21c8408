import { Document as YamlDocument, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, Range, visit, YAMLMap } from 'yaml';
import { Document } from './documents';

/** A line of a file as it may be shown, and where in it a column of the file is now. */
export interface ShownLine {
  readonly text: string;
  readonly column: number;
}

/** What of a line is hidden: from an index up to another. */
type Part = readonly [from: number, to: number];

const HIDDEN = '(hidden)';

/** Fields of a Secret that hold no secret. Any other may be `data` misspelt. */
const OPEN = ['apiVersion', 'immutable', 'kind', 'type'];

/** kubectl writes the whole object into it. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** The lines of documents, in which values of Secrets are hidden. Where it is not clear what is a value, there is no line. */
export function linesWithoutSecrets(documents: readonly Document[]): (document: Document, line: number, column: number) => ShownLine | undefined {
  const secrets = documents.filter(({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value) && value.kind === 'Secret');
  // a List has many documents in one text
  const texts = new Map<string, readonly ShownText[] | undefined>();
  return ({ source: { text, firstLine } }, line, column) => {
    if (!texts.has(text)) {
      texts.set(text, shownTexts(text, secrets.filter(({ source }) => source.text === text)));
    }
    const shown = texts.get(text)?.[line - firstLine];
    return shown && { text: shown.text, column: shownColumn(shown, column) };
  };
}

/** A line, and what of it is hidden. */
interface ShownText {
  readonly text: string;
  readonly parts: readonly Part[];
}

/** What is shown for each line of a text; undefined where the text is not understood. */
function shownTexts(text: string, secrets: readonly Document[]): readonly ShownText[] | undefined {
  const lines = text.split('\n');
  const parts = secrets.length === 0 ? new Map<number, Part[]>() : hiddenParts(text, lines, secrets);
  return parts && lines.map((whole, index) => ({ text: withoutParts(whole, parts.get(index) ?? []), parts: parts.get(index) ?? [] }));
}

function withoutParts(whole: string, parts: readonly Part[]): string {
  const before = parts.map(([from], index) => `${whole.slice(parts[index - 1]?.[1] ?? 0, from)}${HIDDEN}`);
  return before.join('') + whole.slice(parts[parts.length - 1]?.[1] ?? 0);
}

/** A column within what is hidden is its first. */
function shownColumn({ parts }: ShownText, column: number): number {
  const index = parts.find(([from, to]) => from < column && column <= to)?.[0] ?? column - 1;
  return parts.reduce((moved, [from, to]) => (to <= index ? moved + HIDDEN.length - (to - from) : moved), index + 1);
}

/** By line, from 0. */
function hiddenParts(text: string, lines: readonly string[], secrets: readonly Document[]): ReadonlyMap<number, readonly Part[]> | undefined {
  const [counter, parts] = [new LineCounter(), new Map<number, Part[]>()];
  const root = parseDocument(text, { version: '1.1', lineCounter: counter, merge: true, strict: false, uniqueKeys: false });
  const maps = secrets.map(({ source }) => root.getIn(source.within, true));
  if (root.errors.length > 0 || !maps.every(isMap)) {
    return undefined;
  }
  const ranges = maps.flatMap((map) => secretRanges(map as YAMLMap, root)).sort(([a], [b]) => a - b);
  ranges.filter(([start], index) => start !== ranges[index - 1]?.[0]).forEach(([start, , end]) => {
    const [from, to] = [counter.linePos(start), counter.linePos(Math.max(start, end - 1))];
    for (let line = from.line; line <= to.line; line++) {
      const own = parts.get(line - 1) ?? [];
      const length = lines[line - 1].length;
      own.push([line === from.line ? from.col - 1 : 0, line === to.line ? Math.min(to.col, length) : length]);
      parts.set(line - 1, own);
    }
  });
  return parts;
}

function secretRanges(secret: YAMLMap, root: YamlDocument): Range[] {
  const meant = (node: unknown): unknown => (isAlias(node) ? node.resolve(root) : node);
  return secret.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? String(key.value) : '';
    const node = meant(value);
    if (name === '<<') {
      return (isSeq(node) ? node.items : [node]).map(meant).filter(isMap).flatMap((map) => secretRanges(map, root));
    }
    if (name === 'metadata') {
      const annotations = isMap(node) ? meant(node.get('annotations', true)) : undefined;
      return isMap(annotations) ? valueRanges(annotations.get(LAST_APPLIED, true), root) : [];
    }
    return OPEN.includes(name) ? [] : valueRanges(node, root);
  });
}

/** Of every value below a node; keys are no secret. */
function valueRanges(node: unknown, root: YamlDocument): Range[] {
  const ranges: Range[] = [];
  const seen = new Set<unknown>();
  const look = (from: unknown): void => {
    if (seen.has(from) || !isNode(from)) {
      return;
    }
    seen.add(from);
    visit(from, {
      Scalar: (key, { range }) => { ranges.push(...(key === 'key' || !range || range[0] === range[1] ? [] : [range])); },
      Alias: (_, alias) => look(alias.resolve(root)),
    });
  };
  look(node);
  return ranges;
}
