import { readYaml, Value } from './read-yaml';

/** One object of a file; an object of a List is a document of its own. */
export interface Document {
  readonly file: string;
  /** Which document of the file, from 0. */
  readonly index: number;
  /** Line on which it begins, from 1. */
  readonly line: number;
  readonly value: Value;
  /** Paths of keys that are there twice; the last one counts. */
  readonly duplicates: readonly string[];
  readonly source: DocumentSource;
}

/** Where a document stands in its file. */
export interface DocumentSource {
  readonly text: string;
  /** Line of the file on which the text begins, from 1. */
  readonly firstLine: number;
  /** Path of the object in the text: `items` and a number for each List around it. */
  readonly within: readonly (string | number)[];
}

/** What could not be read; everything else was. */
export interface Diagnostic {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

export interface ReadDocuments {
  readonly documents: Document[];
  readonly diagnostics: Diagnostic[];
}

interface Part {
  readonly text: string;
  readonly firstLine: number;
}

/** The objects of a file: many YAML documents, JSON objects one after the other, Lists of objects. Documents without content are none. */
export function readDocuments(file: string, content: string): ReadDocuments {
  const text = content.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const documents: Document[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const part of /^\s*\{/.test(text) ? jsonParts(text) : yamlParts(text)) {
    const read = readYaml(part.text);
    if ('error' in read) {
      const { error, line, column } = read;
      diagnostics.push({ file, line: (line ?? 1) + part.firstLine - 1, column, message: error });
    } else {
      const line = part.firstLine + leadingLines(part.text);
      objectsOf(read.value, []).forEach(({ value, within }) => {
        const own = within.map((step) => (typeof step === 'number' ? `[${step}].` : step)).join('');
        const duplicates = read.duplicates.filter((path) => path.startsWith(own)).map((path) => path.slice(own.length));
        documents.push({ file, index: documents.length, line, value, duplicates, source: { ...part, within } });
      });
    }
  }
  return { documents, diagnostics };
}

/** A line of three dashes ends a document, unless there were only directives. Upstream: YAMLReader.Read. */
function yamlParts(text: string): Part[] {
  const lines = text.split('\n');
  const dashes = lines.flatMap((line, index) => (/^---\s*(#.*)?$/.test(line) ? [index] : []));
  const separators = dashes.filter((end, index) => !lines.slice((dashes[index - 1] ?? -1) + 1, end).some((line) => line.startsWith('%')));
  return [-1, ...separators].map((separator, index) => (
    { text: lines.slice(separator + 1, separators[index] ?? lines.length).join('\n'), firstLine: separator + 2 }));
}

/** JSON objects without anything between them, as `kubectl get -o json` and logs of objects have them. */
function jsonParts(text: string): Part[] {
  const ends: number[] = [];
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/gs)) {
    depth += token === '{' || token === '[' ? 1 : token === '}' || token === ']' ? -1 : 0;
    if (depth === 0 && !token.startsWith('"')) {
      ends.push(index + 1);
    }
  }
  const rest = text.slice(ends[ends.length - 1] ?? 0).trim() === '' ? [] : [text.length];
  return [...ends, ...rest].map((end, index, all) => {
    const start = all[index - 1] ?? 0;
    return { text: text.slice(start, end), firstLine: text.slice(0, start).split('\n').length };
  });
}

function objectsOf(value: Value, within: (string | number)[]): { value: Value; within: (string | number)[] }[] {
  if (value === null) {
    return [];
  }
  const isList = typeof value === 'object' && !Array.isArray(value) && typeof value.kind === 'string' && value.kind.endsWith('List') && Array.isArray(value.items);
  return isList ? (value.items as Value[]).flatMap((item, index) => objectsOf(item, [...within, 'items', index])) : [{ value, within }];
}

/** Lines before the first that has content. */
function leadingLines(text: string): number {
  const lines = text.split('\n');
  return Math.max(0, lines.findIndex((line) => /^\s*[^\s#]/.test(line)));
}
