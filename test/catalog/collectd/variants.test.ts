import { Size } from 'cdk8s';
import { daemonSets, objects, problems } from './subject';
import { CollectdDaemon, CollectdPlugin, CollectdVariantOptions, NodeExporterDaemon, Nodes } from '../../../src';

const NODES = Nodes.withLabel('gpu', 'true');

function variant(options: CollectdVariantOptions): { readonly variants: ReturnType<typeof CollectdDaemon.variant>[] } {
  return { variants: [CollectdDaemon.variant('gpu', NODES, options)] };
}

function configMaps(options: CollectdVariantOptions): string[] {
  return objects(variant(options)).filter(({ kind }) => kind === 'ConfigMap').map(({ metadata }) => metadata.name);
}

describe('a variant of collectd', () => {
  test('takes its nodes from the rest', () => {
    const terms = daemonSets(variant({})).map(({ spec }) => spec.template.spec.affinity!.nodeAffinity!).map((affinity) => (
      affinity.requiredDuringSchedulingIgnoredDuringExecution!.nodeSelectorTerms
        .map(({ matchExpressions = [] }) => matchExpressions.filter(({ key }) => key === 'gpu').map(({ operator }) => operator))));
    expect(terms).toEqual([[['NotIn']], [['In']]]);
  });

  test('shares the configuration where it is equal', () => {
    expect(configMaps({ resources: { memory: { limit: Size.mebibytes(256) } }, image: 'registry.example.com/collectd:gpu' })).toEqual(['collectd']);
  });

  test('has a configuration, and rights, of its own where its plugins are others', () => {
    const options = { plugins: [CollectdPlugin.cpu(), CollectdPlugin.ping('a')] };
    expect(configMaps(options).sort()).toEqual(['collectd', 'collectd-gpu']);
    const [rest, gpu] = daemonSets(variant(options)).map(({ spec }) => spec.template.spec);
    expect([rest.hostNetwork, gpu.hostNetwork]).toEqual([true, undefined]);
    expect([rest, gpu].map(({ containers }) => containers[0].securityContext!.capabilities!.add)).toEqual([undefined, ['NET_RAW']]);
    expect(gpu.volumes!.some(({ configMap }) => configMap?.name === 'collectd-gpu')).toBe(true);
  });

  test('is told what is wrong with its options, and of another product that it is none of collectd', () => {
    expect(problems(variant({ readThreads: 0 }))).toEqual(["variant 'gpu': readThreads is 0; it takes a whole number from 1 on"]);
    expect(problems({ variants: [NodeExporterDaemon.variant('gpu', NODES, {})] })).toEqual([expect.stringContaining('make it by CollectdDaemon.variant')]);
  });

  test('restarts only its own pods when its configuration changes', () => {
    const checksums = (options: CollectdVariantOptions) => daemonSets(variant(options))
      .map(({ spec }) => spec.template.metadata!.annotations!['cdk8s-daemons/config-checksum']);
    const [rest, gpu] = checksums({ extraConfig: 'Timeout 3' });
    expect(checksums({ extraConfig: 'Timeout 4' })[0]).toBe(rest);
    expect(checksums({ extraConfig: 'Timeout 4' })[1]).not.toBe(gpu);
  });
});
