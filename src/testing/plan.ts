import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { NodeList } from './node-list';
import { planObjects } from '../analysis/plan/plan-files';
import { CounterExample, Outcome as Told, Placement, PlanReport } from '../analysis/plan/plan-report';

/** What becomes of a DaemonSet on a node. */
export enum Outcome {
  /** A pod runs there, or would as soon as it is applied. */
  RUNS = 'runs',
  /** The controller makes a pod, and it stays Pending: it does not fit. */
  PENDING = 'pending',
  /** The API server refuses the pod: Pod Security, a quota, a class that is missing. */
  REJECTED = 'rejected',
  /** What is given does not tell, such as nodes without `allocatable`. */
  UNKNOWN = 'unknown',
  /** The controller makes no pod, but leaves one that is there: a taint `NoSchedule` is not tolerated. */
  KEEP_ONLY = 'keep-only',
  /** The controller makes no pod, and no event tells of it: by labels, by name, or by a taint that is not tolerated. */
  NOT_DESIRED = 'not-desired',
}

/** How to plan. */
export interface PlanOptions {
  /**
   * Whether nothing else is in the cluster than what is planned: a PriorityClass, RuntimeClass or ServiceAccount that is named and not there is missing.
   *
   * @default false - the cluster may have it: other charts bring such things
   */
  readonly complete?: boolean;

  /**
   * Whether taints that go away by themselves are taken for gone: of nodes that are not ready, cordoned or just starting.
   *
   * @default false - nodes are taken as they are
   */
  readonly settled?: boolean;

  /**
   * The Kubernetes whose rules are asked, such as `1.34`.
   *
   * @default - that of the newest kubelet among the nodes, or the newest that is known
   */
  readonly kubernetesVersion?: string;
}

/**
 * Which DaemonSet runs on which node, and why not, as the command `cdk8s-daemons plan` says it: for the tests of an app. It is decided as Kubernetes 1.36
 * decides it: by the DaemonSet controller, admission and the scheduler. DaemonSets are named `namespace/name`, or by their name alone where it is the only one.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * new NodeExporterDaemon(chart, 'node-exporter');
 * const plan = testing.Plan.of(chart, testing.NodeList.fromText('nodeGroups: [{ name: worker, count: 3 }]'));
 * const nodes = plan.nodes('node-exporter', testing.Outcome.UNKNOWN); // the groups do not say what the nodes have
 * const reasons = plan.reasons('node-exporter', 'worker-1');
 */
export class Plan {
  /**
   * Plans with all charts at and below a construct, an app or a chart, in the order in which cdk8s writes them.
   *
   * @throws if there is no DaemonSet or no node, or the nodes cannot be read; every problem is named
   */
  public static of(scope: Construct, nodes: NodeList, options: PlanOptions = {}): Plan {
    const charts = scope.node.findAll().filter((construct): construct is Chart => Chart.isChart(construct));
    const objects = charts.flatMap((chart) => chart.toJson() as object[]);
    const { report, problems, diagnostics } = planObjects(objects, nodes._source, {
      isComplete: options.complete, isSettled: options.settled, kubernetesVersion: options.kubernetesVersion,
    });
    if (report === undefined || diagnostics.length > 0) {
      throw new Error(['there is no plan:', ...problems, ...diagnostics.map(({ file, line, message }) => (
        `${file}${line === undefined ? '' : `, line ${line}`}: ${message}`))].join('\n- '));
    }
    return new Plan(report);
  }

  private constructor(private readonly report: PlanReport) {}

  /** The DaemonSets, `namespace/name`, in the order in which they are applied: those that come first get room first. */
  public get daemonSets(): string[] {
    return this.report.daemonSets.map(({ daemonSet }) => daemonSet);
  }

  /**
   * What becomes of a DaemonSet on a node.
   *
   * @throws if there is no such DaemonSet or node; those that there are are named
   */
  public outcome(daemonSet: string, node: string): Outcome {
    return outcomeOf(this.placement(daemonSet, node).outcome);
  }

  /**
   * Every reason why something is as it is, with its numbers; empty where a pod simply runs.
   *
   * @throws if there is no such DaemonSet or node
   */
  public reasons(daemonSet: string, node: string): string[] {
    return this.placement(daemonSet, node).reasons.map(({ message }) => message);
  }

