import { ask, at, container, daemonSet, NodeGiven, planOf, PodGiven } from './ask';

const NODE = { name: 'w-1', allocatable: { cpu: '2', memory: '4Gi', pods: '10' } };

function pod(name: string, requests: object, given: Partial<PodGiven> = {}): PodGiven {
  return { name, nodeName: 'w-1', spec: { containers: [container(requests)] }, ...given };
}

function asking(name: string, cpu: string, spec: object = {}): object {
  return daemonSet(name, { containers: [container({ cpu })], ...spec });
}

describe('DaemonSets that compete for the room of a node', () => {
  test('get it in the order of the input', () => {
    const [a, b] = [asking('a', '1500m'), asking('b', '1')];
    expect(at(planOf([a, b], [NODE]), 'w-1', 'agents/b').reasons).toEqual([{
      code: 'insufficient', message: 'cpu: 1 requested, 500m left (1500m of 2 taken)', resource: 'cpu', requested: '1', used: '1500m', allocatable: '2', node: 'w-1',
    }]);
    expect(at(planOf([b, a], [NODE]), 'w-1', 'agents/b').outcome).toBe('runs');
  });

  test('give way to one of a higher priority, who says whom it ends', () => {
    const report = planOf([asking('a', '1500m'), asking('b', '1', { priorityClassName: 'system-node-critical' })], [NODE]);
    expect(at(report, 'w-1', 'agents/b')).toMatchObject({ outcome: 'runs', reasons: [{ code: 'preemption', message: 'it runs only by ending agents/a, of a lower priority' }] });
    expect(at(report, 'w-1', 'agents/a')).toMatchObject({ outcome: 'pending', codes: ['insufficient'] });
  });

  test('give way by their priority classes, unless these never preempt', () => {
    const priorityClass = (fields: object) => ({ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'high' }, value: 100, ...fields });
    const sets = [asking('a', '1500m'), asking('b', '1', { priorityClassName: 'high' })];
    expect(at(planOf([...sets, priorityClass({})], [NODE]), 'w-1', 'agents/b').outcome).toBe('runs');
    expect(at(planOf([...sets, priorityClass({ preemptionPolicy: 'Never' })], [NODE]), 'w-1', 'agents/b').outcome).toBe('pending');
    expect(at(planOf([asking('a', '1500m'), asking('b', '1'), priorityClass({ globalDefault: true })], [NODE]), 'w-1', 'agents/b').outcome).toBe('pending');
  });

  test('that wait and never preempt take the room that a less important one makes, which then makes more', () => {
    const classes = [['never', 2000, 'Never'], ['some', 20, 'PreemptLowerPriority'], ['low', 10, 'PreemptLowerPriority']].map(([name, value, preemptionPolicy]) => (
      { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name }, value, preemptionPolicy }));
    const sets = [asking('low', '900m', { priorityClassName: 'low' }), asking('never', '900m', { priorityClassName: 'never' }), asking('some', '1', { priorityClassName: 'some' })];
    const pods = [pod('p', { cpu: '400m' }, { priority: 10 })];
    const report = planOf([...classes, ...sets], [NODE], { pods });
    expect(report.daemonSets.map(({ daemonSet: id, runs }) => [id, runs])).toEqual([['agents/low', 0], ['agents/never', 1], ['agents/some', 1]]);
    expect(at(report, 'w-1', 'agents/some').reasons[0].message).toBe('it runs only by ending agents/low, work/p, of a lower priority');
  });

  test('do not preempt where they name their node, and so pass the scheduler by', () => {
    const report = planOf([asking('a', '1500m'), asking('b', '1', { priorityClassName: 'system-node-critical', nodeName: 'w-1' })], [NODE]);
    expect(at(report, 'w-1', 'agents/b').outcome).toBe('pending');
  });

  test('all show why they wait, with every number', () => {
    const hungry = daemonSet('hungry', { containers: [container({ cpu: '3', memory: '8Gi' }, { resources: { requests: { cpu: '3', memory: '8Gi' }, limits: { 'example.com/device': '1' } } })] });
    const report = planOf([hungry], [{ ...NODE, allocatable: { cpu: '2', memory: '4Gi', pods: '0' } }]);
    expect(at(report, 'w-1', 'agents/hungry').reasons.map(({ message }) => message)).toEqual([
      'the node takes 0 pods, and has 0', 'example.com/device: 1 requested, 0 left (0 of 0 taken)', 'cpu: 3 requested, 2 left (0 of 2 taken)',
      'memory: 8Gi requested, 4Gi left (0 of 4Gi taken)',
    ]);
  });
});

