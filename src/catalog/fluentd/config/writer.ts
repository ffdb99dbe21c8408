/**
 * Fluentd's configuration language ("v1" format) as data, and its text.
 *
 * Upstream: fluentd lib/fluent/config/{basic_parser,literal_parser,v1_parser}.rb. A value is a bare word, a text in single quotes (escapes `\'`
 * and `\\` only), a text in double quotes (more escapes, and `#{}` is run as Ruby), or JSON where it begins with `[` or `{`.
 */

/** A value that is run as Ruby when Fluentd reads its configuration. */
export class Ruby {
  /** The value of an environment variable, whatever signs it has: it is not read as configuration again. */
  public static env(name: string): Ruby {
    return new Ruby(`ENV['${name}']`);
  }

  /** A list some of whose entries are only known on the node: the text of a JSON array, which is what Fluentd reads lists from. */
  public static list(entries: (string | Ruby)[]): Ruby {
    return new Ruby(`[${entries.map((entry) => (entry instanceof Ruby ? entry.code : `'${entry.replace(/[\\']/g, '\\$&')}'`)).join()}].to_json`);
  }

  constructor(public readonly code: string) {
  }
}

export type Value = string | number | boolean | Ruby | string[] | { [key: string]: string }[];

/** `<name argument>`, parameters, sections, `</name>`. Parameters that are undefined are not written. */
export interface Section {
  readonly name: string;
  readonly argument?: string;
  readonly params?: { readonly [name: string]: Value | undefined };
  readonly sections?: Section[];
}

/** The text of a configuration. Strings among the sections are written as they are. */
export function printConfig(parts: (Section | string)[]): string {
  return parts.map((part) => (typeof part === 'string' ? `${part.trimEnd()}\n` : `${printSection(part, '').join('\n')}\n`)).join('\n');
}

function printSection({ name, argument, params = {}, sections = [] }: Section, indent: string): string[] {
  const inner = `${indent}  `;
  return [
    `${indent}<${name}${argument === undefined ? '' : ` ${argument}`}>`,
    ...Object.entries(params).filter(([, value]) => value !== undefined).map(([key, value]) => `${inner}${key} ${printValue(value!)}`),
    ...sections.flatMap((section) => printSection(section, inner)),
    `${indent}</${name}>`,
  ];
}

export function printValue(value: Value): string {
  if (value instanceof Ruby) {
    return `"#{${value.code}}"`;
  }
  if (typeof value === 'object') {
    // newer parsers run `#{}` inside JSON too
    return JSON.stringify(value).replaceAll('#', '\\u0023');
  }
  return typeof value === 'string' ? printString(value) : String(value);
}

/** Signs of which no parser makes anything else: no space, quote, bracket or `#`. */
const BARE = /^[\w./:@%*+,=<>|~^$!?&;-]+$/;

const ESCAPES: { [sign: string]: string } = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f', '\b': '\\b', '#{': '\\#{' };

function printString(text: string): string {
  if (BARE.test(text)) {
    return text;
  }
  return /[\n\r\t\f\b]/.test(text)
    ? `"${text.replace(/#\{|[\\"\n\r\t\f\b]/g, (sign) => ESCAPES[sign])}"`
    : `'${text.replace(/[\\']/g, '\\$&')}'`;
}
