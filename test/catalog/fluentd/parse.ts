/** A section of a fluentd configuration as the tests read it. */
export interface Parsed {
  readonly name: string;
  readonly argument: string;
  readonly params: { [name: string]: ParsedValue };
  readonly sections: Parsed[];
}

/** Text, a list or object (JSON), or code that Ruby runs. */
export type ParsedValue = string | unknown[] | { readonly ruby: string };

/**
 * Reads fluentd's configuration language, independently of the writer: `<name argument>`, `name value`, `</name>`, comments; bare words, both quotes, JSON.
 * Only a line feed ends a line there: the other line separators of Unicode are ordinary signs.
 */
export function parseConfig(text: string): Parsed[] {
  const root: Parsed = { name: 'ROOT', argument: '', params: {}, sections: [] };
  const open = [root];
  for (const line of text.split('\n').map((raw) => raw.trim()).filter((raw) => raw !== '' && !raw.startsWith('#'))) {
    const current = open[open.length - 1];
    const end = /^<\/(\w+)>$/.exec(line);
    const begin = /^<(\w+)(?: +(.*))?>$/s.exec(line);
    if (end) {
      if (open.length === 1 || current.name !== end[1]) {
        throw new Error(`</${end[1]}> closes ${current.name}`);
      }
      open.pop();
    } else if (begin) {
      const section = { name: begin[1], argument: begin[2] ?? '', params: {}, sections: [] };
      current.sections.push(section);
      open.push(section);
    } else {
      const [, key, value] = /^(\S+)(?: +(.*))?$/s.exec(line)!;
      if (key in current.params) {
        throw new Error(`${key} is given twice in ${current.name}`);
      }
      current.params[key] = parseValue(value ?? '');
    }
  }
  if (open.length !== 1) {
    throw new Error(`${open[open.length - 1].name} is not closed`);
  }
  return root.sections;
}

function parseValue(text: string): ParsedValue {
  switch (text[0]) {
    case '[':
    case '{': return JSON.parse(text);
    case '\'': return quoted(text, '\'', (sign) => (sign === '\'' || sign === '\\' ? sign : `\\${sign}`));
    case '"': {
      const ruby = /^"#\{(.*)\}"$/s.exec(text);
      return ruby ? { ruby: ruby[1] } : quoted(text, '"', (sign) => ({ n: '\n', r: '\r', t: '\t', f: '\f', b: '\b' })[sign] ?? sign);
    }
    default:
      if (/\s#/.test(text)) {
        throw new Error(`the value ${text} ends in a comment`);
      }
      return text;
  }
}

function quoted(text: string, quote: string, unescape: (sign: string) => string): string {
  let value = '';
  for (let i = 1; i < text.length; i++) {
    if (text[i] === quote) {
      if (i !== text.length - 1) {
        throw new Error(`${text} goes on after its closing quote`);
      }
      return value;
    }
    if (quote === '"' && text.startsWith('#{', i)) {
      throw new Error(`${text} runs Ruby in the middle of a text`);
    }
    value += text[i] === '\\' ? unescape(text[++i]) : text[i];
  }
  throw new Error(`${text} has no closing quote`);
}

/** All sections, inner ones included, each after its parent. */
export function allSections(sections: Parsed[]): Parsed[] {
  return sections.flatMap((section) => [section, ...allSections(section.sections)]);
}

/** The entries of a list that Ruby makes of variables and texts, in a container with such an environment. */
export function listOf(value: ParsedValue | undefined, env: { [name: string]: string | undefined }): unknown {
  const list = typeof value === 'object' && 'ruby' in value ? /^\[(.*)\]\.to_json$/s.exec(value.ruby) : undefined;
  if (!list) {
    return value;
  }
  const entries = [...list[1].matchAll(/ENV\['(\w+)'\]|'((?:[^\\']|\\.)*)'/gs)];
  expect(entries.map(([entry]) => entry).join()).toBe(list[1]);
  return entries.map(([, name, text]) => (name === undefined ? text.replace(/\\(.)/gs, '$1') : env[name]));
}
