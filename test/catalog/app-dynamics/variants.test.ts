import { App, Chart } from 'cdk8s';
import { LEAST, objects, problems } from './subject';
import { AppDynamicsDaemon, AppDynamicsLogLevel, AppDynamicsVariantOptions, Nodes, Variant } from '../../../src';
import { DaemonSet } from '../../../src/kubernetes/objects';

const NODES = Nodes.withLabel('example.com/size', 'large');

function written(options: AppDynamicsVariantOptions): { sets: DaemonSet[]; configs: string[] } {
  const all = objects({ variants: [AppDynamicsDaemon.variant('large', NODES, options)] });
  return {
    sets: all.filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[],
    configs: all.filter(({ kind }) => kind === 'ConfigMap').map(({ metadata }) => metadata.name),
  };
}

describe('a variant of the machine agent', () => {
  test('may have another image and other parts, and shares the configuration where it is the same', () => {
    const { sets, configs } = written({ image: 'registry.example.com/machine-agent-analytics:24.10.0', analytics: { globalAccount: 'a' } });
    expect(configs).toEqual(['machine-agent']);
    expect(sets.map(({ spec }) => spec.template.spec.containers[0].image)).toEqual([LEAST.image, 'registry.example.com/machine-agent-analytics:24.10.0']);
    expect(sets.map(({ spec }) => spec.template.spec.containers[0].ports?.map(({ containerPort }) => containerPort))).toEqual([undefined, [9090]]);
  });

  test('has a configuration of its own where it differs', () => {
    expect(written({ logLevel: AppDynamicsLogLevel.DEBUG }).configs).toEqual(['machine-agent', 'machine-agent-large']);
    expect(written({ netviz: { image: 'registry.example.com/netviz:24.10.0' } }).configs).toEqual(['machine-agent', 'machine-agent-large']);
  });

  test('divides the nodes with the daemon', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
    const proof = new AppDynamicsDaemon(chart, 'machine-agent', { ...LEAST, variants: [AppDynamicsDaemon.variant('large', NODES, {})] }).proof();
    expect([proof.daemonSets.length, proof.problems]).toEqual([2, []]);
  });

  test('is told what is wrong with its options, and is made by its own factory', () => {
    expect(problems({ variants: [AppDynamicsDaemon.variant('large', NODES, { metricLimit: 0 })] })).toEqual([expect.stringMatching(/^variant 'large': metricLimit is 0/)]);
    expect(problems({ variants: [Variant.of('large', NODES)] })).toEqual([expect.stringContaining('make it by AppDynamicsDaemon.variant')]);
  });
});
