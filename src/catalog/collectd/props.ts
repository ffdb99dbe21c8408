import { Duration } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-27';
import { CollectdOutput } from './output';
import { CollectdPlugin } from './plugin';
import { DaemonOptions } from '../../daemon/daemon-props';
import { DaemonResources } from '../../daemon/resources';
import { VariantOptions } from '../../daemon/variant';
import { DaemonVolume } from '../../daemon/volume';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';

/** About 40 MiB of values, and 2 minutes of a node that measures 4000 of them. */
export const DEFAULT_QUEUE_LIMIT = 50_000;

/** What collectd measures, and where it sends it. */
export interface CollectdOptions {
  /**
   * What is measured. What the plugins need of the node (its network, its processes, its file system, capabilities) follows from them.
   *
   * @default - `cpu`, `df`, `disk`, `interface`, `load`, `memory`, `swap` and `uptime`: what every node has
   */
  readonly plugins?: CollectdPlugin[];

  /**
   * Where values go.
   *
   * @default - CollectdOutput.prometheus(): it needs no one on the other side
   */
  readonly outputs?: CollectdOutput[];

  /**
   * Time between two measurements (`Interval`).
   *
   * @default Duration.seconds(10) - as collectd decides
   */
  readonly interval?: Duration;

  /**
   * Plugins that measure at the same time (`ReadThreads`).
   *
   * @default 5 - as collectd decides
   */
  readonly readThreads?: number;

  /**
   * Values that are sent at the same time (`WriteThreads`).
   *
   * @default 5 - as collectd decides
   */
  readonly writeThreads?: number;

  /**
   * Values that wait for an output at most; new ones are then dropped (`WriteQueueLimitHigh`, `WriteQueueLimitLow`).
   *
   * @default 50000 - about 40 MiB; collectd's own default has no limit, so that an output that is away would cost the node's memory
   */
  readonly writeQueueLimit?: number;

  /**
   * Further configuration in collectd's own language, at the end of the file. `${NAME}` within double quotes is replaced by the environment variable.
   *
   * @default - none
   */
  readonly extraConfig?: string;

  /**
   * What it may do on the node.
   *
   * @default - Privileges.restricted(), or what the plugins need
   */
  readonly privileges?: Privileges;

  /**
   * Further paths of the node, which plugins read.
   *
   * @default - only what is known of the plugins
   */
  readonly hostPaths?: HostPath[];

  /**
   * Further files from Secrets and ConfigMaps, such as a `types.db` of your own.
   *
   * @default - only those that the outputs need
   */
  readonly volumes?: DaemonVolume[];

  /**
   * Further environment variables, for `${NAME}` in the configuration. What is secret comes from a Secret: `EnvValue.fromSecretValue`.
   *
   * @default - only K8S_NODE_NAME, POD_IP and what the outputs need
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * What it asks of the node. What is not said keeps its default, made to fit: a limit below the default request lowers the request.
   *
   * @default - CPU request 50m; memory request 64Mi and limit 128Mi, which holds the full write queue; no CPU limit, which would only make values late
   */
  readonly resources?: DaemonResources;
}

/** What is different on the nodes of a variant. */
export interface CollectdVariantOptions extends CollectdOptions, VariantOptions {
  /**
   * Image with tag or digest.
   *
   * @default - the daemon's: most images run on all hardware
   */
  readonly image?: string;
}

/** A collectd on every node. */
export interface CollectdDaemonProps extends CollectdOptions, DaemonOptions {
  /**
   * Image with tag or digest, of yours: the collectd project publishes none, and those of others are no longer kept. It needs collectd 5.10 or newer,
   * `sh`, `awk` and the plugins that the options stand for, as the package `collectd-core` of Debian has them.
   */
  readonly image: string;
}
