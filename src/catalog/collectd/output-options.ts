import { Duration } from 'cdk8s';
import { SecretValue } from 'cdk8s-plus-27';

/** A page that Prometheus scrapes (`write_prometheus`). */
export interface CollectdPrometheusOptions {
  /**
   * Port of the page.
   *
   * @default 9103 - of collectd, in the list of Prometheus exporters
   */
  readonly port?: number;

  /**
   * Time after which a value that is no longer measured disappears from the page (`StalenessDelta`), in whole seconds.
   *
   * @default Duration.minutes(5) - as collectd and Prometheus decide
   */
  readonly stalenessDelta?: Duration;
}

/** How packets of collectd's own protocol are protected (`SecurityLevel`). */
export enum CollectdSecurityLevel {
  /** Anybody in between can read and change them. */
  NONE = 'None',
  /** Nobody can change them unseen (HMAC-SHA-256). */
  SIGN = 'Sign',
  /** Nobody can read or change them (AES-256). */
  ENCRYPT = 'Encrypt',
}

/** A collectd that gathers what others measure, by collectd's own protocol (`network`, UDP). */
export interface CollectdNetworkOptions {
  /** Host name, IPv4 or IPv6 address, such as that of a Service. */
  readonly host: string;

  /**
   * Port (UDP).
   *
   * @default 25826 - collectd's own
   */
  readonly port?: number;

  /**
   * How packets are protected.
   *
   * @default - CollectdSecurityLevel.ENCRYPT with `user` and `password`, else NONE, as collectd decides
   */
  readonly securityLevel?: CollectdSecurityLevel;

  /**
   * User name, as in the `AuthFile` of the other side; with `password`.
   *
   * @default - none, as long as packets are not protected
   */
  readonly user?: string;

  /**
   * Password of `user`.
   *
   * @default - none, as long as packets are not protected
   */
  readonly password?: SecretValue;
}

/** A Graphite (Carbon) that takes lines by TCP (`write_graphite`). */
export interface CollectdGraphiteOptions {
  /** Host name, IPv4 or IPv6 address. */
  readonly host: string;

  /**
   * Port (TCP).
   *
   * @default 2003 - Carbon's own
   */
  readonly port?: number;

  /**
   * Before the name of every value, such as `collectd.`.
   *
   * @default - none, as collectd decides
   */
  readonly prefix?: string;
}

/** A web server that takes values as JSON (`write_http`). */
export interface CollectdHttpOptions {
  /** Where values are posted, such as `https://metrics.example.com/collectd`. Without user name and password, which have fields of their own. */
  readonly url: string;

  /**
   * User name (basic authentication); with `password`.
   *
   * @default - none: the server lets everybody in
   */
  readonly user?: string;

  /**
   * Password of `user`.
   *
   * @default - none, as long as there is no `user`
   */
  readonly password?: SecretValue;

  /**
   * Certificate authorities (PEM) that the server's certificate must come from (`CACert`).
   *
   * @default - those that the image brings
   */
  readonly ca?: SecretValue;
}
