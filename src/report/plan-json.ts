import {
  ContestedToleration, CounterExample, HostPortClash, NodeClass, Overhead, PartitionReport, Placement, PlanReport, PlanWarning, WhatIf,
} from '../analysis/plan/plan-report';
import { Reason } from '../analysis/plan/reason';

/** One object, keys in the order in which the schema names them. */
export function planJson(report: PlanReport): string {
  const { kubernetesVersion, nodeClasses, daemonSets, placements, overhead, hostPorts, partitions, warnings, whatIf } = report;
  const whole = {
    schemaVersion: 1,
    kubernetesVersion,
    nodeClasses: nodeClasses.map(nodeClassOf),
    daemonSets: daemonSets.map(({ daemonSet, desired, runs, pending, rejected, unknown, keepOnly, notDesired }) => (
      { daemonSet, desired, runs, pending, rejected, unknown, keepOnly, notDesired })),
    placements: placements.map(placementOf),
    overhead: overhead.map(overheadOf),
    hostPorts: hostPorts.map(clashOf),
    partitions: partitions.map(partitionOf),
    warnings: warnings.map(warningOf),
    whatIf: whatIf === null ? null : whatIfOf(whatIf),
  };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}

function nodeClassOf({ id, count, nodes, labels, taints }: NodeClass) {
  return { id, count, nodes, labels, taints: taints.map(taintOf) };
}

function taintOf({ key, value, effect }: NodeClass['taints'][number]) {
  return { key, value, effect };
}

function placementOf({ nodeClass, daemonSet, outcome, reasons }: Placement) {
  return { nodeClass, daemonSet, outcome, reasons: reasons.map(reasonOf) };
}

/** What comes with a code stands behind what every reason has. */
function reasonOf<R extends Reason & { readonly node?: string }>({ code, message, node, taint, ...others }: R) {
  return { code, message, node, taint: taint === undefined ? undefined : taintOf(taint), ...others };
}

function overheadOf({ nodeClass, pods, requests, limits, allocatable, share }: Overhead) {
  return {
    nodeClass,
    pods,
    requests: textsOf(requests),
    limits: textsOf(limits),
    allocatable: allocatable === null ? null : textsOf(allocatable),
    share,
  };
}

function textsOf(quantities: Overhead['requests']) {
  return Object.fromEntries(Object.entries(quantities).map(([resource, quantity]) => [resource, String(quantity)]));
}

function clashOf({ nodeClass, protocol, port, hostIP, daemonSets }: HostPortClash) {
  return { nodeClass, protocol, port, hostIP, daemonSets };
}

function partitionOf({ daemonSets, over, domain, gap, overlap, outside, tolerations, assumptions }: PartitionReport) {
  return {
    daemonSets,
    over,
    domain,
    gap: gap === null ? null : counterExampleOf(gap),
    overlap: overlap === null ? null : counterExampleOf(overlap),
    tolerations: tolerations.map(tolerationOf),
    assumptions,
    outside: outside === null ? null : counterExampleOf(outside),
  };
}

function counterExampleOf({ labels, taints, daemonSets, fix, node, missingLabels }: CounterExample & { readonly daemonSets?: readonly string[] }) {
  return { labels, taints: taints.map(taintOf), daemonSets, fix, node, missingLabels };
}

function tolerationOf({ taint, toleratedBy, notToleratedBy, nodes }: ContestedToleration) {
  return { taint, toleratedBy, notToleratedBy, nodes };
}

function warningOf({ code, message, nodes }: PlanWarning) {
  return { code, message, nodes };
}

/** A change is of one node, which its reasons do not name again. */
function whatIfOf({ asked, changes }: WhatIf) {
  return {
    asked,
    changes: changes.map(({ node, daemonSet, from, to, reasons }) => (
      { node, daemonSet, from, to, reasons: reasons.map((reason) => reasonOf({ ...reason, node: undefined })) })),
  };
}
