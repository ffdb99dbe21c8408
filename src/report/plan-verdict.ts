import { grouped } from './grouped';
import { count, enumerated, joined, listed, Phrase, say, textOf } from './phrase';
import { clashes, isBroken, isKeptOffByTaints, nodesOf, runsByPreemption } from './plan-facts';
import { shortNames } from './short-names';
import { DaemonSetTotals, PartitionReport, PlanReport } from '../analysis/plan/plan-report';

/** Of so many DaemonSets is told what is wrong with each. */
const NAMED = 3;

/** Of more DaemonSets, ports or partitions than these only the number is told. */
const FEW = 2;

type Short = (daemonSet: string) => string;

/** What is wrong with a DaemonSet on so many nodes. */
interface Trouble {
  readonly daemonSet: string;
  readonly what: string;
  readonly nodes: number;
}

/** What becomes of the DaemonSets, in one sentence: what is worst comes first. */
export function verdict(report: PlanReport): string {
  return textOf(verdictPhrase(report));
}

/** Whether somebody has to mend something, or to look at something. */
export function gravity(report: PlanReport): 'bad' | 'care' | 'good' {
  const { daemonSets, partitions, hostPorts } = report;
  if (daemonSets.some(({ rejected, pending }) => rejected + pending > 0) || partitions.some(isBroken) || hostPorts.length > 0) {
    return 'bad';
  }
  return daemonSets.some(({ unknown, desired }) => unknown > 0 || desired === 0) ? 'care' : 'good';
}

export function verdictPhrase(report: PlanReport): Phrase {
  const short = shortNames(report.daemonSets.map(({ daemonSet }) => daemonSet));
  const clauses = [
    ...podClauses(report, short),
    ...partitionClauses(report, short),
    ...portClauses(report, short),
    ...preemptionClauses(report),
    ...podlessClauses(report, short),
    ...taintClauses(report, short),
  ];
  return say`${joined(clauses, '; ')}.`;
}

/** What becomes of the pods, and after it what is not known of others. */
function podClauses(report: PlanReport, short: Short): Phrase[] {
  const { daemonSets, nodeClasses } = report;
  const nodes = nodesOf(nodeClasses);
  const [desired, runs, unknown] = (['desired', 'runs', 'unknown'] as const).map((outcome) => sum(daemonSets.map((one) => one[outcome])));
  const failing = desired - runs - unknown;
  if (daemonSets.length === 0 || nodes === 0) {
    return [daemonSets.length === 0 ? say`There is no DaemonSet to plan` : say`There is no node to plan for`];
  }
  if (desired === 0) {
    const where = nodes === 1 ? say`the only node` : say`any of ${nodes} nodes`;
    const [{ daemonSet }] = daemonSets;
    return [daemonSets.length === 1 ? say`${short(daemonSet)} gets no pod on ${where}` : say`None of ${daemonSets.length} DaemonSets gets a pod on ${where}`];
  }
  if (failing > 0) {
    return [
      say`${failingPods(failing, desired)}: ${failures(daemonSets, short)}`,
      ...(unknown > 0 ? [say`whether ${unknown} more will run is not known`] : []),
    ];
  }
  if (unknown === desired) {
    return [say`Whether ${desired === 1 ? ['the only pod'] : say`any of ${desired} pods`} will run is not known`];
  }
  if (unknown > 0) {
    return [say`Whether ${unknown} of ${desired} pods will run is not known: ${named(troubles(daemonSets, 'unknown', 'on'), short)}`];
  }
  return [fine(report, nodes, runs, short)];
}

function fine({ daemonSets, nodeClasses, placements }: PlanReport, nodes: number, runs: number, short: Short): Phrase {
  const taken = new Set(placements.filter(({ outcome }) => outcome === 'runs').map(({ nodeClass }) => nodeClass));
  const withPods = nodesOf(nodeClasses.filter(({ id }) => taken.has(id)));
  const who = daemonSets.length === 1 ? say`${short(daemonSets[0].daemonSet)}` : say`Each of ${daemonSets.length} DaemonSets`;
  const where = withPods === nodes ? count(nodes, 'node') : say`${withPods} of ${count(nodes, 'node')}`;
  return say`${who} runs on every node that it is for: ${count(runs, 'pod')} on ${where}`;
}

function failingPods(failing: number, desired: number): Phrase {
  if (failing < desired) {
    return say`${failing} of ${desired} pods will not run`;
  }
  return desired === 1 ? say`The only pod will not run` : say`None of ${desired} pods will run`;
}

/** Pods that are refused come before those that wait. */
function failures(daemonSets: readonly DaemonSetTotals[], short: Short): Phrase {
  return named([...troubles(daemonSets, 'rejected', 'is refused on'), ...troubles(daemonSets, 'pending', 'waits on')], short);
}

