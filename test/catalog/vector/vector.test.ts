import { App, Chart, Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import { Component, config, configText, container, daemonSet, Define, define, manifests, Options, seen } from './helpers';
import { DEFINITIONS, ELASTICSEARCH, rich } from './subject';
import { unknownProperties } from './upstream';
import { LogSource, VectorDaemon, VectorHostCollector, VectorLogLevel } from '../../../src';
import { check } from '../../../src/analysis/check';
import { vector } from '../../../src/catalog/vector/definition';
import { readDocuments } from '../../../src/input/documents';
import { isInside } from '../../../src/kubernetes/paths';
import { expectGolden } from '../../golden';

/** Variables that are read by no `${}`: by the role's users, by Vector itself. */
const READ_OTHERWISE = ['K8S_NODE_NAME', 'K8S_OWN_LOGS', 'VECTOR_LOG', 'VECTOR_DANGEROUSLY_ALLOW_ENV_VAR_INTERPOLATION'];

/** Properties with files of the container; patterns of `kubernetes_logs` are below a directory that it knows itself. */
function paths(component: Component): string[] {
  const { tls = {}, include = [], journal_directory } = component;
  const known = component.type === 'kubernetes_logs' ? ['/var/log/pods'] : [];
  return [...Object.entries(tls).filter(([name]) => name.endsWith('_file')).map(([, path]) => path as string), ...include, journal_directory, ...known]
    .filter((path) => path !== undefined);
}

function inputsOf(component: Component): string[] {
  return component.inputs ?? [];
}

describe.each(DEFINITIONS)('the container of a definition: %s', (_, options) => {
  const { data_dir, api, sources, transforms = {}, sinks } = seen(options);
  const components = [...Object.values(sources), ...Object.values(transforms), ...Object.values(sinks)];
  const types = components.map(({ type }) => type);

  test('is accepted', () => {
    expect(define(options).node.validate()).toEqual([]);
  });

  test('is accepted by the API server, without a finding of weight', () => {
    const { findings } = check(readDocuments('file.json', manifests(options).map((object) => JSON.stringify(object)).join('\n---\n')));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('has no property that Vector does not know', () => {
    expect(unknownProperties(seen(options))).toEqual([]);
  });

  test('has every variable that the configuration names, and none for nothing', () => {
    const { env = [] } = container(options);
    const named = [...configText(options).replace(/\$\$/g, '').matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
    expect(named.filter((name) => !env.some((variable) => variable.name === name))).toEqual([]);
    const ofTypes = {
      kubernetes_logs: ['VECTOR_SELF_NODE_NAME'], host_metrics: ['PROCFS_ROOT', 'SYSFS_ROOT'],
    };
    const read = Object.entries(ofTypes).flatMap(([type, names]) => (types.includes(type) ? names : []));
    expect(env.map(({ name }) => name).filter((name) => ![...named, ...read, ...READ_OTHERWISE].includes(name))).toEqual([]);
    expect(read.filter((name) => !env.some((variable) => variable.name === name))).toEqual([]);
  });

  test('sees every path that the configuration names, and may write its state', () => {
    const { spec } = daemonSet(options).spec.template;
    const mounts = spec.containers[0].volumeMounts!;
    const mount = (path: string) => mounts.filter(({ mountPath }) => path === mountPath || isInside(path, mountPath))
      .sort((a, b) => b.mountPath.length - a.mountPath.length)[0];
    const roots = (spec.containers[0].env ?? []).filter(({ name }) => name.endsWith('FS_ROOT')).map(({ value }) => value!);
    const named = [...components.flatMap(paths), ...roots];
    expect(named.filter((path) => mount(path) === undefined)).toEqual([]);
    expect(mount(data_dir)).toEqual({ name: expect.stringMatching(/^var-lib-/), mountPath: '/var/lib/vector' });
    // a file of a Secret is there only if its key is chosen
    const missing = named.filter((path) => path.startsWith('/etc/')).filter((path) => {
      const volume = spec.volumes!.find(({ name }) => name === mount(path).name)!;
      return !volume.secret!.items!.some((item) => `${mount(path).mountPath}/${item.path}` === path);
    });
    expect(missing).toEqual([]);
  });

  test('declares every port that the configuration opens, and no other', () => {
    const addresses = [api?.address, ...components.map(({ address }) => address as string | undefined)].filter((address) => address !== undefined);
    const opened = addresses.map((address) => Number(/^\[::\]:(\d+)$/.exec(address)![1]));
    expect((container(options).ports ?? []).map(({ containerPort }) => containerPort).sort()).toEqual(opened.sort());
  });

  test('has its configuration where it is told to read it', () => {
    const { command, args, volumeMounts } = container(options);
    expect([command, args![0]]).toEqual([undefined, '--config=/etc/vector/vector.yaml']);
    expect(volumeMounts!.map(({ mountPath }) => mountPath)).toContain('/etc/vector');
  });

  test('has no secret in plain text', () => {
    const written = Object.values(config(options).sinks).flatMap(({ auth, sasl }) => Object.entries({ ...auth, ...sasl }))
      .filter(([name]) => /password|key|token/.test(name));
    expect(written.filter(([, value]) => !/^\$\{\w+\}$/.test(value as string))).toEqual([]);
  });

  test('leads every event from its source to every destination', () => {
    const there = [...Object.keys(sources), ...Object.keys(transforms)];
    const named = [...Object.values(transforms), ...Object.values(sinks)].flatMap(inputsOf);
    expect(named.filter((input) => !there.includes(input))).toEqual([]);
    expect(there.filter((id) => !named.includes(id))).toEqual([]);
    const from = (id: string): string[] => (id in sources ? [id] : inputsOf(transforms[id]).flatMap(from));
    const logs = Object.keys(sources).filter((id) => id.startsWith('in_')).sort();
    const ends = Object.entries(sinks).filter(([id]) => id.startsWith('out_')).map(([, sink]) => inputsOf(sink).flatMap(from).sort());
    expect(ends).toEqual(ends.map(() => logs));
    expect(ends.length).toBeGreaterThan(0);
  });

  test('keeps on disk what waits, with a limit that Vector takes', () => {
    const buffers = Object.entries(sinks).filter(([id]) => id.startsWith('out_')).map(([, { buffer, acknowledgements }]) => ({ ...buffer, ...acknowledgements }));
    expect(buffers.filter(({ type, max_size, enabled }) => type !== 'disk' || max_size < 268435488 || !enabled)).toEqual([]);
  });
});

describe('what is asked of Kubernetes', () => {
  const rules = (options: Options) => manifests(options).find(({ kind }) => kind === 'ClusterRole')?.rules;
  const rule = (...resources: string[]) => [{ apiGroups: [''], resources, verbs: ['list', 'watch'] }];

  test.each<[string, Options, unknown]>([
    ['are pods and the node', {}, rule('pods', 'nodes')],
    ['are namespaces too where their labels are wanted', { metadata: { namespaceLabels: true } }, rule('pods', 'nodes', 'namespaces')],
    ['are namespaces too where they are chosen by labels', { metadata: { namespaceSelector: 'a=b' } }, rule('pods', 'nodes', 'namespaces')],
    ['is nothing if no container logs are read', { sources: [LogSource.systemd()] }, undefined],
  ])('%s', (_, options, wanted) => {
    expect(rules(options)).toEqual(wanted);
    expect(daemonSet(options).spec.template.spec.automountServiceAccountToken).toBe(wanted !== undefined);
  });
});

describe('metrics and API', () => {
  test('answer on every address of both families, or on the one that is said', () => {
    expect(config({}).sinks.metrics).toEqual({ type: 'prometheus_exporter', inputs: ['internal_metrics'], address: '[::]:9090' });
    const options = { listenAddress: '0.0.0.0', api: { enabled: true }, sources: [LogSource.forward()] };
    const { api, sinks, sources } = config(options);
    expect([api!.address, sinks.metrics.address, sources.in_forward_24224.address]).toEqual(['0.0.0.0:8686', '0.0.0.0:9090', '0.0.0.0:24224']);
    expect(config({ listenAddress: 'fd00::1' }).sinks.metrics.address).toBe('[fd00::1]:9090');
  });

  test('tell the kubelet whether Vector lives', () => {
    const pages = (options: Options) => {
      const { livenessProbe, readinessProbe } = container(options);
      return [livenessProbe?.httpGet, readinessProbe?.httpGet];
    };
    const [page, health] = [{ path: '/metrics', port: 'metrics' }, { path: '/health', port: 'api' }];
    expect(pages({})).toEqual([page, page]);
    expect(pages({ api: { enabled: true } })).toEqual([health, health]);
    expect(pages({ metrics: { enabled: false }, api: { enabled: true } })).toEqual([health, health]);
    expect(pages({ metrics: { enabled: false } })).toEqual([undefined, undefined]);
  });

  test('leave no trace when they are off: the API shows every event to whoever asks', () => {
    expect(configText({})).not.toMatch(/\bapi:|8686|host_metrics/);
    expect(configText({ api: { port: 80 } })).toBe(configText({}));
    expect(configText({ metrics: { enabled: false } })).not.toMatch(/metrics|address/);
    expect(container({ metrics: { enabled: false } }).ports ?? []).toEqual([]);
  });

  test('measure the node only where wanted, and mount for it what is read', () => {
    const options = { metrics: { hostCollectors: [VectorHostCollector.CPU] } };
    expect(config(options).sources.host_metrics).toEqual({ type: 'host_metrics', collectors: ['cpu'] });
    expect(config(options).sinks.metrics.inputs).toEqual(['internal_metrics', 'host_metrics']);
    const mounts = (some: Options) => container(some).volumeMounts!.map(({ mountPath, readOnly }) => [mountPath, readOnly]);
    expect(mounts(options)).toEqual(expect.arrayContaining([['/host/proc', true], ['/host/sys', true]]));
    expect(container(options).env).toEqual(expect.arrayContaining([{ name: 'PROCFS_ROOT', value: '/host/proc' }, { name: 'SYSFS_ROOT', value: '/host/sys' }]));
    const without = [['/var/log', true], ['/var/lib/vector', undefined], ['/etc/vector', true]];
    expect([mounts({}), mounts({ metrics: { enabled: false, hostCollectors: [VectorHostCollector.CPU] } })]).toEqual([without, without]);
  });

  test('are found by nobody who was not asked for', () => {
    expect(manifests({}).map(({ kind }) => kind).sort()).toEqual(['ClusterRole', 'ClusterRoleBinding', 'ConfigMap', 'DaemonSet', 'ServiceAccount']);
  });
});

describe('the daemon', () => {
  test('has a pinned image, with journalctl where it is needed, and asks for little', () => {
    expect(container({}).image).toBe('docker.io/timberio/vector:0.56.0-distroless-libc');
    expect(container({ sources: [LogSource.containerLogs(), LogSource.systemd()] }).image).toBe('docker.io/timberio/vector:0.56.0-debian');
    expect(container({ image: 'registry.example.com/vector:1', sources: [LogSource.systemd()] }).image).toBe('registry.example.com/vector:1');
    expect(container({}).resources).toEqual({ requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '512Mi' } });
    expect(container({ resources: { memory: { limit: Size.mebibytes(64) } } }).resources)
      .toEqual({ requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi' } });
  });

  test('says as much as it is told to', () => {
    const level = (options: Options) => container(options).env!.find(({ name }) => name === 'VECTOR_LOG')!.value;
    expect([level({}), level({ logLevel: VectorLogLevel.DEBUG })]).toEqual(['info', 'debug']);
  });

  test('has its variables filled in by newer versions too, which do it only when told', () => {
    expect(container({}).env).toContainEqual({ name: 'VECTOR_DANGEROUSLY_ALLOW_ENV_VAR_INTERPOLATION', value: 'true' });
  });

  test.each([[undefined, 60, 50], [Duration.minutes(2), 120, 110], [Duration.seconds(5), 5, 1]])('stops before the kubelet loses patience: %#', (period, kubelet, own) => {
    const options = { terminationGracePeriod: period };
    expect(daemonSet(options).spec.template.spec.terminationGracePeriodSeconds).toBe(kubelet);
    expect(container(options).args![1]).toBe(`--graceful-shutdown-limit-secs=${own}`);
  });

  test('restarts when its configuration changes, and not when its own labels do', () => {
    const template = (options: Options) => daemonSet(options).spec.template;
    expect(template({ acknowledgements: false })).not.toEqual(template({}));
    expect(template({ labels: { team: 'a' }, annotations: { 'example.com/a': 'b' } })).toEqual(template({}));
  });

  test('gives a reason for whatever a linter would flag', () => {
    const flagged = (options: Define) => Object.keys(daemonSet(options).metadata!.annotations!).map((name) => name.replace('cdk8s-daemons/allow.', ''));
    expect(flagged({})).toEqual(expect.arrayContaining(['cpu-limit.vector', 'image-digest.vector', 'run-as-non-root.vector', 'host-path']));
    expect(flagged({})).not.toEqual(expect.arrayContaining(['liveness-probe.vector']));
    expect(flagged({ metrics: { enabled: false } })).toEqual(expect.arrayContaining(['liveness-probe.vector']));
    expect(flagged(rich)).toEqual(expect.arrayContaining(['secret-in-env.vector']));
  });

  test('leaves its options as they are, and says the same twice', () => {
    const props = deepFreeze(rich(new Chart(new App(), 'chart')));
    const who = { name: 'collector', namespace: 'logging' };
    expect(JSON.stringify(vector(who, props))).toBe(JSON.stringify(vector(who, props)));
  });

  test('is as it stands in the golden manifests', () => {
    expectGolden('vector', (chart) => new VectorDaemon(chart, 'vector', { output: ELASTICSEARCH }));
    expectGolden('vector.rich', (chart) => new VectorDaemon(chart, 'vector', rich(chart)));
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
