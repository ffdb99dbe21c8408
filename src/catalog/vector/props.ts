import { Size } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-27';
import { DaemonOptions } from '../../daemon/daemon-props';
import { DaemonResources } from '../../daemon/resources';
import { VariantOptions } from '../../daemon/variant';
import { DaemonVolume } from '../../daemon/volume';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { LogOutput } from '../log-output/log-output';
import { LogSource } from '../log-source/log-source';

/** How much Vector says in its own log (`VECTOR_LOG`). */
export enum VectorLogLevel {
  /** What does not work. */
  ERROR = 'error',
  /** Also what may stop working. */
  WARN = 'warn',
  /** Also what begins and ends. */
  INFO = 'info',
  /** Also what is done with each piece. */
  DEBUG = 'debug',
}

/** What happens when a buffer is full (`when_full`). */
export enum VectorWhenFull {
  /** Nothing more is read until there is room; files wait where they are, as long as the kubelet keeps them. */
  BLOCK = 'block',
  /** What is read is given up, so that another destination goes on. */
  DROP_NEWEST = 'drop_newest',
}

/** What Vector measures of the node (`collectors` of `host_metrics`), without more than the node's `/proc` and `/sys`. */
export enum VectorHostCollector {
  /** Use of the processors. */
  CPU = 'cpu',
  /** Use of the disks' devices. */
  DISK = 'disk',
  /** Load averages. */
  LOAD = 'load',
  /** Use of memory. */
  MEMORY = 'memory',
  /** When the node has started, and how many processors it has. */
  HOST = 'host',
  /** Use by each control group: many metrics. */
  CGROUPS = 'cgroups',
}

/**
 * What is kept on the node's disk until a destination has it (`buffer`, `type: disk`).
 *
 * @see https://vector.dev/docs/architecture/buffering-model/
 */
export interface VectorBuffer {
  /**
   * How much of the node's disk each destination takes (`max_size`): at least 257 MiB, since two of Vector's files must fit, and a little more.
   *
   * @default Size.gibibytes(1) - it must not fill the disk that the node's pods share; upstream keeps 500 events in memory and loses them at each restart
   */
  readonly maxSize?: Size;

  /**
   * What happens when it is full.
   *
   * @default VectorWhenFull.BLOCK - as upstream: nothing is lost that the node still has
   */
  readonly whenFull?: VectorWhenFull;
}

/**
 * What events of containers learn from Kubernetes (`kubernetes_logs`). Vector finds the files by the pods that the API server tells it, so this cannot be switched off:
 * it may list and watch pods and nodes, and namespaces if it is asked for them.
 *
 * @see https://vector.dev/docs/reference/configuration/sources/kubernetes_logs/
 */
export interface VectorMetadata {
  /**
   * Labels of the pods.
   *
   * @default true - logs are searched by them
   */
  readonly podLabels?: boolean;

  /**
   * Annotations of the pods.
   *
   * @default false - they are long and some change often; upstream adds them
   */
  readonly podAnnotations?: boolean;

  /**
   * Labels of the namespaces (`insert_namespace_fields`). Only with them the label `vector.dev/exclude` of a namespace has an effect.
   *
   * @default false - all namespaces would be watched from every node; upstream adds them
   */
  readonly namespaceLabels?: boolean;

  /**
   * Labels of the node.
   *
   * @default false - the node's name says which they are; upstream adds them to every line
   */
  readonly nodeLabels?: boolean;

  /**
   * Which pods' logs are read, as a label selector (`extra_label_selector`), such as `team=payments,tier!=debug`.
   *
   * @default - all, except those with the label `vector.dev/exclude: "true"`, as upstream
   */
  readonly podSelector?: string;

  /**
   * Pods of which namespaces, as a label selector (`extra_namespace_label_selector`). All namespaces are watched for it.
   *
   * @default - all
   */
  readonly namespaceSelector?: string;

  /**
   * Whether dots in the names of labels become underscores. Elasticsearch and OpenSearch take `app.kubernetes.io/name` as a field inside `app`, and refuse every event of
   * a pod that also has a label `app`.
   *
   * @default true - for Elasticsearch and OpenSearch, others keep names as they are; upstream loses logs
   */
  readonly replaceDots?: boolean;
}

/** Metrics for Prometheus (`prometheus_exporter`), under `/metrics`. */
export interface VectorMetrics {
  /**
   * Whether there are any.
   *
   * @default true - without them nobody notices a Vector that hangs, unless `api` answers
   */
  readonly enabled?: boolean;

  /**
   * Port, declared under the name `metrics`.
   *
   * @default 9090 - as in upstream's chart
   */
  readonly port?: number;

  /**
   * What is measured of the node beside Vector itself. File systems, networks and processes are not offered: for them Vector would see its own container's.
   *
   * @default - nothing: `/proc` and `/sys` of the node are not mounted, and a NodeExporterDaemon measures more; upstream measures, and prints to its log
   */
  readonly hostCollectors?: VectorHostCollector[];
}

/** Vector's API, with which `vector top` and `vector tap` look inside. */
export interface VectorApi {
  /**
   * Whether there is one. It asks for no password, and `vector tap` shows every event: say with `networkPolicy` who may reach it. Probes then ask it (`/health`).
   *
   * @default false - everybody in the cluster could read all logs; upstream's chart opens it inside the pod
   */
  readonly enabled?: boolean;

