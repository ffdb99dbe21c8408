import { Duration, Size } from 'cdk8s';

/**
 * What is kept on the node's disk until the destination has it (`storage.*`).
 *
 * @see https://docs.fluentbit.io/manual/administration/buffering-and-storage
 */
export interface FluentBitBuffer {
  /**
   * How much of the node's disk each destination takes (`storage.total_limit_size`; S3 `store_dir_limit_size`). When it is full, the oldest events are given
   * up: Fluent Bit knows no other way with a buffer on disk.
   *
   * @default Size.gibibytes(1) - it must not fill the disk that the node's pods share; upstream has no limit
   */
  readonly totalLimit?: Size;

  /**
   * How many chunks of about 2 MB are in memory at once (`storage.max_chunks_up`); the others wait on disk.
   *
   * @default 32 - at most 64 MB, which the memory limit leaves room for; upstream's 128 take up to 256 MB
   */
  readonly chunksInMemory?: number;

  /**
   * How much of what an earlier pod left on disk is taken into memory at once (`storage.backlog.mem_limit`).
   *
   * @default Size.mebibytes(16) - the backlog leaves room for what is new
   */
  readonly backlogMemoryLimit?: Size;

  /**
   * How long events wait for others to be sent with (`flush`).
   *
   * @default Duration.seconds(1) - as upstream: logs are seen while somebody waits for them
   */
  readonly flushInterval?: Duration;

  /**
   * Longest time between two tries (`scheduler.cap`).
   *
   * @default Duration.seconds(30) - soon back when the destination is; upstream's is 2000 seconds
   */
  readonly retryMaxInterval?: Duration;

  /**
   * How often a piece is tried again (`retry_limit`); then it is given up.
   *
   * @default - for ever (`no_limits`): the disk's limit decides, not the length of an outage; upstream's own is 1
   */
  readonly retries?: number;
}

/** Pods are asked for at the node's own kubelet (`use_kubelet`). */
export interface FluentBitKubelet {
  /**
   * Port of the kubelet.
   *
   * @default 10250 - the kubelet's own
   */
  readonly port?: number;

  /**
   * Whether the certificates of the kubelet and of the API server are checked (`tls.verify`): the filter knows one switch for both. A kubelet has a certificate of
   * the cluster's authority only with `serverTLSBootstrap`; elsewhere false is needed, and whoever stands in between gets the daemon's token.
   *
   * @default true - a token is sent along
   */
  readonly verify?: boolean;

  /**
   * Whether the right is `nodes/proxy`, for kubelets before Kubernetes 1.33, which know no finer one. It also lets its owner run commands in every container.
   *
   * @default false - `nodes/pods`, with which pods can be listed and nothing else
   */
  readonly nodesProxy?: boolean;
}

/**
 * What events of containers learn from Kubernetes (filter `kubernetes`). While it is on, the daemon may read single pods, and namespaces if it is asked for their
 * labels; upstream's list and watch are not needed.
 *
 * @see https://docs.fluentbit.io/manual/data-pipeline/filters/kubernetes
 */
export interface FluentBitMetadata {
  /**
   * Whether anything is asked.
   *
   * @default - true as soon as a source reads container logs
   */
  readonly enabled?: boolean;

  /**
   * Labels of the pods (`labels`).
   *
   * @default true - logs are searched by them
   */
  readonly podLabels?: boolean;

  /**
   * Annotations of the pods (`annotations`).
   *
   * @default false - they are long and some change often; upstream adds them
   */
  readonly podAnnotations?: boolean;

  /**
   * Labels of the namespaces (`namespace_labels`).
   *
   * @default false - as upstream: it asks for each namespace too
   */
  readonly namespaceLabels?: boolean;

  /**
   * Owners of the pods (`owner_references`).
   *
   * @default false - as upstream; pods' names tell it, mostly
   */
  readonly ownerReferences?: boolean;

  /**
   * Whether a line that is a JSON object becomes fields of the event (`merge_log`).
   *
   * @default true - as upstream's chart
   */
  readonly mergeLog?: boolean;

  /**
   * Whether the line is kept beside the fields that came from it (`keep_log`).
   *
   * @default false - as upstream's chart: everything would be stored twice
   */
  readonly keepLog?: boolean;

  /**
   * Whether pods may name a parser for their lines (annotation `fluentbit.io/parser`, `k8s-logging.parser`): one of the image's own or of `extraConfig`.
   *
   * @default true - as upstream's chart
   */
  readonly parserAnnotation?: boolean;

  /**
   * Whether pods may keep their logs from being collected (annotation `fluentbit.io/exclude`, `k8s-logging.exclude`).
   *
   * @default true - as upstream's chart; false where logs must be complete
   */
  readonly excludeAnnotation?: boolean;

  /**
   * Ask the node's kubelet for the pods: in very large clusters the API server has enough to do.
   *
   * @default - the API server, which knows every right and has a certificate of the cluster's authority
   */
  readonly kubelet?: FluentBitKubelet;

  /**
   * Whether dots in the names of labels become underscores (`replace_dots` of the outputs). Elasticsearch and OpenSearch take `app.kubernetes.io/name` as a field
   * inside `app`, and refuse every event of a pod that also has a label `app`.
   *
   * @default true - for Elasticsearch and OpenSearch, others keep names as they are; upstream's false loses logs
   */
  readonly replaceDots?: boolean;
}

/** What makes a pod unready (`health_check`): more failures than allowed within a period. */
export interface FluentBitHealth {
  /**
   * Errors of outputs that are allowed (`hc_errors_count`).
   *
   * @default 5 - as upstream
   */
  readonly errors?: number;

  /**
   * Tries in vain that are allowed (`hc_retry_failure_count`).
   *
   * @default 5 - as upstream
   */
  readonly retryFailures?: number;

  /**
   * The period in which failures are counted (`hc_period`).
   *
   * @default Duration.minutes(1) - as upstream
   */
  readonly period?: Duration;
}

/** Fluent Bit's own HTTP server: metrics for Prometheus (`/api/v2/metrics/prometheus`) and the pages that the kubelet's probes ask for. */
export interface FluentBitMetrics {
  /**
   * Whether there is one.
   *
   * @default true - without it nobody notices a Fluent Bit that hangs
   */
  readonly enabled?: boolean;

  /**
   * Port, declared under the name `metrics`.
   *
   * @default 2020 - Fluent Bit's own
   */
  readonly port?: number;

  /**
   * Whether a pod whose destination fails counts as unready. A rollout then stops at a definition that cannot send; but while a destination is away, no
   * rollout goes on, and Services (`LogSource.forward`) lead nowhere although the buffer would take everything. It needs an image as new as the default one.
   *
   * @default - no: ready is who answers; upstream's chart counts failures
   */
  readonly health?: FluentBitHealth;
}
