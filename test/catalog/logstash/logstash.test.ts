import { Duration, Size, Yaml } from 'cdk8s';
import { Cpu, EnvValue } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { container, Define, environment, files, main, objects, Options, output, pipeline, pod, secret, settings } from './helpers';
import { ParsedPlugin, ParsedValue } from './parse';
import {
  DaemonVolume, Discovery, HostPath, KafkaSaslMechanism, LogOutput, LogParser, LogSource, LogstashDaemon, LogstashDaemonProps, Priority, Tolerations,
} from '../../../src';
import { check } from '../../../src/analysis/check';
import { logstash } from '../../../src/catalog/logstash/definition';
import { readDocuments } from '../../../src/input/documents';
import { isInside } from '../../../src/kubernetes/paths';
import { expectGolden } from '../../golden';

/** Everything that can be switched on at once. */
function rich(scope: Construct): LogstashDaemonProps {
  const value = (name: string, key: string) => ({ secret: secret(scope, name), key });
  return {
    output: LogOutput.multiple(
      LogOutput.elasticsearch({
        host: '2001:db8::9',
        port: 443,
        tls: { ca: value('elasticsearch', 'ca.crt'), certificate: value('elasticsearch', 'tls.crt'), key: value('elasticsearch', 'tls.key') },
        user: 'logstash',
        password: value('elasticsearch', 'password'),
        path: '/elastic',
        indexPrefix: 'nodes',
      }),
      LogOutput.opensearch({ host: 'opensearch.logging.svc', tls: { ca: value('opensearch', 'ca.crt') }, user: 'logstash', password: value('opensearch', 'password'), index: 'logs' }),
      LogOutput.kafka({
        brokers: ['kafka-0.kafka.svc:9093', 'kafka-1.kafka.svc:9093'],
        topic: 'logs',
        tls: { ca: value('kafka', 'ca.crt') },
        user: 'logstash',
        password: value('kafka', 'password'),
        saslMechanism: KafkaSaslMechanism.SCRAM_SHA_256,
      }),
      LogOutput.s3({
        bucket: 'cluster-logs',
        region: 'eu-central-1',
        pathPrefix: 'nodes/%Y/%m/%d/',
        credentials: { accessKeyId: value('aws', 'id'), secretAccessKey: value('aws', 'key') },
      }),
    ),
    image: 'registry.example.com/logging/logstash:9.5.1',
    sources: [
      LogSource.containerLogs({ excludePaths: ['/var/log/containers/*_kube-system_*.log'], readFromHead: false }),
      LogSource.tail({ path: '/var/log/audit/audit.log', tag: 'audit' }),
      LogSource.tail({
        path: '/srv/app/*.log',
        tag: 'app',
        excludePaths: ['/srv/app/debug.log'],
        parser: LogParser.regexp('/^(?<time>[^ ]+ [^ ]+) (?<level>[a-z]+) (?<message>.*)$/i', { timeFormat: '%d/%b/%Y:%H:%M:%S %z' }),
      }),
      LogSource.tail({ path: '/var/log/events/**/*.json', tag: 'events', parser: LogParser.json({ timeKey: 'at', timeFormat: '%s' }) }),
    ],
    extraFilters: [
      'if [kubernetes][namespace] == "shop" {', '  translate {', '    source => "[kubernetes][pod][name]"', '    target => "[shop][team]"',
      '    dictionary_path => "/etc/dictionaries/teams.yml"', '  }', '}',
      'mutate { add_field => { "[cluster]" => "${CLUSTER}" } }', '',
    ].join('\n'),
    pipelineWorkers: 4,
    batchSize: 250,
    queue: { maxSize: Size.gibibytes(4) },
    port: 9601,
    resources: { cpu: { limit: Cpu.units(2) }, memory: { limit: Size.gibibytes(3) } },
    env: { CLUSTER: EnvValue.fromValue('blue') },
    hostPaths: [HostPath.readOnly('/srv/app')],
    volumes: [DaemonVolume.secret('/etc/dictionaries', secret(scope, 'teams'))],
    name: 'collector',
    namespace: 'logging',
    labels: { team: 'platform' },
    tolerations: Tolerations.controlPlane(),
    priority: Priority.nodeCritical(),
    discovery: [Discovery.headless()],
    terminationGracePeriod: Duration.minutes(5),
  };
}

/** Definitions that differ in what the configuration needs of the container. */
const DEFINITIONS: [string, Define][] = [
  ['the smallest', {}],
  ['Elasticsearch', { output: LogOutput.elasticsearch({ host: 'elasticsearch.logging.svc' }) }],
  ['everything', rich],
  ['two of a kind', (scope) => ({
    output: LogOutput.multiple(...['a', 'b'].map((host) => LogOutput.elasticsearch({
      host, tls: { ca: { secret: secret(scope, host), key: 'ca' } }, user: 'u', password: { secret: secret(scope, host), key: 'p' },
    }))),
  })],
  ['no container logs', { sources: [LogSource.tail({ path: '/var/log/syslog', tag: 'syslog' })] }],
  ['files that may be those of containers', { sources: [LogSource.tail({ path: '/var/log/*/*.log', tag: 'all' })] }],
  ['a queue in memory', { queue: { persisted: false } }],
  ['Docker', { docker: true }],
];

