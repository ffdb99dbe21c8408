import { Size } from 'cdk8s';
import { Cpu, NetworkPolicyIpBlock } from 'cdk8s-plus-27';
import { Define, define, Manifest, manifests } from './helpers';
import { listOf, parseConfig } from './parse';
import { Discovery, FluentdDaemon, LogSource, FluentdVariantOptions, LogOutput, Nodes } from '../../../src';
import { DaemonSet } from '../../../src/kubernetes/objects';

const NODES = Nodes.withLabel('gpu', 'true');

function written(options: FluentdVariantOptions, daemon: object = {}): { rest: DaemonSet; gpu: DaemonSet; configs: Manifest[] } {
  const objects = manifests({ ...daemon, variants: [FluentdDaemon.variant('gpu', NODES, options)] });
  const [rest, gpu] = objects.filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[];
  return { rest, gpu, configs: objects.filter(({ kind }) => kind === 'ConfigMap') };
}

describe('a variant of fluentd', () => {
  test('asks for other resources, the rest of them as the daemon, and shares its configuration', () => {
    const daemon = { resources: { cpu: { request: Cpu.millis(300) } } };
    const { rest, gpu, configs } = written({ resources: { memory: { limit: Size.gibibytes(1) } } }, daemon);
    expect(rest.spec.template.spec.containers[0].resources).toEqual({ requests: { cpu: '300m', memory: '256Mi' }, limits: { memory: '512Mi' } });
    expect(gpu.spec.template.spec.containers[0].resources).toEqual({ requests: { cpu: '300m', memory: '256Mi' }, limits: { memory: '1Gi' } });
    expect(configs.map(({ metadata }) => metadata.name)).toEqual(['fluentd']);
  });

  test('has a configuration of its own where its options say another, with those of the daemon in it', () => {
    const { gpu, configs } = written({ buffer: { flushThreads: 16 } }, { buffer: { totalLimit: Size.gibibytes(2) }, output: LogOutput.forward({ host: 'aggregator' }) });
    const [own] = configs.filter(({ metadata }) => metadata.name === 'fluentd-gpu');
    expect(own.data!['fluent.conf']).toContain('flush_thread_count 16');
    expect(own.data!['fluent.conf']).toContain('total_limit_size 2g');
    expect(own.data!['fluent.conf']).toContain('aggregator');
    expect(gpu.spec.template.spec.volumes!.some(({ configMap }) => configMap?.name === 'fluentd-gpu')).toBe(true);
  });

  test('leaves out its own logs, and not those of the daemon\'s other pods, by one configuration', () => {
    const { rest, gpu, configs } = written({});
    const [source] = parseConfig(configs[0].data!['fluent.conf']).filter(({ params }) => params['@type'] === 'tail');
    const excluded = ({ spec }: DaemonSet) => {
      const env = spec.template.spec.containers[0].env!;
      return listOf(source.params.exclude_path, Object.fromEntries(env.map(({ name, value }) => [name, value])));
    };
    expect(excluded(rest)).toEqual(['/var/log/containers/fluentd-?????_node-agents_*.log']);
    expect(excluded(gpu)).toEqual(['/var/log/containers/fluentd-gpu-?????_node-agents_*.log']);
  });

  test('sends to another destination, by the image that has its plugin', () => {
    const { rest, gpu } = written({ output: LogOutput.s3({ bucket: 'logs', region: 'eu-central-1' }) });
    expect(rest.spec.template.spec.containers[0].image).toMatch(/-forward-/);
    expect(gpu.spec.template.spec.containers[0].image).toMatch(/-s3-/);
  });

  test('asks the Kubernetes API where it alone reads container logs, by the account that all share', () => {
    const objects = manifests({ sources: [LogSource.systemd()], variants: [FluentdDaemon.variant('gpu', NODES, { sources: [LogSource.containerLogs()] })] });
    const tokens = (objects.filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[]).map(({ spec }) => spec.template.spec.automountServiceAccountToken);
    expect(tokens).toEqual([false, true]);
    expect(objects.filter(({ kind }) => kind === 'ClusterRole')).toHaveLength(1);
  });

  test('may have its metrics on another port, which is let in too', () => {
    const objects = manifests((scope) => ({
      variants: [FluentdDaemon.variant('gpu', NODES, { metrics: { port: 9999 } })],
      networkPolicy: { ingressFrom: [NetworkPolicyIpBlock.ipv4(scope, 'clients', '10.0.0.0/8')] },
      discovery: [Discovery.headless()],
    }));
    const spec = (kind: string) => objects.find((object) => object.kind === kind)!.spec as { ingress: { ports: unknown }[]; ports: unknown };
    expect(spec('NetworkPolicy').ingress[0].ports).toEqual([{ port: 24231, protocol: 'TCP' }, { port: 9999, protocol: 'TCP' }]);
    expect(spec('Service').ports).toEqual([{ name: 'metrics', port: 24231, targetPort: 'metrics' }]);
  });

  test('is told what is wrong with its options, and not again what is wrong with the daemon\'s', () => {
    const problems = (options: Define) => define(options).node.validate();
    const wrong = FluentdDaemon.variant('gpu', NODES, { buffer: { flushThreads: 0 } });
    expect(problems({ variants: [wrong] })).toEqual(["variant 'gpu': buffer.flushThreads is 0; it takes a whole number from 1 on"]);
    expect(problems({ buffer: { flushThreads: 0 }, variants: [FluentdDaemon.variant('gpu', NODES, {})] })).toEqual(['buffer.flushThreads is 0; it takes a whole number from 1 on']);
  });
});
