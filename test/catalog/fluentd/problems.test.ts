import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import { Define, define, problems, secret } from './helpers';
import { DaemonVolume, LogSource, HostPath, LogOutput, LogParser } from '../../../src';

const host = 'es';

function value(scope: Construct) {
  return { secret: secret(scope, 'es'), key: 'k' };
}

function output(made: LogOutput): Define {
  return { output: made };
}

describe('a definition', () => {
  test.each<[string, Define]>([
    ['with nothing but an output', {}],
    ['with every kind of output and an image of one\'s own', {
      image: 'registry.example.com/fluentd:1',
      output: LogOutput.multiple(LogOutput.elasticsearch({ host }), LogOutput.opensearch({ host: '2001:db8::1' }), LogOutput.forward({ host: '10.0.0.1' }),
        LogOutput.kafka({ brokers: ['[2001:db8::1]:9092'], topic: 't' }), LogOutput.s3({ bucket: 'bucket', region: 'r', endpoint: 'https://minio.svc:9000' }),
        LogOutput.cloudWatch({ region: 'r', logGroup: '/a/b', retention: Duration.days(7) }), LogOutput.stdout()),
    }],
    ['with a copy to the standard output', output(LogOutput.multiple(LogOutput.elasticsearch({ host }), LogOutput.stdout()))],
    ['that reads where /var/log is', { sources: [LogSource.tail({ path: '/var/log/*.log, /var/log/audit/audit.log', tag: 'files.*' })] }],
    ['that reads below a path of its own', {
      sources: [LogSource.tail({ path: '/srv/app/logs/*.log', tag: 'app' })], hostPaths: [HostPath.readOnly('/srv/app')],
    }],
    ['that reads a journal in memory', { sources: [LogSource.systemd({ path: '/run/log/journal' })], hostPaths: [HostPath.readOnly('/run/log/journal')] }],
    ['that reads what another container of a volume writes', {
      sources: [LogSource.tail({ path: '/scratch/a.log', tag: 'a' })], volumes: [DaemonVolume.emptyDir('/scratch')],
    }],
    ['that reads Docker\'s directory', { docker: true, sources: [LogSource.containerLogs({ path: '/var/lib/docker/containers/*/*-json.log' })] }],
    ['without metadata for a tag without the path', { metadata: { enabled: false }, sources: [LogSource.containerLogs({ tag: 'all' })] }],
  ])('%s has no problem', (_, options) => {
    expect(problems(options)).toEqual([]);
  });

  test('fails when no published image has the plugins of all its destinations, and says which would be needed', () => {
    expect(problems(output(LogOutput.multiple(LogOutput.elasticsearch({ host }), LogOutput.s3({ bucket: 'bucket', region: 'r' }))))).toEqual([
      'no published image has the plugins for all destinations (elasticsearch, s3): they are in '
      + '\'docker.io/fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-elasticsearch8-1.1\' and \'docker.io/fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-s3-1.1\'; '
      + 'give an image of yours that has them all (image)',
    ]);
  });

  test('fails when two servers of Elasticsearch need two clients', () => {
    const both = LogOutput.multiple(LogOutput.elasticsearch({ host }), LogOutput.elasticsearch({ host, majorVersion: 9 }));
    expect(problems(output(both))).toHaveLength(1);
  });

  test('does not throw before synth, whatever is wrong', () => {
    expect(() => define({ output: LogOutput.multiple(), sources: [], buffer: { flushThreads: -1 }, extraConfig: 'password x' })).not.toThrow();
  });
});

