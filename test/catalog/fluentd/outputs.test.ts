import { Duration, Size } from 'cdk8s';
import { config, container, inner, Options, plugin, secret } from './helpers';
import { KafkaCompression, KafkaSaslMechanism, LogOutput } from '../../../src';

/** The parameters of a destination without those that are the same for every definition. */
function said(type: string, output: LogOutput, options: Options = {}): { [name: string]: unknown } {
  const { '@type': _type, '@id': _id, ...params } = plugin(type, { ...options, output }).params;
  return params;
}

function buffer(type: string, output: LogOutput, options: Options = {}) {
  return inner(plugin(type, { ...options, output }), 'buffer');
}

describe('Elasticsearch', () => {
  test('gets daily indices over HTTP, and is not asked for anything at the start', () => {
    expect(said('elasticsearch', LogOutput.elasticsearch({ host: 'es.logging.svc' }))).toEqual({
      host: 'es.logging.svc',
      port: '9200',
      scheme: 'http',
      logstash_format: 'true',
      logstash_prefix: 'logstash',
      include_tag_key: 'true',
      suppress_type_name: 'true',
      reload_connections: 'false',
      reload_on_failure: 'false',
      reconnect_on_error: 'true',
      request_timeout: '30s',
      verify_es_version_at_startup: 'false',
      default_elasticsearch_version: '8',
    });
  });

  test('has an IPv6 address without brackets, which the plugin adds', () => {
    expect(said('elasticsearch', LogOutput.elasticsearch({ host: '2001:db8::1', port: 443 }))).toMatchObject({ host: '2001:db8::1', port: '443' });
  });

  test('stands behind a path, and takes one index with a time in each event', () => {
    const params = said('elasticsearch', LogOutput.elasticsearch({ host: 'es', path: '/elastic', index: 'nodes' }));
    expect(params).toMatchObject({ path: '/elastic', index_name: 'nodes', include_timestamp: 'true' });
    expect(params).not.toHaveProperty('logstash_format');
  });

  test('has daily indices with a prefix of one\'s own', () => {
    expect(said('elasticsearch', LogOutput.elasticsearch({ host: 'es', indexPrefix: 'nodes' }))).toMatchObject({ logstash_format: 'true', logstash_prefix: 'nodes' });
  });

  test('is spoken to in the words of its major version', () => {
    expect(said('elasticsearch', LogOutput.elasticsearch({ host: 'es', majorVersion: 7 }))).toMatchObject({ default_elasticsearch_version: '7' });
    expect(said('elasticsearch', LogOutput.elasticsearch({ host: 'es', majorVersion: 9 })))
      .toMatchObject({ default_elasticsearch_version: '9', use_elasticsearch_version: '9' });
  });

  test('is reached by TLS with the public authorities, checked unless told otherwise', () => {
    expect(said('elasticsearch', LogOutput.elasticsearch({ host: 'es', tls: {} }))).toMatchObject({ scheme: 'https', ssl_verify: 'true' });
    expect(said('elasticsearch', LogOutput.elasticsearch({ host: 'es', tls: { verify: false } }))).toMatchObject({ scheme: 'https', ssl_verify: 'false' });
  });
});

describe('OpenSearch', () => {
  test('gets what Elasticsearch gets, in its own words', () => {
    const params = said('opensearch', LogOutput.opensearch({ host: 'os', tls: {}, index: 'nodes' }));
    expect(params).toMatchObject({ host: 'os', port: '9200', scheme: 'https', index_name: 'nodes', suppress_type_name: 'true', verify_os_version_at_startup: 'false' });
    expect(Object.keys(params).filter((name) => name.includes('es_'))).toEqual([]);
  });
});

describe('another Fluentd', () => {
  test('acknowledges what it has, and may be away when Fluentd starts', () => {
    const output = LogOutput.forward({ host: 'aggregator.logging.svc' });
    expect(said('forward', output)).toEqual({ require_ack_response: 'true', expire_dns_cache: '60s', ignore_network_errors_at_startup: 'true' });
    expect(inner(plugin('forward', { output }), 'server').params).toEqual({ host: 'aggregator.logging.svc', port: '24224' });
  });

  test('knows the key, the user, and the node that speaks', () => {
    const section = plugin('forward', (scope) => {
      const value = (key: string) => ({ secret: secret(scope, 'forward'), key });
      const login = { sharedKey: value('key'), user: 'node', password: value('password') };
      return { output: LogOutput.forward({ host: '2001:db8::1', port: 24284, acknowledge: false, ...login }) };
    });
    expect(section.params).toMatchObject({ require_ack_response: 'false' });
    expect(inner(section, 'server').params)
      .toEqual({ host: '2001:db8::1', port: '24284', username: 'node', password: { ruby: 'ENV[\'FLUENTD_FORWARD_PASSWORD\']' } });
    expect(inner(section, 'security').params)
      .toEqual({ self_hostname: { ruby: 'ENV[\'K8S_NODE_NAME\']' }, shared_key: { ruby: 'ENV[\'FLUENTD_FORWARD_SHARED_KEY\']' } });
  });

  test('is reached by TLS', () => {
    expect(said('forward', LogOutput.forward({ host: 'a', tls: { verify: false } }))).toMatchObject({ transport: 'tls', tls_insecure_mode: 'true' });
  });
});

