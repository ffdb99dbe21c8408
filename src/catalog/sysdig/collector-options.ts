/** Where a Sysdig account lives. */
export enum SysdigRegion {
  /** Australia, Sydney. */
  AU1 = 'au1',
  /** European Union, Frankfurt. */
  EU1 = 'eu1',
  /** European Union, Stockholm. */
  EU2 = 'eu2',
  /** India, Mumbai. */
  IN1 = 'in1',
  /** Japan. */
  JP1 = 'jp1',
  /** Middle East, on Google Cloud. */
  ME2 = 'me2',
  /** United States, East. */
  US1 = 'us1',
  /** United States, West. */
  US2 = 'us2',
  /** United States, West, on Google Cloud. */
  US3 = 'us3',
  /** United States, West, on Google Cloud. */
  US4 = 'us4',
}

/** A collector that is none of the regions. */
export interface SysdigCollectorAddress {
  /** Host name or address, IPv6 without brackets (`collector`). */
  readonly host: string;

  /**
   * Port (`collector_port`).
   *
   * @default - the agent's own, 6443
   */
  readonly port?: number;

  /**
   * Whether what is sent is encrypted (`ssl`).
   *
   * @default true - as the agent decides: it sends the access key, command lines and captures
   */
  readonly tls?: boolean;

  /**
   * Whether the collector's certificate is checked (`ssl_verify_certificate`).
   *
   * @default true - as the agent decides: else anybody on the way may be the collector
   */
  readonly verifyCertificate?: boolean;
}
