import { Duration } from 'cdk8s';
import { container, output, pipeline, pod, secret, Define } from './helpers';
import { KafkaCompression, KafkaSaslMechanism, LogOutput } from '../../../src';

const OWN_IMAGE = 'registry.example.com/logging/logstash:9.5.1';

describe('Elasticsearch', () => {
  test('is written to in daily indices', () => {
    expect(output({ output: LogOutput.elasticsearch({ host: 'es' }) })).toEqual({
      id: 'out_elasticsearch', hosts: ['http://es:9200'], index: 'logstash-%{+YYYY.MM.dd}', data_stream: 'false', ilm_enabled: false, manage_template: false,
    });
  });

  test('is written to over TLS, at an IPv6 address, as a user, in one index', () => {
    const define: Define = (scope) => {
      const [credentials, own] = [secret(scope, 'es'), secret(scope, 'own')];
      return {
        output: LogOutput.elasticsearch({
          host: '2001:db8::1',
          port: 443,
          path: '/es',
          index: 'one',
          tls: { ca: { secret: credentials, key: 'ca' }, certificate: { secret: own, key: 'tls.crt' }, key: { secret: own, key: 'tls.key' } },
          user: 'u',
          password: { secret: credentials, key: 'p' },
        }),
      };
    };
    expect(output(define)).toEqual({
      id: 'out_elasticsearch',
      hosts: ['https://[2001:db8::1]:443'],
      path: '/es',
      user: 'u',
      password: '${LOGSTASH_ELASTICSEARCH_PASSWORD}',
      index: 'one',
      manage_template: false,
      ssl_certificate_authorities: ['/etc/logstash-tls/elasticsearch/es/ca.crt'],
      ssl_certificate: '/etc/logstash-tls/elasticsearch/own/client.crt',
      ssl_key: '/etc/logstash-tls/elasticsearch/own/client.key',
      ssl_verification_mode: 'full',
      data_stream: 'false',
      ilm_enabled: false,
    });
    expect(container(define).env).toContainEqual({ name: 'LOGSTASH_ELASTICSEARCH_PASSWORD', valueFrom: { secretKeyRef: { name: 'es', key: 'p' } } });
    expect(pod(define).volumes).toContainEqual({ name: 'secret-es', secret: { secretName: 'es', items: [{ key: 'ca', path: 'ca.crt' }] } });
  });

  test('is not checked where it shall not be', () => {
    expect(output({ output: LogOutput.elasticsearch({ host: 'es', tls: { verify: false } }) }).ssl_verification_mode).toBe('none');
  });
});

describe('OpenSearch', () => {
  test('has other names for TLS', () => {
    const define: Define = (scope) => ({
      output: LogOutput.opensearch({ host: 'os', tls: { ca: { secret: secret(scope, 'os'), key: 'ca' } }, user: 'u', password: { secret: secret(scope, 'os'), key: 'p' } }),
      image: OWN_IMAGE,
    });
    expect(output(define)).toEqual({
      id: 'out_opensearch',
      hosts: ['https://os:9200'],
      user: 'u',
      password: '${LOGSTASH_OPENSEARCH_PASSWORD}',
      index: 'logstash-%{+YYYY.MM.dd}',
      manage_template: false,
      cacert: '/etc/logstash-tls/opensearch/os/ca.crt',
      ssl_certificate_verification: true,
    });
    expect(container(define).image).toBe(OWN_IMAGE);
  });

  test('is nothing of Elasticsearch\'s', () => {
    expect(output({ output: LogOutput.opensearch({ host: 'os' }), image: OWN_IMAGE })).toEqual({
      id: 'out_opensearch', hosts: ['http://os:9200'], index: 'logstash-%{+YYYY.MM.dd}', manage_template: false,
    });
  });
});

