/**
 * Which pods give way when a node is full (`priorityClassName`). A daemon pod has no advantage of its own: without a
 * priority it stays Pending for ever on a node that others have filled.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/
 */
export class Priority {
  /** `system-node-critical`: the node is useless without it (storage, network, devices). */
  public static nodeCritical(): Priority {
    return new Priority('system-node-critical');
  }

  /**
   * `system-cluster-critical`: preempts ordinary pods. Some clusters (GKE) admit it outside kube-system only with a
   * ResourceQuota of that scope, which `DaemonNamespace` writes.
   */
  public static clusterCritical(): Priority {
    return new Priority('system-cluster-critical');
  }

  /**
   * A PriorityClass of the cluster.
   *
   * @param priorityClassName must exist in the cluster, else no pod is created
   */
  public static named(priorityClassName: string): Priority {
    return new Priority(priorityClassName);
  }

  /** No class: the cluster's default, which is 0 where there is none. */
  public static none(): Priority {
    return new Priority(undefined);
  }

  private constructor(
    /** @internal */
    public readonly _className: string | undefined,
  ) {
  }
}
