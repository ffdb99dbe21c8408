import { environment, Options, pipeline, pod } from './helpers';
import { LogEvent, run } from './run';
import { LogOutput, LogParser, LogSource, LogstashDaemon } from '../../../src';
import { only, synth } from '../../util';

const FILE = `/var/log/containers/shop-7d9c-x2x4z_shop-eu_main-app-${'0a'.repeat(32)}.log`;

/** What is known of the container by the name of its file. */
const CONTAINER = {
  '[kubernetes][pod][name]': 'shop-7d9c-x2x4z', '[kubernetes][namespace]': 'shop-eu', '[kubernetes][container][name]': 'main-app', '[container][id]': '0a'.repeat(32),
};

/** What is known of everything. */
const NODE = { '[kubernetes][node][name]': '${K8S_NODE_NAME}', '[host][name]': '${K8S_NODE_NAME}' };

function events(options: Options, file: string, ...lines: string[]): LogEvent[] {
  return run(pipeline(options), file, lines, environment(options));
}

/** The fields that are made of the lines. */
function made(options: Options, file: string, ...lines: string[]): LogEvent[] {
  const known = [...Object.keys(CONTAINER), ...Object.keys(NODE), '[log][file][path]'];
  return events(options, file, ...lines).map((event) => Object.fromEntries(Object.entries(event).filter(([field]) => !known.includes(field))));
}

describe('the logs of containers', () => {
  test('are read from their beginning, and their positions are kept', () => {
    expect(pipeline().input).toEqual([{
      plugin: 'file',
      when: [],
      params: {
        id: 'in_tail_kubernetes',
        path: ['/var/log/containers/*.log'],
        exclude: ['${LOGSTASH_OWN_LOGS}'],
        sincedb_path: '/usr/share/logstash/data/in_tail_kubernetes.sincedb',
        start_position: 'beginning',
        codec: { plugin: 'multiline', when: [], params: { pattern: '^\\S+ (stdout|stderr) P ', what: 'next', auto_flush_interval: 60, multiline_tag: '' } },
        tags: ['kubernetes'],
        add_field: { '[@metadata][source]': 'in_tail_kubernetes' },
      },
    }]);
    expect(pipeline({ sources: [LogSource.containerLogs({ readFromHead: false })] }).input[0].params.start_position).toBe('end');
  });

  test('are told apart by pod, namespace and container', () => {
    expect(events({}, FILE, '2026-11-24T10:00:00.123456789Z stdout F hello world')).toEqual([{
      'message': 'hello world',
      'stream': 'stdout',
      'time': '2026-11-24T10:00:00.123456789Z',
      '@timestamp': '2026-11-24T10:00:00.123456789Z as ISO8601',
      'tags': ['kubernetes'],
      '[log][file][path]': FILE,
      ...CONTAINER,
      ...NODE,
    }]);
    expect(events({}, '/var/log/containers/strange.log', 'T stdout F x')[0].tags).toEqual(['kubernetes', '_no_container_name']);
  });

  test.each<[string, string[], [string, string][]]>([
    ['whole lines', ['1 stdout F one', '2 stderr F two'], [['stdout', 'one'], ['stderr', 'two']]],
    ['an empty line, and one of spaces', ['1 stdout F ', '2 stdout F   x '], [['stdout', ''], ['stdout', '  x ']]],
    ['a cut line', ['1 stdout P one ', '2 stdout P two ', '3 stdout F three', '4 stdout F next'], [['stdout', 'one two three'], ['stdout', 'next']]],
    ['a cut line of each stream', ['1 stdout P a', '2 stdout F b', '3 stderr P c', '4 stderr F d'], [['stdout', 'ab'], ['stderr', 'cd']]],
    ['pieces of both streams in one', ['1 stdout P a', '2 stderr P x', '3 stderr F y', '4 stdout F b'], [['stdout', 'a'], ['stderr', 'x'], ['stderr', 'y'], ['stdout', 'b']]],
    ['a cut line without an end', ['1 stdout P a', '2 stdout P b'], [['stdout', 'ab']]],
    ['text that looks like a head', ['1 stdout P say 5 stderr F ', '2 stdout F 6 stdout P x'], [['stdout', 'say 5 stderr F 6 stdout P x']]],
  ])('never mix streams: %s', (_, lines, wanted) => {
    expect(made({}, FILE, ...lines).map(({ stream, message }) => [stream, message])).toEqual(wanted);
  });

  test('that nobody understands stay what they are, with a tag', () => {
    expect(made({}, FILE, 'garbage')).toEqual([{ message: 'garbage', tags: ['kubernetes', '_dissectfailure'] }]);
  });

  test('may leave out namespaces', () => {
    const options = { sources: [LogSource.containerLogs({ excludePaths: ['/var/log/containers/*_shop-*_*.log'] })] };
    expect(pipeline(options).input[0].params.exclude).toEqual(['${LOGSTASH_OWN_LOGS}', '*_shop-*_*.log']);
    expect(events(options, FILE, '1 stdout F x')).toEqual([]);
    expect(events(options, FILE.replace('shop-eu', 'other'), '1 stdout F x')).toHaveLength(1);
  });

  test('are JSON on nodes with Docker, and have the same fields', () => {
    const [cri, docker] = [made({}, FILE, 'T stdout F hello'), made({ docker: true }, FILE, '{"log":"hello\\n","stream":"stdout","time":"T"}')];
    expect(cri).toEqual([{ 'message': 'hello', 'stream': 'stdout', 'time': 'T', '@timestamp': 'T as ISO8601', 'tags': ['kubernetes'] }]);
    expect(docker).toEqual([{ 'message': 'hello', 'stream': 'stdout', '@timestamp': 'T as ISO8601', 'tags': ['kubernetes'] }]);
    expect(made({ docker: true }, FILE, 'no JSON')).toEqual([{ message: 'no JSON', tags: ['kubernetes', '_jsonparsefailure'] }]);
    expect(pipeline({ docker: true }).input[0].params).not.toHaveProperty('codec');
    expect(pod({ docker: true }).volumes!.map(({ hostPath }) => hostPath?.path)).toContain('/var/lib/docker/containers');
  });
});

