import * as fc from 'fast-check';
import { stringify } from 'yaml';
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

/** The text of a real manifest, in which fields are missing, too many, or of a value that they do not expect. */
export const mutatedManifest = fc.record({
  manifest: fc.constantFrom(...manifests), mutations: fc.array(mutation, { minLength: 1, maxLength: 3 }), isYaml: fc.boolean(),
}).map(({ manifest, mutations, isYaml }) => (isYaml ? stringify : JSON.stringify)(mutated(manifest, mutations)));

const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));

/** The same with broken bytes. */
export const brokenStream = fc.tuple(mutatedManifest, fc.array(change, { minLength: 1, maxLength: 5 })).map(([original, changes]) => {
  const buffer = Buffer.from(original);
  changes.forEach(([at, byte]) => { buffer[at % buffer.length] = byte; });
  return buffer.toString('latin1');
});
