import { isMap, isScalar, isSeq, LineCounter, Node, parseDocument } from 'yaml';
import { Document, DocumentSource } from './documents';

/** A place in a file; both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Parsed at the first question about a document; most are never asked about. */
const PARSED = new WeakMap<DocumentSource, { readonly root: Node | null; readonly counter: LineCounter }>();

/**
 * Where a field stands in its file, by Kubernetes' own field path: `spec.containers[0].name`, `metadata.labels[a.b/c]`. Where the field is not there,
 * what is nearest to it.
 */
export function locate({ source }: Document, path: string): Position {
  const { root, counter } = parsed(source);
  let [node, at] = [root, root];
  for (const step of [...source.within, ...steps(path)]) {
    const next = node === null ? undefined : child(node, step);
    if (next === undefined) {
      break;
    }
    [node, at] = [next.value, next.at];
  }
  const { line, col } = counter.linePos(at?.range?.[0] ?? 0);
  return { line: line + source.firstLine - 1, column: Math.max(1, col) };
}

/** The text of a line of the file, as far as it belongs to the document. */
export function sourceLine({ source }: Document, line: number): string | undefined {
  return source.text.split('\n')[line - source.firstLine];
}

/** Labels and annotations of a template are reported as fields of the template itself. */
function steps(path: string): (string | number)[] {
  const metadata = path.replace(/^(spec(?:\.jobTemplate\.spec)?\.template)\.(labels|annotations)\b/, '$1.metadata.$2');
  return [...metadata.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map(([, index, name]) => (index === undefined ? name : /^\d+$/.test(index) ? Number(index) : index));
}

function parsed(source: DocumentSource): { readonly root: Node | null; readonly counter: LineCounter } {
  const known = PARSED.get(source);
  if (known !== undefined) {
    return known;
  }
  const counter = new LineCounter();
  const { contents } = parseDocument(source.text, { version: '1.1', lineCounter: counter, merge: true, strict: false, uniqueKeys: false });
  const result = { root: contents as Node | null, counter };
  PARSED.set(source, result);
  return result;
}

/** The value of an entry, and the node at which it is shown: the key of a map's entry, the item of a list. */
function child(node: Node, step: string | number): { value: Node | null; at: Node } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)] as Node | undefined;
    return item && { value: item, at: item };
  }
  const pair = isMap(node) ? [...node.items].reverse().find(({ key }) => isScalar(key) && String(key.value) === String(step)) : undefined;
  return pair && { value: pair.value as Node | null, at: pair.key as Node };
}
