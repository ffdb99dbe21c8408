import {
  ContestedToleration, CounterExample, DaemonSetTotals, NodeClass, Outcome, PartitionReport, PlacedReason, Placement, PlanReport,
} from '../../src/analysis/plan/plan-report';

export type Cell = readonly [outcome: Outcome, ...reasons: PlacedReason[]];

interface Rows {
  readonly [daemonSet: string]: readonly Cell[];
}

/** A plan of the given outcomes, DaemonSets in rows and classes in columns, in which the totals are right. */
export function plan(nodeClasses: readonly NodeClass[], rows: Rows, others: Partial<PlanReport> = {}): PlanReport {
  const daemonSets = Object.entries(rows);
  const placements = nodeClasses.flatMap(({ id }, column) => daemonSets.map(([daemonSet, cells]): Placement => {
    const [outcome, ...reasons] = cells[column];
    return { nodeClass: id, daemonSet, outcome, reasons };
  }));
  return {
    kubernetesVersion: '1.36',
    nodeClasses,
    daemonSets: daemonSets.map(([daemonSet, cells]) => totals(daemonSet, nodeClasses, cells)),
    placements,
    overhead: [],
    hostPorts: [],
    partitions: [],
    warnings: [],
    whatIf: null,
    ...others,
  };
}

function totals(daemonSet: string, nodeClasses: readonly NodeClass[], cells: readonly Cell[]): DaemonSetTotals {
  const of = (...outcomes: Outcome[]) => nodeClasses.reduce((sum, { count }, column) => sum + (outcomes.includes(cells[column][0]) ? count : 0), 0);
  return {
    daemonSet,
    desired: of('runs', 'pending', 'rejected', 'unknown'),
    runs: of('runs'),
    pending: of('pending'),
    rejected: of('rejected'),
    unknown: of('unknown'),
    keepOnly: of('keep-only'),
    notDesired: of('not-desired'),
  };
}

/** A class of nodes named after it. */
export function nodeClass(id: string, prefix: string, count: number, more: Partial<NodeClass> = {}): NodeClass {
  return { id, count, nodes: Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`), labels: {}, taints: [], ...more };
}

export const RUNS: Cell = ['runs'];

const CONTROL_PLANE = { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' };

export function taintReason(node: string): PlacedReason {
  return { code: 'untolerated-taint', message: 'taint node-role.kubernetes.io/control-plane:NoSchedule is not tolerated', node, taint: CONTROL_PLANE };
}

export function selectorReason(node: string): PlacedReason {
  return { code: 'node-selector', message: 'the pod selects gpu=a100, and the node has no label gpu', node };
}

export function memoryReason(node: string): PlacedReason {
  return {
    code: 'insufficient',
    message: 'memory: 500Mi requested, 120Mi left (14Gi of 14456Mi taken)',
    node,
    resource: 'memory',
    requested: '500Mi',
    used: '14Gi',
    allocatable: '14456Mi',
  };
}

const CLASSES = [
  nodeClass('c1', 'cp', 3, { labels: { 'kubernetes.io/os': 'linux' }, taints: [CONTROL_PLANE] }),
  nodeClass('c2', 'gpu', 2, { labels: { 'gpu': 'a100', 'kubernetes.io/os': 'linux' } }),
  nodeClass('c3', 'w', 10, { labels: { 'kubernetes.io/os': 'linux' } }),
];

const PRIVILEGED: PlacedReason = {
  code: 'pod-security', message: 'the namespace admits baseline, and the pod needs privileged: hostPath volumes (volume "log")', node: 'gpu-1',
};

const PREEMPTION: PlacedReason = { code: 'preemption', message: 'it runs only by ending web/shop-1, of a lower priority', node: 'w-1' };

export const GAP: CounterExample = { node: null, labels: { gpu: 'h100' }, missingLabels: ['size'], taints: [], fix: 'let node-agents/fluentd take gpu=h100' };

export function partition(more: Partial<PartitionReport> = {}): PartitionReport {
  return {
    daemonSets: ['node-agents/fluentd', 'node-agents/fluentd-gpu'],
    over: 'domain',
    domain: 'kubernetes.io/os=linux',
    gap: null,
    overlap: null,
    outside: null,
    tolerations: [],
    assumptions: [],
    ...more,
  };
}

const CONTESTED: ContestedToleration = {
  taint: 'node-role.kubernetes.io/control-plane:NoSchedule',
  toleratedBy: ['node-agents/fluentd-gpu'],
  notToleratedBy: ['node-agents/fluentd'],
  nodes: ['cp-1', 'cp-2', 'cp-3'],
};

/** A small cluster in which one of each kind of thing is wrong. */
export const TYPICAL = plan(CLASSES, {
  'node-agents/fluentd': [
    ['keep-only', taintReason('cp-1')], ['not-desired', { ...selectorReason('gpu-1'), message: 'the pod selects gpu!=a100' }], ['pending', memoryReason('w-3')],
  ],
  'node-agents/fluentd-gpu': [['not-desired', selectorReason('cp-1')], RUNS, ['not-desired', selectorReason('w-1')]],
  'monitoring/dcgm-exporter': [
    ['not-desired', selectorReason('cp-1'), taintReason('cp-1')], ['rejected', PRIVILEGED], ['not-desired', selectorReason('w-1')],
  ],
  'monitoring/node-exporter': [RUNS, RUNS, ['runs', PREEMPTION]],
}, {
  overhead: [
    { nodeClass: 'c1', pods: 1, requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi' }, allocatable: null, share: null },
    {
      nodeClass: 'c2',
      pods: 3,
      requests: { 'cpu': '350m', 'memory': '600Mi', 'nvidia.com/gpu': '1' },
      limits: { memory: '900Mi' },
      allocatable: { 'cpu': '3920m', 'memory': '15Gi', 'pods': '110', 'nvidia.com/gpu': '4' },
      share: { 'cpu': 0.089, 'memory': 0.039, 'nvidia.com/gpu': 0.25 },
    },
    { nodeClass: 'c3', pods: 2, requests: { cpu: '250m' }, limits: {}, allocatable: { cpu: '0', pods: '110' }, share: { cpu: null } },
  ],
  hostPorts: [{ nodeClass: 'c2', protocol: 'TCP', port: 9100, hostIP: '0.0.0.0', daemonSets: ['monitoring/dcgm-exporter', 'monitoring/node-exporter'] }],
  partitions: [
    partition({ gap: GAP, tolerations: [CONTESTED], assumptions: ['size is an integer where it is there'] }),
    partition({ over: 'inventory', tolerations: [CONTESTED] }),
  ],
  warnings: [
    { code: 'transient-taint', message: 'the taint node.kubernetes.io/unschedulable:NoSchedule is there while the node is cordoned', nodes: ['w-7'] },
    { code: 'service-account', message: 'the ServiceAccount fluentd is not among these objects; where the cluster has none either, every pod is refused', nodes: [] },
  ],
  whatIf: {
    asked: ['label w-1 size=large', 'remove w-11'],
    changes: [
      { node: 'w-1', daemonSet: 'node-agents/fluentd', from: 'runs', to: 'pending', reasons: [memoryReason('w-1')] },
      { node: 'w-11', daemonSet: 'monitoring/node-exporter', from: 'runs', to: null, reasons: [] },
      { node: 'w-11', daemonSet: 'node-agents/fluentd', from: 'runs', to: null, reasons: [] },
    ],
  },
});

/** A cluster in which all is as it should be. */
export const FINE = plan(CLASSES, { 'a/x': [RUNS, RUNS, RUNS], 'a/y': [RUNS, RUNS, RUNS] });