describe('Logstash\'s own log', () => {
  const own = (pods: string, namespace = 'node-agents') => `/var/log/containers/${pods}_${namespace}_logstash-${'0'.repeat(64)}.log`;

  test.each<[string, Options]>([
    ['of containers', {}],
    ['of all directories of logs', { sources: [LogSource.tail({ path: '/var/log/*/*.log', tag: 'all' })] }],
    ['that are named by their beginning', { sources: [LogSource.tail({ path: '/var/log/containers/l*.log', tag: 'l' })] }],
  ])('is never read among the logs %s', (_, options) => {
    expect(events(options, own('logstash-x2x4z'), '1 stdout F x')).toEqual([]);
    expect(events(options, own('logstash-gpu-x2x4z'), '1 stdout F x')).toHaveLength(1);
    expect(events(options, own('logstash-x2x4z', 'other'), '1 stdout F x')).toHaveLength(1);
  });

  test('has the names of the set that it is in', () => {
    expect(environment().LOGSTASH_OWN_LOGS).toBe('logstash-?????_node-agents_*.log');
    const objects = synth((chart) => new LogstashDaemon(chart, 'agent', { output: LogOutput.stdout(), namespace: 'logging' }));
    expect(only('DaemonSet', objects).spec.template.spec.containers[0].env).toContainEqual({ name: 'LOGSTASH_OWN_LOGS', value: 'agent-?????_logging_*.log' });
  });

  test.each(['/var/log/syslog', '/var/log/*.log', '/var/log/audit/*.log', '/var/log/*/*/*.log'])('is not thought of where it cannot be: %s', (path) => {
    const options = { sources: [LogSource.tail({ path, tag: 'x' })] };
    expect(pipeline(options).input[0].params).not.toHaveProperty('exclude');
    expect(environment(options)).not.toHaveProperty('LOGSTASH_OWN_LOGS');
  });
});

describe('other files', () => {
  const tail = (parser?: LogParser): Options => ({ sources: [LogSource.tail({ path: '/var/log/a.log, /var/log/b.log', tag: 'app', parser })] });
  const read = (parser: LogParser | undefined, line: string) => made(tail(parser), '/var/log/b.log', line)[0];

  test('are lines', () => {
    expect(pipeline(tail()).input[0].params).toEqual({
      id: 'in_tail_app',
      path: ['/var/log/a.log', '/var/log/b.log'],
      sincedb_path: '/usr/share/logstash/data/in_tail_app.sincedb',
      start_position: 'beginning',
      tags: ['app'],
      add_field: { '[@metadata][source]': 'in_tail_app' },
    });
    expect(read(undefined, 'a line')).toEqual({ message: 'a line', tags: ['app'] });
    expect(pipeline(tail()).filter.map(({ plugin, when }) => [plugin, when])).toEqual([['mutate', []]]);
  });

  test('are JSON', () => {
    const parser = LogParser.json({ timeKey: 'at', timeFormat: '%s' });
    expect(read(parser, '{"at":"17","message":"m","log":"l"}')).toEqual({ 'message': 'm', 'log': 'l', '@timestamp': '17 as UNIX', 'tags': ['app'] });
    expect(read(parser, '{"a":1}')).toEqual({ a: 1, tags: ['app'] });
    expect(read(parser, '{"a"')).toEqual({ message: '{"a"', tags: ['app', '_jsonparsefailure'] });
  });

  test('are what an expression finds', () => {
    const parser = LogParser.regexp('/^(?<time>\\S+) (?<level>[a-z]+) (?<message>.*)$/i', { timeFormat: '%H:%M' });
    expect(read(parser, '10:00 INFO a text')).toEqual({ 'message': 'a text', 'level': 'INFO', '@timestamp': '10:00 as HH:mm', 'tags': ['app'] });
    expect(read(parser, '10:00 - a text')).toEqual({ message: '10:00 - a text', tags: ['app', '_grokparsefailure'] });
    expect(read(LogParser.regexp('^(?<a>.)'), 'xy')).toEqual({ a: 'x', tags: ['app'] });
  });

  test('are what a runtime writes, without a container', () => {
    expect(read(LogParser.cri(), 'T stderr F x')).toEqual({ 'message': 'x', 'stream': 'stderr', 'time': 'T', '@timestamp': 'T as ISO8601', 'tags': ['app'] });
    expect(pipeline(tail(LogParser.cri())).filter.map(({ plugin }) => plugin)).not.toContain('grok');
  });

  test('are left out by name', () => {
    const options = { sources: [LogSource.tail({ path: '/var/log/app/*.log', tag: 'app', excludePaths: ['/var/log/app/debug*.log'] })] };
    expect([events(options, '/var/log/app/debug.1.log', 'x'), events(options, '/var/log/app/main.log', 'x').length]).toEqual([[], 1]);
  });

  test('of several sources do not meet each other\'s filters', () => {
    const options = { sources: [LogSource.containerLogs(), LogSource.tail({ path: '/var/log/a.log', tag: 'a', parser: LogParser.json() })] };
    expect(made(options, '/var/log/a.log', '1 stdout F x')[0].message).toBe('1 stdout F x');
    expect(made(options, FILE, '1 stdout F {}')[0].message).toBe('{}');
  });
});
