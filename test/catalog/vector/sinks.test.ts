import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import { Component, config, configText, container, Define, Options, secret, seen } from './helpers';
import { KafkaCompression, LogOutput, LogSource, VectorWhenFull } from '../../../src';

function sink(id: string, output: LogOutput | ((scope: Construct) => LogOutput), options: Options = {}): Component {
  return config((scope) => ({ ...options, output: typeof output === 'function' ? output(scope) : output })).sinks[`out_${id}`];
}

describe('Elasticsearch and OpenSearch', () => {
  const elasticsearch = (options: Partial<Parameters<typeof LogOutput.elasticsearch>[0]>) => sink('elasticsearch', LogOutput.elasticsearch({ host: 'es', ...options }));

  test('get daily indices, or the one that is said', () => {
    expect(elasticsearch({})).toMatchObject({ type: 'elasticsearch', endpoints: ['http://es:9200'], mode: 'bulk', bulk: { index: 'logstash-%Y.%m.%d' } });
    expect(elasticsearch({ indexPrefix: 'nodes' }).bulk).toEqual({ index: 'nodes-%Y.%m.%d' });
    expect(elasticsearch({ index: 'logs' }).bulk).toEqual({ index: 'logs' });
    expect(config({}).log_schema).toEqual({ timestamp_key: '@timestamp' });
  });

  test.each([
    [{ host: '2001:db8::9', port: 443, tls: {} }, 'https://[2001:db8::9]:443'],
    [{ host: '192.0.2.1', path: 'es' }, 'http://192.0.2.1:9200/es'],
    [{ path: '/es' }, 'http://es:9200/es'],
  ])('are found at their address: %#', (options, endpoint) => {
    expect(elasticsearch(options).endpoints).toEqual([endpoint]);
  });

  test.each([[undefined, 'v8'], [7, 'v7'], [8, 'v8'], [9, 'v8']])('are spoken to in their version: %s', (majorVersion, version) => {
    expect(elasticsearch({ majorVersion }).api_version).toBe(version);
    expect(sink('opensearch', LogOutput.opensearch({ host: 'os' }))).toMatchObject({ type: 'elasticsearch', api_version: 'v7' });
  });

  test('get again what they refused while they were busy', () => {
    expect(elasticsearch({}).request_retry_partial).toBe(true);
  });

  test('are told who sends, and are checked', () => {
    const output = (verify?: boolean) => (scope: Construct) => LogOutput.opensearch({
      host: 'os', user: 'u', password: { secret: secret(scope, 'os'), key: 'p' }, tls: { ca: { secret: secret(scope, 'os'), key: 'ca' }, verify },
    });
    expect(sink('opensearch', output())).toMatchObject({ auth: { strategy: 'basic', user: 'u', password: '${VECTOR_OPENSEARCH_PASSWORD}' } });
    expect(sink('opensearch', output()).tls).toEqual({ ca_file: '/etc/vector-tls/opensearch/os/ca.crt' });
    expect(sink('opensearch', output(false)).tls).toMatchObject({ verify_certificate: false, verify_hostname: false });
  });

  test('get no dots in the names of labels, others do', () => {
    const { transforms, sinks } = config({ output: LogOutput.multiple(LogOutput.opensearch({ host: 'os' }), LogOutput.stdout()), remap: '.a = 1' });
    expect(sinks.out_opensearch.inputs).toEqual(['replace_dots']);
    expect(sinks.out_stdout.inputs).toEqual(['remap']);
    expect(transforms!.replace_dots).toMatchObject({ inputs: ['remap'], source: expect.stringContaining('map_keys(object!(.kubernetes), recursive: true)') });
    const plain: Options[] = [{ metadata: { replaceDots: false } }, { sources: [LogSource.systemd()] }];
    plain.forEach((options) => expect(config({ ...options, output: LogOutput.opensearch({ host: 'os' }) }).transforms).not.toHaveProperty('replace_dots'));
    expect(config({}).transforms).not.toHaveProperty('replace_dots');
  });
});

describe('Kafka', () => {
  const base = { brokers: ['a:9092', '[2001:db8::1]:9092'], topic: 'logs' };

  test('gets JSON, tried for ever', () => {
    expect(sink('kafka', LogOutput.kafka(base))).toMatchObject({
      type: 'kafka', bootstrap_servers: 'a:9092,[2001:db8::1]:9092', topic: 'logs', encoding: { codec: 'json' }, compression: 'gzip', message_timeout_ms: 0,
    });
    expect(sink('kafka', LogOutput.kafka({ ...base, compression: KafkaCompression.NONE })).compression).toBe('none');
    expect(Object.keys(sink('kafka', LogOutput.kafka(base)))).not.toEqual(expect.arrayContaining(['tls', 'sasl']));
  });

  test('is told who sends, and is checked', () => {
    const output = (scope: Construct) => LogOutput.kafka({ ...base, user: 'u', password: { secret: secret(scope, 'k'), key: 'p' }, tls: { verify: false } });
    expect(sink('kafka', output)).toMatchObject({
      sasl: { enabled: true, mechanism: 'SCRAM-SHA-512', username: 'u', password: '${VECTOR_KAFKA_PASSWORD}' }, tls: { enabled: true, verify_hostname: false },
    });
    expect(sink('kafka', LogOutput.kafka({ ...base, tls: {} })).tls).toEqual({ enabled: true });
  });
});

