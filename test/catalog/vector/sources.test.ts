import { Component, config, container, Options, seen } from './helpers';
import { LogParser, LogSource } from '../../../src';

function source(id: string, some: LogSource, options: Options = {}): Component {
  return config({ ...options, sources: [some] }).sources[id];
}

/** The program of the one source, as Vector sees it. */
function program(some: LogSource): string[] {
  const [transform] = Object.values(seen({ sources: [some] }).transforms!);
  return transform.source.split('\n');
}

describe('container logs', () => {
  const logs = (options: Parameters<typeof LogSource.containerLogs>[0], some: Options = {}) => source('in_tail_kubernetes', LogSource.containerLogs(options), some);

  test('are all of the node\'s, from their beginning, but for those of Vector itself and what is compressed', () => {
    expect(logs({})).toEqual({
      type: 'kubernetes_logs',
      exclude_paths_glob_patterns: ['${K8S_OWN_POD_LOGS}*', '**/*.gz', '**/*.tmp'],
      read_from: 'beginning',
      glob_minimum_cooldown_ms: 10000,
      use_apiserver_cache: true,
      insert_namespace_fields: false,
      pod_annotation_fields: { pod_annotations: '' },
      node_annotation_fields: { node_labels: '' },
    });
    expect(logs({ readFromHead: false }).read_from).toBe('end');
  });

  test('do not include the own ones, not even those that were rotated', () => {
    const own = seen({}).sources.in_tail_kubernetes.exclude_paths_glob_patterns[0];
    expect(own).toBe('/var/log/pods/node-agents_vector-?????_*/*/*.log*');
  });

  test.each([
    ['/var/log/containers/*_kube-system_*.log', ['/var/log/pods/kube-system_*_*/*/*.log*']],
    ['/var/log/containers/web-*_shop_nginx-*.log', ['/var/log/pods/shop_web-*_*/nginx/*.log*', '/var/log/pods/shop_web-*_*/nginx-*/*.log*']],
    ['/var/log/containers/web-0_shop_my-nginx*.log', ['/var/log/pods/shop_web-0_*/my-nginx*/*.log*']],
    ['/var/log/containers/web-0_shop_my-nginx-0123abc.log', ['/var/log/pods/shop_web-0_*/my-nginx/*.log*']],
    ['/var/log/containers/web-0_shop_nginx.log', ['/var/log/pods/shop_web-0_*/nginx/*.log*']],
    ['/var/log/pods/shop_*/**', ['/var/log/pods/shop_*/**']],
    ['**/istio-proxy/*', ['**/istio-proxy/*']],
  ])('are chosen by patterns for either name of a file: %s', (path, patterns) => {
    expect(logs({ excludePaths: [path] }).exclude_paths_glob_patterns.slice(3)).toEqual(patterns);
    expect(logs({ path: path.replace('**/', '/var/log/pods/') }).include_paths_glob_patterns)
      .toEqual(patterns.map((pattern) => pattern.replace('**/', '/var/log/pods/')));
  });

  test('learn what is wanted of pods, namespaces and nodes', () => {
    const metadata = { podLabels: false, podAnnotations: true, namespaceLabels: true, nodeLabels: true, podSelector: 'a=b', namespaceSelector: 'c!=d' };
    const described = logs({}, { metadata });
    expect(described).toMatchObject({
      extra_label_selector: 'a=b', extra_namespace_label_selector: 'c!=d', insert_namespace_fields: true, pod_annotation_fields: { pod_labels: '' },
    });
    expect(described).not.toHaveProperty('node_annotation_fields');
    expect(described).not.toHaveProperty('namespace_annotation_fields');
    expect(logs({}, { metadata: { namespaceSelector: 'c' } }).namespace_annotation_fields).toEqual({ namespace_labels: '' });
  });

  test('of Docker need no other format', () => {
    expect(logs({}, { docker: true })).toEqual(logs({}));
    expect(container({ docker: true }).volumeMounts!.map(({ mountPath }) => mountPath)).toContain('/var/lib/docker/containers');
  });
});

describe('other sources', () => {
  test('are files, without the own ones where they are among them', () => {
    expect(source('in_tail_audit', LogSource.tail({ path: '/var/log/audit/*.log, /var/log/b', tag: 'audit', excludePaths: ['/var/log/audit/x*'] }))).toEqual({
      type: 'file', include: ['/var/log/audit/*.log', '/var/log/b'], exclude: ['/var/log/audit/x*'], read_from: 'beginning',
    });
    expect(source('in_tail_a', LogSource.tail({ path: '/var/log/*/*.log', tag: 'a', readFromHead: false })))
      .toMatchObject({ exclude: ['${K8S_OWN_LOGS}*', '${K8S_OWN_POD_LOGS}*'], read_from: 'end' });
    expect(source('in_tail_a', LogSource.tail({ path: '/var/log/a', tag: 'a' }))).not.toHaveProperty('exclude');
  });

  test('are the journal, earlier boots included', () => {
    expect(source('in_systemd_systemd', LogSource.systemd())).toEqual({ type: 'journald', journal_directory: '/var/log/journal', current_boot_only: false });
    expect(source('in_systemd_j', LogSource.systemd({ tag: 'j', units: ['kubelet', 'docker.socket'], readFromHead: false })))
      .toMatchObject({ include_units: ['kubelet.service', 'docker.socket'], since_now: true });
  });

  test('are what programs send, with the tags that they have given', () => {
    expect(config({ sources: [LogSource.forward({ port: 5170 })] })).toMatchObject({
      sources: { in_forward_5170: { type: 'fluent', mode: 'tcp', address: '[::]:5170' } }, sinks: { out_stdout: { inputs: ['in_forward_5170'] } },
    });
    expect(config({ sources: [LogSource.forward()] })).not.toHaveProperty('transforms');
  });
});

