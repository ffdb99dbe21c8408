import { Probe } from '../../../src';
import { IMAGE, problemsOfDaemon } from '../../util';

const METRICS = { name: 'metrics', number: 9100 };

describe('a port', () => {
  test.each(['a'.repeat(16), 'Metrics', '9100', 'a--b', 'a_b', ''])('fails when its name is %j', (name) => {
    expect(problemsOfDaemon({ ports: [{ name, number: 9100 }] })).toEqual([
      `[chart/agent] container 'agent': the port name '${name}' is not allowed: at most 15 characters, lower-case letters, digits and inner dashes, at least one letter`,
    ]);
  });

  test.each([0, -1, 65536, 80.5])('fails when its number is %d, in the container or on the node', (number) => {
    const text = [`[chart/agent] container 'agent': the port ${number} is not allowed: ports are whole numbers from 1 to 65535`];
    expect(problemsOfDaemon({ ports: [{ number }] })).toEqual(text);
    expect(problemsOfDaemon({ ports: [{ number: 80, hostPort: number }] })).toEqual(text);
  });

  test('fails in every kind of container', () => {
    const ports = [{ number: 0 }];
    const named = (name: string) => [{ name, image: IMAGE, ports }];
    expect(problemsOfDaemon({ containers: named('a'), initContainers: named('b'), sidecars: named('c') })).toHaveLength(3);
  });

  test('fails when another port of the container has its name', () => {
    expect(problemsOfDaemon({ ports: [METRICS, { name: 'metrics', number: 9101 }] })).toEqual([
      "[chart/agent] container 'agent': two ports are named 'metrics'; each needs a name of its own",
    ]);
    expect(problemsOfDaemon({ ports: [METRICS, { number: 1 }, { number: 2 }], containers: [{ name: 'beside', image: IMAGE, ports: [METRICS] }] })).toEqual([]);
  });

  test('fails when it has another number on the node, on the host network', () => {
    const ports = [{ number: 9100, hostPort: 19100 }];
    expect(problemsOfDaemon({ hostNetwork: true, ports })).toEqual([
      "[chart/agent] container 'agent': the port 9100 cannot be 19100 on the node, since on the host network the program's own port is the node's; leave hostPort out",
    ]);
    expect(problemsOfDaemon({ hostNetwork: true, ports: [{ number: 9100, hostPort: 9100 }] })).toEqual([]);
    expect(problemsOfDaemon({ ports })).toEqual([]);
  });
});

describe('a probe', () => {
  test.each(['liveness', 'readiness', 'startup'])('of %s fails when its port is not declared', (kind) => {
    expect(problemsOfDaemon({ ports: [METRICS, { name: 'admin', number: 1 }], [kind]: Probe.httpGet('/', 'http') })).toEqual([
      `[chart/agent] container 'agent': its ${kind} probe asks the port 'http', which the container does not declare; declared are: metrics, admin`,
    ]);
    expect(problemsOfDaemon({ [kind]: Probe.tcpSocket('http') })[0]).toContain('declared are: none');
  });

  test('may ask a declared port by name, and any port by number', () => {
    expect(problemsOfDaemon({ ports: [METRICS], liveness: Probe.httpGet('/', 'metrics'), readiness: Probe.tcpSocket('8080'), startup: Probe.grpc(9090) })).toEqual([]);
  });
});
