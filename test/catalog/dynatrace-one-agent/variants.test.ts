import { define, LEAST, objects, problems, sets } from './subject';
import { DynatraceOneAgentDaemon, DynatraceOneAgentMode, DynatraceOneAgentVariantOptions, NodeExporterDaemon, Nodes } from '../../../src';
import { problems as problemsOf } from '../../util';

const BOTTLEROCKET = Nodes.withLabel('example.com/os', 'bottlerocket');

const variant = (options: DynatraceOneAgentVariantOptions) => ({ variants: [DynatraceOneAgentDaemon.variant('bottlerocket', BOTTLEROCKET, options)] });

describe('a variant of the OneAgent', () => {
  test('divides the nodes with the daemon, each node once', () => {
    expect(define(variant({ hostGroup: 'a' })).proof().problems).toEqual([]);
  });

  test('has the other mode, with its user, mounts and variables', () => {
    const daemon = { mode: DynatraceOneAgentMode.CLASSIC_FULL_STACK };
    const all = sets({ ...daemon, ...variant({ mode: DynatraceOneAgentMode.HOST_MONITORING }) });
    const [classic, monitoring] = all.map(({ spec }) => spec.template.spec);
    expect([classic, monitoring].map(({ containers }) => containers[0].securityContext!.runAsUser)).toEqual([0, 1000]);
    expect([classic, monitoring].map(({ containers }) => containers[0].volumeMounts!.find(({ mountPath }) => mountPath === '/mnt/root')!.readOnly)).toEqual([undefined, true]);
    expect([classic, monitoring].map(({ containers }) => containers[0].env!.some(({ name }) => name === 'ONEAGENT_READ_ONLY_MODE'))).toEqual([false, true]);
    expect(monitoring).toEqual(sets(variant({}))[1].spec.template.spec);
  });

  test('is told of other names, and of further arguments after the daemon\'s', () => {
    const daemon = { hostGroup: 'a', hostProperties: { x: '1' }, extraArgs: ['--set-host-tag=a'] };
    const [, own] = sets({ ...daemon, ...variant({ hostGroup: 'b', hostProperties: { y: '2' }, extraArgs: ['--set-host-tag=b'] }) })
      .map(({ spec }) => spec.template.spec.containers[0].args!.slice(5));
    expect(own).toEqual(['--set-host-group=b', '--set-host-property=x=1', '--set-host-property=y=2', '--set-host-tag=a', '--set-host-tag=b']);
  });

  test('shares the proxy, or has its own in a ConfigMap of its own', () => {
    const configs = (options: DynatraceOneAgentVariantOptions) => objects({ proxy: { host: 'a', port: 1 }, ...variant(options) })
      .filter(({ kind }) => kind === 'ConfigMap').map(({ metadata, data }) => [metadata.name, data.host]);
    expect(configs({})).toEqual([['oneagent', 'a']]);
    expect(configs({ proxy: { host: 'b', port: 1 } })).toEqual([['oneagent', 'a'], ['oneagent-bottlerocket', 'b']]);
  });

  test('is told what is wrong with its options, and is made by its own factory', () => {
    expect(problems(variant({ hostGroup: 'dt.x' }))).toEqual([expect.stringMatching(/^variant 'bottlerocket': hostGroup 'dt.x' is not allowed/)]);
    expect(problems({ variants: [NodeExporterDaemon.variant('bottlerocket', BOTTLEROCKET, {})] }).join()).toContain('make it by DynatraceOneAgentDaemon.variant');
  });
});

test('two agents that install themselves on the same nodes are told', () => {
  const classic = { ...LEAST, mode: DynatraceOneAgentMode.CLASSIC_FULL_STACK };
  const found = problemsOf((chart) => ['one', 'two'].forEach((id) => new DynatraceOneAgentDaemon(chart, id, classic)));
  expect(found).toEqual([expect.stringContaining("'/'")]);
});
