import * as fc from 'fast-check';
import { anyPlan } from './any-plan';
import { Cell, FINE, GAP, memoryReason, nodeClass, partition, plan, RUNS, selectorReason, taintReason, TYPICAL } from './plan-cases';
import { PlanReport } from '../../src/analysis/plan/plan-report';
import { verdict } from '../../src/report/plan-verdict';

const PENDING: Cell = ['pending', memoryReason('n')];
const REJECTED: Cell = ['rejected'];
const UNKNOWN: Cell = ['unknown'];
const ELSEWHERE: Cell = ['not-desired', selectorReason('n')];
const TAINTED: Cell = ['not-desired', taintReason('n')];
const STAYS: Cell = ['keep-only', taintReason('n')];
const PREEMPTS: Cell = ['runs', { code: 'preemption', message: 'm', node: 'n' }];
const ONE = nodeClass('c1', 'a', 1);
const TWO = nodeClass('c2', 'b', 2);
const TAKEN = { ...GAP, daemonSets: ['node-agents/fluentd', 'node-agents/fluentd-gpu'] };

function on(rows: Parameters<typeof plan>[1], others: Partial<PlanReport> = {}): string {
  return verdict(plan([ONE, TWO], rows, others));
}

function clash(port: number, classes: readonly string[], hostIP = '0.0.0.0') {
  return classes.map((id) => ({ nodeClass: id, protocol: 'TCP', port, hostIP, daemonSets: ['n/a', 'n/b'] }));
}

describe('where all is well, the verdict is that', () => {
  test.each([
    ['all run', verdict(FINE), 'Each of 2 DaemonSets runs on every node that it is for: 30 pods on 15 nodes.'],
    ['one runs', on({ 'n/a': [RUNS, RUNS] }), 'a runs on every node that it is for: 3 pods on 3 nodes.'],
    ['one runs on one', on({ 'n/a': [RUNS, ELSEWHERE] }), 'a runs on every node that it is for: 1 pod on 1 of 3 nodes.'],
    ['there is one node', verdict(plan([ONE], { 'n/a': [RUNS] })), 'a runs on every node that it is for: 1 pod on 1 node.'],
    ['two have one name', on({ 'n/a': [RUNS, RUNS], 'm/a': [ELSEWHERE, ELSEWHERE] }),
      'Each of 2 DaemonSets runs on every node that it is for: 3 pods on 3 nodes; m/a gets no pod at all.'],
    ['several get no pod', on({ 'n/a': [RUNS, RUNS], 'n/b': [ELSEWHERE, ELSEWHERE], 'n/c': [ELSEWHERE, ELSEWHERE] }),
      'Each of 3 DaemonSets runs on every node that it is for: 3 pods on 3 nodes; b and c get no pod at all.'],
    ['taints keep one off', on({ 'n/a': [TAINTED, RUNS], 'n/b': [RUNS, ELSEWHERE] }),
      'Each of 2 DaemonSets runs on every node that it is for: 3 pods on 3 nodes; taints keep a off 1 node.'],
    ['taints keep three off', on({ 'n/a': [TAINTED, RUNS], 'n/b': [RUNS, STAYS], 'n/c': [STAYS, RUNS] }),
      'Each of 3 DaemonSets runs on every node that it is for: 5 pods on 3 nodes; taints keep 3 DaemonSets off nodes that they select.'],
    ['others are ended', on({ 'n/a': [PREEMPTS, RUNS] }), 'a runs on every node that it is for: 3 pods on 3 nodes; 1 pod runs only by ending others.'],
    ['a partition holds', on({ 'n/a': [RUNS, RUNS] }, { partitions: [partition()] }), 'a runs on every node that it is for: 3 pods on 3 nodes.'],
  ])('%s', (_, said, wanted) => expect(said).toBe(wanted));
});

