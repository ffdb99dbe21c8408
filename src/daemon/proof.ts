import { ASSUMPTIONS, DOMAIN, parseAssumptions, possibleLabels } from '../kubernetes/domain';
import { nodesOf, union } from '../kubernetes/node-set';
import { nodeSetText, parseNodeSet } from '../kubernetes/node-set-text';
import { DaemonSet } from '../kubernetes/objects';
import { contestedTaintText, Partition, provePartition, Witness } from '../kubernetes/partition';

/** A node that breaks a partition: any node with these labels does. */
export interface ExampleNode {
  /** Its labels; those that do not matter are left out. */
  readonly labels: { [key: string]: string };

  /** Labels that it must not have. */
  readonly missingLabels: string[];
}

/** A taint that some DaemonSets of a daemon tolerate and others do not: on nodes that carry it, only the former run. */
export interface ContestedToleration {
  /**
   * The taint, as `kubectl taint` writes it: `key=value:Effect`; without a value where any value is meant. `(any other)` is a key or a value that no
   * toleration names.
   */
  readonly taint: string;

  /** Names of the DaemonSets that tolerate it. */
  readonly toleratedBy: string[];

  /** Names of those that do not. */
  readonly notToleratedBy: string[];
}

/**
 * What is proven of the DaemonSets of a daemon: that each node of its domain is taken by exactly one of them, and no other node by any. It holds
 * for every node that there could be, whatever its labels, as the DaemonSet controller decides it; nothing is sampled. Of taints it speaks
 * where all DaemonSets tolerate them; where some do not, `tolerations` says so.
 *
 * It is read from the manifests, patches applied.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * const agent = new Daemon(chart, 'agent', {
 *   image: 'registry.example.com/agent:1.4.2',
 *   variants: [Variant.of('gpu', Nodes.withLabel('nvidia.com/gpu.present', 'true'), { args: ['--gpu'] })],
 * });
 * const isDivided = agent.proof().holds;
 * const inWords = agent.proof().text;
 */
export class PartitionProof {
  /** @internal */
  public static _of(sets: DaemonSet[]): PartitionProof {
    const annotations = sets[0]?.metadata.annotations ?? {};
    const assumptions = parseAssumptions(annotations[ASSUMPTIONS] ?? '');
    const members = sets.map(({ metadata, spec }) => ({ name: metadata.name ?? '', pod: spec.template.spec }));
    const taken = members.map(({ pod }) => nodesOf(pod)).reduce((sum, nodes) => union(sum, nodes), []);
    const stated = annotations[DOMAIN] === undefined ? undefined : parseNodeSet(annotations[DOMAIN]);
    const domain = stated ?? taken;
    return new PartitionProof(members.map(({ name }) => name), annotations[DOMAIN] ?? nodeSetText(taken) ?? '', assumptions,
      provePartition(members, domain, possibleLabels(assumptions)));
  }

  /** A node of the domain that no DaemonSet takes; undefined where there is none. */
  public readonly gap?: ExampleNode;

  /** A node of the domain that two DaemonSets take; undefined where there is none. */
  public readonly overlap?: ExampleNode;

  /** Names of the two DaemonSets that take `overlap`; empty where there is none. */
  public readonly overlapping: string[];

  /** A node outside of the domain that a DaemonSet takes; undefined where there is none. */
  public readonly outside?: ExampleNode;

  /** Name of the DaemonSet that takes `outside`; undefined where there is none. */
  public readonly straying?: string;

  /** Taints on which the DaemonSets disagree. They break no proof: a node that carries one runs what tolerates it, if that is meant for it. */
  public readonly tolerations: ContestedToleration[];

  private constructor(
    /** Names of the DaemonSets. */
    public readonly daemonSets: string[],
    /** The nodes that they are for together, in the selector syntax of kubectl; alternatives stand between ` || `, the empty text is every node. */
    public readonly domain: string,
    /** Labels that are taken to be whole numbers where they are set, see `Assumption.integerLabel`. */
    public readonly assumptions: string[],
    partition: Partition,
  ) {
    const { gap, overlap, outside, contestedTaints } = partition;
    this.gap = gap && example(gap);
    this.overlap = overlap && example(overlap.node);
    this.overlapping = [...(overlap?.members ?? [])];
    this.outside = outside && example(outside.node);
    this.straying = outside?.member;
    this.tolerations = contestedTaints.map((contested) => (
      { taint: contestedTaintText(contested), toleratedBy: [...contested.toleratedBy], notToleratedBy: [...contested.notToleratedBy] }));
  }

  /** Whether each node of the domain is taken by exactly one DaemonSet, and no other node by any. */
  public get holds(): boolean {
    return this.problems.length === 0;
  }

  /** What breaks the proof, one sentence each; empty where it holds. */
  public get problems(): string[] {
    return [
      ...(this.gap ? [`no DaemonSet takes a node ${described(this.gap)}`] : []),
      ...(this.overlap ? [`${this.overlapping.map((name) => `'${name}'`).join(' and ')} both take a node ${described(this.overlap)}`] : []),
      ...(this.outside ? [`'${this.straying}' takes a node ${described(this.outside)}, which is not in the domain`] : []),
    ];
  }

  /** The proof in words, for the messages of tests. */
  public get text(): string {
    const nodes = this.domain === '' ? 'every node' : `every node with ${this.domain}`;
    const assumed = this.assumptions.map((key) => `, if the label ${key} is a whole number wherever it is set`).join('');
    return [
      this.holds ? `${nodes} is taken by exactly one of ${this.daemonSets.join(', ')}${assumed}` : `${this.daemonSets.join(', ')} do not divide the nodes with ${this.domain || 'any labels'}:`,
      ...this.problems.map((problem) => `- ${problem}`),
      ...this.tolerations.map(({ taint, toleratedBy, notToleratedBy }) => `- the taint ${taint} is tolerated by ${toleratedBy.join(', ')}, and not by ${notToleratedBy.join(', ')}`),
    ].join('\n');
  }
}

function example({ labels, missing }: Witness): ExampleNode {
  return { labels: { ...labels }, missingLabels: [...missing] };
}

function described({ labels, missingLabels }: ExampleNode): string {
  const set = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  return [...(set.length > 0 ? [`with ${set.join(', ')}`] : []), ...(missingLabels.length > 0 ? [`without the label ${missingLabels.join(', ')}`] : [])].join(' and ')
    || 'whatever its labels';
}
