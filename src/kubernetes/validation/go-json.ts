/** Why Go does not read a JSON object (or null) out of bytes, in Go's words. Upstream: json.Unmarshal. */
export function jsonObjectError(content: Buffer): string | undefined {
  // one character a byte, as Go reads it
  const text = content.toString('latin1');
  const syntaxError = jsonSyntaxError(text);
  if (syntaxError !== undefined) {
    return syntaxError;
  }
  const kind = JSON_KINDS.find(([start]) => start.test(text.trim()))?.[1];
  const beyond = text.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/-?\d[\d.]*(?:[eE][+-]?\d+)?/g)?.find((number) => !Number.isFinite(Number(number)));
  return kind !== undefined ? `json: cannot unmarshal ${kind} into Go value of type map[string]interface {}`
    : beyond !== undefined ? `json: cannot unmarshal number ${beyond} into Go value of type float64` : undefined;
}

const JSON_KINDS: ReadonlyArray<readonly [start: RegExp, kind: string]> = [
  [/^\[/, 'array'], [/^"/, 'string'], [/^[-\d]/, 'number'], [/^[tf]/, 'bool'],
];

interface State {
  readonly steps: ReadonlyArray<readonly [sign: RegExp, next: string]>;
  /** What is said of any other sign; without it, the value is over and the sign comes after it. */
  readonly fault?: string;
}

type Step = State['steps'][number];

const SPACE = /[ \t\r\n]/;
const VALUE: readonly Step[] = [
  [SPACE, 'value'], [/\{/, 'openObject'], [/\[/, 'openArray'], [/"/, 'string'], [/-/, 'minus'], [/0/, 'zero'], [/[1-9]/, 'integer'],
  [/t/, 'true1'], [/f/, 'false1'], [/n/, 'null1'],
];
const [KEY_FAULT, VALUE_FAULT] = ['key string', 'value'].map((what) => `looking for beginning of ${what === 'value' ? '' : 'object '}${what}`);
const FRACTION: readonly Step[] = [[/\./, 'point'], [/[eE]/, 'exponent']];
const EXPONENT_FAULT = 'in exponent of numeric literal';

const STATES: { readonly [name: string]: State } = {
  value: { steps: VALUE, fault: VALUE_FAULT },
  firstElement: { steps: [[SPACE, 'firstElement'], [/\]/, 'end'], ...VALUE], fault: VALUE_FAULT },
  firstKey: { steps: [[SPACE, 'firstKey'], [/\}/, 'end'], [/"/, 'string']], fault: KEY_FAULT },
  nextKey: { steps: [[SPACE, 'nextKey'], [/"/, 'string']], fault: KEY_FAULT },
  string: { steps: [[/"/, 'after'], [/\\/, 'escape'], [/[^\0-\x1f]/, 'string']], fault: 'in string literal' },
  escape: { steps: [[/[bfnrt\\/"]/, 'string'], [/u/, 'hex1']], fault: 'in string escape code' },
  ...hexStates(),
  minus: { steps: [[/0/, 'zero'], [/[1-9]/, 'integer']], fault: 'in numeric literal' },
  zero: { steps: FRACTION },
  integer: { steps: [[/\d/, 'integer'], ...FRACTION] },
  point: { steps: [[/\d/, 'fraction']], fault: 'after decimal point in numeric literal' },
  fraction: { steps: [[/\d/, 'fraction'], [/[eE]/, 'exponent']] },
  exponent: { steps: [[/[-+]/, 'signed'], [/\d/, 'power']], fault: EXPONENT_FAULT },
  signed: { steps: [[/\d/, 'power']], fault: EXPONENT_FAULT },
  power: { steps: [[/\d/, 'power']] },
  ...literalStates('true'),
  ...literalStates('false'),
  ...literalStates('null'),
};

/** What may follow a value, by what it is in. */
const AFTER: { readonly [place: string]: State } = {
  top: { steps: [[SPACE, 'after']], fault: 'after top-level value' },
  key: { steps: [[SPACE, 'after'], [/:/, 'value']], fault: 'after object key' },
  object: { steps: [[SPACE, 'after'], [/,/, 'nextKey'], [/\}/, 'end']], fault: 'after object key:value pair' },
  array: { steps: [[SPACE, 'after'], [/,/, 'value'], [/\]/, 'end']], fault: 'after array element' },
};

/** Why a text is no JSON, in Go's words; one character is one byte. Upstream: checkValid of encoding/json. */
export function jsonSyntaxError(text: string): string | undefined {
  const places = ['top'];
  let state = 'value';
  // upstream reads one more space, so that a number is over and half a word is an error
  for (const sign of `${text} `) {
    const after = AFTER[places[places.length - 1]];
    const current = STATES[state] ?? after;
    const next = step(current, sign) ?? (current.fault === undefined ? step(after, sign) : undefined);
    if (next === undefined) {
      return `invalid character ${quoted(sign)} ${current.fault ?? after.fault}`;
    }
    state = enter(next, places);
  }
  return places.length === 1 && state === 'after' ? undefined : 'unexpected end of JSON input';
}

function step({ steps }: State, sign: string): string | undefined {
  return steps.find(([pattern]) => pattern.test(sign))?.[1];
}

/** The state that a step leads to. Objects, their keys and arrays are kept in a list, the innermost last. */
function enter(next: string, places: string[]): string {
  const last = places.length - 1;
  if (next === 'end') {
    places.pop();
    return 'after';
  }
  if (Object.hasOwn(OPENINGS, next)) {
    const [place, state] = OPENINGS[next];
    places.push(place);
    return state;
  }
  if (next === 'nextKey') {
    places[last] = 'key';
  } else if (next === 'value' && places[last] === 'key') {
    places[last] = 'object';
  }
  return next;
}

/** What is opened, and the state that comes next. */
const OPENINGS: { readonly [step: string]: readonly [place: string, state: string] } = {
  openObject: ['key', 'firstKey'],
  openArray: ['array', 'firstElement'],
};

function hexStates(): { [name: string]: State } {
  return Object.fromEntries([1, 2, 3, 4].map((digit): [string, State] => [`hex${digit}`,
    { steps: [[/[\da-fA-F]/, digit === 4 ? 'string' : `hex${digit + 1}`]], fault: 'in \\u hexadecimal character escape' }]));
}

function literalStates(word: string): { [name: string]: State } {
  return Object.fromEntries([...word].slice(1).map((letter, index): [string, State] => [`${word}${index + 1}`, {
    steps: [[new RegExp(letter), index + 2 === word.length ? 'after' : `${word}${index + 2}`]],
    fault: `in literal ${word} (expecting '${letter}')`,
  }]));
}

const ESCAPES: { readonly [sign: string]: string } = {
  "'": "\\'", '\\': '\\\\', '\x07': '\\a', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v',
};

/** Upstream: quoteChar of encoding/json. */
function quoted(sign: string): string {
  const code = sign.charCodeAt(0).toString(16);
  const escaped = /[\0-\x1f\x7f]/.test(sign) ? `\\x${code.padStart(2, '0')}` : /[\x80-\xa0\xad]/.test(sign) ? `\\u${code.padStart(4, '0')}` : sign;
  return `'${ESCAPES[sign] ?? escaped}'`;
}