const WRITTEN = ['sincedb_path', 'temporary_directory'];

/** Parameters that are paths of the container; `path` of an output is one of the server. */
function paths({ plugin, params }: ParsedPlugin, block: string): { path: string; written: boolean }[] {
  return Object.entries(params).filter(([name]) => block === 'input' || name !== 'path')
    .flatMap(([name, value]) => [value].flat().map((entry: ParsedValue) => ({ path: String(entry), written: WRITTEN.includes(name) })))
    .filter(({ path }) => path.startsWith('/') && plugin !== 'grok');
}

describe.each(DEFINITIONS)('the container of a definition: %s', (_, options) => {
  const config = pipeline(options);
  const named = Object.entries(config).flatMap(([block, plugins]) => plugins.flatMap((plugin) => paths(plugin, block)));
  const text = Object.entries(files(options)).filter(([name]) => name !== 'log4j2.properties').map(([, content]) => content).join('\n');

  test('is accepted by the API server, without a finding of weight', () => {
    const { findings } = check(readDocuments('manifests.yaml', Yaml.stringify(...objects(options))));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings.filter(({ rule }) => rule === 'practice/exception')).toEqual([]);
  });

  test('has every variable that the configuration names, and none for nothing but those of the role and of Java', () => {
    const variables = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
    const env = container(options).env!.map(({ name }) => name);
    expect(variables.filter((name) => !env.includes(name))).toEqual([]);
    expect(env.filter((name) => !variables.includes(name) && !['K8S_NODE_NAME', 'K8S_OWN_LOGS', 'LS_JAVA_OPTS'].includes(name))).toEqual([]);
    expect(variables).toEqual(expect.arrayContaining(['K8S_POD_IP', 'K8S_NODE_NAME']));
  });

  test('sees every path that the configuration names, and may write where it must', () => {
    const { volumes, containers: [{ volumeMounts }] } = pod(options);
    const mount = (path: string) => volumeMounts!.filter(({ mountPath }) => path === mountPath || isInside(path, mountPath))
      .sort((a, b) => b.mountPath.length - a.mountPath.length)[0];
    expect(named.filter(({ path, written }) => mount(path) === undefined || (written && mount(path).readOnly))).toEqual([]);
    expect(named.some(({ written }) => written)).toBe(true);
    // a file of a Secret is there only if its key is chosen
    const missing = named.filter(({ path }) => path.startsWith('/etc/logstash-tls/'))
      .filter(({ path }) => !volumes!.find(({ name }) => name === mount(path).name)!.secret!.items!.some((item) => `${mount(path).mountPath}/${item.path}` === path));
    expect(missing).toEqual([]);
  });

  test('has its settings where it is told to read them, and the pipeline where they say', () => {
    const { command, args, volumeMounts } = container(options);
    expect([command, args]).toEqual([['/usr/share/logstash/bin/logstash'], ['--path.settings', '/etc/logstash']]);
    const { name } = volumeMounts!.find(({ mountPath }) => mountPath === '/etc/logstash')!;
    const { items } = pod(options).volumes!.find((volume) => volume.name === name)!.configMap!;
    expect(items!.map((item) => `/etc/logstash/${item.path}`).sort())
      .toEqual(['/etc/logstash/log4j2.properties', '/etc/logstash/logstash.yml', main(options)['path.config'], '/etc/logstash/pipelines.yml'].sort());
    expect(items!.map(({ key }) => key).sort()).toEqual(Object.keys(files(options)).sort());
  });

  test('declares the port that it opens, and no other', () => {
    expect(container(options).ports).toEqual([{ name: 'api', containerPort: settings(options)['api.http.port'] }]);
  });

  test('has no secret in plain text', () => {
    const said = config.output.flatMap(({ params }) => Object.entries(params)).filter(([name]) => /password|access_key/.test(name));
    expect(said.filter(([, value]) => !/^\$\{\w+\}$/.test(value as string))).toEqual([]);
    expect(text).not.toMatch(/password='(?!\$\{)/);
  });

  test('has a name, and a place for what it keeps, of its own for each plugin', () => {
    const plugins = [...config.input, ...config.output];
    const kept = named.filter(({ written }) => written).map(({ path }) => path);
    expect([new Set(plugins.map(({ params }) => params.id)).size, new Set(kept).size]).toEqual([plugins.length, kept.length]);
  });
});

