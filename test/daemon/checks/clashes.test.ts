import { JsonPatch } from 'cdk8s';
import { Protocol } from 'cdk8s-plus-27';
import { Daemon, DaemonProps, Defaults, Discovery, HostPath, KubernetesAccess, Nodes, Placement, Privileges } from '../../../src';
import { IMAGE, problems } from '../../util';

/** The problems of some daemons in one namespace, `a`, `b` … in this order. */
function together(...daemons: Partial<DaemonProps>[]): string[] {
  return problems((chart) => daemons.forEach((props, index) => new Daemon(chart, 'abc'[index], { image: IMAGE, ...props })));
}

const WINDOWS = { placement: Placement.windows() };
const ON_GPU = { placement: Placement.nodes(Nodes.withLabel('gpu', 'true')) };
const NOT_ON_GPU = { placement: Placement.nodes(Nodes.withoutLabel('gpu', 'true')) };

describe('two daemons of one name', () => {
  const TAKEN = (id: string, other: string) =>
    `[chart/${id}] the name 'agent' is taken: the daemon 'chart/${other}' has it in namespace 'node-agents' too; give one of them another name, or say for which clusters they are: DaemonSettings.apply(scope, { cluster })`;

  test('fail in one namespace, which is told once for all that they are made of', () => {
    const found = { discovery: [Discovery.headless()], ports: [{ name: 'metrics', number: 9100 }] };
    const agent = { name: 'agent', hostPaths: [HostPath.stateDirectory()], privileges: Privileges.root(), ...found };
    expect(together(agent, agent)).toEqual([TAKEN('b', 'a')]);
  });

  test('fail each against the first', () => {
    expect(together({ name: 'agent' }, { name: 'agent' }, { name: 'agent' })).toEqual([TAKEN('b', 'a'), TAKEN('c', 'a')]);
  });

  test('fail on different nodes too', () => expect(together({ name: 'agent', ...ON_GPU }, { name: 'agent', ...NOT_ON_GPU })).toEqual([TAKEN('b', 'a')]));

  test('fail where no namespace is said', () => {
    expect(problems((chart) => ['a', 'b'].forEach((id) => new Daemon(chart, id, { name: 'agent', image: IMAGE })), {})).toEqual([
      "[chart/b] the name 'agent' is taken: the daemon 'chart/a' has it in one namespace too; give one of them another name, or say for which clusters they are: DaemonSettings.apply(scope, { cluster })",
    ]);
  });

  test('may be in two namespaces', () => expect(together({ name: 'agent' }, { name: 'agent', namespace: 'other' })).toEqual([]));
});

describe('two daemons whose companions have one name', () => {
  const REPLACE = 'and one would replace the other; give one of them another name';

  test('fail when it is a Service', () => {
    const ports = [{ name: 'metrics', number: 9100 }];
    expect(together({ ports, discovery: [Discovery.headless({ name: 'stats' })] }, { ports, discovery: [Discovery.service({ name: 'stats' })] })).toEqual([
      `[chart/b] the Service 'stats' is also made by the daemon 'chart/a', ${REPLACE}`,
    ]);
    expect(together({ ports, discovery: [Discovery.headless({ name: 'stats' })] }, { ports, namespace: 'other', discovery: [Discovery.headless({ name: 'stats' })] })).toEqual([]);
  });

  test('fail when it is a ClusterRole, which belongs to no namespace', () => {
    const kubernetesAccess = [KubernetesAccess.read('pods')];
    expect(together({ namespace: 'team', name: 'node-agent', kubernetesAccess }, { namespace: 'team-node', name: 'agent', kubernetesAccess })).toEqual([
      `[chart/b] the ClusterRole 'team-node-agent' is also made by the daemon 'chart/a', ${REPLACE}`,
    ]);
  });
});