describe('where something is not, the verdict is what is worst', () => {
  test.each([
    ['refused pods before those that wait', on({ 'n/a': [RUNS, PENDING], 'n/b': [REJECTED, RUNS] }), '3 of 6 pods will not run: b is refused on 1 node, a waits on 2.'],
    ['no pod runs', on({ 'n/a': [PENDING, PENDING] }), 'None of 3 pods will run: a waits on 3 nodes.'],
    ['the only one does not', on({ 'n/a': [PENDING, ELSEWHERE] }), 'The only pod will not run: a waits on 1 node.'],
    ['many do not', on(Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`n/${name}`, [RUNS, PENDING]]))),
      '10 of 15 pods will not run: a waits on 2 nodes, b waits on 2, c waits on 2, and 2 more DaemonSets.'],
    ['most nodes first', on({ 'n/a': [PENDING, RUNS], 'n/b': [RUNS, PENDING], 'n/c': [PENDING, REJECTED] }),
      '6 of 9 pods will not run: c is refused on 2 nodes, b waits on 2, a waits on 1.'],
    ['some are not known besides', on({ 'n/a': [PENDING, UNKNOWN] }), '1 of 3 pods will not run: a waits on 1 node; whether 2 more will run is not known.'],
    ['some are not known', on({ 'n/a': [RUNS, UNKNOWN] }), 'Whether 2 of 3 pods will run is not known: a on 2 nodes.'],
    ['nothing is known', on({ 'n/a': [UNKNOWN, UNKNOWN] }), 'Whether any of 3 pods will run is not known.'],
    ['the only one is not known', on({ 'n/a': [UNKNOWN, ELSEWHERE] }), 'Whether the only pod will run is not known.'],
    ['no DaemonSet', on({}), 'There is no DaemonSet to plan.'],
    ['no node', verdict(plan([], { 'n/a': [] })), 'There is no node to plan for.'],
    ['no pod at all', on({ 'n/a': [ELSEWHERE, ELSEWHERE] }), 'a gets no pod on any of 3 nodes.'],
    ['no pod of several', on({ 'n/a': [ELSEWHERE, ELSEWHERE], 'n/b': [ELSEWHERE, TAINTED] }),
      'None of 2 DaemonSets gets a pod on any of 3 nodes; taints keep b off 2 nodes.'],
    ['no pod on one node', verdict(plan([ONE], { 'n/a': [ELSEWHERE] })), 'a gets no pod on the only node.'],
  ])('%s', (_, said, wanted) => expect(said).toBe(wanted));
});

describe('the verdict tells after the pods', () => {
  const after = (others: Partial<PlanReport>) => on({ 'n/a': [RUNS, RUNS] }, others).replace('a runs on every node that it is for: 3 pods on 3 nodes', '');

  test.each([
    ['a gap, that two proofs show, once', { partitions: [partition({ gap: GAP }), partition({ over: 'inventory' as const, gap: GAP })] },
      '; the variants of node-agents/fluentd leave a gap.'],
    ['what each proof shows', { partitions: [partition({ gap: GAP }), partition({ over: 'inventory' as const, overlap: TAKEN, outside: TAKEN })] },
      '; the variants of node-agents/fluentd leave a gap, overlap and take nodes outside of their domain.'],
    ['a partition of one', { partitions: [partition({ daemonSets: ['n/a'], gap: GAP, outside: TAKEN })] }, '; a leaves a gap and takes nodes outside of its domain.'],
    ['members that are no variants by name', { partitions: [partition({ daemonSets: ['n/a', 'n/b'], overlap: TAKEN })] }, '; a and n/b overlap.'],
    ['how many partitions are broken', { partitions: ['p', 'q', 'r'].map((name) => partition({ daemonSets: [name], gap: GAP })) }, '; 3 partitions do not hold.'],
    ['a port that two want on one node', { hostPorts: clash(80, ['c1']) }, '; a and n/b want port 80/TCP of the same node.'],
    ['a port that two want on nodes of several classes', { hostPorts: clash(80, ['c1', 'c2'], '10.0.0.1') }, '; a and n/b want port 80/TCP on 10.0.0.1 of the same 3 nodes.'],
    ['how many ports clash', { hostPorts: [80, 81, 82].flatMap((port) => clash(port, ['c1'])) }, '; 3 host ports are wanted by several DaemonSets each.'],
  ])('%s', (_, others, wanted) => expect(after(others)).toBe(wanted));
});

test('the verdict on a cluster with one of each kind', () => {
  expect(verdict(TYPICAL)).toBe('12 of 29 pods will not run: dcgm-exporter is refused on 2 nodes, fluentd waits on 10; the variants of fluentd leave a gap; '
    + 'dcgm-exporter and node-exporter want port 9100/TCP of the same 2 nodes; 10 pods run only by ending others; taints keep fluentd off 3 nodes.');
});

test('the verdict is one sentence, the same each time, and steers no terminal', () => {
  fc.assert(fc.property(anyPlan(), (report) => {
    expect(verdict(report)).toBe(verdict(report));
    expect(verdict(report)).toMatch(/^[^\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+\.$/);
  }));
});
