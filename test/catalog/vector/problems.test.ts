import { Size } from 'cdk8s';
import { Define, define, problems } from './helpers';
import { HostPath, LogOutput, LogParser, LogSource, VectorHostCollector } from '../../../src';

const tail = (path: string, tag = 'x', parser?: LogParser) => LogSource.tail({ path, tag, parser });
const regexp = (expression: string) => ({ sources: [tail('/var/log/x', 'x', LogParser.regexp(expression))] });
const CONTAINER_PATHS = 'write /var/log/pods/<namespace>_<pod>_*/<container>/*.log*, or /var/log/containers/<pod>_<namespace>_<container>-*.log';

describe('a definition', () => {
  test.each<[string, Define]>([
    ['with nothing but an output', {}],
    ['with several paths of one source', { sources: [tail('/var/log/*.log, /var/log/audit/audit.log')] }],
    ['that reads below a path of its own', { sources: [tail('/srv/app/logs/*.log')], hostPaths: [HostPath.readOnly('/srv/app')] }],
    ['with sources of its own only', { sources: [], extraConfig: 'sources: { a: { type: stdin } }\nsinks: { out_stdout: { inputs: [ a ] } }' }],
    ['with the smallest buffer', { buffer: { maxSize: Size.mebibytes(257) } }],
    ['with a parser of container logs that is the runtime\'s', { sources: [LogSource.containerLogs({ parser: LogParser.json() })] }],
    ['with an expression that Rust takes too', regexp('(?P<time>\\S+)\\\\h\\++[?+]+\\(?>(?i:x)')],
  ])('%s has no problem', (_, options) => {
    expect(problems(options)).toEqual([]);
  });

  test('does not throw before synth, whatever is wrong, and then says everything at once', () => {
    const wrong: Define = { output: LogOutput.multiple(), sources: [], buffer: { maxSize: Size.mebibytes(1) }, listenAddress: 'x', extraConfig: 'sinks: { a: {} }' };
    expect(() => define(wrong)).not.toThrow();
    expect(problems(wrong)).toHaveLength(6);
  });
});

