import { ContainerPort, EnvValue, SecretValue } from 'cdk8s-plus-27';
import { SysdigCollector } from './collector';
import { SysdigDriver, SysdigDriverBuilder } from './driver-options';
import { SysdigProxy } from './network-options';
import { DaemonContainer } from '../../daemon/container';
import { DaemonOptions } from '../../daemon/daemon-props';
import { KubernetesAccess } from '../../daemon/kubernetes-access';
import { DaemonResources } from '../../daemon/resources';
import { VariantOptions } from '../../daemon/variant';
import { DaemonVolume } from '../../daemon/volume';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';

/** What the agent is for. What is off is said in its configuration, so that the collector cannot switch it on. */
export enum SysdigMode {
  /** Sysdig Monitor and Sysdig Secure together. */
  MONITOR_AND_SECURE = 'monitor_and_secure',
  /** Metrics of the node, its containers and its programs (Sysdig Monitor), and nothing of Sysdig Secure. */
  MONITOR = 'monitor',
  /** Threats seen at run time, activity audit, profiles (Sysdig Secure), and nothing of Sysdig Monitor. */
  SECURE = 'secure',
  /** Threats seen at run time and activity audit alone, for less memory and CPU. */
  SECURE_LIGHT = 'secure_light',
}

/** From which importance on the agent tells something in its log. */
export enum SysdigLogLevel {
  /** What cannot go on. */
  ERROR = 'error',
  /** What may be wrong. */
  WARNING = 'warning',
  /** What it does. */
  INFO = 'info',
  /** Every step. */
  DEBUG = 'debug',
}

/** Logs of the agent itself. */
export interface SysdigLog {
  /**
   * What is told in the container's log (`console_priority`).
   *
   * @default SysdigLogLevel.INFO - as the agent decides
   */
  readonly console?: SysdigLogLevel;

  /**
   * What is told in its file, which the collector may ask for (`file_priority`).
   *
   * @default SysdigLogLevel.INFO - as the agent decides
   */
  readonly file?: SysdigLogLevel;
}

/** Metrics that programs of the node show for Prometheus. */
export interface SysdigPrometheus {
  /**
   * Whether they are collected: false takes them from a variant.
   *
   * @default true - as soon as `prometheus` is there
   */
  readonly enabled?: boolean;

  /**
   * What is scraped, in Prometheus' own YAML (`scrape_configs`), as the file `prometheus.yaml` beside the agent's configuration.
   *
   * @default - the agent's own: pods of its node whose annotations ask for it
   */
  readonly config?: string;
}

/** Metrics of the agent itself, for Prometheus, on a port of the node (`prometheus_exporter`). */
export interface SysdigSelfMetrics {
  /**
   * Whether they are shown: false takes them from a variant.
   *
   * @default true - as soon as `selfMetrics` is there
   */
  readonly enabled?: boolean;

  /**
   * Port of the node, declared under the name `metrics`.
   *
   * @default 9544 - the agent's own
   */
  readonly port?: number;

  /**
   * Address on which it answers, IPv6 without brackets.
   *
   * @default 0.0.0.0 - the agent's own: every IPv4 address of the node; say `::` where nodes are known by IPv6
   */
  readonly listenAddress?: string;
}

/** What the agent sees and does: all that may differ from node to node. */
export interface SysdigOptions {
  /**
   * How it sees what happens in the kernel: it brings the mounts, the capabilities and the container that it needs, and nothing of the others.
   *
   * @default SysdigDriver.UNIVERSAL_EBPF - least privilege: nothing is built on the node, and nothing is privileged. Upstream's chart loads a kernel module, by
   * privileged containers; it is for kernels before 5.8
   */
  readonly driver?: SysdigDriver;

  /**
   * The container that makes the driver, for drivers that are made on the node.
   *
   * @default - upstream's image, of the agent's version
   */
  readonly driverBuilder?: SysdigDriverBuilder;

  /**
   * What it is for (`feature.mode`).
   *
   * @default SysdigMode.MONITOR_AND_SECURE - as upstream's chart; what the account does not have, the collector does not take
   */
  readonly mode?: SysdigMode;

  /**
   * Name of the cluster, by which its events and metrics are told from those of others (`k8s_cluster_name`).
   *
   * @default - none: the account's clusters are not told apart
   */
  readonly clusterName?: string;

  /**
   * Tags of everything that it sends: name to value.
   *
   * @default - none
   */
  readonly tags?: { [name: string]: string };

  /**
   * Whether policies and users may have all system calls of a time recorded, what programs read and write among them (`sysdig_capture_enabled`).
   *
   * @default true - as the agent decides: investigations need them; false is for nodes whose data must not leave them
   */
  readonly captures?: boolean;

  /**
   * Whether programs that were not in their container's image are found, and stopped where a policy says so (`drift_control`).
   *
   * @default - as the collector decides, by the account's policies
   */
  readonly driftControl?: boolean;

