import { ContainerLogsOptions, ForwardSourceOptions, SystemdOptions, TailOptions } from './options';

/** @internal */
export type LogSourceData =
  | { readonly kind: 'containers'; readonly options: ContainerLogsOptions }
  | { readonly kind: 'systemd'; readonly options: SystemdOptions }
  | { readonly kind: 'tail'; readonly options: TailOptions }
  | { readonly kind: 'forward'; readonly options: ForwardSourceOptions };

/**
 * From where a log collector takes events, whichever product it is. Read positions are kept in the daemon's state directory, so that a restart neither loses
 * nor repeats. What a product cannot read is an error at synth.
 *
 * @example
 * const sources = [
 *   LogSource.containerLogs({ excludePaths: ['/var/log/containers/*_kube-system_*.log'] }),
 *   LogSource.systemd({ units: ['kubelet', 'containerd'] }),
 *   LogSource.tail({ path: '/var/log/audit/audit.log', tag: 'audit' }),
 * ];
 */
export class LogSource {
  /** The logs of the node's containers. Lines that the runtime has cut are joined again. */
  public static containerLogs(options: ContainerLogsOptions = {}): LogSource {
    return new LogSource({ kind: 'containers', options: { ...options, excludePaths: options.excludePaths && [...options.excludePaths] } });
  }

  /** The node's journal. */
  public static systemd(options: SystemdOptions = {}): LogSource {
    return new LogSource({ kind: 'systemd', options: { ...options, units: options.units && [...options.units] } });
  }

  /** Any log files of the node. */
  public static tail(options: TailOptions): LogSource {
    return new LogSource({ kind: 'tail', options: { ...options, excludePaths: options.excludePaths && [...options.excludePaths] } });
  }

  /**
   * What programs send by the `forward` protocol of Fluentd, unencrypted. Let them find the daemon by `Discovery.nodeLocalService({ ports: ['forward'] })` or
   * `Discovery.hostPort('forward')`, and say with `networkPolicy` who may send.
   */
  public static forward(options: ForwardSourceOptions = {}): LogSource {
    return new LogSource({ kind: 'forward', options: { ...options } });
  }

  private constructor(
    /** @internal */
    public readonly _data: LogSourceData,
  ) {
  }
}