  /**
   * Port, declared under the name `api`.
   *
   * @default 8686 - Vector's own
   */
  readonly port?: number;
}

/** How Vector collects, buffers and describes logs: all that may differ from node to node. */
export interface VectorOptions {
  /**
   * From where events are taken. The tag becomes the field `tag`. Container logs are read below `/var/log/pods`, where names of files have another order; patterns for
   * `/var/log/containers` are translated. Without a format, only times as in RFC 3339 are understood.
   *
   * @default [LogSource.containerLogs()] - the node's containers
   */
  readonly sources?: LogSource[];

  /**
   * What events of containers learn from Kubernetes.
   *
   * @default - labels of their pods
   */
  readonly metadata?: VectorMetadata;

  /**
   * A program in VRL that every event goes through before it is sent; one that it ends by `abort` is left out, one at which it fails is sent as it came. The time is in
   * `."@timestamp"`, the source's tag in `.tag`. A `$` means itself; environment variables are read by `get_env_var!("NAME")`.
   *
   * @default - none: events are sent as they are read
   * @see https://vector.dev/docs/reference/vrl/
   */
  readonly remap?: string;

  /**
   * What is kept on the node until the destination has it.
   *
   * @default - at most 1 GiB on disk for each destination, tried for ever
   */
  readonly buffer?: VectorBuffer;

  /**
   * Whether read positions move only when each destination has the events, or has them in its buffer on disk (`acknowledgements`). Files, the journal and the forward
   * protocol know it; of container logs Vector notes at once what it has read, so that a crash, though no stop, loses what has not reached the buffer.
   *
   * @default true - a crash repeats some events and loses none; upstream's false loses what is in memory
   */
  readonly acknowledgements?: boolean;

  /**
   * Metrics and probes.
   *
   * @default - of Vector itself, on port 9090
   */
  readonly metrics?: VectorMetrics;

  /**
   * Vector's API.
   *
   * @default - none
   */
  readonly api?: VectorApi;

  /**
   * Address on which Vector listens: for metrics, the API and `LogSource.forward`.
   *
   * @default '::' - both families; nodes whose kernel has no IPv6 at all need `0.0.0.0`, which is upstream's and answers in no cluster of IPv6
   */
  readonly listenAddress?: string;

  /**
   * How much it says in its own log.
   *
   * @default VectorLogLevel.INFO - as upstream
   */
  readonly logLevel?: VectorLogLevel;

  /**
   * Further configuration in Vector's own YAML, merged mapping by mapping with what the options stand for: what it says wins, so that
   * `sinks: { out_elasticsearch: { inputs: [mine] } }` leads events through a transform `mine`. A `$` that begins no variable is written `$$`. Secrets come from `env`, as
   * `${NAME}`; one in plain text is refused.
   *
   * @default - none
   * @see https://vector.dev/docs/reference/configuration/
   */
  readonly extraConfig?: string;

  /**
   * Image with tag or digest. One for `LogSource.systemd` has `journalctl`.
   *
   * @default docker.io/timberio/vector:0.56.0-distroless-libc - as in upstream's chart; with `LogSource.systemd` its flavour `debian`, since only that has `journalctl`
   */
  readonly image?: string;

  /**
   * What it asks of the node. What is not said keeps its default, made to fit: a limit below the default request lowers the request.
   *
   * @default - CPU request 100m; memory request 256Mi, as upstream suggests, and limit 512Mi, for what is gathered to be sent; no CPU limit, which makes logs late
   */
  readonly resources?: DaemonResources;

  /**
   * Further environment variables, for `extraConfig`. What is secret comes from a Secret: `EnvValue.fromSecretValue`.
   *
   * @default - only those that the configuration needs
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * Further paths of the node, for `LogSource.tail`.
   *
   * @default - only /var/log and the state directory, with `hostCollectors` also /proc and /sys; upstream mounts all of /var/lib
   */
  readonly hostPaths?: HostPath[];

  /**
   * Further files from Secrets and ConfigMaps, such as tables for `enrichment_tables`.
   *
   * @default - only those that the destinations need
   */
  readonly volumes?: DaemonVolume[];

  /**
   * What it may do on the node.
   *
   * @default Privileges.root() - uid 0 without a capability reads what root owns; nodes with SELinux enforced (OpenShift) need more
   */
  readonly privileges?: Privileges;

  /**
   * Whether the nodes run Docker, where the files of `/var/log/pods` are links into `/var/lib/docker/containers`.
   *
   * @default false - containerd and CRI-O write below `/var/log`
   */
  readonly docker?: boolean;
}

/** What is different on the nodes of a variant. */
export interface VectorVariantOptions extends VectorOptions, VariantOptions {
  /**
   * Where everything is sent.
   *
   * @default - the daemon's: logs of all nodes belong together
   */
  readonly output?: LogOutput;
}

/** A Vector on every node. */
export interface VectorDaemonProps extends VectorOptions, DaemonOptions {
  /** Where everything is sent. Vector has no sink for the forward protocol of Fluentd. */
  readonly output: LogOutput;
}
