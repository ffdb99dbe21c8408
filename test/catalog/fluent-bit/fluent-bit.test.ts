import { App, Chart, Duration, Size } from 'cdk8s';
import { Cpu, EnvValue } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { dump } from 'js-yaml';
import { config, configText, container, daemonSet, Define, define, manifests, Options, plugin, Plugin, secret } from './helpers';
import {
  DaemonVolume, Discovery, FluentBitDaemon, FluentBitDaemonProps, FluentBitLogLevel, LogSource, HostPath, KafkaSaslMechanism, LogOutput,
  LogParser, Placement, Priority, Rollout, Tolerations,
} from '../../../src';
import { check } from '../../../src/analysis/check';
import { fluentBit } from '../../../src/catalog/fluent-bit/definition';
import { readDocuments } from '../../../src/input/documents';
import { isInside } from '../../../src/kubernetes/paths';
import { expectGolden } from '../../golden';

const ELASTICSEARCH = LogOutput.elasticsearch({ host: 'elasticsearch.logging.svc', port: 9200 });

/** Everything that can be switched on at once. */
function rich(scope: Construct): FluentBitDaemonProps {
  const value = (name: string, key: string) => ({ secret: secret(scope, name), key });
  const tls = (name: string) => ({ ca: value(name, 'ca.crt'), certificate: value(name, 'tls.crt'), key: value(name, 'tls.key') });
  const credentials = { accessKeyId: value('aws', 'id'), secretAccessKey: value('aws', 'key') };
  return {
    output: LogOutput.multiple(
      LogOutput.elasticsearch({
        host: '2001:db8::9',
        port: 443,
        tls: tls('elasticsearch'),
        user: 'fluent-bit',
        password: value('elasticsearch', 'password'),
        path: '/elastic',
        indexPrefix: 'nodes',
      }),
      LogOutput.kafka({
        brokers: ['kafka-0.kafka.svc:9093', 'kafka-1.kafka.svc:9093'],
        topic: 'logs',
        tls: tls('kafka'),
        user: 'fluent-bit',
        password: value('kafka', 'password'),
        saslMechanism: KafkaSaslMechanism.SCRAM_SHA_256,
      }),
      LogOutput.forward({ host: 'aggregator.logging.svc', tls: { ca: value('aggregator', 'ca.crt') }, sharedKey: value('aggregator', 'shared-key') }),
      LogOutput.s3({ bucket: 'cluster-logs', region: 'eu-central-1', pathPrefix: 'nodes/%Y/%m/%d/', credentials }),
      LogOutput.cloudWatch({ region: 'eu-central-1', logGroup: '/cluster/nodes', retention: Duration.days(30), credentials }),
    ),
    image: 'registry.example.com/logging/fluent-bit:5.1.1',
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
    metadata: { podAnnotations: true, namespaceLabels: true, ownerReferences: true, keepLog: true, excludeAnnotation: false, kubelet: {} },
    buffer: { totalLimit: Size.gibibytes(4), chunksInMemory: 128, flushInterval: Duration.seconds(5), retries: 100 },
    metrics: { port: 2021, health: { errors: 10 } },
    logLevel: FluentBitLogLevel.WARN,
    extraConfig: [
      'parsers:', '  - name: audit', '    format: json',
      'pipeline:', '  filters:', '    - name: record_modifier', '      match: "*"', '      record: [ "cluster ${CLUSTER}" ]',
    ].join('\n'),
    env: { CLUSTER: EnvValue.fromValue('blue') },
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
      Discovery.headless({ ports: ['metrics'] }), Discovery.nodeLocalService({ ports: ['forward'] }),
      Discovery.podMonitor('metrics', { path: '/api/v2/metrics/prometheus' }),
    ],
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
  ['two of a kind', (scope) => ({
    output: LogOutput.multiple(...['a', 'b'].map((host) => LogOutput.forward({ host, sharedKey: { secret: secret(scope, host), key: 'k' } }))),
  })],
  ['no metrics, no metadata', { metrics: { enabled: false }, metadata: { enabled: false } }],
  ['a port without metrics', { metrics: { enabled: false }, sources: [LogSource.forward({ port: 5170 })] }],
  ['files of /var/log/pods', { metadata: { enabled: false }, sources: [LogSource.containerLogs({ path: '/var/log/pods/*/*/*.log' })] }],
  ['Docker', { docker: true, sources: [LogSource.tail({ path: '/var/lib/docker/containers/*/*-json.log', tag: 'docker.*', parser: LogParser.json() })] }],
  ['a journal in memory', { sources: [LogSource.systemd({ path: '/run/log/journal' })], hostPaths: [HostPath.readOnly('/run/log/journal')] }],
];

