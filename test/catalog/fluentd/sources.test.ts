import { config, configText, container, environment, inner, Options, plugin } from './helpers';
import { allSections, listOf, Parsed } from './parse';
import { FluentdOverflow, LogSource, TailOptions, HostPath, LogOutput, LogParser } from '../../../src';
import { fluentd } from '../../../src/catalog/fluentd/definition';
import { logCollector } from '../../../src/daemon/roles/log-collector';

function tail(source: LogSource, options: Options = {}): Parsed {
  return plugin('tail', { ...options, sources: [source] });
}

/** The files that are left out, as Fluentd reads them in its container. */
function excluded(source: LogSource, options: Options = {}): unknown {
  return listOf(tail(source, options).params.exclude_path, environment({ ...options, sources: [source] }));
}

describe('container logs', () => {
  test('are the source of a definition that says none', () => {
    expect(plugin('tail', {}).params).toEqual({
      '@type': 'tail',
      '@id': 'in_tail_kubernetes',
      '@label': '@CRI',
      'path': '/var/log/containers/*.log',
      'exclude_path': { ruby: "[ENV['K8S_OWN_LOGS']].to_json" },
      'pos_file': '/var/lib/fluentd/in_tail_kubernetes.pos',
      'tag': 'kubernetes.*',
      'read_from_head': 'true',
      'follow_inodes': 'true',
      'enable_stat_watcher': 'false',
      'refresh_interval': '10s',
    });
  });

  test('leave out the daemon\'s own, whatever its name, and what one does not want', () => {
    const source = LogSource.containerLogs({ excludePaths: ['/var/log/containers/*_kube-system_*.log'] });
    expect(excluded(source, { name: 'shipper', namespace: 'logging' }))
      .toEqual(['/var/log/containers/shipper-?????_logging_*.log', '/var/log/containers/*_kube-system_*.log']);
  });

  test('leave out the daemon\'s own where the kubelet\'s other names for them are read', () => {
    expect(excluded(LogSource.containerLogs({ path: '/var/log/pods/*/*/*.log' }))).toEqual(['/var/log/pods/node-agents_fluentd-?????_*/*/*.log']);
  });

  test('are read from where they end, if that is wanted', () => {
    expect(tail(LogSource.containerLogs({ readFromHead: false })).params.read_from_head).toBe('false');
  });

  test('are joined where the runtime has cut them, streams apart, and what has no end goes on by another way', () => {
    const label = config({}).find(({ argument }) => argument === '@CRI')!;
    expect(inner(plugin('tail', {}), 'parse').params).toEqual({ '@type': 'cri' });
    expect(inner(label, 'filter').params).toEqual({
      '@type': 'concat',
      '@id': 'filter_cri',
      'key': 'message',
      'separator': '',
      'partial_key': 'logtag',
      'partial_value': 'P',
      'stream_identity_key': 'stream',
      'use_first_timestamp': 'true',
      'timeout_label': '@ROOT',
    });
    expect(inner(label, 'match').params).toMatchObject({ '@type': 'relabel', '@label': '@ROOT' });
  });

  test('are Docker\'s where the nodes run Docker, unless one says otherwise', () => {
    expect(inner(plugin('tail', { docker: true }), 'parse').params['@type']).toBe('json');
    expect(plugin('tail', { docker: true }).params).not.toHaveProperty('@label');
    expect(config({ docker: true }).filter(({ argument }) => argument === '@CRI')).toEqual([]);
    expect(inner(tail(LogSource.containerLogs({ parser: LogParser.cri() }), { docker: true }), 'parse').params['@type']).toBe('cri');
  });

  test('keep their positions when sources are reordered', () => {
    const apps = LogSource.containerLogs({ path: '/var/log/containers/a*.log', tag: 'a.*' });
    const sources = [LogSource.containerLogs(), apps, LogSource.tail({ path: '/var/log/x', tag: 'x' })];
    const positions = (order: LogSource[]) => allSections(config({ sources: order })).filter(({ params }) => params.pos_file)
      .map(({ params }) => [params.path, params.pos_file]).sort();
    expect(positions([...sources].reverse())).toEqual(positions(sources));
    expect(new Set(positions(sources).map(([, file]) => file)).size).toBe(3);
  });
});

describe('files', () => {
  test('are read line by line', () => {
    const source = tail(LogSource.tail({ path: '/var/log/audit/audit.log', tag: 'audit' }));
    expect(source.params).toMatchObject({ '@id': 'in_tail_audit', 'path': '/var/log/audit/audit.log', 'tag': 'audit', 'pos_file': '/var/lib/fluentd/in_tail_audit.pos' });
    expect(source.params).not.toHaveProperty('@label');
    expect(inner(source, 'parse').params).toEqual({ '@type': 'none' });
  });

  test.each([
    ['/var/log/**/*.log', ['/var/log/containers/fluentd-?????_node-agents_*.log', '/var/log/pods/node-agents_fluentd-?????_*/*/*.log']],
    ['/var/log/containers/fluentd-*.log', ['/var/log/containers/fluentd-?????_node-agents_*.log']],
    ['/var/log/pods/kube-system_*/*/*.log', ['/var/log/pods/node-agents_fluentd-?????_*/*/*.log']],
    ['/var/log/syslog', undefined],
  ])('below %s leave out the daemon\'s own where they could be among them', (path, own) => {
    expect(excluded(LogSource.tail({ path, tag: 'files' }))).toEqual(own);
  });

  test.each([
    ['behind a comma', LogSource.tail({ path: '/srv/a.log, /var/log/pods/*/*/*.log', tag: 'all' }), true],
    ['and have no variable for it where no file is read', LogSource.systemd(), false],
  ])('leave out the daemon\'s own %s', (_, source, named) => {
    const { env } = fluentd({ name: 'fluentd' }, { output: LogOutput.stdout(), sources: [source] });
    expect('K8S_OWN_POD_LOGS' in env!).toBe(named);
  });

  test('leave out the daemon\'s own in every namespace where none is known', () => {
    const everywhere = LogSource.tail({ path: '/var/log/**/*.log', tag: 'all' });
    const { env } = logCollector({ name: 'fluentd' }, fluentd({ name: 'fluentd' }, { output: LogOutput.stdout(), sources: [everywhere] }));
    expect(env!.K8S_OWN_LOGS.value).toBe('/var/log/containers/fluentd-?????_*_*.log');
    expect(env!.K8S_OWN_POD_LOGS.value).toBe('/var/log/pods/*_fluentd-?????_*/*/*.log');
  });

  test('leave out what one does not want, whatever signs it has', () => {
    const excludePaths = ["/var/log/it's \\ here/*", '/var/log/a,b.log', '/var/log/#{x}'];
    const source = LogSource.tail({ path: '/var/log/**/*.log', tag: 'all', excludePaths });
    expect((excluded(source) as string[]).slice(2)).toEqual(excludePaths);
    expect(excluded(LogSource.tail({ path: '/srv/*.log', tag: 'all', excludePaths }), { hostPaths: [HostPath.readOnly('/srv')] })).toEqual(excludePaths);
  });
});

