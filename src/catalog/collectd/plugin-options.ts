import { HostPath } from '../../host/host-path';

/** What is reported of the processors. */
export interface CollectdCpuOptions {
  /**
   * A set of counters for each processor (`ReportByCpu`), in place of one of percentages for all together.
   *
   * @default false - collectd's own default gives as many series as the largest node has processors, times eight
   */
  readonly reportByCpu?: boolean;

  /**
   * Percentages in place of counters for each processor (`ValuesPercentage`); of all together there are percentages only.
   *
   * @default false - as collectd decides; Prometheus makes percentages from counters over any time
   */
  readonly valuesPercentage?: boolean;
}

/** Which file systems of the node are measured, and how. Paths are those of the node. */
export interface CollectdDfOptions {
  /**
   * The only mount points to measure (`MountPoint`), as absolute paths of the node.
   *
   * @default - all, without those that pods bring (volumes, sandboxes), which would give new series with each pod
   */
  readonly mountPoints?: string[];

  /**
   * The only types of file systems to measure (`FSType`), such as `ext4`, or `/regular expression/`.
   *
   * @default - all but those without storage of their own (proc, cgroup2, tmpfs, overlay, squashfs …)
   */
  readonly fsTypes?: string[];

  /**
   * Also count inodes (`ReportInodes`).
   *
   * @default true - a file system without inodes is as full as one without blocks; collectd's own default does not tell
   */
  readonly reportInodes?: boolean;

  /**
   * Percentages beside the bytes (`ValuesPercentage`).
   *
   * @default false - as collectd decides
   */
  readonly valuesPercentage?: boolean;
}

/** Which disks, network devices and the like a plugin measures. */
export interface CollectdSelection {
  /**
   * Names, or `/regular expressions/` (POSIX extended).
   */
  readonly names: string[];

  /**
   * Whether `names` are left out (`IgnoreSelected`).
   *
   * @default false - only they are measured, as collectd decides
   */
  readonly ignoreSelected?: boolean;
}

/** Of which processes the node counts how much. */
export interface CollectdProcessesOptions {
  /**
   * Names of programs as the kernel knows them, at most 15 characters (`Process`): memory, CPU and number of each.
   *
   * @default - none: only how many processes there are in which state
   */
  readonly names?: string[];

  /**
   * How long the processes of `names` wait for CPU, disk and memory (`CollectDelayAccounting`). collectd then becomes uid 0 with `NET_ADMIN`, which
   * the kernel asks for.
   *
   * @default false - as collectd decides
   */
  readonly delayAccounting?: boolean;
}

/** Which connections are counted by state. */
export interface CollectdTcpconnsOptions {
  /**
   * Ports of the node (`LocalPort`).
   *
   * @default - none
   */
  readonly localPorts?: number[];

  /**
   * Ports of the others (`RemotePort`).
   *
   * @default - none
   */
  readonly remotePorts?: number[];

  /**
   * Every port that somebody listens on (`ListeningPorts`).
   *
   * @default - true without other ports, as collectd decides, else false
   */
  readonly listeningPorts?: boolean;
}

/** A plugin by name, with what it needs of the node beyond what is known of it. */
export interface CollectdPluginOptions {
  /**
   * The inside of its block `<Plugin name>`, in collectd's own language. `${NAME}` within double quotes is replaced by the environment variable.
   *
   * @default - none: the plugin's defaults
   */
  readonly config?: string;

  /**
   * Linux capabilities that it needs, without the prefix `CAP_`. collectd then becomes uid 0, since a capability does not reach nobody.
   *
   * @default - what is known of the plugin: `ceph` `DAC_OVERRIDE`, `dns` and `ping` `NET_RAW`, `exec` `SETUID` and `SETGID`, `intel_pmu` `SYS_ADMIN`,
   * `iptables` `NET_ADMIN`; of others none
   */
  readonly capabilities?: string[];

  /**
   * Paths of the node that it reads.
   *
   * @default - what is known of the plugin: `ceph` `/run/ceph`; of others none
   */
  readonly hostPaths?: HostPath[];
}
