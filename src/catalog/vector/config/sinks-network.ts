import { isIPv6 } from 'node:net';
import { Secrets } from './secrets';
import { Component, literal } from './values';
import { ElasticsearchOutputOptions, KafkaCompression, KafkaOutputOptions, KafkaSaslMechanism, SearchOutputOptions } from '../../log-output/options';

/** Upstream: src/sinks/elasticsearch; for OpenSearch it speaks as to Elasticsearch 7. */
export function renderElasticsearch(options: ElasticsearchOutputOptions, secrets: Secrets): Component {
  return search(options, (options.majorVersion ?? 8) < 8 ? 'v7' : 'v8', secrets);
}

export function renderOpensearch(options: SearchOutputOptions, secrets: Secrets): Component {
  return search(options, 'v7', secrets);
}

function search(options: SearchOutputOptions, version: string, secrets: Secrets): Component {
  const { host, port = 9200, tls, user, password, path = '', index, indexPrefix = 'logstash' } = options;
  const authority = `${isIPv6(host) ? `[${host}]` : host}:${port}`;
  return {
    type: 'elasticsearch',
    endpoints: [`${tls ? 'https' : 'http'}://${authority}${literal(path === '' || path.startsWith('/') ? path : `/${path}`)}`],
    mode: 'bulk',
    // a server that is away at the start would be taken for the newest one
    api_version: version,
    bulk: { index: index === undefined ? `${literal(indexPrefix)}-%Y.%m.%d` : literal(index) },
    // events that the server refuses while it is busy would be lost
    request_retry_partial: true,
    auth: user === undefined ? undefined : { strategy: 'basic', user: literal(user), password: secrets.variable('password', password) },
    tls: tls && { ...secrets.tlsFiles(tls), ...(tls.verify === false ? { verify_certificate: false, verify_hostname: false } : {}) },
  };
}

/** Upstream: src/sinks/kafka, on librdkafka. */
export function renderKafka(options: KafkaOutputOptions, secrets: Secrets): Component {
  const { brokers, topic, tls, user, password, saslMechanism = KafkaSaslMechanism.SCRAM_SHA_512, compression = KafkaCompression.GZIP } = options;
  return {
    type: 'kafka',
    bootstrap_servers: brokers.join(','),
    topic,
    encoding: { codec: 'json' },
    compression,
    // tried for ever: the buffer's limit decides, not the length of an outage
    message_timeout_ms: 0,
    sasl: user === undefined ? undefined
      : { enabled: true, mechanism: saslMechanism, username: literal(user), password: secrets.variable('password', password) },
    tls: tls && { enabled: true, ...secrets.tlsFiles(tls), verify_hostname: tls.verify === false ? false : undefined },
  };
}
