import { App, Chart, Testing } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { Daemon, Discovery, HostPath, KubernetesAccess, Privileges, Rollout } from '../../../src';
import { IMAGE, problems, problemsOf } from '../../util';

describe('the problems of an app', () => {
  test('fail all together, each with the path of its construct, and nothing is written', () => {
    const lines = problems((chart, app) => {
      new Daemon(chart, 'one', { image: IMAGE, privileges: Privileges.capabilities('CAP_SYS_TIME'), env: { TOKEN: EnvValue.fromValue('x') } });
      new Daemon(new Construct(chart, 'scope'), 'two', { image: IMAGE, hostPaths: [HostPath.readOnly('/var/log')], discovery: [Discovery.headless()] });
      new Daemon(new Chart(app, 'other-chart'), 'three', { image: IMAGE, hostNetwork: true, rollout: Rollout.surge(), kubernetesAccess: [KubernetesAccess.read('pods')] });
    });
    expect(lines.map((line) => line.replace(/^(\[\S+\] .{18}).*$/s, '$1'))).toEqual([
      "[chart/one] container 'one': K",
      "[chart/one] container 'one': t",
      "[chart/scope/two] container 'two' ru",
      "[chart/scope/two] the Service 'two' ",
      '[other-chart/three] Rollout.surge() wi',
      '[other-chart/three] kubernetesAccess n',
    ]);
  });

  test('are told the same when asked again', () => {
    const app = new App();
    new Daemon(new Chart(app, 'chart'), 'agent', { image: IMAGE, name: 'Agent' });
    expect(problemsOf(app)).toHaveLength(1);
    expect(problemsOf(app)).toEqual(problemsOf(app));
  });

  test('fail in the tests of users too', () => {
    const chart = new Chart(new App(), 'chart');
    new Daemon(chart, 'agent', { image: IMAGE, name: 'Agent' });
    expect(() => Testing.synth(chart)).toThrow('[chart/agent] metadata.name: Invalid value: "Agent": a lowercase RFC 1123 subdomain must consist of');
  });

  test('never stop a constructor', () => {
    const paths = { hostPaths: [HostPath.readWrite(''), HostPath.socket('')], configFiles: [{ path: '', content: '' }] };
    const everything = { image: '', name: '', namespace: '', ports: [{ number: -1, name: '' }], ...paths };
    expect(() => new Daemon(new Chart(new App(), 'chart'), 'agent', everything)).not.toThrow();
  });

  test('follow the tree as it is when it is synthesised', () => {
    const app = new App();
    const chart = new Chart(app, 'chart', { namespace: 'node-agents' });
    const metrics = { image: IMAGE, ports: [{ name: 'metrics', number: 9100, hostPort: 9100 }] };
    new Daemon(chart, 'a', metrics);
    expect(() => Testing.synth(chart)).not.toThrow();
    new Daemon(chart, 'b', metrics);
    expect(problemsOf(app)).toHaveLength(1);
  });
});
