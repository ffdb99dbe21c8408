import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { byteSource, textSource } from '../../src/input/byte-source';
import { InventoryNode, readNodeList } from '../../src/input/node-list';

const DATA = join(__dirname, '../data/nodes');

function read(text: string) {
  const nodes: InventoryNode[] = [];
  return { ...readNodeList(textSource('nodes', text), (node) => nodes.push(node)), nodes };
}

function names(text: string): string[] {
  const { nodes, others, diagnostics } = read(text);
  expect([others, diagnostics]).toEqual([[], []]);
  return nodes.map(({ name }) => name);
}

function messages(text: string): string[] {
  return read(text).diagnostics.map(({ line, column, message }) => [line, column, message.split(';')[0]].filter((part) => part !== undefined).join(':'));
}

const node = (name: string, more: object = {}) => ({ apiVersion: 'v1', kind: 'Node', metadata: { name }, ...more });

describe('a list of nodes', () => {
  test.each([['aks', 10], ['eks', 16], ['gke', 12], ['k3s-edge', 4], ['kubeadm-onprem', 15], ['openshift', 10]])('of %s has %i nodes, as JSON and as YAML', (name, count) => {
    const file = join(DATA, `${name}.json`);
    const [nodes, asYaml]: InventoryNode[][] = [[], []];
    expect(readNodeList(byteSource(file), (own) => nodes.push(own))).toEqual({ others: [], diagnostics: [] });
    readNodeList(textSource('f', dump(JSON.parse(readFileSync(file, 'utf8')))), (own) => asYaml.push(own));
    expect(nodes).toHaveLength(count);
    expect(nodes.map(({ labels }) => Object.keys(labels).length).filter((labels) => labels < 4)).toEqual([]);
    expect(nodes.filter(({ allocatable, kubeletVersion }) => allocatable?.pods === undefined || kubeletVersion === undefined)).toEqual([]);
    expect(asYaml).toEqual(nodes);
  });

  test('has no other files than these', () => {
    expect(readdirSync(DATA)).toHaveLength(6);
  });

  test('tells of a node what matters for daemons', () => {
    const [found] = read(JSON.stringify(node('a', {
      metadata: { name: 'a', labels: { os: 'linux', empty: '', number: 5 }, annotations: { b: 'c' } },
      spec: { taints: [null, { key: 'k', value: 'v', effect: 'NoSchedule' }, { key: 'l', value: null, effect: 'NoExecute', timeAdded: '2026-11-20T09:00:00Z' }] },
      status: { allocatable: { cpu: 4, memory: '8Gi' }, capacity: { cpu: 5 }, nodeInfo: { kubeletVersion: 'v1.36.1' }, images: [] },
    }))).nodes;
    expect(found).toEqual({
      name: 'a',
      labels: { os: 'linux', empty: '', number: '5' },
      taints: [{ key: 'k', value: 'v', effect: 'NoSchedule' }, { key: 'l', effect: 'NoExecute' }],
      allocatable: { cpu: 4, memory: '8Gi' },
      kubeletVersion: 'v1.36.1',
    });
  });

  test.each([[undefined], [null], [{ allocatable: null }], [{ allocatable: {} }], [{ allocatable: { cpu: null }, nodeInfo: { kubeletVersion: '' } }]])('does not tell what is there to take where its status is %j', (status) => {
    expect(read(JSON.stringify(node('a', { status, spec: null }))).nodes).toEqual([{ name: 'a', labels: {}, taints: [], allocatable: undefined, kubeletVersion: undefined }]);
  });

  const [a, b] = [node('a'), node('b')];

  test.each<[string, string]>([
    ['a NodeList without kinds of its items', JSON.stringify({ kind: 'NodeList', items: [a, b].map(({ metadata }) => ({ metadata })) })],
    ['kinds in lower case', JSON.stringify({ kind: 'list', items: [a, b].map((own) => ({ ...own, kind: 'node' })) })],
    ['a list without a kind', JSON.stringify({ items: [a, b] })],
    ['an array', JSON.stringify([a, b])],
    ['Lists in a List, and what is null', JSON.stringify({ kind: 'List', items: [null, { kind: 'List', items: [a, { kind: 'List', items: null }] }, { kind: 'NodeList', items: [b] }, { kind: 'NodeList' }] })],
    ['objects one after the other', `${JSON.stringify(a)}${JSON.stringify(b, null, 4)}\n`],
    ['documents of YAML', `# of two clusters\n${dump(a)}---\n---\n${dump({ items: [b] })}`],
    ['YAML that looks like JSON', '{kind: List, items: [{metadata: {name: a}}, {metadata: {name: b}},]}'],
    ['documents of JSON with dashes between them', `${JSON.stringify(a)}\n---\n${JSON.stringify(b)}`],
    ['a byte order mark and line ends of Windows', `\ufeff${JSON.stringify({ kind: 'List', items: [a, b] }, null, 4).replaceAll('\n', '\r\n')}`],
  ])('may be %s', (_, text) => {
    expect(names(text)).toEqual(['a', 'b']);
  });

  test('may have objects with it that matter for daemons', () => {
    const kinds = ['Namespace', 'PriorityClass', 'RuntimeClass', 'LimitRange', 'ResourceQuota', 'serviceaccount'];
    const others = kinds.map((kind) => ({ kind, metadata: { name: 'x' }, value: 1 }));
    expect(read(JSON.stringify({ items: [a, ...others, b] }))).toMatchObject({ nodes: [{ name: 'a' }, { name: 'b' }], others, diagnostics: [] });
  });

  test('may be node groups, as YAML or JSON', () => {
    expect(names('# ours\nnodeGroups: [{name: a, count: 2}]\n---\nnodeGroups: [{name: b}]')).toEqual(['a-1', 'a-2', 'b-1']);
    expect(names('{"nodeGroups": [{"name": "a"}]}')).toEqual(['a-1']);
    expect(messages('nodeGroups: [{name: a, size: 1}]')).toEqual(['1:nodeGroups[0].size is no field here']);
    expect(messages('nodeGroups: [{name: a, count: 2}, {name: a-1}]\n---\nnodeGroups: [{name: a}]')).toEqual(["the node 'a-1' is there twice"]);
  });

  test('has each node once', () => {
    const { nodes, diagnostics } = read(JSON.stringify({ items: [a, b, a] }));
    expect(nodes).toHaveLength(2);
    expect(diagnostics).toEqual([{ file: 'nodes', line: 1, column: expect.any(Number) as number, message: "the node 'a' is there twice; a list has each node once" }]);
  });
});

