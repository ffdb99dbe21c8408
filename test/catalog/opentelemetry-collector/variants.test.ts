import { Size } from 'cdk8s';
import { Define, define, manifests, problems } from './subject';
import { NodeExporterDaemon, Nodes, OpenTelemetryCollectorDaemon, OpenTelemetryCollectorVariantOptions, OpenTelemetryHostScraper } from '../../../src';
import { DaemonSet } from '../../../src/kubernetes/objects';

const GPU = Nodes.withLabel('gpu', 'true');

function variant(options: OpenTelemetryCollectorVariantOptions, daemon: object = {}): Define {
  return { ...daemon, variants: [OpenTelemetryCollectorDaemon.variant('gpu', GPU, options)] };
}

function written(options: Define): { rest: DaemonSet; gpu: DaemonSet; configs: { [name: string]: string } } {
  const objects = manifests(options);
  const [rest, gpu] = objects.filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[];
  const configs = objects.filter(({ kind }) => kind === 'ConfigMap').map(({ metadata, data }) => [metadata.name, data['relay.yaml']]);
  return { rest, gpu, configs: Object.fromEntries(configs) };
}

function environment({ spec }: DaemonSet): { [name: string]: string | undefined } {
  return Object.fromEntries(spec.template.spec.containers[0].env!.map(({ name, value }) => [name, value]));
}

describe('a variant of the collector', () => {
  test('runs on nodes that the rest leaves to it', () => {
    expect(define(variant({})).proof().holds).toBe(true);
  });

  test('has other memory by one configuration, and Go is told', () => {
    const { rest, gpu, configs } = written(variant({ resources: { memory: { limit: Size.gibibytes(2) } } }, { logs: {} }));
    expect(Object.keys(configs)).toEqual(['otel']);
    expect([environment(rest).GOMEMLIMIT, environment(gpu).GOMEMLIMIT]).toEqual(['419430KiB', '1677721KiB']);
  });

  test('leaves out its own logs by one configuration', () => {
    const { rest, gpu, configs } = written(variant({}, { logs: {} }));
    expect(Object.keys(configs)).toEqual(['otel']);
    expect([rest, gpu].map((set) => environment(set).K8S_OWN_POD_LOGS))
      .toEqual(['/var/log/pods/node-agents_otel-?????_*/*/*.log', '/var/log/pods/node-agents_otel-gpu-?????_*/*/*.log']);
  });

  test('measures something else, by a configuration of its own', () => {
    const { configs } = written(variant({ hostMetrics: { scrapers: [OpenTelemetryHostScraper.PAGING] } }, { hostMetrics: {}, batch: { size: 7 } }));
    expect(Object.keys(configs)).toEqual(['otel', 'otel-gpu']);
    expect(configs['otel-gpu']).toContain('paging: {}');
    expect(configs['otel-gpu']).toContain('send_batch_size: 7');
    expect(configs['otel-gpu']).not.toContain('filesystem');
  });

  test('has a preset that the daemon has not, with what it needs, or is without one', () => {
    const more = written(variant({ hostMetrics: {} }));
    expect(more.gpu.spec.template.spec.volumes!.map(({ hostPath }) => hostPath?.path)).toContain('/');
    expect(more.rest.spec.template.spec.volumes!.map(({ hostPath }) => hostPath?.path)).not.toContain('/');
    const less = written(variant({ kubeletMetrics: { enabled: false } }, { kubeletMetrics: {} }));
    expect([less.rest, less.gpu].map(({ spec }) => spec.template.spec.automountServiceAccountToken)).toEqual([true, false]);
  });

  test('has further configuration of its own in place of the daemon\'s, or the daemon\'s', () => {
    const daemon = { extraConfig: 'receivers: { zipkin: {} }' };
    const { configs } = written(variant({ extraConfig: 'processors: { batch: { timeout: 3s } }' }, daemon));
    expect(configs.otel).toContain('zipkin: {}');
    expect(configs['otel-gpu']).toContain('timeout: 3s');
    expect(configs['otel-gpu']).not.toContain('zipkin');
    expect(written(variant({ batch: { size: 7 } }, daemon)).configs['otel-gpu']).toContain('zipkin: {}');
  });

  test('is told what is wrong with its options, and not again what is wrong with the daemon\'s', () => {
    expect(problems(variant({ batch: { size: 0 } }))).toEqual(["variant 'gpu': batch.size is 0; it takes a whole number from 1 on"]);
    expect(problems(variant({}, { batch: { size: 0 } }))).toEqual(['batch.size is 0; it takes a whole number from 1 on']);
  });

  test('is not one of another product', () => {
    expect(problems({ variants: [NodeExporterDaemon.variant('gpu', GPU, {})] }).join()).toContain('make it by OpenTelemetryCollectorDaemon.variant');
  });
});
