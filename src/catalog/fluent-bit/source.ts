import { LogParser } from '../log-parser';

/** Options of `FluentBitSource.containerLogs`. */
export interface FluentBitContainerLogsOptions {
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
   * Tag of the events; `*` stands for the file's path, from which the Kubernetes metadata are found.
   *
   * @default kube.* - what filters for Fluent Bit on Kubernetes are written for
   */
  readonly tag?: string;

  /**
   * Whether files that appear for the first time are read from their beginning (`read_from_head`).
   *
   * @default true - a container's first lines tell most, and a new file is seen a moment after them; upstream's false loses them
   */
  readonly readFromHead?: boolean;

  /**
   * Whether the kernel tells of changes (`inotify_watcher`) in place of a look four times a second.
   *
   * @default false - root has 128 instances of inotify on a node by default, and whoever finds none left does not start (errno 24); upstream's true needs less CPU
   */
  readonly inotify?: boolean;
}

/** Options of `FluentBitSource.systemd`. */
export interface FluentBitSystemdOptions {
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
   * Tag of the events; `*` stands for the unit.
   *
   * @default host.* - as upstream's chart
   */
  readonly tag?: string;

  /**
   * Whether the first start reads what the journal already holds (the opposite of `read_from_tail`).
   *
   * @default true - what happened while the node came up is often what is asked for; upstream's chart skips it
   */
  readonly readFromHead?: boolean;
}

/** Options of `FluentBitSource.tail`. */
export interface FluentBitTailOptions {
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
   * How a line becomes an event. The fields of `LogParser.cri()` are `time`, `stream` and `log`; `LogParser.none()` gives `log`. Times are read in the words of
   * strptime, to which `%L` belongs for a fraction of a second; `%N` is written as `%L`.
   *
   * @default LogParser.none() - the whole line; nothing is lost where lines differ
   */
  readonly parser?: LogParser;

  /**
   * Whether files that appear for the first time are read from their beginning (`read_from_head`).
   *
   * @default true - as for container logs
   */
  readonly readFromHead?: boolean;

  /**
   * Whether the kernel tells of changes (`inotify_watcher`) in place of a look four times a second.
   *
   * @default false - as for container logs
   */
  readonly inotify?: boolean;
}

/** Options of `FluentBitSource.forward`. */
export interface FluentBitForwardSourceOptions {
  /**
   * Port on which events are taken; declared under the name `forward`.
   *
   * @default 24224 - the protocol's own
   */
  readonly port?: number;
}

/** @internal */
export type FluentBitSourceData =
  | { readonly kind: 'containers'; readonly options: FluentBitContainerLogsOptions }
  | { readonly kind: 'systemd'; readonly options: FluentBitSystemdOptions }
  | { readonly kind: 'tail'; readonly options: FluentBitTailOptions }
  | { readonly kind: 'forward'; readonly options: FluentBitForwardSourceOptions };

/**
 * From where Fluent Bit takes events. Positions are kept in the daemon's state directory, so that a restart neither loses nor repeats; upstream's chart
 * keeps none.
 *
 * @example
 * const sources = [
 *   FluentBitSource.containerLogs({ excludePaths: ['/var/log/containers/*_kube-system_*.log'] }),
 *   FluentBitSource.systemd({ units: ['kubelet', 'containerd'] }),
 *   FluentBitSource.tail({ path: '/var/log/audit/audit.log', tag: 'audit' }),
 * ];
 */
export class FluentBitSource {
  /** The logs of the node's containers. Lines that the runtime has cut are joined again. */
  public static containerLogs(options: FluentBitContainerLogsOptions = {}): FluentBitSource {
    return new FluentBitSource({ kind: 'containers', options: { ...options, excludePaths: options.excludePaths && [...options.excludePaths] } });
  }

  /** The node's journal. */
  public static systemd(options: FluentBitSystemdOptions = {}): FluentBitSource {
    return new FluentBitSource({ kind: 'systemd', options: { ...options, units: options.units && [...options.units] } });
  }

  /** Any log files of the node. */
  public static tail(options: FluentBitTailOptions): FluentBitSource {
    return new FluentBitSource({ kind: 'tail', options: { ...options, excludePaths: options.excludePaths && [...options.excludePaths] } });
  }

  /**
   * What programs send by the `forward` protocol, unencrypted. Let them find the daemon by `Discovery.nodeLocalService({ ports: ['forward'] })` or
   * `Discovery.hostPort('forward')`, and say with `networkPolicy` who may send.
   */
  public static forward(options: FluentBitForwardSourceOptions = {}): FluentBitSource {
    return new FluentBitSource({ kind: 'forward', options: { ...options } });
  }

  private constructor(
    /** @internal */
    public readonly _data: FluentBitSourceData,
  ) {
  }
}