describe('an output', () => {
  test.each<[string, Define, string]>([
    ['goes nowhere', output(LogOutput.multiple()), 'LogOutput.multiple() has no destination; name at least one'],
    ['has a URL as host', output(LogOutput.elasticsearch({ host: 'https://es:9200' })),
      'elasticsearch: \'https://es:9200\' is no host name or IP address; give host, port, path and tls apart, an IPv6 address without brackets'],
    ['has a password in its host, which is not repeated', output(LogOutput.opensearch({ host: 'https://admin:s3cret@os' })),
      'opensearch: \'https://…@os\' is no host name or IP address; give host, port, path and tls apart, an IPv6 address without brackets'],
    ['has brackets around an IPv6 address', output(LogOutput.forward({ host: '[::1]' })),
      'forward: \'[::1]\' is no host name or IP address; give host, port, path and tls apart, an IPv6 address without brackets'],
    ['has a port that does not exist', output(LogOutput.forward({ host: 'a', port: 70000 })), 'forward: the port 70000 does not exist: ports are whole numbers from 1 to 65535'],
    ['has a user without a password', output(LogOutput.elasticsearch({ host, user: 'u' })), 'elasticsearch: user is given without password; give both or none'],
    ['has a password without a user', (scope) => ({ output: LogOutput.opensearch({ host, password: value(scope) }) }),
      'opensearch: password is given without user; give both or none'],
    ['has a certificate without its key', (scope) => ({ output: LogOutput.kafka({ brokers: ['a:1'], topic: 't', tls: { certificate: value(scope) } }) }),
      'kafka: tls.certificate is given without tls.key; give both or none'],
    ['has a key without its certificate', (scope) => ({ output: LogOutput.forward({ host, tls: { key: value(scope) } }) }),
      'forward: tls.key is given without tls.certificate; give both or none'],
    ['has two kinds of index', output(LogOutput.elasticsearch({ host, index: 'a', indexPrefix: 'b' })),
      'elasticsearch: index and indexPrefix are both given; one index, or daily ones?'],
    ['has a major version without a client', output(LogOutput.elasticsearch({ host, majorVersion: 6 })),
      'elasticsearch: there is no client for the major version 6; take 7, 8 or 9'],
    ['has a user that the protocol cannot say', (scope) => ({ output: LogOutput.forward({ host, user: 'u', password: value(scope) }) }),
      'forward: user is given without sharedKey, and the protocol knows no user without it; give both'],
    ['has no broker', output(LogOutput.kafka({ brokers: [], topic: 't' })), 'kafka: no broker is given; name at least one, such as kafka.svc:9092'],
    ['has a broker without a port', output(LogOutput.kafka({ brokers: ['kafka.svc'], topic: 't' })),
      'kafka: the broker \'kafka.svc\' is not of the form host:port, such as kafka.svc:9092 or [2001:db8::1]:9092'],
    ['has a topic that is none', output(LogOutput.kafka({ brokers: ['a:1'], topic: 'all logs' })),
      'kafka: the topic \'all logs\' is not allowed: at most 249 letters, digits, \'.\', \'_\' and \'-\''],
    ['has a URL as bucket', output(LogOutput.s3({ bucket: 's3://logs', region: 'r' })),
      's3: \'s3://logs\' is no name of a bucket: 3 to 63 lower-case letters, digits, dots and dashes, without s3://'],
    ['has a placeholder that an object cannot fill', output(LogOutput.s3({ bucket: 'logs', region: 'r', pathPrefix: '${tag}/' })),
      's3: pathPrefix \'${tag}/\' has a placeholder of a collector\'s own, but objects hold the events of all sources; only %Y, %m, %d, %H and %M stand for something'],
    ['has an endpoint that is no URL', output(LogOutput.s3({ bucket: 'logs', region: 'r', endpoint: 'https://id:s3cret@minio' })),
      's3: endpoint is no URL without a user, such as https://minio.storage.svc:9000'],
    ['has objects of seconds', output(LogOutput.s3({ bucket: 'logs', region: 'r', interval: Duration.seconds(30) })),
      's3: interval is 30 seconds; one object holds at least the logs of a minute'],
    ['has a log group that is none', output(LogOutput.cloudWatch({ region: 'r', logGroup: 'a b' })),
      'cloudwatch: \'a b\' is no name of a log group: at most 512 letters, digits, \'.\', \'_\', \'-\', \'/\' and \'#\''],
    ['has a retention that CloudWatch does not know', output(LogOutput.cloudWatch({ region: 'r', logGroup: 'g', retention: Duration.days(10) })),
      'cloudwatch: CloudWatch does not know a retention of 10 days; take one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, '
      + '2557, 2922, 3288, 3653'],
  ])('fails when it %s', (_, options, problem) => {
    expect(problems(options)).toEqual([problem]);
  });
});

