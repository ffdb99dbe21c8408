/** A value of Logstash's language; undefined parameters are left out. */
export type LogstashValue = string | number | boolean | readonly string[] | { readonly [key: string]: string | boolean } | NamedPlugin | undefined;

/** A plugin with its parameters; a codec is one inside of another. */
export class NamedPlugin {
  constructor(public readonly name: string, public readonly params: { readonly [name: string]: LogstashValue } = {}) {
  }
}

/** Plugins that are for some events only. */
export class Conditional {
  constructor(public readonly condition: string, public readonly plugins: readonly (NamedPlugin | Conditional)[]) {
  }
}

/** A plugin in one of the three blocks, or text of the user's own. */
export type LogstashPlugin = NamedPlugin | Conditional | string;

/** `input`, `filter` or `output`. */
export interface LogstashBlock {
  readonly name: string;
  readonly plugins: readonly LogstashPlugin[];
}

/**
 * A pipeline in Logstash's own language (upstream: logstash-core lib/logstash/config/grammar.treetop). Blocks without a plugin are left out. Texts are written
 * as they are, line breaks included; those that `unwritableTexts` finds would be read as something else.
 */
export function printPipeline(blocks: readonly LogstashBlock[]): string {
  return blocks.filter(({ plugins }) => plugins.length > 0).map(({ name, plugins }) => `${printBlock(name, plugins, '')}\n`).join('\n');
}

/**
 * Texts that the language has no way to write: those with both kinds of quotes, and those with a backslash at the end, which would take the closing quote for
 * a part of the text. `config.support_escapes` would help, but change every backslash of the user's own text.
 */
export function unwritableTexts(blocks: readonly LogstashBlock[]): string[] {
  return [...new Set(blocks.flatMap(({ plugins }) => plugins).flatMap(textsOfPlugin))].filter((text) => quoteFor(text) === undefined);
}

function textsOfPlugin(plugin: LogstashPlugin): string[] {
  if (plugin instanceof Conditional) {
    return plugin.plugins.flatMap(textsOfPlugin);
  }
  return typeof plugin === 'string' ? [] : Object.values(plugin.params).flatMap(textsOf);
}

function textsOf(value: LogstashValue): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  if (value instanceof NamedPlugin) {
    return textsOfPlugin(value);
  }
  return typeof value === 'object' ? Object.entries(value).flat().filter((text) => typeof text === 'string') : [];
}

function printBlock(head: string, plugins: readonly LogstashPlugin[], indent: string): string {
  return [`${indent}${head} {`, ...plugins.map((plugin) => printPlugin(plugin, `${indent}  `)), `${indent}}`].join('\n');
}

function printPlugin(plugin: LogstashPlugin, indent: string): string {
  if (plugin instanceof Conditional) {
    return printBlock(`if ${plugin.condition}`, plugin.plugins, indent);
  }
  // the user's own text is not indented: it may hold texts of several lines
  return typeof plugin === 'string' ? plugin.trimEnd() : `${indent}${printNamed(plugin, indent)}`;
}

function printNamed({ name, params }: NamedPlugin, indent: string): string {
  const said = Object.entries(params).filter(([, value]) => value !== undefined);
  return said.length === 0 ? `${name} { }`
    : [`${name} {`, ...said.map(([param, value]) => `${indent}  ${param} => ${printValue(value, `${indent}  `)}`), `${indent}}`].join('\n');
}

function printValue(value: LogstashValue, indent: string): string {
  if (value instanceof NamedPlugin) {
    return printNamed(value, indent);
  }
  if (typeof value === 'string') {
    return quoted(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map(quoted).join(', ')}]`;
  }
  return typeof value === 'object' ? `{ ${Object.entries(value).map(([key, entry]) => `${quoted(key)} => ${printValue(entry, indent)}`).join(' ')} }` : String(value);
}

function quoted(text: string): string {
  const quote = quoteFor(text) ?? '"';
  return `${quote}${text}${quote}`;
}

/** A quote inside of its own kind is read together with a backslash before it, both as part of the text. */
function quoteFor(text: string): string | undefined {
  return text.endsWith('\\') ? undefined : [/^(\\"|[^"])*$/, /^(\\'|[^'])*$/].flatMap((fits, index) => (fits.test(text) ? ['"\''[index]] : []))[0];
}
