import { App, Chart, Duration, Size } from 'cdk8s';
import { Cpu, EnvValue } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { config, configText, container, daemonSet, Define, define, manifests, Options, plugin, secret } from './helpers';
import { allSections, Parsed } from './parse';
import {
  DaemonVolume, Discovery, FluentdDaemon, FluentdDaemonProps, FluentdOverflow, LogSource, HostPath, KafkaSaslMechanism, LogOutput, LogParser,
  Placement, Priority, Rollout, Tolerations,
} from '../../../src';
import { fluentd } from '../../../src/catalog/fluentd/definition';
import { isInside } from '../../../src/kubernetes/paths';
import { expectGolden } from '../../golden';

const ELASTICSEARCH = LogOutput.elasticsearch({ host: 'elasticsearch.logging.svc', port: 9200 });

/** Everything that can be switched on at once. */
function rich(scope: Construct): FluentdDaemonProps {
  const value = (name: string, key: string) => ({ secret: secret(scope, name), key });
  const tls = (name: string) => ({ ca: value(name, 'ca.crt'), certificate: value(name, 'tls.crt'), key: value(name, 'tls.key') });
  return {
    output: LogOutput.multiple(
      LogOutput.elasticsearch({
        host: '2001:db8::9',
        port: 443,
        tls: tls('elasticsearch'),
        user: 'fluentd',
        password: value('elasticsearch', 'password'),
        path: '/elastic',
        indexPrefix: 'nodes',
        majorVersion: 9,
      }),
      LogOutput.kafka({
        brokers: ['kafka-0.kafka.svc:9093', 'kafka-1.kafka.svc:9093'],
        topic: 'logs',
        tls: tls('kafka'),
        user: 'fluentd',
        password: value('kafka', 'password'),
        saslMechanism: KafkaSaslMechanism.SCRAM_SHA_256,
      }),
      LogOutput.forward({ host: 'aggregator.logging.svc', tls: { ca: value('aggregator', 'ca.crt') }, sharedKey: value('aggregator', 'shared-key') }),
      LogOutput.s3({
        bucket: 'cluster-logs',
        region: 'eu-central-1',
        pathPrefix: 'nodes/%Y/%m/%d/',
        credentials: { accessKeyId: value('aws', 'id'), secretAccessKey: value('aws', 'key') },
      }),
    ),
    image: 'registry.example.com/logging/fluentd:1.19.3-7',
    sources: [
      LogSource.containerLogs({ excludePaths: ['/var/log/containers/*_kube-system_*.log'] }),
      LogSource.systemd({ units: ['kubelet', 'containerd'] }),
      LogSource.tail({
        path: '/srv/app/*.log',
        tag: 'app.*',
        parser: LogParser.regexp('^(?<time>[^ ]+) #(?<level>\\w+) (?<message>.*)$', { timeFormat: '%Y-%m-%dT%H:%M:%S%z' }),
      }),
      LogSource.forward(),
    ],
    metadata: { annotations: ['^example\\.com/team$'], ownerReferences: true, containerImages: false },
    buffer: { flushThreads: 4, flushInterval: Duration.seconds(1), totalLimit: Size.gibibytes(4), overflow: FluentdOverflow.DROP_OLDEST_CHUNK },
    metrics: { port: 24232 },
    extraConfig: '<filter kubernetes.**>\n  @type record_transformer\n  <record>\n    cluster "#{ENV[\'CLUSTER\']}"\n  </record>\n</filter>',
    env: { CLUSTER: EnvValue.fromValue('blue') },
    resources: { cpu: { request: Cpu.millis(500) }, memory: { request: Size.gibibytes(1), limit: Size.gibibytes(2) } },
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
    discovery: [Discovery.headless({ ports: ['metrics'] }), Discovery.nodeLocalService({ ports: ['forward'] }), Discovery.podMonitor('metrics')],
    terminationGracePeriod: Duration.minutes(2),
  };
}

