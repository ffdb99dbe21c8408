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

/** Nobody writes so many into one file; where they are told one by one, telling takes longer than anybody reads. */
const DOCUMENTS_MAX = 20_000;

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
    if (documents.length >= DOCUMENTS_MAX) {
      diagnostics.push({ file, line: part.firstLine, message: `a file is read up to ${DOCUMENTS_MAX.toLocaleString('en')} objects, and this one has more; split it` });
      break;
    }
    const read = readYaml(part.text);
    if ('error' in read) {
      const { error, line, column } = read;
      diagnostics.push({ file, line: (line ?? 1) + part.firstLine - 1, column, message: error });
    } else {
      const line = part.firstLine + leadingLines(part.text);
      const duplicatesOf = byObject(read.duplicates);
      objectsOf(read.value, []).forEach(({ value, within }) => {
        documents.push({ file, index: documents.length, line, value, duplicates: duplicatesOf(within), source: { ...part, within } });
      });
    }
  }
  return { documents, diagnostics };
}

/** A line of three dashes ends a document, unless there were only directives. Upstream: YAMLReader.Read. */
function yamlParts(text: string): Part[] {
  if (!text.startsWith('---') && !text.includes('\n---')) {
    return [{ text, firstLine: 1 }];
  }
  const lines = text.split('\n');
  const dashes = lines.flatMap((line, index) => (/^---\s*(#.*)?$/.test(line) ? [index] : []));
  const separators = dashes.filter((end, index) => !lines.slice((dashes[index - 1] ?? -1) + 1, end).some((line) => line.startsWith('%')));
  return [-1, ...separators].map((separator, index) => (
    { text: lines.slice(separator + 1, separators[index] ?? lines.length).join('\n'), firstLine: separator + 2 }));
}

/** JSON objects without anything between them, as `kubectl get -o json` and logs of objects have them. */
function jsonParts(text: string): Part[] {
  const ends = jsonEnds(text);
  const start = ends[ends.length - 1] ?? 0;
  const parts = [...ends, ...(text.slice(start).trim() === '' ? [] : [text.length])].map((end, index, all) => text.slice(all[index - 1] ?? 0, end));
  let firstLine = 1;
  return parts.map((part) => {
    const own = { text: part, firstLine };
    firstLine += part.split('\n').length - 1;
    return own;
  });
}

/** Where the outermost objects and lists end. */
function jsonEnds(text: string): number[] {
  const ends: number[] = [];
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const sign = text[index];
    if (sign === '"') {
      index = endOfString(text, index);
    } else if (sign === '{' || sign === '[') {
      depth++;
    } else if ((sign === '}' || sign === ']') && --depth === 0) {
      ends.push(index + 1);
    }
  }
  return ends;
}

function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length && text[index] !== '"') {
    index += text[index] === '\\' ? 2 : 1;
  }
  return index;
}

function objectsOf(value: Value, within: (string | number)[]): { value: Value; within: (string | number)[] }[] {
  if (value === null) {
    return [];
  }
  const isList = typeof value === 'object' && !Array.isArray(value) && typeof value.kind === 'string' && value.kind.endsWith('List') && Array.isArray(value.items);
  return isList ? (value.items as Value[]).flatMap((item, index) => objectsOf(item, [...within, 'items', index])) : [{ value, within }];
}

/** The paths that lie within an object, as seen from there. */
function byObject(paths: readonly string[]): (within: readonly (string | number)[]) => string[] {
  const known = new Map<string, string[]>();
  const add = (prefix: string, path: string): unknown => known.get(prefix)?.push(path) ?? known.set(prefix, [path]);
  paths.forEach((path) => {
    add('', path);
    [...path.matchAll(/items\[\d+\]\./gy)].forEach(({ 0: item, index }) => add(path.slice(0, index + item.length), path.slice(index + item.length)));
  });
  return (within) => known.get(within.map((step) => (typeof step === 'number' ? `[${step}].` : step)).join('')) ?? [];
}

/** Lines before the first that has content. */
function leadingLines(text: string): number {
  return text.slice(0, Math.max(0, text.search(/^[^\S\n]*[^\s#]/m))).split('\n').length - 1;
}
