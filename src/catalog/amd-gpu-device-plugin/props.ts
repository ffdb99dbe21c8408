import { Duration } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-27';
import { DaemonOptions } from '../../daemon/daemon-props';
import { DaemonResources } from '../../daemon/resources';
import { VariantOptions } from '../../daemon/variant';
import { Privileges } from '../../host/privileges';
import { Nodes } from '../../placement/nodes';

/** How GPUs that are divided into partitions are offered (`-resource_naming_strategy`). */
export enum AmdResourceNamingStrategy {
  /** Everything is an `amd.com/gpu`, whole GPUs and partitions. */
  SINGLE = 'single',
  /** Each kind of partition is a resource of its own, such as `amd.com/cpx_nps4`. */
  MIXED = 'mixed',
}

/** What the plugin offers, and how. */
export interface AmdGpuDevicePluginOptions {
  /**
   * Image with tag or digest.
   *
   * @default docker.io/rocm/k8s-device-plugin:1.31.0.9 - the release that these options were written for; upstream's manifest names none, which
   * is whatever is newest
   */
  readonly image?: string;

  /**
   * Root directory of the kubelet on the node. MicroK8s and k0s have another one.
   *
   * @default /var/lib/kubelet - the kubelet's own default
   */
  readonly kubeletRoot?: string;

  /**
   * How partitions are offered.
   *
   * @default AmdResourceNamingStrategy.SINGLE - as the plugin decides
   */
  readonly resourceNamingStrategy?: AmdResourceNamingStrategy;

  /**
   * Time between two looks at the health of the GPUs (`-pulse`), in whole seconds: a sick one is given to no further pod. The plugin opens the devices
   * for it (`/dev/kfd`, `/dev/dri`), which only privileged containers may.
   *
   * @default - it does not look, as the plugin decides: least privilege
   */
  readonly healthCheckInterval?: Duration;

  /**
   * Whether the health of each GPU is asked of AMD's metrics exporter, by its socket in `/var/lib/amd-metrics-exporter`, at each
   * `healthCheckInterval`. Without it all GPUs of a node are well or sick together.
   *
   * @default false - upstream makes the directory on every node, with and without that exporter
   */
  readonly metricsExporter?: boolean;

  /**
   * What it may do on the node.
   *
   * @default - Privileges.root(), for the kubelet's directory; privileged with `healthCheckInterval`
   */
  readonly privileges?: Privileges;

  /**
   * Further arguments, such as `-v=5`. A flag that the options above write is refused here.
   *
   * @default - none
   */
  readonly extraArgs?: string[];

  /**
   * Further environment variables.
   *
   * @default - only K8S_NODE_NAME
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * What it asks of the node. What is not said keeps its default, made to fit: a limit below the default request lowers the request.
   *
   * @default - CPU request 50m; memory request 32Mi and limit 128Mi, where upstream has none; no CPU limit
   */
  readonly resources?: DaemonResources;
}

/** What is different on the nodes of a variant. */
export interface AmdGpuDevicePluginVariantOptions extends AmdGpuDevicePluginOptions, VariantOptions {
}

/** AMD's device plugin on every node with a GPU. */
export interface AmdGpuDevicePluginDaemonProps extends AmdGpuDevicePluginOptions, DaemonOptions {
  /**
   * The nodes with a GPU; it takes the place of `placement`.
   *
   * @default - amd64, for which the image is, and labelled by node-feature-discovery as having a card of the vendor:
   * `feature.node.kubernetes.io/pci-0300_1002.present` (graphics), `pci-0380_1002.present`, `pci-1200_1002.present` (accelerators, as Instinct cards
   * register), or `amd-gpu` (the rule of AMD's GPU operator). Without these labels say another.
   */
  readonly nodes?: Nodes;
}
