import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { check } from '../../src/analysis/check';
import { readDocuments } from '../../src/input/documents';
import { checkText } from '../../src/report/check-text';
import { vectors } from '../kubernetes/vectors';

const manifests = ['validation', 'kinds', 'workloads'].flatMap((name) => vectors<{ readonly manifest: object }>(name)).map(({ manifest }) => manifest);

/** What no field expects, or only some. */
const VALUES: readonly unknown[] = [
  null, [], {}, '', 'x', -1, 0, 1.5, 1e300, true, '1Gi', [null], [{}], { a: null }, [[]], { '': '' }, '\u0000', '9'.repeat(40), '__proto__', { constructor: 1 }, -2147483649,
];
const NAMES = ['__proto__', 'toString', 'constructor', 'x'];

const mutation = fc.record({
  place: fc.nat(), deed: fc.constantFrom('remove', 'add', 'replace'), name: fc.constantFrom(...NAMES), value: fc.constantFrom(...VALUES),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutated(manifest: object, mutations: readonly Mutation[]): object {
  const copy = structuredClone(manifest);
  for (const { place, deed, name, value } of mutations) {
    const all = places(copy);
    const [owner, key] = all.length > 0 ? all[place % all.length] : [copy as Record<string, unknown>, name];
    if (deed === 'remove') {
      delete owner[key];
    } else {
      Object.defineProperty(owner, deed === 'add' && !Array.isArray(owner) ? name : key, { value: structuredClone(value), enumerable: true, configurable: true, writable: true });
    }
  }
  return copy;
}

/** Every field and item but those that say of which kind it is. */
function places(value: object): [Record<string, unknown>, string][] {
  const owner = value as Record<string, unknown>;
  return Object.keys(owner).filter((key) => key !== 'apiVersion' && key !== 'kind').flatMap((key): [Record<string, unknown>, string][] => (
    [[owner, key], ...(typeof owner[key] === 'object' && owner[key] !== null ? places(owner[key]) : [])]));
}

const text = fc.record({
  manifest: fc.constantFrom(...manifests), mutations: fc.array(mutation, { minLength: 1, maxLength: 3 }), isYaml: fc.boolean(),
}).map(({ manifest, mutations, isYaml }) => (isYaml ? stringify : JSON.stringify)(mutated(manifest, mutations)));

const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
const bytes = fc.tuple(text, fc.array(change, { minLength: 1, maxLength: 5 })).map(([original, changes]) => {
  const buffer = Buffer.from(original);
  changes.forEach(([at, byte]) => { buffer[at % buffer.length] = byte; });
  return buffer.toString('latin1');
});

describe('a check of anything', () => {
  test.each([
    ['15,000 mutated manifests', text, 15_000],
    ['5,000 streams with broken bytes', bytes, 5_000],
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
