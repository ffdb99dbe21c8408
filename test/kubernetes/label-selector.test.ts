import * as fc from 'fast-check';
import { KEYS, VALUES } from './arbitraries';
import { parseLabelSelector, printLabelSelector } from '../../src/kubernetes/label-selector';
import { NodeSelectorRequirement } from '../../src/kubernetes/objects';

const key = fc.constantFrom(...KEYS, 'in', 'notin', 'example.com/a_b.c');
const requirement: fc.Arbitrary<NodeSelectorRequirement> = fc.oneof(
  fc.record({ key, operator: fc.constantFrom('In', 'NotIn'), values: fc.subarray([...VALUES, 'in', 'notin'], { minLength: 1 }).map((values) => [...values].sort()) }),
  fc.record({ key, operator: fc.constantFrom('Exists', 'DoesNotExist') }),
  fc.record({ key, operator: fc.constantFrom('Gt', 'Lt'), values: fc.nat().map((number) => [String(number)]) }),
);

describe('the selector syntax of kubectl', () => {
  test('is read as it is printed', () => {
    fc.assert(fc.property(fc.array(requirement), (requirements) => {
      expect(parseLabelSelector(printLabelSelector(requirements))).toEqual(requirements);
    }), { numRuns: 1000 });
  });

  test.each([
    ['a=b', [{ key: 'a', operator: 'In', values: ['b'] }]],
    ['a==b', [{ key: 'a', operator: 'In', values: ['b'] }]],
    ['a=', [{ key: 'a', operator: 'In', values: [''] }]],
    ['a != b', [{ key: 'a', operator: 'NotIn', values: ['b'] }]],
    [' a in (x, y) , !b', [{ key: 'a', operator: 'In', values: ['x', 'y'] }, { key: 'b', operator: 'DoesNotExist' }]],
    ['a notin (,x)', [{ key: 'a', operator: 'NotIn', values: ['', 'x'] }]],
    ['a in ()', [{ key: 'a', operator: 'In', values: [''] }]],
    ['a>5,b<6', [{ key: 'a', operator: 'Gt', values: ['5'] }, { key: 'b', operator: 'Lt', values: ['6'] }]],
    ['example.com/a', [{ key: 'example.com/a', operator: 'Exists' }]],
    ['', []],
  ] as [string, NodeSelectorRequirement[]][])('reads %j', (text, requirements) => expect(parseLabelSelector(text)).toEqual(requirements));

  test.each(['a=b,', ',', 'a in x', 'a in (x', 'a=b=c', 'a b', '!', 'a>', 'a near (x)', 'a=(x)', '!a=b'])('does not read %j', (text) => expect(parseLabelSelector(text)).toBeUndefined());
});
