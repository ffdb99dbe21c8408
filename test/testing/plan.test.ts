import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, JsonPatch, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { Daemon, HostPath, NodeExporterDaemon, Nodes, Priority, Privileges, testing, Tolerations, Variant } from '../../src';

const { NodeList, Outcome, Plan } = testing;

const NODES = NodeList.fromText(`
nodeGroups:
  - name: worker
    count: 2
    allocatable: { cpu: "1", memory: 1Gi }
  - name: gpu
    labels: { gpu: "true" }
    taints: ["gpu:NoSchedule"]
  - name: windows
    os: windows
`);

const IMAGE = 'registry.example.com/agent:1.4.2';

function chart(): Chart {
  return new Chart(new App(), 'agents', { namespace: 'agents' });
}

describe('a plan in the tests of an app', () => {
  test('tells what becomes of a DaemonSet on a node, and why', () => {
    const agents = chart();
    new Daemon(agents, 'agent', { image: IMAGE, tolerations: Tolerations.none() });
    const plan = Plan.of(agents, NODES);
    expect(plan.daemonSets).toEqual(['agents/agent']);
    expect(plan.outcome('agent', 'worker-1')).toBe(Outcome.RUNS);
    expect(plan.outcome('agents/agent', 'gpu-1')).toBe(Outcome.KEEP_ONLY);
    expect(plan.outcome('agent', 'windows-1')).toBe(Outcome.NOT_DESIRED);
    expect(plan.reasons('agent', 'worker-1')).toEqual([]);
    expect(plan.reasons('agent', 'gpu-1')).toEqual(['taint gpu:NoSchedule is not tolerated']);
  });

  test('tells on which nodes it runs, or has another outcome', () => {
    const agents = chart();
    new NodeExporterDaemon(agents, 'node-exporter');
    const plan = Plan.of(agents, NODES);
    expect(plan.nodes('node-exporter')).toEqual(['worker-1', 'worker-2']);
    // what the node has is not told
    expect(plan.nodes('node-exporter', Outcome.UNKNOWN)).toEqual(['gpu-1']);
    expect(plan.nodes('node-exporter', Outcome.PENDING)).toEqual([]);
  });

  test('has every chart of an app, with its patches', () => {
    const app = new App();
    const [one, other] = ['one', 'other'].map((name) => new Chart(app, name, { namespace: name }));
    new Daemon(one, 'agent', { image: IMAGE });
    new Daemon(other, 'agent', { image: IMAGE }).daemonSets[0].addJsonPatch(JsonPatch.add('/spec/template/spec/nodeName', 'worker-2'));
    const plan = Plan.of(app, NODES);
    expect(plan.daemonSets).toEqual(['one/agent', 'other/agent']);
    expect(plan.nodes('one/agent')).toContain('worker-1');
    expect(plan.nodes('other/agent')).toEqual(['worker-2']);
  });

  test('names everything that is not as it should be, a sentence each', () => {
    const agents = chart();
    new ApiObject(agents, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'agents', labels: { 'pod-security.kubernetes.io/enforce': 'baseline' } } });
    const tolerations = Tolerations.none();
    new Daemon(agents, 'big', { image: IMAGE, tolerations, resources: { cpu: { request: Cpu.units(3) }, memory: { request: Size.mebibytes(64) } } });
    new Daemon(agents, 'reader', { image: IMAGE, tolerations, hostPaths: [HostPath.readOnly('/proc')], privileges: Privileges.root() });
    const labels = { app: 'port' };
    for (const name of ['port-a', 'port-b']) {
      const containers = [{ name: 'c', image: IMAGE, ports: [{ containerPort: 80 }] }];
      new ApiObject(agents, name, {
        apiVersion: 'apps/v1',
        kind: 'DaemonSet',
        metadata: { name, namespace: 'open', labels: { 'cdk8s-daemons/daemon': 'port' }, annotations: { 'cdk8s-daemons/domain': 'kubernetes.io/os=linux' } },
        spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { hostNetwork: true, nodeSelector: { 'kubernetes.io/os': 'linux' }, containers } } },
      });
    }
    expect(Plan.of(agents, NODES).problems).toEqual([
      'agents/big stays Pending on worker-1, worker-2: cpu: 3 requested, 1 left (0 of 1 taken)',
      expect.stringMatching(/^agents\/reader is refused on worker-1, worker-2: the namespace 'agents' forbids these pods: violates PodSecurity "baseline:latest": hostPath/),
      expect.stringMatching(/^open\/port-b stays Pending on worker-1, worker-2: port 80\/TCP of container c is taken on the node by open\/port-a/),
      'open/port-a and open/port-b want the port 80/TCP of worker-1, worker-2',
      'open/port-a and open/port-b both take a node with kubernetes.io/os=linux',
      'open/port-a and open/port-b both take the node worker-1 with kubernetes.io/os=linux',
    ]);
  });

  test('holds where variants take each node once', () => {
    const agents = chart();
    new Daemon(agents, 'agent', { image: IMAGE, variants: [Variant.of('gpu', Nodes.withLabel('gpu', 'true'), { args: ['--gpu'] })] });
    const plan = Plan.of(agents, NODES);
    expect(plan.problems).toEqual([]);
    expect(plan.nodes('agent-gpu', Outcome.UNKNOWN)).toEqual(['gpu-1']);
  });

  test('can take nodes for settled, and the cluster for complete', () => {
    const nodes = NodeList.fromText('nodeGroups: [{ name: node, ready: false, allocatable: { cpu: 1 } }]');
    const agents = chart();
    new Daemon(agents, 'agent', { image: IMAGE, tolerations: Tolerations.none(), priority: Priority.named('mine') });
    expect(Plan.of(agents, nodes).outcome('agent', 'node-1')).toBe(Outcome.KEEP_ONLY);
    expect(Plan.of(agents, nodes, { settled: true }).outcome('agent', 'node-1')).toBe(Outcome.RUNS);
    expect(Plan.of(agents, nodes, { settled: true, complete: true }).outcome('agent', 'node-1')).toBe(Outcome.REJECTED);
  });

  test('does not answer about what is not there', () => {
    const app = new App();
    ['one', 'other'].forEach((name) => new Daemon(new Chart(app, name, { namespace: name }), 'agent', { image: IMAGE }));
    const plan = Plan.of(app, NODES);
    expect(() => plan.outcome('nobody', 'worker-1')).toThrow("there is no DaemonSet 'nobody'; there are one/agent, other/agent");
    expect(() => plan.outcome('agent', 'worker-1')).toThrow("there are several DaemonSets 'agent': one/agent, other/agent; say which with its namespace");
    expect(() => plan.reasons('one/agent', 'worker-9')).toThrow("there is no node 'worker-9'; there are gpu-1, windows-1, worker-1, worker-2");
  });

  test('is not made of what cannot be read, and every problem is named', () => {
    const agents = chart();
    expect(() => Plan.of(agents, NodeList.fromText('nodeGroups: []'))).toThrow(/^there is no plan:\n- there is no DaemonSet among the manifests$/);
    new Daemon(agents, 'agent', { image: IMAGE });
    expect(() => Plan.of(agents, NodeList.fromText('nodeGroups: [{ name: a, size: 3 }]')))
      .toThrow(/^there is no plan:\n- there is no node in the list of nodes\n- the text, line 1: nodeGroups\[0\]\.size is no field here/);
    const half = '[{"kind": "Node", "metadata": {"name": "a"}}, {"kind": "Pod"}]';
    expect(() => Plan.of(agents, NodeList.fromText(half))).toThrow(/^there is no plan:\n- the text, line 1: there is an object of kind Pod/);
    expect(() => Plan.of(agents, NodeList.fromFile('/nowhere/nodes.json'))).toThrow('- /nowhere/nodes.json: there is no such file or directory');
  });

  test('is told of nodes in a file, as kubectl prints them', () => {
    const directory = mkdtempSync(join(tmpdir(), 'nodes-'));
    try {
      const file = join(directory, 'nodes.json');
      writeFileSync(file, JSON.stringify({ kind: 'List', items: [{ kind: 'Node', metadata: { name: 'n-1', labels: { 'kubernetes.io/os': 'linux' } } }] }));
      const agents = chart();
      new Daemon(agents, 'agent', { image: IMAGE });
      expect(Plan.of(agents, NodeList.fromFile(file)).outcome('agent', 'n-1')).toBe(Outcome.UNKNOWN);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
