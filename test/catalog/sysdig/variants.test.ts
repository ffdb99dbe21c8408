import { App, Chart } from 'cdk8s';
import { LEAST, objects, problems } from './subject';
import { Nodes, SysdigDaemon, SysdigDriver, SysdigLogLevel, SysdigMode, SysdigVariantOptions, Variant } from '../../../src';
import { DaemonSet } from '../../../src/kubernetes/objects';

const NODES = Nodes.withLabel('example.com/kernel', '4.18');

function written(options: SysdigVariantOptions): { sets: DaemonSet[]; configs: string[] } {
  const all = objects({ variants: [SysdigDaemon.variant('old', NODES, options)] });
  return {
    sets: all.filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[],
    configs: all.filter(({ kind }) => kind === 'ConfigMap').map(({ metadata }) => metadata.name),
  };
}

describe('a variant of the Sysdig agent', () => {
  test('has a driver of its own, and shares the configuration, which says nothing of it', () => {
    const { sets, configs } = written({ driver: SysdigDriver.KMOD });
    expect(configs).toEqual(['sysdig']);
    expect(sets.map(({ spec }) => spec.template.spec.initContainers?.map(({ name }) => name))).toEqual([undefined, ['sysdig-agent-kmodule']]);
    expect(sets.map(({ spec }) => spec.template.spec.containers[0].securityContext!.privileged)).toEqual([undefined, true]);
  });

  test('has a configuration of its own where it differs', () => {
    expect(written({ mode: SysdigMode.SECURE_LIGHT }).configs).toEqual(['sysdig', 'sysdig-old']);
    expect(written({ log: { console: SysdigLogLevel.DEBUG } }).configs).toEqual(['sysdig', 'sysdig-old']);
  });

  test('divides the nodes with the daemon, of the architectures that there are images for', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
    const proof = new SysdigDaemon(chart, 'sysdig', { ...LEAST, variants: [SysdigDaemon.variant('old', NODES, { driver: SysdigDriver.KMOD })] }).proof();
    expect([proof.daemonSets.length, proof.problems]).toEqual([2, []]);
  });

  test('is told what is wrong with its options, and is made by its own factory', () => {
    expect(problems({ variants: [SysdigDaemon.variant('old', NODES, { clusterName: '' })] })).toEqual([expect.stringMatching(/^variant 'old': clusterName '' is no name/)]);
    expect(problems({ variants: [Variant.of('old', NODES)] })).toEqual([expect.stringContaining('make it by SysdigDaemon.variant')]);
  });
});
