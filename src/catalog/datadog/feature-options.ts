import { SecretValue } from 'cdk8s-plus-27';
import { DaemonResources } from '../../daemon/resources';

/**
 * How much of its origin each metric of DogStatsD is tagged with (`dogstatsd_tag_cardinality`). Each further tag multiplies what Datadog counts as
 * custom metrics.
 */
export enum DatadogTagCardinality {
  /** That of the host: image, Deployment, namespace … */
  LOW = 'low',
  /** And the pod's. */
  ORCHESTRATOR = 'orchestrator',
  /** And the container's. */
  HIGH = 'high',
}

/** Where a Linux distribution keeps what its package manager has installed. */
export enum DatadogHostPackages {
  /** Debian, Ubuntu: `/var/lib/dpkg`. */
  DPKG = '/var/lib/dpkg',
  /** Red Hat, Amazon Linux, SUSE: `/var/lib/rpm`. */
  RPM = '/var/lib/rpm',
}

/** The Datadog Cluster Agent that is there already: it watches the Kubernetes API, so that the agents of the nodes need not. */
export interface DatadogClusterAgent {
  /** Name of its Service, in the daemon's own namespace (`cluster_agent.kubernetes_service_name`), such as `datadog-cluster-agent`. */
  readonly serviceName: string;

  /**
   * The token that agents and cluster agent share, at least 32 characters (`DD_CLUSTER_AGENT_AUTH_TOKEN`). The vendor's key in the Secret is `token`.
   */
  readonly authToken: SecretValue;

  /**
   * Whether this daemon runs the checks that the cluster agent gives out, of Services and of what is not on a node (`clusterchecks`,
   * `endpointschecks`).
   *
   * @default true - as upstream's chart; a cluster with runners of its own needs it no more than once
   */
  readonly clusterChecks?: boolean;
}

/** How the kubelet is asked for pods and measurements. */
export interface DatadogKubelet {
  /**
   * Whether the kubelet's certificate is checked (`kubelet_tls_verify`).
   *
   * @default true - who takes the kubelet's place would be shown the daemon's token. Where kubelets sign their certificates themselves (kubeadm
   * without `serverTLSBootstrap`) say false, or `caPath`
   */
  readonly tlsVerify?: boolean;

  /**
   * File on the node with the certificate authority of the kubelet's certificate (`kubelet_client_ca`), such as `/etc/kubernetes/kubelet-ca.crt`.
   *
   * @default - that of the cluster, which comes with the token
   */
  readonly caPath?: string;

  /**
   * Whether the right to ask the kubelet is said path by path (`nodes/pods`, `nodes/healthz`, `nodes/configz`), which kubelets know from Kubernetes
   * 1.33 on. With false it is `nodes/proxy`, which lets its owner run commands in every container of the node.
   *
   * @default true - upstream's chart: false; false is for kubelets before 1.33, which answer nothing without `nodes/proxy`
   */
  readonly fineGrainedAuthorization?: boolean;
}

/** Logs of the node's containers. They need `/var/log/pods`, `/var/log/containers` and a state directory for the positions. */
export interface DatadogLogs {
  /**
   * Whether logs are read: false takes them from a variant.
   *
   * @default true - as soon as `logs` is there
   */
  readonly enabled?: boolean;

  /**
   * Whether all containers are read (`logs_config.container_collect_all`), and not only those whose pods say so by an annotation
   * (`ad.datadoghq.com/<container>.logs`).
   *
   * @default false - as the agent itself: each line is paid for
   */
  readonly containerCollectAll?: boolean;

  /**
   * Whether the runtime is docker, whose logs are links to `/var/lib/docker/containers`, which is then mounted.
   *
   * @default false - with containerd and CRI-O there is no such directory
   */
  readonly docker?: boolean;
}

/** Traces of programs (APM), taken by the container `trace-agent`. */
export interface DatadogApm {
  /**
   * Whether traces are taken: false takes it from a variant.
   *
   * @default true - as soon as `apm` is there
   */
  readonly enabled?: boolean;

  /**
   * Port of the pod (`apm_config.receiver_port`), declared under the name `traces`. On the node it is opened by `Discovery.hostPort('traces')`.
   *
   * @default 8126 - what all tracing libraries know
   */
  readonly port?: number;

  /**
   * Whether programs find it by a Unix socket too, `apm.socket` in `socketDirectory`.
   *
   * @default true - as upstream: nobody but the programs of the node reaches it
   */
  readonly socket?: boolean;
}

/** Metrics that programs send (DogStatsD). */
export interface DatadogDogStatsD {
  /**
   * Whether they are taken: false takes it from a variant.
   *
   * @default true - as soon as `dogstatsd` is there
   */
  readonly enabled?: boolean;

