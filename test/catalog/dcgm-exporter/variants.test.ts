import { App, Chart } from 'cdk8s';
import { objects, problems } from './subject';
import { DcgmExporterDaemon, DcgmExporterVariantOptions, Nodes, Variant } from '../../../src';
import { DaemonSet } from '../../../src/kubernetes/objects';

const NODES = Nodes.withLabel('nvidia.com/gpu.product', 'NVIDIA-H100-80GB-HBM3');

function written(options: DcgmExporterVariantOptions): { sets: DaemonSet[]; configs: string[]; services: string[] } {
  const all = objects({ variants: [DcgmExporterDaemon.variant('big', NODES, options)] });
  const names = (kind: string) => all.filter((object) => object.kind === kind).map(({ metadata }) => metadata.name);
  return { sets: all.filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[], configs: names('ConfigMap'), services: names('Service') };
}

describe('a variant of the DCGM exporter', () => {
  test('has counters of its own, with the right that they need, under the one Service', () => {
    const { sets, configs, services } = written({ profiling: true });
    expect(configs).toEqual(['exporter', 'exporter-big']);
    expect(services).toEqual(['exporter']);
    expect(sets.map(({ spec }) => spec.template.spec.containers[0].securityContext!.capabilities!.add)).toEqual([undefined, ['SYS_ADMIN']]);
  });

  test('shares the list of counters where it is the same, and may have a token alone', () => {
    const { sets, configs } = written({ runtimeClassName: 'nvidia', pods: { podUid: true } });
    expect(configs).toEqual(['exporter']);
    expect(sets.map(({ spec }) => spec.template.spec.runtimeClassName)).toEqual([undefined, 'nvidia']);
    expect(sets.map(({ spec }) => spec.template.spec.automountServiceAccountToken)).toEqual([false, true]);
  });

  test('divides the nodes with a GPU with the daemon', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
    expect(new DcgmExporterDaemon(chart, 'exporter', { variants: [DcgmExporterDaemon.variant('big', NODES, {})] }).proof().problems).toEqual([]);
  });

  test('is told what is wrong with its options, and is made by its own factory', () => {
    expect(problems({ variants: [DcgmExporterDaemon.variant('big', NODES, { counters: [] })] })).toEqual([expect.stringMatching(/^variant 'big': counters is empty/)]);
    expect(problems({ variants: [Variant.of('big', NODES)] })).toEqual([expect.stringContaining('make it by DcgmExporterDaemon.variant')]);
  });
});
