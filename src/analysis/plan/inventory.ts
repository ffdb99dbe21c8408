import { ChangedNodes } from './changed-nodes';
import { NodeChange } from './node-change';
import { AlikeNodes, NodeClasses } from './node-classes';
import { Relevant } from './relevant';
import { settledTaints } from './transient-taints';
import { Diagnostic } from '../../input/documents';
import { InventoryNode } from '../../input/node-list';
import { Value } from '../../input/read-yaml';

/** Hands out the nodes of an inventory one by one, as often as it is asked; what else is in it comes at the end. */
export type ReadNodes = (take: (node: InventoryNode) => void) => { readonly others: readonly Value[]; readonly diagnostics: readonly Diagnostic[] };

/** What is asked of the nodes of an inventory. */
export interface InventoryOptions {
  readonly relevant: Relevant;
  /** Whether taints that go away by themselves are taken for gone. */
  readonly isSettled: boolean;
  readonly changes: readonly NodeChange[];
  /** The only node that is told of; undefined for all. */
  readonly node?: string;
}

/** Nodes as far as they matter, and what else is known of a cluster. */
export interface Inventory {
  readonly nodes: readonly AlikeNodes[];
  /** Of all nodes that were read. */
  readonly names: ReadonlySet<string>;
  readonly changed: ChangedNodes;
  /** Objects of other kinds. */
  readonly others: readonly Value[];
  readonly diagnostics: readonly Diagnostic[];
  /** Version of the newest kubelet, such as `1.36`. */
  readonly kubernetesVersion?: string;
  /** Whether there are nodes of GKE, which admits system priority classes outside kube-system only where a ResourceQuota says so. */
  readonly isGke: boolean;
}

const GKE = 'cloud.google.com/gke-nodepool';

export function readInventory(read: ReadNodes, { relevant, isSettled, changes, node: only }: InventoryOptions): Inventory {
  const classes = new NodeClasses(relevant);
  const changed = new ChangedNodes(changes);
  const [names, versions] = [new Set<string>(), new Set<string>()];
  let isGke = false;
  const add = (node: InventoryNode) => {
    if (only === undefined || node.name === only) {
      classes.add(node);
    }
  };
  const { others, diagnostics } = read((node) => {
    names.add(node.name);
    versions.add(node.kubeletVersion ?? '');
    isGke ||= Object.hasOwn(node.labels, GKE);
    const as = changed.change(isSettled ? { ...node, taints: settledTaints(node.taints) } : node);
    if (as !== undefined) {
      add(as);
    }
  });
  changed.added().forEach(add);
  return { nodes: classes.all, names, changed, others, diagnostics, kubernetesVersion: newest([...versions]), isGke };
}

function newest(versions: readonly string[]): string | undefined {
  const minors = versions.flatMap((version) => /^v?1\.(\d+)/.exec(version)?.[1] ?? []).map(Number);
  return minors.length === 0 ? undefined : `1.${Math.max(...minors)}`;
}