/** Where most nodes have it comes first. */
function troubles(daemonSets: readonly DaemonSetTotals[], outcome: 'rejected' | 'pending' | 'unknown', what: string): Trouble[] {
  return daemonSets.map((one) => ({ daemonSet: one.daemonSet, what, nodes: one[outcome] }))
    .filter(({ nodes }) => nodes > 0).sort((a, b) => b.nodes - a.nodes);
}

/** The word `nodes` stands at the first number only. */
function named(all: readonly Trouble[], short: Short): Phrase {
  const first = all.slice(0, NAMED);
  const more = new Set(all.map(({ daemonSet }) => daemonSet));
  first.forEach(({ daemonSet }) => more.delete(daemonSet));
  const texts = first.map(({ daemonSet, what, nodes }, index) => say`${short(daemonSet)} ${[what]} ${index === 0 ? count(nodes, 'node') : say`${nodes}`}`);
  return more.size === 0 ? joined(texts, ', ') : say`${joined(texts, ', ')}, and ${count(more.size, 'more DaemonSet')}`;
}

function partitionClauses({ partitions }: PlanReport, short: Short): Phrase[] {
  const broken = [...grouped(partitions.filter(isBroken), ({ daemonSets }) => JSON.stringify(daemonSets)).values()];
  return broken.length > FEW ? [say`${broken.length} partitions do not hold`] : broken.map((proofs) => brokenClause(proofs, short));
}

/** What the proofs of the same members say together. */
function brokenClause(proofs: readonly PartitionReport[], short: Short): Phrase {
  const { daemonSets } = proofs[0];
  const isOne = daemonSets.length === 1;
  const faults = [
    ...(proofs.some(({ gap }) => gap !== null) ? [isOne ? 'leaves a gap' : 'leave a gap'] : []),
    ...(proofs.some(({ overlap }) => overlap !== null) ? ['overlap'] : []),
    ...(proofs.some(({ outside }) => outside !== null) ? [isOne ? 'takes nodes outside of its domain' : 'take nodes outside of their domain'] : []),
  ];
  const rest = daemonSets.find((one) => !isOne && daemonSets.every((other) => other === one || other.startsWith(`${one}-`)));
  const who = rest === undefined ? listed(daemonSets.map(short)) : say`the variants of ${short(rest)}`;
  return say`${who} ${enumerated(faults.map((fault) => [fault]))}`;
}

function portClauses(report: PlanReport, short: Short): Phrase[] {
  const ports = clashes(report);
  if (ports.length > FEW) {
    return [say`${ports.length} host ports are wanted by several DaemonSets each`];
  }
  return ports.map(({ port, daemonSets, nodeClasses }) => {
    const nodes = nodesOf(nodeClasses);
    return say`${listed(daemonSets.map(short))} want port ${port} of ${nodes === 1 ? say`the same node` : say`the same ${nodes} nodes`}`;
  });
}

function preemptionClauses({ placements, nodeClasses }: PlanReport): Phrase[] {
  const countOf = new Map(nodeClasses.map((one) => [one.id, one.count]));
  const pods = sum(placements.filter(runsByPreemption).map(({ nodeClass }) => countOf.get(nodeClass) ?? 0));
  return pods === 0 ? [] : [say`${count(pods, 'pod')} ${[pods === 1 ? 'runs' : 'run']} only by ending others`];
}

/** DaemonSets that no node gets, where others have nodes. */
function podlessClauses({ daemonSets }: PlanReport, short: Short): Phrase[] {
  const podless = daemonSets.filter(({ desired }) => desired === 0).map(({ daemonSet }) => short(daemonSet));
  if (podless.length === 0 || podless.length === daemonSets.length) {
    return [];
  }
  const get = [podless.length === 1 ? 'gets' : 'get'];
  return [say`${podless.length > FEW ? count(podless.length, 'DaemonSet') : listed(podless)} ${get} no pod at all`];
}

/** Nodes that a DaemonSet selects, and where taints keep it away: it is not known of such whether it is meant to be there. */
function taintClauses({ daemonSets, placements, nodeClasses }: PlanReport, short: Short): Phrase[] {
  const byId = new Map(nodeClasses.map((one) => [one.id, one]));
  const away = grouped(placements.filter(isKeptOffByTaints), ({ daemonSet }) => daemonSet);
  const keptOff = daemonSets.flatMap(({ daemonSet }) => {
    const nodes = nodesOf((away.get(daemonSet) ?? []).flatMap(({ nodeClass }) => byId.get(nodeClass) ?? []));
    return nodes > 0 ? [say`${short(daemonSet)} off ${count(nodes, 'node')}`] : [];
  });
  const what = keptOff.length > FEW ? say`${count(keptOff.length, 'DaemonSet')} off nodes that they select` : enumerated(keptOff);
  return keptOff.length === 0 ? [] : [say`taints keep ${what}`];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
