import { SecretValue } from 'cdk8s-plus-27';

/** TLS of a connection to a destination. All files come from Secrets; keys of one Secret are mounted together. */
export interface LogOutputTls {
  /**
   * Certificate authorities (PEM) that the server's certificate must come from.
   *
   * @default - those that the collector's image brings: the public ones
   */
  readonly ca?: SecretValue;

  /**
   * Certificate (PEM) with which the collector shows who it is; with `key`.
   *
   * @default - none: the server does not ask for one
   */
  readonly certificate?: SecretValue;

  /**
   * Private key (PEM, without passphrase) of `certificate`.
   *
   * @default - none, as long as there is no `certificate`
   */
  readonly key?: SecretValue;

  /**
   * Whether the server's certificate is checked. Without it anybody in between can read and change the logs. For Kafka only the host name in the
   * certificate goes unchecked.
   *
   * @default true - encryption without it protects from nobody
   */
  readonly verify?: boolean;
}

/** What Elasticsearch and OpenSearch have in common. */
export interface SearchOutputOptions {
  /** Host name or IP address (IPv6 without brackets), without scheme, port and path. */
  readonly host: string;

  /**
   * Port of the HTTP interface.
   *
   * @default 9200 - of both products
   */
  readonly port?: number;

  /**
   * HTTPS.
   *
   * @default - HTTP; `tls: {}` is HTTPS with a certificate of a public authority
   */
  readonly tls?: LogOutputTls;

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
   * Path in front of the interface's own, for a server behind a proxy.
   *
   * @default - none: the interface is at the root
   */
  readonly path?: string;

  /**
   * Prefix of daily indices (UTC): `logstash` gives `logstash-2026.11.24`.
   *
   * @default logstash - the prefix that Fluentd, Fluent Bit and Logstash write by default, so that dashboards find it
   */
  readonly indexPrefix?: string;

  /**
   * One index, or a write alias, in place of daily indices. A data stream cannot be named: it takes other requests.
   *
   * @default - daily indices, see `indexPrefix`: old logs are deleted by whole indices
   */
  readonly index?: string;
}

/** An Elasticsearch as destination. */
export interface ElasticsearchOutputOptions extends SearchOutputOptions {
  /**
   * Major version of the server: 7, 8 or 9. The collector's client must not be newer than the server.
   *
   * @default 8 - version 7 has reached its end of life, and a client of version 8 also talks to a server of version 9
   */
  readonly majorVersion?: number;
}

/** A Fluentd or Fluent Bit (or whatever speaks their `forward` protocol) as destination. */
export interface ForwardOutputOptions {
  /** Host name or IP address (IPv6 without brackets). */
  readonly host: string;

  /**
   * Port.
   *
   * @default 24224 - the protocol's own
   */
  readonly port?: number;

  /**
   * TLS.
   *
   * @default - none: logs are readable on the way
   */
  readonly tls?: LogOutputTls;

  /**
   * Key that both sides know.
   *
   * @default - none: the server takes logs from everybody
   */
  readonly sharedKey?: SecretValue;

  /**
   * User name; with `password` and `sharedKey`.
   *
   * @default - none: the server asks for none
   */
  readonly user?: string;

  /**
   * Password of `user`.
   *
   * @default - none, as long as there is no `user`
   */
  readonly password?: SecretValue;

  /**
   * Whether the server acknowledges each piece before it is forgotten here.
   *
   * @default true - else what is on the way is lost when the server restarts; receivers that do not know acknowledgements need false
   */
  readonly acknowledge?: boolean;
}

/** How a Kafka client proves who it is (SASL mechanism). */
export enum KafkaSaslMechanism {
  /** The password itself is sent: only with TLS. */
  PLAIN = 'PLAIN',
  /** SCRAM with SHA-256. */
  SCRAM_SHA_256 = 'SCRAM-SHA-256',
  /** SCRAM with SHA-512. */
  SCRAM_SHA_512 = 'SCRAM-SHA-512',
}

/** How messages to Kafka are compressed. */
export enum KafkaCompression {
  /** Not at all. */
  NONE = 'none',
  /** gzip. */
  GZIP = 'gzip',
  /** Snappy: less CPU, larger messages. */
  SNAPPY = 'snappy',
}

/** A Kafka topic as destination; each log event becomes a message in JSON. */
export interface KafkaOutputOptions {
  /** Brokers to begin with, each `host:port` (IPv6 `[address]:port`). The others are learnt from them. */
  readonly brokers: string[];

  /** Topic. */
  readonly topic: string;

  /**
   * TLS.
   *
   * @default - none: logs and passwords are readable on the way
   */
  readonly tls?: LogOutputTls;

  /**
   * User name (SASL); with `password`.
   *
   * @default - none: the brokers let everybody in
   */
  readonly user?: string;

  /**
   * Password of `user`.
   *
   * @default - none, as long as there is no `user`
   */
  readonly password?: SecretValue;

  /**
   * SASL mechanism of `user`.
   *
   * @default KafkaSaslMechanism.SCRAM_SHA_512 - the password itself never leaves the node
   */
  readonly saslMechanism?: KafkaSaslMechanism;

  /**
   * Compression of the messages.
   *
   * @default KafkaCompression.GZIP - log lines repeat themselves, and every client reads it
   */
  readonly compression?: KafkaCompression;
}
