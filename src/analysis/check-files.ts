import { check, CheckOptions } from './check';
import { CheckReport } from './check-report';
import { readFiles } from '../input/files';
import { sourceLine } from '../input/locate';

/** A check of files, and what a report needs to show their lines. */
export interface CheckedFiles {
  readonly report: CheckReport;
  readonly lineOf: (file: string, document: number, line: number) => string | undefined;
  /** Whether some of the input could not be read. */
  readonly isUnreadable: boolean;
}

export function checkFiles(paths: readonly string[], options: CheckOptions = {}): CheckedFiles {
  const read = readFiles(paths);
  const documents = new Map(read.documents.map((document) => [`${document.file} ${document.index}`, document]));
  return {
    report: check(read, options),
    lineOf: (file, index, line) => {
      const document = documents.get(`${file} ${index}`);
      return document && sourceLine(document, line);
    },
    isUnreadable: read.diagnostics.length > 0,
  };
}
