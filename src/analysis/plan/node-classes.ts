import { Relevant } from './relevant';
import { InventoryNode } from '../../input/node-list';
import { labelValue } from '../../kubernetes/labels';
import { Amounts, resourceAmounts } from '../../kubernetes/pod-requests';
import { Taint } from '../../kubernetes/taints';

/** What nodes have in common that are alike for all that matters. */
export interface Alike {
  /** The name, where some DaemonSet asks for it. */
  readonly name?: string;
  /** Of the labels that matter. */
  readonly labels: { readonly [key: string]: string };
  /** By key and effect. */
  readonly taints: readonly Taint[];
  /** Undefined where the input does not tell. */
  readonly allocatable?: Amounts;
  /** What nobody names takes already. */
  readonly reserved?: Amounts;
}

/** Nodes that are alike. */
export interface AlikeNodes extends Alike {
  /** By name. */
  readonly nodes: readonly string[];
}

/** Puts nodes together that are alike, as they come: of each no more is kept than its name. */
export class NodeClasses {
  private readonly classes = new Map<string, Alike & { readonly nodes: string[] }>();
  private readonly amounts = new Map<string, string>();

  constructor(private readonly relevant: Relevant) {}

  public add(node: InventoryNode): void {
    const key = this.keyOf(node);
    const known = this.classes.get(key);
    if (known === undefined) {
      this.classes.set(key, { ...alike(node, this.relevant), nodes: [node.name] });
    } else {
      known.nodes.push(node.name);
    }
  }

  public get all(): readonly AlikeNodes[] {
    return [...this.classes.values()].map((one) => ({ ...one, nodes: [...one.nodes].sort() }));
  }

  /** Equal for nodes that are alike. */
  private keyOf({ name, labels, taints, allocatable, reserved }: InventoryNode): string {
    const { labels: keys, names, resources } = this.relevant;
    const amountsOf = (of: InventoryNode['allocatable']) => (of === undefined ? 'unknown' : resources.map((resource) => this.amountOf(resource, of[resource])).join());
    return [
      names.has(name) ? name : '',
      keys.map((key) => labelValue(labels, key) ?? '\u0001').join('\u0002'),
      taints.map(taintKey).sort().join('\u0002'),
      amountsOf(allocatable),
      reserved === undefined ? '' : amountsOf(reserved),
    ].join('\u0003');
  }

  /** Equal for texts that say the same amount: of nodes there are many, of amounts few. */
  private amountOf(resource: string, text: string | number | undefined): string {
    if (text === undefined) {
      return '';
    }
    const written = `${resource} ${text}`;
    const known = this.amounts.get(written);
    if (known !== undefined) {
      return known;
    }
    const amount = String(resourceAmounts({ [resource]: text }).get(resource) ?? '');
    this.amounts.set(written, amount);
    return amount;
  }
}

/** A node as far as it matters. */
export function alike({ name, labels, taints, allocatable, reserved }: InventoryNode, { labels: keys, names, resources }: Relevant): Alike {
  const known = keys.flatMap((key): [string, string][] => {
    const value = labelValue(labels, key);
    return value === undefined ? [] : [[key, value]];
  });
  const amounts = (of: InventoryNode['allocatable']) => of && new Map([...resourceAmounts(of)].filter(([resource]) => resources.includes(resource)));
  return {
    name: names.has(name) ? name : undefined,
    labels: Object.fromEntries(known),
    taints: [...taints].sort((a, b) => (taintKey(a) < taintKey(b) ? -1 : 1)),
    allocatable: amounts(allocatable),
    reserved: amounts(reserved),
  };
}

function taintKey({ key, value = '', effect }: Taint): string {
  return `${key}=${value}:${effect}`;
}
