import { exampleOf } from './label-values';
import { NodeIdentity } from './node-affinity';
import { exampleNode, firstDifference, firstIntersection, intersection, keysOf, NodeSet, nodesOf, NodeTerm } from './node-set';
import { PodSpec, Toleration } from './objects';
import { daemonPodTolerations, Taint, toleratesTaint } from './taints';

/** A DaemonSet that shares nodes with others: which it takes is decided by its pod template alone. */
export interface PartitionMember {
  readonly name: string;
  readonly pod: PodSpec;
}

/** A node that breaks a partition, with the labels whose absence matters. */
export interface Witness extends NodeIdentity {
  readonly missing: readonly string[];
}

/** A taint that some members tolerate and others do not. Without a key it is every taint whose key no toleration names; without a value, any value. */
export interface ContestedTaint {
  readonly taint: Partial<Taint> & Pick<Taint, 'effect'>;
  /** Whether the values that tolerations name are not meant. */
  readonly otherValues: boolean;
  readonly toleratedBy: readonly string[];
  readonly notToleratedBy: readonly string[];
}

/** What keeps DaemonSets from taking each node of a domain exactly once, over all labels that nodes could have. */
export interface Partition {
  /** A node of the domain that no member takes. */
  readonly gap?: Witness;
  /** A node of the domain that two members take. */
  readonly overlap?: { readonly node: Witness; readonly members: readonly [string, string] };
  /** A node outside of the domain that a member takes. */
  readonly outside?: { readonly node: Witness; readonly member: string };
  readonly contestedTaints: readonly ContestedTaint[];
}

/** A contested taint as `kubectl taint` writes it; `(any other)` is a key or a value that no toleration names. */
export function contestedTaintText({ taint: { key, value, effect }, otherValues }: ContestedTaint): string {
  const text = otherValues ? '=(any other)' : value === undefined ? '' : `=${value}`;
  return `${key ?? '(any other)'}${text}:${effect}`;
}

/**
 * @param domain the nodes that the members are for
 * @param possible what labels can be, where that is assumed
 */
export function provePartition(members: readonly PartitionMember[], domain: NodeSet, possible: NodeTerm = new Map()): Partition {
  const wanted = intersection(domain, [possible]);
  const shares = members.map(({ name, pod }) => ({ name, nodes: intersection(nodesOf(pod), [possible]) }));
  return {
    gap: witness(firstDifference(wanted, shares.flatMap(({ nodes }) => nodes))),
    overlap: firstOverlap(shares, wanted),
    outside: firstStray(shares, wanted),
    contestedTaints: contestedTaints(members),
  };
}

interface Share {
  readonly name: string;
  readonly nodes: NodeSet;
}

function firstOverlap(shares: readonly Share[], wanted: NodeSet): Partition['overlap'] {
  for (const [index, one] of shares.entries()) {
    const own = intersection(one.nodes, wanted);
    for (const other of shares.slice(index + 1)) {
      const node = witness(firstIntersection(own, other.nodes));
      if (node !== undefined) {
        return { members: [one.name, other.name], node };
      }
    }
  }
  return undefined;
}

function firstStray(shares: readonly Share[], wanted: NodeSet): Partition['outside'] {
  for (const { name, nodes } of shares) {
    const node = witness(firstDifference(nodes, wanted));
    if (node !== undefined) {
      return { member: name, node };
    }
  }
  return undefined;
}

function witness(term: NodeTerm | undefined): Witness | undefined {
  const node = term && exampleNode([term]);
  return node && { ...node, missing: keysOf([term!]).filter((key) => exampleOf(term!.get(key)!)?.value === undefined).sort() };
}

/**
 * Tolerations only tell apart the keys, values and effects that they name, so one taint of each kind decides for all. Effects
 * are those that keep pods away.
 */
function contestedTaints(members: readonly PartitionMember[]): ContestedTaint[] {
  const tolerations = members.map(({ name, pod }) => ({ name, list: daemonPodTolerations(pod) }));
  const all = tolerations.flatMap(({ list }) => list);
  const keys = [...new Set(all.map(({ key }) => key || undefined))].sort();
  return [...new Set([...keys, undefined])].flatMap((key) => ['NoSchedule', 'NoExecute'].flatMap((effect) => {
    const contests = valuesOfKey(all, key).map((value) => contest(tolerations, { key, value, effect })).filter((found) => found !== undefined);
    const isOne = new Set(contests.map(({ toleratedBy }) => toleratedBy.join())).size === 1 && contests.length === valuesOfKey(all, key).length;
    return isOne ? [{ ...contests[0], taint: { key, effect }, otherValues: false }] : contests;
  }));
}

/** The values that tolerations of a key name, and one that none does. */
function valuesOfKey(tolerations: Toleration[], key: string | undefined): (string | undefined)[] {
  const named = tolerations.filter((toleration) => (toleration.key || undefined) === key && toleration.operator !== 'Exists');
  return [...new Set([...named.map(({ value }) => value ?? ''), undefined])];
}

const NOBODY_NAMES = '\0';

function contest(tolerations: { name: string; list: Toleration[] }[], taint: ContestedTaint['taint']): ContestedTaint | undefined {
  const example = { key: taint.key ?? NOBODY_NAMES, value: taint.value ?? NOBODY_NAMES, effect: taint.effect };
  const tolerates = ({ list }: { list: Toleration[] }) => list.some((toleration) => toleratesTaint(toleration, example));
  const names = (which: typeof tolerations) => which.map(({ name }) => name);
  const toleratedBy = tolerations.filter(tolerates);
  return toleratedBy.length === 0 || toleratedBy.length === tolerations.length ? undefined
    : {
      taint,
      otherValues: taint.value === undefined,
      toleratedBy: names(toleratedBy),
      notToleratedBy: names(tolerations.filter((member) => !tolerates(member))),
    };
}
