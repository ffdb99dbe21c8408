import { NodeSelectorRequirement } from '../kubernetes/objects';

/**
 * A set of nodes, described by their labels: "the nodes with a GPU", "these two instance types".
 *
 * Nothing is looked up: the set is what a scheduler would match, whichever nodes a cluster has.
 *
 * @example
 * const gpu = Nodes.withLabel('nvidia.com/gpu.present', 'true');
 * const small = Nodes.withInstanceType('m7i.large', 'm7i.xlarge');
 * const armOrGpu = Nodes.withArchitecture('arm64').union(gpu);
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/
 */
export class Nodes {
  /**
   * Nodes that carry a label with one of the given values; without values, nodes that carry the label at all.
   *
   * @param key the label, such as `nvidia.com/gpu.present`
   * @param values the values that count; none means any value (operator `Exists`, else `In`)
   */
  public static withLabel(key: string, ...values: string[]): Nodes {
    return new Nodes([[requirement(key, values, 'In', 'Exists')]]);
  }

  /**
   * Nodes that do not carry a label with one of the given values. Nodes that lack the label belong to the set.
   *
   * @param key the label
   * @param values the values to leave out; none leaves out every node that carries the label (operator `DoesNotExist`, else `NotIn`)
   */
  public static withoutLabel(key: string, ...values: string[]): Nodes {
    return new Nodes([[requirement(key, values, 'NotIn', 'DoesNotExist')]]);
  }

  /**
   * Nodes of the given machine types, as the cloud provider names them (label `node.kubernetes.io/instance-type`).
   *
   * @param types such as `m7i.large`, `n2-standard-8`, `Standard_D8s_v5`
   */
  public static withInstanceType(...types: string[]): Nodes {
    return Nodes.withLabel('node.kubernetes.io/instance-type', ...types);
  }

  /**
   * Nodes of the given processor architectures (label `kubernetes.io/arch`).
   *
   * @param architectures such as `amd64`, `arm64`
   */
  public static withArchitecture(...architectures: string[]): Nodes {
    return Nodes.withLabel('kubernetes.io/arch', ...architectures);
  }

  /** Alternatives, each a conjunction of requirements: the shape of `nodeSelectorTerms`. */
  private constructor(private readonly terms: NodeSelectorRequirement[][]) {
  }

  /** Nodes that are in this set, in the other one, or in both. */
  public union(other: Nodes): Nodes {
    return new Nodes([...this.terms, ...other.terms]);
  }

  /** Nodes that are in both sets. */
  public intersection(other: Nodes): Nodes {
    return new Nodes(this.terms.flatMap((left) => other.terms.map((right) => [...left, ...right])));
  }

  /** @internal */
  public _terms(): NodeSelectorRequirement[][] {
    return this.terms.map((term) => term.map((r) => (r.values === undefined ? { ...r } : { ...r, values: [...r.values] })));
  }
}

function requirement(key: string, values: string[], listed: string, unlisted: string): NodeSelectorRequirement {
  return values.length > 0 ? { key, operator: listed, values: [...new Set(values)] } : { key, operator: unlisted };
}
