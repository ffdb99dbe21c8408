import { ask, at, planOf, PodGiven } from './ask';
import { PlanReport } from '../../../src/analysis/plan/plan-report';
import { Quantities } from '../../../src/kubernetes/objects';
import { Taint } from '../../../src/kubernetes/taints';
import { vectors } from '../../kubernetes/vectors';

interface GivenNode {
  readonly metadata: { readonly name: string; readonly labels?: { [key: string]: string } };
  readonly spec?: { readonly taints?: Taint[] };
  readonly status?: { readonly allocatable?: Quantities };
}

/** A live cluster, to which DaemonSets were applied one after the other, and what became of each on each node. */
interface Cluster {
  readonly name: string;
  readonly nodes: readonly GivenNode[];
  readonly pods: readonly { readonly metadata: { readonly name: string }; readonly spec: { readonly nodeName: string } }[];
  readonly daemonSets: readonly { readonly metadata: { readonly name: string } }[];
  readonly outcome: { readonly [daemonSet: string]: { readonly [node: string]: 'runs' | 'pending' | 'none' } };
  readonly preemption: boolean;
}

/** A node with pods and a DaemonSet, and what the controller, the scheduler and the kubelet decide of it. */
interface Placement {
  readonly node: GivenNode;
  readonly daemonSet: { readonly template: { readonly metadata?: object; readonly spec: object } };
  readonly podsOnNode: readonly object[] | null;
  readonly shouldRun: boolean;
  readonly shouldContinueRunning: boolean;
  readonly fit: readonly { readonly name: string; readonly requested: number; readonly used?: number; readonly capacity?: number }[] | null;
}

function nodeOf({ metadata: { name, labels = {} }, spec, status }: GivenNode) {
  return { name, labels, taints: spec?.taints ?? [], allocatable: status?.allocatable };
}

const LIVE = { 'runs': 'runs', 'pending': 'pending', 'keep-only': 'none', 'not-desired': 'none', 'rejected': 'none', 'unknown': 'unknown' };

test('each DaemonSet runs, waits or is not there on each node as in 40 live clusters', () => {
  const clusters = vectors<Cluster>('clusters');
  expect(clusters.filter(({ preemption }) => preemption).length).toBeGreaterThan(5);
  const said = clusters.map(({ name, nodes, pods, daemonSets }) => {
    const running = pods.map(({ metadata, spec }): PodGiven => ({ name: metadata.name, nodeName: spec.nodeName, spec }));
    const report = planOf(daemonSets, nodes.map(nodeOf), { pods: running });
    const outcomes = (set: string) => Object.fromEntries(nodes.map(({ metadata }) => [metadata.name, LIVE[at(report, metadata.name, `agents/${set}`).outcome]]));
    return [name, Object.fromEntries(daemonSets.map(({ metadata }) => [metadata.name, outcomes(metadata.name)]))];
  });
  expect(said).toEqual(clusters.map(({ name, outcome }) => [name, outcome]));
});

describe('2,000 nodes, each with a DaemonSet', () => {
  const rows = vectors<Placement>('placement').map((row) => ({ ...row, ...answered(row) }));

  function answered({ node, daemonSet: { template }, podsOnNode }: Placement): { readonly report: PlanReport } {
    const labels = { app: 'agent' };
    const set = {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'agent', namespace: 'agents' },
      spec: { selector: { matchLabels: labels }, template: { ...template, metadata: { labels } } },
    };
    const pods = (podsOnNode ?? []).map((spec, index): PodGiven => ({ name: `p-${index}`, nodeName: node.metadata.name, spec }));
    const { report, problems } = ask([set], [nodeOf(node)], { pods });
    expect(problems).toEqual([]);
    return { report: report! };
  }

  const outcomeOf = ({ report, node }: typeof rows[number]) => at(report, node.metadata.name, 'agents/agent');

  test('have a pod, keep one or have none as the controller decides', () => {
    const said = rows.map((row) => {
      const { outcome } = outcomeOf(row);
      return [!['keep-only', 'not-desired'].includes(outcome), outcome !== 'not-desired'];
    });
    expect(said).toEqual(rows.map(({ shouldRun, shouldContinueRunning }) => [shouldRun, shouldContinueRunning]));
  });

  test('have room for it, or lack what scheduler and kubelet say, with their numbers, and do so too where the pod is refused besides', () => {
    const desired = rows.filter(({ shouldRun }) => shouldRun);
    expect(desired).toHaveLength(715);
    const said = desired.map((row) => {
      const { outcome, reasons } = outcomeOf(row);
      const lacks = reasons.filter(({ code }) => ['host-port', 'insufficient', 'too-many-pods'].includes(code))
        .map(({ code, resource, requested, used, allocatable }) => (code === 'host-port' ? 'NodePorts' : [resource, requested, used, allocatable].join(' ')));
      return [outcome === 'rejected' ? (lacks.length === 0 ? 'runs' : 'pending') : outcome, ...[...new Set(lacks)].sort()];
    });
    expect(said).toEqual(desired.map(({ fit }) => [fit === null ? 'runs' : 'pending', ...(fit ?? []).map(({ name, requested, used = 0, capacity = 0 }) => (
      name === 'NodePorts' ? name : [name, ...[requested, used, capacity].map((value) => amountOf(name, value))].join(' '))).sort()]));
  });

  test('have it refused only where the API server refuses the DaemonSet or its pods', () => {
    const refused = rows.map(outcomeOf).filter(({ outcome }) => outcome === 'rejected');
    expect(refused.length).toBeGreaterThan(300);
    expect(refused.filter(({ codes }) => !codes.some((code) => ['pod-invalid', 'runtime-class'].includes(code)))).toEqual([]);
  });
});

/** As the report writes amounts: exactly, in the largest unit in which they are whole. */
function amountOf(resource: string, value: number): string {
  const isBytes = ['memory', 'ephemeral-storage'].includes(resource) || resource.startsWith('hugepages-');
  const [base, units] = isBytes ? [1024, ['', 'Ki', 'Mi', 'Gi', 'Ti']] : [1000, resource === 'cpu' ? ['m', '', 'k'] : ['', 'k', 'M', 'G', 'T']];
  const whole = units.filter((_, power) => value % base ** power === 0);
  return value === 0 ? '0' : `${value / base ** (whole.length - 1)}${whole.at(-1)}`;
}
