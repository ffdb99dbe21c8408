import { Assumption } from './assumption';
import { ABSENT_OR_INTEGER } from '../kubernetes/label-values';
import { selectorTerms } from '../kubernetes/node-selector-terms';
import { complement, termsOf } from '../kubernetes/node-set';
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
 * const neither = armOrGpu.complement();
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
   * Nodes whose label is a whole number above a bound (operator `Gt`). Nodes that lack the label, or whose label is no whole number, do not
   * belong to the set.
   *
   * Its opposite cannot be said exactly (see `Assumption.integerLabel`), so daemons whose other variants or rest must leave these nodes out
   * ask for that assumption.
   *
   * @param key the label, such as `karpenter.k8s.aws/instance-cpu`
   * @param value a whole number from 0 on; itself it does not belong to the set
   */
  public static withLabelGreaterThan(key: string, value: number): Nodes {
    return new Nodes([[{ key, operator: 'Gt', values: [String(value)] }]]);
  }

  /**
   * Nodes whose label is a whole number below a bound (operator `Lt`). Otherwise as `withLabelGreaterThan`.
   *
   * @param key the label, such as `karpenter.k8s.aws/instance-cpu`
   * @param value a whole number from 1 on; itself it does not belong to the set
   */
  public static withLabelLessThan(key: string, value: number): Nodes {
    return new Nodes([[{ key, operator: 'Lt', values: [String(value)] }]]);
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

  /**
   * Nodes that are not in this set. A node that lacks a label which the set asks for is one of them.
   *
   * @param assumptions what is known of the labels, needed for the opposite of `withLabelGreaterThan` and `withLabelLessThan`
   * @throws where no selector says it exactly, with the label and the assumption that would help
   */
  public complement(...assumptions: Assumption[]): Nodes {
    const within = new Map(assumptions.map(({ _integerLabel }) => [_integerLabel, ABSENT_OR_INTEGER]));
    const opposite = selectorTerms(complement(termsOf(this.terms.map((matchExpressions) => ({ matchExpressions })), { emptyMatches: true })), within);
    if ('terms' in opposite) {
      return new Nodes(opposite.terms.map((term) => [...term]));
    }
    throw new Error('inexact' in opposite ? `the opposite of these nodes cannot be said exactly: ${whyInexact(opposite.inexact)}`
      : `the opposite of these nodes takes ${opposite.tooMany} alternatives; ask for fewer labels at once`);
  }

  /** @internal */
  public _terms(): NodeSelectorRequirement[][] {
    return this.terms.map((term) => term.map((r) => (r.values === undefined ? { ...r } : { ...r, values: [...r.values] })));
  }
}

/** Why a set is in no selector's words, and what to do. */
export function whyInexact(keys: string[]): string {
  const labels = keys.map((key) => `'${key}'`).join(', ');
  const assumptions = keys.map((key) => `Assumption.integerLabel('${key}')`).join(', ');
  return `a node whose label ${labels} is no whole number is neither above nor below a bound; if ${keys.length > 1 ? 'they are' : 'it is'} one on every node that has `
    + `${keys.length > 1 ? 'them' : 'it'}, say so: ${assumptions}; else name the values: Nodes.withLabel`;
}

function requirement(key: string, values: string[], listed: string, unlisted: string): NodeSelectorRequirement {
  return values.length > 0 ? { key, operator: listed, values: [...new Set(values)] } : { key, operator: unlisted };
}
