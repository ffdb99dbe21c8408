import { readSync } from 'node:fs';

const [STANDARD_INPUT, CHUNK_BYTES, PAUSE_MS] = [0, 65536, 10];

/** All of standard input. Whoever started this may have set it not to wait; then it is asked again until something comes. */
export function readStandardInput(): Buffer {
  const chunks: Buffer[] = [];
  const pause = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  for (;;) {
    try {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      const bytes = readSync(STANDARD_INPUT, chunk);
      if (bytes === 0) {
        return Buffer.concat(chunks);
      }
      chunks.push(chunk.subarray(0, bytes));
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === 'EOF') { // the end of a closed pipe on Windows
        return Buffer.concat(chunks);
      }
      if (code !== 'EAGAIN') {
        throw error;
      }
      Atomics.wait(pause, 0, 0, PAUSE_MS);
    }
  }
}
