import { grouped } from './grouped';
import { joined, listed, Phrase, say } from './phrase';
import { described, EVERY, isBroken } from './plan-facts';
import { Item, Section } from './section';
import { ContestedToleration, CounterExample, PartitionReport, PlanReport } from '../analysis/plan/plan-report';

/** What is proved of DaemonSets that share nodes. What both proofs of them say, over all labels and over these nodes, is said once. */
export function partitionSection({ partitions }: PlanReport): Section {
  const items = [...grouped(partitions, ({ daemonSets, domain }) => JSON.stringify([daemonSets, domain])).values()]
    .flatMap((proofs) => once([
      ...proofs.filter(isBroken).flatMap(findings), ...held(proofs.filter((proof) => !isBroken(proof))), ...proofs.flatMap(conditions),
    ]));
  return { title: 'Partitions', items };
}

/** Proofs of the same DaemonSets and nodes that hold. */
function held(proofs: readonly PartitionReport[]): Item[] {
  return proofs.slice(0, 1).map(({ daemonSets, domain }) => (
    { lead: 'holds', colour: 'green', text: say`${takers(daemonSets)} ${nodesOf(domain)} exactly once, ${joined(proofs.map(over), ' and ')}`, more: [] }));
}

/** Between requirements, and not within a list of values. */
const COMMA = /,(?![^(]*\))/g;

function over(partition: PartitionReport): Phrase {
  return [partition.over === 'domain' ? 'over all labels that nodes can have' : 'over the given nodes'];
}

function nodesOf(domain: string): Phrase {
  return domain === '' ? ['each node'] : say`each node with ${domain.replace(COMMA, ', ')}`;
}

function once(items: readonly Item[]): Item[] {
  return [...grouped(items, ({ lead, text, more }) => JSON.stringify([lead, text, more])).values()].map(([first]) => first);
}

function findings(partition: PartitionReport): Item[] {
  const { daemonSets, gap, overlap, outside, domain } = partition;
  const [none, both] = [daemonSets, overlap?.daemonSets ?? []].map((names) => listed(names, EVERY));
  const wanted = say`wanted: ${nodesOf(domain)} taken exactly once, ${over(partition)}`;
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

/** Under what the proofs are true. Of taints that no given node has it is said once that there are such. */
function conditions({ tolerations, assumptions }: PartitionReport): Item[] {
  const absent = tolerations.filter(({ nodes }) => nodes.length === 0);
  return [
    ...tolerations.filter(({ nodes }) => nodes.length > 0).map((one): Item => ({ lead: 'taint', colour: 'yellow', text: contested(one), more: [] })),
    ...(absent.length === 0 ? [] : [{ lead: 'taint', text: say`nothing is proved of nodes with taints that some tolerate and others do not; no given node has ${listed(absent.map(({ taint }) => taint))}`, more: [] }]),
    ...assumptions.map((one): Item => ({ lead: 'assumed', text: say`${one}`, more: [] })),
  ];
}

function contested({ taint, toleratedBy, notToleratedBy, nodes }: ContestedToleration): Phrase {
  const [by, notBy] = [toleratedBy, notToleratedBy].map((names) => listed(names, EVERY));
  return say`${taint} is tolerated by ${by} and not by ${notBy}, so nothing is proved of nodes that have it; it is on ${listed(nodes)}`;
}
