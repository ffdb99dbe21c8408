import { LogParser } from '../log-parser';

/** Options of `FluentdSource.containerLogs`. */
export interface FluentdContainerLogsOptions {
  /**
   * Files to read, with wildcards, as the daemon sees them.
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
   * @default kubernetes.* - what filters for Fluentd on Kubernetes are written for
   */
  readonly tag?: string;

  /**
   * How a line becomes an event.
   *
   * @default LogParser.cri() - what containerd and CRI-O write, `LogParser.json()` with `docker`; the image's own default is Docker's format
   */
  readonly parser?: LogParser;

  /**
   * Whether files that appear for the first time are read from their beginning.
   *
   * @default true - a container's first lines tell most, and a new file is seen a moment after them
   */
  readonly readFromHead?: boolean;
}

/** Options of `FluentdSource.systemd`. */
export interface FluentdSystemdOptions {
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
   * Tag of the events.
   *
   * @default systemd - where they come from
   */
  readonly tag?: string;

  /**
   * Whether the first start reads what the journal already holds.
   *
   * @default true - what happened while the node came up is often what is asked for
   */
  readonly readFromHead?: boolean;
}

/** Options of `FluentdSource.tail`. */
export interface FluentdTailOptions {
  /** Files to read, with wildcards, as the daemon sees them: below `/var/log`, or below a path that `hostPaths` mounts. */
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

/** Options of `FluentdSource.forward`. */
export interface FluentdForwardSourceOptions {
  /**
   * Port on which events are taken; declared under the name `forward`.
   *
   * @default 24224 - the protocol's own
   */
  readonly port?: number;
}

/** @internal */
export type FluentdSourceData =
  | { readonly kind: 'containers'; readonly options: FluentdContainerLogsOptions }
  | { readonly kind: 'systemd'; readonly options: FluentdSystemdOptions }
  | { readonly kind: 'tail'; readonly options: FluentdTailOptions }
  | { readonly kind: 'forward'; readonly options: FluentdForwardSourceOptions };

/**
 * From where Fluentd takes events. Positions are kept in the daemon's state directory, so that a restart neither loses nor repeats.
 *
 * @example
 * const sources = [
 *   FluentdSource.containerLogs({ excludePaths: ['/var/log/containers/*_kube-system_*.log'] }),
 *   FluentdSource.systemd({ units: ['kubelet', 'containerd'] }),
 *   FluentdSource.tail({ path: '/var/log/audit/audit.log', tag: 'audit' }),
 * ];
 */
export class FluentdSource {
  /** The logs of the node's containers. */
  public static containerLogs(options: FluentdContainerLogsOptions = {}): FluentdSource {
    return new FluentdSource({ kind: 'containers', options: { ...options, excludePaths: options.excludePaths && [...options.excludePaths] } });
  }

  /** The node's journal. */
  public static systemd(options: FluentdSystemdOptions = {}): FluentdSource {
    return new FluentdSource({ kind: 'systemd', options: { ...options, units: options.units && [...options.units] } });
  }

  /** Any log files of the node. */
  public static tail(options: FluentdTailOptions): FluentdSource {
    return new FluentdSource({ kind: 'tail', options: { ...options, excludePaths: options.excludePaths && [...options.excludePaths] } });
  }

  /**
   * What programs send by Fluentd's `forward` protocol, unencrypted. Let them find the daemon by `Discovery.nodeLocalService({ ports: ['forward'] })` or
   * `Discovery.hostPort('forward')`, and say with `networkPolicy` who may send.
   */
  public static forward(options: FluentdForwardSourceOptions = {}): FluentdSource {
    return new FluentdSource({ kind: 'forward', options: { ...options } });
  }

  private constructor(
    /** @internal */
    public readonly _data: FluentdSourceData,
  ) {
  }
}