describe('pods that run already', () => {
  test('leave less room, and are ended by who is more important: the youngest of the least important', () => {
    const pods = [pod('young', { cpu: '900m' }, { startTime: '2026-11-02T00:00:00Z' }), pod('old', { cpu: '900m' }, { startTime: '2026-11-01T00:00:00Z' })];
    expect(at(planOf([asking('a', '1')], [NODE], { pods }), 'w-1', 'agents/a')).toMatchObject({ outcome: 'pending', reasons: [{ used: '1800m' }] });
    const critical = asking('a', '1', { priorityClassName: 'system-cluster-critical' });
    expect(at(planOf([critical], [NODE], { pods }), 'w-1', 'agents/a').reasons[0].message).toBe('it runs only by ending work/young, of a lower priority');
  });

  test('of the given DaemonSets make room for the new ones', () => {
    const set = daemonSet('a', { containers: [container({ cpu: '1500m' })] }, { namespace: 'work' });
    const own = pod('a-x', { cpu: '1500m' }, { daemonSet: 'a' });
    expect(at(planOf([set], [NODE], { pods: [own] }), 'w-1', 'work/a')).toMatchObject({ outcome: 'runs', codes: [] });
    expect(at(planOf([set], [NODE], { pods: [{ ...own, daemonSet: 'other' }] }), 'w-1', 'work/a').outcome).toBe('pending');
  });

  test('stay where they may only stay, and take their room', () => {
    const tainted = { ...NODE, taints: [{ key: 'a', effect: 'NoSchedule' }] };
    const [staying, coming] = [daemonSet('a', {}, { namespace: 'work' }), asking('b', '1', { tolerations: [{ operator: 'Exists' }] })];
    const report = planOf([staying, coming], [tainted], { pods: [pod('a-x', { cpu: '1500m' }, { daemonSet: 'a' })] });
    expect(at(report, 'w-1', 'work/a').outcome).toBe('keep-only');
    expect(at(report, 'w-1', 'agents/b').outcome).toBe('pending');
  });

  test('take the ports that they have', () => {
    const ports = (hostPort: number) => ({ containers: [container({}, { ports: [{ containerPort: hostPort, hostPort }] })] });
    const report = planOf([daemonSet('a', ports(9100))], [NODE], { pods: [{ name: 'p', nodeName: 'w-1', spec: ports(9100) }] });
    expect(at(report, 'w-1', 'agents/a').reasons).toEqual([{
      code: 'host-port', message: 'port 9100/TCP of container agent is taken on the node by work/p', port: 9100, protocol: 'TCP', hostIP: '0.0.0.0', node: 'w-1',
    }]);
  });

  test('are named by the DaemonSet that made them, which is the same on every node', () => {
    const spec = { containers: [container({}, { ports: [{ containerPort: 80, hostPort: 80 }] })] };
    const { placements } = planOf([daemonSet('a', spec)], [NODE], { pods: [{ name: 'p-x', nodeName: 'w-1', spec, daemonSet: 'p' }] });
    expect(placements[0].reasons[0].message).toBe('port 80/TCP of container agent is taken on the node by work/p');
  });

  test('tell nodes of a class apart where outcomes differ, and where they do not the worst is shown', () => {
    const nodes = ['w-1', 'w-2', 'w-3', 'w-4'].map((name) => ({ ...NODE, name }));
    const pods = [pod('a', { cpu: '1200m' }, { nodeName: 'w-2' }), pod('b', { cpu: '1900m' }, { nodeName: 'w-4' }), pod('c', { cpu: '100m' }, { nodeName: 'w-3' })];
    const { nodeClasses, placements } = planOf([asking('x', '1')], nodes, { pods });
    expect(nodeClasses.map(({ nodes: names }) => names)).toEqual([['w-1', 'w-3'], ['w-2', 'w-4']]);
    expect(placements[1].reasons).toMatchObject([{ used: '1900m', node: 'w-4' }]);
  });

  test('on nodes that are not in the list are told of', () => {
    const { warnings } = planOf([daemonSet('a')], [NODE], { pods: [pod('p', {}, { nodeName: 'gone' })] });
    expect(warnings).toMatchObject([{ code: 'pods-elsewhere', nodes: ['gone'] }]);
  });

  test('on nodes that are not asked about, or would be removed, are not', () => {
    const [nodes, pods] = [[NODE, { name: 'w-2' }], [pod('p', {}, { nodeName: 'w-2' })]];
    expect(planOf([daemonSet('a')], nodes, { pods, node: 'w-1' }).warnings).toEqual([]);
    expect(planOf([daemonSet('a')], nodes, { pods, changes: [{ kind: 'remove', node: 'w-2', text: 'remove w-2' }] }).warnings).toEqual([]);
  });
});

