import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import { config, container, Define, Options, plugin, Plugin, secret } from './helpers';
import { KafkaCompression, KafkaSaslMechanism, LogOutput } from '../../../src';

/** What is said of a destination beside what all have. */
function said(name: string, output: (scope: Construct) => LogOutput, options: Options = {}): Plugin {
  const { name: _name, alias: _alias, match: _match, retry_limit: _retries, 'storage.total_limit_size': _limit, ...properties } = plugin('outputs', name, define(output, options));
  return properties;
}

function define(output: (scope: Construct) => LogOutput, options: Options = {}): Define {
  return (scope) => ({ ...options, output: output(scope) });
}

function value(scope: Construct, key: string) {
  return { secret: secret(scope, 'credentials'), key };
}

function tls(scope: Construct) {
  return { ca: value(scope, 'ca'), certificate: value(scope, 'crt'), key: value(scope, 'key') };
}

const FILES = (id: string) => ({
  ca: `/etc/fluent-bit-tls/${id}/credentials/ca.crt`, crt: `/etc/fluent-bit-tls/${id}/credentials/client.crt`, key: `/etc/fluent-bit-tls/${id}/credentials/client.key`,
});

describe('every destination', () => {
  test('gets everything, is tried for ever, and takes so much of the disk', () => {
    const output = LogOutput.multiple(LogOutput.forward({ host: 'a' }), LogOutput.forward({ host: 'b' }));
    const common = { 'match': '*', 'retry_limit': 'no_limits', 'storage.total_limit_size': 1073741824 };
    expect(config({ output }).pipeline.outputs).toMatchObject([{ ...common, alias: 'out_forward', host: 'a' }, { ...common, alias: 'out_forward_2', host: 'b' }]);
    expect(config({ output, buffer: { retries: 3, totalLimit: Size.mebibytes(1) } }).pipeline.outputs[1]).toMatchObject({ 'retry_limit': 3, 'storage.total_limit_size': 1048576 });
  });
});

describe.each(['es', 'opensearch'])('the output %s', (name) => {
  const kind = name === 'es' ? 'elasticsearch' : 'opensearch';
  const output = (options: object) => LogOutput[kind]({ host: 'search', ...options });

  test('writes daily indices over HTTP, to an IPv6 address without brackets', () => {
    expect(said(name, () => output({ host: '2001:db8::1' }))).toEqual({
      host: '2001:db8::1',
      port: 9200,
      logstash_format: true,
      logstash_prefix: 'logstash',
      time_key: '@timestamp',
      time_key_nanos: true,
      include_tag_key: true,
      tag_key: 'tag',
      suppress_type_name: true,
      replace_dots: true,
      trace_error: true,
    });
  });

  test('takes one index, a path, a user, and TLS', () => {
    const properties = said(name, (scope) => output({ index: 'nodes', path: '/x', user: 'u', password: value(scope, 'p'), tls: tls(scope) }));
    const files = FILES(kind);
    expect(properties).toMatchObject({
      'index': 'nodes',
      'path': '/x',
      'http_user': 'u',
      'http_passwd': `\${FLUENT_BIT_${kind.toUpperCase()}_PASSWORD}`,
      'tls': true,
      'tls.verify': true,
      'tls.verify_hostname': true,
      'tls.ca_file': files.ca,
      'tls.crt_file': files.crt,
      'tls.key_file': files.key,
    });
    expect(properties).not.toHaveProperty('logstash_format');
    expect(said(name, () => output({ host: '10.0.0.1', tls: {} }))).toMatchObject({ 'tls.verify': true, 'tls.verify_hostname': false });
    expect(said(name, () => output({ tls: { verify: false } }))).toMatchObject({ 'tls': true, 'tls.verify': false, 'tls.verify_hostname': false });
  });

  test('may keep dots in names', () => {
    expect(said(name, () => output({}), { metadata: { replaceDots: false } }).replace_dots).toBe(false);
  });
});

describe('the output forward', () => {
  test('waits for acknowledgements', () => {
    expect(said('forward', () => LogOutput.forward({ host: 'a' }))).toEqual({ host: 'a', port: 24224, require_ack_response: true });
    expect(said('forward', () => LogOutput.forward({ host: 'a', acknowledge: false })).require_ack_response).toBe(false);
  });

  test('says who it is', () => {
    expect(said('forward', (scope) => LogOutput.forward({ host: 'a', port: 1, sharedKey: value(scope, 's'), user: 'u', password: value(scope, 'p'), tls: {} }))).toEqual({
      'host': 'a',
      'port': 1,
      'shared_key': '${FLUENT_BIT_FORWARD_SHARED_KEY}',
      'self_hostname': '${K8S_NODE_NAME}',
      'username': 'u',
      'password': '${FLUENT_BIT_FORWARD_PASSWORD}',
      'require_ack_response': true,
      'tls': true,
      'tls.verify': true,
      'tls.verify_hostname': true,
    });
  });
});