  /**
   * The nodes on which a DaemonSet has an outcome, by name.
   *
   * @param outcome default: those on which it runs
   * @throws if there is no such DaemonSet
   */
  public nodes(daemonSet: string, outcome: Outcome = Outcome.RUNS): string[] {
    const id = this.find(daemonSet);
    const classes = this.report.placements.filter((placement) => placement.daemonSet === id && outcomeOf(placement.outcome) === outcome)
      .map(({ nodeClass }) => nodeClass);
    return this.report.nodeClasses.filter((nodeClass) => classes.includes(nodeClass.id)).flatMap(({ nodes }) => nodes).sort();
  }

  /**
   * Everything that is not as it should be, a sentence each: pods that wait or are refused, ports that clash, variants that leave nodes out or take them
   * twice. Empty where each DaemonSet runs wherever it is wanted.
   */
  public get problems(): string[] {
    const { placements, hostPorts, partitions } = this.report;
    return [
      ...placements.filter(({ outcome }) => outcome === 'pending' || outcome === 'rejected').map((placement) => this.told(placement)),
      ...hostPorts.map(({ nodeClass, protocol, port, daemonSets }) => `${daemonSets.join(' and ')} want the port ${port}/${protocol} of ${this.named(nodeClass)}`),
      ...partitions.flatMap(({ daemonSets, gap, overlap, outside }) => [
        ...(gap === null ? [] : [`${daemonSets.join(', ')} leave out ${described(gap)}`]),
        ...(overlap === null ? [] : [`${overlap.daemonSets.join(' and ')} both take ${described(overlap)}`]),
        ...(outside === null ? [] : [`${outside.daemonSets.join(' and ')} takes ${described(outside)}, which is not meant`]),
      ]),
    ];
  }

  private find(daemonSet: string): string {
    const found = this.daemonSets.filter((id) => id === daemonSet || id.endsWith(`/${daemonSet}`));
    if (found.length !== 1) {
      throw new Error(found.length === 0 ? `there is no DaemonSet '${daemonSet}'; there are ${this.daemonSets.join(', ')}`
        : `there are several DaemonSets '${daemonSet}': ${found.join(', ')}; say which with its namespace`);
    }
    return found[0];
  }

  private placement(daemonSet: string, node: string): Placement {
    const id = this.find(daemonSet);
    const nodeClass = this.report.nodeClasses.find(({ nodes }) => nodes.includes(node));
    if (nodeClass === undefined) {
      const names = this.report.nodeClasses.flatMap(({ nodes }) => nodes).sort();
      throw new Error(`there is no node '${node}'; there are ${someOf(names)}`);
    }
    return this.report.placements.find((placement) => placement.daemonSet === id && placement.nodeClass === nodeClass.id)!;
  }

  private told({ daemonSet, nodeClass, outcome, reasons }: Placement): string {
    const what = outcome === 'pending' ? 'stays Pending' : 'is refused';
    return `${daemonSet} ${what} on ${this.named(nodeClass)}: ${reasons.map(({ message }) => message).join('; ')}`;
  }

  private named(nodeClass: string): string {
    return someOf(this.report.nodeClasses.find(({ id }) => id === nodeClass)!.nodes);
  }
}

function outcomeOf(told: Told): Outcome {
  return Object.values(Outcome).find((outcome) => outcome as string === told)!;
}

/** So many names are told: nobody reads more. */
const NAMES_MAX = 10;

function someOf(names: readonly string[]): string {
  return names.length <= NAMES_MAX ? names.join(', ') : `${names.slice(0, NAMES_MAX).join(', ')} and ${names.length - NAMES_MAX} more`;
}

function described({ node, labels, missingLabels }: CounterExample): string {
  const set = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  const told = [...(set.length > 0 ? [`with ${set.join(', ')}`] : []), ...(missingLabels.length > 0 ? [`without the label ${missingLabels.join(', ')}`] : [])];
  return [node === null ? 'a node' : `the node ${node}`, told.join(' and ') || 'whatever its labels'].join(' ');
}
