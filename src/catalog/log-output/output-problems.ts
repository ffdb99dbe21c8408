import { isIP } from 'node:net';
import { CloudWatchOutputOptions, S3_INTERVAL, S3OutputOptions } from './aws-options';
import { LogDestination, LogOutput } from './log-output';
import { ElasticsearchOutputOptions, ForwardOutputOptions, KafkaOutputOptions, LogOutputTls, SearchOutputOptions } from './options';

/** Upstream: PutRetentionPolicy of the CloudWatch Logs API. */
const RETENTION_DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

/** What is wrong with destinations, whichever collector sends there. */
export function outputProblems(output: LogOutput): string[] {
  return output._destinations.length === 0 ? ['LogOutput.multiple() has no destination; name at least one']
    : output._destinations.flatMap((destination) => destinationProblems(destination).map((problem) => `${destination.kind}: ${problem}`));
}

function destinationProblems(destination: LogDestination): string[] {
  switch (destination.kind) {
    case 'elasticsearch': return [...search(destination.options), ...major(destination.options)];
    case 'opensearch': return search(destination.options);
    case 'forward': return [...server(destination.options), ...forward(destination.options)];
    case 'kafka': return kafka(destination.options);
    case 's3': return s3(destination.options);
    case 'cloudwatch': return cloudWatch(destination.options);
    case 'stdout': return [];
  }
}

interface Server {
  readonly host: string;
  readonly port?: number;
  readonly tls?: LogOutputTls;
  readonly user?: string;
  readonly password?: unknown;
}

function server({ host, port = 1, ...options }: Server): string[] {
  const bare = isIP(host) !== 0 || /^[A-Za-z0-9_]([\w.-]*[A-Za-z0-9_.])?$/.test(host);
  return [
    ...(bare ? [] : [`'${masked(host)}' is no host name or IP address; give host, port, path and tls apart, an IPv6 address without brackets`]),
    ...(isPort(port) ? [] : [`the port ${port} does not exist: ports are whole numbers from 1 to 65535`]),
    ...login(options),
  ];
}

function login({ tls, user, password }: Pick<Server, 'tls' | 'user' | 'password'>): string[] {
  return [...both({ user, password }), ...both({ 'tls.certificate': tls?.certificate, 'tls.key': tls?.key })];
}

/** Two fields of which one says nothing without the other. */
function both(fields: { readonly [name: string]: unknown }): string[] {
  const names = Object.keys(fields);
  const given = names.filter((name) => fields[name] !== undefined);
  return given.length === 1 ? [`${given[0]} is given without ${names.find((name) => name !== given[0])}; give both or none`] : [];
}

function search(options: SearchOutputOptions): string[] {
  return [
    ...server(options),
    ...(options.index !== undefined && options.indexPrefix !== undefined ? ['index and indexPrefix are both given; one index, or daily ones?'] : []),
  ];
}

function major({ majorVersion = 8 }: ElasticsearchOutputOptions): string[] {
  return [7, 8, 9].includes(majorVersion) ? [] : [`there is no client for the major version ${majorVersion}; take 7, 8 or 9`];
}

function forward({ user, sharedKey }: ForwardOutputOptions): string[] {
  return user !== undefined && sharedKey === undefined ? ['user is given without sharedKey, and the protocol knows no user without it; give both'] : [];
}

function kafka({ brokers, topic, ...options }: KafkaOutputOptions): string[] {
  return [
    ...(brokers.length === 0 ? ['no broker is given; name at least one, such as kafka.svc:9092'] : []),
    ...brokers.filter((broker) => !/^(\[[0-9a-fA-F:.]+\]|[\w.-]+):\d{1,5}$/.test(broker))
      .map((broker) => `the broker '${masked(broker)}' is not of the form host:port, such as kafka.svc:9092 or [2001:db8::1]:9092`),
    ...(/^[\w.-]{1,249}$/.test(topic) ? [] : [`the topic '${topic}' is not allowed: at most 249 letters, digits, '.', '_' and '-'`]),
    ...login(options),
  ];
}

function s3({ bucket, pathPrefix = '', endpoint, interval = S3_INTERVAL }: S3OutputOptions): string[] {
  return [
    ...(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket) ? []
      : [`'${bucket}' is no name of a bucket: 3 to 63 lower-case letters, digits, dots and dashes, without s3://`]),
    ...(pathPrefix.includes('${') ? [`pathPrefix '${pathPrefix}' has a placeholder of a collector's own, but objects hold the events of all sources; `
      + 'only %Y, %m, %d, %H and %M stand for something'] : []),
    ...(endpoint === undefined || /^https?:\/\/[^@\s]+$/.test(endpoint) ? [] : ['endpoint is no URL without a user, such as https://minio.storage.svc:9000']),
    ...(interval.toMilliseconds() >= 60_000 ? [] : [`interval is ${interval.toHumanString()}; one object holds at least the logs of a minute`]),
  ];
}

function cloudWatch({ logGroup, retention }: CloudWatchOutputOptions): string[] {
  const days = retention?.toDays({ integral: false });
  return [
    ...(/^[\w./#-]{1,512}$/.test(logGroup) ? [] : [`'${logGroup}' is no name of a log group: at most 512 letters, digits, '.', '_', '-', '/' and '#'`]),
    ...(days === undefined || RETENTION_DAYS.includes(days) ? [] : [`CloudWatch does not know a retention of ${days} days; take one of ${RETENTION_DAYS.join(', ')}`]),
  ];
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65535;
}

/** What stands before an @ may be a password. */
function masked(address: string): string {
  return address.replace(/[^/]*@/, '…@');
}
