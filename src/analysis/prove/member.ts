import { NodeSet, nodesOf } from '../../kubernetes/node-set';
import { DaemonSet } from '../../kubernetes/objects';
import { PartitionMember } from '../../kubernetes/partition';

/** A DaemonSet of which it is asked whether it shares nodes with others. */
export interface Member extends PartitionMember {
  readonly annotations: { readonly [key: string]: string };
  /** By labels and name; taints are not looked at. */
  readonly nodes: NodeSet;
}

export function memberOf({ metadata, spec }: DaemonSet): Member {
  const pod = spec.template.spec;
  return { name: `${metadata.namespace ?? 'default'}/${metadata.name ?? ''}`, pod, annotations: metadata.annotations ?? {}, nodes: nodesOf(pod) };
}

/** In an order that is the same whatever that of the input: so that the same node is shown. */
export function byName(members: readonly Member[]): Member[] {
  return [...members].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The names of some members in input order. */
export function inOrder(names: readonly string[], members: readonly Member[]): string[] {
  return members.map(({ name }) => name).filter((name) => names.includes(name));
}
