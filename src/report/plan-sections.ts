import { all, count, joined, listed, Phrase, say } from './phrase';
import { clashes, EVERY, labelTexts, nodeNames, SharedReason, sharedReasons, Where } from './plan-facts';
import { outcomeColour } from './plan-matrix';
import { Section } from './section';
import { NodeClass, Overhead, PlanReport } from '../analysis/plan/plan-report';
import { taintText } from '../analysis/plan/reason';

/** Resources that have a column of their own. */
const COLUMNS = ['cpu', 'memory'];

export const OVERHEAD_TITLE = 'What these DaemonSets take of each node, and its share of what the node has for pods';
export const OVERHEAD_HEAD = ['class', 'nodes', 'pods', ...COLUMNS, 'besides'];

export function warningSection({ warnings }: PlanReport): Section {
  return {
    title: 'Warnings',
    items: warnings.map(({ code, message, nodes }) => (
      { lead: 'warning', colour: 'yellow', text: say`${message} (${code})`, more: nodes.length === 0 ? [] : [say`on ${listed(nodes)}`] })),
  };
}

export function classSection({ nodeClasses }: PlanReport): Section {
  return {
    title: 'Node classes',
    items: nodeClasses.map((one) => {
      const nodes = say`${count(one.count, 'node')}: ${nodeNames([one])}`;
      return { lead: one.id, text: joined([nodes, ...distinctions(one)], '; '), more: [] };
    }),
  };
}

/** What tells a class from others. */
function distinctions({ labels, taints }: NodeClass): Phrase[] {
  return [
    ...(Object.keys(labels).length > 0 ? [say`labels ${all(labelTexts(labels))}`] : []),
    ...(taints.length > 0 ? [say`taints ${all(taints.map(taintText))}`] : []),
  ];
}

export function reasonSection(report: PlanReport): Section {
  return {
    title: 'Reasons',
    items: sharedReasons(report).map((reason) => (
      { lead: reason.outcome, colour: outcomeColour(reason.outcome), text: say`${reason.message} (${reason.code})`, more: concerned(reason) })),
  };
}

function concerned({ where, numbersOf }: SharedReason): Phrase[] {
  return [...where.map(placed), ...(numbersOf === undefined ? [] : [say`the numbers are those of ${numbersOf}, where it is worst`])];
}

function placed({ daemonSets, nodeClasses }: Where): Phrase {
  return say`${listed(daemonSets)} on ${nodeNames(nodeClasses)} (${listed(nodeClasses.map(({ id }) => id))})`;
}

export function portSection(report: PlanReport): Section {
  return {
    title: 'Host ports',
    items: clashes(report).map(({ port, daemonSets, nodeClasses }) => (
      { lead: 'clash', colour: 'red', text: say`port ${port} is wanted by ${listed(daemonSets, EVERY)}`, more: [say`on ${nodeNames(nodeClasses)}`] })),
  };
}

/** Cells of a table, a row for each class. */
export function overheadRows({ overhead, nodeClasses }: PlanReport): Phrase[][] {
  const countOf = new Map(nodeClasses.map((one) => [one.id, one.count]));
  return overhead.map((one) => [
    say`${one.nodeClass}`,
    say`${countOf.get(one.nodeClass) ?? 0}`,
    say`${one.pods}`,
    ...COLUMNS.map((resource) => amount(one, resource)),
    besides(one),
  ]);
}

function amount({ requests, share }: Overhead, resource: string): Phrase {
  const part = share?.[resource] ?? undefined;
  return requests[resource] === undefined ? [] : say`${String(requests[resource])}${part === undefined ? [] : [` (${percent(part)})`]}`;
}

function besides(overhead: Overhead): Phrase {
  const { requests, limits, allocatable } = overhead;
  const others = Object.keys(requests).filter((resource) => !COLUMNS.includes(resource))
    .map((resource) => say`${resource} ${amount(overhead, resource)}`);
  const limited = Object.entries(limits).map(([resource, limit]) => say`${resource} ${String(limit)}`);
  return joined([
    ...(others.length > 0 ? [joined(others, ', ')] : []),
    ...(limited.length > 0 ? [say`limits ${joined(limited, ', ')}`] : []),
    ...(allocatable === null ? [say`what the node has is not known`] : []),
  ], '; ');
}

/** Of a share to three digits: the one after the point counts. */
function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
