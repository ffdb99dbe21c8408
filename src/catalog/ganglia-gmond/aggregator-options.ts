import { Duration } from 'cdk8s';
import { DaemonResources } from '../../daemon/resources';

/** A gmond that is there already, and gathers what others send. */
export interface GangliaAggregatorAddress {
  /** Host name, IPv4 or IPv6 address. gmond asks for the address once, when it starts. */
  readonly host: string;

  /**
   * Port (UDP).
   *
   * @default 8649 - Ganglia's own
   */
  readonly port?: number;
}

/** A gmond that comes with the daemon, and gathers what the nodes send. */
export interface GangliaCompanionOptions {
  /**
   * Time after which a node that sends nothing is forgotten (`host_dmax`), in whole seconds.
   *
   * @default Duration.days(1) - as `gmond -t` says; shorter where nodes come and go
   */
  readonly hostDmax?: Duration;

  /**
   * What it asks of its node. What is not said keeps its default, made to fit: a limit below the default request lowers the request.
   *
   * @default - CPU request 50m; memory request 32Mi and limit 256Mi, which is for about 1000 nodes with the default metrics; no CPU limit
   */
  readonly resources?: DaemonResources;
}
