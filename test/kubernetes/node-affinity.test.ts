import { affinityOf } from './arbitraries';
import { requiredNodeAffinity } from '../../src/kubernetes/node-affinity';
import { NodeSelectorTerm } from '../../src/kubernetes/objects';

function errors(...terms: NodeSelectorTerm[]): string[] {
  return requiredNodeAffinity({ affinity: affinityOf(terms) }).errors.map(({ path, type, detail }) => `${path}: ${type}: ${detail}`);
}

function expression(key: string, operator: string, values?: string[]): NodeSelectorTerm {
  return { matchExpressions: [{ key, operator, values }] };
}

describe('a required node affinity', () => {
  test('that can be read has no errors', () => {
    expect(errors(expression('a', 'In', ['x', '']), expression('b.c/d', 'Gt', ['007']), { matchFields: [{ key: 'metadata.name', operator: 'NotIn', values: ['a'] }] }, {})).toEqual([]);
  });

  test.each([
    [expression('a', 'Near', ['x']), 'nodeSelectorTerms[0].matchExpressions[0].operator: FieldValueNotSupported: Unsupported value: "Near": '
      + 'supported values: "In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"'],
    [expression('a', 'In'), 'nodeSelectorTerms[0].matchExpressions[0].values: FieldValueInvalid: Invalid value: []: for \'in\', \'notin\' operators, values set can\'t be empty'],
    [expression('a', 'Exists', ['x']),
      'nodeSelectorTerms[0].matchExpressions[0].values: FieldValueInvalid: Invalid value: ["x"]: values set must be empty for exists and does not exist'],
    [expression('a', 'Gt', ['1', '2']),
      'nodeSelectorTerms[0].matchExpressions[0].values: FieldValueInvalid: Invalid value: ["1","2"]: for \'Gt\', \'Lt\' operators, exactly one value is required'],
    [expression('a', 'Lt', ['1.5']),
      'nodeSelectorTerms[0].matchExpressions[0].values[0]: FieldValueInvalid: Invalid value: "1.5": for \'Gt\', \'Lt\' operators, the value must be an integer'],
    [expression('/a', 'Exists'), 'nodeSelectorTerms[0].matchExpressions[0].key: FieldValueInvalid: Invalid value: "/a": prefix part must be non-empty'],
    [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a', 'b'] }] },
      'nodeSelectorTerms[0].matchFields[0].values: FieldValueInvalid: Invalid value: ["a","b"]: must have one element'],
    [{ matchFields: [{ key: 'metadata.name', operator: 'Exists' }] },
      'nodeSelectorTerms[0].matchFields[0].operator: FieldValueNotSupported: Unsupported value: "Exists": supported values: "In", "NotIn"'],
  ])('tells what cannot be read, and where (case %#)', (term, error) => expect(errors(term)).toEqual([error]));

  test('tells everything at once, each value by its place', () => {
    expect(errors(expression('a', 'In', ['x']), expression('b c', 'In', ['x', 'y z'])).map((error) => error.slice(0, error.indexOf(':')))).toEqual([
      'nodeSelectorTerms[1].matchExpressions[0].key', 'nodeSelectorTerms[1].matchExpressions[0].values[1][b c]',
    ]);
  });

  test('matches by its other terms where one cannot be read', () => {
    const affinity = requiredNodeAffinity({ affinity: affinityOf([expression('a', 'Near'), expression('b', 'Exists')]) });
    expect(affinity.matches({ labels: { a: '1' } })).toBe(false);
    expect(affinity.matches({ labels: { b: '1' } })).toBe(true);
  });

  test('does not ask for the name of a node that has none', () => {
    const affinity = requiredNodeAffinity({ affinity: affinityOf([{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a'] }] }]) });
    expect(affinity.matches({ labels: {} })).toBe(true);
    expect(affinity.matches({ name: 'b', labels: {} })).toBe(false);
  });
});
