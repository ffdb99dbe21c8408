import { Value } from './read-yaml';

/** Part of a text, and the byte of the text with which it begins. */
export interface TextPart {
  readonly text: string;
  readonly offset: number;
}

/** Why a text is no JSON, and the byte of it where that is seen. */
export class JsonError extends Error {
  public constructor(message: string, public readonly offset: number) {
    super(message);
  }
}

const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function textPart(bytes: Uint8Array, offset: number): TextPart {
  try {
    return { text: DECODER.decode(bytes), offset };
  } catch {
    throw new JsonError('it is no text in UTF-8', offset);
  }
}

/** The value of a part, between texts that make it whole. */
export function parseJson({ text, offset }: TextPart, before = '', after = ''): Value {
  try {
    return JSON.parse(before + text + after) as Value;
  } catch (error) {
    const place = text.slice(0, Math.max(0, placeOf(before + text + after) - before.length));
    throw new JsonError(`this is no JSON: ${reason((error as Error).message)}`, offset + Buffer.byteLength(place));
  }
}

/** Without the place that JSON.parse names, or the text around it: of those it knows only the part. */
function reason(message: string): string {
  return message === END_IS_MISSING ? 'something is missing here' : message.replace(/ (in JSON )?at position .*$|, (\.\.\.)?".*$/s, '');
}

const END_IS_MISSING = 'Unexpected end of JSON input';

/** JSON.parse does not tell the place of every error. It is where the longest beginning ends of which nothing is wrong but that it ends. */
function placeOf(text: string): number {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    [low, high] = isBeginning(text.slice(0, middle)) ? [middle, high] : [low, middle - 1];
  }
  return low;
}

function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const { message } = error as Error;
    return message === END_IS_MISSING || new RegExp(` at position ${text.length}\\b`).test(message);
  }
}
