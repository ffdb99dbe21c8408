/** A reader of collectd's configuration, made from its grammar (src/liboconfig/scanner.l, parser.y) and not from our writer. */
export interface Parsed {
  readonly name: string;
  readonly args: string[];
  readonly entries: { readonly key: string; readonly values: string[] }[];
  readonly blocks: Parsed[];
}

const TOKEN = /(?<space>[ \t\b]+|#[^\n]*|\\\r?\n)|(?<end>\r?\n)|(?<quoted>"(?:[^\\"]+|\\[^\n])*")|(?<bare>[\w.+:[\]-]+)|(?<sign>[</>])/y;

interface Token {
  readonly kind: 'end' | 'quoted' | 'bare' | 'sign';
  readonly text: string;
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const { groups } = TOKEN.exec(text) ?? (() => { throw new Error(`collectd cannot read: ${text.slice(at, at + 40)}`); })();
    const [kind, token] = Object.entries(groups!).find(([, value]) => value !== undefined)!;
    if (kind !== 'space') {
      found.push({ kind: kind as Token['kind'], text: kind === 'quoted' ? token.slice(1, -1).replace(/\\(.)/gs, '$1') : token });
    }
  }
  return found;
}

export function parseConfig(text: string): Parsed {
  const lines: Token[][] = [[]];
  for (const token of tokens(text)) {
    if (token.kind === 'end') {
      lines.push([]);
    } else {
      lines.at(-1)!.push(token);
    }
  }
  expect(lines.at(-1)).toEqual([]); // the last line ends too
  const root: Parsed = { name: '', args: [], entries: [], blocks: [] };
  const open = [root];
  for (const line of lines.filter(({ length }) => length > 0)) {
    const texts = line.map((token) => token.text);
    const [first, second] = line;
    if (first.kind !== 'sign') {
      expect(first.kind).toBe('bare');
      open.at(-1)!.entries.push({ key: texts[0], values: texts.slice(1) });
    } else if (second.kind === 'sign') {
      expect(texts).toEqual(['<', '/', open.pop()!.name, '>']);
    } else {
      expect([texts[0], texts.at(-1)]).toEqual(['<', '>']);
      const block: Parsed = { name: texts[1], args: texts.slice(2, -1), entries: [], blocks: [] };
      open.at(-1)!.blocks.push(block);
      open.push(block);
    }
  }
  expect(open).toEqual([root]);
  return root;
}

/** All blocks, however deep. */
export function allBlocks(parsed: Parsed): Parsed[] {
  return parsed.blocks.flatMap((block) => [block, ...allBlocks(block)]);
}

/** The values of a directive in a block, in order. */
export function valuesOf(parsed: Parsed, key: string): string[][] {
  return parsed.entries.filter((entry) => entry.key === key).map(({ values }) => values);
}
