import { load } from 'js-yaml';
import { Written } from '../util';

/** What follows from everything else: the checksum, and the reasons for what is there. */
const FOLLOWS = /config-checksum|cdk8s-daemons\/allow\./;

/**
 * What differs between the objects of two definitions, line by line: `- ` only in the first, `+ ` only in the second. Entries of lists are told by their names, so
 * that one that is new moves no other; files in YAML by what they say.
 */
export function differences(before: Written[], after: Written[]): string[] {
  const [was, is] = [before, after].map((objects) => objects.flatMap((object) => lines(object, object.kind)));
  return [...was.filter((line) => !is.includes(line)).map((line) => `- ${line}`), ...is.filter((line) => !was.includes(line)).map((line) => `+ ${line}`)].sort();
}

function lines(value: unknown, path: string): string[] {
  if (FOLLOWS.test(path)) {
    return [];
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? [] : value.flatMap((entry) => lines(entry, idOf(entry) === undefined ? `${path}[]` : `${path}[${idOf(entry)}]`));
  }
  if (typeof value === 'object' && value !== null) {
    const inner = Object.entries(value).flatMap(([key, own]) => lines(/\.ya?ml$/.test(key) && typeof own === 'string' ? load(own) : own, `${path}.${key}`));
    return inner.length > 0 ? inner : [`${path} {}`];
  }
  return [`${path} ${String(value)}`];
}

/** A rule of a role is told by itself, everything else by what Kubernetes merges lists by. */
function idOf(entry: unknown): string | undefined {
  const { mountPath, name, key, resources, nonResourceURLs } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
  const id = mountPath ?? name ?? key ?? resources ?? nonResourceURLs;
  return id === undefined ? undefined : String(id);
}