test('what a group of nodes reserves is taken, and nobody can end it', () => {
  const group = { ...NODE, reserved: { cpu: '1500m', pods: '10' } };
  const report = planOf([asking('a', '1', { priorityClassName: 'system-node-critical' })], [group]);
  expect(at(report, 'w-1', 'agents/a').reasons).toMatchObject([{ code: 'too-many-pods', used: '10' }, { code: 'insufficient', used: '1500m' }]);
});

describe('classes of nodes', () => {
  test('are nodes that are alike in what matters, whatever else they have', () => {
    const nodes: NodeGiven[] = [
      { name: 'a', labels: { gpu: 'x', rack: '1' }, allocatable: { cpu: '1', memory: '1Gi', pods: '10' } },
      { name: 'b', labels: { gpu: 'x', rack: '2' }, allocatable: { 'cpu': '1000m', 'memory': '1024Mi', 'pods': 10, 'ephemeral-storage': '5Gi' } },
      { name: 'c', labels: { gpu: 'x' }, allocatable: { cpu: '2', memory: '1Gi', pods: '10' } },
      { name: 'd', labels: {}, allocatable: { cpu: '1', memory: '1Gi', pods: '10' } },
      { name: 'e', labels: { gpu: '' }, allocatable: { cpu: '1', memory: '1Gi', pods: '10' } },
      { name: 'f', labels: { gpu: 'x' } },
    ];
    const { nodeClasses } = planOf([daemonSet('on-gpu', { nodeSelector: { gpu: 'x' } })], nodes);
    expect(nodeClasses.map(({ id, nodes: names, labels }) => [id, names.join(), labels])).toEqual([
      ['c1', 'a,b', { gpu: 'x' }], ['c2', 'c', { gpu: 'x' }], ['c3', 'd', {}], ['c4', 'e', { gpu: '' }], ['c5', 'f', { gpu: 'x' }],
    ]);
  });

  test('are as many as nodes where DaemonSets name nodes', () => {
    const named = (values: string[]) => ({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values }] }] } } } });
    const { nodeClasses } = planOf([daemonSet('x', named(['b'])), daemonSet('y', { nodeName: 'c' })], ['a', 'b', 'c', 'd'].map((name) => ({ name })));
    expect(nodeClasses.map(({ nodes }) => nodes)).toEqual([['a', 'd'], ['b'], ['c']]);
  });

  test('tell a label that is not set from one that looks like nothing', () => {
    const { nodeClasses } = planOf([daemonSet('x', { nodeSelector: { a: 'x', b: 'y' } })], [{ name: '1', labels: { a: 'b' } }, { name: '2', labels: { b: 'b' } }, { name: '3', labels: { a: '', b: '' } }]);
    expect(nodeClasses).toHaveLength(3);
  });
});

