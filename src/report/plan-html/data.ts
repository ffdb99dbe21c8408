import { grouped } from '../grouped';
import { firstNames } from './names';
import { LOOKS } from './outcomes';
import { resourceRows, ResourceRow } from './resources';
import { NodeClass, Outcome, OUTCOMES, Overhead, Placement, PlacedReason, PlanReport } from '../../analysis/plan/plan-report';
import { taintText } from '../../analysis/plan/reason';

/** What the page's script shows. What large clusters repeat stands once, and is named by its place in a list. */
export interface PlanData {
  readonly outcomes: readonly { readonly name: Outcome; readonly mark: string; readonly meaning: string }[];
  readonly daemonSets: readonly string[];
  readonly classes: readonly ClassData[];
  readonly cells: readonly CellData[];
  readonly reasons: readonly ReasonData[];
  /** Of which the page has bars. */
  readonly resources: readonly string[];
  /** Places of the classes whose overhead is known: those first that have the least left. */
  readonly fullest: readonly number[];
}

export interface ClassData {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly nodes: readonly string[];
  readonly labels: readonly string[];
  readonly taints: readonly string[];
  /** Its cell of each DaemonSet; -1 where the report has none. */
  readonly cells: readonly number[];
  readonly overhead: OverheadData | null;
}

export interface CellData {
  readonly outcome: number;
  /** The reasons in a word. */
  readonly why: string;
  /** Each with the place of the node, among those of the class, whose numbers it has. */
  readonly reasons: readonly (readonly [reason: number, node: number])[];
}

export interface ReasonData {
  readonly code: string;
  readonly message: string;
  /** Amounts that are not in the message. */
  readonly numbers: string;
}

export interface OverheadData {
  readonly pods: string;
  readonly resources: readonly ResourceRow[];
}

export function planData({ nodeClasses, daemonSets, placements, overhead }: PlanReport): PlanData {
  const reasons = new Once<ReasonData>();
  const cells = new Once<CellData>();
  const byClass = grouped(placements, ({ nodeClass }) => nodeClass);
  const overheadOf = new Map(overhead.map((one) => [one.nodeClass, one]));
  const classes = nodeClasses.map((nodeClass) => {
    const placed = new Map((byClass.get(nodeClass.id) ?? []).map((placement) => [placement.daemonSet, placement]));
    const cellOf = (placement: Placement | undefined) => (placement ? cells.place(cellData(placement, nodeClass, reasons)) : -1);
    return classData(nodeClass, daemonSets.map(({ daemonSet }) => cellOf(placed.get(daemonSet))), overheadOf.get(nodeClass.id));
  });
  return {
    outcomes: OUTCOMES.map((name) => ({ name, mark: LOOKS[name].mark, meaning: LOOKS[name].meaning })),
    daemonSets: daemonSets.map(({ daemonSet }) => daemonSet),
    classes,
    cells: cells.list,
    reasons: reasons.list,
    resources: resourcesOf(overhead),
    fullest: fullestFirst(classes),
  };
}

/** Resources that some DaemonSet requests: those of every node first. */
function resourcesOf(overhead: readonly Overhead[]): string[] {
  const others = new Set(overhead.flatMap(({ requests }) => Object.keys(requests)));
  return [...['cpu', 'memory'].filter((name) => others.delete(name)), ...[...others].sort()];
}

function fullestFirst(classes: readonly ClassData[]): number[] {
  const shares = classes.map(({ overhead }) => Math.max(-1, ...(overhead?.resources ?? []).map(({ share }) => share ?? -1)));
  return classes.map((_, place) => place).filter((place) => classes[place].overhead !== null).sort((a, b) => shares[b] - shares[a]);
}

function classData(nodeClass: NodeClass, cells: readonly number[], overhead: Overhead | undefined): ClassData {
  const { id, count, nodes, labels } = nodeClass;
  const taints = nodeClass.taints.map(taintText);
  return {
    id,
    title: firstNames(nodes),
    note: [id, ...(count === 1 ? [] : [`${count} nodes`]), ...taints].join(' · '),
    nodes,
    labels: Object.entries(labels).map(([key, value]) => `${key}=${value}`),
    taints,
    cells,
    overhead: overhead === undefined ? null : { pods: podsText(overhead), resources: resourceRows(overhead) },
  };
}

function podsText({ pods, allocatable }: Overhead): string {
  return allocatable?.pods === undefined ? String(pods) : `${pods} of ${allocatable.pods}`;
}

function cellData({ outcome, reasons }: Placement, { nodes }: NodeClass, all: Once<ReasonData>): CellData {
  const [first, ...others] = reasons;
  return {
    outcome: OUTCOMES.indexOf(outcome),
    why: first === undefined ? '' : `${first.code}${others.length === 0 ? '' : ` +${others.length}`}`,
    reasons: reasons.map((reason) => [all.place(reasonData(reason)), nodes.indexOf(reason.node)]),
  };
}

function reasonData({ code, message, resource, requested, used, allocatable }: PlacedReason): ReasonData {
  const amounts = Object.entries({ requested, used, allocatable }).filter(([, amount]) => amount !== undefined && !message.includes(amount));
  return { code, message, numbers: amounts.length === 0 ? '' : `${resource}: ${amounts.map(([what, amount]) => `${what} ${amount}`).join(', ')}` };
}

/** Equal values get one place. */
class Once<T> {
  public readonly list: T[] = [];
  private readonly places = new Map<string, number>();

  public place(value: T): number {
    const key = JSON.stringify(value);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.list.length);
    return this.list.push(value) - 1;
  }
}
