import { App, Chart } from 'cdk8s';
import { parse } from 'yaml';
import { objects, problems } from './subject';
import {
  Nodes, NvidiaDevicePluginDaemon, NvidiaDevicePluginDaemonProps, NvidiaDevicePluginVariantOptions, NvidiaMigStrategy, Privileges, Variant,
} from '../../../src';
import { DaemonSet } from '../../../src/kubernetes/objects';

const NODES = Nodes.withLabel('nvidia.com/mig.capable', 'true');

interface Objects {
  readonly sets: DaemonSet[];
  readonly configs: { [name: string]: unknown };
}

function written(options: NvidiaDevicePluginVariantOptions, props: NvidiaDevicePluginDaemonProps = {}): Objects {
  const all = objects({ ...props, variants: [NvidiaDevicePluginDaemon.variant('mig', NODES, options)] });
  const configs = all.filter(({ kind }) => kind === 'ConfigMap').map(({ metadata, data }) => [metadata.name, parse(data['config.yaml'])]);
  return { sets: all.filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[], configs: Object.fromEntries(configs) };
}

describe("a variant of NVIDIA's device plugin", () => {
  test('has a configuration of its own, with the rights that it needs, and the daemon keeps its own', () => {
    const { sets, configs } = written({ migStrategy: NvidiaMigStrategy.MIXED }, { failOnInitError: false });
    expect(configs).toMatchObject({
      'plugin': { flags: { migStrategy: 'none', failOnInitError: false } },
      'plugin-mig': { flags: { migStrategy: 'mixed', failOnInitError: false } },
    });
    expect(sets.map(({ spec }) => spec.template.spec.containers[0].securityContext!.capabilities!.add)).toEqual([undefined, ['SYS_ADMIN']]);
    expect(sets.map(({ spec }) => spec.template.spec.volumes!.find(({ configMap }) => configMap)!.configMap!.name)).toEqual(['plugin', 'plugin-mig']);
  });

  test('shares the configuration where it is the same', () => {
    const { sets, configs } = written({ runtimeClassName: 'nvidia', privileges: Privileges.privileged('test') });
    expect(Object.keys(configs)).toEqual(['plugin']);
    expect(sets.map(({ spec }) => spec.template.spec.runtimeClassName)).toEqual([undefined, 'nvidia']);
  });

  test('divides the nodes with a GPU among them', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
    const { problems: found } = new NvidiaDevicePluginDaemon(chart, 'plugin', { variants: [NvidiaDevicePluginDaemon.variant('mig', NODES, {})] }).proof();
    expect(found).toEqual([]);
  });

  test('is told what is wrong with its options', () => {
    expect(problems({ variants: [NvidiaDevicePluginDaemon.variant('mig', NODES, { deviceListStrategies: [] })] })).toEqual([expect.stringMatching(/^variant 'mig': deviceListStrategies is empty/)]);
  });

  test('is made by its own factory', () => {
    expect(problems({ variants: [Variant.of('mig', NODES)] })).toEqual([expect.stringContaining('make it by NvidiaDevicePluginDaemon.variant')]);
  });
});