describe('what the daemons take', () => {
  test('is the sum of what they request and limit, and its share', () => {
    const limited = (name: string, requests: object, limits: object) => (
      daemonSet(name, { containers: [container(requests, { resources: { requests, limits } })] }));
    const { overhead } = planOf([limited('a', { cpu: '100m', memory: '256Mi' }, { memory: '256Mi', cpu: '1' }), limited('b', { cpu: '150m' }, { memory: '512Mi' })], [NODE]);
    expect(overhead).toEqual([{
      nodeClass: 'c1', pods: 2, requests: { cpu: '250m', memory: '768Mi' }, limits: { memory: '768Mi' }, allocatable: { cpu: '2', memory: '4Gi', pods: '10' }, share: { cpu: 0.125, memory: 0.188 },
    }]);
  });

  test('is of those that have a pod there, though it waits', () => {
    const sets = [asking('waits', '9'), daemonSet('elsewhere', { nodeSelector: { a: 'b' } }), daemonSet('refused', { priority: 5 })];
    expect(planOf(sets, [NODE]).overhead).toMatchObject([{ pods: 1, requests: { cpu: '9' }, share: { cpu: 4.5 } }]);
  });

  test('has no share of what the node does not have', () => {
    const gpu = daemonSet('a', { containers: [container({ 'example.com/gpu': '1' }, { resources: { limits: { 'example.com/gpu': '1' } } })] });
    expect(planOf([gpu], [NODE]).overhead).toMatchObject([{ requests: { 'example.com/gpu': '1' }, limits: { 'example.com/gpu': '1' }, share: { 'example.com/gpu': null } }]);
  });
});

describe('ports of the node that several DaemonSets want', () => {
  const on = (name: string, ports: object[], spec: object = {}) => daemonSet(name, { containers: [container({}, { ports })], ...spec });
  const clashes = (...sets: object[]) => planOf(sets, [NODE, { name: 'w-2', labels: { gpu: 'x' } }]).hostPorts
    .map(({ nodeClass, protocol, port, hostIP, daemonSets }) => `${nodeClass} ${port}/${protocol} ${hostIP}: ${daemonSets.join(' ')}`);

  test('are told by class, on nodes that both have', () => {
    expect(clashes(on('a', [{ containerPort: 80, hostPort: 80 }]), on('b', [{ containerPort: 80, hostPort: 80 }], { nodeSelector: { gpu: 'x' } }), on('c', [{ containerPort: 80 }])))
      .toEqual(['c2 80/TCP 0.0.0.0: agents/a agents/b']);
  });

  test('are those of containers under the host network, of one protocol and of addresses that meet', () => {
    expect(clashes(
      on('a', [{ containerPort: 53, protocol: 'UDP' }, { containerPort: 53 }], { hostNetwork: true }),
      on('b', [{ containerPort: 5353, hostPort: 53, protocol: 'UDP', hostIP: '10.0.0.1' }]),
      on('c', [{ containerPort: 5353, hostPort: 53, protocol: 'UDP', hostIP: '10.0.0.2' }]),
    ).filter((text) => text.startsWith('c1'))).toEqual([
      'c1 53/UDP 0.0.0.0: agents/a agents/b agents/c', 'c1 53/UDP 10.0.0.1: agents/a agents/b', 'c1 53/UDP 10.0.0.2: agents/a agents/c',
    ]);
  });
});

