import { EnvValue, ISecret, MountPropagation } from 'cdk8s-plus-27';
import { DaemonContainer } from '../../daemon/container';
import { DaemonOptions } from '../../daemon/daemon-props';
import { KubernetesAccess } from '../../daemon/kubernetes-access';
import { DaemonResources } from '../../daemon/resources';
import { VariantOptions } from '../../daemon/variant';
import { Privileges } from '../../host/privileges';

/** On which addresses of its node node-exporter answers (`--web.listen-address`). It stands on the node's network. */
export enum NodeExporterListen {
  /** The address that Kubernetes knows the node by (`status.hostIP`), IPv4 or IPv6: what Services and Prometheus use. */
  NODE_ADDRESS = 'node-address',
  /** Every address of every network of the node, IPv4 and IPv6. */
  ALL_INTERFACES = 'all-interfaces',
  /** 127.0.0.1: for a proxy beside it (`containers`) that checks who asks, or an agent of the node. No Service leads there. */
  LOOPBACK = 'loopback',
}

/**
 * Which collectors run. The exporter does not start with a name that its version does not know.
 *
 * @see https://github.com/prometheus/node_exporter#collectors
 */
export interface NodeExporterCollectors {
  /**
   * Collectors to run beside the default ones (`--collector.<name>`).
   *
   * Some need more than nobody may, and get it by being named here, unless `privileges` are stated: `rapl` (energy) and `slabinfo` read files
   * that the kernel gives to root only, so the exporter becomes uid 0 without any capability; `perf` counts events of the whole machine, for
   * which it becomes uid 0 with `PERFMON` (Linux 5.8); `systemd` and `logind` ask the node's D-Bus, whose directory `/run/dbus` is mounted.
   * Where AppArmor watches over D-Bus (Ubuntu), it refuses containers of the default profile.
   *
   * @default - the exporter's default ones
   */
  readonly enable?: string[];

  /**
   * Collectors not to run (`--no-collector.<name>`).
   *
   * @default - none
   */
  readonly disable?: string[];

  /**
   * Run only those of `enable` (`--collector.disable-defaults`).
   *
   * @default false - the default ones cost little and answer most questions
   */
  readonly disableDefaults?: boolean;
}

/** Which file systems of the node are measured. Regular expressions are those of Go (RE2): no look-ahead, no back-reference. */
export interface NodeExporterFilesystem {
  /**
   * Mount points to leave out (`--collector.filesystem.mount-points-exclude`). The empty text leaves out none.
   *
   * @default NodeExporterDaemon.EXCLUDED_MOUNT_POINTS - the exporter's own default keeps a set of series for each volume and sandbox of each pod
   */
  readonly mountPointsExclude?: string;

  /**
   * The only mount points to measure (`--collector.filesystem.mount-points-include`); in place of `mountPointsExclude`.
   *
   * @default - all that are not left out
   */
  readonly mountPointsInclude?: string;

  /**
   * Types of file systems to leave out (`--collector.filesystem.fs-types-exclude`). The empty text leaves out none.
   *
   * @default - the exporter's: those without storage of their own (proc, cgroup2, overlay, squashfs …)
   */
  readonly fsTypesExclude?: string;

  /**
   * The only types of file systems to measure (`--collector.filesystem.fs-types-include`); in place of `fsTypesExclude`.
   *
   * @default - all that are not left out
   */
  readonly fsTypesInclude?: string;
}

/** HTTPS with a certificate from a Secret. A renewed certificate is used at once, without a restart. */
export interface NodeExporterTls {
  /** Secret of type `kubernetes.io/tls` (keys `tls.crt` and `tls.key`), such as cert-manager writes. */
  readonly secret: ISecret;

  /**
   * Key of the Secret with the certificate authority of the clients, such as `ca.crt`: only clients with a certificate of it are
   * answered (`client_auth_type: RequireAndVerifyClientCert`).
   *
   * @default - none: every client is answered
   */
  readonly clientCaKey?: string;
}

/**
 * A web configuration file of your own, kept in a Secret since it may hold password hashes: basic authentication, headers, ciphers.
 *
 * @see https://github.com/prometheus/exporter-toolkit/blob/master/docs/web-configuration.md
 */
