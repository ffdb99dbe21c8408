import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Daemon, DaemonProps, FluentdDaemon, LogOutput, NodeExporterDaemon, NodeExporterDaemonProps, NodeMonitorDaemon, Privileges, Tolerations } from '../../src';
import { check } from '../../src/analysis/check';
import { RULE_IDS } from '../../src/analysis/rules/ids';
import { Reasons, RULES_WITH_REASONS } from '../../src/daemon/reasons';
import { readDocuments } from '../../src/input/documents';
import { IMAGE, only, synth } from '../util';

const PREFIX = 'cdk8s-daemons/allow.';

/** The exceptions of a DaemonSet, without what they all begin with. */
function exceptions(define: Parameters<typeof synth>[0]): { [rule: string]: string } {
  const { metadata } = only('DaemonSet', synth(define));
  const all = Object.entries(metadata.annotations ?? {}).filter(([key]) => key.startsWith(PREFIX));
  return Object.fromEntries(all.map(([key, reason]) => [key.slice(PREFIX.length), reason]));
}

function ofNodeExporter(props: NodeExporterDaemonProps = {}): string[] {
  return Object.keys(exceptions((chart) => new NodeExporterDaemon(chart, 'exporter', props)));
}

describe('the reasons of known daemons', () => {
  test('can be given for rules that there are', () => {
    expect(RULES_WITH_REASONS.filter((rule) => !RULE_IDS.includes(rule))).toEqual([]);
  });

  test('are those of what a node exporter needs', () => {
    expect(ofNodeExporter()).toEqual([
      'cpu-limit.node-exporter', 'host-network', 'host-path', 'host-pid', 'image-digest.node-exporter', 'image-pull-policy.node-exporter', 'sensitive-host-path',
      'tolerates-everything',
    ]);
  });

  test('go with what is switched off, and come with what is switched on', () => {
    const monitor = (props: Partial<DaemonProps>) => Object.keys(exceptions((chart) => new NodeMonitorDaemon(chart, 'monitor', { image: IMAGE, ...props })));
    expect(monitor({})).toEqual(['host-network', 'host-path', 'host-pid', 'sensitive-host-path', 'tolerates-everything']);
    expect(monitor({ hostNetwork: false, hostPid: false, tolerations: Tolerations.none() })).toEqual(['host-path', 'sensitive-host-path']);
    expect(ofNodeExporter({ image: `registry.example.com/exporter@sha256:${'0'.repeat(64)}` })).not.toContain('image-digest.node-exporter');
    expect(ofNodeExporter({ collectors: { enable: ['perf'] } })).toContain('added-capability.node-exporter');
  });

  test('are those of what fluentd needs, beside those of each log collector', () => {
    const fluentd = (enabled: boolean) => exceptions((chart) => new FluentdDaemon(chart, 'fluentd', {
      output: LogOutput.elasticsearch({ host: 'elasticsearch', port: 9200 }), metadata: { enabled },
    }));
    expect(Object.keys(fluentd(false))).toEqual([
      'cpu-limit.fluentd', 'host-path', 'image-digest.fluentd', 'image-pull-policy.fluentd', 'run-as-non-root.fluentd', 'tolerates-everything', 'writable-host-path.fluentd',
    ]);
    expect(fluentd(true)).toMatchObject({ 'service-account-token': 'asks the Kubernetes API for the pods that wrote the logs' });
  });

  test('are those of each container by itself: one of the main container is none of those beside it', () => {
    const words = { 'added-capability': 'the main one', 'added-capability.probe': 'the one beside it', 'privilege-escalation.other': 'is not there' };
    class Agent extends Daemon {
      protected _reasons(): Reasons {
        return words;
      }
    }
    const privileges = Privileges.capabilities('SYS_ADMIN');
    const beside = [{ name: 'probe', image: IMAGE, privileges }, { name: 'small', image: IMAGE }];
    const allowed = (props: Partial<DaemonProps>) => exceptions((chart) => new Agent(chart, 'agent', { image: IMAGE, containers: beside, ...props }));
    expect(allowed({})).toEqual({ 'added-capability.probe': 'the one beside it' });
    expect(allowed({ privileges })).toEqual({ 'added-capability.agent': 'the main one', 'added-capability.probe': 'the one beside it' });
  });

  test('give way to annotations of the same name', () => {
    const own = { [`${PREFIX}host-pid`]: 'our own words' };
    expect(exceptions((chart) => new NodeExporterDaemon(chart, 'exporter', { annotations: own }))).toMatchObject({ 'host-pid': 'our own words' });
  });

  test.each(['datadog.k8s.yaml', 'datadog.rich.k8s.yaml', 'fluentd.k8s.yaml', 'fluentd.rich.k8s.yaml', 'node-exporter.k8s.yaml', 'node-exporter.rich.k8s.yaml', 'windows-exporter.k8s.yaml', 'windows-exporter.rich.k8s.yaml', 'storage.k8s.yaml', 'device-plugin.k8s.yaml'])(
    'are ones that check knows: %s', (file) => {
      const { findings } = check(readDocuments(file, readFileSync(join(__dirname, '..', 'golden', file), 'utf8')));
      expect(findings.filter(({ rule }) => rule === 'practice/exception')).toEqual([]);
    });
});
