import { constants } from 'node:buffer';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { STANDARD_INPUT } from './files';
import { Position } from './places';
import { readStandardInput } from './standard-input';

/** Where a text comes from, in chunks of bytes. They can be asked for more than once; each is only there until the next is asked for. */
export interface ByteSource {
  /** Its name, as diagnostics have it. */
  readonly file: string;
  readonly chunks: () => Iterable<Uint8Array>;
}

const CHUNK_BYTES = 4_194_304;
const BYTE_ORDER_MARK = Buffer.from('\ufeff');
const NEWLINE = 0x0a;

/** A file, or `-` for standard input. What cannot be read twice, such as a pipe, is kept. */
export function byteSource(file: string): ByteSource {
  let kept: Buffer | undefined;
  const chunks = () => {
    if (kept === undefined && file !== STANDARD_INPUT && statSync(file).isFile()) {
      return chunksOf(file);
    }
    kept ??= file === STANDARD_INPUT ? readStandardInput() : readFileSync(file);
    return [kept];
  };
  return { file, chunks: () => withoutMark(chunks()) };
}

export function textSource(file: string, text: string): ByteSource {
  return { file, chunks: () => withoutMark([Buffer.from(text)]) };
}

/** The whole text; undefined where it is longer than a text of JavaScript can be. */
export function wholeText({ chunks }: ByteSource): string | undefined {
  let bytes = 0;
  for (const chunk of chunks()) {
    bytes += chunk.length;
  }
  if (bytes > constants.MAX_STRING_LENGTH) {
    return undefined;
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(Array.from(chunks(), (chunk) => Buffer.from(chunk))));
}

/** The first sign of a text that is no space; empty where there is none. */
export function firstSign(source: ByteSource): string {
  for (const chunk of source.chunks()) {
    const [found] = /\S/.exec(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1')) ?? [];
    if (found !== undefined) {
      return found;
    }
  }
  return '';
}

/** The line and the column of a byte. */
export function positionAt(source: ByteSource, offset: number): Position {
  let [line, column, left] = [1, 1, offset];
  for (const chunk of source.chunks()) {
    for (const byte of chunk.subarray(0, left)) {
      if (byte === NEWLINE) {
        [line, column] = [line + 1, 1];
      } else {
        column += columnsOf(byte);
      }
    }
    left -= Math.min(left, chunk.length);
    if (left === 0) {
      break;
    }
  }
  return { line, column };
}

/** Of signs of several bytes the first one counts, those of four bytes are two of JavaScript. */
function columnsOf(byte: number): number {
  return byte < 0x80 ? 1 : byte < 0xc0 ? 0 : byte < 0xf0 ? 1 : 2;
}

function* chunksOf(file: string): Generator<Uint8Array> {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let bytes = readSync(descriptor, buffer); bytes > 0; bytes = readSync(descriptor, buffer)) {
      yield buffer.subarray(0, bytes);
    }
  } finally {
    closeSync(descriptor);
  }
}

function* withoutMark(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  let isFirst = true;
  for (const chunk of chunks) {
    yield isFirst && BYTE_ORDER_MARK.equals(chunk.subarray(0, BYTE_ORDER_MARK.length)) ? chunk.subarray(BYTE_ORDER_MARK.length) : chunk;
    isFirst = false;
  }
}
