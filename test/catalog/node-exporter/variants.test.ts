import { NodeExporterDaemon, NodeExporterDaemonProps, NodeExporterVariantOptions, Nodes } from '../../../src';
import { DaemonSet } from '../../../src/kubernetes/objects';
import { problems, synth } from '../../util';

const GPU = Nodes.withLabel('gpu', 'true');

function written(options: NodeExporterVariantOptions, props: NodeExporterDaemonProps = {}): DaemonSet[] {
  const objects = synth((chart) => new NodeExporterDaemon(chart, 'node-exporter', { ...props, variants: [NodeExporterDaemon.variant('gpu', GPU, options)] }));
  return objects.filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[];
}

describe('a variant of node-exporter', () => {
  test('runs other collectors, with what they need', () => {
    const [rest, gpu] = written({ collectors: { enable: ['systemd'] } }, { collectors: { enable: ['processes'], disable: ['infiniband'] } });
    const flags = ({ spec }: DaemonSet) => spec.template.spec.containers[0].args!.filter((arg) => /^--(no-)?collector\.\w+$/.test(arg));
    expect(flags(rest)).toEqual(['--collector.processes', '--no-collector.infiniband']);
    expect(flags(gpu)).toEqual(['--collector.systemd', '--no-collector.infiniband']);
    expect(gpu.spec.template.spec.volumes!.some(({ hostPath }) => hostPath?.path === '/run/dbus')).toBe(true);
    expect(rest.spec.template.spec.volumes!.some(({ hostPath }) => hostPath?.path === '/run/dbus')).toBe(false);
  });

  test('has further flags after those of the daemon, and a runtime class of its own', () => {
    const [rest, gpu] = written({ extraArgs: ['--collector.b=2'], runtimeClassName: 'nvidia' }, { extraArgs: ['--collector.a=1'] });
    expect(gpu.spec.template.spec.containers[0].args!.slice(-2)).toEqual(['--collector.a=1', '--collector.b=2']);
    expect([rest, gpu].map(({ spec }) => spec.template.spec.runtimeClassName)).toEqual([undefined, 'nvidia']);
  });

  test('is found by DNS under the daemon\'s name', () => {
    const objects = synth((chart) => new NodeExporterDaemon(chart, 'node-exporter', { variants: [NodeExporterDaemon.variant('gpu', GPU, { port: 9101 })] }));
    const [service, ...others] = objects.filter(({ kind }) => kind === 'Service');
    expect(others).toEqual([]);
    expect(service.spec).toMatchObject({ clusterIP: 'None', selector: { 'cdk8s-daemons/daemon': 'node-exporter' }, ports: [{ port: 9100, targetPort: 'metrics' }] });
  });

  test('is told what is wrong with its options', () => {
    expect(problems((chart) => new NodeExporterDaemon(chart, 'exporter', { variants: [NodeExporterDaemon.variant('gpu', GPU, { networkDevicesExclude: '(' })] }))).toEqual([
      "[chart/exporter] variant 'gpu': networkDevicesExclude '(' is no regular expression of Go (RE2): unterminated group",
    ]);
  });
});
