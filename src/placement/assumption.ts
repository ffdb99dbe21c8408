/**
 * What is known of the labels of a cluster's nodes, and Kubernetes does not enforce. A proof that needs it says so.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * new Daemon(chart, 'agent', {
 *   image: 'registry.example.com/agent:1.4.2',
 *   variants: [Variant.of('large', Nodes.withLabelGreaterThan('karpenter.k8s.aws/instance-cpu', 16), { args: ['--workers=16'] })],
 *   assumptions: [Assumption.integerLabel('karpenter.k8s.aws/instance-cpu')],
 * });
 */
export class Assumption {
  /**
   * Where a node has the label, it is a whole number. It may be missing.
   *
   * Needed for the opposite of `Nodes.withLabelGreaterThan` and `Nodes.withLabelLessThan`, since neither of both takes a label such as
   * `16-metal`.
   *
   * @param key such as `karpenter.k8s.aws/instance-cpu`
   */
  public static integerLabel(key: string): Assumption {
    return new Assumption(key);
  }

  private constructor(
    /** @internal */
    public readonly _integerLabel: string,
  ) {
  }
}
