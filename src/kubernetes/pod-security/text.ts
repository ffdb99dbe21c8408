/* The grammar of Pod Security messages. */

/** `port`, but `ports` unless there is exactly one. */
export function plural(noun: string, count: number): string {
  return count === 1 ? noun : `${noun}s`;
}

/** The verb that goes with the number of its subjects. */
export function uses(count: number): string {
  return count === 1 ? 'uses' : 'use';
}

/** `"a", "b"` */
export function quoted(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(', ');
}

/** `container "a"`, `containers "a", "b"` */
export function listed(noun: string, names: readonly string[]): string {
  return `${plural(noun, names.length)} ${quoted(names)}`;
}

/** Every value once, in Go's order of strings, which is that of their UTF-8 bytes. */
export function sortedSet(values: readonly string[]): string[] {
  return [...new Set(values)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

const GO_ESCAPES: Readonly<Record<string, string>> = {
  '\x07': '\\a', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v', '"': '\\"', '\\': '\\\\',
};

/** A string literal as Go's `%q` writes it, the form in which messages show annotation values. */
export function goLiteral(text: string): string {
  return `"${[...text].map(goCharacter).join('')}"`;
}

function goCharacter(character: string): string {
  if (character in GO_ESCAPES) {
    return GO_ESCAPES[character];
  }
  if (/[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(character)) {
    return character;
  }
  const code = (character.codePointAt(0) ?? 0).toString(16);
  if (code.length <= 2 && parseInt(code, 16) < 0x80) {
    return `\\x${code.padStart(2, '0')}`;
  }
  return code.length <= 4 ? `\\u${code.padStart(4, '0')}` : `\\U${code.padStart(8, '0')}`;
}
