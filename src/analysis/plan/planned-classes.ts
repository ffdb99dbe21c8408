import { AlikeNodes } from './node-classes';
import { claims, NodeOutcome, outcomesOn, RunningPod, WeighedReason } from './outcomes';
import { Outcome, PlacedReason } from './plan-report';
import { PlannedDaemonSet } from './planned-daemon-set';

/** Pods by the node that has them; undefined where none were given. */
export type PodsByNode = ReadonlyMap<string, readonly RunningPod[]> | undefined;

/** Nodes that are alike, and for which everything ends alike. */
export interface PlannedClass {
  readonly nodes: AlikeNodes;
  /** By DaemonSet, in their order. */
  readonly outcomes: readonly ClassOutcome[];
}

export interface ClassOutcome {
  readonly outcome: Outcome;
  readonly reasons: readonly PlacedReason[];
}

/**
 * What becomes of the DaemonSets on nodes that are alike. What runs there makes them differ: they are told apart where an outcome does, or the code of a reason.
 *
 * @returns by the name of the first node
 */
export function planClasses(alikeNodes: readonly AlikeNodes[], daemonSets: readonly PlannedDaemonSet[], pods: PodsByNode): PlannedClass[] {
  return alikeNodes.flatMap((group) => {
    const names = group.nodes;
    const claimed = claims({ ...group, name: names[0] }, daemonSets);
    const outcomesOf = (name: string) => outcomesOn(group, daemonSets, claimed, pods?.get(name) ?? []);
    const told = pods === undefined ? [together(names, outcomesOf(names[0]))] : toldApart(names, outcomesOf);
    return told.map(({ nodes, worst }) => ({ nodes: { ...group, nodes }, outcomes: worst.outcomes }));
  }).sort((a, b) => (a.nodes.nodes[0] < b.nodes.nodes[0] ? -1 : 1));
}

/** Of some nodes with equal outcomes, each reason with the numbers of the node where it is worst. */
class Worst {
  private readonly reasons: readonly Map<string, WeighedReason & { readonly node: string }>[];

  constructor(private readonly first: readonly NodeOutcome[]) {
    this.reasons = first.map(() => new Map());
  }

  public add(node: string, outcomes: readonly NodeOutcome[]): void {
    outcomes.forEach(({ reasons }, index) => reasons.forEach((one) => {
      const key = identity(one);
      const known = this.reasons[index].get(key);
      if (known === undefined || one.weight > known.weight) {
        this.reasons[index].set(key, { ...one, node });
      }
    }));
  }

  public get outcomes(): ClassOutcome[] {
    return this.first.map(({ outcome }, index) => (
      { outcome, reasons: [...this.reasons[index].values()].map(({ reason, node }) => ({ ...reason, node })) }));
  }
}

interface Told {
  readonly nodes: string[];
  readonly worst: Worst;
}

function together(names: readonly string[], outcomes: readonly NodeOutcome[]): Told {
  const worst = new Worst(outcomes);
  worst.add(names[0], outcomes);
  return { nodes: [...names], worst };
}

function toldApart(names: readonly string[], outcomesOf: (name: string) => readonly NodeOutcome[]): Told[] {
  const found = new Map<string, Told>();
  for (const name of names) {
    const outcomes = outcomesOf(name);
    const key = outcomes.map(({ outcome, reasons }) => [outcome, ...new Set(reasons.map(({ reason }) => reason.code))].join()).join(';');
    const told = found.get(key) ?? { nodes: [], worst: new Worst(outcomes) };
    found.set(key, told);
    told.nodes.push(name);
    told.worst.add(name, outcomes);
  }
  return [...found.values()];
}

/** What stays the same of a reason from node to node, while its numbers and names differ. */
function identity({ reason: { code, message, resource, port, protocol, hostIP } }: WeighedReason): string {
  return [code, resource ?? (port === undefined ? code === 'preemption' ? '' : message : `${protocol} ${hostIP} ${port}`)].join();
}
