import { Size } from 'cdk8s';
import { Define, define, manifests, problems, variables } from './subject';
import { NewRelicDaemon, NewRelicVariantOptions, NodeExporterDaemon, Nodes } from '../../../src';
import { DaemonSet } from '../../../src/kubernetes/objects';

const GPU = Nodes.withLabel('gpu', 'true');

function variant(options: NewRelicVariantOptions, daemon: object = {}): Define {
  return { ...daemon, variants: [NewRelicDaemon.variant('gpu', GPU, options)] };
}

function written(options: Define): { rest: DaemonSet; gpu: DaemonSet; configs: { [name: string]: { [file: string]: string } } } {
  const objects = manifests(options);
  const [rest, gpu] = objects.filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[];
  return { rest, gpu, configs: Object.fromEntries(objects.filter(({ kind }) => kind === 'ConfigMap').map(({ metadata, data }) => [metadata.name, data])) };
}

function containers({ spec }: DaemonSet): DaemonSet['spec']['template']['spec']['containers'] {
  return spec.template.spec.containers;
}

describe('a variant', () => {
  test('runs on nodes that the rest leaves to it', () => {
    expect(define(variant({ hostMetrics: {} })).proof().holds).toBe(true);
  });

  test('has other memory by one configuration, in each container', () => {
    const memory = { memory: { limit: Size.gibibytes(1) } };
    const { rest, gpu, configs } = written(variant({ resources: memory, kubelet: { resources: memory }, logs: { resources: memory } }, { logs: {} }));
    expect(Object.keys(configs)).toEqual(['newrelic']);
    expect([rest, gpu].map((set) => containers(set).map(({ resources }) => resources!.limits!.memory))).toEqual([['300Mi', '300Mi', '256Mi'], ['1Gi', '1Gi', '1Gi']]);
  });

  test('leaves out its own log by one configuration, and keeps its positions where the node had them', () => {
    const { rest, gpu, configs } = written(variant({}, { logs: {} }));
    expect(Object.keys(configs)).toEqual(['newrelic']);
    expect([rest, gpu].map((set) => variables(containers(set)[2]).K8S_OWN_LOGS))
      .toEqual(['/var/log/containers/newrelic-?????_node-agents_logs-*.log', '/var/log/containers/newrelic-gpu-?????_node-agents_logs-*.log']);
    const state = ({ spec }: DaemonSet) => spec.template.spec.volumes!.map(({ hostPath }) => hostPath?.path).filter((path) => path?.startsWith('/var/lib'));
    expect([rest, gpu].map(state)).toEqual([['/var/lib/node-agents/newrelic'], ['/var/lib/node-agents/newrelic']]);
  });

  test('measures its node, by a configuration of its own, while the others do not', () => {
    const { rest, gpu, configs } = written(variant({ hostMetrics: { processes: true } }, { verbose: true }));
    expect(Object.keys(configs)).toEqual(['newrelic', 'newrelic-gpu']);
    expect([rest, gpu].map((set) => containers(set)[0].securityContext!.privileged)).toEqual([undefined, true]);
    expect(configs['newrelic-gpu']['newrelic-infra.yml']).toMatch(/enable_process_metrics: true[^]*level: debug/);
  });

  test('is without a part that the daemon has, and has no right to it', () => {
    const { rest, gpu } = written(variant({ logs: { enabled: false }, hostMetrics: { enabled: false } }, { logs: {}, hostMetrics: {} }));
    expect([rest, gpu].map((set) => containers(set).map(({ name }) => name))).toEqual([['agent', 'kubelet', 'logs'], ['agent', 'kubelet']]);
    expect([rest, gpu].map(({ spec }) => spec.template.spec.volumes!.filter(({ hostPath }) => hostPath).length)).toEqual([4, 0]);
  });

  test('adds integrations to the daemon\'s', () => {
    const { configs } = written(variant({ integrations: { b: 'integrations: []' } }, { integrations: { a: 'integrations: []' } }));
    expect(Object.keys(configs['newrelic-gpu']).sort()).toEqual(['a.yml', 'b.yml', 'newrelic-infra.yml', 'nri-kubernetes.yml']);
  });

  test('of another product is refused', () => {
    const other = NodeExporterDaemon.variant('gpu', GPU, {});
    expect(problems({ variants: [other] }).join()).toContain('NewRelicDaemon.variant');
  });
});
