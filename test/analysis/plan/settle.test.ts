import fc from 'fast-check';
import { IncomingPod, settle } from '../../../src/analysis/plan/settle';
import { daemonPodSpec } from '../../../src/kubernetes/daemon-pod';
import { applyDefaults } from '../../../src/kubernetes/defaults/apply-defaults';
import { Value } from '../../../src/kubernetes/defaults/values';
import { daemonSetEligibility } from '../../../src/kubernetes/eligibility';
import { DaemonSet, PodSpec, Quantities } from '../../../src/kubernetes/objects';
import { PlacedPod, usageOf } from '../../../src/kubernetes/preemption';
import { podPriority } from '../../../src/kubernetes/priority';
import { Taint } from '../../../src/kubernetes/taints';
import { vectors } from '../../kubernetes/vectors';

interface ClusterNode {
  readonly metadata: { readonly name: string; readonly labels?: { [key: string]: string } };
  readonly spec?: { readonly taints?: Taint[] };
  readonly status: { readonly allocatable: Quantities };
}

/** A live cluster, to which DaemonSets were applied one after the other, and what became of each on each node. */
interface Cluster {
  readonly name: string;
  readonly nodes: ClusterNode[];
  readonly pods: { readonly spec: PodSpec }[];
  readonly daemonSets: DaemonSet[];
  readonly outcome: { readonly [daemonSet: string]: { readonly [node: string]: 'runs' | 'pending' | 'none' } };
  readonly preemption: boolean;
}

interface DaemonPod extends IncomingPod {
  readonly of: string;
}

function stored(spec: PodSpec): PodSpec {
  return (applyDefaults({ apiVersion: 'v1', kind: 'Pod', metadata: {}, spec } as unknown as Value) as unknown as { spec: PodSpec }).spec;
}

function priorityOf({ priorityClassName }: PodSpec): number {
  return podPriority(priorityClassName, [])?.value ?? 0;
}

function outcomes({ pods, daemonSets }: Cluster, { metadata: { name, labels = {} }, spec, status }: ClusterNode): { [daemonSet: string]: string } {
  const there = pods.filter((pod) => pod.spec.nodeName === name)
    .map((pod): PlacedPod => ({ spec: stored(pod.spec), priority: priorityOf(pod.spec) }));
  const desired = daemonSets.filter((set) => daemonSetEligibility(set.spec.template.spec)({ name, labels, taints: spec?.taints ?? [] }).shouldRun);
  const incoming = desired.map(({ metadata, spec: { template } }): DaemonPod => (
    { of: metadata.name!, spec: daemonPodSpec(template, name), priority: priorityOf(template.spec), preempts: true }));
  const { pending } = settle(status.allocatable, there, incoming);
  const outcomeOf = (set: string) => {
    const pod = incoming.find(({ of }) => of === set);
    return pod === undefined ? 'none' : pending.has(pod) ? 'pending' : 'runs';
  };
  return Object.fromEntries(daemonSets.map(({ metadata: { name: set } }) => [set, outcomeOf(set!)]));
}

const clusters = vectors<Cluster>('clusters');

test('each DaemonSet runs, waits or is not there on each node as in 40 live clusters', () => {
  expect(clusters.filter(({ preemption }) => preemption).length).toBeGreaterThan(5);
  const said = clusters.map((cluster) => [cluster.name, ...cluster.nodes.map((node) => [node.metadata.name, outcomes(cluster, node)])]);
  const wanted = clusters.map(({ name, nodes, daemonSets, outcome }) => [name, ...nodes.map(({ metadata: { name: node } }) => (
    [node, Object.fromEntries(daemonSets.map(({ metadata }) => [metadata.name, outcome[metadata.name!][node]]))]))]);
  expect(said).toEqual(wanted);
});

describe('the pods of a node', () => {
  const requesting = (cpu: number) => ({ containers: [{ name: 'c', image: 'i', resources: { requests: { cpu: String(cpu) } } }] }) as PodSpec;
  const pod = fc.record({
    spec: fc.integer({ min: 0, max: 6 }).map(requesting), priority: fc.integer({ min: 0, max: 3 }), preempts: fc.boolean(),
  });
  const allocatable = { cpu: '8', memory: '1Gi', pods: '4' };

  test('never take more than the node has, and none of them is lost', () => {
    fc.assert(fc.property(fc.array(pod, { maxLength: 3 }), fc.array(pod, { maxLength: 6 }), (there, incoming) => {
      const fitting = there.filter((_, index) => {
        const { requests } = usageOf(there.slice(0, index + 1));
        return (requests.get('cpu') ?? BigInt(0)) <= BigInt(8000);
      });
      const { running, pending, victims } = settle(allocatable, fitting, incoming);
      const { pods, requests } = usageOf(running);
      expect(pods).toBeLessThanOrEqual(4);
      expect(requests.get('cpu') ?? BigInt(0)).toBeLessThanOrEqual(BigInt(8000));
      expect(incoming.filter((one) => running.includes(one) === pending.has(one))).toEqual([]);
      [...victims].forEach(([winner, ended]) => ended.forEach(({ priority }) => expect(priority).toBeLessThan(winner.priority)));
    }));
  });

  test('are as they came where nobody is more important', () => {
    fc.assert(fc.property(fc.array(pod, { maxLength: 6 }), (incoming) => {
      const equals = incoming.map((one) => ({ ...one, priority: 0 }));
      const { running, victims } = settle(allocatable, [], equals);
      expect(victims.size).toBe(0);
      expect([...running]).toEqual(equals.filter((one) => running.includes(one)));
    }));
  });
});
