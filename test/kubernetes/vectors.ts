import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The rows of a file of real answers, `test/vectors/<name>.jsonl.gz`. */
export function vectors<Row>(name: string): Row[] {
  return gunzipSync(readFileSync(join(__dirname, '..', 'vectors', `${name}.jsonl.gz`))).toString().trim().split('\n').map((line) => JSON.parse(line) as Row);
}
