import { Duration } from 'cdk8s';
import { Probe } from '../../src';
import { container } from '../util';

const PORTS = [{ name: 'metrics', number: 9100 }];

describe('a probe', () => {
  test.each([
    ['by HTTP on a named port', Probe.httpGet('/-/ready', 'metrics'), { httpGet: { path: '/-/ready', port: 'metrics' } }],
    ['by HTTP on a number', Probe.httpGet('/', '8080'), { httpGet: { path: '/', port: 8080 } }],
    ['by HTTPS at an address', Probe.httpGet('/', '8443', { https: true, host: '127.0.0.1' }), { httpGet: { path: '/', port: 8443, scheme: 'HTTPS', host: '127.0.0.1' } }],
    ['by TCP on a named port', Probe.tcpSocket('metrics'), { tcpSocket: { port: 'metrics' } }],
    ['by TCP on a number', Probe.tcpSocket('9100'), { tcpSocket: { port: 9100 } }],
    ['by gRPC', Probe.grpc(9090), { grpc: { port: 9090 } }],
    ['by a command', Probe.exec(['cat', '/tmp/ready']), { exec: { command: ['cat', '/tmp/ready'] } }],
  ])('%s', (_, probe, expected) => {
    expect(container({ ports: PORTS, readiness: probe }).readinessProbe).toEqual(expected);
  });

  test('has its timing where it says one', () => {
    const thresholds = { failureThreshold: 4, successThreshold: 5 };
    const options = { initialDelay: Duration.seconds(1), period: Duration.minutes(1), timeout: Duration.seconds(2), ...thresholds };
    const timing = { initialDelaySeconds: 1, periodSeconds: 60, timeoutSeconds: 2, ...thresholds };
    const probes = [Probe.httpGet('/', '80', options), Probe.tcpSocket('80', options), Probe.grpc(80, options), Probe.exec(['x'], options)];
    probes.forEach((probe) => expect(container({ readiness: probe }).readinessProbe).toMatchObject(timing));
  });

  test('stands where it is asked for', () => {
    const { livenessProbe, readinessProbe, startupProbe } = container({ liveness: Probe.grpc(1), readiness: Probe.grpc(2), startup: Probe.grpc(3) });
    expect([livenessProbe, readinessProbe, startupProbe].map((probe) => probe?.grpc?.port)).toEqual([1, 2, 3]);
  });

  test('does not follow its options when they change later', () => {
    const [options, command] = [{ failureThreshold: 1 }, ['a']];
    const probe = Probe.exec(command, options);
    options.failureThreshold = 2;
    command.push('b');
    expect(container({ liveness: probe }).livenessProbe).toEqual({ exec: { command: ['a'] }, failureThreshold: 1 });
  });
});