describe('Kafka', () => {
  const output = LogOutput.kafka({ brokers: ['kafka-0.kafka.svc:9092', '[2001:db8::1]:9092'], topic: 'logs' });

  test('gets messages in JSON with time and tag, waits for all replicas, and leaves out what no broker takes', () => {
    expect(said('kafka2', output)).toEqual({
      brokers: ['kafka-0.kafka.svc:9092', '[2001:db8::1]:9092'],
      default_topic: 'logs',
      required_acks: '-1',
      compression_codec: 'gzip',
      max_send_limit_bytes: '1000000',
    });
    expect(inner(plugin('kafka2', { output }), 'format').params).toEqual({ '@type': 'json' });
    expect(inner(plugin('kafka2', { output }), 'inject').params).toMatchObject({ time_key: 'time', tag_key: 'tag', localtime: 'false' });
  });

  test('gets batches that a broker takes, and no event chooses its topic', () => {
    expect(buffer('kafka2', output)).toMatchObject({ argument: 'tag', params: { chunk_limit_size: '512k' } });
  });

  test.each([
    [KafkaSaslMechanism.SCRAM_SHA_512, 'sha512'], [KafkaSaslMechanism.SCRAM_SHA_256, 'sha256'], [KafkaSaslMechanism.PLAIN, undefined],
  ])('knows the user by %s', (saslMechanism, scram) => {
    const section = plugin('kafka2', (scope) => ({
      output: LogOutput.kafka({ brokers: ['a:9092'], topic: 't', user: 'node', password: { secret: secret(scope, 'kafka'), key: 'password' }, saslMechanism }),
    }));
    expect(section.params).toMatchObject({ username: 'node', password: { ruby: 'ENV[\'FLUENTD_KAFKA_PASSWORD\']' }, sasl_over_ssl: 'false' });
    expect(section.params.scram_mechanism).toBe(scram);
  });

  test('is reached by TLS, with the public authorities unless others are given', () => {
    expect(said('kafka2', LogOutput.kafka({ brokers: ['a:9092'], topic: 't', tls: { verify: false } })))
      .toMatchObject({ ssl_ca_certs_from_system: 'true', ssl_verify_hostname: 'false' });
    const section = plugin('kafka2', (scope) => ({
      output: LogOutput.kafka({ brokers: ['a:9092'], topic: 't', tls: { ca: { secret: secret(scope, 'kafka'), key: 'ca' } } }),
    }));
    expect(section.params).toMatchObject({ ssl_ca_cert: ['/etc/fluentd-tls/kafka/kafka/ca.crt'], ssl_ca_certs_from_system: 'false', ssl_verify_hostname: 'true' });
  });

  test('gets messages as they are, or in Snappy', () => {
    expect(said('kafka2', LogOutput.kafka({ brokers: ['a:9092'], topic: 't', compression: KafkaCompression.NONE }))).not.toHaveProperty('compression_codec');
    expect(said('kafka2', LogOutput.kafka({ brokers: ['a:9092'], topic: 't', compression: KafkaCompression.SNAPPY }))).toMatchObject({ compression_codec: 'snappy' });
  });
});

describe('S3', () => {
  const output = LogOutput.s3({ bucket: 'cluster-logs', region: 'eu-central-1' });

  test('gets an object per piece whose key no other node can have, and nothing is read or made', () => {
    expect(said('s3', output)).toEqual({
      s3_bucket: 'cluster-logs',
      s3_region: 'eu-central-1',
      path: 'logs/%Y/%m/%d/',
      s3_object_key_format: '%{path}%{time_slice}_${chunk_id}.%{file_extension}',
      store_as: 'gzip',
      check_object: 'false',
      check_bucket: 'false',
      auto_create_bucket: 'false',
      check_apikey_on_start: 'false',
    });
  });

  test('waits for a slice of time instead of an interval', () => {
    const section = buffer('s3', LogOutput.s3({ bucket: 'cluster-logs', region: 'r', interval: Duration.hours(1) }));
    expect(section).toMatchObject({ argument: 'time', params: { timekey: '3600s', timekey_use_utc: 'true', chunk_limit_size: '64m' } });
    expect(section.params).not.toHaveProperty('flush_interval');
  });

  test('may be a store of one\'s own, with an access key', () => {
    const section = plugin('s3', (scope) => {
      const minio = secret(scope, 'minio');
      return {
        output: LogOutput.s3({
          bucket: 'logs',
          region: 'none',
          endpoint: 'https://minio.storage.svc:9000',
          credentials: { accessKeyId: { secret: minio, key: 'id' }, secretAccessKey: { secret: minio, key: 'key' } },
        }),
      };
    });
    expect(section.params).toMatchObject({
      s3_endpoint: 'https://minio.storage.svc:9000',
      force_path_style: 'true',
      aws_key_id: { ruby: 'ENV[\'FLUENTD_S3_ACCESS_KEY_ID\']' },
      aws_sec_key: { ruby: 'ENV[\'FLUENTD_S3_SECRET_ACCESS_KEY\']' },
    });
  });
});

