import { App, ApiObject, Chart, JsonPatch, Testing } from 'cdk8s';
import { Daemon, DaemonNamespace, HostPath, Privileges } from '../../src';

const image = 'registry.example.com/agent:1.0.0';
const LABELS = ['enforce', 'warn', 'audit'].map((mode) => `pod-security.kubernetes.io/${mode}`);

function levels(chart: Chart): string[] {
  const namespace = Testing.synth(chart).find((object) => object.kind === 'Namespace');
  return LABELS.map((label) => namespace.metadata.labels[label]);
}

describe('the namespace of daemons', () => {
  let chart: Chart;

  beforeEach(() => {
    chart = new Chart(new App(), 'agents', { namespace: 'agents' });
  });

  test('is restricted as long as every daemon in it is', () => {
    new DaemonNamespace(chart, 'namespace');
    new Daemon(chart, 'agent', { image });
    expect(levels(chart)).toEqual(['restricted', 'restricted', 'restricted']);
  });

  test('is baseline with a daemon that runs as root', () => {
    new DaemonNamespace(chart, 'namespace');
    new Daemon(chart, 'agent', { image });
    new Daemon(chart, 'root', { image, privileges: Privileges.root() });
    expect(levels(chart)).toEqual(['baseline', 'baseline', 'baseline']);
  });

  test('is privileged with a daemon that sees a path of the node, even when that is defined before it', () => {
    new Daemon(chart, 'reader', { image, hostPaths: [HostPath.readOnly('/proc')] });
    new DaemonNamespace(chart, 'namespace');
    expect(levels(chart)).toEqual(['privileged', 'privileged', 'privileged']);
  });

  test('takes account of daemons in other charts and of patches, not of other namespaces', () => {
    const other = new Chart(chart.node.root, 'other', { namespace: 'other' });
    new DaemonNamespace(chart, 'namespace');
    new Daemon(other, 'elsewhere', { image, hostNetwork: true });
    expect(levels(chart)).toEqual(['restricted', 'restricted', 'restricted']);
    const agent = new Daemon(other, 'agent', { image, namespace: 'agents' });
    agent.addJsonPatch(JsonPatch.add('/spec/template/spec/hostPID', true));
    expect(levels(chart)).toEqual(['privileged', 'privileged', 'privileged']);
  });

  test('is written as its daemons are then, also when it has been read before', () => {
    const namespace = new DaemonNamespace(chart, 'namespace');
    const agent = new Daemon(chart, 'agent', { image });
    expect(namespace.node.validate()).toEqual([]);
    agent.addJsonPatch(JsonPatch.add('/spec/template/spec/hostPID', true));
    expect(ApiObject.of(namespace).toJson().metadata.labels).toMatchObject({ 'pod-security.kubernetes.io/enforce': 'privileged' });
  });

  test('stands before its daemons in the file, whichever was defined first', () => {
    new Daemon(chart, 'agent', { image });
    new DaemonNamespace(chart, 'namespace');
    new Daemon(chart, 'later', { image });
    expect(Testing.synth(chart)[0].kind).toBe('Namespace');
  });

  test('has its name from itself, its chart or its id, and no namespace of its own', () => {
    const name = (namespace: DaemonNamespace) => ApiObject.of(namespace).toJson().metadata;
    expect(name(new DaemonNamespace(chart, 'a', { name: 'given' }))).toMatchObject({ name: 'given' });
    expect(name(new DaemonNamespace(chart, 'b'))).toMatchObject({ name: 'agents' });
    expect(name(new DaemonNamespace(new Chart(new App(), 'chart'), 'My Agents'))).toMatchObject({ name: 'my-agents' });
    expect(name(new DaemonNamespace(chart, 'c'))).not.toHaveProperty('namespace');
  });

  test('admits the system priorities by a quota, which kube-system does not need', () => {
    new DaemonNamespace(chart, 'namespace');
    new DaemonNamespace(chart, 'system', { name: 'kube-system' });
    new DaemonNamespace(chart, 'plain', { name: 'plain', systemPriorityQuota: false });
    const quotas = Testing.synth(chart).filter((object) => object.kind === 'ResourceQuota');
    expect(quotas.map((quota) => [quota.metadata.namespace, quota.spec])).toEqual([['agents', {
      hard: { pods: '1G' },
      scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['system-cluster-critical', 'system-node-critical'] }] },
    }]]);
  });

  test('carries labels and annotations of its own', () => {
    new DaemonNamespace(chart, 'namespace', { labels: { team: 'platform' }, annotations: { owner: 'platform@example.com' } });
    expect(Testing.synth(chart)[0].metadata).toMatchObject({ labels: { team: 'platform' }, annotations: { owner: 'platform@example.com' } });
  });
});
