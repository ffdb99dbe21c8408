import { EnvValue } from 'cdk8s-plus-27';
import { DaemonOptions } from '../../daemon/daemon-props';
import { DaemonResources } from '../../daemon/resources';
import { VariantOptions } from '../../daemon/variant';
import { Privileges } from '../../host/privileges';
import { Nodes } from '../../placement/nodes';

/**
 * How the parts of a divided GPU (MIG) are offered (`flags.migStrategy`). The GPUs are divided by somebody else, such as NVIDIA's MIG manager.
 *
 * @see https://docs.nvidia.com/datacenter/cloud-native/kubernetes/latest/index.html
 */
export enum NvidiaMigStrategy {
  /** Whole GPUs only, as `nvidia.com/gpu`. */
  NONE = 'none',
  /** Nodes whose GPUs are all divided into equal parts: each part is an `nvidia.com/gpu`. */
  SINGLE = 'single',
  /** Each kind of part is a resource of its own, such as `nvidia.com/mig-1g.10gb`. */
  MIXED = 'mixed',
}

/** How the container runtime is told which devices a container gets (`flags.plugin.deviceListStrategy`). */
export enum NvidiaDeviceListStrategy {
  /** By the variable `NVIDIA_VISIBLE_DEVICES`, which a pod could also set itself. */
  ENVVAR = 'envvar',
  /** By mounts, which a pod cannot forge; NVIDIA's runtime must be told so (`accept-nvidia-visible-devices-as-volume-mounts`). */
  VOLUME_MOUNTS = 'volume-mounts',
  /** By annotations of the Container Device Interface, for runtimes that know CDI but not from the kubelet. */
  CDI_ANNOTATIONS = 'cdi-annotations',
  /** By the field for CDI devices of the runtime's API (Kubernetes 1.28 and newer). */
  CDI_CRI = 'cdi-cri',
}

/** How the plugin names devices to the runtime (`flags.plugin.deviceIDStrategy`). */
export enum NvidiaDeviceIdStrategy {
  /** By their UUID, which survives a reboot. */
  UUID = 'uuid',
  /** By their number on the node. */
  INDEX = 'index',
}

/** A resource that several pods share (`sharing.timeSlicing.resources[]`). */
export interface NvidiaSharedResource {
  /** Name of the resource: `nvidia.com/gpu`, or with `NvidiaMigStrategy.MIXED` a part such as `nvidia.com/mig-1g.10gb`. */
  readonly name: string;

  /** How many pods share each device; a whole number from 1 on. */
  readonly replicas: number;
}

/**
 * Pods take turns on a GPU (`sharing.timeSlicing`). Nothing separates them: they share its memory, and a fault of one may end the others.
 *
 * @see https://github.com/NVIDIA/k8s-device-plugin#with-cuda-time-slicing
 */
export interface NvidiaTimeSlicing {
  /** What is shared; a resource that is not named is not. */
  readonly resources: NvidiaSharedResource[];

  /**
   * Offer shared devices under a name of their own, such as `nvidia.com/gpu.shared` (`renameByDefault`), so that no pod shares unawares.
   *
   * @default false - as the plugin decides: pods find the name that they know
   */
  readonly renameByDefault?: boolean;

  /**
   * Refuse pods that ask for more than one share (`failRequestsGreaterThanOne`).
   *
   * @default true - the plugin's own default grants them, though two shares bring no more time on a GPU than one, and may be of one GPU
   */
  readonly failRequestsGreaterThanOne?: boolean;
}

/** What the plugin offers, and how. */
export interface NvidiaDevicePluginOptions {
  /**
   * Image with tag or digest.
   *
   * @default nvcr.io/nvidia/k8s-device-plugin:v0.20.0 - the release that these options were written for
   */
  readonly image?: string;

  /**
   * Root directory of the kubelet on the node. MicroK8s and k0s have another one.
   *
   * @default /var/lib/kubelet - the kubelet's own default
   */
  readonly kubeletRoot?: string;

