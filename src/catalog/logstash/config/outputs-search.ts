import { isIPv6 } from 'node:net';
import { variable } from './paths';
import { LogstashValue, NamedPlugin } from './writer';
import { ElasticsearchOutputOptions, SearchOutputOptions } from '../../log-output/options';
import { DestinationSecrets } from '../../log-output/secrets';

/** Upstream: logstash-output-elasticsearch lib/logstash/outputs/elasticsearch.rb. It asks the server for its version, so the major version makes no difference. */
export function renderElasticsearch(options: ElasticsearchOutputOptions, id: string, secrets: DestinationSecrets): NamedPlugin {
  const { tls } = options;
  const ca = secrets.file('ca.crt', tls?.ca);
  return new NamedPlugin('elasticsearch', {
    id,
    ...connection(options, secrets),
    ssl_certificate_authorities: ca && [ca],
    ssl_certificate: secrets.file('client.crt', tls?.certificate),
    ssl_key: secrets.file('client.key', tls?.key),
    ssl_verification_mode: tls && (tls.verify ?? true ? 'full' : 'none'),
    // an index of one's own choice is no data stream, and its lifecycle belongs to whoever keeps the cluster
    data_stream: 'false',
    ilm_enabled: false,
  });
}

/** Upstream: logstash-output-opensearch lib/logstash/plugin_mixins/opensearch/api_configs.rb, where TLS has other names. */
export function renderOpensearch(options: SearchOutputOptions, id: string, secrets: DestinationSecrets): NamedPlugin {
  const { tls } = options;
  return new NamedPlugin('opensearch', {
    id,
    ...connection(options, secrets),
    cacert: secrets.file('ca.crt', tls?.ca),
    tls_certificate: secrets.file('client.crt', tls?.certificate),
    tls_key: secrets.file('client.key', tls?.key),
    ssl_certificate_verification: tls && (tls.verify ?? true),
  });
}

function connection(options: SearchOutputOptions, secrets: DestinationSecrets): { [param: string]: LogstashValue } {
  const { host, port = 9200, tls, user, password, path, index, indexPrefix = 'logstash' } = options;
  const passwordName = secrets.variableName('password', password);
  return {
    hosts: [`${tls ? 'https' : 'http'}://${isIPv6(host) ? `[${host}]` : host}:${port}`],
    path,
    user,
    password: passwordName && variable(passwordName),
    index: index ?? `${indexPrefix}-%{+YYYY.MM.dd}`,
    // writing a template needs rights on the whole cluster, and without them nothing would be sent
    manage_template: false,
  };
}
