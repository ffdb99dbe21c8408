import { JsonPatch } from 'cdk8s';
import { Daemon, Defaults } from '../../../src';
import { IMAGE, problems, problemsOfDaemon } from '../../util';

describe('a selector', () => {
  test.each([
    ['the name', { 'app.kubernetes.io/name': 'other' }, 'app.kubernetes.io/name=other', 'app.kubernetes.io/name=agent', 'app.kubernetes.io/name'],
    ['what Services select', { 'cdk8s-daemons/daemon': 'other' }, 'cdk8s-daemons/daemon=other', 'cdk8s-daemons/daemon=agent', 'cdk8s-daemons/daemon'],
  ])('fails when podLabels contradict %s', (_, podLabels, said, needed, key) => {
    expect(problemsOfDaemon({ podLabels })).toEqual([`[chart/agent] podLabels says ${said}, but the daemon's pods are found by ${needed}; leave ${key} out of podLabels`]);
  });

  test('fails when podLabels contradict a selector that was given', () => {
    const text = "[chart/agent] podLabels says app=other, but the daemon's pods are found by app=agent; leave app out of podLabels";
    expect(problemsOfDaemon({ selector: { app: 'agent' }, podLabels: { app: 'other' } })).toEqual([text]);
    expect(problemsOfDaemon({ defaults: Defaults.none(), selector: { app: 'agent' }, podLabels: { app: 'other' } })).toEqual([text]);
  });

  test('may be repeated in podLabels, which may also say what nobody selects', () => {
    expect(problemsOfDaemon({ podLabels: { 'app.kubernetes.io/name': 'agent', 'app.kubernetes.io/component': 'other' } })).toEqual([]);
  });

  test('fails when it is empty', () => {
    const text = ['[chart/agent] the selector is empty; give at least one label that the pods carry'];
    expect(problemsOfDaemon({ selector: {} })).toEqual(text);
    expect(problemsOfDaemon({ defaults: Defaults.none(), selector: {}, podLabels: { app: 'agent' } })).toEqual(text);
  });

  test('fails when the pods lack its labels', () => {
    expect(problemsOfDaemon({ defaults: Defaults.none(), selector: { app: 'agent' }, podLabels: { tier: 'node' } })).toEqual([
      "[chart/agent] the selector app=agent of the DaemonSet 'agent' does not take its own pods, whose labels are tier=node; give the pods the same labels",
    ]);
  });

  test.each(['/spec/template/metadata/labels', '/spec/template/metadata'])('fails when a patch takes %s away', (path) => {
    expect(problems((chart) => new Daemon(chart, 'agent', { image: IMAGE }).addJsonPatch(JsonPatch.remove(path)))).toEqual([
      "[chart/agent] the selector app.kubernetes.io/instance=agent,app.kubernetes.io/name=agent of the DaemonSet 'agent' does not take its own pods, whose labels are (none); "
      + 'give the pods the same labels',
    ]);
  });
});
