import { EnvValue } from 'cdk8s-plus-27';
import { VectorApi, VectorBuffer, VectorMetadata, VectorMetrics } from './feature-options';
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
