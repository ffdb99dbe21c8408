import { Nodes } from '../../src';

const INSTANCE_TYPE = 'node.kubernetes.io/instance-type';

describe('a set of nodes', () => {
  test.each([
    ['with a label of some values', Nodes.withLabel('pool', 'a', 'b'), [{ key: 'pool', operator: 'In', values: ['a', 'b'] }]],
    ['with a label of any value', Nodes.withLabel('pool'), [{ key: 'pool', operator: 'Exists' }]],
    ['with a label of the empty value', Nodes.withLabel('pool', ''), [{ key: 'pool', operator: 'In', values: [''] }]],
    ['without a label of some values', Nodes.withoutLabel('pool', 'a'), [{ key: 'pool', operator: 'NotIn', values: ['a'] }]],
    ['without a label', Nodes.withoutLabel('pool'), [{ key: 'pool', operator: 'DoesNotExist' }]],
    ['of some machine types', Nodes.withInstanceType('m7i.large', 'm7i.xlarge'), [{ key: INSTANCE_TYPE, operator: 'In', values: ['m7i.large', 'm7i.xlarge'] }]],
    ['of an architecture', Nodes.withArchitecture('arm64'), [{ key: 'kubernetes.io/arch', operator: 'In', values: ['arm64'] }]],
  ] as const)('%s is one term', (_, nodes, term) => expect(nodes._terms()).toEqual([term]));

  test('names a value once', () => {
    expect(Nodes.withLabel('pool', 'a', 'a')._terms()).toEqual([[{ key: 'pool', operator: 'In', values: ['a'] }]]);
  });

  test('united with another has the terms of both', () => {
    const united = Nodes.withLabel('a', '1').union(Nodes.withLabel('b')).union(Nodes.withoutLabel('c'));
    expect(united._terms().map((term) => term.map(({ key }) => key))).toEqual([['a'], ['b'], ['c']]);
  });

  test('intersected with another has every pair of their terms', () => {
    const left = Nodes.withLabel('a').union(Nodes.withLabel('b'));
    const right = Nodes.withLabel('c').union(Nodes.withLabel('d'));
    expect(left.intersection(right)._terms().map((term) => term.map(({ key }) => key).join('+'))).toEqual(['a+c', 'a+d', 'b+c', 'b+d']);
  });

  test('is not changed by what is made from it, nor by whoever reads it', () => {
    const nodes = Nodes.withLabel('pool', 'a');
    nodes.union(Nodes.withLabel('x')).intersection(Nodes.withLabel('y'));
    nodes._terms()[0][0].values!.push('b');
    expect(nodes._terms()).toEqual([[{ key: 'pool', operator: 'In', values: ['a'] }]]);
  });
});
