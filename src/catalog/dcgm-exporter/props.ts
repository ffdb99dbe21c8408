import { Duration } from 'cdk8s';
import { EnvValue, ISecret } from 'cdk8s-plus-27';
import { DaemonOptions } from '../../daemon/daemon-props';
import { DaemonResources } from '../../daemon/resources';
import { VariantOptions } from '../../daemon/variant';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { Nodes } from '../../placement/nodes';

/** What Prometheus is told of a field (second column of the exporter's list of counters). */
export enum DcgmMetricType {
  /** A value that goes up and down. */
  GAUGE = 'gauge',
  /** A value that only goes up. */
  COUNTER = 'counter',
  /** No metric of its own but a label of all others, such as the driver's version. */
  LABEL = 'label',
}

/**
 * A field of DCGM that is exported: one row of the exporter's list of counters.
 *
 * @see https://docs.nvidia.com/datacenter/dcgm/latest/dcgm-api/dcgm-api-field-ids.html
 */
export interface DcgmCounter {
  /** Name of the field, such as `DCGM_FI_DEV_GPU_TEMP`; it is the metric's name too. */
  readonly field: string;

  /** What Prometheus is told of it. */
  readonly type: DcgmMetricType;

  /** What Prometheus shows as help, on one line. */
  readonly help: string;
}

/** What metrics say of the pods that use a GPU. The kubelet of the node knows which GPU a pod has; the rest is asked of the Kubernetes API. */
export interface DcgmPodAttribution {
  /**
   * Whether metrics carry the pod, namespace and container that a GPU was given to (`--kubernetes`). The kubelet's directory `pod-resources` is
   * mounted, read-only; its socket belongs to root, so the exporter is root without any capability.
   *
   * @default true - without it nobody knows whose GPU is idle
   */
  readonly enabled?: boolean;

  /**
   * The pods' labels as labels of metrics (`--kubernetes-enable-pod-labels`): those whose name matches one of these regular expressions of Go, all of
   * them with `['.*']`. Each further label costs as many series as it has values. The exporter may then read pods of the whole cluster.
   *
   * @default - none: no token is needed for the rest
   */
  readonly podLabels?: string[];

  /**
   * The pods' UID as a label (`--kubernetes-enable-pod-uid`): a series of its own for each pod there ever was. The exporter may then read pods of
   * the whole cluster.
   *
   * @default false - as the exporter decides
   */
  readonly podUid?: boolean;

  /**
   * GPUs that pods get by resource claims (`--kubernetes-enable-dra`). The exporter may then read ResourceSlices and pods of the whole cluster.
   *
   * @default false - as the exporter decides: device plugins give most GPUs
   */
  readonly dynamicResources?: boolean;

  /**
   * Each pod of those that share a GPU (`--kubernetes-virtual-gpus`), as by time slicing of the device plugin.
   *
   * @default false - as the exporter decides: a GPU that is not shared has one pod
   */
  readonly sharedGpus?: boolean;
}

/**
 * A web configuration file of your own, kept in a Secret since it may hold password hashes: TLS, basic authentication.
 *
 * @see https://github.com/prometheus/exporter-toolkit/blob/master/docs/web-configuration.md
 */
export interface DcgmWebConfig {
  /** The Secret. All its keys are files of one directory: certificates can be named without a path. */
  readonly secret: ISecret;

  /**
   * Key of the Secret with the web configuration.
   *
   * @default web.yml - what it is
   */
  readonly key?: string;
}

/** What the exporter measures, and where it answers. */
export interface DcgmExporterOptions {
  /**
   * Image with tag or digest. It brings DCGM itself, which must know the GPU's generation.
   *
   * @default nvcr.io/nvidia/k8s/dcgm-exporter:4.5.3-4.8.2-distroless - the release that these options were written for
   */
  readonly image?: string;

