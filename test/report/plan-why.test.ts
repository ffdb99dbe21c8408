import * as fc from 'fast-check';
import { anyPlan } from './any-plan';
import { Cell, memoryReason, nodeClass, plan, RUNS, taintReason, TYPICAL } from './plan-cases';
import { PlanReport } from '../../src/analysis/plan/plan-report';
import { planWhy } from '../../src/report/plan-why';

const NODE = nodeClass('c1', 'w', 1, { labels: { 'gpu': 'a100', 'kubernetes.io/os': 'linux' }, taints: [{ key: 'gpu', value: 'true', effect: 'NoSchedule' }] });

function why(cell: Cell, others: Partial<PlanReport> = {}): string {
  return planWhy(plan([NODE], { 'node-agents/fluentd': [cell] }, others), { colour: false });
}

test('why a DaemonSet waits on a node is said with the numbers, and with what the node has', () => {
  const cell: Cell = ['pending', memoryReason('w-1'), { code: 'too-many-pods', message: 'the node takes 110 pods, and has 110', node: 'w-1' }];
  const overhead = [{
    nodeClass: 'c1', pods: 1, requests: { memory: '500Mi' }, limits: {}, allocatable: { cpu: '3920m', memory: '14456Mi', pods: 110 }, share: { memory: 0.035 },
  }];
  const warnings = [
    { code: 'transient-taint', message: 'the node is cordoned', nodes: ['w-1', 'w-9'] },
    { code: 'transient-taint', message: 'another one is not ready', nodes: ['w-9'] },
    { code: 'no-pods', message: 'no pods were given', nodes: [] },
  ];
  expect(why(cell, { overhead, warnings })).toBe(`\
node-agents/fluentd does not run on w-1: its pod is made, and waits (Pending).

Reasons
  insufficient   memory: 500Mi requested, 120Mi left (14Gi of 14456Mi taken)
  too-many-pods  the node takes 110 pods, and has 110

The node
  labels       gpu=a100, kubernetes.io/os=linux
  taints       gpu=true:NoSchedule
  allocatable  cpu 3920m, memory 14456Mi, pods 110

Warnings
  warning  the node is cordoned (transient-taint)
           on w-1 and w-9
  warning  no pods were given (no-pods)
`);
});

test.each<[Cell, string]>([
  [RUNS, 'node-agents/fluentd runs on w-1.'],
  [['runs', { code: 'preemption', message: 'm', node: 'w-1' }], 'node-agents/fluentd runs on w-1, but only by ending others.'],
  [['rejected'], 'node-agents/fluentd does not run on w-1: the API server refuses its pod.'],
  [['unknown'], 'Whether node-agents/fluentd runs on w-1 is not known.'],
  [['keep-only', taintReason('w-1')], 'node-agents/fluentd gets no pod on w-1; one that is there stays.'],
  [['not-desired', taintReason('w-1')], 'node-agents/fluentd gets no pod on w-1; one that is there is ended.'],
])('the outcome %j is a sentence', (cell, sentence) => expect(why(cell).split('\n')[0]).toBe(sentence));

test('where nothing is known of what a node has, that is said', () => {
  const bare = plan([nodeClass('c1', 'w', 1)], { 'n/a': [RUNS] }, { overhead: [{ nodeClass: 'c1', pods: 1, requests: {}, limits: {}, allocatable: null, share: null }] });
  expect(planWhy(bare, { colour: false })).toBe(`\
n/a runs on w-1.

The node
  labels       none that a DaemonSet asks for
  taints       none
  allocatable  not known
`);
});

test('where there is no such pair, that is said', () => {
  expect(planWhy({ ...TYPICAL, placements: [] }, { colour: false })).toBe('The plan has no such node, or no such DaemonSet.\n');
});

test('nothing of the input steers the terminal, and colours come only where they are shown', () => {
  fc.assert(fc.property(anyPlan(), (report) => {
    const [plainText, coloured] = [false, true].map((colour) => planWhy(report, { colour }));
    const lines = plainText.split('\n');
    expect(lines.filter((line) => /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/.test(line))).toEqual([]);
    expect(lines.filter((line) => line.length > 100 && line.trim().includes(' '))).toEqual([]);
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plainText);
  }));
});
