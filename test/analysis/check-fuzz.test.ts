import * as fc from 'fast-check';
import { brokenStream, mutatedManifest } from './mutations';
import { check } from '../../src/analysis/check';
import { readDocuments } from '../../src/input/documents';
import { checkText } from '../../src/report/check-text';

describe('a check of anything', () => {
  test.each([
    ['15,000 mutated manifests', mutatedManifest, 15_000],
    ['5,000 streams with broken bytes', brokenStream, 5_000],
  ])('answers, or says why not, for %s', (_, arbitrary, numRuns) => {
    fc.assert(fc.property(arbitrary, (given) => {
      const read = readDocuments('file.yaml', given);
      const report = check(read);
      expect(report.documents.length + report.unjudged.length).toBe(read.documents.length);
      expect(report.findings.every(({ message, line, column }) => message !== '' && line > 0 && column > 0)).toBe(true);
      expect(checkText(report, { colour: false, sourceLine: () => undefined })).toMatch(/not judged\n$/);
    }), { numRuns, seed: 1 });
  }, 180_000);
});