describe('two daemons and one host port', () => {
  const metrics = { ports: [{ name: 'metrics', number: 9100, hostPort: 9100 }] };
  const TAKEN = ["[chart/b] the port TCP/9100 of a node is taken by the daemon 'chart/a' too, on nodes that both run on, where one of them would stay Pending; "
    + 'give one of them another port or other nodes'];

  test.each([
    ['both by hostPort', metrics, metrics],
    ['both by discovery', { ports: [{ name: 'metrics', number: 9100 }], discovery: [Discovery.hostPort('metrics')] }, metrics],
    ['one by the host network', { ports: [{ number: 9100 }], hostNetwork: true }, metrics],
    ['both by the host network', { ports: [{ number: 9100 }], hostNetwork: true }, { ports: [{ number: 9100 }], hostNetwork: true }],
    ['one in a sidecar', metrics, { sidecars: [{ name: 'proxy', image: IMAGE, ports: [{ number: 9100, hostPort: 9100 }] }] }],
    ['in two namespaces', metrics, { ...metrics, namespace: 'other' }],
    ['on overlapping nodes', { ...metrics, ...ON_GPU }, { ...metrics, placement: Placement.nodes(Nodes.withLabel('gpu'), Nodes.withLabel('pool', 'a')) }],
    ['at one address', { ports: [{ number: 9100, hostPort: 9100, hostIp: '127.0.0.1' }] }, metrics],
  ] as [string, Partial<DaemonProps>, Partial<DaemonProps>][])('fail %s', (_, a, b) => expect(together(a, b)).toEqual(TAKEN));

  test.each([
    ['on two operating systems', metrics, { ...metrics, ...WINDOWS }],
    ['on nodes with and without a label', { ...metrics, ...ON_GPU }, { ...metrics, ...NOT_ON_GPU }],
    ['by two protocols', metrics, { ports: [{ number: 9100, hostPort: 9100, protocol: Protocol.UDP }] }],
    ['in the pod only', metrics, { ports: [{ number: 9100 }] }],
    ['in an init container', metrics, { initContainers: [{ name: 'init', image: IMAGE, ports: [{ number: 9100, hostPort: 9100 }] }] }],
    ['at two addresses', { ports: [{ number: 9100, hostPort: 9100, hostIp: '127.0.0.1' }] }, { ports: [{ number: 9100, hostPort: 9100, hostIp: '10.0.0.1' }] }],
  ] as [string, Partial<DaemonProps>, Partial<DaemonProps>][])('do not meet %s', (_, a, b) => expect(together(a, b)).toEqual([]));

  test('fail once for each daemon that comes later', () => {
    expect(together(metrics, metrics, metrics).map((line) => line.slice(0, 10))).toEqual(['[chart/b] ', '[chart/c] ']);
  });

  test('fail in one daemon too', () => {
    const beside = { name: 'beside', image: IMAGE, ports: [{ number: 9200, hostPort: 9100 }] };
    const text = ['[chart/a] two ports of the daemon take TCP/9100 of a node; give one of them another number'];
    expect(together({ ...metrics, sidecars: [beside] })).toEqual(text);
    expect(together({ ...metrics, containers: [{ ...beside, ports: [{ number: 9200, hostPort: 9100, hostIp: '127.0.0.1' }] }] })).toEqual(text);
    expect(together({ ...metrics, containers: [beside] })).toEqual(['[chart/a] spec.template.spec.containers[1].ports[0].hostPort: Duplicate value: "TCP//9100"']);
  });

  test('fail by a patch too, and are mended by one', () => {
    const patched = (a: Partial<DaemonProps>, op: JsonPatch) => problems((chart) => {
      new Daemon(chart, 'a', { image: IMAGE, ...metrics });
      new Daemon(chart, 'b', { image: IMAGE, ...a }).addJsonPatch(op);
    });
    expect(patched({ ports: [{ number: 9100 }] }, JsonPatch.add('/spec/template/spec/hostNetwork', true))).toEqual(TAKEN);
    expect(patched(metrics, JsonPatch.replace('/spec/template/spec/nodeSelector', { 'kubernetes.io/os': 'windows' }))).toEqual([]);
  });
});

