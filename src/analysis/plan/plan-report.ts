import { Reason } from './reason';
import { Quantities } from '../../kubernetes/objects';
import { Taint } from '../../kubernetes/taints';

/** What becomes of a DaemonSet on a node. */
export type Outcome = 'runs' | 'pending' | 'rejected' | 'unknown' | 'keep-only' | 'not-desired';

export const OUTCOMES: readonly Outcome[] = ['runs', 'pending', 'rejected', 'unknown', 'keep-only', 'not-desired'];

/** Nodes that are alike for the given DaemonSets. */
export interface NodeClass {
  /** `c1`, `c2` and so on, by the name of the first node. */
  readonly id: string;
  readonly count: number;
  /** By name. */
  readonly nodes: readonly string[];
  /** Those that some DaemonSet, or the domain of some, asks for. */
  readonly labels: Labels;
  readonly taints: readonly Taint[];
}

export interface Labels {
  readonly [key: string]: string;
}

/** How many nodes there are of each outcome. */
export interface DaemonSetTotals {
  /** `namespace/name`. */
  readonly daemonSet: string;
  /** Nodes on which the controller makes a pod, whatever becomes of it. */
  readonly desired: number;
  readonly runs: number;
  readonly pending: number;
  readonly rejected: number;
  readonly unknown: number;
  readonly keepOnly: number;
  readonly notDesired: number;
}

/** A reason, and the node whose numbers it has: the worst of its class. */
export interface PlacedReason extends Reason {
  readonly node: string;
}

/** What becomes of a DaemonSet on the nodes of a class, with every reason. */
export interface Placement {
  readonly nodeClass: string;
  readonly daemonSet: string;
  readonly outcome: Outcome;
  readonly reasons: readonly PlacedReason[];
}

/** What the pods of the given DaemonSets take of each node of a class. */
export interface Overhead {
  readonly nodeClass: string;
  readonly pods: number;
  readonly requests: Quantities;
  /** Only of resources that every container limits. */
  readonly limits: Quantities;
  /** Null where the input does not tell. */
  readonly allocatable: Quantities | null;
  /** What is requested of what there is, to three digits; null where that is not known, or nothing is there. */
  readonly share: { readonly [resource: string]: number | null } | null;
}

/** DaemonSets that want the same port of the same nodes. */
export interface HostPortClash {
  readonly nodeClass: string;
  readonly protocol: string;
  readonly port: number;
  readonly hostIP: string;
  readonly daemonSets: readonly string[];
}

/** A node that breaks a partition. Of a proof over all labels it is any node that has these labels, and not the missing ones. */
export interface CounterExample {
  /** Name of a node of the inventory; null in a proof over all labels, unless only a name tells nodes apart. */
  readonly node: string | null;
  readonly labels: Labels;
  readonly missingLabels: readonly string[];
  readonly taints: readonly Taint[];
  /** The smallest change that mends it; null where no requirement says what is needed. */
  readonly fix: string | null;
}

/** A taint that some members tolerate and others do not. */
export interface ContestedToleration {
  /** As `kubectl taint` writes it; `(any other)` is a key or a value that no toleration names. */
  readonly taint: string;
  readonly toleratedBy: readonly string[];
  readonly notToleratedBy: readonly string[];
  /** Nodes of the inventory that carry it, of the domain. */
  readonly nodes: readonly string[];
}

/** Whether DaemonSets take each node of their domain exactly once. */
export interface PartitionReport {
  readonly daemonSets: readonly string[];
  /** Over all labels that nodes could have, or over the given nodes. */
  readonly over: 'domain' | 'inventory';
  /** In the selector syntax of kubectl, alternatives with ` || ` between them; the empty text is every node. */
  readonly domain: string;
  readonly gap: CounterExample | null;
  readonly overlap: CounterExample & { readonly daemonSets: readonly string[] } | null;
  /** A node that a member takes although it is not in the domain. */
  readonly outside: CounterExample & { readonly daemonSets: readonly string[] } | null;
  readonly tolerations: readonly ContestedToleration[];
  readonly assumptions: readonly string[];
}

/** What somebody should know of the input, or of nodes that will not stay as they are. */
export interface PlanWarning {
  readonly code: string;
  readonly message: string;
  readonly nodes: readonly string[];
}

/** What a change of the nodes changes. */
export interface PlannedChange {
  readonly node: string;
  readonly daemonSet: string;
  /** Null where the node was not there. */
  readonly from: Outcome | null;
  /** Null where it is no longer there. */
  readonly to: Outcome | null;
  readonly reasons: readonly Reason[];
}

/** What was asked with `--what-if`, and what comes of it. */
export interface WhatIf {
  readonly asked: readonly string[];
  readonly changes: readonly PlannedChange[];
}

/** Which DaemonSet runs on which node, and why not. */
export interface PlanReport {
  readonly kubernetesVersion: string;
  readonly nodeClasses: readonly NodeClass[];
  /** In the order of the input. */
  readonly daemonSets: readonly DaemonSetTotals[];
  /** Every pair of a class and a DaemonSet, by class. */
  readonly placements: readonly Placement[];
  readonly overhead: readonly Overhead[];
  readonly hostPorts: readonly HostPortClash[];
  readonly partitions: readonly PartitionReport[];
  readonly warnings: readonly PlanWarning[];
  /** Null where nothing was asked. */
  readonly whatIf: WhatIf | null;
}
