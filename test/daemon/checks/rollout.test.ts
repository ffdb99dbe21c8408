import { PercentOrAbsolute } from 'cdk8s-plus-27';
import { DaemonProps, Discovery, HostPath, Privileges, Rollout } from '../../../src';
import { problemsOfDaemon } from '../../util';

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
  test('may be of any kind', () => {
    const rolling = [PercentOrAbsolute.percent(100), PercentOrAbsolute.absolute(1000)].map((maxUnavailable) => Rollout.rolling({ maxUnavailable }));
    const all = [Rollout.onDelete(), ...rolling];
    expect(all.flatMap((rollout) => problemsOfDaemon({ rollout, hostNetwork: true }))).toEqual([]);
  });
});
