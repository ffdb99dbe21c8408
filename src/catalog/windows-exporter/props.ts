import { EnvValue } from 'cdk8s-plus-27';
import { DaemonOptions } from '../../daemon/daemon-props';
import { DaemonResources } from '../../daemon/resources';
import { VariantOptions } from '../../daemon/variant';

/**
 * Which collectors run. The exporter does not start with a name that its version does not know.
 *
 * @see https://github.com/prometheus-community/windows_exporter#collectors
 */
export interface WindowsExporterCollectors {
  /**
   * Collectors to run beside the default ones (`collectors.enabled` of its configuration).
   *
   * @default ['container', 'memory'] - as in the upstream chart: what each pod uses, and what the node has left
   */
  readonly enable?: string[];

  /**
   * Run only those of `enable`, and those that the options of `WindowsExporterOptions` turn on. The exporter cannot leave out a single one.
   *
   * @default false - the default ones (CPU, memory, disks, network, operating system, services) answer most questions
   */
  readonly disableDefaults?: boolean;
}

/**
 * Which of its objects a collector tells of. Regular expressions are those of Go (RE2): no look-ahead, no back-reference. Each has to match the whole
 * name: the exporter itself puts it between `^(?:` and `)$`.
 */
export interface WindowsExporterFilter {
  /**
   * The only names to tell of.
   *
   * @default - all that are not left out
   */
  readonly include?: string;

  /**
   * Names to leave out.
   *
   * @default - none
   */
  readonly exclude?: string;
}

/** What windows-exporter measures, and where it answers. */
export interface WindowsExporterOptions {
  /**
   * Image with tag or digest, for all Windows versions of the nodes.
   *
   * @default ghcr.io/prometheus-community/windows-exporter:0.31.8 - the release that these options were written for
   */
  readonly image?: string;

  /**
   * Port on the node.
   *
   * @default 9182 - Prometheus' own assignment
   */
  readonly port?: number;

  /**
   * Whether it answers on every address of every network of the node, and not only on the one that Kubernetes knows the node by (`status.hostIP`),
   * which Services and Prometheus use.
   *
   * @default false - the exporter's own default also serves a node's public and storage networks
   */
  readonly allInterfaces?: boolean;

  /**
   * Whether an init container lets the port through the node's firewall (`New-NetFirewallRule`, inbound, TCP). The rule is called
   * `windows-exporter-<port>`; each start replaces it, where the upstream chart adds another one. It stays when the daemon is deleted, until
   * `Remove-NetFirewallRule` takes it away.
   *
   * @default true - Windows refuses what no rule allows, so that nobody could ask for metrics; false where nodes come with such a rule
   */
  readonly firewallRule?: boolean;

  /**
   * Which collectors run.
   *
   * @default - the exporter's default ones, `container` and `memory`
   */
  readonly collectors?: WindowsExporterCollectors;

  /**
   * Services that are told of, by name and not by the name that is displayed (`--collector.service.include`, `.exclude`). It turns the collector
   * `service` on.
   *
   * @default - all services: about fourteen series for each
   */
  readonly services?: WindowsExporterFilter;

  /**
   * Processes that are told of (`--collector.process.include`, `.exclude`), without `.exe`. It turns the collector `process` on.
   *
   * @default - none: each process that starts would give new series
   */
  readonly processes?: WindowsExporterFilter;

  /**
   * Volumes that are told of, such as `C:` (`--collector.logical_disk.volume-include`, `.volume-exclude`). It turns the collector `logical_disk` on.
   *
   * @default - all volumes
   */
  readonly volumes?: WindowsExporterFilter;

  /**
   * Network interfaces that are told of (`--collector.net.nic-include`, `.nic-exclude`). It turns the collector `net` on.
   *
   * @default - all interfaces
   */
  readonly networkInterfaces?: WindowsExporterFilter;

  /**
   * Scheduled tasks that are told of, by path, such as `/Microsoft/.+` (`--collector.scheduled_task.include`, `.exclude`). It turns the collector
   * `scheduled_task` on.
   *
   * @default - none: it is no default collector
   */
  readonly scheduledTasks?: WindowsExporterFilter;

  /**
   * Directories of the node with metrics that other programs write (`*.prom`), such as `C:\\metrics`, with their subdirectories
   * (`--collector.textfile.directories`). They must exist. As a process of the node the exporter sees them without a mount. It turns the collector
   * `textfile` on.
   *
   * @default - none
   */
  readonly textfileDirectories?: string[];

  /**
   * The user of the node as which it runs (`runAsUserName`), such as `NT AUTHORITY\\Local service`, who sees less of other users' processes and
   * of containers. The init container stays SYSTEM, who may change the firewall.
   *
   * @default NT AUTHORITY\SYSTEM - the collector `container` asks the node's container service, which answers administrators only
   */
  readonly user?: string;

  /**
   * Further arguments, such as `--scrape.timeout-margin=1`. A flag that the options above write is refused here.
   *
   * @default - none
   */
  readonly extraArgs?: string[];

  /**
   * Further environment variables.
   *
   * @default - only HOST_IP and K8S_NODE_NAME
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * What it asks of the node. What is not said keeps its default, made to fit: a limit below the default request lowers the request.
   *
   * @default - CPU request 100m; memory request 64Mi; memory limit 256Mi, where the upstream chart has none: Windows has no OOM killer, so that a
   * leak would slow down the whole node; no CPU limit, which would only make scrapes late
   */
  readonly resources?: DaemonResources;
}

/** What is different on the nodes of a variant. */
export interface WindowsExporterVariantOptions extends WindowsExporterOptions, VariantOptions {
}

/** A windows-exporter on every Windows node. Its `placement` has to be of Windows nodes too: `Placement.windowsNodes(…)`. */
export interface WindowsExporterDaemonProps extends WindowsExporterOptions, DaemonOptions {
}
