import { Probe } from '../../../src';
import { problemsOfDaemon } from '../../util';

const METRICS = { name: 'metrics', number: 9100 };

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
