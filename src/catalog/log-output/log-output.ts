import { CloudWatchOutputOptions, S3OutputOptions } from './aws-options';
import { ElasticsearchOutputOptions, ForwardOutputOptions, KafkaOutputOptions, SearchOutputOptions } from './options';

/**
 * One destination as data; each collector writes it in the words of its own configuration.
 *
 * @internal
 */
export type LogDestination =
  | { readonly kind: 'elasticsearch'; readonly options: ElasticsearchOutputOptions }
  | { readonly kind: 'opensearch'; readonly options: SearchOutputOptions }
  | { readonly kind: 'forward'; readonly options: ForwardOutputOptions }
  | { readonly kind: 'kafka'; readonly options: KafkaOutputOptions }
  | { readonly kind: 's3'; readonly options: S3OutputOptions }
  | { readonly kind: 'cloudwatch'; readonly options: CloudWatchOutputOptions }
  | { readonly kind: 'stdout' };

/**
 * Where a log collector sends what it collects, in no collector's own language. Passwords, keys and certificates come from Secrets; there is no field for
 * one in plain text.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * const credentials = Secret.fromSecretName(chart, 'credentials', 'elasticsearch-credentials');
 * const output = LogOutput.elasticsearch({
 *   host: 'elasticsearch.logging.svc',
 *   tls: { ca: { secret: credentials, key: 'ca.crt' } },
 *   user: 'fluentd',
 *   password: { secret: credentials, key: 'password' },
 *   indexPrefix: 'nodes',
 * });
 */
export class LogOutput {
  /** Elasticsearch 7, 8 or 9. */
  public static elasticsearch(options: ElasticsearchOutputOptions): LogOutput {
    return new LogOutput([{ kind: 'elasticsearch', options: { ...options } }]);
  }

  /** OpenSearch. */
  public static opensearch(options: SearchOutputOptions): LogOutput {
    return new LogOutput([{ kind: 'opensearch', options: { ...options } }]);
  }

  /** Another Fluentd or Fluent Bit, such as an aggregator for the whole cluster. */
  public static forward(options: ForwardOutputOptions): LogOutput {
    return new LogOutput([{ kind: 'forward', options: { ...options } }]);
  }

  /** A Kafka topic. */
  public static kafka(options: KafkaOutputOptions): LogOutput {
    return new LogOutput([{ kind: 'kafka', options: { ...options, brokers: [...options.brokers] } }]);
  }

  /** Amazon S3, or a store that speaks it. */
  public static s3(options: S3OutputOptions): LogOutput {
    return new LogOutput([{ kind: 's3', options: { ...options } }]);
  }

  /** Amazon CloudWatch Logs. */
  public static cloudWatch(options: CloudWatchOutputOptions): LogOutput {
    return new LogOutput([{ kind: 'cloudwatch', options: { ...options } }]);
  }

  /** The collector's own standard output: for looking at what arrives. */
  public static stdout(): LogOutput {
    return new LogOutput([{ kind: 'stdout' }]);
  }

  /**
   * Several destinations at once: each gets everything.
   *
   * @param outputs at least one
   */
  public static multiple(...outputs: LogOutput[]): LogOutput {
    return new LogOutput(outputs.flatMap((output) => output._destinations));
  }

  private constructor(
    /** @internal */
    public readonly _destinations: LogDestination[],
  ) {
  }
}
