import { inOrder, Member } from './member';
import { ProvedNodes } from './over-nodes';
import { hasNode, NodeSet } from '../../kubernetes/node-set';
import { ContestedTaint, contestedTaintText } from '../../kubernetes/partition';
import { daemonPodTolerations, Taint, toleratesTaint } from '../../kubernetes/taints';
import { ContestedToleration } from '../plan/plan-report';
import { taintText } from '../plan/reason';

/** Taints on which members disagree, with the nodes of the domain that carry them. */
export function contestedTolerations(
  members: readonly Member[], contested: readonly ContestedTaint[], groups: readonly ProvedNodes[], domain: NodeSet,
): ContestedToleration[] {
  const find = contestedOf(members, contested);
  const carriers = new Map<ContestedTaint, Set<string>>(contested.map((one) => [one, new Set()]));
  for (const { nodes, taints } of groups.filter(({ labels }) => hasNode(domain, { labels }))) {
    const found = taints.flatMap((taint) => find(taint) ?? []);
    found.forEach((one) => nodes.forEach((name) => carriers.get(one)!.add(name)));
  }
  return contested.map((one) => ({
    taint: contestedTaintText(one),
    toleratedBy: inOrder(one.toleratedBy, members),
    notToleratedBy: inOrder(one.notToleratedBy, members),
    nodes: [...carriers.get(one)!].sort(),
  }));
}

/** The entry that speaks of a taint: the one that names most of it. Of many nodes there are few taints, so each is looked up once. */
function contestedOf(members: readonly Member[], contested: readonly ContestedTaint[]): (taint: Taint) => ContestedTaint | undefined {
  const tolerations = members.map(({ name, pod }) => ({ name, list: daemonPodTolerations(pod) }));
  const known = new Map<string, ContestedTaint | undefined>();
  return (taint) => {
    const text = taintText(taint);
    if (!known.has(text)) {
      const toleratedBy = tolerations.filter(({ list }) => list.some((toleration) => toleratesTaint(toleration, taint))).map(({ name }) => name);
      const matching = contested.filter((one) => matches(one, taint) && isSameList(one.toleratedBy, toleratedBy));
      known.set(text, matching.sort((a, b) => named(b) - named(a))[0]);
    }
    return known.get(text);
  };
}

function matches({ taint: { key, value, effect } }: ContestedTaint, taint: Taint): boolean {
  return effect === taint.effect && (key === undefined || key === taint.key) && (value === undefined || value === (taint.value ?? ''));
}

function named({ taint: { key, value } }: ContestedTaint): number {
  return (key === undefined ? 0 : 2) + (value === undefined ? 0 : 1);
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join() === [...b].sort().join();
}