describe('two daemons and one directory of the node', () => {
  const writing = (path: string, shared?: boolean) => ({ hostPaths: [HostPath.readWrite(path, { shared, mountPath: '/data' })], privileges: Privileges.root() });
  const state = (path?: string) => ({ hostPaths: [HostPath.stateDirectory({ path })], privileges: Privileges.root() });
  const WRITTEN = (path: string, as = '') => [`[chart/b] the directory '${path}' of a node is written by the daemon 'chart/a' too${as}, on nodes that both run on; `
    + 'give each a directory of its own (HostPath.stateDirectory()), or say shared: true'];

  test.each([
    ['equal', writing('/data'), writing('/data'), WRITTEN('/data')],
    ['equal but for the spelling', writing('/data'), writing('//data/'), WRITTEN('/data')],
    ['as state', state('/data'), state('/data'), WRITTEN('/data')],
    ['inside the other\'s', writing('/data'), writing('/data/b'), WRITTEN('/data/b', " (as '/data')")],
    ['around the other\'s', writing('/data/a/x'), writing('/data'), WRITTEN('/data', " (as '/data/a/x')")],
    ['around all', writing('/data'), writing('/'), WRITTEN('/', " (as '/data')")],
    ['of other namespaces', writing('/data'), { ...writing('/data'), namespace: 'other' }, WRITTEN('/data')],
  ] as [string, DaemonProps, DaemonProps, string[]][])('fail when it is %s', (_, a, b, expected) => {
    expect(together(a, b)).toEqual(expected);
  });

  test.each([
    ['shared by both', writing('/data', true), writing('/data', true)],
    ['on different nodes', { ...writing('/data'), ...ON_GPU }, { ...writing('/data'), ...NOT_ON_GPU }],
    ['beside each other', writing('/data'), writing('/data-2')],
    ['read by one', writing('/data'), { hostPaths: [HostPath.readOnly('/data')] }],
    ['each its own by default', state(), state()],
  ] as [string, DaemonProps, DaemonProps][])('do not meet when it is %s', (_, a, b) => expect(together(a, b)).toEqual([]));

  test('fail once for each daemon that comes later', () => {
    expect(together(writing('/data'), writing('/data'), writing('/data')).map((line) => line.slice(0, 10))).toEqual(['[chart/b] ', '[chart/c] ']);
  });

  test('are one daemon when two of its containers write it', () => {
    expect(together({ ...writing('/data'), containers: [{ name: 'beside', image: IMAGE, ...writing('/data/inner') }] })).toEqual([]);
  });
});

describe('two daemons and their selectors', () => {
  const adopted = (selector: { [key: string]: string }, podLabels = selector) => ({ defaults: Defaults.none(), selector, podLabels });
  const CAN = (a: string, b: string) => [`[chart/${b}] the DaemonSets '${a}' and '${b}' of namespace 'node-agents' can select each other's pods (see 'chart/${a}'); `
    + 'give them selectors that differ'];

  test('fail when they are equal', () => expect(together(adopted({ app: 'agent' }), adopted({ app: 'agent' }))).toEqual(CAN('a', 'b')));

  test('fail when one takes the other\'s pods, whichever comes first', () => {
    const [wide, narrow] = [adopted({ app: 'agent' }), adopted({ app: 'agent', tier: 'node' })];
    expect(together(wide, narrow)).toEqual(CAN('a', 'b'));
    expect(together(narrow, wide)).toEqual(CAN('a', 'b'));
  });

  test('fail when one was given and the other is recommended', () => {
    expect(together({ program: 'agent' }, { selector: { 'app.kubernetes.io/name': 'agent' } })).toEqual(CAN('a', 'b'));
    expect(together({ program: 'other' }, { selector: { 'app.kubernetes.io/name': 'agent' } })).toEqual([]);
  });

  test('are read after patches, also where one has no labels to match', () => {
    expect(problems((chart) => {
      new Daemon(chart, 'a', { image: IMAGE, ...adopted({ app: 'agent' }) });
      new Daemon(chart, 'b', { image: IMAGE, ...adopted({ tier: 'node' }) }).addJsonPatch(
        JsonPatch.add('/spec/template/metadata/labels/app', 'agent'),
        JsonPatch.replace('/spec/selector', { matchExpressions: [{ key: 'tier', operator: 'Exists' }] }),
      );
    })).toEqual(CAN('a', 'b'));
  });

  test('do not meet in two namespaces', () => expect(together(adopted({ app: 'agent' }), { ...adopted({ app: 'agent' }), namespace: 'other' })).toEqual([]));

  test('do not meet when each has its own, also for one program', () => expect(together({ program: 'agent' }, { program: 'agent' }, { program: 'agent' })).toEqual([]));
});
