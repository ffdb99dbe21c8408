import { config, container, Options, plugin } from './helpers';
import { LogSource, LogParser } from '../../../src';

function parsers(parser: LogParser) {
  const options = { sources: [LogSource.tail({ path: '/var/log/a.log', tag: 'a', parser })] };
  return { input: plugin('inputs', 'tail', options), parsers: config(options).parsers };
}

describe('container logs', () => {
  test('are read from the beginning, by polling, with positions that outlive the pod', () => {
    expect(plugin('inputs', 'tail', {})).toEqual({
      'name': 'tail',
      'alias': 'in_tail_kube',
      'tag': 'kube.*',
      'storage.type': 'filesystem',
      'path': '/var/log/containers/*.log',
      'exclude_path': '${K8S_OWN_LOGS}',
      'db': '/var/lib/fluent-bit/in_tail_kube.db',
      'db.locking': true,
      'read_from_head': true,
      'inotify_watcher': false,
      'refresh_interval': 10,
      'skip_long_lines': true,
      'buffer_max_size': 262144,
      'multiline.parser': 'cri',
    });
  });

  test('are in Docker\'s format where nodes run Docker, whose directory is mounted', () => {
    expect(plugin('inputs', 'tail', { docker: true })).toMatchObject({ 'multiline.parser': 'docker' });
    expect(container({ docker: true }).volumeMounts!.map(({ mountPath }) => mountPath)).toContain('/var/lib/docker/containers');
    expect(container({}).volumeMounts!.map(({ mountPath }) => mountPath)).toEqual(['/var/log', '/var/lib/fluent-bit', '/etc/fluent-bit']);
  });

  test('may be others, read otherwise', () => {
    const source = LogSource.containerLogs({ path: '/var/log/containers/a*.log', tag: 'a.*', excludePaths: ['/x', '/y'], readFromHead: false });
    expect(plugin('inputs', 'tail', { sources: [source], inotify: true })).toMatchObject({
      path: '/var/log/containers/a*.log', tag: 'a.*', exclude_path: '${K8S_OWN_LOGS},/x,/y', read_from_head: false, inotify_watcher: true,
    });
  });
});

describe('the own logs', () => {
  test.each([
    ['/var/log/containers/*.log', '${K8S_OWN_LOGS}'], ['/var/log/pods/*/*/*.log', '${K8S_OWN_POD_LOGS}'], ['/var/log/**/*.log', '${K8S_OWN_LOGS},${K8S_OWN_POD_LOGS}'],
    ['/var/log/audit/audit.log', undefined], ['/var/log/audit/audit.log, /var/log/containers/*.log', '${K8S_OWN_LOGS}'],
  ])('are left out of %s', (path, excluded) => {
    const options = { sources: [LogSource.tail({ path, tag: 'a.*' })] };
    expect(plugin('inputs', 'tail', options).exclude_path).toBe(excluded);
    const env = Object.fromEntries(container(options).env!.map(({ name, value }) => [name, value]));
    expect(env.K8S_OWN_LOGS).toBe('/var/log/containers/fluent-bit-?????_node-agents_*.log');
    expect(env.K8S_OWN_POD_LOGS).toBe(excluded?.includes('POD') ? '/var/log/pods/node-agents_fluent-bit-?????_*/*/*.log' : undefined);
  });
});

describe('a line of a file', () => {
  test('is an event as it is', () => {
    expect(parsers(LogParser.none())).toEqual({ input: expect.not.objectContaining({ parser: expect.anything() }), parsers: undefined });
  });

  test('of a runtime is joined with what belongs to it', () => {
    expect(parsers(LogParser.cri())).toEqual({ input: expect.objectContaining({ 'multiline.parser': 'cri' }), parsers: undefined });
  });

  test('of JSON has its time in the words of strptime', () => {
    const { input, parsers: written } = parsers(LogParser.json());
    expect(input.parser).toBe('in_tail_a');
    expect(written).toEqual([{ name: 'in_tail_a', format: 'json', time_key: 'time', time_format: '%Y-%m-%dT%H:%M:%S.%L%z' }]);
  });

  test('is taken apart by an expression', () => {
    expect(parsers(LogParser.regexp('^(?<time>[^ ]+) (?<m>.*)$', { timeFormat: '%s.%9N' })).parsers)
      .toEqual([{ name: 'in_tail_a', format: 'regex', regex: '/^(?<time>[^ ]+) (?<m>.*)$/', time_format: '%s.%L' }]);
  });
});

describe('the journal', () => {
  const journal = (options: Options) => plugin('inputs', 'systemd', options);

  test('is read whole, from its beginning, with a cursor that outlives the pod', () => {
    expect(journal({ sources: [LogSource.systemd()] })).toEqual({
      'name': 'systemd',
      'alias': 'in_systemd_host',
      'tag': 'host.*',
      'storage.type': 'filesystem',
      'path': '/var/log/journal',
      'db': '/var/lib/fluent-bit/in_systemd_host.db',
      'read_from_tail': false,
      'strip_underscores': true,
      'lowercase': true,
    });
  });

  test('is read for some units, from now on', () => {
    expect(journal({ sources: [LogSource.systemd({ units: ['kubelet', 'docker.socket'], tag: 'units', readFromHead: false })] }))
      .toMatchObject({ tag: 'units', systemd_filter: ['_SYSTEMD_UNIT=kubelet.service', '_SYSTEMD_UNIT=docker.socket'], read_from_tail: true });
  });
});

describe('what programs send', () => {
  test('is taken on the pod\'s own address, in whichever family, with the tags that it brings', () => {
    const options = { sources: [LogSource.forward(), LogSource.forward({ port: 5170 })], metrics: { enabled: false } };
    expect(config(options).pipeline.inputs).toEqual([24224, 5170].map((port) => (
      { 'name': 'forward', 'alias': `in_forward_${port}`, 'storage.type': 'filesystem', 'listen': '${K8S_POD_IP}', port }
    )));
    expect(container(options).ports).toEqual([{ name: 'forward', containerPort: 24224 }, { name: 'forward-2', containerPort: 5170 }]);
    expect(container(options).env!.map(({ name }) => name)).toContain('K8S_POD_IP');
  });
});
