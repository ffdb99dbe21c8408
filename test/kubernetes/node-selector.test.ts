import * as fc from 'fast-check';
import { someNodeMatchesBoth } from '../../src/kubernetes/node-selector';
import { NodeSelectorRequirement, PodSpec } from '../../src/kubernetes/objects';

type Labels = Record<string, string>;

/** Written down a second time and as plainly as possible, from the documentation of each operator. */
function meets(requirement: NodeSelectorRequirement, labels: Labels): boolean {
  const { key, operator, values = [] } = requirement;
  const value: string | undefined = labels[key];
  const number = (text: string | undefined) => (text !== undefined && /^[0-9]+$/.test(text) ? Number(text) : NaN);
  switch (operator) {
    case 'In': return value !== undefined && values.includes(value);
    case 'NotIn': return value === undefined || !values.includes(value);
    case 'Exists': return value !== undefined;
    case 'DoesNotExist': return value === undefined;
    case 'Gt': return number(value) > number(values[0]);
    default: return number(value) < number(values[0]);
  }
}

function matches(pod: PodSpec, labels: Labels): boolean {
  const required = pod.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  return Object.entries(pod.nodeSelector ?? {}).every(([key, value]) => labels[key] === value)
    && (required === undefined || required.nodeSelectorTerms.some(({ matchExpressions = [] }) =>
      matchExpressions.length > 0 && matchExpressions.every((requirement) => meets(requirement, labels))));
}

const KEYS = ['size', 'zone'];
const VALUES = ['', '1', '01', '2', 'x'];

/** A requirement can only tell apart its own values, what lies between its numbers, and one value that nobody names. */
const NODES: Labels[] = [undefined, ...VALUES, '000', '001', '002', '003', 'nobody']
  .flatMap((size, _, all) => all.map((zone) => ({ ...(size === undefined ? {} : { size }), ...(zone === undefined ? {} : { zone }) })));

const key = fc.constantFrom(...KEYS);
const requirement: fc.Arbitrary<NodeSelectorRequirement> = fc.oneof(
  fc.record({ key, operator: fc.constantFrom('In', 'NotIn'), values: fc.subarray(VALUES, { minLength: 1 }) }),
  fc.record({ key, operator: fc.constantFrom('Exists', 'DoesNotExist') }),
  fc.record({ key, operator: fc.constantFrom('Gt', 'Lt'), values: fc.constantFrom(...VALUES).map((value) => [value]) }),
);
const term = fc.array(requirement, { maxLength: 4 });
const pod: fc.Arbitrary<PodSpec> = fc.record({
  nodeSelector: fc.option(fc.dictionary(key, fc.constantFrom(...VALUES), { maxKeys: 2 }), { nil: undefined }),
  terms: fc.option(fc.array(term, { minLength: 1, maxLength: 3 }), { nil: undefined }),
}).map(({ nodeSelector, terms }) => ({ containers: [], nodeSelector, affinity: terms && requiring(...terms).affinity }));

function requiring(...terms: NodeSelectorRequirement[][]): PodSpec {
  const nodeSelectorTerms = terms.map((matchExpressions) => ({ matchExpressions }));
  return { containers: [], affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } } };
}

function one(operator: string, ...values: string[]): PodSpec {
  return requiring([{ key: 'size', operator, values: values.length > 0 ? values : undefined }]);
}

describe('two placements', () => {
  test('meet exactly where a node can be found that both match', () => {
    fc.assert(fc.property(pod, pod, (a, b) => {
      expect(someNodeMatchesBoth(a, b)).toBe(NODES.some((labels) => matches(a, labels) && matches(b, labels)));
    }), { numRuns: 5000 });
  });

  test('meet or not whichever comes first', () => {
    fc.assert(fc.property(pod, pod, (a, b) => someNodeMatchesBoth(a, b) === someNodeMatchesBoth(b, a)));
  });

  test('that say nothing meet on every node', () => {
    expect(someNodeMatchesBoth({ containers: [] }, { containers: [] })).toBe(true);
    expect(someNodeMatchesBoth({ containers: [], affinity: {} }, { containers: [], affinity: { nodeAffinity: {} } })).toBe(true);
  });

  test.each([
    ['one value and another', one('In', 'small'), one('In', 'large'), false],
    ['a value and everything but it', one('In', 'small'), one('NotIn', 'small'), false],
    ['everything but two different values', one('NotIn', 'small'), one('NotIn', 'large'), true],
    ['with the label and without', one('Exists'), one('DoesNotExist'), false],
    ['a value and the lack of the label', one('NotIn', 'small'), one('DoesNotExist'), true],
    ['more than 3 and less than 4', one('Gt', '3'), one('Lt', '4'), false],
    ['more than 3 and less than 5', one('Gt', '3'), one('Lt', '5'), true],
    ['4 by another spelling', requiring([{ key: 'size', operator: 'Gt', values: ['3'] }, { key: 'size', operator: 'Lt', values: ['5'] }]), one('NotIn', '4'), true],
    ['less than 0, which no label can be', one('Lt', '0'), one('Exists'), false],
    ['less than 1', one('Lt', '1'), one('Exists'), true],
    ['more than what is no number', one('Gt', 'abc'), one('Exists'), false],
    ['the largest number and nothing above it', one('Gt', '9223372036854775807'), one('Exists'), false],
    ['the largest number', one('Gt', '9223372036854775806'), one('Exists'), true],
    ['a bound that is too large to be read', one('Lt', '9223372036854775808'), one('Exists'), false],
    ['a value that is too large to be read', one('In', '9223372036854775808'), one('Gt', '1'), false],
    ['a term without requirements, which takes no node', requiring([]), { containers: [] }, false],
    ['a term without requirements beside another', requiring([], [{ key: 'size', operator: 'Exists' }]), one('Exists'), true],
  ] as [string, PodSpec, PodSpec, boolean][])('%s', (_, a, b, meet) => expect(someNodeMatchesBoth(a, b)).toBe(meet));

  test('of two node names do not meet, of one name they do', () => {
    const onNode = (name: string): PodSpec => {
      const nodeSelectorTerms = [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [name] }] }];
      return { containers: [], affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } } };
    };
    expect(someNodeMatchesBoth(onNode('a'), onNode('b'))).toBe(false);
    expect(someNodeMatchesBoth(onNode('a'), onNode('a'))).toBe(true);
  });

  test('a node name is no label of that key', () => {
    const field: PodSpec = {
      containers: [],
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a'] }] }],
          },
        },
      },
    };
    expect(someNodeMatchesBoth(field, { containers: [], nodeSelector: { 'metadata.name': 'b' } })).toBe(true);
  });
});
