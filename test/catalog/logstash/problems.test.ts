import { Size } from 'cdk8s';
import { Construct } from 'constructs';
import { Define, define, problems, secret } from './helpers';
import { HostPath, LogOutput, LogParser, LogSource, LogstashDaemon, Nodes, Rollout } from '../../../src';

const tail = (path: string, options: Partial<Parameters<typeof LogSource.tail>[0]> = {}) => LogSource.tail({ path, tag: 'x', ...options });
const regexp = (expression: string, timeFormat?: string) => ({ sources: [tail('/var/log/x', { parser: LogParser.regexp(expression, { timeFormat }) })] });
const kafka = (scope: Construct, user: string, certificate = false) => LogOutput.kafka({
  brokers: ['k:9093'],
  topic: 't',
  user,
  password: { secret: secret(scope, 's'), key: 'k' },
  tls: certificate ? { certificate: { secret: secret(scope, 's'), key: 'c' }, key: { secret: secret(scope, 's'), key: 'y' } } : {},
});

describe('a definition', () => {
  test.each<[string, Define]>([
    ['with nothing but an output', {}],
    ['with several paths of one source', { sources: [tail('/var/log/*.log, /var/log/audit/audit.log')] }],
    ['that reads below a path of its own', { sources: [tail('/srv/app/logs/*.log')], hostPaths: [HostPath.readOnly('/srv/app')] }],
    ['with names left out', { sources: [tail('/var/log/a/*.log', { excludePaths: ['/var/log/a/b.log'] })] }],
    ['that also reads all other directories', { sources: [LogSource.containerLogs(), tail('/var/log/*/*.log')] }],
    ['with OpenSearch and an image that can', { output: LogOutput.opensearch({ host: 'os' }), image: 'registry.example.com/logstash:1' }],
    ['with one kind of quotes', regexp('"(?<a>[^"]*)"')],
    ['with filters that have secrets from variables', { extraFilters: '# password => "x"\nhttp { password => "${PASSWORD}" url => "https://u:${PASSWORD}@host" api_key => "%{[key]}" token => "" }' }],
  ])('%s has no problem', (_, options) => {
    expect(problems(options)).toEqual([]);
  });

  test('does not throw before synth, whatever is wrong, and then says everything at once', () => {
    const wrong: Define = {
      output: LogOutput.multiple(LogOutput.opensearch({ host: 'a"b' }), LogOutput.forward({ host: 'c' })),
      sources: [LogSource.systemd(), tail('"\'')],
      pipelineWorkers: -1,
      heap: Size.mebibytes(1),
      extraFilters: 'x { password => "geheim" }',
    };
    expect(() => define(wrong)).not.toThrow();
    expect(problems(wrong)).toHaveLength(9);
    expect(problems(wrong).join()).not.toContain('geheim');
  });
});