describe('the daemon', () => {
  test('keeps positions and queue on the node, and writes nowhere else', () => {
    const { volumes, containers: [{ volumeMounts, securityContext }] } = pod();
    const written = volumeMounts!.filter(({ readOnly }) => !readOnly)
      .map(({ name, mountPath }) => [mountPath, volumes!.find((volume) => volume.name === name)]);
    expect(written).toEqual([
      ['/usr/share/logstash/data', { name: 'var-lib-node-agents-logstash', hostPath: { path: '/var/lib/node-agents/logstash', type: 'DirectoryOrCreate' } }],
      ['/tmp', { name: 'empty-tmp', emptyDir: { sizeLimit: '256Mi' } }],
    ]);
    expect(securityContext).toEqual({ allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true, runAsUser: 0, runAsGroup: 0 });
    expect(files()['log4j2.properties']).not.toMatch(/rolling|file/i);
  });

  test('has no right and no token', () => {
    expect(objects().map(({ kind }) => kind).sort()).toEqual(['ConfigMap', 'DaemonSet', 'ServiceAccount']);
    expect(pod().automountServiceAccountToken).toBe(false);
  });

  test('answers on the address of its pod, in either family, and may be root, which version 9 refuses otherwise', () => {
    expect(settings()).toEqual({ 'api.http.host': '${K8S_POD_IP}', 'api.http.port': 9600, 'allow_superuser': true, 'config.reload.automatic': false });
    expect(container().env).toContainEqual({ name: 'K8S_POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } });
  });

  test('is waited for by a startup probe, so that its liveness probe need not wait', () => {
    const { startupProbe, readinessProbe, livenessProbe } = container();
    expect([startupProbe, readinessProbe, livenessProbe].map((probe) => probe!.httpGet)).toEqual(Array(3).fill({ path: '/', port: 'api' }));
    expect(startupProbe!.failureThreshold! * startupProbe!.periodSeconds!).toBe(600);
    expect([readinessProbe, livenessProbe].map((probe) => probe!.initialDelaySeconds)).toEqual([undefined, undefined]);
  });

  test.each<[Options, string]>([
    [{}, '844m'], [{ resources: { memory: { limit: Size.gibibytes(4) } } }, '2252m'], [{ heap: Size.gibibytes(1) }, '1024m'],
  ])('has a heap that follows the memory limit (case %#)', (options, heap) => {
    expect(environment(options).LS_JAVA_OPTS).toMatch(new RegExp(` -Xms${heap} -Xmx${heap}$`));
  });

  test('has a pinned image, and asks for as much as it will take', () => {
    expect(container().image).toBe('docker.elastic.co/logstash/logstash:9.5.1');
    expect(container().resources).toEqual({ requests: { cpu: '500m', memory: '1536Mi' }, limits: { memory: '1536Mi' } });
    expect(pod().terminationGracePeriodSeconds).toBe(120);
  });

  test('waits on disk, or in memory where it is told to', () => {
    const settled = { 'pipeline.id': 'main', 'path.config': '/etc/logstash/pipeline/main.conf', 'pipeline.ecs_compatibility': 'v8' };
    expect(main()).toEqual({ ...settled, 'pipeline.workers': 2, 'queue.type': 'persisted', 'queue.max_bytes': '1024mb' });
    expect(main({ queue: { persisted: false }, pipelineWorkers: 3, batchSize: 50 }))
      .toEqual({ ...settled, 'pipeline.workers': 3, 'pipeline.batch.size': 50, 'queue.type': 'memory' });
  });

  test('restarts when its configuration changes, and not when its own labels do', () => {
    expect(pod({ batchSize: 3 })).toEqual(pod());
    const annotations = (options: Options) => objects(options).find(({ kind }) => kind === 'DaemonSet')!.spec.template.metadata.annotations;
    expect(annotations({ batchSize: 3 })).not.toEqual(annotations({}));
    expect(annotations({ labels: { team: 'a' } })).toEqual(annotations({}));
  });

  test('puts further filters behind its own, as they are', () => {
    const filters = 'mutate {\n  replace => { "text" => "two\nlines" }\n}\n# the end';
    const { filter } = pipeline({ extraFilters: filters });
    expect(filter[filter.length - 1]).toEqual({ plugin: 'mutate', when: [], params: { replace: { text: 'two\nlines' } } });
    expect(files({ extraFilters: ' \n' })).toEqual(files());
  });

  test('leaves its options as they are, and says the same twice', () => {
    expect(JSON.stringify(objects(rich))).toBe(JSON.stringify(objects(rich)));
    const sources = Object.freeze([LogSource.containerLogs()]) as LogSource[];
    const props: LogstashDaemonProps = Object.freeze({ output: LogOutput.stdout(), sources });
    const who = { name: 'collector', namespace: 'logging' };
    expect(JSON.stringify(logstash(who, props))).toBe(JSON.stringify(logstash(who, props)));
  });

  test('is as it stands in the golden manifests', () => {
    expectGolden('logstash', (chart) => new LogstashDaemon(chart, 'logstash', { output: LogOutput.elasticsearch({ host: 'elasticsearch.logging.svc' }) }));
    expectGolden('logstash.rich', (chart) => new LogstashDaemon(chart, 'logstash', rich(chart)));
  });
});

test('nothing but the output is said of an output', () => {
  expect(output({})).toEqual({ id: 'out_stdout', codec: { plugin: 'json_lines', when: [], params: {} } });
});
