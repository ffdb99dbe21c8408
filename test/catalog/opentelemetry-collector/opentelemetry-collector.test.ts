import { Size, Yaml } from 'cdk8s';
import { load } from 'js-yaml';
import { config, configText, container, Define, define, manifests, pod, problems, rich, rules } from './subject';
import { OpenTelemetryCollectorDaemon, OpenTelemetryExporter, OpenTelemetryHostScraper } from '../../../src';
import { check } from '../../../src/analysis/check';
import { readDocuments } from '../../../src/input/documents';
import { isInside } from '../../../src/kubernetes/paths';
import { lowestLevel } from '../../../src/kubernetes/pod-security';
import { expectGolden } from '../../golden';

const PRESETS: [string, Define][] = [
  ['logs', { logs: {} }],
  ['hostMetrics', { hostMetrics: {} }],
  ['hostMetrics without file systems', { hostMetrics: { scrapers: [OpenTelemetryHostScraper.CPU] } }],
  ['kubeletMetrics', { kubeletMetrics: {} }],
  ['kubernetesAttributes', { kubernetesAttributes: {} }],
  ['checkpoints', { checkpoints: {} }],
];

const DEFINITIONS: [string, Define][] = [['the smallest', {}], ['everything', rich], ...PRESETS];

describe.each(DEFINITIONS)('the container of a definition: %s', (_, options) => {
  test('is accepted', () => {
    expect(problems(options)).toEqual([]);
  });

  test('has nothing that check calls an error', () => {
    const { findings } = check(readDocuments('otel.yaml', Yaml.stringify(...manifests(options))));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('has a configuration that two parsers read alike, with only what is there in its pipelines', () => {
    const read = config(options);
    expect(load(configText(options))).toEqual(read);
    const named = (kind: string) => Object.values(read.service.pipelines).flatMap((pipeline) => (pipeline as { [kind: string]: string[] })[kind]);
    ['receivers', 'processors', 'exporters'].forEach((kind) => expect(Object.keys(read[kind])).toEqual(expect.arrayContaining(named(kind))));
    expect(Object.keys(read.extensions)).toEqual(read.service.extensions);
    // the collector takes a null for its defaults, which would hide a mistake
    expect(JSON.stringify(read)).not.toContain('null');
  });

  test('has every variable that the configuration names', () => {
    const names = container(options).env!.map(({ name }) => name);
    const named = [...configText(options).matchAll(/\$\{env:(\w+)\}/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
  });

  test('sees every path that the configuration names, and may write where it must', () => {
    const { volumeMounts = [] } = container(options);
    const text = JSON.stringify(config(options)).replace(/"exclude_mount_points":\{.*?\},/, '');
    const paths = [...text.matchAll(/"(\/[\w/.*-]+)"/g)].map(([, path]) => path);
    const mount = (path: string) => volumeMounts
      .filter(({ mountPath }) => path === mountPath || isInside(path, mountPath) || isInside(mountPath, path))
      .sort((a, b) => b.mountPath.length - a.mountPath.length)[0];
    expect(paths.filter((path) => mount(path) === undefined)).toEqual([]);
    expect(paths.filter((path) => path === '/var/lib/otelcol' && mount(path).readOnly)).toEqual([]);
  });

  test('has a key of its Secret for every file of TLS', () => {
    const { volumes = [], containers: [{ volumeMounts = [] }] } = pod(options);
    const files = [...configText(options).matchAll(/(\/etc\/otelcol-tls\/\S+)\/(\S+)/g)].map(([, directory, file]) => ({ directory, file }));
    const missing = files.filter(({ directory, file }) => {
      const mount = volumeMounts.find(({ mountPath }) => mountPath === directory);
      const items = volumes.find(({ name }) => name === mount?.name)?.secret?.items;
      return mount === undefined || (items !== undefined && !items.some(({ path }) => path === file));
    });
    expect(missing).toEqual([]);
  });

  test('declares every port that the configuration opens, and no other', () => {
    const opened = [...configText(options).matchAll(/\$\{env:K8S_POD_IP\}\]:(\d+)/g)].map(([, port]) => Number(port));
    const { port } = config(options).service.telemetry.metrics.readers[0].pull.exporter.prometheus;
    expect(container(options).ports!.map(({ containerPort }) => containerPort).sort()).toEqual([...opened, port].sort());
  });

  test('begins every pipeline with the limit of memory', () => {
    const pipelines = Object.values<{ processors: string[] }>(config(options).service.pipelines);
    pipelines.forEach(({ processors }) => expect(processors[0]).toBe('memory_limiter'));
  });
});

describe('what is written', () => {
  test('of a definition that says nothing but a destination', () => {
    expectGolden('opentelemetry-collector', (chart) => new OpenTelemetryCollectorDaemon(chart, 'otel', {
      exporters: [OpenTelemetryExporter.otlp({ endpoint: 'https://gateway.observability.svc:4317' })],
    }));
  });

  test('of everything', () => {
    expectGolden('opentelemetry-collector.rich', (chart) => new OpenTelemetryCollectorDaemon(chart, 'otel', rich(chart)));
  });
});

describe('a preset', () => {
  test.each(PRESETS)('leaves no trace when it is off: %s', (_, options) => {
    const off = Object.fromEntries(Object.entries(options).map(([name, said]) => [name, { ...said, enabled: false }]));
    expect(manifests(off)).toEqual(manifests({}));
    expect(manifests(options)).not.toEqual(manifests({}));
  });

  test('gives the right to what it reads, and no other', () => {
    expect(rules({ logs: {}, hostMetrics: {}, checkpoints: {} })).toEqual([]);
    expect(rules({ kubeletMetrics: {} })).toEqual([{ apiGroups: [''], resources: ['nodes/stats'], verbs: ['get'] }]);
    const verbs = ['list', 'watch'];
    expect(rules({ kubernetesAttributes: {} })).toEqual([{ apiGroups: [''], resources: ['pods'], verbs }]);
    expect(rules({ kubernetesAttributes: { podLabels: { a: 'a' }, podAnnotations: { b: 'b' } } })).toEqual([{ apiGroups: [''], resources: ['pods'], verbs }]);
    expect(rules({ kubernetesAttributes: { namespaceLabels: { team: 'team' } } })).toEqual([{ apiGroups: [''], resources: ['pods', 'namespaces'], verbs }]);
  });

  test('mounts what it reads, and no other', () => {
    const mounts = (options: Define) => container(options).volumeMounts!.filter(({ mountPath }) => mountPath !== '/conf')
      .map(({ mountPath, readOnly }) => `${mountPath} ${readOnly ? 'ro' : 'rw'}`);
    expect(mounts({ logs: {} })).toEqual(['/var/log/pods ro', '/var/lib/otelcol rw']);
    expect(mounts({ logs: { docker: true } })).toContain('/var/lib/docker/containers ro');
    expect(mounts({ hostMetrics: {} })).toEqual(['/hostfs ro']);
    expect(mounts({ hostMetrics: { scrapers: [OpenTelemetryHostScraper.CPU] } })).toEqual(['/hostfs/proc ro', '/hostfs/sys ro']);
    expect(mounts({ kubeletMetrics: {}, kubernetesAttributes: {} })).toEqual([]);
    expect(mounts({ checkpoints: {} })).toEqual(['/var/lib/otelcol rw']);
  });

  test('makes the collector root only where files belong to root, and always without a capability', () => {
    const user = (options: Define) => container(options).securityContext!.runAsUser;
    expect([user({}), user({ hostMetrics: {}, kubeletMetrics: {} }), user({ logs: {} }), user({ checkpoints: {} })]).toEqual([65534, 65534, 0, 0]);
    expect(container(rich).securityContext!.capabilities).toEqual({ drop: ['ALL'] });
  });

  test('is admitted as restricted where it needs nothing of the node', () => {
    const level = (options: Define) => lowestLevel({}, pod(options) as never).level;
    expect([{}, { kubeletMetrics: {}, kubernetesAttributes: {} }, { logs: {} }].map(level)).toEqual(['restricted', 'restricted', 'privileged']);
  });
});

describe('the container', () => {
  test('lets Go collect its garbage before the memory is full', () => {
    const limit = (options: Define) => container(options).env!.find(({ name }) => name === 'GOMEMLIMIT')!.value;
    expect([limit({}), limit({ resources: { memory: { limit: Size.gibibytes(1) } } })]).toEqual(['419430KiB', '838860KiB']);
  });

  test('is asked on its own port whether it lives', () => {
    const { startupProbe, readinessProbe, livenessProbe } = container({ healthPort: 1234 });
    [startupProbe, readinessProbe, livenessProbe].forEach((probe) => expect(probe!.httpGet).toMatchObject({ path: '/', port: 'health' }));
    expect(config({ healthPort: 1234 }).extensions.health_check).toEqual({ endpoint: '[${env:K8S_POD_IP}]:1234' });
  });

  test('is found by the programs of its own node', () => {
    const service = (options: Define) => manifests(options).find(({ kind }) => kind === 'Service');
    expect(service({})!.spec).toMatchObject({
      internalTrafficPolicy: 'Local',
      ports: [{ port: 4317, targetPort: 'otlp' }, { port: 4318, targetPort: 'otlp-http' }],
    });
    expect(service({ otlp: { enabled: false }, logs: {} })).toBeUndefined();
  });

  test('gets a token only to ask something', () => {
    const token = (options: Define) => pod(options).automountServiceAccountToken;
    const definitions = [{}, { logs: {}, hostMetrics: {} }, { kubeletMetrics: {} }, { kubernetesAttributes: {} }];
    expect(definitions.map(token)).toEqual([false, false, true, true]);
  });

  test('is of another image where one is given', () => {
    expect(container({ image: 'registry.example.com/otelcol@sha256:0' }).image).toBe('registry.example.com/otelcol@sha256:0');
    expect(define({}).node.validate()).toEqual([]);
  });
});