describe('AWS', () => {
  test('S3 gets objects of lines, and has to allow nothing but writing', () => {
    expect(sink('s3', LogOutput.s3({ bucket: 'logs', region: 'eu-central-1', pathPrefix: '/a/%Y/', interval: Duration.minutes(2), endpoint: 'https://minio' }))).toMatchObject({
      type: 'aws_s3',
      bucket: 'logs',
      region: 'eu-central-1',
      endpoint: 'https://minio',
      key_prefix: 'a/%Y/',
      filename_append_uuid: true,
      compression: 'gzip',
      framing: { method: 'newline_delimited' },
      batch: { timeout_secs: 120 },
      healthcheck: { enabled: false },
    });
    expect(sink('s3', LogOutput.s3({ bucket: 'logs', region: 'r' }))).toMatchObject({ key_prefix: 'logs/%Y/%m/%d/', batch: { timeout_secs: 600 } });
  });

  test('CloudWatch gets a stream for each source of each node', () => {
    const options = { region: 'r', logGroup: '/a' };
    expect(sink('cloudwatch', LogOutput.cloudWatch({ ...options, retention: Duration.days(30) }))).toMatchObject({
      type: 'aws_cloudwatch_logs', group_name: '/a', stream_name: '${K8S_NODE_NAME}/{{ tag }}', create_missing_group: true, retention: { enabled: true, days: 30 },
    });
    expect(sink('cloudwatch', LogOutput.cloudWatch(options))).not.toHaveProperty('retention');
    expect(sink('cloudwatch', LogOutput.cloudWatch(options))).not.toHaveProperty('auth');
  });
});

describe('every destination', () => {
  test('has a buffer of its own, as large as is said', () => {
    expect(sink('stdout', LogOutput.stdout())).toEqual({
      type: 'console',
      inputs: ['event_tail_kubernetes'],
      buffer: { type: 'disk', max_size: 1073741824, when_full: 'block' },
      acknowledgements: { enabled: true },
      target: 'stdout',
      encoding: { codec: 'json' },
    });
    const options = { buffer: { maxSize: Size.mebibytes(257), whenFull: VectorWhenFull.DROP_NEWEST }, acknowledgements: false };
    expect(sink('stdout', LogOutput.stdout(), options)).toMatchObject({
      buffer: { max_size: 269484032, when_full: 'drop_newest' }, acknowledgements: { enabled: false },
    });
  });
});

describe('what stands in the configuration', () => {
  const define: Define = (scope) => ({
    output: LogOutput.multiple(
      LogOutput.elasticsearch({ host: 'es', user: 'a$b', password: { secret: secret(scope, 'es'), key: 'p' }, path: '/$x', index: 'i$HOME' }),
      LogOutput.kafka({ brokers: ['k:1'], topic: 't', user: '$u', password: { secret: secret(scope, 'es'), key: 'p' } }),
      LogOutput.s3({ bucket: 'logs', region: 'r$', pathPrefix: '$p/', endpoint: 'https://minio/$e' }),
      LogOutput.cloudWatch({ region: '$r', logGroup: 'a' }),
    ),
    sources: [
      LogSource.containerLogs({ excludePaths: ['/var/log/pods/$a/*'] }), LogSource.tail({ path: '/var/log/$b', tag: 'b', excludePaths: ['/var/log/$c'] }),
      LogSource.systemd({ path: '/var/log/$j', units: ['$u'] }),
    ],
  });

  test('means itself, with dollars in it', () => {
    const { sinks, sources } = seen(define);
    expect(sinks.out_elasticsearch).toMatchObject({ endpoints: ['http://es:9200/$x'], bulk: { index: 'i$HOME' }, auth: { user: 'a$b' } });
    expect(sinks.out_kafka.sasl.username).toBe('$u');
    expect(sinks.out_s3).toMatchObject({ region: 'r$', key_prefix: '$p/', endpoint: 'https://minio/$e' });
    expect(sinks.out_cloudwatch.region).toBe('$r');
    expect(sources.in_tail_kubernetes.exclude_paths_glob_patterns).toContain('/var/log/pods/$a/*');
    expect(sources.in_tail_b).toMatchObject({ include: ['/var/log/$b'], exclude: ['/var/log/$c'] });
    expect(sources.in_systemd_systemd).toMatchObject({ journal_directory: '/var/log/$j', include_units: ['$u.service'] });
  });

  test.each([
    'plain', '0123', '1e3', 'true', 'null', 'it\'s', '"quoted"', 'back\\slash', 'a: b', 'a # b', ' leading', '- x', '{a}', '[a]', '&a', '*a', '%a', '@a', '|', '$HOME', '${HOME}',
  ])('is a password, whatever is in it: %s', (password) => {
    const { auth } = seen(define, { VECTOR_ELASTICSEARCH_PASSWORD: password }).sinks.out_elasticsearch;
    expect(auth.password).toBe(password);
  });

  test('is no secret, which comes from the environment', () => {
    expect(configText(define)).toContain('password: |2-\n        ${VECTOR_ELASTICSEARCH_PASSWORD}\n');
    expect(container(define).env).toContainEqual({ name: 'VECTOR_KAFKA_PASSWORD', valueFrom: { secretKeyRef: { name: 'es', key: 'p' } } });
  });
});
