import { Outcome, OUTCOMES, NodeClass, Overhead, PlacedReason, Placement, PlanReport } from '../../src/analysis/plan/plan-report';

const CONTROL_PLANE = { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' };
const GPU = { key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' };
const VIRTUAL = { key: 'virtual-kubelet.io/provider', value: 'azure', effect: 'NoSchedule' };

const FLUENTD = 'node-agents/fluentd';
const FLUENTD_GPU = 'node-agents/fluentd-gpu';
const EXPORTER = 'monitoring/node-exporter';
const CEPH = 'storage/ceph-osd';
const DAEMON_SETS = [FLUENTD, FLUENTD_GPU, EXPORTER, CEPH];

type Cell = readonly [outcome: Outcome, ...reasons: Omit<PlacedReason, 'node'>[]];

const RUNS: Cell = ['runs'];
const NO_GPU: Cell = [
  'not-desired', { code: 'node-selector', message: 'the pod selects nvidia.com/gpu.present=true, and the node has no label nvidia.com/gpu.present' },
];
const REFUSED: Cell = ['rejected', { code: 'pod-security', message: 'violates PodSecurity "baseline": privileged (container "osd")' }];
const NOT_TOLERATED: Cell = [
  'keep-only', { code: 'untolerated-taint', message: 'taint node-role.kubernetes.io/control-plane:NoSchedule is not tolerated', taint: CONTROL_PLANE },
];
const TOO_LITTLE: Cell = [
  'pending',
  {
    code: 'insufficient',
    message: 'memory: 400Mi requested, 100Mi left (15900Mi of 16000Mi taken)',
    resource: 'memory',
    requested: '400Mi',
    used: '15900Mi',
    allocatable: '16000Mi',
  },
  { code: 'too-many-pods', message: 'the node takes 110 pods, and has 110', resource: 'pods', requested: '1', used: '110', allocatable: '110' },
];
const NOT_TOLD: Cell = ['unknown', { code: 'allocatable-unknown', message: 'the node tells no allocatable, so what fits is not known' }];
const ENDS_OTHERS: Cell = ['runs', { code: 'preemption', message: 'runs by ending default/batch-7' }];

const CLASSES: readonly NodeClass[] = [
  { id: 'c1', count: 3, nodes: ['cp-1', 'cp-2', 'cp-3'], labels: { 'kubernetes.io/os': 'linux' }, taints: [CONTROL_PLANE] },
  { id: 'c2', count: 2, nodes: ['gpu-1', 'gpu-2'], labels: { 'kubernetes.io/os': 'linux', 'nvidia.com/gpu.present': 'true' }, taints: [GPU] },
  { id: 'c3', count: 1, nodes: ['virtual-1'], labels: {}, taints: [VIRTUAL] },
  { id: 'c4', count: 5, nodes: ['worker-1', 'worker-2', 'worker-3', 'worker-4', 'worker-5'], labels: { 'kubernetes.io/os': 'linux', 'disk': 'ssd' }, taints: [] },
];

const CELLS: readonly (readonly Cell[])[] = [
  [RUNS, NO_GPU, RUNS, NOT_TOLERATED],
  [NO_GPU, TOO_LITTLE, ENDS_OTHERS, REFUSED],
  [NOT_TOLD, NO_GPU, NOT_TOLD, NOT_TOLD],
  [RUNS, NO_GPU, RUNS, REFUSED],
];

/** A small cluster, where everything happens that a report can tell of. */
export function planReport(changes: Partial<PlanReport> = {}): PlanReport {
  return {
    kubernetesVersion: '1.36',
    ...placed(CLASSES, DAEMON_SETS, (row, column) => CELLS[row][column]),
    overhead: [overhead('c1', 0.089), overhead('c2', 1.25), { ...overhead('c3', 0), allocatable: null, share: null }, overhead('c4', 0.5)],
    hostPorts: [
      { nodeClass: 'c1', protocol: 'TCP', port: 9100, hostIP: '0.0.0.0', daemonSets: [EXPORTER, CEPH] },
      { nodeClass: 'c4', protocol: 'TCP', port: 9100, hostIP: '0.0.0.0', daemonSets: [EXPORTER, CEPH] },
    ],
    partitions: PARTITIONS,
    warnings: [
      { code: 'no-pods', message: 'pods are not given, so the fit counts these DaemonSets only', nodes: [] },
      { code: 'transient-taint', message: 'taint node.kubernetes.io/not-ready:NoSchedule will go', nodes: ['worker-5'] },
    ],
    whatIf: {
      asked: ['taint worker-1 dedicated=batch:NoSchedule', 'remove worker-2'],
      changes: [
        { node: 'worker-1', daemonSet: FLUENTD, from: 'runs', to: 'keep-only', reasons: [{ code: 'untolerated-taint', message: 'taint dedicated=batch:NoSchedule is not tolerated' }] },
        { node: 'worker-2', daemonSet: FLUENTD, from: 'runs', to: null, reasons: [] },
        { node: 'worker-9', daemonSet: EXPORTER, from: null, to: 'runs', reasons: [] },
      ],
    },
    ...changes,
  };
}

const PARTITIONS: PlanReport['partitions'] = [
  {
    daemonSets: [FLUENTD, FLUENTD_GPU],
    over: 'domain',
    domain: 'kubernetes.io/os=linux',
    gap: { node: null, labels: { 'kubernetes.io/os': 'linux', 'size': 'medium' }, missingLabels: ['nvidia.com/gpu.present'], taints: [], fix: 'give fluentd size NotIn (large)' },
    overlap: { node: null, labels: { 'nvidia.com/gpu.present': 'true' }, missingLabels: [], taints: [GPU], fix: null, daemonSets: [FLUENTD, FLUENTD_GPU] },
    outside: { node: null, labels: { 'kubernetes.io/os': 'windows' }, missingLabels: [], taints: [], fix: 'give fluentd kubernetes.io/os In (linux)', daemonSets: [FLUENTD] },
    tolerations: [{ taint: 'nvidia.com/gpu=present:NoSchedule', toleratedBy: [FLUENTD_GPU], notToleratedBy: [FLUENTD], nodes: ['gpu-1', 'gpu-2'] }],
    assumptions: ['size, where present, is an integer'],
  },
  { daemonSets: [FLUENTD, FLUENTD_GPU], over: 'inventory', domain: '', gap: null, overlap: null, outside: null, tolerations: [], assumptions: [] },
];

/** What there is to report of an empty input. */
export const NOTHING: Partial<PlanReport> = {
  nodeClasses: [], daemonSets: [], placements: [], overhead: [], hostPorts: [], partitions: [], warnings: [], whatIf: null,
};

/** A large cluster where no node is like another. */
export function bigPlanReport(classes = 5_000, daemonSets = 20): PlanReport {
  const ids = Array.from({ length: classes }, (_, index) => `c${index + 1}`);
  const names = Array.from({ length: daemonSets }, (_, index) => `agents/daemon-${String(index + 1).padStart(3, '0')}`);
  const nodeClasses = ids.map((id, index): NodeClass => ({
    id,
    count: 1,
    nodes: [`node-${String(index + 1).padStart(4, '0')}.eu-central-1.compute.internal`],
    labels: { 'kubernetes.io/os': 'linux', 'node.example.com/pool': `pool-${index % 50}` },
    taints: index % 7 === 0 ? [GPU] : [],
  }));
  const cells = [RUNS, RUNS, RUNS, NO_GPU, TOO_LITTLE, RUNS, NOT_TOLERATED, REFUSED, RUNS];
  return {
    ...planReport({ partitions: [], hostPorts: [], whatIf: null }),
    ...placed(nodeClasses, names, (row, column) => numbered(cells[(row * 31 + column * 7) % cells.length], row)),
    overhead: ids.map((id, index) => overhead(id, (index % 997) / 1000)),
  };
}

/** No two nodes have the same amount left. */
function numbered([outcome, ...reasons]: Cell, row: number): Cell {
  return [outcome, ...reasons.map((reason) => ({ ...reason, message: reason.message.replace('100Mi', `${row}Ki`) }))];
}

function placed(nodeClasses: readonly NodeClass[], names: readonly string[], cellAt: (row: number, column: number) => Cell) {
  const placements = nodeClasses.flatMap(({ id, nodes }, row) => names.map((daemonSet, column): Placement => {
    const [outcome, ...reasons] = cellAt(row, column);
    return { nodeClass: id, daemonSet, outcome, reasons: reasons.map((reason) => ({ ...reason, node: nodes[nodes.length - 1] })) };
  }));
  const counts = new Map(nodeClasses.map(({ id, count }) => [id, count]));
  const daemonSets = names.map((daemonSet) => {
    const own = placements.filter((placement) => placement.daemonSet === daemonSet);
    const [runs, pending, rejected, unknown, keepOnly, notDesired] = OUTCOMES.map((outcome) => (
      own.filter((placement) => placement.outcome === outcome).reduce((sum, { nodeClass }) => sum + counts.get(nodeClass)!, 0)));
    return { daemonSet, desired: runs + pending + rejected + unknown, runs, pending, rejected, unknown, keepOnly, notDesired };
  });
  return { nodeClasses, placements, daemonSets };
}

function overhead(nodeClass: string, share: number): Overhead {
  return {
    nodeClass,
    pods: 3,
    requests: { cpu: '350m', memory: '600Mi' },
    limits: { memory: '900Mi' },
    allocatable: { cpu: '3920m', memory: '15Gi', pods: '110' },
    share: { cpu: share, memory: Number((share / 2).toFixed(3)) },
  };
}

/** What ends an element or a script, begins a comment or a handler, or steers a terminal. */
export const NASTY = ' </script><script>alert(1)</script><img src=x onerror=alert(2)><!-- --> ]]> "\'`${0} &lt;b&gt; &amp; \u0000\u001b[31m\u2028\u2029\u202e';

/** The same report with all its texts changed: names stay equal where they were. */
export function withTexts(report: PlanReport, change: (text: string) => string): PlanReport {
  return changed(report, change, false) as PlanReport;
}

/** Fields whose keys are what a user wrote. */
const MAPS = ['labels', 'requests', 'limits', 'allocatable', 'share'];
const WORDS: readonly string[] = [...OUTCOMES, 'domain', 'inventory'];

function changed(value: unknown, change: (text: string) => string, isMap: boolean): unknown {
  if (typeof value === 'string') return value === '' || WORDS.includes(value) ? value : change(value);
  if (Array.isArray(value)) return value.map((one) => changed(one, change, false));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [isMap ? change(key) : key, changed(one, change, MAPS.includes(key))]));
}
