import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { load } from 'js-yaml';
import { Config, define, Manifest, manifests } from './helpers';
import { FluentdDaemon, LogOutput, LogSource, Nodes, VectorDaemon, VectorVariantOptions } from '../../../src';
import { DaemonSet } from '../../../src/kubernetes/objects';

const NODES = Nodes.withLabel('gpu', 'true');

interface Written {
  readonly rest: DaemonSet;
  readonly gpu: DaemonSet;
  readonly configs: Manifest[];
}

function written(options: VectorVariantOptions, daemon: object = {}): Written {
  const objects = manifests({ ...daemon, variants: [VectorDaemon.variant('gpu', NODES, options)] });
  const [rest, gpu] = objects.filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[];
  return { rest, gpu, configs: objects.filter(({ kind }) => kind === 'ConfigMap') };
}

describe('a variant of Vector', () => {
  test('takes its nodes from the rest', () => {
    const { rest, gpu } = written({});
    const required = ({ spec }: DaemonSet) => spec.template.spec.affinity!.nodeAffinity!.requiredDuringSchedulingIgnoredDuringExecution!;
    const terms = (set: DaemonSet) => required(set).nodeSelectorTerms.flatMap(({ matchExpressions }) => matchExpressions!.filter(({ key }) => key === 'gpu'));
    expect([terms(gpu), terms(rest)]).toEqual([[{ key: 'gpu', operator: 'In', values: ['true'] }], [{ key: 'gpu', operator: 'NotIn', values: ['true'] }]]);
  });

  test('asks for other resources, the rest of them as the daemon, and shares its configuration', () => {
    const daemon = { resources: { cpu: { request: Cpu.millis(300) } } };
    const { rest, gpu, configs } = written({ resources: { memory: { limit: Size.gibibytes(1) } } }, daemon);
    expect(rest.spec.template.spec.containers[0].resources).toEqual({ requests: { cpu: '300m', memory: '256Mi' }, limits: { memory: '512Mi' } });
    expect(gpu.spec.template.spec.containers[0].resources).toEqual({ requests: { cpu: '300m', memory: '256Mi' }, limits: { memory: '1Gi' } });
    expect(configs.map(({ metadata }) => metadata.name)).toEqual(['vector']);
  });

  test('has a configuration of its own where its options say another, with those of the daemon in it', () => {
    const { gpu, configs } = written({ metadata: { nodeLabels: true } }, { metadata: { podAnnotations: true }, output: LogOutput.opensearch({ host: 'os' }) });
    const own = load(configs.find(({ metadata }) => metadata.name === 'vector-gpu')!.data!['vector.yaml']) as Config;
    expect(own.sources.in_tail_kubernetes).not.toHaveProperty('node_annotation_fields');
    expect(own.sources.in_tail_kubernetes).not.toHaveProperty('pod_annotation_fields');
    expect(own.sinks.out_opensearch.endpoints).toEqual(['http://os:9200']);
    expect(gpu.spec.template.spec.volumes!.some(({ configMap }) => configMap?.name === 'vector-gpu')).toBe(true);
  });

  test('leaves out its own logs by the configuration of all', () => {
    const { rest, gpu } = written({});
    const own = ({ spec }: DaemonSet) => spec.template.spec.containers[0].env!.find(({ name }) => name === 'K8S_OWN_POD_LOGS')!.value;
    expect([own(rest), own(gpu)]).toEqual(['/var/log/pods/node-agents_vector-?????_*/*/*.log', '/var/log/pods/node-agents_vector-gpu-?????_*/*/*.log']);
  });

  test('asks the Kubernetes API, and has journalctl, where it alone needs them', () => {
    const { rest, gpu } = written({ sources: [LogSource.containerLogs(), LogSource.systemd()] }, { sources: [LogSource.forward()] });
    expect([rest, gpu].map(({ spec }) => spec.template.spec.automountServiceAccountToken)).toEqual([false, true]);
    expect([rest, gpu].map(({ spec }) => spec.template.spec.containers[0].image!.split(':')[1])).toEqual(['0.56.0-distroless-libc', '0.56.0-debian']);
  });

  test('is told what is wrong with its options, and that another product\'s are not its own', () => {
    const wrong = VectorDaemon.variant('gpu', NODES, { listenAddress: 'x' });
    expect(define({ variants: [wrong] }).node.validate()).toEqual(["variant 'gpu': listenAddress 'x' is no IP address; for all of both families it is '::'"]);
    expect(define({ variants: [FluentdDaemon.variant('gpu', NODES, {})] }).node.validate().join()).toContain('make it by VectorDaemon.variant');
  });
});
