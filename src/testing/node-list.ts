import { ByteSource, byteSource, textSource } from '../analysis/plan/sources';

/**
 * Nodes to plan with: what `kubectl get nodes -o json` (or `-o yaml`) prints, or node groups written by hand. The format of node groups is in
 * `schemas/node-groups.json`.
 *
 * @example
 * const cluster = testing.NodeList.fromText(`
 * nodeGroups:
 *   - name: general
 *     count: 3
 *     allocatable: { cpu: 3920m, memory: 15Gi, pods: 110 }
 *   - name: gpu
 *     labels: { nvidia.com/gpu.present: "true" }
 *     taints: ["nvidia.com/gpu:NoSchedule"]
 * `);
 */
export class NodeList {
  /**
   * Nodes of a file. It is read when a plan is made.
   *
   * @param path as seen from where the program runs
   */
  public static fromFile(path: string): NodeList {
    return new NodeList(byteSource(path));
  }

  /** Nodes of a text in JSON or YAML. */
  public static fromText(text: string): NodeList {
    return new NodeList(textSource('the text', text));
  }

  private constructor(
    /** @internal */
    public readonly _source: ByteSource,
  ) {}
}