describe('what is wrong with a list of nodes', () => {
  test.each<[string, string[]]>([
    ['{"items": [\n  {"kind": "Pod"}, 5,\n  {"metadata": {}}]}', ['2:3:there is an object of kind Pod', '2:20:there is something that is no node', '3:3:there is a node without a name (metadata.name)']],
    ['kind: Deployment\n---\na', ['1:there is an object of kind Deployment', '3:there is something that is no node']],
    ['{"items": [\n  {"metadata": {"name": "é"}}, {"metadata" 1}]}', ["2:44:this is no JSON: Expected ':' after property name"]],
    ['{"items": [{"metadata": {"name": "a"}},\r\n  {', ['2:4:the file ends in the middle of an object']],
    ['{"items": [{"metadata"', ['1:23:the file ends in the middle of an object']],
    ['metadata: [', ['1:1:unexpected end of the stream within a flow collection']],
  ])('%j is told with its place', (text, expected) => {
    expect(messages(text)).toEqual(expected);
  });

  test('does not hide the nodes that come before it, after which it is not YAML any more', () => {
    expect(read('{"items": [{"metadata": {"name": "a"}}, {').nodes).toHaveLength(1);
    expect(read('[{"metadata": {"name": "a"}}, {metadata: {name: b}}]')).toMatchObject({ nodes: [{ name: 'a' }], diagnostics: [{ line: 1, column: 32 }] });
  });

  test('is told in few words where everything is wrong', () => {
    const pods = (count: number) => JSON.stringify({ items: Array(count).fill({ kind: 'Pod' }) });
    expect(messages(pods(2))).toEqual(['1:11:there is an object of kind Pod', '1 more object is like that']);
    expect(messages(pods(2_000))).toEqual(['1:11:there is an object of kind Pod', '1,999 more objects are like that']);
    expect(messages(JSON.stringify(Array.from({ length: 1_000 }, (_, index) => ({ kind: `Kind${index}` }))))).toHaveLength(11);
  });
});
