import { renderBuffer } from './buffer';
import type { Plugin } from './outputs';
import { Secrets } from './secrets';
import { ElasticsearchOutputOptions, LogOutputTls, SearchOutputOptions } from '../../log-output/options';
import { FluentdBuffer } from '../props';

export const ELASTICSEARCH_MAJOR = 8;

/** Upstream: fluent-plugin-elasticsearch lib/fluent/plugin/out_elasticsearch.rb. */
export function renderElasticsearch(options: ElasticsearchOutputOptions, id: string, buffer: FluentdBuffer, secrets: Secrets): Plugin {
  const { majorVersion = ELASTICSEARCH_MAJOR } = options;
  return {
    params: {
      '@type': 'elasticsearch',
      '@id': id,
      ...connection(options, secrets),
      // asking the server at the start would keep Fluentd from starting without it, and so from reading
      'verify_es_version_at_startup': false,
      'default_elasticsearch_version': majorVersion,
      'use_elasticsearch_version': majorVersion >= 9 ? majorVersion : undefined,
    },
    sections: [renderBuffer(id, 'elasticsearch', buffer, { keys: 'tag' })],
  };
}

/** Upstream: fluent-plugin-opensearch lib/fluent/plugin/out_opensearch.rb. */
export function renderOpensearch(options: SearchOutputOptions, id: string, buffer: FluentdBuffer, secrets: Secrets): Plugin {
  return {
    params: {
      '@type': 'opensearch',
      '@id': id,
      ...connection(options, secrets),
      'verify_os_version_at_startup': false,
    },
    sections: [renderBuffer(id, 'opensearch', buffer, { keys: 'tag' })],
  };
}

/** Both plugins put IPv6 addresses into brackets themselves. */
function connection(options: SearchOutputOptions, secrets: Secrets): Plugin['params'] {
  const { host, port = 9200, tls, user, password, path, index, indexPrefix = 'logstash' } = options;
  return {
    host,
    port,
    scheme: tls === undefined ? 'http' : 'https',
    path,
    ...tlsParams(tls, secrets),
    user,
    password: secrets.variable('password', password),
    ...(index === undefined ? { logstash_format: true, logstash_prefix: indexPrefix } : { index_name: index, include_timestamp: true }),
    include_tag_key: true,
    // types have gone with version 8 of Elasticsearch and version 2 of OpenSearch
    suppress_type_name: true,
    // asking the server for its nodes would lead past the Service or proxy that stands before them
    reload_connections: false,
    reload_on_failure: false,
    reconnect_on_error: true,
    // the default of 5 seconds gives up, and so repeats, what a busy server is about to take
    request_timeout: '30s',
  };
}

function tlsParams(tls: LogOutputTls | undefined, secrets: Secrets): Plugin['params'] {
  return tls === undefined ? {} : {
    ssl_verify: tls.verify ?? true,
    ca_file: secrets.file('ca.crt', tls.ca),
    client_cert: secrets.file('client.crt', tls.certificate),
    client_key: secrets.file('client.key', tls.key),
  };
}