export interface NodeExporterWebConfig {
  /** The Secret. All its keys are files of one directory: certificates can be named without a path. */
  readonly secret: ISecret;

  /**
   * Key of the Secret with the web configuration.
   *
   * @default web.yml - what it is
   */
  readonly key?: string;
}

/** What node-exporter measures, and where it answers. */
export interface NodeExporterOptions {
  /**
   * Image with tag or digest.
   *
   * @default quay.io/prometheus/node-exporter:v1.12.1 - the release that these options were written for
   */
  readonly image?: string;

  /**
   * Port on the node.
   *
   * @default 9100 - Prometheus' own assignment. Another daemon on the same port (OpenShift brings one) keeps this one Pending.
   */
  readonly port?: number;

  /**
   * On which addresses it answers.
   *
   * @default NodeExporterListen.NODE_ADDRESS - the exporter's own default also serves a node's public and storage networks
   */
  readonly listen?: NodeExporterListen;

  /**
   * Which collectors run.
   *
   * @default - the exporter's default ones
   */
  readonly collectors?: NodeExporterCollectors;

  /**
   * Directory of the node with metrics that other programs write (`*.prom`), read by the collector `textfile`. It is made where it is missing,
   * so that a node is measured before its programs have written.
   *
   * @default - none
   */
  readonly textfileDirectory?: string;

  /**
   * Which file systems are measured.
   *
   * @default - those of the node, without those of its pods
   */
  readonly filesystem?: NodeExporterFilesystem;

  /**
   * Network devices to leave out, as a regular expression of Go (`--collector.netdev.device-exclude`, `--collector.netclass.ignored-devices`,
   * `--collector.arp.device-exclude`). The empty text leaves out none.
   *
   * @default NodeExporterDaemon.EXCLUDED_NETWORK_DEVICES - the node's end of each pod's cable would give new series with each pod
   */
  readonly networkDevicesExclude?: string;

  /**
   * Whether it sees the node's whole file system. Without it the collectors `filesystem` and `os` are off, which would measure the container.
   *
   * @default true - a full disk is the first thing to know of a node
   */
  readonly rootFilesystem?: boolean;

  /**
   * Whether mounts made on the node after the pod's start are measured.
   *
   * @default MountPropagation.HOST_TO_CONTAINER - else they are missing; machines whose `/` is no shared mount (Docker Desktop) need `NONE`
   */
  readonly rootMountPropagation?: MountPropagation;

  /**
   * HTTPS with a certificate from a Secret.
   *
   * @default - HTTP: encryption needs a certificate that clients trust
   */
  readonly tls?: NodeExporterTls;

  /**
   * A web configuration of your own; in place of `tls`.
   *
   * @default - none, or what `tls` says
   */
  readonly webConfig?: NodeExporterWebConfig;

  /**
   * What it may do on the node.
   *
   * @default - Privileges.restricted(), or what the collectors named in `collectors.enable` need. Reading the clock (`timex`) needs no `SYS_TIME`.
   */
  readonly privileges?: Privileges;

  /**
   * Further arguments, such as `--collector.sysctl.include=vm.swappiness`. A flag that the options above write is refused here.
   *
   * @default - none
   */
  readonly extraArgs?: string[];

  /**
   * Further environment variables.
   *
   * @default - only HOST_IP and K8S_NODE_NAME
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * What it asks of the node. What is not said keeps its default, made to fit: a limit below the default request lowers the request.
   *
   * @default - CPU request 100m; memory request 64Mi, of which an ordinary node needs half; memory limit 180Mi, as in kube-prometheus; no CPU limit,
   * which would only make scrapes late
   */
  readonly resources?: DaemonResources;

  /**
   * Containers beside it, such as a proxy that checks who asks. They stand on the node's network too.
   *
   * @default - none
   */
  readonly containers?: DaemonContainer[];

  /**
   * What the containers beside it may ask of the Kubernetes API; the exporter itself asks nothing.
   *
   * @default - nothing; it gets no token
   */
  readonly kubernetesAccess?: KubernetesAccess[];
}

/** What is different on the nodes of a variant. */
export interface NodeExporterVariantOptions extends NodeExporterOptions, VariantOptions {
}

/** A node-exporter on every node. */
export interface NodeExporterDaemonProps extends NodeExporterOptions, DaemonOptions {
}