/** Definitions that differ in what the configuration needs of the container. */
const DEFINITIONS: [string, Define][] = [
  ['the smallest', {}],
  ['Elasticsearch', { output: ELASTICSEARCH }],
  ['everything', rich],
  ['OpenSearch with TLS and a user', (scope) => ({
    output: LogOutput.opensearch({ host: 'os', tls: { ca: { secret: secret(scope, 'os'), key: 'ca' } }, user: 'u', password: { secret: secret(scope, 'os'), key: 'p' } }),
  })],
  ['forward with a client\'s certificate', (scope) => {
    const [a, b] = [secret(scope, 'authority'), secret(scope, 'client')];
    const tls = { ca: { secret: a, key: 'a' }, certificate: { secret: b, key: 'c' }, key: { secret: b, key: 'k' } };
    return { output: LogOutput.forward({ host: 'a', tls }) };
  }],
  ['CloudWatch with keys', (scope) => {
    const aws = secret(scope, 'aws');
    const credentials = { accessKeyId: { secret: aws, key: 'i' }, secretAccessKey: { secret: aws, key: 'k' } };
    return { output: LogOutput.cloudWatch({ region: 'r', logGroup: 'g', credentials }) };
  }],
  ['no metrics, no metadata', { metrics: { enabled: false }, metadata: { enabled: false } }],
  ['Docker', { docker: true, sources: [LogSource.containerLogs({ path: '/var/lib/docker/containers/*/*-json.log' })] }],
  ['a journal in memory and a port', {
    sources: [LogSource.systemd({ path: '/run/log/journal' }), LogSource.forward({ port: 5170 })], hostPaths: [HostPath.readOnly('/run/log/journal')],
  }],
];

/** Absolute paths in a section's own parameters that are files of the container, not pages of a server. */
function paths({ params }: Parsed): { path: string; written: boolean }[] {
  const pages = ['elasticsearch', 'opensearch', 's3'].includes(String(params['@type'])) ? ['metrics_path', 'path'] : ['metrics_path'];
  const written = ['file', 'local'].includes(String(params['@type'])) ? ['path'] : ['pos_file'];
  return Object.entries(params).filter(([name]) => !pages.includes(name)).flatMap(([name, said]) => (Array.isArray(said) ? said : [said])
    .filter((path): path is string => typeof path === 'string' && path.startsWith('/') && !/^\/.*\/[imx]*$/.test(path))
    .map((path) => ({ path, written: written.includes(name) })));
}

