import { STATE, variable } from './paths';
import { NamedPlugin } from './writer';
import { S3_INTERVAL, S3OutputOptions } from '../../log-output/aws-options';
import { KafkaCompression, KafkaOutputOptions, KafkaSaslMechanism } from '../../log-output/options';
import { DestinationSecrets } from '../../log-output/secrets';

/** Upstream: logstash-integration-kafka lib/logstash/outputs/kafka.rb, whose client is Java's own: certificate authorities in PEM are a kind of trust store. */
export function renderKafka(options: KafkaOutputOptions, id: string, secrets: DestinationSecrets): NamedPlugin {
  const { brokers, topic, tls, user, password, saslMechanism = KafkaSaslMechanism.SCRAM_SHA_512, compression = KafkaCompression.GZIP } = options;
  const ca = secrets.file('ca.crt', tls?.ca);
  const passwordName = secrets.variableName('password', password);
  const module = saslMechanism === KafkaSaslMechanism.PLAIN ? 'plain.PlainLoginModule' : 'scram.ScramLoginModule';
  return new NamedPlugin('kafka', {
    id,
    bootstrap_servers: brokers.join(','),
    topic_id: topic,
    codec: new NamedPlugin('json'),
    acks: 'all',
    compression_type: compression,
    security_protocol: `${user === undefined ? '' : 'SASL_'}${tls ? 'SSL' : 'PLAINTEXT'}`,
    ssl_truststore_location: ca,
    ssl_truststore_type: ca && 'PEM',
    ssl_endpoint_identification_algorithm: tls?.verify === false ? '' : undefined,
    sasl_mechanism: user === undefined ? undefined : saslMechanism,
    sasl_jaas_config: passwordName && `org.apache.kafka.common.security.${module} required username='${user}' password='${variable(passwordName)}';`,
  });
}

/** Of the date of an event, in the words of Logstash. */
const DATES: { readonly [directive: string]: string } = { '%Y': '%{+YYYY}', '%m': '%{+MM}', '%d': '%{+dd}', '%H': '%{+HH}', '%M': '%{+mm}' };

/** Upstream: logstash-integration-aws lib/logstash/outputs/s3.rb. What was not sent yet lies in the state directory, and is sent after a restart. */
export function renderS3(options: S3OutputOptions, id: string, secrets: DestinationSecrets): NamedPlugin {
  const { bucket, region, pathPrefix = 'logs/%Y/%m/%d/', interval = S3_INTERVAL, endpoint, credentials } = options;
  const [keyId, key] = [secrets.variableName('access_key_id', credentials?.accessKeyId), secrets.variableName('secret_access_key', credentials?.secretAccessKey)];
  return new NamedPlugin('s3', {
    id,
    bucket,
    region,
    endpoint,
    additional_settings: endpoint === undefined ? undefined : { force_path_style: true },
    access_key_id: keyId && variable(keyId),
    secret_access_key: key && variable(key),
    prefix: pathPrefix.replace(/%[YmdHM]/g, (directive) => DATES[directive]),
    // buckets without access lists, which AWS makes by default, take no other
    canned_acl: 'bucket-owner-full-control',
    temporary_directory: `${STATE}/${id}`,
    restore: true,
    rotation_strategy: 'time',
    time_file: Math.ceil(interval.toMinutes({ integral: false })),
    encoding: 'gzip',
    codec: new NamedPlugin('json_lines'),
    // it would write, and delete, an object of its own at the start
    validate_credentials_on_root_bucket: false,
  });
}
