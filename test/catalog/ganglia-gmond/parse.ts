/** A reader of gmond's configuration, made from libConfuse's grammar (src/lexer.l) and not from our writer. */
export interface Parsed {
  readonly name: string;
  readonly options: { [key: string]: string };
  readonly sections: Parsed[];
}

const TOKEN = /\s+|(?:#|\/\/)[^\n]*|\/\*.*?\*\/|(?<quoted>"(?:[^\\"]|\\.)*")|(?<sign>[{}=])|(?<bare>[^\s{}="#]+)/sy;

/** @param env the variables of the container, which libConfuse puts in */
export function parseConfig(text: string, env: { readonly [name: string]: string } = {}): Parsed {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const { quoted, sign, bare } = TOKEN.exec(text)!.groups!;
    const token = quoted === undefined ? sign ?? bare : `"${textOf(quoted.slice(1, -1), env)}`;
    tokens.push(...(token === undefined ? [] : [token]));
  }
  const root: Parsed = { name: '', options: {}, sections: [] };
  const open = [root];
  while (tokens.length > 0) {
    const [name, sign, value] = tokens;
    if (name === '}') {
      tokens.shift();
      open.pop();
    } else if (sign === '=') {
      tokens.splice(0, 3);
      open.at(-1)!.options[name] = value.replace(/^"/, '');
    } else {
      expect(sign).toBe('{');
      tokens.splice(0, 2);
      const section: Parsed = { name, options: {}, sections: [] };
      open.at(-1)!.sections.push(section);
      open.push(section);
    }
  }
  expect(open).toEqual([root]);
  return root;
}

/** Escapes of C, and `${NAME:-instead}`; a backslash before any other sign stands for that sign. */
function textOf(quoted: string, env: { readonly [name: string]: string }): string {
  return quoted.replace(/\$\{([^}]*)\}|\\([0-7]{1,3})|\\x([0-9a-fA-F]{1,2})|\\(.)/gs, (_, variable, octal, hex, sign) => {
    if (variable !== undefined) {
      const [name, ...instead] = variable.split(':-');
      return env[name] ?? instead.join(':-');
    }
    const code = octal === undefined ? hex === undefined ? undefined : parseInt(hex, 16) : parseInt(octal, 8);
    return code === undefined ? ESCAPES[sign] ?? sign : String.fromCharCode(code);
  });
}

const ESCAPES: { readonly [sign: string]: string } = { a: '\x07', b: '\b', e: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

export function sections(parsed: Parsed, name: string): Parsed[] {
  return parsed.sections.filter((section) => section.name === name);
}
