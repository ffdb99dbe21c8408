import { JsonPatch } from 'cdk8s';
import { PercentOrAbsolute } from 'cdk8s-plus-27';
import { Daemon, DaemonProps, Discovery, HostPath, Privileges, Rollout } from '../../../src';
import { IMAGE, problems, problemsOfDaemon } from '../../util';

const surge = { rollout: Rollout.surge() };
const INSTEAD = 'use Rollout.rolling()';

describe('a rollout without a gap', () => {
  test.each([
    ['host ports', { ports: [{ number: 80, hostPort: 8080 }] }, 'Rollout.surge() with host ports (TCP/8080) never ends: old and new pod cannot have one port of a node'],
    ['host ports by discovery', { ports: [{ name: 'http', number: 80 }], discovery: [Discovery.hostPort('http')] },
      'Rollout.surge() with host ports (TCP/80) never ends: old and new pod cannot have one port of a node'],
    ['the host network', { hostNetwork: true }, "Rollout.surge() with the host network never ends: old and new pod would share the node's ports"],
    ['ports of the host network', { hostNetwork: true, ports: [{ number: 80 }] }, "Rollout.surge() with the host network never ends: old and new pod would share the node's ports"],
    ['a state directory', { hostPaths: [HostPath.stateDirectory()], privileges: Privileges.root() },
      "Rollout.surge() runs two pods on one node for a while, and both would write '/var/lib/node-agents/agent'"],
    ['paths that are written', { hostPaths: [HostPath.readWrite('/a'), HostPath.readWrite('/b', { shared: true }), HostPath.readOnly('/c')], privileges: Privileges.root() },
      "Rollout.surge() runs two pods on one node for a while, and both would write '/a', '/b'"],
  ] as [string, Partial<DaemonProps>, string][])('fails with %s', (_, props, text) => {
    expect(problemsOfDaemon({ ...surge, ...props })).toEqual([`[chart/agent] ${text}; ${INSTEAD}`]);
    expect(problemsOfDaemon(props)).toEqual([]);
  });

  test('may read paths of the node and have ports of its own', () => {
    expect(problemsOfDaemon({ ...surge, hostPaths: [HostPath.readOnly('/proc')], ports: [{ number: 80 }] })).toEqual([]);
  });
});

describe('a rollout', () => {
  const never = ['[chart/agent] the rollout may neither take a pod away nor add one, so it can never move: give maxUnavailable or maxSurge'];

  test('fails when it can never move', () => {
    expect(problemsOfDaemon({ rollout: Rollout.rolling({ maxUnavailable: PercentOrAbsolute.absolute(0) }) })).toEqual(never);
    expect(problemsOfDaemon({ rollout: Rollout.rolling({ maxUnavailable: PercentOrAbsolute.percent(0) }) })).toEqual(never);
    expect(problemsOfDaemon({ rollout: Rollout.surge({ maxSurge: PercentOrAbsolute.absolute(0) }) })).toEqual(never);
  });

  test.each([[PercentOrAbsolute.percent(101), '101%'], [PercentOrAbsolute.percent(1.5), '1.5%'], [PercentOrAbsolute.absolute(-1), '-1'], [PercentOrAbsolute.absolute(0.5), '0.5']])(
    'fails when its amount is no amount (case %#)', (maxUnavailable, amount) => {
      expect(problemsOfDaemon({ rollout: Rollout.rolling({ maxUnavailable }) })).toEqual([
        `[chart/agent] the rollout's amount '${amount}' is neither a count of nodes nor a percentage from 0% to 100%`,
      ]);
    });

  test('fails when a patch makes it both', () => {
    expect(problems((chart) => new Daemon(chart, 'agent', { image: IMAGE }).addJsonPatch(JsonPatch.add('/spec/updateStrategy/rollingUpdate/maxSurge', 1)))).toEqual([
      '[chart/agent] the rollout has maxSurge 1 and maxUnavailable 10%, and Kubernetes takes only one that is not 0',
    ]);
  });

  test('may be of any kind', () => {
    const rolling = [PercentOrAbsolute.percent(100), PercentOrAbsolute.absolute(1000)].map((maxUnavailable) => Rollout.rolling({ maxUnavailable }));
    const all = [Rollout.onDelete(), ...rolling];
    expect(all.flatMap((rollout) => problemsOfDaemon({ rollout, hostNetwork: true }))).toEqual([]);
  });
});
