import { Domain, domainOf } from './domain';
import { Member, memberOf } from './member';
import { brokenOverLabels } from './over-labels';
import { brokenOverNodes, ProvedNodes } from './over-nodes';
import { contestedTolerations } from './tolerations';
import { keysOf } from '../../kubernetes/node-set';
import { DaemonSet } from '../../kubernetes/objects';
import { PartitionReport } from '../plan/plan-report';

/**
 * Whether DaemonSets take each node of their domain exactly once: first over all labels that nodes could have, then over given nodes.
 *
 * @param daemonSets of one daemon, in input order
 * @param nodes alike in all that matters, see `domainKeys`
 * @param over the domain, as a selector of kubectl or several with ` || ` between them; without it, what the DaemonSets say
 */
export function provePartitions(daemonSets: readonly DaemonSet[], nodes: readonly ProvedNodes[], over?: string): PartitionReport[] {
  const members = membersOf(daemonSets);
  if (members.length === 0) {
    return [];
  }
  const domain = domainOf(members, over);
  const { contestedTaints, ...overLabels } = brokenOverLabels(members, domain);
  const tolerations = contestedTolerations(members, contestedTaints, nodes, domain.nodes);
  const common = { daemonSets: members.map(({ name }) => name), domain: domain.text };
  const assumed = domain.integerLabels.map((key) => `the label ${key} is a whole number wherever it is set`);
  return [
    { ...common, over: 'domain', ...overLabels, tolerations, assumptions: [...assumed, ...domain.notes] },
    { ...common, over: 'inventory', ...brokenOverNodes(members, domain, nodes, keysThatMatter(members, domain)), tolerations, assumptions: domain.notes },
  ];
}

/** The labels that decide who takes a node, or whether it is in the domain. */
export function domainKeys(daemonSets: readonly DaemonSet[], over?: string): string[] {
  const members = membersOf(daemonSets);
  return members.length === 0 ? [] : keysThatMatter(members, domainOf(members, over));
}

/** Of a DaemonSet that is there twice the last counts, as when it is applied. */
function membersOf(daemonSets: readonly DaemonSet[]): Member[] {
  return [...new Map(daemonSets.map(memberOf).map((member) => [member.name, member])).values()];
}

function keysThatMatter(members: readonly Member[], domain: Domain): string[] {
  return [...new Set([...members.flatMap(({ nodes }) => keysOf(nodes)), ...keysOf(domain.nodes)])].sort();
}
