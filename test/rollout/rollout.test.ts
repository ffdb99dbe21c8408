import { Duration } from 'cdk8s';
import { PercentOrAbsolute } from 'cdk8s-plus-27';
import { Defaults, Rollout } from '../../src';
import { spec } from '../util';

const TEN_PERCENT = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } };

describe('a rollout', () => {
  test.each([
    ['node by node', Rollout.rolling(), TEN_PERCENT],
    ['of a number of nodes at once', Rollout.rolling({ maxUnavailable: PercentOrAbsolute.absolute(3) }), { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 3 } }],
    ['of a share of the nodes at once', Rollout.rolling({ maxUnavailable: PercentOrAbsolute.percent(25) }), { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%' } }],
    ['without a gap', Rollout.surge(), { type: 'RollingUpdate', rollingUpdate: { maxSurge: '10%', maxUnavailable: 0 } }],
    ['without a gap, one node at a time', Rollout.surge({ maxSurge: PercentOrAbsolute.absolute(1) }), { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }],
    ['when pods are deleted', Rollout.onDelete(), { type: 'OnDelete' }],
  ])('%s', (_, rollout, updateStrategy) => {
    expect(spec({ rollout }).updateStrategy).toEqual(updateStrategy);
    expect(spec({ rollout })).not.toHaveProperty('minReadySeconds');
    expect(spec({ rollout })).not.toHaveProperty('revisionHistoryLimit');
  });

  test.each([Rollout.rolling, Rollout.surge, Rollout.onDelete])('may wait for pods to stay ready and keep its history (case %#)', (kind) => {
    const rollout = kind({ minReady: Duration.minutes(2), revisionHistoryLimit: 3 });
    expect(spec({ rollout })).toMatchObject({ minReadySeconds: 120, revisionHistoryLimit: 3 });
  });

  test('may keep no history', () => expect(spec({ rollout: Rollout.rolling({ revisionHistoryLimit: 0 }) }).revisionHistoryLimit).toBe(0));

  test('is node by node where nothing is said', () => expect(spec().updateStrategy).toEqual(TEN_PERCENT));

  test('is left to Kubernetes without defaults', () => {
    const labels = { app: 'agent' };
    expect(spec({ defaults: Defaults.none(), selector: labels, podLabels: labels })).not.toHaveProperty('updateStrategy');
  });
});