describe('a definition fails when', () => {
  test.each<[string, Define, string]>([
    ['its output is wrong', { output: LogOutput.elasticsearch({ host: 'https://es' }) },
      'elasticsearch: \'https://es\' is no host name or IP address; give host, port, path and tls apart, an IPv6 address without brackets'],
    ['the image does not have the plugin', { output: LogOutput.opensearch({ host: 'os' }) },
      'opensearch: the image of Elastic does not have the plugin logstash-output-opensearch; give an image of yours that has it (image)'],
    ['nobody has a plugin', { output: LogOutput.cloudWatch({ region: 'r', logGroup: 'g' }), image: 'registry.example.com/logstash:1' },
      'cloudwatch: there is no plugin for Logstash that writes logs there; use FluentBitDaemon or FluentdDaemon'],
    ['it should forward', { output: LogOutput.forward({ host: 'a' }) },
      'forward: Logstash can neither wait for acknowledgements nor show a shared key; use FluentBitDaemon or FluentdDaemon, or LogOutput.kafka() in between'],
    ['Kafka asks for a certificate', (scope) => ({ output: kafka(scope, 'u', true) }),
      'kafka: Logstash takes tls.certificate and tls.key from one file only, and here they are two; leave them out, and use user and password'],
    ['a user cannot be written in a login', (scope) => ({ output: kafka(scope, "o'neil") }),
      'kafka: user has a quote or a backslash, which Java takes for its own in a login; take another user'],
    ['there is no source', { sources: [] }, 'sources is empty, so nothing would be collected; leave it out for the logs of containers'],
    ['the journal is wanted', { sources: [LogSource.systemd()] }, 'the image has no input for the journal (LogSource.systemd); use FluentBitDaemon or FluentdDaemon for it'],
    ['programs shall send', { sources: [LogSource.forward()] },
      'Logstash reads the forward protocol without acknowledgements, and batches of it wrongly (LogSource.forward); use FluentBitDaemon or FluentdDaemon for it'],
    ['a tag has a wildcard', { sources: [LogSource.containerLogs({ tag: 'kube.*' })] },
      'the tag \'kube.*\' has a \'*\', and Logstash has no tags by path; leave it out, the path is in [log][file][path]'],
    ['two sources keep their positions in one file', { sources: [tail('/var/log/x'), tail('/var/log/y')] },
      'two sources keep their positions under the tag \'x\'; give each a tag of its own'],
    ['a source reads what is not mounted', { sources: [tail('/srv/*/app.log')] },
      'a source reads \'/srv/*/app.log\', which is not mounted; add hostPaths: [HostPath.readOnly(\'/srv\')]'],
    ['container logs have no names', { sources: [LogSource.containerLogs({ path: '/var/log/pods/*/*/*.log' })] },
      'container logs are read from \'/var/log/pods/*/*/*.log\', where names of files do not say which pod and container wrote them; read them in /var/log/containers'],
    ['its own log has no name', { sources: [tail('/var/log/pods/*/*/*.log')] },
      'a source reads \'/var/log/pods/*/*/*.log\', where Logstash\'s own log is among the files and cannot be told by its name; use LogSource.containerLogs()'],
    ['it may be anywhere', { sources: [tail('/var/log/**/*.log')] },
      'a source reads \'/var/log/**/*.log\', where Logstash\'s own log is among the files and cannot be told by its name; use LogSource.containerLogs()'],
    ['what is left out is elsewhere', { sources: [tail('/var/log/a/*.log,/var/log/b/*.log', { excludePaths: ['/var/log/a/x.log'] })] },
      '\'/var/log/a/x.log\' cannot be left out of \'/var/log/a/*.log,/var/log/b/*.log\': Logstash excludes files by name only, so both have to be in one directory; '
      + 'give each directory a source of its own'],
    ['a time has no words', regexp('^(?<time>\\S+)', '%s.%N'), 'the time format \'%s.%N\' has a directive that Logstash has no word for'],
    ['an expression has a pattern of grok', regexp('%{a}'), 'the expression \'/%{a}/\' has %{, with which a pattern begins for Logstash (grok); write %[{]'],
    ['a text has a variable', { output: LogOutput.elasticsearch({ host: 'es', index: '${HOME}' }) },
      '\'${HOME}\' has ${, with which a variable begins for Logstash; in an expression write [$]{'],
    ['an expression has one', regexp('\\${a}'), '\'/\\${a}/\' has ${, with which a variable begins for Logstash; in an expression write [$]{'],
    ['a text has both kinds of quotes', regexp('"\''), '\'"\'\' cannot be written for Logstash, whose texts have no second kind of quotes inside and no backslash at the end'],
    ['a path ends with a backslash', { sources: [tail('/var/log/a\\')] },
      '\'/var/log/a\\\' cannot be written for Logstash, whose texts have no second kind of quotes inside and no backslash at the end'],
    ['there are no workers', { pipelineWorkers: 0 }, 'pipelineWorkers is 0; it takes a whole number from 1 on'],
    ['a batch is half an event', { batchSize: 1.5 }, 'batchSize is 1.5; it takes a whole number from 1 on'],
    ['a queue in memory has a limit on disk', { queue: { persisted: false, maxSize: Size.gibibytes(1) } },
      'queue.maxSize has no effect on a queue in memory; leave it out, or queue.persisted'],
    ['a queue is too small', { queue: { maxSize: Size.mebibytes(10) } }, 'queue.maxSize is 10Mi; one page of the queue takes 64Mi'],
    ['the heap is as large as its container', { heap: Size.gibibytes(2) },
      'heap (2048Mi) does not fit into the memory limit (1536Mi), where Java needs about as much again; raise resources.memory.limit'],
    ['too little memory is left for it', { resources: { memory: { limit: Size.mebibytes(256) } } },
      'heap is 140Mi, with which Logstash does not start; it takes 256Mi, and a memory limit of twice as much'],
    ['there is a password in its filters', { extraFilters: 'http {\n  "password" => \'geheim\'\n}' },
      'extraFilters, line 2: there is a secret in plain text in \'password\', which everybody sees who may read ConfigMaps; '
      + 'use a variable: env: { NAME: EnvValue.fromSecretValue({ secret, key }) } and "${NAME}"'],
    ['there is one in a URL', { extraFilters: 'elasticsearch { hosts => ["https://u:geheim@es"] }' },
      'extraFilters, line 1: there is a secret in plain text in a URL, which everybody sees who may read ConfigMaps; '
      + 'use a variable: env: { NAME: EnvValue.fromSecretValue({ secret, key }) } and "${NAME}"'],
    ['a variant is wrong', { variants: [LogstashDaemon.variant('gpu', Nodes.withLabel('gpu', 'true'), { batchSize: 0 })] },
      'variant \'gpu\': batchSize is 0; it takes a whole number from 1 on'],
  ])('%s', (_, options, problem) => {
    expect(problems(options)).toEqual([problem]);
  });

  test('two of its pods would share a node', () => {
    expect(problems({ rollout: Rollout.surge() })).toEqual([expect.stringContaining('Rollout.surge() runs two pods')]);
  });
});
