import { isIP } from 'node:net';
import { Secrets } from './secrets';
import { Properties, variable } from './values';
import {
  ForwardOutputOptions, KafkaCompression, KafkaOutputOptions, KafkaSaslMechanism, LogOutputTls, SearchOutputOptions,
} from '../../log-output/options';

/** Field with the time of an event, by the name that dashboards look for; `time` is already what the runtime has written. */
export const TIME_KEY = '@timestamp';

/** Upstream: plugins/out_es, plugins/out_opensearch. The major version of the server makes no difference once types are left out. */
export function renderSearch(name: string, options: SearchOutputOptions, replaceDots: boolean, secrets: Secrets): Properties {
  const { host, port = 9200, tls, user, password, path, index, indexPrefix = 'logstash' } = options;
  return {
    name,
    host,
    port,
    path,
    http_user: user,
    http_passwd: secrets.variable('password', password),
    ...(index === undefined ? { logstash_format: true, logstash_prefix: indexPrefix } : { index }),
    time_key: TIME_KEY,
    // many events of one second keep their order
    time_key_nanos: true,
    include_tag_key: true,
    tag_key: 'tag',
    // types have gone with version 8 of Elasticsearch and version 2 of OpenSearch
    suppress_type_name: true,
    replace_dots: replaceDots,
    // why a server refuses an event is said nowhere else
    trace_error: true,
    ...tlsProperties(host, tls, secrets),
  };
}

/** Upstream: plugins/out_forward. */
export function renderForward(options: ForwardOutputOptions, secrets: Secrets): Properties {
  const { host, port = 24224, tls, sharedKey, user, password, acknowledge = true } = options;
  return {
    name: 'forward',
    host,
    port,
    shared_key: secrets.variable('shared_key', sharedKey),
    self_hostname: sharedKey && variable('K8S_NODE_NAME'),
    username: user,
    password: secrets.variable('password', password),
    require_ack_response: acknowledge,
    ...tlsProperties(host, tls, secrets),
  };
}

/** Upstream: plugins/out_kafka, whose `rdkafka.` properties are those of librdkafka. */
export function renderKafka(options: KafkaOutputOptions, secrets: Secrets): Properties {
  const { brokers, topic, tls, user, password, saslMechanism = KafkaSaslMechanism.SCRAM_SHA_512, compression = KafkaCompression.GZIP } = options;
  const protocol = `${user === undefined ? '' : 'sasl_'}${tls === undefined ? 'plaintext' : 'ssl'}`;
  return {
    'name': 'kafka',
    'brokers': brokers.join(','),
    'topics': topic,
    'format': 'json',
    'timestamp_key': TIME_KEY,
    'timestamp_format': 'iso8601_ns',
    'rdkafka.security.protocol': protocol === 'plaintext' ? undefined : protocol,
    'rdkafka.request.required.acks': -1,
    'rdkafka.compression.codec': compression === KafkaCompression.NONE ? undefined : compression,
    ...(tls && {
      'rdkafka.ssl.ca.location': secrets.file('ca.crt', tls.ca) ?? 'probe',
      'rdkafka.ssl.endpoint.identification.algorithm': tls.verify ?? true ? 'https' : 'none',
      'rdkafka.ssl.certificate.location': secrets.file('client.crt', tls.certificate),
      'rdkafka.ssl.key.location': secrets.file('client.key', tls.key),
    }),
    ...(user !== undefined && {
      'rdkafka.sasl.mechanism': saslMechanism,
      'rdkafka.sasl.username': user,
      'rdkafka.sasl.password': secrets.variable('password', password),
    }),
  };
}

function tlsProperties(host: string, tls: LogOutputTls | undefined, secrets: Secrets): Properties {
  return tls === undefined ? {} : {
    'tls': true,
    'tls.verify': tls.verify ?? true,
    // without it a valid certificate of any other server would do; addresses are not found in certificates (upstream: X509_VERIFY_PARAM_set1_host)
    'tls.verify_hostname': (tls.verify ?? true) && isIP(host) === 0,
    'tls.ca_file': secrets.file('ca.crt', tls.ca),
    'tls.crt_file': secrets.file('client.crt', tls.certificate),
    'tls.key_file': secrets.file('client.key', tls.key),
  };
}