describe('a definition fails when', () => {
  test.each<[string, Define, string]>([
    ['its output is wrong', { output: LogOutput.elasticsearch({ host: 'https://es' }) },
      'elasticsearch: \'https://es\' is no host name or IP address; give host, port, path and tls apart, an IPv6 address without brackets'],
    ['it should speak the forward protocol', { output: LogOutput.forward({ host: 'aggregator' }) },
      'forward: Vector has no sink for this protocol; send to Kafka or to the store itself, or add a sink of type \'vector\' by extraConfig for a Vector'],
    ['an index would differ from event to event', { output: LogOutput.opensearch({ host: 'os', index: 'a-{{ b }}' }) },
      'opensearch: index \'a-{{ b }}\' has a template of Vector\'s own, which not every event fills; give a fixed name'],
    ['an object\'s key would', { output: LogOutput.s3({ bucket: 'logs', region: 'r', pathPrefix: '{{ a }}/' }) },
      's3: pathPrefix \'{{ a }}/\' has a template of Vector\'s own, which not every event fills; give a fixed name'],
    ['there is no source', { sources: [] }, 'sources is empty, so nothing would be collected; leave it out for the logs of containers'],
    ['sources of its own lead nowhere', { sources: [], remap: '.a = 1', extraConfig: 'sources: { a: { type: stdin } }' },
      'sources is empty, so \'remap\' takes events from nothing; lead those of extraConfig there: transforms: { remap: { inputs: [ … ] } }'],
    ['two sources keep their positions in one place', { sources: [tail('/var/log/x'), tail('/var/log/y')] },
      'two sources keep their positions under the tag \'x\'; give each a tag of its own'],
    ['a source reads what is not mounted', { sources: [tail('/srv/*/app.log')] },
      'a source reads \'/srv/*/app.log\', which is not mounted; add hostPaths: [HostPath.readOnly(\'/srv\')]'],
    ['two open one port', { sources: [LogSource.forward({ port: 9090 })] },
      'the port 9090 is opened twice; give each LogSource.forward, and metrics, a port of its own'],
    ['the API has one of them', { api: { enabled: true, port: 9090 } },
      'the port 9090 is opened twice; give each LogSource.forward, and metrics, a port of its own'],
    ['container logs are read elsewhere', { sources: [LogSource.containerLogs({ path: '/var/log/other/*.log' })] },
      `container logs: Vector finds them below /var/log/pods, and '/var/log/other/*.log' cannot be translated; ${CONTAINER_PATHS}`],
    ['container logs are left out by what their files are not called', { sources: [LogSource.containerLogs({ excludePaths: ['/var/log/containers/kube*.log'] })] },
      `container logs: Vector finds them below /var/log/pods, and '/var/log/containers/kube*.log' cannot be translated; ${CONTAINER_PATHS}`],
    ['container logs have a parser', { sources: [LogSource.containerLogs({ parser: LogParser.none() })] },
      'container logs have a parser, but Vector knows by itself what runtimes write; leave it out, and take lines apart by remap'],
    ['files have the parser of container logs', { sources: [tail('/var/log/x', 'x', LogParser.cri())] },
      'the source \'x\' has the parser of container logs, which Vector has for LogSource.containerLogs() only; use that, or LogParser.regexp'],
    ['an expression looks ahead', regexp('a(?=b)'),
      'the source \'x\' has a regular expression that Vector does not take: Rust knows neither look-ahead, look-behind nor back-references'],
    ['an expression gives nothing back', regexp('(?>a|b)c'), 'the source \'x\' has a regular expression that Vector does not take: it has what only Ruby knows'],
    ['an expression has what Ruby alone knows', regexp('\\h+'), 'the source \'x\' has a regular expression that Vector does not take: it has what only Ruby knows'],
    ['an expression is none', regexp('(a'), 'the source \'x\' has a regular expression that Vector does not take: unterminated group'],
    ['metadata are wanted of no container', { sources: [tail('/var/log/x')], metadata: { podLabels: false } },
      'metadata has no effect, since no source reads container logs; add LogSource.containerLogs(), or leave metadata out'],
    ['a buffer is smaller than Vector\'s smallest', { buffer: { maxSize: Size.mebibytes(256) } },
      'buffer.maxSize is 268435456 bytes; Vector takes none below 257 MiB'],
    ['it should listen on a name', { listenAddress: 'localhost' }, 'listenAddress \'localhost\' is no IP address; for all of both families it is \'::\''],
    ['nobody would get what is measured', { metrics: { enabled: false, hostCollectors: [VectorHostCollector.CPU] } },
      'metrics.hostCollectors has no effect with metrics.enabled: false, since nobody would get them; leave one of the two out'],
    ['further configuration has a section that nobody knows', { extraConfig: 'source: {}' }, expect.stringMatching(/^extraConfig has no section 'source'; there are sources, /) as unknown as string],
    ['it moves the state', { extraConfig: 'data_dir: /tmp' }, expect.stringContaining('extraConfig has no section \'data_dir\'') as unknown as string],
    ['it has a list where components belong', { extraConfig: 'sinks: []' }, 'extraConfig.sinks is no mapping of ids to components'],
    ['it has a component that is none', { extraConfig: 'sinks: { a: console }' }, 'extraConfig.sinks.a is no mapping; it has a \'type\''],
    ['it has a component of no type', { extraConfig: 'sources: { a: { path: /x } }' }, 'extraConfig.sources.a has no \'type\'; say what kind of component it is'],
    ['it has a sink without inputs', { extraConfig: 'sinks: { a: { type: blackhole } }' },
      'extraConfig.sinks.a has no \'inputs\'; name the components that it takes events from'],
    ['it takes events from nowhere', { extraConfig: 'sinks: { a: { type: blackhole, inputs: [ b, internal_metrics ] } }' },
      'extraConfig.sinks.a takes events from \'b\', which is no source or transform; there are in_tail_kubernetes, internal_metrics, event_tail_kubernetes'],
    ['no component has a name of its pattern', { extraConfig: 'sinks: { a: { type: blackhole, inputs: [ "out_*" ] } }' },
      'extraConfig.sinks.a takes events from \'out_*\', which is no source or transform; there are in_tail_kubernetes, internal_metrics, event_tail_kubernetes'],
    ['it is a text', { extraConfig: '[sinks.a]' }, 'extraConfig is no mapping; its sections are sources, transforms, sinks'],
    ['it is no YAML', { extraConfig: 'sinks:\n  password: "hunter2' }, 'extraConfig is no YAML: unexpected end of the stream within a double quoted scalar (3:1)'],
  ])('%s', (_, options, problem) => {
    expect(problems(options)).toEqual([problem]);
  });
});