/** Properties that are paths of a server, or patterns. */
const NO_PATHS = ['s3_key_format', 'regex', 'log_group_name', 'tag', 'alias'];
const WRITTEN = ['db', 'storage.path', 'store_dir'];

function paths(entry: Plugin): { path: string; written: boolean }[] {
  return Object.entries(entry).filter(([name]) => !NO_PATHS.includes(name) && !(name === 'path' && ['es', 'opensearch'].includes(entry.name)))
    .flatMap(([name, said]) => String(said).split(',').filter((path) => path.startsWith('/')).map((path) => ({ path, written: WRITTEN.includes(name) })));
}

describe.each(DEFINITIONS)('the container of a definition: %s', (_, options) => {
  const { service, pipeline } = config(options);
  const entries = [service, ...pipeline.inputs, ...pipeline.filters ?? [], ...pipeline.outputs];

  test('is accepted', () => {
    expect(define(options).node.validate()).toEqual([]);
  });

  test('is accepted by the API server, without a finding of weight', () => {
    const { findings } = check(readDocuments('file.json', manifests(options).map((object) => JSON.stringify(object)).join('\n---\n')));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('has every variable that the configuration names, and none for nothing but those of the role', () => {
    const { env = [] } = container(options);
    const named = [...configText(options).matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
    expect(named.filter((name) => !env.some((variable) => variable.name === name))).toEqual([]);
    const needless = env.map(({ name }) => name).filter((name) => !named.includes(name) && !name.startsWith('AWS_'));
    expect(needless.filter((name) => !['K8S_NODE_NAME', 'K8S_OWN_LOGS'].includes(name))).toEqual([]);
  });

  test('sees every path that the configuration names, and may write where it must', () => {
    const { spec } = daemonSet(options).spec.template;
    const mounts = spec.containers[0].volumeMounts!;
    const mount = (path: string) => mounts.filter(({ mountPath }) => path === mountPath || isInside(path, mountPath))
      .sort((a, b) => b.mountPath.length - a.mountPath.length)[0];
    const named = entries.flatMap(paths).filter(({ path }) => path !== '/fluent-bit/etc/parsers.conf');
    expect(named.filter(({ path, written }) => mount(path) === undefined || (written && mount(path).readOnly))).toEqual([]);
    expect(named.some(({ written }) => written)).toBe(true);
    // a file of a Secret is there only if its key is chosen
    const missing = named.filter(({ path }) => path.startsWith('/etc/')).filter(({ path }) => {
      const volume = spec.volumes!.find(({ name }) => name === mount(path).name)!;
      return !volume.secret!.items!.some((item) => `${mount(path).mountPath}/${item.path}` === path);
    });
    expect(missing).toEqual([]);
  });

  test('declares every port that the configuration opens, and no other', () => {
    const opened = [service.http_port, ...pipeline.inputs.map(({ port }) => port)].filter((port) => port !== undefined);
    expect((container(options).ports ?? []).map(({ containerPort }) => containerPort).sort()).toEqual(opened.sort());
  });

  test('has its configuration where it is told to read it', () => {
    const { command, args, volumeMounts } = container(options);
    expect([command, args]).toEqual([['/fluent-bit/bin/fluent-bit'], ['--config=/etc/fluent-bit/fluent-bit.yaml']]);
    expect(volumeMounts!.map(({ mountPath }) => mountPath)).toContain('/etc/fluent-bit');
  });

  test('has no secret in plain text', () => {
    const said = pipeline.outputs.flatMap((output) => Object.entries(output)).filter(([name]) => /passw|shared_key|sasl\.password/.test(name));
    expect(said.filter(([, value]) => !/^\$\{\w+\}$/.test(value))).toEqual([]);
  });

  test('has a name, and a file for what it keeps, of its own for each plugin', () => {
    const names = entries.map(({ alias }) => alias).filter((alias) => alias !== undefined);
    const files = entries.flatMap(paths).filter(({ written }) => written).map(({ path }) => path);
    expect([new Set(names).size, new Set(files).size]).toEqual([names.length, files.length]);
  });

  test('keeps on disk whatever it reads, with a limit', () => {
    expect(pipeline.inputs.map((input) => input['storage.type'])).toEqual(pipeline.inputs.map(() => 'filesystem'));
    expect(pipeline.outputs.every((output) => output['storage.total_limit_size'] > 0 || output.store_dir_limit_size > 0)).toBe(true);
  });
});

describe('metadata', () => {
  const rules = (options: Options) => manifests(options).find(({ kind }) => kind === 'ClusterRole')?.rules;
  const rule = (...resources: string[]) => ({ apiGroups: [''], resources, verbs: ['get'] });

  test.each<[string, Options, unknown]>([
    ['the API server for single pods', {}, [rule('pods')]],
    ['for namespaces only with their labels', { metadata: { namespaceLabels: true } }, [rule('pods', 'namespaces')]],
    ['the kubelet by a right of its own', { metadata: { kubelet: {} } }, [rule('nodes/pods')]],
    ['the kubelet, and the API server for namespaces', { metadata: { kubelet: {}, namespaceLabels: true } }, [rule('namespaces'), rule('nodes/pods')]],
    ['an old kubelet by the only right that it knows', { metadata: { kubelet: { nodesProxy: true } } }, [rule('nodes/proxy')]],
    ['nobody if they are off', { metadata: { enabled: false, kubelet: {} } }, undefined],
    ['nobody if no container logs are read', { sources: [LogSource.systemd()] }, undefined],
  ])('ask %s', (_, options, wanted) => {
    expect(rules(options)).toEqual(wanted);
    expect(daemonSet(options).spec.template.spec.automountServiceAccountToken).toBe(wanted !== undefined);
  });

  test('leave no trace when they are off', () => {
    expect(configText({ metadata: { enabled: false, kubelet: {} } })).not.toMatch(/kube_|kubelet|filters|parsers_file|NODE_IP/);
    expect(container({ metadata: { enabled: false, kubelet: {} } }).env!.map(({ name }) => name)).not.toContain('K8S_NODE_IP');
  });

  test('come from the own node\'s kubelet, by its address', () => {
    const options = { metadata: { kubelet: { port: 10255, verify: false } } };
    expect(plugin('filters', 'kubernetes', options)).toMatchObject({ 'use_kubelet': true, 'kubelet_host': '${K8S_NODE_IP}', 'kubelet_port': 10255, 'tls.verify': false });
    expect(container(options).env).toContainEqual({ name: 'K8S_NODE_IP', valueFrom: { fieldRef: { fieldPath: 'status.hostIP' } } });
    expect(configText({})).not.toContain('kubelet');
  });

  test('are found behind the beginning of each tag', () => {
    const apps = LogSource.containerLogs({ path: '/var/log/containers/a*.log', tag: 'apps.*' });
    const sources = [LogSource.containerLogs(), apps, LogSource.systemd()];
    expect(config({ sources }).pipeline.filters!.map((filter) => [filter.match, filter.kube_tag_prefix]))
      .toEqual([['kube.*', 'kube.var.log.containers.'], ['apps.*', 'apps.var.log.containers.']]);
  });

  test('are what one wants to know', () => {
    const metadata = { podLabels: false, podAnnotations: true, mergeLog: false, keepLog: true, parserAnnotation: false, excludeAnnotation: false };
    expect(plugin('filters', 'kubernetes', { metadata })).toMatchObject({
      'labels': false, 'annotations': true, 'merge_log': false, 'keep_log': true, 'k8s-logging.parser': false, 'k8s-logging.exclude': false,
    });
    expect(config({ metadata }).service).not.toHaveProperty('parsers_file');
    expect(config({}).service.parsers_file).toBe('/fluent-bit/etc/parsers.conf');
  });
});

describe('the HTTP server', () => {
  test('answers on the pod\'s own address, in whichever family', () => {
    expect(config({}).service).toMatchObject({ http_server: true, http_listen: '${K8S_POD_IP}', http_port: 2020 });
    expect(container({}).env).toContainEqual({ name: 'K8S_POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } });
  });

  test('is asked by the kubelet whether it lives, and where wanted whether its destination does', () => {
    const pages = (options: Options) => {
      const { livenessProbe, readinessProbe } = container(options);
      return [livenessProbe?.httpGet, readinessProbe?.httpGet];
    };
    expect(pages({})).toEqual([{ path: '/', port: 'metrics' }, { path: '/', port: 'metrics' }]);
    expect(config({}).service).not.toHaveProperty('health_check');
    const health = { errors: 7, period: Duration.minutes(2) };
    expect(pages({ metrics: { health } })).toEqual([{ path: '/', port: 'metrics' }, { path: '/api/v2/health', port: 'metrics' }]);
    expect(config({ metrics: { health } }).service)
      .toMatchObject({ health_check: true, hc_errors_count: 7, hc_retry_failure_count: 5, hc_period: 120 });
    expect(pages({ metrics: { port: 80 } })).toEqual(pages({}));
    expect(pages({ metrics: { enabled: false } })).toEqual([undefined, undefined]);
  });

  test('leaves no trace when it is off', () => {
    expect(configText({ metrics: { enabled: false } })).not.toMatch(/http|POD_IP|storage\.metrics/);
    expect(container({ metrics: { enabled: false } }).env!.map(({ name }) => name)).toEqual(['K8S_NODE_NAME', 'K8S_OWN_LOGS']);
  });

  test('is found by nobody who was not asked for', () => {
    expect(manifests({}).map(({ kind }) => kind).sort()).toEqual(['ClusterRole', 'ClusterRoleBinding', 'ConfigMap', 'DaemonSet', 'ServiceAccount']);
  });
});

describe('the daemon', () => {
  test('has a pinned image, and asks for little', () => {
    expect(container({}).image).toBe('cr.fluentbit.io/fluent/fluent-bit:5.1.1');
    expect(container({}).resources).toEqual({ requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } });
    expect(container({ resources: { memory: { limit: Size.mebibytes(64) } } }).resources)
      .toEqual({ requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi' } });
  });

  test.each([[undefined, 60, 50], [Duration.minutes(2), 120, 110], [Duration.seconds(5), 5, 1]])('stops before the kubelet loses patience: %#', (period, kubelet, own) => {
    const options = { terminationGracePeriod: period };
    expect(daemonSet(options).spec.template.spec.terminationGracePeriodSeconds).toBe(kubelet);
    expect(config(options).service.grace).toBe(own);
  });

  test('restarts when its configuration changes, and not when its own labels do', () => {
    const template = (options: Options) => daemonSet(options).spec.template;
    expect(template({ buffer: { chunksInMemory: 3 } })).not.toEqual(template({}));
    expect(template({ labels: { team: 'a' }, annotations: { 'example.com/a': 'b' } })).toEqual(template({}));
  });

  test('gives a reason for whatever a linter would flag', () => {
    const flagged = (options: Define) => Object.keys(daemonSet(options).metadata!.annotations!).map((name) => name.replace('cdk8s-daemons/allow.', ''));
    expect(flagged({})).toEqual(expect.arrayContaining(['cpu-limit.fluent-bit', 'image-digest.fluent-bit', 'run-as-non-root.fluent-bit', 'host-path']));
    expect(flagged({})).not.toEqual(expect.arrayContaining(['liveness-probe.fluent-bit']));
    expect(flagged({ metrics: { enabled: false } })).toEqual(expect.arrayContaining(['liveness-probe.fluent-bit']));
    expect(flagged(rich)).toEqual(expect.arrayContaining(['secret-in-env.fluent-bit']));
  });

  test('puts further configuration behind its own, and lets it have the last word', () => {
    const extra = {
      service: { log_level: 'trace', mode: '0644', hot_reload: 'off' },
      multiline_parsers: [{ name: 'java', type: 'regex', rules: [{ state: 'start_state', regex: '/^\\d/', next_state: 'cont' }] }],
      parsers: [{ name: 'p', format: 'logfmt' }],
      pipeline: {
        inputs: [{ name: 'kmsg', tag: 'kernel' }], filters: [{ name: 'grep', match: '*', exclude: 'log ^$' }], outputs: [{ name: 'null', match: 'kernel' }],
      },
    };
    const { service, parsers, multiline_parsers, pipeline } = config({ extraConfig: dump(extra) });
    expect(service).toMatchObject({ ...extra.service, 'storage.path': '/var/lib/fluent-bit/storage' });
    expect([parsers, multiline_parsers]).toEqual([extra.parsers, extra.multiline_parsers]);
    expect(pipeline.inputs.map(({ name }) => name)).toEqual(['tail', 'kmsg']);
    expect(pipeline.filters!.map(({ name }) => name)).toEqual(['kubernetes', 'grep']);
    expect(pipeline.outputs.map(({ name }) => name)).toEqual(['stdout', 'null']);
  });

  test('leaves its options as they are, and says the same twice', () => {
    const props = deepFreeze(rich(new Chart(new App(), 'chart')));
    const who = { name: 'collector', namespace: 'logging' };
    expect(JSON.stringify(fluentBit(who, props))).toBe(JSON.stringify(fluentBit(who, props)));
  });

  test('is as it stands in the golden manifests', () => {
    expectGolden('fluent-bit', (chart) => new FluentBitDaemon(chart, 'fluent-bit', { output: ELASTICSEARCH }));
    expectGolden('fluent-bit.rich', (chart) => new FluentBitDaemon(chart, 'fluent-bit', rich(chart)));
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