describe.each(DEFINITIONS)('the container of a definition: %s', (_, options) => {
  test('is accepted', () => {
    expect(define(options).node.validate()).toEqual([]);
  });

  test('has every variable that the configuration and the command name', () => {
    const { env = [], command } = container(options);
    const named = [...configText(options).matchAll(/ENV\['(\w+)'\]/g), ...command!.join(' ').matchAll(/\$([A-Z]\w*)/g)].map(([, name]) => name);
    expect(named.filter((name) => !env.some((variable) => variable.name === name))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });

  test('sees every path that the configuration names, and may write where it must', () => {
    const { spec } = daemonSet(options).spec.template;
    const mounts = spec.containers[0].volumeMounts!;
    const mount = (path: string) => mounts.filter(({ mountPath }) => path === mountPath || isInside(path, mountPath))
      .sort((a, b) => b.mountPath.length - a.mountPath.length)[0];
    const named = allSections(config(options)).flatMap(paths);
    expect(named.filter(({ path, written }) => mount(path) === undefined || (written && mount(path).readOnly))).toEqual([]);
    // a file of a Secret is there only if its key is chosen
    const missing = named.filter(({ path }) => path.startsWith('/etc/')).filter(({ path }) => {
      const volume = spec.volumes!.find(({ name }) => name === mount(path).name)!;
      return !volume.secret!.items!.some((item) => `${mount(path).mountPath}/${item.path}` === path);
    });
    expect(missing).toEqual([]);
  });

  test('declares every port that the configuration opens, and no other', () => {
    const opened = config(options).filter(({ name, params }) => name === 'source' && params.port !== undefined).map(({ params }) => Number(params.port));
    expect((container(options).ports ?? []).map(({ containerPort }) => containerPort).sort()).toEqual(opened.sort());
  });

  test('has its configuration where it is told to read it', () => {
    const { args, volumeMounts } = container(options);
    expect(args!.slice(0, 2)).toEqual(['-c', '/etc/fluentd/fluent.conf']);
    expect(volumeMounts!.map(({ mountPath }) => mountPath)).toContain('/etc/fluentd');
  });

  test('has no secret in plain text anywhere', () => {
    const everything = JSON.stringify(manifests(options));
    const [parameter] = /\b(password|shared_key|aws_sec_key|aws_key_id) (?!\\"#\{ENV)/.exec(everything) ?? [];
    expect(parameter).toBeUndefined();
  });

  test('has a name of its own for each plugin', () => {
    const ids = allSections(config(options)).map(({ params }) => params['@id']).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the image', () => {
  const s3 = LogOutput.s3({ bucket: 'bucket', region: 'r' });
  test.each([
    [LogOutput.elasticsearch({ host: 'es', majorVersion: 7 }), 'elasticsearch7'], [ELASTICSEARCH, 'elasticsearch8'],
    [LogOutput.elasticsearch({ host: 'es', majorVersion: 9 }), 'elasticsearch9'],
    [LogOutput.opensearch({ host: 'os' }), 'opensearch'], [LogOutput.kafka({ brokers: ['a:1'], topic: 't' }), 'kafka2'], [s3, 's3'],
    [LogOutput.cloudWatch({ region: 'r', logGroup: 'g' }), 'cloudwatch'], [LogOutput.forward({ host: 'a' }), 'forward'], [LogOutput.stdout(), 'forward'],
    [LogOutput.multiple(LogOutput.stdout(), s3, LogOutput.forward({ host: 'a' })), 's3'],
  ])('%# is the published one with the plugin of its destination: %s', (output, flavour) => {
    expect(container({ output }).image).toBe(`docker.io/fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-${flavour}-1.1`);
  });

  test('may be one\'s own', () => {
    expect(container({ image: 'registry.example.com/fluentd:1' }).image).toBe('registry.example.com/fluentd:1');
  });
});

describe('secrets', () => {
  test('that are files come from one volume for each Secret, with the chosen keys only', () => {
    const { spec } = daemonSet(rich).spec.template;
    expect(spec.volumes!.filter(({ secret: source }) => source).map(({ secret: source }) => source)).toEqual([
      { secretName: 'elasticsearch', items: [{ key: 'ca.crt', path: 'ca.crt' }, { key: 'tls.crt', path: 'client.crt' }, { key: 'tls.key', path: 'client.key' }] },
      { secretName: 'kafka', items: [{ key: 'ca.crt', path: 'ca.crt' }, { key: 'tls.crt', path: 'client.crt' }, { key: 'tls.key', path: 'client.key' }] },
      { secretName: 'aggregator', items: [{ key: 'ca.crt', path: 'ca.crt' }] },
    ]);
  });

  test('of one key for two purposes are one file', () => {
    const tls = plugin('opensearch', (scope) => {
      const pem = { secret: secret(scope, 'os'), key: 'all.pem' };
      return { output: LogOutput.opensearch({ host: 'os', tls: { ca: pem, certificate: pem, key: pem } }) };
    }).params;
    expect([tls.ca_file, tls.client_cert, tls.client_key]).toEqual(Array(3).fill('/etc/fluentd-tls/opensearch/os/ca.crt'));
  });
});

describe('metadata', () => {
  const rules = (options: Options) => manifests(options).find(({ kind }) => kind === 'ClusterRole')?.rules;
  const token = (options: Options) => daemonSet(options).spec.template.spec.automountServiceAccountToken;

  test('are asked for by default, of pods and namespaces, to read and no more', () => {
    expect(rules({})).toEqual([{ apiGroups: [''], resources: ['pods', 'namespaces'], verbs: ['get', 'list', 'watch'] }]);
    expect(token({})).toBe(true);
  });

  test.each<[string, Options]>([
    ['they are off', { metadata: { enabled: false } }],
    ['no container logs are read', { sources: [LogSource.tail({ path: '/var/log/syslog', tag: 'syslog' })] }],
  ])('need no right and no token if %s', (_, options) => {
    expect(rules(options)).toBeUndefined();
    expect(token(options)).toBe(false);
    expect(configText(options)).not.toContain('kubernetes_metadata');
  });

  test('are what one wants to know', () => {
    const metadata = { podLabels: false, namespaceMetadata: false, containerImages: false, ownerReferences: true, annotations: ['^a$', 'b.*'], watch: false };
    expect(plugin('kubernetes_metadata', { metadata }).params).toMatchObject({
      watch: 'false',
      skip_pod_labels: 'true',
      skip_namespace_metadata: 'true',
      skip_container_metadata: 'true',
      include_ownerrefs_metadata: 'true',
      annotation_match: ['^a$', 'b.*'],
    });
  });

  test('are added to all container logs and to nothing else', () => {
    const sources = [LogSource.containerLogs(), LogSource.containerLogs({ path: '/var/log/containers/a*.log', tag: 'apps.*' }), LogSource.systemd()];
    expect(plugin('kubernetes_metadata', { sources }).argument).toBe('kubernetes.** apps.**');
  });

  test.each<[string, Options, boolean]>([
    ['Elasticsearch', { output: ELASTICSEARCH }, true],
    ['OpenSearch', { output: LogOutput.opensearch({ host: 'os' }) }, true],
    ['others', {}, false],
    ['Elasticsearch against its default', { output: ELASTICSEARCH, metadata: { replaceDots: false } }, false],
    ['others against their default', { metadata: { replaceDots: true } }, true],
  ])('have names without dots for %s: %#', (_, options, replaced) => {
    const filters = config(options).filter(({ params }) => params['@id'] === 'filter_replace_dots');
    expect(filters.map(({ argument }) => argument)).toEqual(replaced ? ['kubernetes.**'] : []);
  });
});

describe('metrics', () => {
  test('answer Prometheus and the kubelet, in both families where the pod has both', () => {
    expect(plugin('prometheus', {}).params)
      .toMatchObject({ bind: { ruby: 'ENV[\'K8S_POD_IPS\'].include?(\':\') ? \'[::]\' : \'0.0.0.0\'' }, port: '24231', metrics_path: '/metrics' });
    const { livenessProbe, readinessProbe, startupProbe, ports } = container({});
    expect(ports).toEqual([{ name: 'metrics', containerPort: 24231 }]);
    expect([livenessProbe, readinessProbe, startupProbe].map((probe) => probe?.httpGet)).toEqual(Array(3).fill({ path: '/metrics', port: 'metrics' }));
  });

  test('may be elsewhere, or not at all', () => {
    expect(container({ metrics: { port: 9100 } }).ports).toEqual([{ name: 'metrics', containerPort: 9100 }]);
    const { livenessProbe, readinessProbe, startupProbe, ports } = container({ metrics: { enabled: false } });
    expect([livenessProbe, readinessProbe, startupProbe]).toEqual([undefined, undefined, undefined]);
    expect(ports ?? []).toEqual([]);
    expect(configText({ metrics: { enabled: false } })).not.toContain('prometheus');
  });

  test('are found by nobody who was not asked for', () => {
    expect(manifests({}).map(({ kind }) => kind).sort()).toEqual(['ClusterRole', 'ClusterRoleBinding', 'ConfigMap', 'DaemonSet', 'ServiceAccount']);
  });
});

describe('resources', () => {
  test('are asked for, with a limit for memory and none for CPU', () => {
    expect(container({}).resources).toEqual({ requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '512Mi' } });
  });

  test('are merged with what one says, field by field', () => {
    expect(container({ resources: { memory: { limit: Size.gibibytes(1) } } }).resources).toEqual({ requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '1Gi' } });
  });

  test('leave room for the objects that are packed for S3', () => {
    const size = (options: Options) => daemonSet(options).spec.template.spec.volumes!.find(({ emptyDir }) => emptyDir)!.emptyDir!.sizeLimit;
    expect(size({})).toBe('64Mi');
    expect(size({ output: LogOutput.s3({ bucket: 'bucket', region: 'r' }) })).toBe('192Mi');
    expect(size({ output: LogOutput.s3({ bucket: 'bucket', region: 'r' }), buffer: { flushThreads: 3, chunkLimit: Size.kibibytes(1536) } })).toBe('69Mi');
  });
});

describe('the daemon', () => {
  test('has a private directory for temporary files, since Ruby refuses one that everybody may write to', () => {
    const { command, env } = container({});
    expect(command).toEqual(['tini', '--', 'sh', '-c', 'mkdir -p -m 700 "$TMPDIR" && exec fluentd "$@"', 'fluentd']);
    expect(env).toContainEqual({ name: 'TMPDIR', value: '/tmp/fluentd' });
  });

  test('has time to send what it holds', () => {
    expect(daemonSet({}).spec.template.spec.terminationGracePeriodSeconds).toBe(60);
  });

  test('restarts when its configuration changes, and not when its own labels do', () => {
    const template = (options: Options) => daemonSet(options).spec.template;
    expect(template({ output: ELASTICSEARCH, buffer: { flushThreads: 3 } })).not.toEqual(template({ output: ELASTICSEARCH }));
    expect(template({ labels: { team: 'a' }, annotations: { 'example.com/a': 'b' } })).toEqual(template({}));
  });

  test('leaves its options as they are, and says the same twice', () => {
    const props = deepFreeze(rich(new Chart(new App(), 'chart')));
    const who = { name: 'collector', namespace: 'logging' };
    expect(JSON.stringify(fluentd(who, props))).toBe(JSON.stringify(fluentd(who, props)));
  });

  test('is as it stands in the golden manifests', () => {
    expectGolden('fluentd', (chart) => new FluentdDaemon(chart, 'fluentd', { output: ELASTICSEARCH }));
    expectGolden('fluentd.rich', (chart) => new FluentdDaemon(chart, 'fluentd', rich(chart)));
  });
});

/** Options are never changed, however deep. Constructs and what other libraries made are not ours to freeze. */
function deepFreeze<T>(options: T): T {
  if (typeof options === 'object' && options !== null && !Construct.isConstruct(options) && !Object.isFrozen(options)) {
    Object.freeze(options);
    Object.values(options).forEach(deepFreeze);
  }
  return options;
}
