import { renderBuffer } from './buffer';
import type { Plugin } from './outputs';
import { Secrets } from './secrets';
import { Ruby, Section } from './writer';
import { ForwardOutputOptions, KafkaCompression, KafkaOutputOptions, KafkaSaslMechanism } from '../../log-output/options';
import { FluentdBuffer } from '../props';

/** Time and tag are no fields of the event by themselves. */
export const INJECT: Section = {
  name: 'inject',
  params: { time_key: 'time', time_type: 'string', time_format: '%Y-%m-%dT%H:%M:%S.%N%z', localtime: false, tag_key: 'tag' },
};

/** Upstream: fluentd lib/fluent/plugin/out_forward.rb. */
export function renderForward(options: ForwardOutputOptions, id: string, buffer: FluentdBuffer, secrets: Secrets): Plugin {
  const { host, port = 24224, tls, sharedKey, user, password, acknowledge = true } = options;
  const tlsParams = tls && {
    transport: 'tls',
    tls_insecure_mode: !(tls.verify ?? true),
    tls_cert_path: secrets.file('ca.crt', tls.ca),
    tls_client_cert_path: secrets.file('client.crt', tls.certificate),
    tls_client_private_key_path: secrets.file('client.key', tls.key),
  };
  const key = secrets.variable('shared_key', sharedKey);
  return {
    params: {
      '@type': 'forward',
      '@id': id,
      'require_ack_response': acknowledge,
      // else an address is kept for ever, and Fluentd does not start without the name
      'expire_dns_cache': '60s',
      'ignore_network_errors_at_startup': true,
      ...tlsParams,
    },
    sections: [
      { name: 'server', params: { host, port, username: user, password: secrets.variable('password', password) } },
      ...(key ? [{ name: 'security', params: { self_hostname: Ruby.env('K8S_NODE_NAME'), shared_key: key } }] : []),
      renderBuffer(id, 'forward', buffer, { keys: 'tag' }),
    ],
  };
}

const SCRAM: { [mechanism: string]: string } = { [KafkaSaslMechanism.SCRAM_SHA_256]: 'sha256', [KafkaSaslMechanism.SCRAM_SHA_512]: 'sha512' };

/** Upstream: fluent-plugin-kafka lib/fluent/plugin/out_kafka2.rb. The tag as chunk key keeps a field `topic` of an event from choosing the topic. */
export function renderKafka(options: KafkaOutputOptions, id: string, buffer: FluentdBuffer, secrets: Secrets): Plugin {
  const { brokers, topic, tls, user, password, saslMechanism = KafkaSaslMechanism.SCRAM_SHA_512, compression = KafkaCompression.GZIP } = options;
  const ca = secrets.file('ca.crt', tls?.ca);
  return {
    params: {
      '@type': 'kafka2',
      '@id': id,
      'brokers': brokers,
      'default_topic': topic,
      'required_acks': -1,
      'compression_codec': compression === KafkaCompression.NONE ? undefined : compression,
      // a single event that no broker takes would be tried for ever; it is left out, with a message
      'max_send_limit_bytes': 1000000,
      ...(tls && {
        ssl_ca_cert: ca && [ca],
        ssl_ca_certs_from_system: ca === undefined,
        ssl_verify_hostname: tls.verify ?? true,
        ssl_client_cert: secrets.file('client.crt', tls.certificate),
        ssl_client_cert_key: secrets.file('client.key', tls.key),
      }),
      ...(user !== undefined && {
        username: user,
        password: secrets.variable('password', password),
        scram_mechanism: SCRAM[saslMechanism],
        sasl_over_ssl: tls !== undefined,
      }),
    },
    sections: [{ name: 'format', params: { '@type': 'json' } }, INJECT, renderBuffer(id, 'kafka', buffer, { keys: 'tag' })],
  };
}
