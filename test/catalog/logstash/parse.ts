/** A pipeline as the tests read it, by the rules of Logstash's own grammar (logstash-core lib/logstash/config/grammar.treetop). */
export type ParsedValue = string | number | boolean | ParsedValue[] | ParsedPlugin | { [key: string]: ParsedValue };

export interface ParsedPlugin {
  readonly plugin: string;
  /** The conditions under which it runs, the outermost first. */
  readonly when: string[];
  readonly params: { readonly [name: string]: ParsedValue };
}

export interface ParsedPipeline {
  readonly [block: string]: ParsedPlugin[];
}

/** A quote behind a backslash does not end a text, and both are part of it. */
const TOKENS = /\s+|#[^\n]*|"(?:\\"|[^"])*"|'(?:\\'|[^'])*'|=>|==|=~|!=|[{}[\],]|-?\d+(?:\.\d+)?(?![\w.])|[A-Za-z_@][\w@-]*|./g;

/** @throws for what Logstash would not read */
export function parsePipeline(text: string): ParsedPipeline {
  const tokens = [...text.matchAll(TOKENS)].map(([token]) => token).filter((token) => !/^(\s|#)/.test(token));
  let at = 0;
  const peek = () => tokens[at];
  const take = (expected?: string): string => {
    const token = tokens[at++];
    if (token === undefined || (expected !== undefined && token !== expected)) {
      throw new Error(`expected ${expected ?? 'something'}, and there is ${token} after ${tokens.slice(Math.max(0, at - 6), at - 1).join(' ')}`);
    }
    return token;
  };
  const until = <T>(end: string, read: () => T): T[] => {
    const list: T[] = [];
    while (peek() !== end) {
      list.push(read());
    }
    take(end);
    return list;
  };
  const value = (): ParsedValue => {
    const token = take();
    if (/^["']./s.test(token)) {
      return token.slice(1, -1);
    }
    if (token === '[') {
      return until(']', () => {
        const entry = value();
        return peek() === ',' ? (take(), entry) : entry;
      });
    }
    if (token === '{') {
      return Object.fromEntries(until('}', () => {
        const key = value() as string;
        take('=>');
        return [key, value()];
      }));
    }
    if (/^-?\d/.test(token)) {
      return Number(token);
    }
    if (token === 'true' || token === 'false') {
      return token === 'true';
    }
    return peek() === '{' ? plugin(token) : name(token);
  };
  const name = (token: string): string => {
    if (!/^[A-Za-z_]\w*$/.test(token)) {
      throw new Error(`'${token}' is no name`);
    }
    return token;
  };
  const plugin = (token: string, when: string[] = []): ParsedPlugin => {
    take('{');
    const params = Object.fromEntries(until('}', () => {
      const param = name(take());
      take('=>');
      return [param, value()];
    }));
    return { plugin: name(token), when, params };
  };
  const statements = (when: string[] = []): ParsedPlugin[] => {
    take('{');
    return until('}', () => {
      const token = take();
      if (token !== 'if') {
        return [plugin(token, when)];
      }
      const condition: string[] = [];
      while (peek() !== '{') {
        condition.push(take());
      }
      return statements([...when, condition.join(' ').replace(/\[ (\S+) \]/g, '[$1]').replace(/\] \[/g, '][')]);
    }).flat();
  };
  const blocks: { [block: string]: ParsedPlugin[] } = {};
  while (at < tokens.length) {
    const block = take();
    if (!['input', 'filter', 'output'].includes(block)) {
      throw new Error(`there is no block '${block}'`);
    }
    blocks[block] = statements();
  }
  return blocks;
}
