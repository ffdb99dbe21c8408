import { load, YAMLException } from 'js-yaml';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { NULL, YAML_1_1 } from './yaml-types';

/** JSON, where whole numbers beyond 2^53 are bigint. */
export type Value = null | boolean | number | bigint | string | Value[] | { [key: string]: Value };

/** One document with the paths of keys that are there twice, or why it cannot be read; line and column count from 1. */
export type ReadYaml = { readonly value: Value; readonly duplicates: readonly string[] }
| { readonly error: string; readonly line?: number; readonly column?: number };

/** Aliases can make much of little: no manifest has so many values. */
const VALUES_MAX = 1_000_000;

/** Deeper than this no object of Kubernetes is; JavaScript's own stack ends not much deeper. */
const DEPTH_MAX = 1_000;

/** What makes a list or a map the key of another map; seldom seen, so that only then it is looked at more closely. */
const COMPLEX_KEY = /^\s*\?|[\]}]\s*:/m;

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
    return { value: plain(load(text, options) ?? NULL), duplicates: [] };
  } catch (error) {
    if (error instanceof YAMLException && error.reason === 'duplicated mapping key') {
      return { value: plain(load(text, { ...options, json: true }) ?? NULL), duplicates: duplicateKeys(text) };
    }
    throw error;
  }
}

function readError(error: Error, text: string): ReadYaml {
  if (error instanceof YAMLException) {
    // what is missing at the end is told of a line that is not there
    const lines = text.trimEnd().split('\n').length;
    return { error: error.reason, ...(error.mark && { line: Math.min(error.mark.line + 1, lines), column: error.mark.column + 1 }) };
  }
  return { error: error instanceof RangeError ? 'lists and maps lie too deep within each other' : error.message };
}

function complexKey(text: string): ReadYaml | undefined {
  if (!COMPLEX_KEY.test(text)) {
    return undefined;
  }
  const counter = new LineCounter();
  let found: ReadYaml | undefined;
  visit(parseDocument(text, { version: '1.1', lineCounter: counter, merge: true }), {
    Pair(_, { key }) {
      if (isMap(key) || isSeq(key)) {
        const { line, col } = counter.linePos(key.range?.[0] ?? 0);
        found ??= { error: 'a list or a map cannot be a key', line, column: col };
      }
    },
  });
  return found;
}

function duplicateKeys(text: string): string[] {
  const found: string[] = [];
  const look = (node: unknown, path: string): void => {
    if (isSeq(node)) {
      node.items.forEach((item, index) => look(item, `${path}[${index}]`));
    } else if (isMap(node)) {
      const keys = node.items.map(({ key }) => String(isScalar(key) ? key.value : key));
      node.items.forEach(({ value }, index) => {
        const own = path === '' ? keys[index] : `${path}.${keys[index]}`;
        found.push(...(keys.indexOf(keys[index]) < index && keys[index] !== '<<' ? [own] : []));
        look(value, own);
      });
    }
  };
  look(parseDocument(text, { version: '1.1', uniqueKeys: false }).contents, '');
  return [...new Set(found)];
}

/** A copy that shares nothing, where null is null again. */
function plain(root: unknown): Value {
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