  /**
   * Port of the metrics.
   *
   * @default 9400 - as the exporter decides
   */
  readonly port?: number;

  /**
   * The fields to export; they take the place of the default ones. Fields of profiling (`DCGM_FI_PROF_…`) give the exporter `SYS_ADMIN`, as
   * `profiling` does.
   *
   * @default - clocks, temperatures, power, utilisation, memory, errors and remapped rows: those of the exporter that need no right
   */
  readonly counters?: DcgmCounter[];

  /**
   * Fields beside those of `counters`.
   *
   * @default - none
   */
  readonly extraCounters?: DcgmCounter[];

  /**
   * Whether the counters of profiling are exported too: how busy the engines, tensor cores, memory and PCIe really are. The exporter then gets
   * `SYS_ADMIN`, and nobody else can profile (DCGM takes the counters for itself, on most generations).
   *
   * @default false - the exporter's own list has them on: least privilege, and developers may profile
   */
  readonly profiling?: boolean;

  /**
   * Time between two readings (`--collect-interval`), in whole milliseconds.
   *
   * @default Duration.seconds(30) - as the exporter decides
   */
  readonly collectInterval?: Duration;

  /**
   * What metrics say of pods.
   *
   * @default - pod, namespace and container, from the node's own kubelet
   */
  readonly pods?: DcgmPodAttribution;

  /**
   * Root directory of the kubelet on the node. MicroK8s and k0s have another one.
   *
   * @default /var/lib/kubelet - the kubelet's own default
   */
  readonly kubeletRoot?: string;

  /**
   * Further paths of the node, such as the driver where no container toolkit brings it. GKE has it in `/home/kubernetes/bin/nvidia`, to be seen at
   * `/usr/local/nvidia` by a privileged container.
   *
   * @default - only the kubelet's directory: NVIDIA's runtime brings the driver
   */
  readonly hostPaths?: HostPath[];

  /**
   * HTTPS, passwords: a web configuration of your own (`--web-config-file`). Health is then seen by an open port, since the kubelet has neither
   * certificate nor password.
   *
   * @default - HTTP without a password, which the metrics need least
   */
  readonly webConfig?: DcgmWebConfig;

  /**
   * What it may do on the node.
   *
   * @default - Privileges.root() for the kubelet's socket, Privileges.user(1000) without `pods`, and root with `SYS_ADMIN` for counters of profiling;
   * upstream has root with `SYS_ADMIN` always
   */
  readonly privileges?: Privileges;

  /**
   * Further arguments, such as `--replace-blanks-in-model-name`. A flag that the options above write is refused here.
   *
   * @default - none
   */
  readonly extraArgs?: string[];

  /**
   * Further environment variables.
   *
   * @default - only what NVIDIA's runtime needs, and NODE_NAME
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * What it asks of the node. What is not said keeps its default, made to fit: a limit below the default request lowers the request.
   *
   * @default - CPU request 100m; memory request 128Mi and limit 512Mi, as in the exporter's chart; no CPU limit, which would make scrapes late
   */
  readonly resources?: DaemonResources;
}

/** What is different on the nodes of a variant. */
export interface DcgmExporterVariantOptions extends DcgmExporterOptions, VariantOptions {
}

/** NVIDIA's exporter of GPU metrics on every node with a GPU. */
export interface DcgmExporterDaemonProps extends DcgmExporterOptions, DaemonOptions {
  /**
   * The nodes with a GPU; it takes the place of `placement`.
   *
   * @default - those that node-feature-discovery or NVIDIA's GPU operator has labelled: `feature.node.kubernetes.io/pci-10de.present`,
   * `pci-0300_10de.present`, `pci-0302_10de.present` (all of the vendor's cards) or `nvidia.com/gpu.present`. DCGM knows no Tegra boards. Without these
   * labels say another, such as `Nodes.withLabel('k8s.amazonaws.com/accelerator')`.
   */
  readonly nodes?: Nodes;
}
