import { load, YAMLException } from 'js-yaml';
import { Placed, PlacedList, PlacedMap, placesOf } from './places';
import { DEPTH_MAX, NULL, YAML_1_1 } from './yaml-types';

/** JSON, where whole numbers beyond 2^53 are bigint. */
export type Value = null | boolean | number | bigint | string | Value[] | { [key: string]: Value };

/** One document with the paths of keys that are there twice, or why it cannot be read; line and column count from 1. */
export type ReadYaml = { readonly value: Value; readonly duplicates: readonly string[] }
| { readonly error: string; readonly line?: number; readonly column?: number };

/** Aliases can make much of little: no manifest has so many values. */
const VALUES_MAX = 1_000_000;

/** Only where one of these is, a list or a map can be a key: that is seldom, and only then looked at more closely. */
const COMPLEX_KEY = /(?:^|[\s[{,])\?\s|[\]}]\s*:|\s:\s/;

/** Reads a document as kubectl does: YAML 1.1, as JSON. Of a key that is there twice the last one counts. */
export function readYaml(text: string): ReadYaml {
  const [, version] = /^%YAML\s+(\S+)/m.exec(text) ?? [];
  if (version !== undefined && version !== '1.1') {
    return { error: `the document is YAML ${version}, and Kubernetes reads YAML 1.1; leave the line %YAML out`, line: 1, column: 1 };
  }
  try {
    return complexKey(text) ?? loaded(text);
  } catch (error) {
    return readError(error as Error, text);
  }
}

/** Only where a key is there twice the document is looked at a second time. */
function loaded(text: string): ReadYaml {
  const options = { schema: YAML_1_1, maxDepth: DEPTH_MAX };
  try {
    return { value: plain(load(text, options) ?? NULL, text), duplicates: [] };
  } catch (error) {
    if (error instanceof YAMLException && error.reason === 'duplicated mapping key') {
      return { value: plain(load(text, { ...options, json: true }) ?? NULL, text), duplicates: duplicateKeys(text) };
    }
    throw error;
  }
}

function readError(error: Error, text: string): ReadYaml {
  if (error instanceof YAMLException) {
    // what is missing at the end is told of a line that is not there
    const lines = text.trimEnd().split('\n').length;
    // the name of an alias may be a value that wants quotes, and a secret
    return { error: error.reason.replace(/^(unidentified alias) .*$/s, '$1; a text that begins with * needs quotes'), ...(error.mark && { line: Math.min(error.mark.line + 1, lines), column: error.mark.column + 1 }) };
  }
  return { error: error instanceof RangeError ? 'lists and maps lie too deep within each other' : error.message };
}

function complexKey(text: string): ReadYaml | undefined {
  const found = COMPLEX_KEY.test(text) ? keysOf(placesOf(text)).find(({ key }) => key instanceof PlacedMap || key instanceof PlacedList) : undefined;
  return found && { error: 'a list or a map cannot be a key', ...found.key.position };
}

function duplicateKeys(text: string): string[] {
  return [...new Set(keysOf(placesOf(text)).filter(({ isDuplicate }) => isDuplicate).map(({ path }) => path))];
}

interface Key {
  readonly key: Placed;
  readonly path: string;
  /** Whether it is in its map for the second time. */
  readonly isDuplicate: boolean;
}

/** Every key of a document, in the order of the text. */
function keysOf(root: Placed | undefined): Key[] {
  const found: Key[] = [];
  const look = (value: Placed | null | undefined, path: string): void => {
    if (value instanceof PlacedList) {
      value.items.forEach((item, index) => look(item, `${path}[${index}]`));
    } else if (value instanceof PlacedMap) {
      const names = new Set<string>();
      value.entries.forEach((entry) => {
        const { name } = entry.key;
        const own = path === '' ? name : `${path}.${name}`;
        found.push({ key: entry.key, path: own, isDuplicate: names.has(name) && name !== '<<' });
        names.add(name);
        look(entry.value, own);
      });
    }
  };
  look(root, '');
  return found;
}

/** The value without what is only known while it is read: null is null again, and nothing is in two places. */
function plain(root: unknown, text: string): Value {
  return text.includes('*') ? copied(root) : withNull(root);
}

/** Without aliases nothing is shared: the value itself is changed. */
function withNull(value: unknown): Value {
  if (value === NULL) {
    return null;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = value as Record<string, unknown>;
    Object.keys(fields).filter((key) => typeof fields[key] === 'object').forEach((key) => {
      fields[key] = withNull(fields[key]);
    });
  }
  return value as Value;
}

/** A copy. */
function copied(root: unknown): Value {
  const open = new Set<unknown>();
  let count = 0;
  const copy = (value: unknown): Value => {
    if (++count > VALUES_MAX) {
      throw new Error(`aliases make more than ${VALUES_MAX.toLocaleString('en')} values of it`);
    }
    if (typeof value !== 'object' || value === null) {
      return value as Value;
    }
    if (value === NULL) {
      return null;
    }
    if (open.has(value)) {
      throw new Error('an alias refers to what it is part of');
    }
    open.add(value);
    const result = Array.isArray(value) ? value.map(copy) : Object.fromEntries(Object.entries(value).map(([key, field]) => [key, copy(field)]));
    open.delete(value);
    return result;
  };
  return copy(root);
}
