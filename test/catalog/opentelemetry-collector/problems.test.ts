import { Size } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-27';
import { dump } from 'js-yaml';
import { Define, problems, secret } from './subject';
import { OpenTelemetryExporter, OpenTelemetryHostScraper, OpenTelemetryOtlpOptions, OpenTelemetrySignal } from '../../../src';

function to(options: Partial<OpenTelemetryOtlpOptions>): Define {
  return { exporters: [OpenTelemetryExporter.otlp({ endpoint: 'https://gateway:4317', ...options })] };
}

describe('a definition', () => {
  test.each<[string, Define]>([
    ['that sends to several', {
      exporters: [to, to].map((_, index) => OpenTelemetryExporter.otlpHttp({ name: `x${index}`, endpoint: 'http://[2001:db8::1]:4318/v1' })),
    }],
    ['with an exporter of a vendor', {
      exporters: [],
      extraConfig: dump({
        exporters: { vendor: { token: '${env:VENDOR}' } },
        service: { pipelines: { logs: { receivers: ['otlp'], exporters: ['vendor'] } } },
      }),
      env: { VENDOR: EnvValue.fromValue('x') },
    }],
    ['with a connector', {
      extraConfig: dump({
        connectors: { count: {} },
        service: { pipelines: { 'traces': { exporters: ['otlp_grpc', 'count'] }, 'metrics/count': { receivers: ['count'], exporters: ['otlp_grpc'] } } },
      }),
    }],
    ['with a variable that has a default, and a dollar', { extraConfig: dump({ service: { telemetry: { resource: { a: '${env:A:-b}', c: '$${env:D}' } } } }) }],
    ['with a secret from the environment', (scope) => ({
      env: { TOKEN: EnvValue.fromSecretValue({ secret: secret(scope, 's'), key: 'k' }) },
      extraConfig: dump({ receivers: { x: { token: '${env:TOKEN}', url: 'http://u:${env:TOKEN}@h', password: '', key_file: '/k', bearer_token: null } } }),
    })],
    ['with small queues for small batches', { checkpoints: { queueLimit: Size.mebibytes(10) }, batch: { size: 100, maxSize: 100 } }],
    ['with a limit for queues that there are not', { checkpoints: { enabled: false, queueLimit: Size.mebibytes(1) } }],
  ])('%s is right', (_, options) => {
    expect(problems(options)).toEqual([]);
  });

  test.each<[string, Define, string]>([
    ['sends nowhere', { exporters: [] }, 'exporters is empty, so nothing would be sent; name at least one, such as OpenTelemetryExporter.otlp'],
    ['has two exporters of one name', { exporters: [OpenTelemetryExporter.debug(), OpenTelemetryExporter.debug()] },
      "two exporters are named 'debug'; give each a name of its own"],
    ['has a name that is none', { exporters: [OpenTelemetryExporter.debug({ name: 'a/b' })] },
      "the exporter's name 'a/b' is not allowed: letters, digits, '_' and '-'"],
    ['has no URL', to({ endpoint: 'gateway:4317' }),
      'otlp_grpc: endpoint is no URL without a user, such as https://gateway.observability.svc:4317; http:// is without TLS'],
    ['has TLS and none', to({ endpoint: 'http://gateway:4317', tls: {} }),
      'otlp_grpc: tls has no effect with an endpoint of http://; write https://, or leave tls out'],
    ['has a certificate without key', (scope) => to({ tls: { certificate: { secret: secret(scope, 's'), key: 'k' } } }) as object,
      'otlp_grpc: tls.certificate and tls.key are given one without the other; give both or none'],
    ['tells a secret in a header', to({ headers: { Authorization: EnvValue.fromValue('hunter2') } }),
      "otlp_grpc: the header 'Authorization' holds a secret as plain text; take it from a Secret: EnvValue.fromSecretValue({ secret, key })"],
    ['has a header that is none', to({ headers: { 'a b': EnvValue.fromValue('c') } }), "otlp_grpc: the header 'a b' is not allowed: letters, digits, '_' and '-'"],
    ['has a header twice', to({ headers: { a: EnvValue.fromValue('c'), A: EnvValue.fromValue('d') } }),
      "otlp_grpc: the header 'A' is given twice, in other letters; leave one of them out"],
    ['has a preset that goes nowhere', { exporters: [OpenTelemetryExporter.debug({ signals: [OpenTelemetrySignal.METRICS] })], logs: {} },
      "logs has no destination, since no exporter takes logs; name the signal in an exporter's signals, or leave logs out"],
    ['collects nothing', { otlp: { enabled: false } }, 'nothing is collected, since otlp and all presets are off; switch one on'],
    ['opens a port twice', { telemetry: { port: 4318 } },
      'the port 4318 is opened twice; give otlp.grpcPort, otlp.httpPort, telemetry.port and healthPort a port each'],
    ['reads no namespace', { logs: { includeNamespaces: [] } },
      'logs.includeNamespaces is empty, so nothing would be read; leave it out for all namespaces'],
    ['reads what is no namespace', { logs: { includeNamespaces: ['a_b'] } },
      "'a_b' in logs is no name of a namespace: lower-case letters, digits and '-', and '*' for any"],
    ['reads a namespace and does not', { logs: { includeNamespaces: ['a'], excludeNamespaces: ['a'] } },
      "'a' is in logs.includeNamespaces and in logs.excludeNamespaces; leave it out of one of them"],
    ['has an expression that is none', { logs: { multilineStart: '(' } },
      "logs.multilineStart '(' is no regular expression of Go (RE2): unterminated group"],
    ['reads everything again', { logs: {}, checkpoints: { enabled: false } },
      'without checkpoints each start reads all logs from their beginning again; leave checkpoints out, or say logs.readFromHead: false, '
      + 'which loses those of the time between'],
    ['measures nothing of the node', { hostMetrics: { scrapers: [] as OpenTelemetryHostScraper[] } },
      'hostMetrics.scrapers is empty, so nothing would be measured; name those that are wanted'],
    ['measures nothing of the pods', { kubeletMetrics: { metricGroups: [] } },
      'kubeletMetrics.metricGroups is empty, so nothing would be measured; name those that are wanted'],
    ['sends nothing together', { batch: { size: 0 } }, 'batch.size is 0; it takes a whole number from 1 on'],
    ['sends fewer at most', { batch: { size: 10, maxSize: 5 } }, 'batch.maxSize is 5; it takes a whole number from batch.size (10) on'],
    ['has no room for a batch', { checkpoints: { queueLimit: Size.mebibytes(146) } },
      'checkpoints.queueLimit has no room for the largest batch (1500 records of 100 KiB), which would wait for ever; give it 147 MiB, or make batch.maxSize smaller'],
    ['names what is not there', { extraConfig: dump({ service: { pipelines: { logs: { exporters: ['vendor'] } } } }) },
      "the pipeline 'logs' names 'vendor', which is not among the exporters; define it in extraConfig.exporters, or leave it out"],
    ['names an extension that is not there', { extraConfig: dump({ service: { extensions: ['health_check', 'pprof'] } }) },
      "service.extensions names 'pprof', which is not among the extensions; define it in extraConfig.extensions, or leave it out"],
    ['names a variable that is not set', { extraConfig: dump({ receivers: { x: { name: '${env:CLUSTER}' } } }) },
      'the configuration names the variable CLUSTER, which is not set; add it to env'],
    ['names one in the endpoint', to({ endpoint: 'https://${env:GATEWAY}:4317' }), 'the configuration names the variable GATEWAY, which is not set; add it to env'],
  ])('fails when it %s', (_, options, problem) => {
    expect(problems(options)).toEqual([problem]);
  });

  test('is told everything at once', () => {
    expect(problems({ exporters: [], batch: { size: 0 }, telemetry: { port: 4317 } })).toHaveLength(3);
  });

  test.each([
    ['it is no YAML', 'receivers:\n  x: { password: "hunter2', 'extraConfig is no YAML: unexpected end of the stream within a double quoted scalar (3:1)'],
    ['it is a list', '[]', 'extraConfig is no mapping; its sections are receivers, processors, exporters, connectors, extensions, service'],
    ['it has a section that nobody knows', 'pipelines: {}',
      'extraConfig has no section \'pipelines\'; there are receivers, processors, exporters, connectors, extensions, service'],
    ['it takes a section away', 'processors: [batch]', 'extraConfig.processors is no mapping'],
    ['it says nothing in a section', 'receivers:', 'extraConfig.receivers is no mapping'],
    ['it takes all pipelines away', 'service: { pipelines: [] }', 'extraConfig.service.pipelines is no mapping'],
  ])('fails when %s, without a word of what is in it', (_, extraConfig, problem) => {
    expect(problems({ extraConfig })).toEqual([problem]);
  });

  test.each([
    [{ exporters: { x: { api_key: 'hunter2' } } }, 'exporters.x.api_key: there is a secret in plain text'],
    [{ exporters: { x: { headers: { Authorization: 'Bearer hunter2' } } } }, 'exporters.x.headers.Authorization: there is a secret in plain text'],
    [{ exporters: { x: { tls: { key_pem: 'hunter2' } } } }, 'exporters.x.tls.key_pem: there is a secret in plain text'],
    [{ exporters: { x: { token: 12345 } } }, 'exporters.x.token: there is a secret in plain text'],
    [{ receivers: { x: { targets: [{ endpoint: 'https://admin:hunter2@h' }] } } }, 'receivers.x.targets[0].endpoint: there is a secret in plain text, in a URL'],
  ])('fails when %j has a secret, which is not repeated', (extra, problem) => {
    const said = problems({ extraConfig: dump(extra) });
    expect(said).toEqual([`extraConfig.${problem}, which everybody sees who may read ConfigMaps; use a variable: `
      + 'env: { NAME: EnvValue.fromSecretValue({ secret, key }) } and \'${env:NAME}\'']);
    expect(said[0]).not.toMatch(/hunter2|12345/);
  });
});