describe('sources', () => {
  const tail = (path: string, tag = 'x') => LogSource.tail({ path, tag, parser: LogParser.none() });
  test.each<[string, Define, string]>([
    ['there is none', { sources: [] }, 'sources is empty, so nothing would be collected; leave it out for the logs of containers'],
    ['a tag would end its section', { sources: [tail('/var/log/x', 'a>b')] },
      'the tag \'a>b\' is not allowed: letters, digits, \'_\', \'-\' and \'.\', and at most one \'*\' for the file\'s path'],
    ['a tag has two wildcards', { sources: [tail('/var/log/x', 'a.*.*')] },
      'the tag \'a.*.*\' is not allowed: letters, digits, \'_\', \'-\' and \'.\', and at most one \'*\' for the file\'s path'],
    ['two keep their positions in one file', { sources: [tail('/var/log/x'), tail('/var/log/y')] },
      'two sources keep their positions under the tag \'x\'; give each a tag of its own'],
    ['two read container logs under the default tag', { sources: [LogSource.containerLogs(), LogSource.containerLogs({ path: '/var/log/containers/a*.log' })] },
      'two sources keep their positions under the tag \'kubernetes.*\'; give each a tag of its own'],
    ['one reads what is not mounted', { sources: [tail('/srv/*/app.log')] },
      'a source reads \'/srv/*/app.log\', which is not mounted; add hostPaths: [HostPath.readOnly(\'/srv\')]'],
    ['one reads beside what is mounted', { sources: [tail('/var/logs/*.log')] },
      'a source reads \'/var/logs/*.log\', which is not mounted; add hostPaths: [HostPath.readOnly(\'/var/logs\')]'],
    ['one of several paths is not mounted', { sources: [tail('/var/log/a.log,/srv/b.log')] },
      'a source reads \'/srv/b.log\', which is not mounted; add hostPaths: [HostPath.readOnly(\'/srv/b.log\')]'],
    ['a path is not absolute', { sources: [tail('app.log')] }, 'a source reads \'app.log\', which is no absolute path'],
    ['the journal is not mounted', { sources: [LogSource.systemd({ path: '/run/log/journal' })] },
      'a source reads \'/run/log/journal\', which is not mounted; add hostPaths: [HostPath.readOnly(\'/run/log/journal\')]'],
    ['two open one port', { sources: [LogSource.forward({ port: 24231 })] },
      'the port 24231 is opened twice; give each LogSource.forward, and metrics, a port of its own'],
    ['metadata are wanted of no container', { sources: [tail('/var/log/x')], metadata: { watch: false } },
      'metadata has no effect, since no source reads container logs; add LogSource.containerLogs(), or leave metadata out'],
    ['metadata cannot be found by the tag', { sources: [LogSource.containerLogs({ tag: 'pods' })] },
      'the tag \'pods\' of container logs has no \'*\' for the file\'s path, from which the Kubernetes metadata are found; write \'pods.*\', or say metadata: { enabled: false }'],
  ])('fails when %s', (_, options, problem) => {
    expect(problems(options)).toEqual([problem]);
  });
});

describe('a buffer', () => {
  test('fails when nobody would send it', () => {
    expect(problems({ buffer: { flushThreads: 0 } })).toEqual(['buffer.flushThreads is 0; it takes a whole number from 1 on']);
  });

  test('fails when a chunk does not fit into it', () => {
    const both = LogOutput.multiple(LogOutput.elasticsearch({ host }), LogOutput.s3({ bucket: 'bucket', region: 'r' }));
    expect(problems({ output: both, image: 'fluentd:1', buffer: { totalLimit: Size.mebibytes(32) } }))
      .toEqual(['a chunk of up to 64m does not fit into a buffer of 32m; raise buffer.totalLimit, or lower buffer.chunkLimit']);
  });
});

describe('further configuration', () => {
  const advice = ', which everybody sees who may read ConfigMaps; use the output\'s own field for it (LogOutput), or a variable: '
    + 'env: { NAME: EnvValue.fromSecretValue({ secret, key }) } and "#{ENV[\'NAME\']}"';

  test.each([
    ['<match a>\n  password hunter2\n</match>', 'line 2: there is a secret in plain text in \'password\''],
    ['aws_sec_key "abc/def"', 'line 1: there is a secret in plain text in \'aws_sec_key\''],
    ['\tshared_key \'x\'', 'line 1: there is a secret in plain text in \'shared_key\''],
    ['api_key \'#{ENV["KEY"]}\'', 'line 1: there is a secret in plain text in \'api_key\''],
    ['splunk_token abc', 'line 1: there is a secret in plain text in \'splunk_token\''],
    ['hosts https://admin:hunter2@es:9200', 'line 1: there is a secret in plain text in a URL'],
    ['custom_headers {"Authorization": "Bearer abc"}', 'line 1: there is a secret in plain text in a header'],
  ])('fails when %j has a secret, which is not repeated', (extraConfig, problem) => {
    const said = problems({ extraConfig });
    expect(said).toEqual([`extraConfig, ${problem}${advice}`]);
    expect(said[0]).not.toMatch(/hunter2|abc/);
  });

  test.each([
    'password "#{ENV[\'PASSWORD\']}"', '# password hunter2', '# custom_headers {"Authorization": "Bearer abc"}',
    'ssl_client_cert_key /etc/tls/key', 'private_key "/etc/tls/key"', 'tag_key tag', 'message_key log', 'password \'\'',
    'hosts "https://admin:#{ENV[\'PASSWORD\']}@es:9200"', 'custom_headers {"Authorization": "Bearer #{ENV[\'TOKEN\']}"}', 'token ${record["token"]}', 'key password',
    'remove_keys password,token', '<password>', 'url https://es:9200/a@b',
  ])('has no problem with %j', (extraConfig) => {
    expect(problems({ extraConfig })).toEqual([]);
  });
});