describe('Kafka', () => {
  test('is acknowledged by all replicas', () => {
    expect(output({ output: LogOutput.kafka({ brokers: ['a:9092', 'b:9092'], topic: 't', compression: KafkaCompression.NONE }) })).toEqual({
      id: 'out_kafka',
      bootstrap_servers: 'a:9092,b:9092',
      topic_id: 't',
      codec: { plugin: 'json', when: [], params: {} },
      acks: 'all',
      compression_type: 'none',
      security_protocol: 'PLAINTEXT',
    });
  });

  test.each([
    [undefined, 'scram.ScramLoginModule', 'SCRAM-SHA-512'], [KafkaSaslMechanism.SCRAM_SHA_256, 'scram.ScramLoginModule', 'SCRAM-SHA-256'],
    [KafkaSaslMechanism.PLAIN, 'plain.PlainLoginModule', 'PLAIN'],
  ])('lets somebody in (case %#)', (saslMechanism, module, mechanism) => {
    const define: Define = (scope) => ({
      output: LogOutput.kafka({ brokers: ['a:9093'], topic: 't', tls: { verify: false }, user: 'u', password: { secret: secret(scope, 'k'), key: 'p' }, saslMechanism }),
    });
    expect(output(define)).toMatchObject({
      security_protocol: 'SASL_SSL',
      ssl_endpoint_identification_algorithm: '',
      sasl_mechanism: mechanism,
      sasl_jaas_config: `org.apache.kafka.common.security.${module} required username='u' password='\${LOGSTASH_KAFKA_PASSWORD}';`,
    });
  });

  test('takes certificate authorities in PEM', () => {
    const tls = output((scope) => ({ output: LogOutput.kafka({ brokers: ['a:9093'], topic: 't', tls: { ca: { secret: secret(scope, 'k'), key: 'ca.crt' } } }) }));
    expect(tls).toMatchObject({ security_protocol: 'SSL', ssl_truststore_location: '/etc/logstash-tls/kafka/k/ca.crt', ssl_truststore_type: 'PEM' });
    expect(tls).not.toHaveProperty('ssl_endpoint_identification_algorithm');
    expect(output({ output: LogOutput.kafka({ brokers: ['a:9093'], topic: 't', tls: {} }) })).not.toHaveProperty('ssl_truststore_type');
  });
});

describe('S3', () => {
  test('gets objects by the time of their events, which wait in the state directory', () => {
    expect(output({ output: LogOutput.s3({ bucket: 'logs', region: 'r', pathPrefix: 'a/%Y-%m-%d/%H%M/', interval: Duration.seconds(90) }) })).toEqual({
      id: 'out_s3',
      bucket: 'logs',
      region: 'r',
      prefix: 'a/%{+YYYY}-%{+MM}-%{+dd}/%{+HH}%{+mm}/',
      canned_acl: 'bucket-owner-full-control',
      temporary_directory: '/usr/share/logstash/data/out_s3',
      restore: true,
      rotation_strategy: 'time',
      time_file: 2,
      encoding: 'gzip',
      codec: { plugin: 'json_lines', when: [], params: {} },
      validate_credentials_on_root_bucket: false,
    });
  });

  test('may be another\'s, with an access key', () => {
    expect(output((scope) => ({
      output: LogOutput.s3({
        bucket: 'logs', region: 'r', endpoint: 'https://minio', credentials: { accessKeyId: { secret: secret(scope, 'm'), key: 'i' }, secretAccessKey: { secret: secret(scope, 'm'), key: 's' } },
      }),
    }))).toMatchObject({
      endpoint: 'https://minio', additional_settings: { force_path_style: true }, access_key_id: '${LOGSTASH_S3_ACCESS_KEY_ID}', secret_access_key: '${LOGSTASH_S3_SECRET_ACCESS_KEY}',
    });
  });
});

test('several at once get everything, each with a name of its own', () => {
  const { output: plugins } = pipeline({ output: LogOutput.multiple(LogOutput.stdout(), LogOutput.elasticsearch({ host: 'a' }), LogOutput.elasticsearch({ host: 'b' })) });
  expect(plugins.map(({ params, when }) => [params.id, when])).toEqual([['out_stdout', []], ['out_elasticsearch', []], ['out_elasticsearch_2', []]]);
});