describe('warnings', () => {
  test('name taints that come and go and keep daemons off, with their nodes; settled, they are gone', () => {
    const nodes = [
      { name: 'b', taints: [{ key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' }] },
      { name: 'a', taints: [{ key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' }, { key: 'team', effect: 'NoSchedule' }] },
      { name: 'c', taints: [{ key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' }] },
    ];
    const { warnings, placements } = planOf([daemonSet('x')], nodes, { pods: [] });
    expect(warnings).toEqual([{
      code: 'transient-taint', message: 'the taint node.kubernetes.io/not-ready:NoSchedule is there while the node is not ready; --settled plans as if it were gone', nodes: ['a', 'b'],
    }]);
    expect(placements.map(({ outcome }) => outcome)).toEqual(['keep-only', 'keep-only', 'runs']);
    const settled = planOf([daemonSet('x')], nodes, { pods: [], isSettled: true });
    expect(settled.warnings).toEqual([]);
    expect(settled.nodeClasses.map(({ nodes: names, taints }) => [names, taints.length])).toEqual([[['a'], 1], [['b', 'c'], 0]]);
  });

  test('say that the fit counts daemons alone where no pods were given, if there is a fit at all', () => {
    expect(planOf([daemonSet('x')], [NODE]).warnings.map(({ code }) => code)).toEqual(['no-pods']);
    expect(planOf([daemonSet('x')], [NODE], { pods: [] }).warnings).toEqual([]);
    expect(planOf([daemonSet('x')], [{ name: 'a', allocatable: undefined }]).warnings).toEqual([]);
  });

  test('name what the scheduler decides and is not looked at', () => {
    const term = { topologyKey: 'kubernetes.io/hostname', labelSelector: {} };
    const spec = {
      affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } },
      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector: {} }],
      volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'c' } }],
    };
    expect(planOf([daemonSet('x', spec)], [NODE], { pods: [] }).warnings.map(({ message }) => message)).toEqual([
      'agents/x: the required pod anti-affinity may keep pods off nodes, and is not looked at',
      'agents/x: the topology spread constraint may keep pods off nodes, and is not looked at',
      'agents/x: the volume claim may keep pods off nodes, and is not looked at',
    ]);
  });

  test('do not name what is only preferred', () => {
    const spread = { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: {} };
    const affinity = { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: 'zone', labelSelector: {} } }] } };
    expect(planOf([daemonSet('x', { affinity, topologySpreadConstraints: [spread] })], [NODE], { pods: [] }).warnings).toEqual([]);
  });

  test('name a system priority class without the quota that GKE asks for, on GKE', () => {
    const set = daemonSet('x', { priorityClassName: 'system-node-critical' });
    const codes = (labels: { [key: string]: string }) => planOf([set], [{ name: 'a', labels }], { pods: [] }).warnings.map(({ code }) => code);
    expect(codes({ 'cloud.google.com/gke-nodepool': 'pool' })).toEqual(['priority-quota']);
    expect(codes({ 'eks.amazonaws.com/nodegroup': 'pool' })).toEqual([]);
  });

  test('do not repeat what a namespace warns of', () => {
    const warned = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'agents', labels: { 'pod-security.kubernetes.io/warn': 'restricted' } } };
    expect(planOf([warned, daemonSet('x')], [{ name: 'a', labels: { 'cloud.google.com/gke-nodepool': 'pool' } }], { pods: [] }).warnings).toEqual([]);
  });
});

describe('a quota of the namespace', () => {
  const quota = (hard: object, fields: object = {}, namespace = 'agents') => (
    { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'quota', namespace }, spec: { hard, ...fields } });
  const sets = [daemonSet('a', { containers: [container({ cpu: '500m' }, { resources: { requests: { cpu: '500m' }, limits: { memory: '1Gi' } } })] }), asking('b', '250m')];
  const nodes = ['w-1', 'w-2', 'w-3'].map((name) => ({ name }));
  const said = (...quotas: object[]) => planOf([...sets, ...quotas], nodes, { pods: [] }).warnings.map(({ code, message }) => `${code}: ${message}`);

  test('that has too little for these DaemonSets alone is told, with what they need together', () => {
    expect(said(quota({ 'pods': '5', 'requests.cpu': '2', 'count/pods': '6' }))).toEqual([
      'resource-quota: the ResourceQuota agents/quota allows pods 5, and the pods of agents/a, agents/b need 6: the API server refuses those that come last, on whichever nodes these are',
      'resource-quota: the ResourceQuota agents/quota allows requests.cpu 2, and the pods of agents/a, agents/b need 2250m: the API server refuses those that come last, on whichever nodes these are',
    ]);
  });

  test('has nothing to give to pods that are refused anyway', () => {
    const refused = planOf([daemonSet('a', { priority: 5 }), quota({ pods: '2' })], nodes, { pods: [] });
    expect([refused.daemonSets[0].rejected, refused.warnings]).toEqual([3, []]);
  });

  test('that has enough, or counts other pods, is not', () => {
    expect(said(quota({ pods: '6', cpu: '2250m' }))).toEqual([]);
    expect(said(quota({ pods: '1' }, {}, 'others'))).toEqual([]);
    expect(said(quota({ pods: '1' }, { scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['system-node-critical'] }] } }))).toEqual([]);
  });
});

