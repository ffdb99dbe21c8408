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

/** Where events wait between inputs and outputs. */
export interface LogstashQueue {
  /**
   * Whether they wait on the node's disk, in the state directory (`queue.type: persisted`).
   *
   * @default true - Logstash's own default loses with a restart what was read and not yet sent, since the positions in the files are ahead of it
   */
  readonly persisted?: boolean;

  /**
   * How much disk they may take (`queue.max_bytes`). Logstash does not start on a node that has less free; a full queue stops reading.
   *
   * @default Size.gibibytes(1) - Logstash's own
   */
  readonly maxSize?: Size;
}

/** What Logstash collects, and how. */
export interface LogstashOptions {
  /**
   * From where events come: files. What the journal holds, and what programs send by the `forward` protocol, Logstash cannot take. A source's tag is among
   * the event's `tags`, without a wildcard; the path is in `[log][file][path]`. Files are excluded by name, so that `excludePaths` are in the directory of the
   * source's own path.
   *
   * @default - the logs of the node's containers (`LogSource.containerLogs()`, with the tag `kubernetes`)
   */
  readonly sources?: LogSource[];

  /**
   * Image with tag or digest, of Logstash 9. `LogOutput.opensearch()` needs one of yours with the plugin `logstash-output-opensearch`.
   *
   * @default docker.elastic.co/logstash/logstash:9.5.1 - the release that these options were written for
   */
  readonly image?: string;

  /**
   * Whether the nodes run Docker, where the files of `/var/log/pods` are links into `/var/lib/docker/containers`, in Docker's own format.
   *
   * @default false - containerd and CRI-O write below `/var/log`
   */
  readonly docker?: boolean;

  /**
   * Plugins at the end of the block `filter`, in Logstash's own language. Secrets come from `env`, as `${NAME}`; one in plain text is refused.
   *
   * @default - none
   */
  readonly extraFilters?: string;

  /**
   * How many threads run filters and outputs (`pipeline.workers`).
   *
   * @default 2 - Logstash's own default is the number of CPUs of the node, each with a batch of its own in the heap
   */
  readonly pipelineWorkers?: number;

  /**
   * How many events a worker takes at once (`pipeline.batch.size`).
   *
   * @default - Logstash's own: 125
   */
  readonly batchSize?: number;

  /**
   * Where events wait.
   *
   * @default - 1 GiB on the node's disk
   */
  readonly queue?: LogstashQueue;

  /**
   * Memory of Java (`-Xms` and `-Xmx`, which should be one).
   *
   * @default - 55 % of the memory limit: the rest is for what Java keeps outside of it
   */
  readonly heap?: Size;

  /**
   * Port of the HTTP interface (`api.http.port`), which probes ask. It tells everybody who can connect of versions, plugins and amounts; say by `networkPolicy`
   * who may.
   *
   * @default 9600 - Logstash's own
   */
  readonly port?: number;

  /**
   * What it asks of the node. What is not said keeps its default, made to fit: a limit below the default request lowers the request.
   *
   * @default - CPU request 500m; memory request and limit 1536Mi, as in the former chart of Elastic; no CPU limit, which would make its start even slower
   */
  readonly resources?: DaemonResources;

  /**
   * Further environment variables, for `extraFilters` and for the SDKs of clouds. What is secret comes from a Secret: `EnvValue.fromSecretValue`.
   * `LS_JAVA_OPTS` takes the place of the daemon's own, its heap included.
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
   * Further files from Secrets and ConfigMaps, such as patterns and dictionaries for `extraFilters`.
   *
   * @default - only those that the destinations need
   */
  readonly volumes?: DaemonVolume[];

  /**
   * What it may do on the node.
   *
   * @default Privileges.root() - uid 0 without a capability reads what root owns, which the image's own uid 1000 cannot; nodes with SELinux enforced (OpenShift) need more
   */
  readonly privileges?: Privileges;
}

/** What is different on the nodes of a variant. */
export interface LogstashVariantOptions extends LogstashOptions, VariantOptions {
  /**
   * Where everything is sent.
   *
   * @default - the daemon's: logs of all nodes belong together
   */
  readonly output?: LogOutput;
}

/** A Logstash on every node. */
export interface LogstashDaemonProps extends LogstashOptions, DaemonOptions {
  /**
   * Where everything is sent: Elasticsearch, OpenSearch (with an image of yours), Kafka, S3, or its own standard output. Each of several gets everything, and one
   * that is away stops all. A private key is one of RSA. A password for Kafka has no quote and no backslash. S3 takes the permission `s3:PutObjectAcl` too, since
   * Logstash always names an access list.
   */
  readonly output: LogOutput;
}
