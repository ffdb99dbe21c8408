import { grouped } from './grouped';
import { listed, Phrase, say } from './phrase';
import { described, EVERY, isBroken } from './plan-facts';
import { Item, Section } from './section';
import { ContestedToleration, CounterExample, PartitionReport, PlanReport } from '../analysis/plan/plan-report';

/** What is proved of DaemonSets that share nodes. What both proofs of them say, over all labels and over these nodes, is said once. */
export function partitionSection({ partitions }: PlanReport): Section {
  const items = [...grouped(partitions, ({ daemonSets }) => JSON.stringify(daemonSets)).values()]
    .flatMap((proofs) => once([...proofs.flatMap(findings), ...proofs.flatMap(conditions)]));
  return { title: 'Partitions', items };
}

function once(items: readonly Item[]): Item[] {
  return [...grouped(items, ({ lead, text, more }) => JSON.stringify([lead, text, more])).values()].map(([first]) => first);
}

function findings(partition: PartitionReport): Item[] {
  const { daemonSets, gap, overlap, outside, domain } = partition;
  const nodes = domain === '' ? ['each node'] : say`each node with ${domain}`;
  const over = [partition.over === 'domain' ? 'over all labels that nodes can have' : 'over the given nodes'];
  if (!isBroken(partition)) {
    return [{ lead: 'holds', colour: 'green', text: say`${takers(daemonSets)} ${nodes} exactly once, ${over}`, more: [] }];
  }
  const [none, both] = [daemonSets, overlap?.daemonSets ?? []].map((names) => listed(names, EVERY));
  const wanted = say`wanted: ${nodes} taken exactly once, ${over}`;
  return [
    ...(gap === null ? [] : [fault('gap', say`none of ${none} takes ${described(gap)}`, wanted, gap)]),
    ...(overlap === null ? [] : [fault('overlap', say`${both} take the same node, ${described(overlap)}`, wanted, overlap)]),
    ...(outside === null ? [] : [fault('outside', say`${takers(outside.daemonSets)} ${described(outside)}, outside of the domain`, wanted, outside)]),
  ];
}

function takers(daemonSets: readonly string[]): Phrase {
  return say`${listed(daemonSets, EVERY)} ${[daemonSets.length === 1 ? 'takes' : 'take']}`;
}

function fault(lead: string, text: Phrase, wanted: Phrase, { fix }: CounterExample): Item {
  return { lead, colour: 'red', text, more: [wanted, ...(fix === null ? [] : [say`fix: ${fix}`])] };
}

/** Under what the proofs are true. */
function conditions({ tolerations, assumptions }: PartitionReport): Item[] {
  return [
    ...tolerations.map((one): Item => ({ lead: 'taint', colour: 'yellow', text: contested(one), more: [] })),
    ...assumptions.map((one): Item => ({ lead: 'assumed', text: say`${one}`, more: [] })),
  ];
}

function contested({ taint, toleratedBy, notToleratedBy, nodes }: ContestedToleration): Phrase {
  const where = nodes.length === 0 ? say`no given node has it` : say`it is on ${listed(nodes)}`;
  const [by, notBy] = [toleratedBy, notToleratedBy].map((names) => listed(names, EVERY));
  return say`${taint} is tolerated by ${by} and not by ${notBy}, so nothing is proved of nodes that have it; ${where}`;
}
