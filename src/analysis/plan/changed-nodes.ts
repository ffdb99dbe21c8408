import { NodeChange } from './node-change';
import { InventoryNode } from '../../input/node-list';

/** Labels by which providers say which group a node is of. */
const GROUP_LABELS = [
  'eks.amazonaws.com/nodegroup', 'cloud.google.com/gke-nodepool', 'kubernetes.azure.com/agentpool', 'karpenter.sh/nodepool', 'node.kubernetes.io/pool',
];
const HOSTNAME = 'kubernetes.io/hostname';

/** Nodes as they come, and as they would be; what changes of them is kept. */
export class ChangedNodes {
  /** Nodes that something is done to, as they are. */
  public readonly before: InventoryNode[] = [];
  /** The same, and new ones, as they would be. */
  public readonly after: InventoryNode[] = [];
  private readonly byNode = new Map<string, NodeChange[]>();
  private readonly models = new Map<string, InventoryNode[]>();
  private readonly seen = new Set<string>();
  private readonly additions = new Map<string, number>();
  private readonly missing: string[] = [];

  constructor(changes: readonly NodeChange[]) {
    changes.forEach((change) => {
      if (change.kind === 'add') {
        this.models.set(change.like, []);
        this.additions.set(change.like, (this.additions.get(change.like) ?? 0) + change.count);
      } else {
        this.byNode.set(change.node, [...this.byNode.get(change.node) ?? [], change]);
      }
    });
  }

  /** The node as it would be; undefined where it would be gone. */
  public change(node: InventoryNode): InventoryNode | undefined {
    groupsOf(node).forEach((group) => this.models.get(group)?.push(node));
    const changes = this.byNode.get(node.name);
    if (changes === undefined) {
      return node;
    }
    this.seen.add(node.name);
    this.before.push(node);
    const changed = changes.reduce<InventoryNode | undefined>((all, change) => this.changedBy(all, change), node);
    if (changed !== undefined) {
      this.after.push(changed);
    }
    return changed;
  }

  /** The nodes that come on top. Asked for when all others have come. */
  public added(): InventoryNode[] {
    const all = [...this.additions].flatMap(([like, count]) => {
      const models = this.models.get(like)!;
      return models.length === 0 ? [] : Array.from({ length: count }, (_, index) => copyOf(models[index % models.length], `${like}-${models.length + index + 1}`));
    });
    this.after.push(...all);
    return all;
  }

  /** What was asked of what is not there. */
  public get problems(): string[] {
    return [
      ...[...this.byNode.keys()].filter((name) => !this.seen.has(name)).map((name) => `there is no node '${name}'`),
      ...[...this.models].filter(([, models]) => models.length === 0).map(([like]) => `there is no group of nodes and no node '${like}' to add nodes like it`),
      ...this.missing,
    ];
  }

  private changedBy(node: InventoryNode | undefined, change: NodeChange): InventoryNode | undefined {
    if (node === undefined) {
      return undefined;
    }
    switch (change.kind) {
      case 'label': return { ...node, labels: this.relabelled(node, change) };
      case 'taint': return { ...node, taints: [...node.taints.filter(({ key, effect }) => key !== change.taint.key || effect !== change.taint.effect), change.taint] };
      case 'untaint': return { ...node, taints: this.untainted(node, change) };
      default: return undefined;
    }
  }

  private relabelled({ name, labels }: InventoryNode, { key, value }: Extract<NodeChange, { kind: 'label' }>): InventoryNode['labels'] {
    if (value === undefined && !Object.hasOwn(labels, key)) {
      this.missing.push(`the node '${name}' has no label '${key}' that could be taken away`);
    }
    const others = Object.entries(labels).filter(([other]) => other !== key);
    return Object.fromEntries([...others, ...(value === undefined ? [] : [[key, value]])]);
  }

  private untainted({ name, taints }: InventoryNode, { key, effect }: Extract<NodeChange, { kind: 'untaint' }>): InventoryNode['taints'] {
    const left = taints.filter((taint) => taint.key !== key || (effect !== undefined && taint.effect !== effect));
    if (left.length === taints.length) {
      this.missing.push(`the node '${name}' has no taint '${key}${effect === undefined ? '' : `:${effect}`}' that could be taken away`);
    }
    return left;
  }
}

/** What a node is one of: groups, and itself. */
function groupsOf({ name, group, labels }: InventoryNode): string[] {
  const told = GROUP_LABELS.flatMap((key) => (Object.hasOwn(labels, key) ? [labels[key]] : []));
  return [...new Set([name, ...(group === undefined ? [] : [group]), ...told])];
}

function copyOf(node: InventoryNode, name: string): InventoryNode {
  return { ...node, name, labels: Object.hasOwn(node.labels, HOSTNAME) ? { ...node.labels, [HOSTNAME]: name } : node.labels };
}
