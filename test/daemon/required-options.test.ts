import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import * as library from '../../src';
import { requireOptions } from '../../src/daemon/required-options';

type Untyped = new (scope: Construct, id: string, props?: object) => Construct;

const daemons = Object.entries(library).filter(([name]) => name.endsWith('Daemon')) as [string, Untyped][];

const NEED_NOTHING = [
  'AmdGpuDevicePluginDaemon', 'DcgmExporterDaemon', 'NodeExporterDaemon', 'NvidiaDevicePluginDaemon', 'WindowsExporterDaemon',
];

const TOLD_AT_SYNTH: { readonly [daemon: string]: RegExp } = { GlusterdDaemon: /^(image is missing|there is no place for bricks)/ };

describe('whoever leaves out what a daemon cannot do without, as untyped languages let one do,', () => {
  test.each(daemons)('is told what %s needs, with no options and with none at all', (name, Daemon) => {
    [undefined, {}].forEach((props) => {
      const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
      const told = () => new Daemon(chart, 'x', props).node.findAll().flatMap(({ node }) => node.validate());
      if (NEED_NOTHING.includes(name)) {
        expect(told()).toEqual([]);
      } else if (name in TOLD_AT_SYNTH) {
        expect(told().filter((problem) => TOLD_AT_SYNTH[name].test(problem))).toHaveLength(2);
      } else {
        expect(told).toThrow(new RegExp(`^(${name}|Daemon) 'x' needs \\w+(: |, )`));
      }
    });
  });

  test('is told everything at once', () => {
    expect(() => requireOptions<{ a?: string; b?: string[]; c?: number }>("AnyDaemon 'x'", { b: [] }, { a: 'what a is', b: 'what b is', c: 'what c is' }))
      .toThrow(new Error("AnyDaemon 'x' needs a: what a is\nAnyDaemon 'x' needs c: what c is"));
  });
});