describe('the journal', () => {
  test('is read whole, its position kept, its fields named like others', () => {
    const source = plugin('systemd', { sources: [LogSource.systemd()] });
    expect(source.params).toEqual({ '@type': 'systemd', '@id': 'in_systemd_systemd', 'path': '/var/log/journal', 'tag': 'systemd', 'read_from_head': 'true' });
    expect(inner(source, 'storage').params).toEqual({ '@type': 'local', 'persistent': 'true', 'path': '/var/lib/fluentd/in_systemd_systemd.json' });
    expect(inner(source, 'entry').params).toEqual({ fields_strip_underscores: 'true', fields_lowercase: 'true' });
  });

  test('is read for some units', () => {
    expect(plugin('systemd', { sources: [LogSource.systemd({ units: ['kubelet', 'docker.socket'], tag: 'host.units' })] }).params)
      .toMatchObject({ 'matches': [{ _SYSTEMD_UNIT: 'kubelet.service' }, { _SYSTEMD_UNIT: 'docker.socket' }], '@id': 'in_systemd_host_units' });
  });
});

describe('programs that send', () => {
  test('find a declared port, in the family of the pod\'s address', () => {
    const sources = [LogSource.forward(), LogSource.forward({ port: 24225 })];
    expect(allSections(config({ sources })).filter(({ name, params }) => name === 'source' && params['@type'] === 'forward').map(({ params }) => params)).toEqual([
      { '@type': 'forward', '@id': 'in_forward_24224', 'bind': { ruby: 'ENV[\'K8S_POD_IP\'].include?(\':\') ? \'::\' : \'0.0.0.0\'' }, 'port': '24224' },
      expect.objectContaining({ port: '24225' }),
    ]);
    expect(container({ sources }).ports).toEqual([
      { name: 'metrics', containerPort: 24231 }, { name: 'forward', containerPort: 24224 }, { name: 'forward-2', containerPort: 24225 },
    ]);
  });
});

describe('a parser', () => {
  const parse = (parser: TailOptions['parser']) => inner(tail(LogSource.tail({ path: '/var/log/x', tag: 'x', parser })), 'parse').params;

  test('of JSON reads the time where Docker writes it, or elsewhere', () => {
    expect(parse(LogParser.json())).toEqual({ '@type': 'json', 'time_key': 'time', 'time_type': 'string', 'time_format': '%Y-%m-%dT%H:%M:%S.%N%z' });
    expect(parse(LogParser.json({ timeKey: 'ts', timeFormat: '%s' }))).toMatchObject({ time_key: 'ts', time_format: '%s' });
  });

  test('by expression has it in slashes, once, with all its signs', () => {
    expect(parse(LogParser.regexp('^(?<time>\\S+) #(?<id>\\d+) \'(?<message>.*)\'$', { timeFormat: '%d/%b/%Y:%H:%M:%S %z' })))
      .toEqual({ '@type': 'regexp', 'expression': '/^(?<time>\\S+) #(?<id>\\d+) \'(?<message>.*)\'$/', 'time_format': '%d/%b/%Y:%H:%M:%S %z' });
    expect(parse(LogParser.regexp('/^(?<a>x)$/i', { timeKey: 'a' }))).toEqual({ '@type': 'regexp', 'expression': '/^(?<a>x)$/i', 'time_key': 'a' });
  });

  test('of containerd\'s format has cut lines joined, whatever the source', () => {
    expect(tail(LogSource.tail({ path: '/var/log/pods/kube-system_*/*/*.log', tag: 'system.*', parser: LogParser.cri() })).params['@label']).toBe('@CRI');
  });
});

describe('the order of a configuration', () => {
  test('is own messages, sources, joining, filters, further configuration, destination', () => {
    const extraConfig = '<filter kubernetes.**>\n  @type grep\n</filter>';
    const text = configText({ extraConfig, output: LogOutput.opensearch({ host: 'os' }), buffer: { overflow: FluentdOverflow.DROP_OLDEST_CHUNK } });
    const types = [...text.matchAll(/@type (\S+)/g)].map(([, type]) => type);
    expect(types).toEqual([
      'null', 'prometheus', 'prometheus_output_monitor', 'tail', 'cri', 'concat', 'relabel', 'kubernetes_metadata', 'record_transformer', 'grep', 'opensearch', 'file',
    ]);
    expect(text).toContain('overflow_action drop_oldest_chunk');
  });
});
