import { App, Chart } from 'cdk8s';
import { CLUSTER, daemonSets, objects, problems } from './subject';
import { CephCsiDaemon, CephCsiDriver, CephCsiVariantOptions, Nodes, Variant } from '../../../src';
import { only } from '../../util';

const NODES = Nodes.withLabel('example.com/edge');

function variants(options: CephCsiVariantOptions) {
  return { variants: [CephCsiDaemon.variant('edge', NODES, options)] };
}

describe('a variant of Ceph CSI', () => {
  test('has another kubelet, and all of its paths', () => {
    const [rest, edge] = daemonSets(variants({ kubeletRoot: '/var/lib/k0s/kubelet' })).map((set) => JSON.stringify(set.spec.template.spec));
    expect([rest.includes('k0s'), edge.includes('"/var/lib/kubelet')]).toEqual([false, false]);
  });

  test('serves the same clusters from the same ConfigMap, under one driver', () => {
    const all = objects(variants({ logLevel: 5, metrics: {} }));
    const { metadata: { name } } = only('ConfigMap', all);
    only('CSIDriver', all);
    const pods = daemonSets(variants({ logLevel: 5 })).map(({ spec }) => spec.template.spec);
    const used = pods.map(({ volumes = [] }) => volumes.find(({ configMap }) => configMap)!.configMap!.name);
    expect(used).toEqual([name, name]);
  });

  test('has parts of its own', () => {
    const sets = daemonSets({ metrics: {}, ...variants({ metrics: { enabled: false } }) });
    expect(sets.map(({ spec }) => spec.template.spec.containers.map(({ name }) => name))).toEqual([['csi-rbdplugin', 'driver-registrar', 'liveness-prometheus'], ['csi-rbdplugin', 'driver-registrar']]);
  });

  test('divides the nodes', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
    expect(new CephCsiDaemon(chart, 'csi', { driver: CephCsiDriver.rbd(), clusters: [CLUSTER], ...variants({}) }).proof().problems).toEqual([]);
  });

  test('is told what is wrong with its options', () => {
    expect(problems(variants({ logLevel: 9 }))).toEqual(["variant 'edge': logLevel is 9; it goes from 0 to 5"]);
  });

  test('is made by its own factory', () => {
    expect(problems({ variants: [Variant.of('edge', NODES)] })).toEqual([expect.stringContaining('make it by CephCsiDaemon.variant')]);
  });
});
