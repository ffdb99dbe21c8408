import { EnvValue } from 'cdk8s-plus-27';
import { FluentBitBuffer, FluentBitMetadata, FluentBitMetrics } from './feature-options';
import { DaemonOptions } from '../../daemon/daemon-props';
import { DaemonResources } from '../../daemon/resources';
import { VariantOptions } from '../../daemon/variant';
import { DaemonVolume } from '../../daemon/volume';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { LogOutput } from '../log-output/log-output';
import { LogSource } from '../log-source/log-source';

/** How much Fluent Bit says in its own log (`log_level`). */
export enum FluentBitLogLevel {
  /** What does not work. */
  ERROR = 'error',
  /** Also what may stop working. */
  WARN = 'warn',
  /** Also what begins and ends. */
  INFO = 'info',
  /** Also what is done with each piece. */
  DEBUG = 'debug',
}

/** How Fluent Bit collects, buffers and describes logs: all that may differ from node to node. */
export interface FluentBitOptions {
  /**
   * From where events are taken.
   *
   * @default [LogSource.containerLogs()] - the node's containers
   */
  readonly sources?: LogSource[];

  /**
   * Whether the kernel tells of changes in files (`inotify_watcher`) in place of a look four times a second.
   *
   * @default false - root has 128 instances of inotify on a node by default, and whoever finds none left does not start (errno 24); upstream's true needs less CPU
   */
  readonly inotify?: boolean;

  /**
   * What events of containers learn from Kubernetes.
   *
   * @default - labels of their pods
   */
  readonly metadata?: FluentBitMetadata;

  /**
   * What is kept on the node until the destination has it.
   *
   * @default - at most 1 GiB on disk for each destination, tried for ever
   */
  readonly buffer?: FluentBitBuffer;

  /**
   * Metrics and probes.
   *
   * @default - on port 2020
   */
  readonly metrics?: FluentBitMetrics;

  /**
   * How much it says in its own log.
   *
   * @default FluentBitLogLevel.INFO - as upstream
   */
  readonly logLevel?: FluentBitLogLevel;

  /**
   * Further configuration in Fluent Bit's own YAML: `service`, `parsers`, `multiline_parsers` and `pipeline` with `inputs`, `filters` and `outputs`. Its entries come
   * after those that the options stand for, so that filters see all metadata; what it says of `service` wins. Secrets come from `env`, as `${NAME}`; one in
   * plain text is refused.
   *
   * @default - none
   * @see https://docs.fluentbit.io/manual/administration/configuring-fluent-bit/yaml
   */
  readonly extraConfig?: string;

  /**
   * Image with tag or digest: Fluent Bit 3.2 or newer, since older ones answer on no IPv6 address.
   *
   * @default cr.fluentbit.io/fluent/fluent-bit:5.1.1 - it has the plugins of all destinations
   */
  readonly image?: string;

  /**
   * What it asks of the node. What is not said keeps its default, made to fit: a limit below the default request lowers the request.
   *
   * @default - CPU request 100m; memory request 128Mi, as upstream suggests, and limit 256Mi, for the chunks in memory; no CPU limit, which makes logs late
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
   * @default - only /var/log and the state directory; upstream's /etc/machine-id is not needed, since the journal's directory is said
   */
  readonly hostPaths?: HostPath[];

  /**
   * Further files from Secrets and ConfigMaps, such as scripts in Lua.
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
   * @default false - containerd and CRI-O write below `/var/log`; upstream mounts Docker's directory everywhere
   */
  readonly docker?: boolean;
}

/** What is different on the nodes of a variant. */
export interface FluentBitVariantOptions extends FluentBitOptions, VariantOptions {
  /**
   * Where everything is sent.
   *
   * @default - the daemon's: logs of all nodes belong together
   */
  readonly output?: LogOutput;
}

/** A Fluent Bit on every node. */
export interface FluentBitDaemonProps extends FluentBitOptions, DaemonOptions {
  /** Where everything is sent. */
  readonly output: LogOutput;
}
