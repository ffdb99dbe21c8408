import { grouped } from './grouped';
import { all, listed, Phrase, say, SHOWN } from './phrase';
import { CounterExample, NodeClass, Outcome, PartitionReport, Placement, PlanReport } from '../analysis/plan/plan-report';
import { taintText } from '../analysis/plan/reason';

/** DaemonSets, and nodes that something is the same for. */
export interface Where {
  readonly daemonSets: readonly string[];
  readonly nodeClasses: readonly NodeClass[];
}

/** What is said of some nodes, once for all DaemonSets and nodes that it concerns. */
export interface SharedReason {
  readonly outcome: Outcome;
  readonly code: string;
  readonly message: string;
  /** The node whose numbers the message has, where others of its class have others. */
  readonly numbersOf?: string;
  readonly where: readonly Where[];
}

/** A port of the node that several DaemonSets want. */
export interface Clash extends Where {
  /** `9100/TCP`. */
  readonly port: string;
}

/** What keeps a DaemonSet off nodes that it was never meant for. */
const NODES_OF_OTHERS = ['node-selector', 'node-affinity', 'node-name'];

export const EVERY = { shown: Infinity };

/** The worst first. */
const GRAVITY: readonly Outcome[] = ['rejected', 'pending', 'unknown', 'keep-only', 'not-desired', 'runs'];

/** Every reason once, whatever nodes have instead of the labels that are asked for; the worst outcome first; last what only tells that nodes are for other DaemonSets. */
export function sharedReasons(report: PlanReport): SharedReason[] {
  const nodeClasses = classesById(report);
  const hasPods = report.warnings.every(({ code }) => code !== 'no-pods');
  const given = report.placements.flatMap((placement) => placement.reasons.map((reason) => ({ placement, reason })));
  const groups = grouped(given, ({ placement: { outcome }, reason: { code, requirement, message } }) => (
    JSON.stringify([outcome, code, requirement ?? message])));
  const shared = [...groups.values()].map((group) => {
    const [{ placement: { outcome, nodeClass }, reason: { code, message, requirement, node, resource } }] = group;
    const placements = group.map(({ placement }) => placement);
    const hasOtherNumbers = hasPods && resource !== undefined && nodesOf(present([nodeClass], nodeClasses)) > 1;
    const gravity = outcome === 'not-desired' && placements.every(isForOtherNodes) ? GRAVITY.length : GRAVITY.indexOf(outcome);
    return { gravity, reason: { outcome, code, message: requirement === undefined ? message : `it asks for ${requirement}`, where: whereOf(placements, nodeClasses), ...(hasOtherNumbers ? { numbersOf: node } : {}) } };
  });
  return shared.sort((a, b) => a.gravity - b.gravity).map(({ reason }) => reason);
}

/** Host ports that several DaemonSets want, once for all nodes where the same ones do. */
export function clashes(report: PlanReport): Clash[] {
  const nodeClasses = classesById(report);
  const groups = grouped(report.hostPorts, ({ protocol, port, hostIP, daemonSets }) => JSON.stringify([protocol, port, hostIP, daemonSets]));
  return [...groups.values()].map((group) => {
    const [{ protocol, port, hostIP, daemonSets }] = group;
    const there = present(group.map(({ nodeClass }) => nodeClass), nodeClasses);
    return { port: `${port}/${protocol}${hostIP === '0.0.0.0' ? '' : ` on ${hostIP}`}`, daemonSets, nodeClasses: there };
  });
}

export function isBroken({ gap, overlap, outside }: PartitionReport): boolean {
  return gap !== null || overlap !== null || outside !== null;
}

export function runsByPreemption({ outcome, reasons }: Placement): boolean {
  return outcome === 'runs' && reasons.some(({ code }) => code === 'preemption');
}

/** Whether only taints keep a DaemonSet off nodes that it selects. */
export function isKeptOffByTaints({ outcome, reasons }: Placement): boolean {
  return (outcome === 'keep-only' || outcome === 'not-desired') && reasons.length > 0 && reasons.every(({ code }) => code === 'untolerated-taint');
}

export function nodesOf(nodeClasses: readonly NodeClass[]): number {
  return nodeClasses.reduce((sum, { count }) => sum + count, 0);
}

/** The first nodes of some classes by name, and how many more there are. */
export function nodeNames(nodeClasses: readonly NodeClass[]): Phrase {
  return listed(nodeClasses.slice(0, SHOWN).flatMap(({ nodes }) => nodes.slice(0, SHOWN)), { total: nodesOf(nodeClasses) });
}

export function labelTexts(labels: NodeClass['labels']): string[] {
  return Object.entries(labels).map(([key, value]) => `${key}=${value}`);
}

/** A node as one would describe it to somebody who has to find it. */
export function described({ node, labels, missingLabels, taints }: CounterExample): Phrase {
  const parts = [
    ...(Object.keys(labels).length > 0 ? [say` with ${all(labelTexts(labels))}`] : []),
    ...(missingLabels.length > 0 ? [say` without ${[missingLabels.length === 1 ? 'the label ' : 'the labels ']}${all(missingLabels)}`] : []),
    ...(taints.length > 0 ? [say` that has ${[taints.length === 1 ? 'the taint ' : 'the taints ']}${all(taints.map(taintText))}`] : []),
  ];
  return say`${node === null ? ['a node'] : say`the node ${node}`}${parts.flatMap((part, index) => (index === 0 ? part : [',', ...part]))}`;
}

function classesById({ nodeClasses }: PlanReport): Map<string, NodeClass> {
  return new Map(nodeClasses.map((one) => [one.id, one]));
}

function present(ids: readonly string[], nodeClasses: ReadonlyMap<string, NodeClass>): NodeClass[] {
  return ids.flatMap((id) => nodeClasses.get(id) ?? []);
}

/** DaemonSets that something is so for on the same nodes stand together. */
function whereOf(placements: readonly Placement[], nodeClasses: ReadonlyMap<string, NodeClass>): Where[] {
  const ofDaemonSets = [...grouped(placements, ({ daemonSet }) => daemonSet)]
    .map(([daemonSet, own]) => ({ daemonSet, ids: [...new Set(own.map(({ nodeClass }) => nodeClass))] }));
  return [...grouped(ofDaemonSets, ({ ids }) => JSON.stringify(ids)).values()]
    .map((group) => ({ daemonSets: group.map(({ daemonSet }) => daemonSet), nodeClasses: present(group[0].ids, nodeClasses) }));
}

function isForOtherNodes({ reasons }: Placement): boolean {
  return reasons.some(({ code }) => NODES_OF_OTHERS.includes(code));
}
