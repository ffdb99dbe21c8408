import { Duration } from 'cdk8s';
import { Probe, Rollout } from '../../../src';
import { IMAGE, problemsOfDaemon } from '../../util';

const WHOLE = 'and Kubernetes counts whole seconds';
const half = Duration.millis(1500);

describe('a time', () => {
  test.each([
    ['the pods get to flush', { terminationGracePeriod: half }, `terminationGracePeriod is 1.5 seconds, ${WHOLE}; say Duration.seconds(2)`],
    ['a new pod must be ready', { rollout: Rollout.rolling({ minReady: half }) }, `the rollout's minReady is 1.5 seconds, ${WHOLE}; say Duration.seconds(2)`],
    ['passes before a probe', { liveness: Probe.exec(['true'], { initialDelay: half }) },
      `container 'agent': the initialDelay of its liveness probe is 1.5 seconds, ${WHOLE}; say Duration.seconds(2)`],
    ['passes between probes', { readiness: Probe.exec(['true'], { period: Duration.millis(100) }) },
      `container 'agent': the period of its readiness probe is 0.1 seconds, ${WHOLE}; say Duration.seconds(1)`],
    ['a probe waits', { sidecars: [{ name: 'beside', image: IMAGE, startup: Probe.exec(['true'], { timeout: half }) }] },
      `container 'beside': the timeout of its startup probe is 1.5 seconds, ${WHOLE}; say Duration.seconds(2)`],
  ])('that %s fails when it is no whole second', (_, props, problem) => {
    expect(problemsOfDaemon(props)).toEqual([`[chart/agent] ${problem}`]);
  });

  test('may be any whole number of seconds, in whatever unit', () => {
    expect(problemsOfDaemon({ terminationGracePeriod: Duration.minutes(2), liveness: Probe.exec(['true'], { period: Duration.millis(3000) }) })).toEqual([]);
  });
});
