import { Nodes } from './nodes';
import { NodeSelectorRequirement, PodSpec } from '../kubernetes/objects';

/** Labels that mark nodes without a kubelet on a machine, where a daemon pod would stay Pending and stop rollouts. */
const NOT_VIRTUAL: NodeSelectorRequirement[] = [
  { key: 'eks.amazonaws.com/compute-type', operator: 'NotIn', values: ['fargate'] },
  { key: 'type', operator: 'NotIn', values: ['virtual-kubelet'] },
];

/** What `Placement` says of one choice. */
interface Choice {
  readonly operatingSystem?: string;
  readonly nodes?: Nodes;
  readonly virtualNodes?: boolean;
}

/**
 * On which nodes a daemon is meant to run.
 *
 * Rendered as `nodeSelector` (operating system) and required node affinity (everything else).
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/
 */
export class Placement {
  /** Every Linux node (`nodeSelector` `kubernetes.io/os: linux`): the default, since a Linux image cannot start elsewhere. */
  public static linux(): Placement {
    return new Placement({ operatingSystem: 'linux' });
  }

  /** Every Windows node (`nodeSelector` `kubernetes.io/os: windows`). */
  public static windows(): Placement {
    return new Placement({ operatingSystem: 'windows' });
  }

  /** Every node whatever its operating system: for images that exist for all of them. */
  public static everyNode(): Placement {
    return new Placement({});
  }

  /**
   * The Linux nodes that are in at least one of the given sets.
   *
   * @param nodes for nodes in all of several sets, use `Nodes.intersection`
   */
  public static nodes(...nodes: Nodes[]): Placement {
    return new Placement({ operatingSystem: 'linux', nodes: nodes.length > 0 ? nodes.reduce((all, next) => all.union(next)) : undefined });
  }

  /**
   * The Windows nodes that are in at least one of the given sets.
   *
   * @param nodes for nodes in all of several sets, use `Nodes.intersection`
   */
  public static windowsNodes(...nodes: Nodes[]): Placement {
    return new Placement({ operatingSystem: 'windows', nodes: nodes.length > 0 ? nodes.reduce((all, next) => all.union(next)) : undefined });
  }

  private constructor(private readonly choice: Choice) {
  }

  /**
   * Also virtual nodes (AWS Fargate, virtual-kubelet), which are left out for daemons that tolerate every taint: their
   * pods stay Pending there, and a rollout waits for them.
   */
  public includingVirtualNodes(): Placement {
    return new Placement({ ...this.choice, virtualNodes: true });
  }

  /** @internal */
  public get _includesVirtualNodes(): boolean {
    return this.choice.virtualNodes ?? false;
  }

  /**
   * Whether all its nodes run Windows, whose containers have no Linux rights.
   *
   * @internal
   */
  public get _isWindows(): boolean {
    return this.choice.operatingSystem === 'windows';
  }

  /**
   * @param everyTaintTolerated a daemon that tolerates every taint would also be sent to virtual nodes
   * @internal
   */
  public _render(everyTaintTolerated: boolean): Pick<PodSpec, 'nodeSelector' | 'affinity'> {
    const { operatingSystem, nodes, virtualNodes } = this.choice;
    const real = everyTaintTolerated && !virtualNodes ? NOT_VIRTUAL : [];
    const terms = (nodes?._terms() ?? [[]]).map((term) => [...term, ...real.map((r) => ({ ...r, values: [...r.values!] }))]);
    const nodeSelectorTerms = terms.map((matchExpressions) => ({ matchExpressions }));
    return {
      nodeSelector: operatingSystem ? { 'kubernetes.io/os': operatingSystem } : undefined,
      // alternatives of which one asks for nothing are every node; no alternative is no node
      affinity: terms.every((term) => term.length > 0)
        ? { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } } : undefined,
    };
  }
}
