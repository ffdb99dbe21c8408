import { App, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { Daemon, DaemonNamespace, DaemonSettings } from '../../../src';
import { IMAGE } from '../../util';

function kinds(chart: Chart): string[] {
  return Testing.synth(chart).map(({ kind }) => kind);
}

describe('the daemons of an app', () => {
  test('are written behind their namespace, wherever both stand and whichever is defined first', () => {
    const [before, after] = [new Chart(new App(), 'chart', { namespace: 'node-agents' }), new Chart(new App(), 'chart', { namespace: 'node-agents' })];
    const scope = new Construct(before, 'scope');
    new DaemonNamespace(before, 'namespace');
    new Daemon(scope, 'agent', { image: IMAGE });
    new Daemon(after, 'agent', { image: IMAGE });
    new DaemonNamespace(after, 'namespace');
    const expected = ['Namespace', 'ResourceQuota', 'ServiceAccount', 'DaemonSet'];
    expect(kinds(before)).toEqual(expected);
    expect(kinds(after)).toEqual(expected);
  });

  test('meet those of their own cluster only, where an app says for which it is', () => {
    const app = new App();
    const make = (id: string, cluster: string, hostPid: boolean) => {
      const chart = new Chart(app, id, { namespace: 'node-agents' });
      DaemonSettings.apply(chart, { cluster });
      new DaemonNamespace(chart, 'namespace');
      new Daemon(chart, 'agent', { image: IMAGE, hostPid, ports: [{ number: 80, hostPort: hostPid ? 80 : undefined }] });
      return chart;
    };
    const [staging, production] = [make('staging', 'staging', false), make('production', 'production', true)];
    const level = (chart: Chart) => Testing.synth(chart)[0].metadata.labels['pod-security.kubernetes.io/enforce'];
    expect([level(staging), level(production)]).toEqual(['restricted', 'privileged']);
    make('again', 'production', true);
    expect(() => app.synthYaml()).toThrow(/\[again\/agent\] the name 'agent' is taken: the daemon 'production\/agent'/);
  });

  test('are known in their own app only', () => {
    const make = () => {
      const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
      new Daemon(chart, 'agent', { image: IMAGE, ports: [{ number: 80, hostPort: 80 }] });
      return chart;
    };
    const charts = [make(), make()];
    charts.forEach((chart) => expect(() => Testing.synth(chart)).not.toThrow());
  });
});
