import { MountPropagation } from 'cdk8s-plus-27';

/**
 * The samples and the inventory of the node itself (upstream's `privileged: true`): CPU, memory, storage, network, packages, services. The agent becomes a privileged
 * container, as its vendor has it, and sees the node's whole file system read-only. What the kubelet tells of nodes, pods, containers and volumes needs none of it.
 */
export interface NewRelicHostMetrics {
  /**
   * Whether the node is measured: false takes it from a variant.
   *
   * @default true - as soon as `hostMetrics` is there
   */
  readonly enabled?: boolean;

  /**
   * Whether each process is a sample of its own (`enable_process_metrics`).
   *
   * @default false - every process of every node every 20 seconds is most of the data; upstream leaves it to what New Relic has set for the account
   */
  readonly processes?: boolean;

  /**
   * Socket of containerd on the node, such as `/run/containerd/containerd.sock`, by which the agent tells in which container a process runs. Its directory is mounted; who
   * reaches the socket rules all containers of the node.
   *
   * @default - none: processes are told without their containers. Upstream mounts the sockets of containerd and Docker on every node, and where one is missing the runtime
   * makes a directory of its name (newrelic/nri-kubernetes#538)
   */
  readonly containerdSocket?: string;

  /**
   * Whether mounts made on the node after the pod's start are measured.
   *
   * @default MountPropagation.HOST_TO_CONTAINER - as upstream; machines whose `/` is no shared mount (Docker Desktop) need `NONE`
   */
  readonly rootMountPropagation?: MountPropagation;
}