describe('the Kubernetes that is asked', () => {
  const versions = (...kubelets: (string | undefined)[]) => planOf([daemonSet('x')], kubelets.map((kubeletVersion, index) => ({ name: `n-${index}`, kubeletVersion })), { pods: [] });

  test('is that of the newest kubelet, among those that are known', () => {
    expect(versions('v1.33.1', 'v1.34.9-eks-1a2b', undefined).kubernetesVersion).toBe('1.34');
    expect(versions(undefined).kubernetesVersion).toBe('1.36');
    expect(versions('v1.40.0')).toMatchObject({ kubernetesVersion: '1.36', warnings: [{ code: 'kubernetes-version', message: 'the nodes are of Kubernetes 1.40; judged as 1.36, the nearest that is known here' }] });
    expect(versions('v1.21.0').kubernetesVersion).toBe('1.28');
  });

  test('decides what is refused', () => {
    const set = daemonSet('x', { containers: [container({}, { env: [{ name: 'a b', value: 'c' }] })] });
    const outcome = (kubeletVersion: string) => planOf([set], [{ name: 'a', kubeletVersion }]).placements[0].outcome;
    expect([outcome('v1.31.0'), outcome('v1.36.0')]).toEqual(['rejected', 'runs']);
  });
});

describe('a question', () => {
  const sets = [daemonSet('a'), daemonSet('b'), daemonSet('b', {}, { namespace: 'others' })];

  test('about one DaemonSet is answered for it alone, while all compete', () => {
    const report = planOf([asking('a', '1500m'), asking('b', '1')], [NODE], { only: ['b'] });
    expect(report.daemonSets.map(({ daemonSet: id }) => id)).toEqual(['agents/b']);
    expect(report.placements).toMatchObject([{ daemonSet: 'agents/b', outcome: 'pending' }]);
    expect(report.overhead).toMatchObject([{ pods: 1, requests: { cpu: '1' } }]);
  });

  test('about one DaemonSet has the proofs that it is a part of', () => {
    const partitions = [[{ key: 'app', operator: 'In', values: ['a', 'b'] }]];
    expect(planOf(sets, [NODE], { only: ['a'], partitions }).partitions).toHaveLength(2);
    expect(planOf([...sets, daemonSet('c')], [NODE], { only: ['c'], partitions }).partitions).toEqual([]);
  });

  test.each([[['b'], ['agents/b', 'others/b']], [['others/b'], ['others/b']], [['a', 'others/b'], ['agents/a', 'others/b']]])('about %j is about %j', (only, ids) => {
    expect(planOf(sets, [NODE], { only }).daemonSets.map(({ daemonSet: id }) => id)).toEqual(ids);
  });

  test('about one node is answered for it alone', () => {
    const report = planOf(sets, [NODE, { name: 'w-2' }], { node: 'w-2', only: ['a'] });
    expect(report.nodeClasses).toMatchObject([{ id: 'c1', count: 1, nodes: ['w-2'] }]);
  });

  test('about what is not there is told everything that is not', () => {
    expect(ask(sets, [NODE], { only: ['c'], node: 'x', partitions: [[{ key: 'app', operator: 'In', values: ['z'] }]] }).problems).toEqual([
      "there is no DaemonSet 'c'; there are agents/a, agents/b, others/b", 'the selector of --partition meets the labels of no DaemonSet', "there is no node 'x' in the list of nodes",
    ]);
    expect(ask([], [NODE]).problems).toEqual(['there is no DaemonSet among the manifests']);
    expect(ask(sets, []).problems).toEqual(['there is no node in the list of nodes']);
  });

  test('about a DaemonSet that is there twice is about the last', () => {
    const report = planOf([daemonSet('a', { nodeSelector: { x: 'y' } }), daemonSet('b'), daemonSet('a')], [NODE]);
    expect(report.daemonSets.map(({ daemonSet: id, runs }) => [id, runs])).toEqual([['agents/a', 1], ['agents/b', 1]]);
  });
});

