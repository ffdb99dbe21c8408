/**
 * The configuration language of gmond (libConfuse) as data, and its text.
 *
 * Upstream: libconfuse src/lexer.l. A text is in double quotes, with the escapes of C; `${NAME}` in it is the environment variable. A backslash before a sign
 * that is no such escape stands for the sign, so it hides a dollar as well.
 */

/** The value of an environment variable. */
export class Variable {
  constructor(public readonly name: string) {
  }
}

export type Value = string | number | boolean | Variable;

/** `name { key = value … }`. What is undefined is not written. */
export interface Section {
  readonly name: string;
  readonly options?: { readonly [key: string]: Value | undefined };
  readonly sections?: readonly Section[];
}

/** The text of a configuration. */
export function printConfig(sections: readonly Section[]): string {
  return sections.map((section) => `${printSection(section, '').join('\n')}\n`).join('\n');
}

function printSection({ name, options = {}, sections = [] }: Section, indent: string): string[] {
  return [
    `${indent}${name} {`,
    ...Object.entries(options).flatMap(([key, value]) => (value === undefined ? [] : [`${indent}  ${key} = ${printValue(value)}`])),
    ...sections.flatMap((section) => printSection(section, `${indent}  `)),
    `${indent}}`,
  ];
}

function printValue(value: Value): string {
  if (value instanceof Variable) {
    return `"\${${value.name}}"`;
  }
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  return typeof value === 'string' ? `"${value.replace(/[\\"$]/g, '\\$&')}"` : String(value);
}
