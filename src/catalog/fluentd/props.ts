import { Duration, Size } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-27';
import { DaemonOptions } from '../../daemon/daemon-props';
import { DaemonResources } from '../../daemon/resources';
import { VariantOptions } from '../../daemon/variant';
import { DaemonVolume } from '../../daemon/volume';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { LogOutput } from '../log-output/log-output';
import { LogSource } from '../log-source/log-source';

/** What happens when a buffer is full (`overflow_action`). */
export enum FluentdOverflow {
  /** Reading waits. Log files stay where they are until the kubelet rotates them away. */
  BLOCK = 'block',
  /** The event is refused: files are read again later, senders of `forward` are told. Events that were already joined or copied may be repeated. */
  THROW_EXCEPTION = 'throw_exception',
  /** The oldest events that have not been sent are given up for new ones. */
  DROP_OLDEST_CHUNK = 'drop_oldest_chunk',
}

/**
 * What is kept on the node's disk until the destination has it (`<buffer>`). With several destinations each has a buffer of its own.
 *
 * @see https://docs.fluentd.org/configuration/buffer-section
 */
export interface FluentdBuffer {
  /**
   * How many requests are on the way at once (`flush_thread_count`). Each holds up to one chunk in memory.
   *
   * @default 2 - one slow request does not stop the next; a node that writes more than its requests carry needs more
   */
  readonly flushThreads?: number;

  /**
   * How long events wait for others to be sent with (`flush_interval`). S3 waits for its own `interval` instead.
   *
   * @default Duration.seconds(5) - logs are seen while somebody waits for them; upstream's is 60 seconds
   */
  readonly flushInterval?: Duration;

  /**
   * How large a request becomes (`chunk_limit_size`). What a destination refuses as too large is tried again for ever.
   *
   * @default - 8 MiB; S3 64 MiB, for larger objects; Kafka 512 KiB, since brokers refuse batches of more than 1 MiB; upstream's is 256 MiB
   */
  readonly chunkLimit?: Size;

  /**
   * How much of the node's disk a buffer takes (`total_limit_size`).
   *
   * @default Size.mebibytes(512) - it must not fill the disk that the node's pods share; upstream's 64 GiB would
   */
  readonly totalLimit?: Size;

  /**
   * Longest time between two tries (`retry_max_interval`); it doubles from one second.
   *
   * @default Duration.seconds(30) - soon back when the destination is
   */
  readonly retryMaxInterval?: Duration;

  /**
   * How long is tried (`retry_timeout`); what has not been sent by then is given up.
   *
   * @default - for ever (`retry_forever`): the disk's limit decides, not the length of an outage; upstream's is 72 hours
   */
  readonly retryTimeout?: Duration;

  /**
   * What happens when the buffer is full.
   *
   * @default FluentdOverflow.BLOCK - nothing is lost as long as the files are there
   */
  readonly overflow?: FluentdOverflow;
}

/**
 * What events of containers learn from the Kubernetes API (filter `kubernetes_metadata`). While it is on, the daemon may read pods and namespaces.
 *
 * @see https://github.com/fabric8io/fluent-plugin-kubernetes_metadata_filter
 */
export interface FluentdMetadata {
  /**
   * Whether anything is asked.
   *
   * @default - true as soon as a source reads container logs; without it events have no more than what their tag says
   */
  readonly enabled?: boolean;

  /**
   * Labels of the pods.
   *
   * @default true - logs are searched by them
   */
  readonly podLabels?: boolean;

  /**
   * Id and labels of the namespaces.
   *
   * @default true - teams are told apart by them
   */
  readonly namespaceMetadata?: boolean;

  /**
   * Image and image id of the containers.
   *
   * @default true - which version wrote a line is often the question
   */
  readonly containerImages?: boolean;

  /**
   * Owners of the pods (ReplicaSet, Job …).
   *
   * @default false - as upstream; pods' names tell it, mostly
   */
  readonly ownerReferences?: boolean;

  /**
   * Annotations of pods and namespaces whose key matches one of these regular expressions of Ruby.
   *
   * @default - none: they are long and some change often
   */
  readonly annotations?: string[];

