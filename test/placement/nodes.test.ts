import { Assumption, Nodes } from '../../src';

const INSTANCE_TYPE = 'node.kubernetes.io/instance-type';

describe('a set of nodes', () => {
  test.each([
    ['with a label of some values', Nodes.withLabel('pool', 'a', 'b'), [{ key: 'pool', operator: 'In', values: ['a', 'b'] }]],
    ['with a label of any value', Nodes.withLabel('pool'), [{ key: 'pool', operator: 'Exists' }]],
    ['with a label of the empty value', Nodes.withLabel('pool', ''), [{ key: 'pool', operator: 'In', values: [''] }]],
    ['without a label of some values', Nodes.withoutLabel('pool', 'a'), [{ key: 'pool', operator: 'NotIn', values: ['a'] }]],
    ['without a label', Nodes.withoutLabel('pool'), [{ key: 'pool', operator: 'DoesNotExist' }]],
    ['of some machine types', Nodes.withInstanceType('m7i.large', 'm7i.xlarge'), [{ key: INSTANCE_TYPE, operator: 'In', values: ['m7i.large', 'm7i.xlarge'] }]],
    ['above a number', Nodes.withLabelGreaterThan('cpu', 16), [{ key: 'cpu', operator: 'Gt', values: ['16'] }]],
    ['below a number', Nodes.withLabelLessThan('cpu', 16), [{ key: 'cpu', operator: 'Lt', values: ['16'] }]],
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

describe('the complement of a set of nodes', () => {
  const gpu = Nodes.withLabel('gpu', 'true');

  test.each([
    ['of some values', Nodes.withLabel('pool', 'a', 'b'), [[{ key: 'pool', operator: 'NotIn', values: ['a', 'b'] }]]],
    ['of a label', Nodes.withLabel('pool'), [[{ key: 'pool', operator: 'DoesNotExist' }]]],
    ['of two labels at once', gpu.intersection(Nodes.withLabel('pool', 'a')), [[{ key: 'gpu', operator: 'NotIn', values: ['true'] }], [{ key: 'pool', operator: 'NotIn', values: ['a'] }]]],
    ['of two alternatives', gpu.union(Nodes.withLabel('pool', 'a')), [[{ key: 'gpu', operator: 'NotIn', values: ['true'] }, { key: 'pool', operator: 'NotIn', values: ['a'] }]]],
  ])('%s has the nodes that lack the label too', (_, nodes, terms) => expect(nodes.complement()._terms()).toEqual(terms));

  test('is the set again when taken twice', () => expect(gpu.complement().complement()._terms()).toEqual(gpu._terms()));

  test('of every node is none, and of none every node', () => {
    const all = gpu.union(gpu.complement());
    expect(all.complement()._terms()).toEqual([]);
    expect(all.complement().complement()._terms()).toEqual([[]]);
  });

  test('of an order needs to know that the label is a number', () => {
    const large = Nodes.withLabelGreaterThan('cpu', 16);
    expect(() => large.complement()).toThrow("the opposite of these nodes cannot be said exactly: a node whose label 'cpu' is no whole number is neither above nor below a bound; "
      + "if it is one on every node that has it, say so: Assumption.integerLabel('cpu'); else name the values: Nodes.withLabel");
    expect(large.complement(Assumption.integerLabel('cpu'))._terms()).toEqual([[{ key: 'cpu', operator: 'DoesNotExist' }], [{ key: 'cpu', operator: 'Lt', values: ['17'] }]]);
  });

  test('that nobody could read is refused', () => {
    const pair = (index: number) => Nodes.withLabel(`a${index}`).intersection(Nodes.withLabel(`b${index}`));
    const pairs = Array.from({ length: 8 }, (_, index) => pair(index)).reduce((all, next) => all.union(next));
    expect(() => pairs.complement()).toThrow('the opposite of these nodes takes 256 alternatives; ask for fewer labels at once');
  });
});
