import { Size } from 'cdk8s';
import { dump } from 'js-yaml';
import { config, configText, container, Define, pod, rich, secret } from './subject';
import { OpenTelemetryExporter, OpenTelemetryHostScraper, OpenTelemetryKubeletAddress, OpenTelemetrySignal } from '../../../src';

describe('the configuration', () => {
  test('leaves out the collector\'s own logs', () => {
    expect(config({ logs: { excludeNamespaces: ['a'] } }).receivers.file_log.exclude)
      .toEqual(['${env:K8S_OWN_POD_LOGS}', '/var/log/pods/a_*/*/*.log']);
    expect(container({ logs: {} }).env).toContainEqual({ name: 'K8S_OWN_POD_LOGS', value: '/var/log/pods/node-agents_otel-?????_*/*/*.log' });
  });

  test('reads the logs of the namespaces that are named', () => {
    expect(config({ logs: { includeNamespaces: ['a', 'b'] } }).receivers.file_log.include)
      .toEqual(['/var/log/pods/a_*/*/*.log', '/var/log/pods/b_*/*/*.log']);
  });

  test('keeps the dollars of a regular expression', () => {
    const { operators } = config({ logs: { multilineStart: '^"\\d+$' } }).receivers.file_log;
    expect(operators[1].is_first_entry).toBe('body matches "^\\"\\\\d+$$"');
  });

  test.each([
    [OpenTelemetryKubeletAddress.IPV4, 'https://${env:K8S_NODE_IP}:10250'],
    [OpenTelemetryKubeletAddress.IPV6, 'https://[${env:K8S_NODE_IP}]:10250'],
    [OpenTelemetryKubeletAddress.NODE_NAME, 'https://${env:K8S_NODE_NAME}:10250'],
  ])('finds the kubelet by %s', (address, endpoint) => {
    expect(config({ kubeletMetrics: { address } }).receivers.kubelet_stats.endpoint).toBe(endpoint);
    expect(container({ kubeletMetrics: { address } }).env!.some(({ name }) => name === 'K8S_NODE_IP')).toBe(endpoint.includes('NODE_IP'));
  });

  test('watches the pods of its own node only', () => {
    expect(config({ kubernetesAttributes: {} }).processors.k8s_attributes.filter).toEqual({ node_from_env_var: 'K8S_NODE_NAME' });
  });

  test('keeps queues on the disk and tries for ever as soon as there is one; a full one lets wait, since a refused batch would be lost', () => {
    const send = (options: Define) => config({
      exporters: [OpenTelemetryExporter.otlp({ endpoint: 'https://gateway:4317' }), OpenTelemetryExporter.otlpHttp({ endpoint: 'https://gateway:4318' }), OpenTelemetryExporter.debug()],
      ...options,
    }).exporters;
    expect(send({})).toEqual({ otlp_grpc: { endpoint: 'gateway:4317' }, otlp_http: { endpoint: 'https://gateway:4318' }, debug: { verbosity: 'basic' } });
    expect(send({ logs: {}, checkpoints: { enabled: false } })).toEqual(send({}));
    const queue = (size: number) => ({
      sending_queue: { storage: 'file_storage', sizer: 'bytes', queue_size: size, block_on_overflow: true },
      retry_on_failure: { max_elapsed_time: '0s' },
    });
    [{ checkpoints: {} }, { logs: {} }].forEach((kept) => expect(send(kept)).toEqual({
      otlp_grpc: { endpoint: 'gateway:4317', ...queue(536870912) },
      otlp_http: { endpoint: 'https://gateway:4318', ...queue(536870912) },
      debug: { verbosity: 'basic' },
    }));
    expect(send({ checkpoints: { queueLimit: Size.mebibytes(200) } }).otlp_grpc).toMatchObject(queue(209715200));
  });

  test('starts again after a crash, and keeps positions and queues in one place', () => {
    const { extensions, service, receivers } = config({ logs: {} });
    expect(extensions.file_storage).toEqual({
      directory: '/var/lib/otelcol', recreate: true, compaction: { directory: '/var/lib/otelcol', on_rebound: true, cleanup_on_start: true },
    });
    expect(service.extensions).toEqual(['health_check', 'file_storage']);
    expect(receivers.file_log).toMatchObject({ storage: 'file_storage', start_at: 'beginning', retry_on_failure: { enabled: true, max_elapsed_time: '0s' } });
    expect(config({ logs: { readFromHead: false }, checkpoints: { enabled: false } }).receivers.file_log).not.toHaveProperty('storage');
  });

  test('shows renewed certificates, and sees no other key of the receiver\'s Secret', () => {
    const { receivers: { otlp: { protocols } }, exporters } = config(rich);
    [protocols.grpc.tls, protocols.http.tls, exporters.otlp_grpc.tls].forEach((tls) => expect(tls.reload_interval).toBe('1h'));
    expect(config((scope) => ({ exporters: [OpenTelemetryExporter.otlp({ endpoint: 'https://gateway:4317', tls: { ca: { secret: secret(scope, 's'), key: 'ca.crt' } } })] }))
      .exporters.otlp_grpc.tls).toEqual({ ca_file: '/etc/otelcol-tls/otlp_grpc/s/ca.crt' });
    const keys = (options: Define) => pod(options).volumes!.find((volume) => volume.secret?.secretName === 'receiver')!.secret!.items!.map(({ key }) => key);
    expect(keys(rich)).toEqual(['tls.crt', 'tls.key', 'ca.crt']);
    expect(keys((scope) => ({ otlp: { tls: { secret: secret(scope, 'receiver') } } }))).toEqual(['tls.crt', 'tls.key']);
  });

  test('tells no header', () => {
    expect(configText(rich)).toContain('authorization: ${env:OTLP_GRPC_HEADER_AUTHORIZATION}');
    const variable = container(rich).env!.find(({ name }) => name === 'OTLP_GRPC_HEADER_AUTHORIZATION');
    expect(variable!.valueFrom!.secretKeyRef).toEqual({ name: 'gateway', key: 'authorization' });
  });

  test('has a pipeline for the signals that come and go', () => {
    const pipelines = (options: Define) => Object.keys(config(options).service.pipelines);
    expect(pipelines({})).toEqual(['logs', 'metrics', 'traces']);
    expect(pipelines({ otlp: { enabled: false }, hostMetrics: {} })).toEqual(['metrics']);
    expect(pipelines({ exporters: [OpenTelemetryExporter.debug({ signals: [OpenTelemetrySignal.LOGS] })] })).toEqual(['logs']);
  });

  test('measures the node\'s network from within it', () => {
    const options = { hostMetrics: { scrapers: [OpenTelemetryHostScraper.NETWORK] } };
    expect(pod(options)).toMatchObject({ hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' });
    expect(pod({ hostMetrics: {} }).hostNetwork).toBeUndefined();
  });

  test('is merged with one\'s own, maps key by key and lists in place of what is there', () => {
    const extraConfig = dump({
      processors: { batch: { timeout: '9s' } },
      service: { extensions: ['health_check'], telemetry: { logs: { level: 'warn' } } },
    });
    const { processors, service } = config({ checkpoints: {}, extraConfig });
    expect(processors.batch).toEqual({ send_batch_size: 1000, send_batch_max_size: 1500, timeout: '9s' });
    expect(service.extensions).toEqual(['health_check']);
    expect(service.telemetry).toMatchObject({ logs: { level: 'warn' }, metrics: { readers: expect.any(Array) } });
  });

  test('has one\'s own values as they are written: numbers, switches, texts, dates, nothing', () => {
    const said = ['number: 9', 'text: "9"', 'switch: true', 'word: on', 'date: 2026-01-02', 'ratio: 0.5', 'list: []', 'nothing:'];
    expect(config({ extraConfig: `receivers:\n  x:\n${said.map((line) => `    ${line}\n`).join('')}` }).receivers.x)
      .toEqual({ number: 9, text: '9', switch: true, word: 'on', date: '2026-01-02', ratio: 0.5, list: [], nothing: null });
  });

  test('has no metrics of its own where they are off', () => {
    expect(config({ telemetry: { enabled: false } }).service.telemetry).toEqual({ metrics: { level: 'none' } });
    expect(container({ telemetry: { enabled: false } }).ports!.map(({ name }) => name)).toEqual(['otlp', 'otlp-http', 'health']);
  });
});
