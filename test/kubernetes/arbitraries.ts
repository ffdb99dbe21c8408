import * as fc from 'fast-check';
import { NodeSelectorRequirement, NodeSelectorTerm, PodSpec } from '../../src/kubernetes/objects';

export type Labels = { [key: string]: string };

export const KEYS = ['size', 'zone', 'gpu'];

/** The empty text, a word, numbers in two spellings, the ends of int64 and what lies beyond. */
export const VALUES = ['', 'x', '1', '01', '2', '3', '9223372036854775807', '9223372036854775808'];

/** A requirement can only tell apart its own values, what lies between its numbers, and one value that nobody names. */
export const TELLING = [undefined, ...VALUES, '0', '00', '001', '002', '003', '4', '9223372036854775806', 'nobody'];

const key = fc.constantFrom(...KEYS);

export const requirement: fc.Arbitrary<NodeSelectorRequirement> = fc.oneof(
  fc.record({ key, operator: fc.constantFrom('In', 'NotIn'), values: fc.subarray(VALUES, { minLength: 1, maxLength: 4 }) }),
  fc.record({ key, operator: fc.constantFrom('Exists', 'DoesNotExist') }),
  fc.record({ key, operator: fc.constantFrom('Gt', 'Lt'), values: fc.constantFrom(...VALUES).map((value) => [value]) }),
);

/** Without `Gt` and `Lt`: sets that have an exact complement. */
export const exactRequirement = requirement.filter(({ operator }) => operator !== 'Gt' && operator !== 'Lt');

export const term: fc.Arbitrary<NodeSelectorTerm> = fc.record({
  matchExpressions: fc.option(fc.array(requirement, { maxLength: 3 }), { nil: undefined }),
  matchFields: fc.option(fc.constantFrom('In', 'NotIn').chain((operator) => fc.constantFrom('a', 'b').map((name) => [{ key: 'metadata.name', operator, values: [name] }])),
    { nil: undefined, freq: 6 }),
});

export const pod: fc.Arbitrary<PodSpec> = fc.record({
  nodeSelector: fc.option(fc.dictionary(key, fc.constantFrom(...VALUES), { maxKeys: 2 }), { nil: undefined }),
  terms: fc.option(fc.array(term, { minLength: 1, maxLength: 3 }), { nil: undefined }),
}).map(({ nodeSelector, terms }) => ({ containers: [], nodeSelector, affinity: terms && affinityOf(terms) }));

export const labels: fc.Arbitrary<Labels> = fc.tuple(...KEYS.map(() => fc.constantFrom(...TELLING)))
  .map((values) => Object.fromEntries(KEYS.map((name, index) => [name, values[index]]).filter(([, value]) => value !== undefined)));

export function affinityOf(nodeSelectorTerms: NodeSelectorTerm[]): PodSpec['affinity'] {
  return { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } };
}
