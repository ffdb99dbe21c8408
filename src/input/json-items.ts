import { constants } from 'node:buffer';
import { JsonError, parseJson, TextPart, textPart } from './parse-json';
import { Value } from './read-yaml';
import { DEPTH_MAX } from './yaml-types';

/** An element of a list, or an object that stands by itself. */
export interface JsonItem {
  readonly value: Value;
  /** Byte of the text at which it begins, from 0. */
  readonly offset: number;
}

const [SPACE, QUOTE, COMMA, BACKSLASH] = [0x20, 0x22, 0x2c, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const NO_LIST = -1;

/** What stands before the objects of a List, and how much of it is looked at: where there is more space in it, the List is read as a whole. */
const ITEMS = /[{,]\s*"items"\s*:\s*$/;
const ITEMS_BYTES = 100;

/**
 * The objects of a JSON text of any size, one by one: elements of a list, or of `items` in an object, and objects one after the other. Only brackets and commas are looked
 * for: whether what stands between them is JSON, JSON.parse decides. A chunk is no longer needed when the next one is asked for. No object alone may be
 * longer than a text of JavaScript.
 */
export function* jsonItems(chunks: Iterable<Uint8Array>, longest: number = constants.MAX_STRING_LENGTH): Generator<JsonItem> {
  const reader = new JsonReader(longest);
  for (const chunk of chunks) {
    reader.begin(chunk);
    for (let item = reader.next(); item !== undefined; item = reader.next()) {
      yield item;
    }
    reader.keep();
  }
  const last = reader.end();
  if (last !== undefined) {
    yield last;
  }
}

/** Cuts a text at the marks between objects. */
class JsonReader {
  private depth = 0;
  /** How deep the elements lie of the list that is read. */
  private listDepth = NO_LIST;
  private isFirst = false;
  /** What stands for an object up to the end of its list, once that was read. */
  private before = '';

  private chunk: Uint8Array = Buffer.of();
  /** Where reading goes on in the chunk. */
  private index = 0;
  private isInString = false;
  /** Where the chunk begins in the text. */
  private chunkOffset = 0;
  /** Where the open part begins in the chunk, and what of it was in earlier ones. */
  private start = 0;
  private kept: Uint8Array[] = [];
  private keptBytes = 0;

  public constructor(private readonly longest: number) {}

  public begin(chunk: Uint8Array): void {
    this.chunk = chunk;
    this.start = 0;
  }

  /** The next item that ends in the chunk. */
  public next(): JsonItem | undefined {
    const { chunk } = this;
    let { index, isInString } = this;
    let item: JsonItem | undefined;
    while (index < chunk.length && item === undefined) {
      if (isInString) {
        const end = endOfString(chunk, index);
        isInString = end >= chunk.length;
        index = isInString ? end : end + 1;
      } else {
        const sign = chunk[index++];
        if (sign > SPACE) {
          isInString = sign === QUOTE;
          item = isMark(sign) ? this.mark(sign, index) : undefined;
        }
      }
    }
    [this.index, this.isInString] = [index, isInString];
    return item;
  }

  /** Keeps what is still open of a chunk. */
  public keep(): void {
    const rest = Buffer.from(this.chunk.subarray(this.start));
    this.kept.push(rest);
    this.keptBytes += rest.length;
    this.chunkOffset += this.chunk.length;
    this.index -= this.chunk.length;
    this.begin(Buffer.of());
    if (this.keptBytes > this.longest) {
      throw new JsonError('one object alone is longer than any text that can be read here', this.chunkOffset - this.keptBytes);
    }
  }

  /** A mark that ends there in the chunk; the item that ends with it, if any. */
  private mark(sign: number, end: number): JsonItem | undefined {
    switch (sign) {
      case COMMA: return this.depth === this.listDepth ? this.element(end) : undefined;
      case OPEN_LIST:
      case OPEN_OBJECT: return this.open(sign, end);
      default: return this.close(sign, end);
    }
  }

  /** At the end of the text: what is there without brackets. */
  public end(): JsonItem | undefined {
    if (this.depth > 0) {
      throw new JsonError('the file ends in the middle of an object; was it cut off?', this.chunkOffset);
    }
    const rest = this.cutDocument(0);
    return isBlank(rest) ? undefined : itemOf(rest);
  }

  private open(sign: number, end: number): undefined {
    if (sign === OPEN_LIST && (this.depth === 0 || (this.depth === 1 && ITEMS.test(this.lastBytes(end - 1))))) {
      this.openList(end);
    }
    this.depth++;
    if (this.depth > DEPTH_MAX) {
      throw new JsonError('lists and maps lie too deep within each other', this.chunkOffset + end - 1);
    }
  }

  private openList(end: number): void {
    if (this.before !== '') {
      throw new JsonError('there is a second list of items in one object', this.chunkOffset + end - 1);
    }
    const isWhole = this.depth === 0;
    parseJson(this.cutDocument(end), '', isWhole ? ']' : ']}');
    this.before = isWhole ? '[' : '{"items":[';
    this.listDepth = this.depth + 1;
    this.isFirst = true;
  }

  private close(sign: number, end: number): JsonItem | undefined {
    const last = this.depth === this.listDepth ? this.closeList(sign, end) : undefined;
    this.depth--;
    if (this.depth > 0) {
      return last;
    }
    if (this.before === '') {
      return itemOf(this.cutDocument(end));
    }
    parseJson(this.cut(end), this.before);
    this.before = '';
    return last;
  }

  private closeList(sign: number, end: number): JsonItem | undefined {
    const last = this.cut(end - 1);
    const item = this.isFirst && isBlank(last) ? undefined : itemOf(last);
    if (sign !== CLOSE_LIST) {
      throw new JsonError('this is no JSON: a list ends with }', this.chunkOffset + end - 1);
    }
    this.listDepth = NO_LIST;
    return item;
  }

  private element(end: number): JsonItem {
    const element = this.cut(end - 1);
    this.start = end;
    this.isFirst = false;
    return itemOf(element);
  }

  /** The open part up to there; the next one begins. */
  private cut(end: number): TextPart {
    const bytes = this.chunk.subarray(this.start, end);
    const part = textPart(this.keptBytes === 0 ? bytes : Buffer.concat([...this.kept, bytes]), this.chunkOffset + this.start - this.keptBytes);
    [this.start, this.kept, this.keptBytes] = [end, [], 0];
    return part;
  }

  /** The same of a part with which a document begins: it may be preceded by a line of three dashes. */
  private cutDocument(end: number): TextPart {
    const { text, offset } = this.cut(end);
    return { text: text.replace(/^\s*---\s/, (dashes) => ' '.repeat(dashes.length)), offset };
  }

  /** The last of the open part. */
  private lastBytes(end: number): string {
    let bytes = Buffer.from(this.chunk.subarray(Math.max(this.start, end - ITEMS_BYTES), end));
    for (let index = this.kept.length - 1; index >= 0 && bytes.length < ITEMS_BYTES; index--) {
      bytes = Buffer.concat([this.kept[index].subarray(-ITEMS_BYTES), bytes]);
    }
    return bytes.toString('latin1');
  }
}

/** Where the quotation mark is; beyond the chunk where it is not in it, and by one more where the first byte of the next chunk is escaped. */
function endOfString(chunk: Uint8Array, start: number): number {
  let index = start;
  while (index < chunk.length && chunk[index] !== QUOTE) {
    index += chunk[index] === BACKSLASH ? 2 : 1;
  }
  return index;
}

function isMark(sign: number): boolean {
  return sign === COMMA || sign === OPEN_OBJECT || sign === CLOSE_OBJECT || sign === OPEN_LIST || sign === CLOSE_LIST;
}

function itemOf(part: TextPart): JsonItem {
  return { value: parseJson(part), offset: part.offset + part.text.search(/\S|$/) };
}

function isBlank({ text }: TextPart): boolean {
  return text.trim() === '';
}
