import { Construct } from 'constructs';
import { dump } from 'js-yaml';
import { Define, define, problems, secret } from './helpers';
import { LogSource, HostPath, LogOutput } from '../../../src';

const tail = (path: string, tag = 'x') => LogSource.tail({ path, tag });

function s3(scope: Construct, name?: string): LogOutput {
  const credentials = name === undefined ? undefined : { accessKeyId: { secret: secret(scope, name), key: 'i' }, secretAccessKey: { secret: secret(scope, name), key: 's' } };
  return LogOutput.s3({ bucket: 'logs', region: 'r', credentials });
}

describe('a definition', () => {
  test.each<[string, Define]>([
    ['with nothing but an output', {}],
    ['with several paths of one source', { sources: [tail('/var/log/*.log, /var/log/audit/audit.log')] }],
    ['that reads below a path of its own', { sources: [tail('/srv/app/logs/*.log')], hostPaths: [HostPath.readOnly('/srv/app')] }],
    ['without metadata for files without names', { metadata: { enabled: false }, sources: [LogSource.containerLogs({ path: '/var/log/pods/*/*/*.log', tag: 'all' })] }],
    ['with inputs of its own only', { sources: [], extraConfig: 'pipeline: { inputs: [ name: kmsg ] }' }],
    ['with one identity for two destinations of AWS', (scope) => ({ output: LogOutput.multiple(s3(scope, 'aws'), s3(scope, 'aws')) })],
  ])('%s has no problem', (_, options) => {
    expect(problems(options)).toEqual([]);
  });

  test('does not throw before synth, whatever is wrong, and then says everything at once', () => {
    const wrong: Define = { output: LogOutput.multiple(), sources: [], buffer: { chunksInMemory: -1 }, extraConfig: 'pipeline: { filters: [ {} ] }' };
    expect(() => define(wrong)).not.toThrow();
    expect(problems(wrong)).toHaveLength(4);
  });
});

describe('a definition fails when', () => {
  test.each<[string, Define, string]>([
    ['its output is wrong', { output: LogOutput.elasticsearch({ host: 'https://es' }) },
      'elasticsearch: \'https://es\' is no host name or IP address; give host, port, path and tls apart, an IPv6 address without brackets'],
    ['two destinations of AWS have two identities', (scope) => ({ output: LogOutput.multiple(s3(scope, 'a'), s3(scope)) }),
      'destinations of AWS have different credentials, and Fluent Bit has one identity for all of them; give all the same, or a FluentBitDaemon for each'],
    ['there is no source', { sources: [] }, 'sources is empty, so nothing would be collected; leave it out for the logs of containers'],
    ['a tag has two wildcards', { sources: [tail('/var/log/x', 'a.*.*')] },
      'the tag \'a.*.*\' is not allowed: letters, digits, \'_\', \'-\' and \'.\', and at most one \'*\' for the file\'s path'],
    ['two sources keep their positions in one file', { sources: [tail('/var/log/x'), tail('/var/log/y')] },
      'two sources keep their positions under the tag \'x\'; give each a tag of its own'],
    ['a source reads what is not mounted', { sources: [tail('/srv/*/app.log')] },
      'a source reads \'/srv/*/app.log\', which is not mounted; add hostPaths: [HostPath.readOnly(\'/srv\')]'],
    ['the journal is not mounted', { sources: [LogSource.systemd({ path: '/run/log/journal' })] },
      'a source reads \'/run/log/journal\', which is not mounted; add hostPaths: [HostPath.readOnly(\'/run/log/journal\')]'],
    ['two open one port', { sources: [LogSource.forward({ port: 2020 })] },
      'the port 2020 is opened twice; give each LogSource.forward, and metrics, a port of its own'],
    ['nobody would answer for its health', { metrics: { enabled: false, health: {} } },
      'metrics.health has no effect with metrics.enabled: false, since nobody would answer; leave one of the two out'],
    ['metadata are wanted of no container', { sources: [tail('/var/log/x')], metadata: { keepLog: true } },
      'metadata has no effect, since no source reads container logs; add LogSource.containerLogs(), or leave metadata out'],
    ['metadata cannot be found by the tag', { sources: [LogSource.containerLogs({ tag: 'pods' })] },
      'the tag \'pods\' of container logs does not end with \'*\' for the file\'s path, from which the Kubernetes metadata are found; write \'pods.*\', '
      + 'or say metadata: { enabled: false }'],
    ['metadata cannot be found by the file', { sources: [LogSource.containerLogs({ path: '/var/log/pods/*/*/*.log' })] },
      'container logs are read from \'/var/log/pods/*/*/*.log\', where names of files do not say which pod and container wrote them; '
      + 'read them in /var/log/containers, or say metadata: { enabled: false }'],
    ['a number is none', { buffer: { retries: 0.5 } }, 'buffer.retries is 0.5; it takes a whole number from 1 on'],
    ['health allows nothing', { metrics: { health: { errors: 0 } } }, 'metrics.health.errors is 0; it takes a whole number from 1 on'],
    ['further configuration has a plugin without a name', { extraConfig: 'pipeline: { outputs: [ Name: "null", match: "*" ] }' },
      'extraConfig.pipeline.outputs[1] has no \'name\'; say which plugin or parser it is'],
    ['it has an entry that is none', { extraConfig: 'parsers: [ json ]' }, 'extraConfig.parsers[0] has no \'name\'; say which plugin or parser it is'],
    ['it has no list where one belongs', { extraConfig: 'parsers: json' }, 'extraConfig.parsers is no list'],
    ['it has a section that nobody knows', { extraConfig: 'filters: []' },
      'extraConfig has no section \'filters\'; there are service, parsers, multiline_parsers, pipeline'],
    ['its pipeline has one', { extraConfig: 'pipeline: { output: [] }' }, 'extraConfig.pipeline has no section \'output\'; there are inputs, filters, outputs'],
    ['its pipeline is a list', { extraConfig: 'pipeline: []' }, 'extraConfig.pipeline is no mapping; its sections are inputs, filters, outputs'],
    ['its service is a list', { extraConfig: 'service: []' }, 'extraConfig.service is no mapping of properties to values'],
    ['it is a text', { extraConfig: '[SERVICE]' }, 'extraConfig is no mapping; its sections are service, parsers, multiline_parsers, pipeline'],
    ['it is no YAML', { extraConfig: 'service:\n  http_passwd: "hunter2' },
      'extraConfig is no YAML: unexpected end of the stream within a double quoted scalar (3:1)'],
  ])('%s', (_, options, problem) => {
    expect(problems(options)).toEqual([problem]);
  });
});