  /**
   * Port of the pod, UDP (`dogstatsd_port`), declared under the name `dogstatsd`. On the node it is opened by `Discovery.hostPort('dogstatsd')`.
   *
   * @default 8125 - what all libraries know
   */
  readonly port?: number;

  /**
   * Whether programs find it by a Unix socket too, `dsd.socket` in `socketDirectory`.
   *
   * @default true - as upstream: nothing is lost on the way
   */
  readonly socket?: boolean;

  /**
   * Whether a metric by the socket is tagged with the container that it comes from (`dogstatsd_origin_detection`), which the kernel tells by the
   * number of its process: the pod then sees the processes of its node (`hostPID`).
   *
   * @default false - as upstream; libraries of today say themselves which container they are in
   */
  readonly originDetection?: boolean;

  /**
   * How much of its origin each metric is tagged with.
   *
   * @default DatadogTagCardinality.LOW - as the agent itself
   */
  readonly tagCardinality?: DatadogTagCardinality;
}

/**
 * Processes of the node, with their command lines (Live Processes). They are read from `/proc`, and so without files that are open and bytes that are
 * read and written by them.
 */
export interface DatadogProcesses {
  /**
   * Whether processes are listed: false takes it from a variant.
   *
   * @default true - as soon as `processes` is there
   */
  readonly enabled?: boolean;

  /**
   * Whether arguments are left out (`process_config.strip_proc_arguments`). Those that look like passwords and tokens always are.
   *
   * @default false - as the agent itself
   */
  readonly stripArguments?: boolean;

  /**
   * Whether users are named, for which the node's `/etc/passwd` is mounted.
   *
   * @default true - as upstream; read-only distributions such as Talos have no such file, and the pod would not start
   */
  readonly userNames?: boolean;
}

/** Datadog's security products. */
export interface DatadogSecurity {
  /**
   * Whether nodes and containers are checked against benchmarks such as those of CIS (Misconfigurations, `compliance_config`), by the container
   * `security-agent`. It reads the whole file system of the node, with `AUDIT_CONTROL`, `AUDIT_READ`, `DAC_READ_SEARCH` and `KILL`, and sees its
   * processes in `/proc`.
   *
   * @default false - least privilege
   */
  readonly compliance?: boolean;

  /**
   * Whether the node is watched for attacks (Workload Protection, `runtime_security_config`), by eBPF in the container `system-probe`, which reports
   * by `security-agent`. The pod then sees the processes of its node (`hostPID`).
   *
   * @default false - least privilege
   */
  readonly runtime?: boolean;
}

/** What software is in the images, and on the node (SBOM). */
export interface DatadogSbom {
  /**
   * Whether anything is looked into: false takes it from a variant.
   *
   * @default true - as soon as `sbom` is there
   */
  readonly enabled?: boolean;

  /**
   * Whether images are looked into (`sbom.container_image`), in the runtime's own layers. It needs `criSocketPath`.
   *
   * @default true - as soon as `sbom` is there
   */
  readonly containerImages?: boolean;

  /**
   * Directory of the node with the layers of images, which is read.
   *
   * @default - `/var/lib/containers` where `criSocketPath` is that of CRI-O, else `/var/lib/containerd`. K3s: `/var/lib/rancher/k3s/agent/containerd`
   */
  readonly imageDirectory?: string;

  /**
   * What the node's package manager has installed (`sbom.host`). Only the directory of that one is mounted; where nodes are of several distributions,
   * give each a variant.
   *
   * @default - the node is not looked into
   */
  readonly hostPackages?: DatadogHostPackages;
}

/**
 * What the containers beside the main one ask of the node, those of them that the features bring. What is not said keeps its default, made to fit.
 */
export interface DatadogContainerResources {
  /**
   * Of `trace-agent`, with `apm`.
   *
   * @default - CPU request 100m; memory request 200Mi, as upstream suggests, and limit 400Mi
   */
  readonly traceAgent?: DaemonResources;

  /**
   * Of `process-agent`, with `networkMonitoring` or `serviceMonitoring`.
   *
   * @default - CPU request 100m; memory request 200Mi, as upstream suggests, and limit 400Mi
   */
  readonly processAgent?: DaemonResources;

  /**
   * Of `system-probe`, with `networkMonitoring`, `serviceMonitoring` or `security.runtime`.
   *
   * @default - CPU request 150m; memory request 200Mi, as upstream suggests, and limit 600Mi, with the tables of eBPF, which count too
   */
  readonly systemProbe?: DaemonResources;

  /**
   * Of `security-agent`, with `security`.
   *
   * @default - CPU request 100m; memory request 300Mi, as upstream suggests, and limit 600Mi
   */
  readonly securityAgent?: DaemonResources;
}