  /**
   * Whether changes are watched. Else each pod is asked for once an hour.
   *
   * @default true - one watch per node, for its own pods only (`K8S_NODE_NAME`)
   */
  readonly watch?: boolean;

  /**
   * Whether dots in the names of labels and annotations become underscores. Elasticsearch and OpenSearch take `app.kubernetes.io/name` as a field
   * inside `app`, and refuse every event of a pod that also has a label `app`.
   *
   * @default - true if a destination is Elasticsearch or OpenSearch; others keep names as they are
   */
  readonly replaceDots?: boolean;
}

/** Fluentd's own metrics, in the format of Prometheus. The kubelet's probes ask here too. */
export interface FluentdMetrics {
  /**
   * Whether there are any.
   *
   * @default true - a full buffer is seen nowhere else; without them nobody notices a Fluentd that hangs
   */
  readonly enabled?: boolean;

  /**
   * Port, declared under the name `metrics`.
   *
   * @default 24231 - of Fluentd's Prometheus plugin
   */
  readonly port?: number;
}

/** How Fluentd collects, buffers and describes logs: all that may differ from node to node. */
export interface FluentdOptions {
  /**
   * From where events are taken.
   *
   * @default [LogSource.containerLogs()] - the node's containers
   */
  readonly sources?: LogSource[];

  /**
   * What events of containers learn from the Kubernetes API.
   *
   * @default - labels, names and images of their pods
   */
  readonly metadata?: FluentdMetadata;

  /**
   * What is kept on the node until the destination has it.
   *
   * @default - at most 512 MiB on disk for each destination, tried for ever
   */
  readonly buffer?: FluentdBuffer;

  /**
   * Fluentd's own metrics.
   *
   * @default - on port 24231
   */
  readonly metrics?: FluentdMetrics;

  /**
   * Further configuration in Fluentd's own language: sources, filters, matches, labels. It stands before the final `<match **>`, so that its filters take
   * effect. The labels `@FLUENT_LOG` and `@CRI` are taken. Secrets come from `env`, as `"#{ENV['NAME']}"`; one in plain text is refused.
   *
   * @default - none
   */
  readonly extraConfig?: string;

  /**
   * Image with tag or digest. It needs Fluentd 1.18 or newer, `tini`, `sh` and the plugins that the options stand for.
   *
   * @default - docker.io/fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-<destination>-1.1, which has the plugin of the destination; several need one of yours
   */
  readonly image?: string;

  /**
   * What it asks of the node. What is not said keeps its default, made to fit: a limit below the default request lowers the request.
   *
   * @default - CPU request 100m; memory request 256Mi and limit 512Mi: Ruby and its chunks outgrow upstream's 200Mi; no CPU limit, which makes logs late
   */
  readonly resources?: DaemonResources;

  /**
   * Further environment variables, for `extraConfig` and for the SDKs of clouds. What is secret comes from a Secret: `EnvValue.fromSecretValue`.
   *
   * @default - only those that the configuration needs
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * Further paths of the node, for `LogSource.tail`.
   *
   * @default - only /var/log and the state directory
   */
  readonly hostPaths?: HostPath[];

  /**
   * Further files from Secrets and ConfigMaps. Plugins of your own (`*.rb`) go to `/fluentd/plugins`.
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
   * Whether the nodes run Docker, where the files of `/var/log/pods` are links into `/var/lib/docker/containers`, in Docker's own format.
   *
   * @default false - containerd and CRI-O write below `/var/log`
   */
  readonly docker?: boolean;
}

/** What is different on the nodes of a variant. */
export interface FluentdVariantOptions extends FluentdOptions, VariantOptions {
  /**
   * Where everything is sent.
   *
   * @default - the daemon's: logs of all nodes belong together
   */
  readonly output?: LogOutput;
}

/** A Fluentd on every node. */
export interface FluentdDaemonProps extends FluentdOptions, DaemonOptions {
  /** Where everything is sent. */
  readonly output: LogOutput;
}
