import { Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Diagnostic, Document, readDocuments, ReadDocuments } from './documents';
import { readStandardInput } from './standard-input';

/** The name of standard input among files. */
export const STANDARD_INPUT = '-';

const MANIFEST = /\.(ya?ml|json)$/i;

/** Directories that are never full of manifests: those of tools, and packages of others. They are read where they are named. */
const SKIPPED = /^\.|^node_modules$/;

const NO_MANIFEST = 'there is no manifest in this directory (*.yaml, *.yml, *.json)';

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
    const manifests = manifestsBelow(path);
    return manifests.length > 0 ? manifests.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)) : [{ file: path, message: NO_MANIFEST }];
  } catch (error) {
    return [{ file: path, message: whyUnreadable(error) }];
  }
}

function manifestsBelow(directory: string): (string | Diagnostic)[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    try {
      if (entry.isDirectory()) {
        return SKIPPED.test(entry.name) ? [] : manifestsBelow(path);
      }
      return isManifest(entry, path) ? [path] : [];
    } catch (error) {
      return [{ file: path, message: whyUnreadable(error) }];
    }
  });
}

/** A link that leads nowhere is taken for one, so that it is told; what it leads to may be a directory. */
function isManifest({ name }: Dirent, path: string): boolean {
  return MANIFEST.test(name) && (statSync(path, { throwIfNoEntry: false })?.isFile() ?? true);
}

function nameOf(file: string | Diagnostic): string {
  return typeof file === 'string' ? file : file.file;
}

function readFile(file: string): ReadDocuments | Diagnostic {
  try {
    const bytes = file === STANDARD_INPUT ? readStandardInput() : readFileSync(file);
    return readDocuments(file, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return { file, message: whyUnreadable(error) };
  }
}

/** Why a file cannot be read. */
export function whyUnreadable(error: unknown): string {
  const { code } = error as { code?: string };
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR': return 'there is no such file or directory';
    case 'EACCES':
    case 'EPERM': return 'it may not be read';
    case 'EISDIR': return 'it is a directory';
    case 'ERR_ENCODING_INVALID_ENCODED_DATA': return 'it is no text in UTF-8';
    default: return `it cannot be read (${code ?? (error as Error).message})`;
  }
}
