import { Alike } from './node-classes';
import { Outcome } from './plan-report';
import { PlannedDaemonSet } from './planned-daemon-set';
import { hostPortReason, ineligibilityReasons, insufficientReason, preemptionReason, Reason, runtimeSelectorReason, UNKNOWN_ALLOCATABLE } from './reason';
import { settle, Settled } from './settle';
import { Node } from '../../kubernetes/eligibility';
import { Misfit, Usage } from '../../kubernetes/fit';
import { HostPort, hostPortsConflict } from '../../kubernetes/host-ports';
import { labelValue } from '../../kubernetes/labels';
import { Amounts } from '../../kubernetes/pod-requests';
import { PlacedPod } from '../../kubernetes/preemption';

/** A pod that a node has. */
export interface RunningPod extends PlacedPod {
  /** `namespace/name`. */
  readonly name: string;
  /** The DaemonSet that made it. */
  readonly daemonSet?: string;
}

/** A reason, and how much it weighs beside the same reason on another node. */
export interface WeighedReason {
  readonly reason: Reason;
  readonly weight: number;
}

/** What becomes of a DaemonSet on one node, with every reason. */
export interface NodeOutcome {
  readonly outcome: Outcome;
  readonly reasons: readonly WeighedReason[];
}

interface DaemonPod extends PlacedPod {
  readonly set: PlannedDaemonSet;
  readonly preempts: boolean;
}

type OnNode = Settled<DaemonPod, RunningPod>;

/** Whether the controller makes a pod of each DaemonSet, and whether admission takes it: the same on nodes that are alike, whatever runs there. */
export function claims(node: Alike & { readonly name: string }, daemonSets: readonly PlannedDaemonSet[]): ReadonlyMap<PlannedDaemonSet, NodeOutcome> {
  return new Map(daemonSets.flatMap((set): [PlannedDaemonSet, NodeOutcome][] => {
    const own = claim(node as Node, set);
    return own === undefined ? [] : [[set, own]];
  }));
}

/** Undefined where a pod comes, and must find room. */
function claim(node: Node, { pod, eligibility, ineligibility, refused, waits, runtimeSelector }: PlannedDaemonSet): NodeOutcome | undefined {
  const { shouldRun, shouldContinueRunning } = eligibility(node);
  if (!shouldRun) {
    return { outcome: shouldContinueRunning ? 'keep-only' : 'not-desired', reasons: ineligibility(node).flatMap(ineligibilityReasons).map(unweighed) };
  }
  if (refused.length > 0) {
    return { outcome: 'rejected', reasons: refused.map(unweighed) };
  }
  const unmet = Object.entries(runtimeSelector).filter(([key, wanted]) => labelValue(node.labels, key) !== wanted)
    .map(([key, wanted]) => runtimeSelectorReason(pod.runtimeClassName!, key, wanted, labelValue(node.labels, key)));
  const held = [...waits, ...unmet];
  return held.length > 0 ? { outcome: 'pending', reasons: held.map(unweighed) } : undefined;
}

/**
 * What becomes of each DaemonSet on a node, beside what runs there. Pods of the given DaemonSets make room for the new ones, but where they may only stay.
 *
 * @param claimed what is known of the node whatever runs there
 */
export function outcomesOn(
  node: Alike, daemonSets: readonly PlannedDaemonSet[], claimed: ReadonlyMap<PlannedDaemonSet, NodeOutcome>, pods: readonly RunningPod[],
): NodeOutcome[] {
  const stays = (id: string) => daemonSets.every((set) => set.id !== id || claimed.get(set)?.outcome === 'keep-only');
  const there = pods.filter(({ daemonSet }) => daemonSet === undefined || stays(daemonSet));
  const incoming = daemonSets.filter((set) => !claimed.has(set))
    .map((set): DaemonPod => ({ set, demand: set.demand, priority: set.priority, preempts: set.preempts }));
  const usage = taken(node.reserved);
  const settled = settle(node.allocatable, there, incoming, usage);
  const settledOf = new Map(incoming.map((pod) => [pod.set, outcomeOf(pod, settled, node.allocatable !== undefined)]));
  return daemonSets.map((set) => settledOf.get(set) ?? withMisfit(claimed.get(set)!, usage.misfit(set.demand, node.allocatable), settled));
}

/** Who takes a daemon for refused or held back alone finds out too late that it would not fit either. */
function withMisfit(claimed: NodeOutcome, lacks: Misfit, settled: OnNode): NodeOutcome {
  const isToCome = claimed.outcome === 'rejected' || claimed.outcome === 'pending';
  return isToCome ? { ...claimed, reasons: [...claimed.reasons, ...misfitReasons(lacks, settled)] } : claimed;
}

function outcomeOf(pod: DaemonPod, settled: OnNode, isRoomKnown: boolean): NodeOutcome {
  const { elsewhere } = pod.set;
  const lacks = settled.pending.get(pod);
  const victims = lacks === undefined ? settled.victims.get(pod) ?? [] : [];
  const reasons = [
    ...elsewhere.map(unweighed),
    ...(isRoomKnown ? [] : [unweighed(UNKNOWN_ALLOCATABLE)]),
    ...(lacks === undefined ? [] : misfitReasons(lacks, settled)),
    ...(victims.length === 0 ? [] : [{ reason: preemptionReason([...new Set(victims.map(makerOf))]), weight: victims.length }]),
  ];
  const outcome = elsewhere.length > 0 ? 'unknown' : lacks !== undefined ? 'pending' : isRoomKnown ? 'runs' : 'unknown';
  return { outcome, reasons };
}

function misfitReasons({ insufficient, ports }: Misfit, { running }: OnNode): WeighedReason[] {
  const holdersOf = (port: HostPort) => running.filter(({ demand }) => demand.ports.some((other) => hostPortsConflict(port, other)));
  return [
    ...insufficient.map((lack) => ({ reason: insufficientReason(lack), weight: Number(lack.used) })),
    ...ports.map((port) => unweighed(hostPortReason(port, holdersOf(port).map(makerOf)))),
  ];
}

/** Pods of one DaemonSet have other names on other nodes, so it is what is named. */
function makerOf(pod: DaemonPod | RunningPod): string {
  return 'set' in pod ? pod.set.id : pod.daemonSet ?? pod.name;
}

function unweighed(reason: Reason): WeighedReason {
  return { reason, weight: 0 };
}

function taken(reserved: Amounts | undefined): Usage {
  const usage = new Usage();
  if (reserved !== undefined) {
    usage.add({ requests: reserved, ports: [] }, Number(reserved.get('pods') ?? 0));
  }
  return usage;
}
