import { Size } from 'cdk8s';

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