  /**
   * Metrics that programs of the node show for Prometheus; `{}` is enough.
   *
   * @default - as the collector decides
   */
  readonly prometheus?: SysdigPrometheus;

  /**
   * Metrics of the agent itself; `{}` is enough.
   *
   * @default - none: they need a port of the node
   */
  readonly selfMetrics?: SysdigSelfMetrics;

  /**
   * Whether agents that start read the cluster's state one after the other, by leases (`k8s_coldstart`), and never without: in large clusters all of them at once
   * are a load for the API server.
   *
   * @default false - as upstream's chart; up to some hundred nodes it only makes the start slower
   */
  readonly coldStartElection?: boolean;

  /**
   * Logs of the agent itself.
   *
   * @default - as the agent decides
   */
  readonly log?: SysdigLog;

  /**
   * A proxy on the way to the collector.
   *
   * @default - none
   */
  readonly proxy?: SysdigProxy;

  /**
   * Certificates of the authorities that signed those of the collector and of the proxy, PEM (`ca_certificate`). They take the place of the image's own
   * (`SSL_CERT_FILE`), so what the agent needs of those belongs in it too.
   *
   * @default - those of the image
   */
  readonly ca?: SecretValue;

  /**
   * Whether it sees `/var/data` of the node, where workers of IBM Cloud keep their containers.
   *
   * @default false - on other nodes there is none, and it would be made, as upstream's chart has the runtime do on every node
   */
  readonly varData?: boolean;

  /**
   * Further configuration in the agent's own YAML (`dragent.yaml`). It is merged over what the options give: maps key by key, everything else in place of what is
   * there. Secrets in plain text are refused.
   *
   * @default - none
   * @see https://docs.sysdig.com/en/sysdig-secure/install-agent-components/configuration/sysdig-agent
   */
  readonly extraConfig?: string;

  /**
   * Image with tag or digest. It needs the agent 13.3 or newer (older ones do not run with eBPF unless privileged).
   *
   * @default - quay.io/sysdig/agent-slim:14.7.4, which has no compiler in it: drivers are made by `driverBuilder`
   */
  readonly image?: string;

  /**
   * What it asks of the node. What is not said keeps its default, made to fit.
   *
   * @default - CPU request 250m; memory request 512Mi and limit 1Gi. Upstream's profile `small` asks for its limits, 1 CPU and 1Gi, on every node, of which most use a
   * part; `medium` has 3 CPU and 3Gi, `large` 5 CPU and 6Gi: busy nodes are variants. No CPU limit, which makes it lose events when a node is busy
   */
  readonly resources?: DaemonResources;

  /**
   * Further ports, for `extraConfig`: on the node's network a clash is seen only by a declared one.
   *
   * @default - only those of the options
   */
  readonly ports?: ContainerPort[];

  /**
   * Further environment variables, for `extraConfig`. What is secret comes from a Secret: `EnvValue.fromSecretValue`.
   *
   * @default - only those that the options need
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * Further paths of the node, such as those of a container runtime that keeps its containers elsewhere than below `/var/lib`.
   *
   * @default - only those of the options
   */
  readonly hostPaths?: HostPath[];

  /**
   * Further files from Secrets and ConfigMaps, for `extraConfig`.
   *
   * @default - only those of the options
   */
  readonly volumes?: DaemonVolume[];

  /**
   * What it may do on the node.
   *
   * @default - root with the eight capabilities that eBPF and the agent need, without the profiles of seccomp and AppArmor, which forbid eBPF; privileged with
   * `SysdigDriver.KMOD`. Upstream's chart is privileged with every driver until told otherwise. Before Kubernetes 1.30, which does not know the field, nodes with
   * AppArmor need it said in `podAnnotations`: `container.apparmor.security.beta.kubernetes.io/sysdig: unconfined`
   */
  readonly privileges?: Privileges;

  /**
   * Containers beside it. They stand on the node's network too.
   *
   * @default - none
   */
  readonly containers?: DaemonContainer[];

  /**
   * What else it may ask of the Kubernetes API: for logs of the kubelet `nodes/log`, or `nodes/proxy` before Kubernetes 1.36.
   *
   * @default - to read workloads, nodes and what belongs to them, to write events, and leases of its own namespace; not `nodes/proxy`, which upstream's chart gives
   */
  readonly kubernetesAccess?: KubernetesAccess[];
}

/** What is different on the nodes of a variant. */
export interface SysdigVariantOptions extends SysdigOptions, VariantOptions {
}

/** A Sysdig agent on every node. */
export interface SysdigDaemonProps extends SysdigOptions, DaemonOptions {
  /** The account's access key, which the agent reads as a file. Upstream's chart names its key in the Secret `access-key`. */
  readonly accessKey: SecretValue;

  /** Where everything is sent. There is no default: upstream's is the region us1, which does not know the keys of the others. */
  readonly collector: SysdigCollector;
}
