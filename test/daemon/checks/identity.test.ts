import { problemsOfDaemon } from '../../util';

describe('a selector', () => {
  test.each([
    ['the name', { 'app.kubernetes.io/name': 'other' }, 'app.kubernetes.io/name=other', 'app.kubernetes.io/name=agent', 'app.kubernetes.io/name'],
    ['what Services select', { 'cdk8s-daemons/daemon': 'other' }, 'cdk8s-daemons/daemon=other', 'cdk8s-daemons/daemon=agent', 'cdk8s-daemons/daemon'],
  ])('fails when podLabels contradict %s', (_, podLabels, said, needed, key) => {
    expect(problemsOfDaemon({ podLabels })).toEqual([`[chart/agent] podLabels says ${said}, but the daemon's pods are found by ${needed}; leave ${key} out of podLabels`]);
  });

  test('fails when podLabels contradict a selector that was given', () => {
    expect(problemsOfDaemon({ selector: { app: 'agent' }, podLabels: { app: 'other' } })).toEqual([
      "[chart/agent] podLabels says app=other, but the daemon's pods are found by app=agent; leave app out of podLabels",
    ]);
  });

  test('may be repeated in podLabels, which may also say what nobody selects', () => {
    expect(problemsOfDaemon({ podLabels: { 'app.kubernetes.io/name': 'agent', 'app.kubernetes.io/component': 'other' } })).toEqual([]);
  });
});
