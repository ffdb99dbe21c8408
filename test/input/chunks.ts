/** A text as UTF-8. */
export function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? Buffer.from(text) : text;
}

/** Bytes in pieces of these sizes, again and again; in one piece where there are none. Each is no longer there when the next is asked for. */
export function* cut(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  const buffer = Buffer.alloc(bytes.length);
  for (let [start, turn] = [0, 0]; start < bytes.length; turn++) {
    const piece = bytes.subarray(start, start + (sizes[turn % sizes.length] ?? bytes.length));
    buffer.fill(0).set(piece);
    yield buffer.subarray(0, piece.length);
    start += piece.length;
  }
}
