import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Diagnostic, Document, readDocuments, ReadDocuments } from './documents';

/** The name of standard input among files. */
export const STANDARD_INPUT = '-';

const MANIFEST = /\.(ya?ml|json)$/i;

/** Every object of some files and directories. What cannot be read is told, and the rest is read all the same. */
export function readFiles(paths: readonly string[]): ReadDocuments {
  const results = paths.flatMap((path) => filesOf(path).map((file) => (typeof file === 'string' ? readFile(file) : file)));
  const isDiagnostic = (result: ReadDocuments | Diagnostic): result is Diagnostic => 'message' in result;
  const read = results.filter((result) => !isDiagnostic(result)) as ReadDocuments[];
  const documents: Document[] = read.flatMap((result) => result.documents);
  return { documents, diagnostics: results.flatMap((result) => (isDiagnostic(result) ? [result] : result.diagnostics)) };
}

/** The manifests below a path, in the order of their names. */
function filesOf(path: string): (string | Diagnostic)[] {
  if (path === STANDARD_INPUT) {
    return [path];
  }
  try {
    if (!statSync(path).isDirectory()) {
      return [path];
    }
    const names = readdirSync(path, { recursive: true }).map(String).filter((name) => MANIFEST.test(name)).sort();
    return names.length > 0 ? names.map((name) => join(path, name)) : [{ file: path, message: 'there is no manifest in this directory (*.yaml, *.yml, *.json)' }];
  } catch (error) {
    return [{ file: path, message: reason(error) }];
  }
}

function readFile(file: string): ReadDocuments | Diagnostic {
  try {
    const bytes = readFileSync(file === STANDARD_INPUT ? 0 : file);
    return readDocuments(file, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return { file, message: reason(error) };
  }
}

function reason(error: unknown): string {
  const { code } = error as { code?: string };
  switch (code) {
    case 'ENOENT': return 'there is no such file or directory';
    case 'EACCES': return 'it may not be read';
    case 'ERR_ENCODING_INVALID_ENCODED_DATA': return 'it is no text in UTF-8';
    default: return `it cannot be read (${code ?? (error as Error).message})`;
  }
}
