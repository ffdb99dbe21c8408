import { LogParser } from './log-parser';

/** Options of `LogSource.containerLogs`. */
export interface ContainerLogsOptions {
  /**
   * Files to read, with wildcards, several with commas between them. With metadata they are in `/var/log/containers`, since the names there say which pod
   * and container wrote a file.
   *
   * @default /var/log/containers/*.log - where the kubelet links the log of each container under its pod's name
   */
  readonly path?: string;

  /**
   * Files to leave out, with wildcards, such as `/var/log/containers/*_kube-system_*.log`. The daemon's own logs are always left out.
   *
   * @default - only the daemon's own: a collector that reads its own messages never ends
   */
  readonly excludePaths?: string[];

  /**
   * Tag of the events, under which read positions are kept; `*` stands for the file's path, from which the Kubernetes metadata are found.
   *
   * @default - what filters for the product on Kubernetes are written for: `kubernetes.*` for Fluentd, `kube.*` for Fluent Bit, `kubernetes` for Vector and
   * Logstash, which has no `*`
   */
  readonly tag?: string;

  /**
   * How a line becomes an event.
   *
   * @default LogParser.cri() - what containerd and CRI-O write, `LogParser.json()` with `docker`; the default of Fluentd's image is Docker's format
   */
  readonly parser?: LogParser;

  /**
   * Whether files that appear for the first time are read from their beginning.
   *
   * @default true - a container's first lines tell most, and a new file is seen a moment after them; upstream's false (Fluent Bit) loses them
   */
  readonly readFromHead?: boolean;
}

/** Options of `LogSource.systemd`. */
export interface SystemdOptions {
  /**
   * Units to read, such as `kubelet` or `docker.socket`; without an ending a `.service`.
   *
   * @default - the whole journal, kernel included
   */
  readonly units?: string[];

  /**
   * Directory of the journal, below a mounted path.
   *
   * @default /var/log/journal - the persistent journal; a node that keeps its journal in memory (`/run/log/journal`) needs `hostPaths`
   */
  readonly path?: string;

  /**
   * Tag of the events, under which the read position is kept.
   *
   * @default - as upstream: `systemd` for Fluentd and Vector, `host.*` for Fluent Bit, where `*` stands for the unit
   */
  readonly tag?: string;

  /**
   * Whether the first start reads what the journal already holds.
   *
   * @default true - what happened while the node came up is often what is asked for; the chart of Fluent Bit skips it
   */
  readonly readFromHead?: boolean;
}

/** Options of `LogSource.tail`. */
export interface TailOptions {
  /** Files to read, with wildcards, several with commas between them: below `/var/log`, or below a path that `hostPaths` mounts. */
  readonly path: string;

  /** Tag of the events; unique among the sources, since read positions are kept under it. `*` stands for the file's path. */
  readonly tag: string;

  /**
   * Files to leave out, with wildcards.
   *
   * @default - none, or the daemon's own where `path` covers them
   */
  readonly excludePaths?: string[];

  /**
   * How a line becomes an event.
   *
   * @default LogParser.none() - the whole line; nothing is lost where lines differ
   */
  readonly parser?: LogParser;

  /**
   * Whether files that appear for the first time are read from their beginning.
   *
   * @default true - as for container logs
   */
  readonly readFromHead?: boolean;
}

/** Options of `LogSource.forward`. */
export interface ForwardSourceOptions {
  /**
   * Port on which events are taken; declared under the name `forward`.
   *
   * @default 24224 - the protocol's own
   */
  readonly port?: number;
}
