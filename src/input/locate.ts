import { Document } from './documents';
import { Placed, PlacedList, PlacedMap, placesOf, Position } from './places';

/** Questions about a document come one after the other: what was found out for the last is kept. */
const placesOfLast = keepLast(placesOf);
const linesOfLast = keepLast((text) => text.split('\n'));

/**
 * Where a field stands in its file, by Kubernetes' own field path: `spec.containers[0].name`, `metadata.labels[a.b/c]`. Where the field is not there,
 * what is nearest to it.
 */
export function locate(document: Document, path: string): Position {
  // the server has put what is written as stringData into data when it judges it
  const paths = path.startsWith('data[') ? [path, path.replace('data', 'stringData')] : [path];
  const [{ position: { line, column } }] = paths.map((one) => nearest(document, one)).sort((a, b) => a.missing - b.missing);
  return { line: line + document.source.firstLine - 1, column };
}

/** What is nearest to a field, and how many steps are missing to it. */
function nearest({ source }: Document, path: string): { readonly position: Position; readonly missing: number } {
  const all = [...source.within, ...steps(path)];
  const root = placesOfLast(source.text);
  let [value, at]: [Placed | null | undefined, Placed | undefined] = [root, root];
  let missing = all.length;
  for (const step of all) {
    const next = child(value, step);
    if (next === undefined) {
      break;
    }
    [value, at] = [next.value, next.at];
    missing--;
  }
  return { position: at?.position ?? { line: 1, column: 1 }, missing };
}

/** The text of a line of the file, as far as it belongs to the document. */
export function sourceLine({ source }: Document, line: number): string | undefined {
  return linesOfLast(source.text)[line - source.firstLine];
}

/** Labels and annotations of a template are reported as fields of the template itself. */
function steps(path: string): (string | number)[] {
  const metadata = path.replace(/^(spec(?:\.jobTemplate\.spec)?\.template)\.(labels|annotations)\b/, '$1.metadata.$2');
  return [...metadata.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map(([, index, name]) => (index === undefined ? name : /^\d+$/.test(index) ? Number(index) : index));
}

/** The value of an entry, and what it is shown at: the key of a map's entry, the item of a list. */
function child(value: Placed | null | undefined, step: string | number): { readonly value: Placed | null; readonly at: Placed } | undefined {
  if (value instanceof PlacedMap) {
    const entry = value.find(String(step)) ?? value.find(lowerFirst(String(step)));
    return entry && { value: entry.value, at: entry.key };
  }
  const item = value instanceof PlacedList ? value.items[Number(step)] : undefined;
  return item ? { value: item, at: item } : undefined;
}

/** Upstream writes some fields as Go does: `spec.LoadBalancerSourceRanges`. */
function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function keepLast<T>(make: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly made: T } | undefined;
  return (text) => {
    if (last?.text !== text) {
      last = { text, made: make(text) };
    }
    return last.made;
  };
}
