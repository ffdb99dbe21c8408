import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { dump } from 'js-yaml';
import { readNodeGroups } from '../../src/input/node-groups';

const schema = JSON.parse(readFileSync(join(__dirname, '../../schemas/node-groups.json'), 'utf8')) as object;
const isInSchema = new Ajv2020({ allowUnionTypes: true }).compile(schema);

function read(...nodeGroups: unknown[]) {
  return readNodeGroups('groups.yaml', dump({ nodeGroups }));
}

function problems(group: object): string[] {
  const { nodes, diagnostics } = read({ name: 'a', ...group });
  expect(nodes).toEqual([]);
  expect(isInSchema({ nodeGroups: [{ name: 'a', ...group }] })).toBe(false);
  return diagnostics.map(({ message }) => message);
}

describe('node groups', () => {
  test('are so many equal nodes, with what every node has', () => {
    const { nodes, diagnostics } = read(
      { name: 'gpu', count: 2, labels: { disk: 'ssd' }, allocatable: { cpu: 4, memory: '8Gi' }, kubeletVersion: 'v1.36.1' });
    expect(diagnostics).toEqual([]);
    expect(nodes).toEqual([1, 2].map((number) => ({
      name: `gpu-${number}`,
      labels: { 'kubernetes.io/hostname': `gpu-${number}`, 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64', 'disk': 'ssd' },
      taints: [],
      allocatable: { cpu: 4, memory: '8Gi', pods: 110 },
      reserved: undefined,
      kubeletVersion: 'v1.36.1',
      group: 'gpu',
    })));
  });

  test('have as many pods as they say', () => {
    expect(read({ name: 'a', allocatable: { pods: 8 } }, { name: 'b' }).nodes.map(({ allocatable }) => allocatable)).toEqual([{ pods: 8 }, undefined]);
  });

  test('take values of a label in turn', () => {
    const { nodes } = read({ name: 'a', count: 3, spread: { zone: ['a', 'b'] } });
    expect(nodes.map(({ labels }) => labels.zone)).toEqual(['a', 'b', 'a']);
  });

  test('leave labels away that virtual nodes lack, and what is said stands above what is filled in', () => {
    const { nodes } = read({ name: 'a', os: 'none', arch: 'none', labels: { 'kubernetes.io/hostname': 'other' } });
    expect(nodes[0].labels).toEqual({ 'kubernetes.io/hostname': 'other' });
  });

  test('have taints as kubectl writes them or as nodes do, and those that Kubernetes adds', () => {
    const taints = ['os=windows:NoSchedule', 'own:NoExecute', { key: 'b', value: 'c', effect: 'PreferNoSchedule' }];
    const { nodes } = read({ name: 'a', taints, ready: false, unschedulable: true });
    expect(nodes[0].taints).toEqual([
      { key: 'os', value: 'windows', effect: 'NoSchedule' }, { key: 'own', effect: 'NoExecute' }, { key: 'b', value: 'c', effect: 'PreferNoSchedule' },
      { key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' }, { key: 'node.kubernetes.io/not-ready', effect: 'NoExecute' },
      { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' },
    ]);
  });

  test('may have nothing where something could be, and no nodes', () => {
    const { nodes, diagnostics } = read(
      { name: 'a', count: null, os: null, labels: null, spread: null, taints: null, allocatable: null, ready: null }, { name: 'b', count: 0 });
    expect(diagnostics).toEqual([]);
    expect(nodes.map(({ name }) => name)).toEqual(['a-1']);
  });

  test('are many documents of one file', () => {
    expect(readNodeGroups('f', 'nodeGroups: [{name: a}]\n---\nnodeGroups: [{name: b}]\n').nodes.map(({ name }) => name)).toEqual(['a-1', 'b-1']);
  });
});

test.each<[object, string]>([
  [{ name: 'A_b' }, "nodeGroups[0].name 'A_b': a lowercase RFC 1123 subdomain"],
  [{ name: 7 }, 'nodeGroups[0].name is 7; give the group a name, of which its nodes get theirs'],
  [{ count: -1 }, 'nodeGroups[0].count is -1; it is a whole number of nodes, from 0 to 100,000'],
  [{ count: 1.5 }, 'nodeGroups[0].count is 1.5; it is'],
  [{ count: '3' }, "nodeGroups[0].count is '3'; it is"],
  [{ os: 'a b' }, "nodeGroups[0].os 'a b': a valid label"],
  [{ kubeletVersion: 1.36 }, "nodeGroups[0].kubeletVersion is 1.36; it is a text, such as 'v1.36.1'"],
  [{ labels: { a: true } }, "nodeGroups[0].labels['a'] is true; a label is a text, so write it in quotation marks"],
  [{ labels: { '/a': 'a' } }, "nodeGroups[0].labels: '/a': prefix part must be non-empty"],
  [{ labels: ['a'] }, 'nodeGroups[0].labels is a list; it has names and values'],
  [{ spread: { zone: [] } }, "nodeGroups[0].spread['zone'] is a list; it is a list of values, which the nodes take in turn"],
  [{ spread: { zone: ['a', 'b c'] } }, "nodeGroups[0].spread['zone'][1] 'b c': a valid label"],
  [{ taints: 'a:NoSchedule' }, "nodeGroups[0].taints is 'a:NoSchedule'; it is a list of taints"],
  [{ taints: ['a'] }, "nodeGroups[0].taints[0] is 'a'; a taint is key=value:Effect, key:Effect, or key, value and effect"],
  [{ taints: ['a:Never'] }, "nodeGroups[0].taints[0].effect is 'Never'; it is one of NoSchedule, PreferNoSchedule, NoExecute"],
  [{ taints: [{ value: 'a', effect: 'NoSchedule' }] }, 'nodeGroups[0].taints[0].key is not said; a taint has a key'],
  [{ taints: [{ key: 'a', effect: 'NoSchedule', timeAdded: 'x' }] }, 'nodeGroups[0].taints[0].timeAdded is no field here; there are key, value, effect'],
  [{ allocatable: { cpu: 'much' } }, "nodeGroups[0].allocatable['cpu'] is 'much'; it is a quantity, such as 250m, 4, 512Mi or 30Gi"],
  [{ reserved: { memory: '-1Gi' } }, "nodeGroups[0].reserved['memory'] is '-1Gi'; it is a quantity"],
  [{ ready: 'no' }, "nodeGroups[0].ready is 'no'; it is true or false"],
  [{ zone: 'a' }, 'nodeGroups[0].zone is no field here; there are name, count, os, arch'],
])('%j is told, and the schema takes it no more than the reader does', (group, message) => {
  expect(problems(group)).toEqual([expect.stringContaining(message)]);
});

test('everything that is wrong is told at once, and two groups of one name as well', () => {
  const { diagnostics } = read({ name: 'a', count: 'x', ready: 1 }, { name: 'a' }, 'b');
  expect(diagnostics.map(({ message }) => message.split(';')[0])).toEqual([
    "nodeGroups[0].count is 'x'", 'nodeGroups[0].ready is 1', "nodeGroups[2] is 'b'", "nodeGroups[1].name 'a' is the name of another group",
  ]);
});

test.each([
  ['nodes: []', /there is no list of groups/], ['nodeGroups: {a: b}', /there is no list of groups/], ['nodeGroups: [', /./],
  ['nodeGroups: []\nnodeGroups: []', /nodeGroups is there twice/],
])('%s is no list of groups', (text, message) => {
  expect(readNodeGroups('f', text).diagnostics).toEqual([expect.objectContaining({ file: 'f', message: expect.stringMatching(message) })]);
});
