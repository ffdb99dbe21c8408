import { Duration } from 'cdk8s';
import { ISecret } from 'cdk8s-plus-27';

/** What of the node the collector measures (scrapers of the receiver `host_metrics`). */
export enum OpenTelemetryHostScraper {
  /** Time of the processors. */
  CPU = 'cpu',
  /** Load averages. */
  LOAD = 'load',
  /** Memory. */
  MEMORY = 'memory',
  /** Reads and writes of disks. */
  DISK = 'disk',
  /** Usage of file systems. It needs the node's whole file system, read-only; with `logs`, for which it is root, the collector could read every file of it. */
  FILESYSTEM = 'filesystem',
  /** Bytes and errors of network devices. It needs the node's network: the collector reads the counters of the network that it is in. */
  NETWORK = 'network',
  /** Swap. */
  PAGING = 'paging',
  /** How many processes there are. */
  PROCESSES = 'processes',
}

/** What the kubelet is asked for (`metric_groups`). */
export enum OpenTelemetryKubeletMetricGroup {
  /** The node. */
  NODE = 'node',
  /** Each pod. */
  POD = 'pod',
  /** Each container. */
  CONTAINER = 'container',
  /** Each volume of a pod. */
  VOLUME = 'volume',
}

/** By which address the collector finds the kubelet of its node. An IPv6 address needs brackets in a URL, and an IPv4 address may have none. */
export enum OpenTelemetryKubeletAddress {
  /** The node's IPv4 address. */
  IPV4 = 'ipv4',
  /** The node's IPv6 address: for clusters whose nodes are known by one. */
  IPV6 = 'ipv6',
  /** The node's name, of either family, where the cluster's DNS knows it: most clouds. The kubelet's certificate is mostly for the name. */
  NODE_NAME = 'node-name',
}

/** TLS of the OTLP receiver. */
export interface OpenTelemetryOtlpReceiverTls {
  /** Secret with the keys `tls.crt` and `tls.key`, as cert-manager writes it. */
  readonly secret: ISecret;

  /**
   * Key of the same Secret with the certificate authorities (PEM) that clients' certificates must come from.
   *
   * @default - clients need no certificate
   */
  readonly clientCaKey?: string;
}

/** What programs send by OTLP. */
export interface OpenTelemetryOtlpReceiver {
  /**
   * Whether anything is taken.
   *
   * @default true - instrumented programs send to the collector of their node
   */
  readonly enabled?: boolean;

  /**
   * Port for gRPC, declared under the name `otlp`. It is the pod's: the node-local Service leads to it.
   *
   * @default 4317 - of the protocol; upstream's chart opens it on the node too (`hostPort`), where a second collector would wait for ever
   */
  readonly grpcPort?: number;

  /**
   * Port for HTTP, declared under the name `otlp-http`. It is the pod's, too.
   *
   * @default 4318 - of the protocol
   */
  readonly httpPort?: number;

  /**
   * TLS. A renewed certificate is read within an hour.
   *
   * @default - none: what is sent does not leave the node, as long as it comes by the node-local Service
   */
  readonly tls?: OpenTelemetryOtlpReceiverTls;
}

/** The logs of the node's containers (receiver `file_log` with the operator `container`). The collector's own are always left out. */
export interface OpenTelemetryLogs {
  /**
   * Whether they are read: false takes them from a variant.
   *
   * @default true - as soon as `logs` is there
   */
  readonly enabled?: boolean;

  /**
   * Namespaces whose logs are read.
   *
   * @default - all
   */
  readonly includeNamespaces?: string[];

  /**
   * Namespaces whose logs are left out.
   *
   * @default - none
   */
  readonly excludeNamespaces?: string[];

  /**
   * Whether a file that is seen for the first time is read from its beginning (`start_at`).
   *
   * @default true - with upstream's `end`, what a container wrote before it was seen is lost; positions are kept, so nothing is read twice
   */
  readonly readFromHead?: boolean;

  /**
   * Regular expression of Go that matches the first line of a message of several lines; lines that do not match are joined to it (operator `recombine`).
   *
   * @default - each line is a message; lines that the runtime has cut are always joined
   */
  readonly multilineStart?: string;

  /**
   * Whether the nodes run Docker, where the files of `/var/log/pods` are links into `/var/lib/docker/containers`.
   *
   * @default false - containerd and CRI-O write below `/var/log/pods`; upstream mounts Docker's directory everywhere, and where it is missing it is made
   */
  readonly docker?: boolean;
}

/** Metrics of the node (receiver `host_metrics`). */
export interface OpenTelemetryHostMetrics {
  /**
   * Whether the node is measured: false takes it from a variant.
   *
   * @default true - as soon as `hostMetrics` is there
   */
  readonly enabled?: boolean;

  /**
   * What is measured.
   *
   * @default - cpu, load, memory, disk and filesystem; upstream's network is missing, since without the node's network it would measure the pod's
   */
  readonly scrapers?: OpenTelemetryHostScraper[];

  /**
   * Time between two measurements.
   *
   * @default Duration.seconds(30) - upstream's 10 seconds are three times as many points
   */
  readonly interval?: Duration;
}

/**
 * Metrics of pods, containers and volumes, from the kubelet of the node (receiver `kubelet_stats`).
 *
 * The collector may then get `nodes/stats`, and nothing else: not `nodes/proxy`, by which commands run in every container. Upstream's chart lets it list and watch
 * them too, which nobody answers. Who asks for more by `extraConfig` (`extra_metadata_labels`) gives the right to get `nodes/pods` by `kubernetesAccess`.
 */
export interface OpenTelemetryKubeletMetrics {
  /**
   * Whether the kubelet is asked: false takes it from a variant.
   *
   * @default true - as soon as `kubeletMetrics` is there
   */
  readonly enabled?: boolean;

  /**
   * By which address the kubelet is found.
   *
   * @default OpenTelemetryKubeletAddress.IPV4 - every node has an address, but not every cluster's DNS knows the nodes' names
   */
  readonly address?: OpenTelemetryKubeletAddress;

  /**
   * Whether the kubelet's certificate is checked against the cluster's certificate authority. Kubelets that sign their own (kubeadm and kind without
   * `serverTLSBootstrap`) need false. An authority of the kubelets' own (AKS) is `ca_file` in `extraConfig`, with its file in `hostPaths`.
   *
   * @default true - the token must not go to whoever answers
   */
  readonly verify?: boolean;

  /**
   * What is asked for.
   *
   * @default - container, pod and node, as upstream
   */
  readonly metricGroups?: OpenTelemetryKubeletMetricGroup[];

  /**
   * Time between two requests.
   *
   * @default Duration.seconds(30) - as often as the node itself; upstream's 20 seconds are half as many points again
   */
  readonly interval?: Duration;
}