  /**
   * How the parts of divided GPUs are offered. With another strategy than none the plugin watches over the parts, for which it gets `SYS_ADMIN`.
   *
   * @default NvidiaMigStrategy.NONE - as the plugin decides
   */
  readonly migStrategy?: NvidiaMigStrategy;

  /**
   * Let pods take turns on the GPUs. On some nodes only: say it in a variant.
   *
   * @default - each GPU belongs to one pod
   */
  readonly timeSlicing?: NvidiaTimeSlicing;

  /**
   * How the runtime is told of devices, in the order of preference. `VOLUME_MOUNTS` gives the plugin `SYS_ADMIN`; the strategies with CDI mount
   * `/var/run/cdi`, where the plugin describes the devices, and need `driverRoot`, whose files it describes.
   *
   * @default [NvidiaDeviceListStrategy.ENVVAR] - as the plugin decides
   */
  readonly deviceListStrategies?: NvidiaDeviceListStrategy[];

  /**
   * How devices are named.
   *
   * @default NvidiaDeviceIdStrategy.UUID - as the plugin decides
   */
  readonly deviceIdStrategy?: NvidiaDeviceIdStrategy;

  /**
   * Where the driver is installed on the node (`flags.nvidiaDriverRoot`): `/`, or `/run/nvidia/driver` where a container brings it. It is seen
   * read-only, and a driver that is installed later appears.
   *
   * @default - not looked at: NVIDIA's runtime brings the driver into the plugin's container
   */
  readonly driverRoot?: string;

  /**
   * Hand each container the list of its devices (`flags.plugin.passDeviceSpecs`), so that it keeps them where the kubelet's CPU manager changes
   * containers that run. The plugin must see all devices for it, and becomes privileged.
   *
   * @default false - as the plugin decides: least privilege
   */
  readonly passDeviceSpecs?: boolean;

  /**
   * Whether the plugin ends where it finds no driver (`flags.failOnInitError`), instead of waiting for ever.
   *
   * @default true - as the plugin decides: a pod that waits looks as if it worked. It runs on nodes with a GPU only
   */
  readonly failOnInitError?: boolean;

  /**
   * What it may do on the node.
   *
   * @default - Privileges.root(), for the kubelet's directory; with `SYS_ADMIN` or privileged only where an option above says so
   */
  readonly privileges?: Privileges;

  /**
   * Further arguments. What the options above write is refused here, since an argument would win over the configuration file without a word.
   *
   * @default - none
   */
  readonly extraArgs?: string[];

  /**
   * Further environment variables. Those that stand for an option above are refused, since they would win over it.
   *
   * @default - only what NVIDIA's runtime needs, and K8S_NODE_NAME
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * What it asks of the node. What is not said keeps its default, made to fit: a limit below the default request lowers the request.
   *
   * @default - CPU request 50m; memory request 64Mi and limit 256Mi, where upstream has none; no CPU limit
   */
  readonly resources?: DaemonResources;
}

/** What is different on the nodes of a variant. */
export interface NvidiaDevicePluginVariantOptions extends NvidiaDevicePluginOptions, VariantOptions {
}

/** NVIDIA's device plugin on every node with a GPU. */
export interface NvidiaDevicePluginDaemonProps extends NvidiaDevicePluginOptions, DaemonOptions {
  /**
   * The nodes with a GPU; it takes the place of `placement`.
   *
   * @default - those that node-feature-discovery or NVIDIA's GPU operator has labelled: `feature.node.kubernetes.io/pci-10de.present`,
   * `pci-0300_10de.present`, `pci-0302_10de.present` (all of the vendor's cards), `cpu-model.vendor_id=NVIDIA` (Tegra), or
   * `nvidia.com/gpu.present`. Without these labels say another, such as `Nodes.withLabel('cloud.google.com/gke-accelerator')`.
   */
  readonly nodes?: Nodes;
}
