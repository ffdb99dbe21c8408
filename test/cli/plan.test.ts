import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main';

const daemonSet = (name: string, spec = '', metadata = '') => `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: ${name}, namespace: agents, labels: {app: agent}${metadata}}
spec:
  selector: {matchLabels: {name: ${name}}}
  template:
    metadata: {labels: {name: ${name}}}
    spec: {${spec}containers: [{name: c, image: i, resources: {requests: {cpu: 100m}}}]}
`;
const NODES = 'nodeGroups: [{name: w, count: 2, labels: {disk: ssd}, allocatable: {cpu: 1}}, {name: gpu, taints: ["gpu:NoSchedule"], allocatable: {cpu: 1}}]\n';
const PORTS = 'hostNetwork: true, initContainers: [{name: i, image: i, restartPolicy: Always, ports: [{containerPort: 80}]}], ';
const ON_SSD = 'nodeSelector: {disk: ssd}, ';

describe('the command plan', () => {
  const directory = mkdtempSync(join(tmpdir(), 'plan-'));
  const file = (name: string, content: string) => {
    writeFileSync(join(directory, name), content);
    return join(directory, name);
  };

  afterAll(() => rmSync(directory, { recursive: true }));

  function run(...argv: string[]): { code: number; out: string; err: string } {
    const [out, err]: string[][] = [[], []];
    const code = main(argv, { out: (text) => out.push(text), err: (text) => err.push(text), colour: false });
    return { code, out: out.join(''), err: err.join('') };
  }

  function plan(manifests: string, ...argv: string[]): ReturnType<typeof run> {
    return run('plan', file('manifests.yaml', manifests), '--nodes', file('nodes.yaml', NODES), ...argv);
  }

  const json = (manifests: string, ...argv: string[]) => JSON.parse(plan(manifests, '-o', 'json', ...argv).out);

  test('answers on standard output alone, in every format', () => {
    for (const [format, begin] of [['text', 'a runs on'], ['json', '{\n  "schemaVersion": 1,'], ['html', '<!DOCTYPE html>'], ['markdown', '### `a` runs']]) {
      const { code, out, err } = plan(daemonSet('a'), '--output', format);
      expect([format, code, err]).toEqual([format, 0, '']);
      expect(out.slice(0, begin.length)).toBe(begin);
    }
  });

  test.each([
    ['nothing to fail on', [], daemonSet('a'), 0],
    ['pods that wait', [], daemonSet('a').replace('100m', '9'), 0],
    ['pods that wait, and shall not', ['--fail-on', 'pending'], daemonSet('a').replace('100m', '9'), 1],
    ['two on one port', [], daemonSet('a', PORTS) + '---\n' + daemonSet('b', PORTS), 1],
    ['two on one port, where that is fine', ['--fail-on', 'rejected, gap'], daemonSet('a', PORTS) + '---\n' + daemonSet('b', PORTS), 0],
    ['pods that are refused', [], daemonSet('a', 'priority: 5, '), 1],
    ['pods that are refused, where nothing fails', ['--fail-on', 'never'], daemonSet('a', 'priority: 5, '), 0],
    ['a gap', ['--partition', 'app=agent', '--over', 'kubernetes.io/os=linux'], daemonSet('a', ON_SSD), 1],
    ['an overlap', ['--partition', 'app=agent'], daemonSet('a', ON_SSD) + '---\n' + daemonSet('b', ON_SSD), 1],
    ['a partition', ['--partition', 'app=agent'], daemonSet('a', ON_SSD), 0],
    ['nodes that keep their pods, and shall not', ['--fail-on', 'keep-only'], daemonSet('a'), 1],
    ['what is not known, and shall be', ['--fail-on', 'unknown'], daemonSet('a', 'schedulerName: mine, '), 1],
    ['pods that end others, and shall not', ['--fail-on', 'preemption'],
      daemonSet('a').replace('100m', '1') + '---\n' + daemonSet('b', 'priorityClassName: system-node-critical, ').replace('100m', '1'), 1],
  ])('ends as it should with %s', (_, argv, manifests, code) => expect(plan(manifests, ...argv).code).toBe(code));

  test('knows no failures but those', () => {
    expect(plan(daemonSet('a'), '--fail-on', 'gap,all').err)
      .toBe("cdk8s-daemons: --fail-on takes gap, overlap, port-clash, rejected, pending, unknown, keep-only, preemption, never, and not 'all'; see cdk8s-daemons plan --help\n");
  });

  test.each([
    [[], 'say which nodes there are: --nodes FILE, with what kubectl get nodes -o json prints'],
    [['--nodes', 'n', '--over', 'a=b'], '--over says which nodes the DaemonSets of --partition take; say which DaemonSets these are'],
    [['-', '--nodes', '-'], 'standard input (-) can be one of the manifests, the nodes and the pods'],
    [['--nodes', '-', '--pods', '-'], 'standard input (-) can be one of the manifests, the nodes and the pods'],
    [['--nodes', 'n', '--why', 'w-1'], "--why takes NODE/DAEMONSET or NODE/NAMESPACE/DAEMONSET, and not 'w-1'"],
    [['--nodes', 'n', '-o', 'sarif'], "--output takes text, json, html, markdown, and not 'sarif'"],
    [['--nodes', 'n', '--kube-version', '1.27'], "--kube-version takes a version from 1.28 on, such as 1.36, and not '1.27'"],
    [['--node', 'n'], "Unknown option '--node'"],
  ])('says what is wrong with %j, in one line', (argv, problem) => {
    expect(run('plan', ...argv)).toEqual({ code: 2, out: '', err: `cdk8s-daemons: ${problem}; see cdk8s-daemons plan --help\n` });
  });

  test('says everything at once that is asked of what is not there', () => {
    const { code, out, err } = plan(daemonSet('a'), '--only', 'b', '--what-if', 'remove x', '--partition', 'app=z');
    expect([code, out]).toEqual([2, '']);
    expect(err.split('\n')).toEqual([
      "cdk8s-daemons: there is no DaemonSet 'b'; there are agents/a",
      'cdk8s-daemons: the selector of --partition meets the labels of no DaemonSet',
      "cdk8s-daemons: there is no node 'x'",
      '',
    ]);
    expect(plan(daemonSet('a'), '--what-if', 'drain x', '--partition', '=', '--over', '=').err.split('\n')).toEqual([
      expect.stringMatching(/^cdk8s-daemons: --what-if: 'drain x' is no change of nodes; there are/),
      "cdk8s-daemons: --partition: '=' is no selector of labels, such as app=fluentd",
      "cdk8s-daemons: --over: '=' is no selector of nodes, such as kubernetes.io/os=linux",
      '',
    ]);
  });

  test('tells what it cannot read with its place, answers about the rest, and ends with 2', () => {
    const { code, out, err } = plan(`${daemonSet('a')}---\na: [`);
    expect(code).toBe(2);
    expect(out).toContain('agents/a');
    expect(err).toMatch(/^cdk8s-daemons: \S+manifests\.yaml:10:\d+: .*\n$/);
  });

  test('tells of a DaemonSet that the API server could not read', () => {
    const { code, err } = plan(`${daemonSet('a')}---\n${daemonSet('b', 'nodeselector: {}, ')}`);
    expect(code).toBe(2);
    expect(err).toMatch(/manifests\.yaml:10: the DaemonSet agents\/b cannot be read by the API server: .*unknown field "spec\.template\.spec\.nodeselector"\n$/);
  });

  test.each(['pods.json', 'nodes.json'])('tells of %s that is not there', (name) => {
    const argv = name === 'pods.json' ? ['--pods', join(directory, 'no', name)] : ['--nodes', join(directory, 'no', name)];
    const { code, err } = plan(daemonSet('a'), ...argv);
    expect(code).toBe(2);
    expect(err).toContain(`no/${name}: there is no such file or directory`);
  });

  test('counts pods that run, of a list that kubectl gave', () => {
    const pod = { kind: 'Pod', metadata: { name: 'p', namespace: 'work' }, spec: { nodeName: 'w-1', containers: [{ name: 'c', resources: { requests: { cpu: '950m' } } }] } };
    const { daemonSets, placements } = json(daemonSet('a'), '--pods', file('pods.json', JSON.stringify({ kind: 'List', items: [pod] })));
    expect(daemonSets[0]).toMatchObject({ desired: 2, runs: 1, pending: 1 });
    expect(placements.flatMap(({ reasons }: { reasons: object[] }) => reasons)).toContainEqual(expect.objectContaining({ code: 'insufficient', node: 'w-1', used: '950m' }));
  });

  test('tells of one node and one DaemonSet why', () => {
    const manifests = `${daemonSet('a')}---\n${daemonSet('b')}`;
    expect(plan(manifests, '--why', 'gpu-1/a').out).toContain('taint gpu:NoSchedule is not tolerated');
    expect(plan(manifests, '--why', 'gpu-1/agents/a').out).toBe(plan(manifests, '--why', 'gpu-1/a').out);
    expect(json(manifests, '--why', 'w-2/b')).toMatchObject({ nodeClasses: [{ nodes: ['w-2'] }], daemonSets: [{ daemonSet: 'agents/b' }] });
  });

  test('plans as if, and says what changes', () => {
    const { whatIf, nodeClasses } = json(daemonSet('a', ON_SSD), '--what-if', 'label w-1 disk=hdd', '--what-if', 'add gpu=1');
    expect(whatIf).toMatchObject({ asked: ['label w-1 disk=hdd', 'add gpu=1'], changes: [{ node: 'w-1', daemonSet: 'agents/a', from: 'runs', to: 'not-desired' }] });
    expect(nodeClasses.flatMap(({ nodes }: { nodes: string[] }) => nodes).sort()).toEqual(['gpu-1', 'gpu-2', 'w-1', 'w-2']);
  });

  test('judges by the version that is said, and a newer one as the newest', () => {
    expect(json(daemonSet('a'), '--kube-version', '1.30').kubernetesVersion).toBe('1.30');
    expect(plan(daemonSet('a'), '--kube-version', '1.40').err).toBe('cdk8s-daemons: Kubernetes 1.40 is newer than what is known here; judged as 1.36\n');
  });

  test('has help, and the help of the program names it', () => {
    expect(run('plan', '--help')).toMatchObject({ code: 0, err: '' });
    expect(run('plan', '--help').out).toContain('--what-if');
    expect(run('--help').out).toContain('cdk8s-daemons plan');
  });
});
