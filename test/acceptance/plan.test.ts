import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Packed } from './packed';
import { jsonErrors } from '../report/schemas';

const ROOT = join(__dirname, '..', '..');
const PLATFORM = readFileSync(join(ROOT, 'examples', '09-platform', 'dist', 'platform.k8s.yaml'), 'utf8');
const NODES = readFileSync(join(ROOT, 'test', 'data', 'nodes', 'eks.json'), 'utf8');
const PODS = readFileSync(join(ROOT, 'test', 'data', 'pods', 'eks.json'), 'utf8');

describe('the packed command line plans', () => {
  let packed: Packed;

  beforeAll(() => {
    packed = new Packed();
    packed.write('dist/platform.yaml', PLATFORM);
    packed.write('nodes.json', NODES);
    packed.write('pods.json', PODS);
    packed.write('groups.yaml', 'nodeGroups: [{name: worker, count: 3, allocatable: {cpu: 4, memory: 16Gi}}]\n');
    packed.write('none.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n');
    packed.write('broken.json', NODES.slice(0, NODES.length / 2));
  }, 60_000);

  afterAll(() => packed.remove());

  test('with what the package brings, and nothing else', () => {
    expect(packed.files).toEqual(expect.arrayContaining(['schemas/plan.json', 'schemas/node-groups.json']));
    const { code, out, err } = packed.run(['plan', '--nodes', 'nodes.json']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Each of 15 DaemonSets runs on every node that it is for/);
  });

  test('what its schema says, twice the same', () => {
    const argv = ['plan', '--nodes', 'nodes.json', '--pods', 'pods.json', '--what-if', 'remove ip-10-60-77-9.eu-central-1.compute.internal', '--output', 'json'];
    const { out } = packed.run(['plan', '--nodes', 'nodes.json', '--pods', 'pods.json', '--output', 'json']);
    expect(jsonErrors('plan.json', out)).toEqual([]);
    const [once, again] = [packed.run(argv), packed.run(argv)];
    expect(once.out).toContain('"whatIf": {');
    expect([again.code, again.out, again.err]).toEqual([once.code, once.out, once.err]);
  });

  test('a page that is one file and asks for nothing', () => {
    const { code, out } = packed.run(['plan', '--nodes', 'nodes.json', '--output', 'html']);
    expect(code).toBe(0);
    expect(out).toMatch(/^<!doctype html>/i);
    expect(out.match(/\b(?:src|href)="(?!#)[^"]*"|\bimport\s+[{*"']|@import|url\(/g) ?? []).toEqual([]);
  });

  test('a list of nodes that is larger than the memory it has: none of them is kept', () => {
    const items = JSON.parse(NODES).items as { metadata: { name: string } }[];
    const texts = items.map((node) => JSON.stringify({ ...node, metadata: { ...node.metadata, name: '{name}' } }));
    const fleet = Array.from({ length: 1_000 }, (_, round) => texts.map((text, index) => text.replace('{name}', `n-${index}-${round}`)).join());
    packed.write('fleet.json', `{"kind": "List", "items": [${fleet.join()}]}`);
    const { code, out, err } = packed.run(['plan', '--nodes', 'fleet.json', '--output', 'json'], { nodeOptions: ['--max-old-space-size=48'] });
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out).nodeClasses.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(items.length * 1_000);
  }, 60_000);

  test.each([
    ['nodes', ['plan', '--nodes', '-'], NODES],
    ['node groups', ['plan', '--nodes', '-'], 'nodeGroups: [{name: a, count: 16}]'],
    ['pods', ['plan', '--nodes', 'nodes.json', '--pods', '-'], PODS],
    ['manifests', ['plan', '-', '--nodes', 'nodes.json'], PLATFORM],
  ])('with %s from standard input', (_, argv, input) => {
    const { code, out, err } = packed.run(argv, { input });
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('node-agents/fluent-bit ');
  });

  test.each([
    [['plan', 'none.yaml', '--nodes', 'nodes.json'], 'there is no DaemonSet among the manifests'],
    [['plan', '--nodes', 'missing.json'], 'missing.json: there is no such file or directory'],
    [['plan', '--nodes', 'none.yaml'], 'there is an object of kind ConfigMap'],
    [['plan', '--nodes', 'broken.json'], 'the file ends in the middle of an object; was it cut off?'],
    [['plan', '--nodes', 'groups.yaml', '--why', 'worker-9/otel'], "there is no node 'worker-9'"],
    [['plan', '--nodes', 'groups.yaml', '--pods', 'nodes.json'], 'there is an object of kind Node'],
  ])('and ends with 2 and no trace of a stack after %j', (argv, message) => {
    const { code, err } = packed.run(argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).not.toMatch(/^ +at |mistake of the program/m);
  });

  test('or tells what is wrong, whatever is in the list of nodes', () => {
    const value = fc.oneof(fc.constantFrom<unknown>(null, [], {}, [null], { a: null }), fc.string(), fc.integer(), fc.boolean());
    const spoilt = fc.record({ path: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 5 }), by: value });
    fc.assert(fc.property(fc.array(spoilt, { minLength: 1, maxLength: 4 }), fc.constantFrom('nodes', 'pods'), (all, which) => {
      const list = JSON.parse(which === 'nodes' ? NODES : PODS);
      list.items = list.items.slice(0, 4);
      all.forEach(({ path, by }) => spoil(list.items, path, by));
      packed.write(`spoilt-${which}.json`, JSON.stringify(list));
      const argv = which === 'nodes' ? ['--nodes', 'spoilt-nodes.json'] : ['--nodes', 'nodes.json', '--pods', 'spoilt-pods.json'];
      const { code, out, err } = packed.run(['plan', ...argv]);
      expect([0, 1, 2]).toContain(code);
      expect(err).not.toMatch(/^ +at |mistake of the program/m);
      expect(out !== '' || err !== '').toBe(true);
    }), { numRuns: 25 });
  }, 120_000);

  test('and may be told to be quiet by who reads no further', async () => {
    const { code, err } = await packed.runWithReaderThatLeaves(['plan', '--nodes', 'nodes.json', '--output', 'json']);
    expect([code, err]).toEqual([0, '']);
  });
});

/** Puts a value somewhere into another one. */
function spoil(root: unknown, path: readonly number[], by: unknown): void {
  let at = root as Record<string, unknown>;
  path.forEach((step, index) => {
    const keys = Object.keys(at ?? {});
    if (typeof at !== 'object' || at === null || keys.length === 0) {
      return;
    }
    const key = keys[step % keys.length];
    if (index === path.length - 1) {
      at[key] = by;
    } else {
      at = at[key] as Record<string, unknown>;
    }
  });
}
