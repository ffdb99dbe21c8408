import { load, State } from 'js-yaml';
import { DEPTH_MAX, NULL, YAML_1_1_UNMERGED } from './yaml-types';

/** A place in a text; both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Entry {
  readonly key: Placed;
  /** Null where there is only a key. */
  readonly value: Placed | null;
}

/** A value of a text and where it begins. */
export class Placed {
  public constructor(public readonly position: Position, private readonly keys: Placed[], private readonly value?: unknown) {}

  /** As the name of an entry. */
  public get name(): string {
    return String(this.value);
  }

  /** The reader of YAML makes a text of each key: here its number, so that a key that is there twice stays there twice. */
  public toString(): string {
    return String(this.keys.push(this) - 1);
  }

  /** The reader of YAML takes the texts of such objects only as have a kind of their own. */
  public get [Symbol.toStringTag](): string {
    return 'Placed';
  }
}

export class PlacedList extends Placed {
  public constructor(position: Position, keys: Placed[], public readonly items: readonly (Placed | null)[]) {
    super(position, keys);
  }
}

export class PlacedMap extends Placed {
  private byName?: ReadonlyMap<string, Entry>;

  public constructor(position: Position, keys: Placed[], public readonly entries: readonly Entry[]) {
    super(position, keys);
  }

  /** The last entry of that name, which is the one that counts. */
  public find(name: string): Entry | undefined {
    this.byName ??= new Map(this.entries.map((entry) => [entry.key.name, entry]));
    return this.byName.get(name);
  }
}

/**
 * The values of a document with their places; undefined where it has none or cannot be read. Aliases are not followed: as lists and maps they
 * are empty. It is a second reading, in which every value is changed for one that knows its place, and so only done where a place is asked for.
 */
export function placesOf(text: string): Placed | undefined {
  const open: Position[] = [];
  const keys: Placed[] = [];
  const listener = (event: string, state: State): void => {
    if (event === 'open') {
      open.push({ line: state.line + 1, column: state.position - state.lineStart + 1 });
    } else {
      state.result = placed(state, open.pop()!, keys);
    }
  };
  const options = { schema: YAML_1_1_UNMERGED, maxDepth: DEPTH_MAX, listener };
  try {
    return (load(text, options) as Placed | null | undefined) ?? undefined;
  } catch {
    return undefined;
  }
}

function placed({ kind, result }: State, position: Position, keys: Placed[]): Placed {
  // what may have been a key and was none is already placed
  return result instanceof Placed ? result
    : Array.isArray(result) ? new PlacedList(position, keys, kind === 'sequence' ? result.map((item) => itemOf(item, keys)) : [])
      : isMap(result) ? new PlacedMap(position, keys, kind === 'mapping' ? entriesOf(result, keys) : [])
        : new Placed(position, keys, result);
}

/** An entry that stands in a list, as in `[a: 1]`, is a map. */
function itemOf(item: unknown, keys: Placed[]): Placed | null {
  if (!isMap(item)) {
    return item as Placed | null;
  }
  const entries = entriesOf(item, keys);
  return new PlacedMap(entries[0].key.position, keys, entries);
}

function entriesOf(map: object, keys: Placed[]): Entry[] {
  return Object.entries(map).map(([number, value]) => ({ key: keys[Number(number)], value: value as Placed | null }));
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && value !== NULL && !(value instanceof Placed);
}
