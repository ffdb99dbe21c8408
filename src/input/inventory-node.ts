import { Mapping, mappingAt, mappingsAt, quantitiesAt, textAt } from './mapping';
import { Value } from './read-yaml';
import { Quantities } from '../kubernetes/objects';
import { Taint } from '../kubernetes/taints';

/** What of a node matters for daemons. */
export interface InventoryNode {
  readonly name: string;
  readonly labels: { readonly [key: string]: string };
  readonly taints: readonly Taint[];
  /** Undefined where the list does not tell. */
  readonly allocatable?: Quantities;
  /** What other pods take already, where that is said without naming them: of node groups. */
  readonly reserved?: Quantities;
  readonly kubeletVersion?: string;
  /** The node group that it was made of. */
  readonly group?: string;
}

/** A node as the API server has it; a text where it is none. */
export function inventoryNode(node: Mapping): InventoryNode | string {
  const metadata = mappingAt(node, 'metadata');
  const name = textAt(metadata, 'name');
  const status = mappingAt(node, 'status');
  return name === undefined ? 'there is a node without a name (metadata.name)' : {
    name,
    labels: texts(mappingAt(metadata, 'labels')),
    taints: mappingsAt(mappingAt(node, 'spec'), 'taints').map(taintOf),
    allocatable: quantitiesAt(status, 'allocatable'),
    kubeletVersion: textAt(mappingAt(status, 'nodeInfo'), 'kubeletVersion'),
  };
}

function taintOf({ key, value, effect }: Mapping): Taint {
  return { key: text(key), ...((value ?? undefined) === undefined ? {} : { value: text(value) }), effect: text(effect) };
}

function texts(values: Mapping): { readonly [key: string]: string } {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, text(value)]));
}

function text(value: Value | undefined): string {
  return value === undefined || value === null ? '' : String(value);
}
