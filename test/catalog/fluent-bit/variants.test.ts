import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { load } from 'js-yaml';
import { Config, define, Manifest, manifests } from './helpers';
import { FluentBitDaemon, LogSource, FluentBitVariantOptions, FluentdDaemon, LogOutput, Nodes } from '../../../src';
import { DaemonSet } from '../../../src/kubernetes/objects';

const NODES = Nodes.withLabel('gpu', 'true');

interface Written {
  readonly rest: DaemonSet;
  readonly gpu: DaemonSet;
  readonly configs: Manifest[];
}

function written(options: FluentBitVariantOptions, daemon: object = {}): Written {
  const objects = manifests({ ...daemon, variants: [FluentBitDaemon.variant('gpu', NODES, options)] });
  const [rest, gpu] = objects.filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[];
  return { rest, gpu, configs: objects.filter(({ kind }) => kind === 'ConfigMap') };
}

describe('a variant of Fluent Bit', () => {
  test('takes its nodes from the rest', () => {
    const { rest, gpu } = written({});
    const required = ({ spec }: DaemonSet) => spec.template.spec.affinity!.nodeAffinity!.requiredDuringSchedulingIgnoredDuringExecution!;
    const terms = (set: DaemonSet) => required(set).nodeSelectorTerms.flatMap(({ matchExpressions }) => matchExpressions!.filter(({ key }) => key === 'gpu'));
    expect([terms(gpu), terms(rest)]).toEqual([[{ key: 'gpu', operator: 'In', values: ['true'] }], [{ key: 'gpu', operator: 'NotIn', values: ['true'] }]]);
  });

  test('asks for other resources, the rest of them as the daemon, and shares its configuration', () => {
    const daemon = { resources: { cpu: { request: Cpu.millis(300) } } };
    const { rest, gpu, configs } = written({ resources: { memory: { limit: Size.gibibytes(1) } } }, daemon);
    expect(rest.spec.template.spec.containers[0].resources).toEqual({ requests: { cpu: '300m', memory: '128Mi' }, limits: { memory: '256Mi' } });
    expect(gpu.spec.template.spec.containers[0].resources).toEqual({ requests: { cpu: '300m', memory: '128Mi' }, limits: { memory: '1Gi' } });
    expect(configs.map(({ metadata }) => metadata.name)).toEqual(['fluent-bit']);
  });

  test('has a configuration of its own where its options say another, with those of the daemon in it', () => {
    const { gpu, configs } = written({ buffer: { chunksInMemory: 256 } }, { buffer: { totalLimit: Size.mebibytes(2) }, output: LogOutput.forward({ host: 'aggregator' }) });
    const own = load(configs.find(({ metadata }) => metadata.name === 'fluent-bit-gpu')!.data!['fluent-bit.yaml']) as Config;
    expect(own.service['storage.max_chunks_up']).toBe(256);
    expect(own.pipeline.outputs).toMatchObject([{ 'host': 'aggregator', 'storage.total_limit_size': 2097152 }]);
    expect(gpu.spec.template.spec.volumes!.some(({ configMap }) => configMap?.name === 'fluent-bit-gpu')).toBe(true);
  });

  test('leaves out its own logs by the configuration of all', () => {
    const { rest, gpu } = written({});
    const own = ({ spec }: DaemonSet) => spec.template.spec.containers[0].env!.find(({ name }) => name === 'K8S_OWN_LOGS')!.value;
    expect([own(rest), own(gpu)]).toEqual(['/var/log/containers/fluent-bit-?????_node-agents_*.log', '/var/log/containers/fluent-bit-gpu-?????_node-agents_*.log']);
  });

  test('asks the Kubernetes API where it alone reads container logs', () => {
    const { rest, gpu } = written({ sources: [LogSource.containerLogs()] }, { sources: [LogSource.systemd()] });
    expect([rest, gpu].map(({ spec }) => spec.template.spec.automountServiceAccountToken)).toEqual([false, true]);
  });

  test('is told what is wrong with its options, and that another product\'s are not its own', () => {
    const wrong = FluentBitDaemon.variant('gpu', NODES, { buffer: { retries: 0 } });
    expect(define({ variants: [wrong] }).node.validate()).toEqual(["variant 'gpu': buffer.retries is 0; it takes a whole number from 1 on"]);
    expect(define({ variants: [FluentdDaemon.variant('gpu', NODES, {})] }).node.validate().join()).toContain('make it by FluentBitDaemon.variant');
  });
});
