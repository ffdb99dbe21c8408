import { check, CheckOptions } from './check';
import { CheckReport } from './check-report';
import { Finding } from './finding';
import { readFiles } from '../input/files';
import { linesWithoutSecrets, ShownLine } from '../input/hide-secrets';

/** A check of files, and what a report needs to show their lines. */
export interface CheckedFiles {
  readonly report: CheckReport;
  readonly lineOf: (finding: Finding) => ShownLine | undefined;
  /** Whether some of the input could not be read. */
  readonly isUnreadable: boolean;
}

export function checkFiles(paths: readonly string[], options: CheckOptions = {}): CheckedFiles {
  const read = readFiles(paths);
  const documents = new Map(read.documents.map((document) => [`${document.file} ${document.index}`, document]));
  const shownLine = linesWithoutSecrets(read.documents);
  return {
    report: check(read, options),
    lineOf: ({ object, file, document: index, line, column }) => {
      const document = object === null ? undefined : documents.get(`${file} ${index}`);
      return document && shownLine(document, line, column);
    },
    isUnreadable: read.diagnostics.length > 0,
  };
}