describe('further configuration', () => {
  test.each<[object, string]>([
    [{ pipeline: { outputs: [{ name: 'http', http_passwd: 'hunter2' }] } }, 'pipeline.outputs[0].http_passwd: there is a secret in plain text'],
    [{ pipeline: { outputs: [{ 'name': 'kafka', 'rdkafka.sasl.password': 'hunter2' }] } }, 'pipeline.outputs[0].rdkafka.sasl.password: there is a secret in plain text'],
    [{ pipeline: { outputs: [{ name: 'datadog', apikey: 'hunter2' }] } }, 'pipeline.outputs[0].apikey: there is a secret in plain text'],
    [{ pipeline: { outputs: [{ name: 'splunk', splunk_token: 12345 }] } }, 'pipeline.outputs[0].splunk_token: there is a secret in plain text'],
    [{ service: { proxy: 'http://admin:hunter2@proxy:3128' } }, 'service.proxy: there is a secret in plain text, in a URL'],
    [{ pipeline: { outputs: [{ name: 'http', header: ['X-A b', 'Authorization Bearer hunter2'] }] } }, 'pipeline.outputs[0].header[1]: there is a secret in plain text, in a header'],
  ])('fails when there is a secret in it, which is not repeated: %#', (extra, problem) => {
    const said = problems({ extraConfig: dump(extra) });
    expect(said).toEqual([`extraConfig.${problem}, which everybody sees who may read ConfigMaps; use the output's own field for it (LogOutput), or a variable: `
      + 'env: { NAME: EnvValue.fromSecretValue({ secret, key }) } and ${NAME}']);
    expect(said[0]).not.toMatch(/hunter2|12345/);
  });

  test.each<object>([
    { pipeline: { outputs: [{ 'name': 'http', 'http_passwd': '${PASSWORD}', 'tls.key_file': '/etc/tls/key', 'header': 'Authorization Bearer ${TOKEN}' }] } },
    { pipeline: { filters: [{ name: 'record_modifier', remove_key: 'password' }] }, service: { proxy: 'http://u:${P}@proxy' } },
    { parsers: [{ name: 'a', format: 'json', time_key: 'time' }] },
  ])('has no problem without one: %#', (extra) => {
    expect(problems({ extraConfig: dump(extra) })).toEqual([]);
  });
});
