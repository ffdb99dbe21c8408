import { Size } from 'cdk8s';
import { parse } from 'yaml';
import { Define, define, manifests, problems } from './subject';
import { DatadogDaemon, DatadogVariantOptions, NodeExporterDaemon, Nodes, Tolerations } from '../../../src';
import { DaemonSet } from '../../../src/kubernetes/objects';

const GPU = Nodes.withLabel('gpu', 'true');

function variant(options: DatadogVariantOptions, daemon: object = {}): Define {
  return { ...daemon, variants: [DatadogDaemon.variant('gpu', GPU, options)] };
}

function written(options: Define): { rest: DaemonSet; gpu: DaemonSet; configs: { [name: string]: object } } {
  const objects = manifests(options);
  const [rest, gpu] = objects.filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[];
  const configs = objects.filter(({ kind }) => kind === 'ConfigMap').map(({ metadata, data }) => [metadata.name, parse(data['datadog.yaml'])]);
  return { rest, gpu, configs: Object.fromEntries(configs) };
}

function names({ spec }: DaemonSet): string[] {
  return spec.template.spec.containers.map(({ name }) => name);
}

describe('a variant of the agent', () => {
  test('runs on nodes that the rest leaves to it', () => {
    expect(define(variant({ gpu: true, tolerations: Tolerations.controlPlane() })).proof().holds).toBe(true);
  });

  test('measures GPUs by the runtime that only its nodes have, and by a configuration of its own', () => {
    const { rest, gpu, configs } = written(variant({ gpu: true }));
    expect([rest, gpu].map(({ spec }) => spec.template.spec.runtimeClassName)).toEqual([undefined, 'nvidia']);
    expect([rest, gpu].map(({ spec }) => spec.template.spec.hostPID)).toEqual([undefined, true]);
    expect(configs).toEqual({ 'datadog': expect.not.objectContaining({ gpu: expect.anything() }), 'datadog-gpu': expect.objectContaining({ gpu: { enabled: true } }) });
  });

  test('has other memory by one configuration, and Go is told', () => {
    const { rest, gpu, configs } = written(variant({ resources: { memory: { limit: Size.gibibytes(1) } } }));
    expect(Object.keys(configs)).toEqual(['datadog']);
    expect([rest, gpu].map(({ spec }) => spec.template.spec.containers[0].env!.find(({ name }) => name === 'GOMEMLIMIT')!.value)).toEqual(['419430KiB', '838860KiB']);
  });

  test('has a program that the daemon has not, or is without one', () => {
    const more = written(variant({ networkMonitoring: true, containerResources: { systemProbe: { memory: { limit: Size.gibibytes(2) } } } }));
    expect([names(more.rest), names(more.gpu)]).toEqual([['agent'], ['agent', 'process-agent', 'system-probe']]);
    expect(more.gpu.spec.template.spec.containers[2].resources!.limits!.memory).toBe('2Gi');
    const less = written(variant({ apm: { enabled: false }, security: { compliance: false } }, { apm: {}, security: { compliance: true } }));
    expect([names(less.rest), names(less.gpu)]).toEqual([['agent', 'trace-agent', 'security-agent'], ['agent']]);
  });

  test('adds its own checks to those of the daemon, and keeps one state directory with it', () => {
    const objects = manifests(variant({ integrations: { redisdb: 'instances: [{}]' }, logs: { containerCollectAll: true } }, { integrations: { nginx: 'instances: [{}]' }, logs: {} }));
    const [rest, gpu] = objects.filter(({ kind }) => kind === 'ConfigMap').map(({ data }) => Object.keys(data).sort());
    expect([rest, gpu]).toEqual([['datadog.yaml', 'nginx.yaml'], ['datadog.yaml', 'nginx.yaml', 'redisdb.yaml']]);
    const states = objects.filter(({ kind }) => kind === 'DaemonSet').map(({ spec }) => (
      spec.template.spec.volumes.filter(({ hostPath }: { hostPath?: { path: string } }) => hostPath?.path.startsWith('/var/lib/node-agents')).map(({ hostPath }: { hostPath: { path: string } }) => hostPath.path)));
    expect(states).toEqual([['/var/lib/node-agents/datadog'], ['/var/lib/node-agents/datadog']]);
  });

  test('shares the rights that the daemon and its variants need', () => {
    const roles = (options: Define) => manifests(options).filter(({ kind }) => kind === 'ClusterRole').flatMap(({ rules }) => rules);
    expect(roles(variant({ gpu: true }))).toEqual(roles({}));
  });

  test('is told what is wrong with its options, and not again what is wrong with the daemon\'s', () => {
    expect(problems(variant({ tags: [''] }))[0]).toMatch(/^variant 'gpu': the tag '' is not allowed/);
    expect(problems(variant({}, { tags: [''] }))).toHaveLength(1);
  });

  test('is not one of another product', () => {
    expect(problems({ variants: [NodeExporterDaemon.variant('gpu', GPU, {})] }).join()).toContain('make it by DatadogDaemon.variant');
  });
});
