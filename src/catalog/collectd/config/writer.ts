/**
 * collectd's configuration language as data, and its text.
 *
 * Upstream: collectd src/liboconfig/{scanner.l,parser.y}. A text is in double quotes; a backslash in it stands for the sign that follows, whatever it is.
 */

export type Value = string | number | boolean;

/** `Key value …`. What is undefined is not written. */
export interface Directive {
  readonly key: string;
  readonly values: readonly (Value | undefined)[];
}

/** `<Name "argument" …>`, directives and blocks, `</Name>`. */
export interface Block {
  readonly block: string;
  readonly args?: readonly string[];
  readonly entries: readonly Entry[];
}

export type Entry = Directive | Block;

/** A directive with one value; one that is undefined is not written. */
export function directive(key: string, value: Value | undefined): Directive {
  return { key, values: [value] };
}

/** The same directive for each value. */
export function directives(key: string, values: readonly Value[] = []): Directive[] {
  return values.map((value) => directive(key, value));
}

/** The text of a configuration. */
export function printConfig(entries: readonly Entry[]): string {
  return entries.flatMap((entry) => printEntry(entry, '')).map((line) => `${line}\n`).join('');
}

function printEntry(entry: Entry, indent: string): string[] {
  if ('block' in entry) {
    return [
      `${indent}<${[entry.block, ...(entry.args ?? []).map(printValue)].join(' ')}>`,
      ...entry.entries.flatMap((inner) => printEntry(inner, `${indent}  `)),
      `${indent}</${entry.block}>`,
    ];
  }
  const values = entry.values.filter((value) => value !== undefined);
  return values.length === 0 ? [] : [`${indent}${[entry.key, ...values.map(printValue)].join(' ')}`];
}

/** Texts are always quoted: bare words may have letters, digits and `_` only, and `on` would be a boolean. */
function printValue(value: Value): string {
  return typeof value === 'string' ? `"${value.replace(/[\\"]/g, '\\$&')}"` : String(value);
}
