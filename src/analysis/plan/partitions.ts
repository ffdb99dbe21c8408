import { AlikeNodes } from './node-classes';
import { PartitionReport } from './plan-report';
import { PlannedDaemonSet } from './planned-daemon-set';
import { labelValue } from '../../kubernetes/labels';
import { meetsRequirement } from '../../kubernetes/node-selector-requirement';
import { NodeSelectorRequirement } from '../../kubernetes/objects';
import { domainKeys, provePartitions } from '../prove/prove';

/** DaemonSets that are named as a partition, and the nodes that they should divide. */
export interface NamedPartitions {
  /** Selectors of DaemonSets. */
  readonly partitions: readonly (readonly NodeSelectorRequirement[])[];
  /** In the selector syntax of kubectl. */
  readonly over?: string;
}

type Member = Pick<PlannedDaemonSet, 'object'>;

interface Group<M extends Member> {
  readonly members: readonly M[];
  readonly over?: string;
}

/** The label that all DaemonSets of one daemon share. */
const DAEMON = 'cdk8s-daemons/daemon';

/** The DaemonSets of each daemon that has variants: they divide its nodes among them. */
function variantsOfDaemons<M extends Member>(daemonSets: readonly M[]): M[][] {
  const groups = new Map<string, M[]>();
  daemonSets.forEach((set) => {
    const daemon = labelsOf(set)[DAEMON];
    if (daemon !== undefined) {
      const key = `${set.object.metadata.namespace}/${daemon}`;
      groups.set(key, [...groups.get(key) ?? [], set]);
    }
  });
  return [...groups.values()].filter((members) => members.length > 1);
}

/** The DaemonSets whose labels meet a selector. */
export function selectedDaemonSets<M extends Member>(daemonSets: readonly M[], selector: readonly NodeSelectorRequirement[]): M[] {
  return daemonSets.filter((set) => selector.every((requirement) => meetsRequirement(labelValue(labelsOf(set), requirement.key), requirement)));
}

/** The proofs over all labels and over the nodes: of each daemon with variants, and of the DaemonSets that were named. */
export function partitionsOf(daemonSets: readonly PlannedDaemonSet[], nodes: readonly AlikeNodes[], named: NamedPartitions): PartitionReport[] {
  return groupsOf(daemonSets, named).flatMap(({ members, over }) => provePartitions(members.map(({ object }) => object), nodes, over));
}

/** Keys of labels that tell the nodes of some partition apart. */
export function partitionKeys(daemonSets: readonly Member[], named: NamedPartitions): string[] {
  return groupsOf(daemonSets, named).flatMap(({ members, over }) => domainKeys(members.map(({ object }) => object), over));
}

function groupsOf<M extends Member>(daemonSets: readonly M[], { partitions, over }: NamedPartitions): Group<M>[] {
  const named = partitions.map((selector): Group<M> => ({ members: selectedDaemonSets(daemonSets, selector), over }));
  const variants = variantsOfDaemons(daemonSets).filter((members) => !named.some((one) => isSame(one.members, members)));
  return [...variants.map((members) => ({ members })), ...named];
}

function isSame(a: readonly Member[], b: readonly Member[]): boolean {
  return a.length === b.length && a.every((set, index) => set === b[index]);
}

/** Vendors label the DaemonSet, its pods, or both. */
function labelsOf({ object: { metadata, spec } }: Member): { readonly [key: string]: string } {
  return { ...spec.template.metadata?.labels, ...metadata.labels };
}