describe('the output kafka', () => {
  const brokers = ['a:1', '[2001:db8::1]:2'];

  test('writes to a topic, with the time of each event', () => {
    expect(said('kafka', () => LogOutput.kafka({ brokers, topic: 't', compression: KafkaCompression.NONE }))).toEqual({
      'brokers': 'a:1,[2001:db8::1]:2', 'topics': 't', 'format': 'json', 'timestamp_key': '@timestamp', 'timestamp_format': 'iso8601_ns', 'rdkafka.request.required.acks': -1,
    });
  });

  test.each([
    ['a user', { user: 'u' }, 'sasl_plaintext'], ['TLS', { tls: {} }, 'ssl'], ['both', { user: 'u', tls: { verify: false } }, 'sasl_ssl'],
  ])('is reached with %s', (_, options, protocol) => {
    const properties = said('kafka', (scope) => LogOutput.kafka({ brokers, topic: 't', ...options, password: 'user' in options ? value(scope, 'p') : undefined }));
    expect(properties).toMatchObject({
      'rdkafka.security.protocol': protocol,
      'rdkafka.compression.codec': 'gzip',
      ...('user' in options && {
        'rdkafka.sasl.mechanism': KafkaSaslMechanism.SCRAM_SHA_512, 'rdkafka.sasl.username': 'u', 'rdkafka.sasl.password': '${FLUENT_BIT_KAFKA_PASSWORD}',
      }),
      ...('tls' in options && { 'rdkafka.ssl.ca.location': 'probe', 'rdkafka.ssl.endpoint.identification.algorithm': protocol === 'ssl' ? 'https' : 'none' }),
    });
  });

  test('shows a certificate', () => {
    const files = FILES('kafka');
    expect(said('kafka', (scope) => LogOutput.kafka({ brokers, topic: 't', tls: tls(scope) })))
      .toMatchObject({ 'rdkafka.ssl.ca.location': files.ca, 'rdkafka.ssl.certificate.location': files.crt, 'rdkafka.ssl.key.location': files.key });
  });
});

describe('the outputs of AWS', () => {
  const keys = (scope: Construct) => ({ accessKeyId: value(scope, 'id'), secretAccessKey: value(scope, 'secret') });

  test('write whole objects with unique keys, and keep them in the state directory until then', () => {
    const output = LogOutput.s3({ bucket: 'logs', region: 'r', pathPrefix: '/a/%Y/', interval: Duration.minutes(5), endpoint: 'https://minio:9000' });
    const properties = plugin('outputs', 's3', { output, buffer: { totalLimit: Size.mebibytes(2) } });
    expect(properties).toEqual({
      name: 's3',
      alias: 'out_s3',
      match: '*',
      retry_limit: 1000000000,
      bucket: 'logs',
      region: 'r',
      endpoint: 'https://minio:9000',
      s3_key_format: '/a/%Y/%H%M%S-$UUID.gz',
      compression: 'gzip',
      use_put_object: true,
      total_file_size: 33554432,
      upload_timeout: '300s',
      store_dir: '/var/lib/fluent-bit/out_s3',
      store_dir_limit_size: 2097152,
      json_date_key: '@timestamp',
      json_date_format: 'iso8601',
    });
    expect(plugin('outputs', 's3', { output, buffer: { retries: 3 } }).retry_limit).toBe(3);
  });

  test('write streams of each node', () => {
    expect(said('cloudwatch_logs', () => LogOutput.cloudWatch({ region: 'r', logGroup: '/g', retention: Duration.days(7) })))
      .toEqual({ region: 'r', log_group_name: '/g', log_stream_prefix: '${K8S_NODE_NAME}/', auto_create_group: true, log_retention_days: 7 });
  });

  test('have the keys of a Secret, or the cloud identity of the ServiceAccount', () => {
    const names = (options: Define) => container(options).env!.map(({ name }) => name).filter((name) => name.startsWith('AWS'));
    expect(names(define((scope) => LogOutput.cloudWatch({ region: 'r', logGroup: 'g', credentials: keys(scope) })))).toEqual(['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']);
    expect(names(define(() => LogOutput.s3({ bucket: 'logs', region: 'r' })))).toEqual([]);
  });
});
