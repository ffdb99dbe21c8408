import { Duration } from 'cdk8s';

/** Options of the Services by which a daemon is found. */
export interface DiscoveryServiceOptions {
  /**
   * Name of the Service, and so the first part of its DNS name.
   *
   * @default - the daemon's name for the headless Service, `<daemon>-cluster` and `<daemon>-local` for the others: the words
   * of the traffic policy, so that one daemon may have all three
   */
  readonly name?: string;

  /**
   * Names of the ports that the Service offers.
   *
   * @default - every port that the daemon's containers declare
   */
  readonly ports?: string[];
}

/** Options of the headless Service. */
export interface HeadlessOptions extends DiscoveryServiceOptions {
  /**
   * Whether DNS also lists pods that are not ready (`publishNotReadyAddresses`).
   *
   * @default false - who asks wants a daemon that answers
   */
  readonly publishNotReadyAddresses?: boolean;
}

/** Options of the monitors of the Prometheus operator. */
export interface MonitorOptions {
  /**
   * Path that is scraped.
   *
   * @default /metrics - Prometheus' own default
   */
  readonly path?: string;

  /**
   * Time between two scrapes.
   *
   * @default - Prometheus' global interval
   */
  readonly interval?: Duration;

  /**
   * Labels of the monitor object, by which a Prometheus chooses its monitors.
   *
   * @default - none beside the daemon's own
   */
  readonly labels?: { [key: string]: string };
}

/** @internal */
export type DiscoveryKind = 'hostPort' | 'headless' | 'cluster' | 'local' | 'podMonitor' | 'serviceMonitor';

/**
 * How others reach a daemon. A daemon that only pushes needs none: what it pushes to is its own configuration.
 *
 * All Services select the labels that the DaemonSets of a daemon have in common, so its variants are found under one name.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#communicating-with-daemon-pods
 */
export class Discovery {
  /**
   * Node IP and known port: the port is opened on every node (`hostPort`).
   *
   * @param port name of a declared port; it gets the same number on the node
   */
  public static hostPort(port: string): Discovery {
    return new Discovery('hostPort', { ports: [port] });
  }

  /** DNS lists every daemon pod (a Service with `clusterIP: None`): for who wants to ask all of them, such as Prometheus. */
  public static headless(options: HeadlessOptions = {}): Discovery {
    return new Discovery('headless', structuredClone(options));
  }

  /** One address that leads to a daemon on any node: for who does not care which. */
  public static service(options: DiscoveryServiceOptions = {}): Discovery {
    return new Discovery('cluster', structuredClone(options));
  }

  /**
   * One address that leads to the daemon on the caller's own node, and nowhere else: without a ready daemon there the
   * connection fails (`internalTrafficPolicy: Local`).
   */
  public static nodeLocalService(options: DiscoveryServiceOptions = {}): Discovery {
    return new Discovery('local', structuredClone(options));
  }

  /**
   * A PodMonitor of the Prometheus operator, whose custom resource definition must be in the cluster.
   *
   * @param port name of a declared port
   */
  public static podMonitor(port: string, options: MonitorOptions = {}): Discovery {
    return new Discovery('podMonitor', { ports: [port] }, { ...options, labels: { ...options.labels } });
  }

  /**
   * A ServiceMonitor of the Prometheus operator, whose custom resource definition must be in the cluster. It needs a
   * Service: `Discovery.headless()` beside it, whose endpoints are the pods themselves.
   *
   * @param port name of a declared port
   */
  public static serviceMonitor(port: string, options: MonitorOptions = {}): Discovery {
    return new Discovery('serviceMonitor', { ports: [port] }, { ...options, labels: { ...options.labels } });
  }

  private constructor(
    /** @internal */
    public readonly _kind: DiscoveryKind,
    /** @internal */
    public readonly _service: HeadlessOptions,
    /** @internal */
    public readonly _monitor: MonitorOptions = {},
  ) {
  }

  /**
   * Name of the Service, undefined where this is none.
   *
   * @internal
   */
  public _serviceName(daemon: string): string | undefined {
    switch (this._kind) {
      case 'headless': return this._service.name ?? daemon;
      case 'cluster':
      case 'local': return this._service.name ?? `${daemon}-${this._kind}`;
      default: return undefined;
    }
  }
}
