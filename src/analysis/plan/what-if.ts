import { ChangedNodes } from './changed-nodes';
import { NodeChange } from './node-change';
import { alike } from './node-classes';
import { claims, NodeOutcome, outcomesOn } from './outcomes';
import { PlannedChange, WhatIf } from './plan-report';
import { PodsByNode } from './planned-classes';
import { PlannedDaemonSet } from './planned-daemon-set';
import { Relevant } from './relevant';
import { InventoryNode } from '../../input/node-list';

interface Surroundings {
  readonly daemonSets: readonly PlannedDaemonSet[];
  readonly relevant: Relevant;
  readonly pods: PodsByNode;
}

/** What changes for the DaemonSets on nodes that something is done to; on all others nothing does, since daemons of one node are nothing to another. */
export function whatIf(changes: readonly NodeChange[], { before, after }: ChangedNodes, given: Surroundings): WhatIf | null {
  if (changes.length === 0) {
    return null;
  }
  const [old, now] = [before, after].map((nodes) => new Map(nodes.map((node) => [node.name, outcomesOf(node, given)])));
  const names = [...new Set([...old.keys(), ...now.keys()])].sort();
  return {
    asked: changes.map(({ text }) => text),
    changes: names.flatMap((node) => changesOf(node, old.get(node), now.get(node), given.daemonSets)),
  };
}

function outcomesOf(node: InventoryNode, { daemonSets, relevant, pods }: Surroundings): readonly NodeOutcome[] {
  const own = alike(node, relevant);
  return outcomesOn(own, daemonSets, claims({ ...own, name: node.name }, daemonSets), pods?.get(node.name) ?? []);
}

type Outcomes = readonly NodeOutcome[] | undefined;

function changesOf(node: string, old: Outcomes, now: Outcomes, daemonSets: readonly PlannedDaemonSet[]): PlannedChange[] {
  return daemonSets.flatMap(({ id }, index) => {
    const [from, to] = [old, now].map((outcomes) => outcomes?.[index].outcome ?? null);
    const isNews = from !== to && !((from ?? 'not-desired') === 'not-desired' && (to ?? 'not-desired') === 'not-desired');
    return isNews ? [{ node, daemonSet: id, from, to, reasons: (now?.[index].reasons ?? []).map(({ reason }) => reason) }] : [];
  });
}
