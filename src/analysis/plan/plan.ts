import { hostPortClashes } from './host-port-clashes';
import { AlikeNodes } from './node-classes';
import { overheadOf } from './overhead';
import { DaemonSetTotals, Outcome, PartitionReport, PlanReport, PlanWarning, WhatIf } from './plan-report';
import { PlannedClass, planClasses, PodsByNode } from './planned-classes';
import { PlannedDaemonSet } from './planned-daemon-set';
import { Quota, quotaWarnings } from './quotas';
import { planWarnings } from './warnings';

/** What a plan is made of. */
export interface PlanInput {
  readonly kubernetesVersion: string;
  /** In the order in which they are applied. */
  readonly daemonSets: readonly PlannedDaemonSet[];
  readonly nodes: readonly AlikeNodes[];
  /** Undefined where none were given: then the daemons are alone. */
  readonly pods: PodsByNode;
  readonly quotas: readonly Quota[];
  readonly partitions: readonly PartitionReport[];
  /** What is known of the input besides. */
  readonly warnings: readonly PlanWarning[];
  readonly whatIf: WhatIf | null;
  /** Which DaemonSets are told of, while all compete for room; undefined for all. */
  readonly only?: ReadonlySet<string>;
}

/** Which DaemonSet runs on which node, and why not. */
export function plan({ kubernetesVersion, daemonSets, nodes, pods, quotas, partitions, warnings, whatIf, only }: PlanInput): PlanReport {
  const isTold = (id: string) => only === undefined || only.has(id);
  const told = daemonSets.filter(({ id }) => isTold(id));
  const classes = planClasses(nodes, daemonSets, pods).map(({ nodes: own, outcomes }): PlannedClass => (
    { nodes: own, outcomes: outcomes.filter((_, index) => isTold(daemonSets[index].id)) }));
  const ids = classes.map((_, index) => `c${index + 1}`);
  const ofClass = <T>(find: (planned: PlannedClass) => readonly T[]) => (
    classes.flatMap((planned, index) => find(planned).map((one) => ({ nodeClass: ids[index], ...one }))));
  const counts = told.map(({ id }, index) => totals(id, index, classes));
  return {
    kubernetesVersion,
    nodeClasses: classes.map(({ nodes: { nodes: names, labels, taints } }, index) => (
      { id: ids[index], count: names.length, nodes: names, labels, taints })),
    daemonSets: counts,
    placements: ofClass(({ outcomes }) => outcomes.map(({ outcome, reasons }, index) => ({ daemonSet: told[index].id, outcome, reasons }))),
    overhead: ofClass((planned) => [overheadOf(planned, told)]),
    hostPorts: ofClass((planned) => hostPortClashes(planned, told)),
    partitions: partitions.filter(({ daemonSets: members }) => members.some(isTold)),
    warnings: [...warnings, ...planWarnings(classes, told, pods), ...quotaWarnings(quotas, told, counts)],
    whatIf: whatIf && { ...whatIf, changes: whatIf.changes.filter(({ daemonSet }) => isTold(daemonSet)) },
  };
}

function totals(daemonSet: string, index: number, classes: readonly PlannedClass[]): DaemonSetTotals {
  const count = (wanted: Outcome) => classes.filter(({ outcomes }) => outcomes[index].outcome === wanted)
    .reduce((sum, { nodes }) => sum + nodes.nodes.length, 0);
  const [runs, pending, rejected, unknown] = (['runs', 'pending', 'rejected', 'unknown'] as const).map(count);
  return { daemonSet, desired: runs + pending + rejected + unknown, runs, pending, rejected, unknown, keepOnly: count('keep-only'), notDesired: count('not-desired') };
}