describe('an event', () => {
  test.each<[LogSource, string]>([
    [LogSource.containerLogs(), '.tag = "kubernetes"'],
    [LogSource.containerLogs({ tag: 'kube.*' }), '.tag = "kube" + replace(string!(.file), "/", ".")'],
    [LogSource.tail({ path: '/var/log/a', tag: '*' }), '.tag = replace(string!(.file), "/", ".")'],
    [LogSource.tail({ path: '/var/log/a', tag: 'a.*.b' }), '.tag = "a" + replace(string!(.file), "/", ".") + ".b"'],
    [LogSource.systemd({ tag: 'host.*' }), '.tag = "host." + (string(._SYSTEMD_UNIT) ?? "")'],
  ])('has the tag of its source: %#', (some, wanted) => {
    expect(program(some)).toContain(wanted);
  });

  test('of a file has the node as host, where Vector says the pod', () => {
    expect(program(LogSource.tail({ path: '/var/log/a', tag: 'a' }))).toEqual(['.tag = "a"', '.host = "value of K8S_NODE_NAME"']);
    expect(program(LogSource.systemd()).join()).not.toContain('.host');
  });

  test('is what a parser makes of a line, with the time that it finds', () => {
    const parser = LogParser.json({ timeKey: 'log.time', timeFormat: '%d/%b/%Y:%H:%M:%S.%3N %z' });
    expect(program(LogSource.tail({ path: '/var/log/a', tag: 'a', parser }))).toEqual([
      'parsed = object!(parse_json!(string!(.message)))',
      'del(.message)',
      '. = merge(., parsed)',
      'time, err = parse_timestamp(parsed."log.time", format: "%d/%b/%Y:%H:%M:%S%.f %#z")',
      'if err == null {',
      '  ."@timestamp" = time',
      '}',
      '.tag = "a"',
      '.host = "value of K8S_NODE_NAME"',
    ]);
  });

  test.each([
    ['^(?<time>\\S+) (?<n>\\d{4})$', {}, 'parse_regex!(string!(.message), r\'^(?<time>\\S+) (?<n>\\d{4})$\')'],
    ['/it\'s \\\'(?<a>.)\\\' \\/x\\\\/im', {}, 'parse_regex!(string!(.message), r\'(?is)it\\x27s \\x27(?<a>.)\\x27 /x\\\\\')'],
  ])('is what a regular expression finds in a line: %#', (expression, options, wanted) => {
    expect(program(LogSource.tail({ path: '/var/log/a', tag: 'a', parser: LogParser.regexp(expression, options) }))[0]).toBe(`parsed = ${wanted}`);
  });

  test.each([
    [undefined, '%+'], ['%Y-%m-%dT%H:%M:%S.%N%z', '%+'], ['%H:%M:%S.%L', '%H:%M:%S.%3f'], ['%H:%M:%S,%3N', '%H:%M:%S,%3f'], ['%H:%M:%S,%N', '%H:%M:%S,%9f'],
  ])('has a time in the format %s, which is %s in Vector\'s words', (timeFormat, wanted) => {
    const parser = LogParser.regexp('(?<t>.*)', { timeKey: 't', timeFormat });
    expect(program(LogSource.tail({ path: '/var/log/a', tag: 'a', parser }))).toContain(`time, err = parse_timestamp(parsed."t", format: "${wanted}")`);
  });

  test('whose line cannot be parsed is left out; without a parser none is', () => {
    const transform = (parser?: LogParser) => config({ sources: [LogSource.tail({ path: '/var/log/a', tag: 'a', parser })] }).transforms!.event_tail_a;
    expect(transform(LogParser.json()).drop_on_error).toBe(true);
    expect(transform()).not.toHaveProperty('drop_on_error');
  });

  test('goes through one program for all, in which a dollar means itself', () => {
    const remap = '.a = replace(string!(.message), r\'^(?P<x>\\d+)$\', "$x ${HOME}")';
    const { transforms, sinks } = seen({ remap, sources: [LogSource.containerLogs(), LogSource.forward()] });
    expect(transforms!.remap).toEqual({ type: 'remap', inputs: ['event_tail_kubernetes', 'in_forward_24224'], source: remap });
    expect(sinks.out_stdout.inputs).toEqual(['remap']);
  });

  test('of sources with one tag is not taken for another\'s', () => {
    const { transforms } = config({ sources: [LogSource.containerLogs({ tag: 'x' }), LogSource.systemd({ tag: 'x' })] });
    expect(Object.keys(transforms!)).toEqual(['event_tail_x', 'event_systemd_x']);
  });
});