describe('CloudWatch', () => {
  test('gets a stream for each source; the identity is the cloud\'s', () => {
    expect(said('cloudwatch_logs', LogOutput.cloudWatch({ region: 'eu-west-1', logGroup: '/nodes' })))
      .toEqual({ region: 'eu-west-1', log_group_name: '/nodes', use_tag_as_stream: 'true', auto_create_stream: 'true' });
  });

  test('keeps logs for some days', () => {
    expect(said('cloudwatch_logs', LogOutput.cloudWatch({ region: 'r', logGroup: 'g', retention: Duration.days(14) }))).toMatchObject({ retention_in_days: '14' });
  });
});

describe('the standard output', () => {
  test('needs no buffer', () => {
    expect(plugin('stdout', { output: LogOutput.stdout() }).sections).toEqual([]);
  });
});

describe('several destinations', () => {
  const output = LogOutput.multiple(LogOutput.elasticsearch({ host: 'a' }), LogOutput.elasticsearch({ host: 'b' }), LogOutput.stdout());

  test('each get everything, from a buffer of their own', () => {
    const copy = plugin('copy', { output });
    expect(copy).toMatchObject({ name: 'match', argument: '**' });
    expect(copy.sections.map(({ name, params }) => [name, params['@id']]))
      .toEqual([['store', 'out_elasticsearch'], ['store', 'out_elasticsearch_2'], ['store', 'out_stdout']]);
    expect(copy.sections.slice(0, 2).map((store) => inner(store, 'buffer').params.path))
      .toEqual(['/var/lib/fluentd/buffer/out_elasticsearch', '/var/lib/fluentd/buffer/out_elasticsearch_2']);
  });

  test('that are one are no copy', () => {
    expect(config({ output: LogOutput.multiple(LogOutput.stdout()) }).pop()).toMatchObject({ name: 'match', params: { '@type': 'stdout' } });
  });

  test('have secrets of their own', () => {
    const { env } = container((scope) => {
      const login = (name: string) => ({ host: name, user: 'u', password: { secret: secret(scope, name), key: 'password' } });
      return { output: LogOutput.multiple(LogOutput.opensearch(login('a')), LogOutput.opensearch(login('b'))) };
    });
    const passwords = env!.filter(({ name }) => name.includes('PASSWORD'));
    expect(passwords.map(({ name, valueFrom }) => [name, (valueFrom as { secretKeyRef: { name: string } }).secretKeyRef.name]))
      .toEqual([['FLUENTD_OPENSEARCH_PASSWORD', 'a'], ['FLUENTD_OPENSEARCH_2_PASSWORD', 'b']]);
  });
});

describe('a buffer', () => {
  const output = LogOutput.elasticsearch({ host: 'es' });

  test('lies on the node\'s disk, bounded, and is tried for ever', () => {
    expect(buffer('elasticsearch', output)).toEqual({
      name: 'buffer',
      argument: 'tag',
      sections: [],
      params: {
        '@type': 'file',
        'path': '/var/lib/fluentd/buffer/out_elasticsearch',
        'flush_mode': 'interval',
        'flush_interval': '5s',
        'flush_thread_count': '2',
        'flush_at_shutdown': 'true',
        'chunk_limit_size': '8m',
        'total_limit_size': '512m',
        'overflow_action': 'block',
        'retry_max_interval': '30s',
        'retry_forever': 'true',
        'disable_chunk_backup': 'true',
      },
    });
  });

  test('is as large and as patient as it is told', () => {
    const { params } = buffer('elasticsearch', output, {
      buffer: {
        flushThreads: 16,
        flushInterval: Duration.millis(500),
        chunkLimit: Size.kibibytes(1536),
        totalLimit: Size.gibibytes(2),
        retryMaxInterval: Duration.minutes(5),
        retryTimeout: Duration.hours(1),
      },
    });
    expect(params).toMatchObject({
      flush_thread_count: '16', flush_interval: '0.5', chunk_limit_size: '1536k', total_limit_size: '2g', retry_max_interval: '300s', retry_timeout: '3600s',
    });
    expect(params).not.toHaveProperty('retry_forever');
  });
});
