import { Duration, Size } from 'cdk8s';
import { Cpu, EnvValue } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { Define, secret } from './helpers';
import {
  DaemonVolume, Discovery, HostPath, KafkaSaslMechanism, LogOutput, LogParser, LogSource, Placement, Priority, Rollout, Tolerations,
  VectorDaemonProps, VectorHostCollector, VectorLogLevel, VectorWhenFull,
} from '../../../src';

export const ELASTICSEARCH = LogOutput.elasticsearch({ host: 'elasticsearch.logging.svc', port: 9200 });

/** Everything that can be switched on at once. */
export function rich(scope: Construct): VectorDaemonProps {
  const value = (name: string, key: string) => ({ secret: secret(scope, name), key });
  const tls = (name: string) => ({ ca: value(name, 'ca.crt'), certificate: value(name, 'tls.crt'), key: value(name, 'tls.key') });
  const credentials = { accessKeyId: value('aws', 'id'), secretAccessKey: value('aws', 'key') };
  return {
    output: LogOutput.multiple(
      LogOutput.elasticsearch({
        host: '2001:db8::9',
        port: 443,
        tls: tls('elasticsearch'),
        user: 'vector',
        password: value('elasticsearch', 'password'),
        path: '/elastic',
        indexPrefix: 'nodes',
      }),
      LogOutput.kafka({
        brokers: ['kafka-0.kafka.svc:9093', 'kafka-1.kafka.svc:9093'],
        topic: 'logs',
        tls: tls('kafka'),
        user: 'vector',
        password: value('kafka', 'password'),
        saslMechanism: KafkaSaslMechanism.SCRAM_SHA_256,
      }),
      LogOutput.s3({ bucket: 'cluster-logs', region: 'eu-central-1', pathPrefix: 'nodes/%Y/%m/%d/', credentials }),
      LogOutput.cloudWatch({ region: 'eu-central-1', logGroup: '/cluster/nodes', retention: Duration.days(30), credentials }),
    ),
    image: 'registry.example.com/logging/vector:0.56.0-debian',
    sources: [
      LogSource.containerLogs({ excludePaths: ['/var/log/containers/*_kube-system_*.log'] }),
      LogSource.systemd({ units: ['kubelet', 'containerd'] }),
      LogSource.tail({
        path: '/srv/app/*.log',
        tag: 'app.*',
        parser: LogParser.regexp('^(?<time>[^ ]+) #(?<level>\\w+) (?<message>.*)$', { timeFormat: '%Y-%m-%dT%H:%M:%S.%N%z' }),
      }),
      LogSource.forward(),
    ],
    metadata: { podAnnotations: true, namespaceLabels: true, nodeLabels: true, podSelector: 'logs!=none', namespaceSelector: 'team' },
    remap: '.message = redact(.message, filters: [r\'\\d{4}$\']) ?? .message',
    buffer: { maxSize: Size.gibibytes(4), whenFull: VectorWhenFull.DROP_NEWEST },
    metrics: { port: 9091, hostCollectors: [VectorHostCollector.CPU, VectorHostCollector.MEMORY] },
    api: { enabled: true },
    logLevel: VectorLogLevel.WARN,
    extraConfig: [
      'transforms:', '  sampled:', '    type: sample', '    inputs: [ remap ]', '    rate: 10',
      'sinks:', '  archive:', '    type: http', '    inputs: [ sampled ]', '    uri: https://archive.example.com/', '    encoding: { codec: json }',
      '    auth: { strategy: bearer, token: "${ARCHIVE_TOKEN}" }',
    ].join('\n'),
    env: { ARCHIVE_TOKEN: EnvValue.fromSecretValue(value('archive', 'token')) },
    resources: { cpu: { request: Cpu.millis(500) }, memory: { request: Size.mebibytes(512), limit: Size.gibibytes(1) } },
    hostPaths: [HostPath.readOnly('/srv/app')],
    volumes: [DaemonVolume.emptyDir('/scratch')],
    name: 'collector',
    namespace: 'logging',
    labels: { team: 'platform' },
    podAnnotations: { 'example.com/owner': 'platform' },
    placement: Placement.linux(),
    tolerations: Tolerations.controlPlane(),
    priority: Priority.nodeCritical(),
    rollout: Rollout.rolling({ minReady: Duration.seconds(10) }),
    discovery: [
      Discovery.headless({ ports: ['metrics'] }), Discovery.nodeLocalService({ ports: ['forward'] }), Discovery.podMonitor('metrics'),
    ],
    terminationGracePeriod: Duration.minutes(2),
  };
}

/** Definitions that differ in what the configuration needs of the container. */
export const DEFINITIONS: [string, Define][] = [
  ['the smallest', {}],
  ['Elasticsearch', { output: ELASTICSEARCH }],
  ['everything', rich],
  ['OpenSearch with TLS and a user', (scope) => ({
    output: LogOutput.opensearch({ host: 'os', tls: { ca: { secret: secret(scope, 'os'), key: 'ca' } }, user: 'u', password: { secret: secret(scope, 'os'), key: 'p' } }),
  })],
  ['two of a kind', (scope) => ({
    output: LogOutput.multiple(...['a', 'b'].map((host) => LogOutput.opensearch({ host, user: 'u', password: { secret: secret(scope, host), key: 'k' } }))),
  })],
  ['two identities for AWS', (scope) => ({
    output: LogOutput.multiple(...['a', 'b'].map((bucket) => LogOutput.s3({
      bucket: `${bucket}-logs`,
      region: 'r',
      credentials: { accessKeyId: { secret: secret(scope, bucket), key: 'i' }, secretAccessKey: { secret: secret(scope, bucket), key: 's' } },
    }))),
  })],
  ['no metrics', { metrics: { enabled: false } }],
  ['the API in their place', { metrics: { enabled: false }, api: { enabled: true, port: 8687 } }],
  ['a port without metrics', { metrics: { enabled: false }, sources: [LogSource.forward({ port: 5170 })] }],
  ['files of containers as files', { sources: [LogSource.tail({ path: '/var/log/pods/*/*/*.log, /var/log/containers/*.log', tag: 'files' })] }],
  ['Docker', { docker: true, sources: [LogSource.tail({ path: '/var/lib/docker/containers/*/*-json.log', tag: 'docker.*', parser: LogParser.json() })] }],
  ['a journal in memory', { sources: [LogSource.systemd({ path: '/run/log/journal' })], hostPaths: [HostPath.readOnly('/run/log/journal')] }],
  ['the node measured', { metrics: { hostCollectors: [VectorHostCollector.LOAD] } }],
];
