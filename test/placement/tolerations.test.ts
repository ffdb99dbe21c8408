import { TaintEffect } from 'cdk8s-plus-27';
import { Defaults, Tolerations, TolerationOperator } from '../../src';
import { pod } from '../util';

const CONTROL_PLANE = { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' };
const MASTER = { ...CONTROL_PLANE, key: 'node-role.kubernetes.io/master' };

describe('tolerations', () => {
  test.each([
    ['none', Tolerations.none(), undefined],
    ['of every taint', Tolerations.everyTaint(), [{ operator: 'Exists' }]],
    ['of control-plane nodes', Tolerations.controlPlane(), [CONTROL_PLANE]],
    ['of control-plane nodes and their old name', Tolerations.controlPlane({ legacyMaster: true }), [CONTROL_PLANE, MASTER]],
    ['of nothing in particular', Tolerations.of(), undefined],
    ['of one taint with a value', Tolerations.of({ key: 'pool', value: 'gpu' }), [{ key: 'pool', operator: 'Equal', value: 'gpu' }]],
    ['of one taint whatever its value', Tolerations.of({ key: 'pool', operator: TolerationOperator.EXISTS }), [{ key: 'pool', operator: 'Exists' }]],
    ['for some time', Tolerations.of({ key: 'pool', operator: TolerationOperator.EXISTS, effect: TaintEffect.NO_EXECUTE, tolerationSeconds: 60 }),
      [{ key: 'pool', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 60 }]],
  ])('%s', (_, tolerations, expected) => expect(pod({ tolerations }).tolerations).toEqual(expected));

  test('are of every taint where nothing is said', () => expect(pod().tolerations).toEqual([{ operator: 'Exists' }]));

  test('get no operator without defaults', () => {
    const labels = { app: 'agent' };
    const tolerations = Tolerations.of({ key: 'node-role.kubernetes.io/master', effect: TaintEffect.NO_SCHEDULE });
    expect(pod({ defaults: Defaults.none(), selector: labels, podLabels: labels, tolerations }).tolerations)
      .toEqual([{ key: 'node-role.kubernetes.io/master', effect: 'NoSchedule' }]);
  });

  test('added to others are said once, also in another spelling', () => {
    const [brief, explicit] = [Tolerations.of({ key: 'a', value: '1' }), Tolerations.of({ key: 'a', operator: TolerationOperator.EQUAL, value: '1' })];
    const both = [{ key: 'a', operator: 'Equal', value: '1' }, { key: 'b', operator: 'Equal' }];
    expect(pod({ tolerations: brief.plus(explicit).plus(Tolerations.of({ key: 'b' })) }).tolerations).toEqual(both);
    expect(pod({ tolerations: explicit.plus(brief).plus(Tolerations.of({ key: 'b' })) }).tolerations).toEqual(both);
  });

  test('are not changed by being added to', () => {
    const tolerations = Tolerations.controlPlane();
    tolerations.plus(Tolerations.everyTaint());
    expect(pod({ tolerations }).tolerations).toEqual([CONTROL_PLANE]);
  });

  test('are not shared with the objects that they were made from', () => {
    const toleration = { key: 'a', value: '1' };
    const tolerations = Tolerations.of(toleration);
    toleration.value = '2';
    expect(pod({ tolerations }).tolerations).toEqual([{ key: 'a', operator: 'Equal', value: '1' }]);
  });

  test.each([
    [Tolerations.everyTaint(), true],
    [Tolerations.of({ operator: TolerationOperator.EXISTS, effect: TaintEffect.NO_SCHEDULE }), true],
    [Tolerations.controlPlane().plus(Tolerations.everyTaint()), true],
    [Tolerations.of({ operator: TolerationOperator.EXISTS, effect: TaintEffect.NO_EXECUTE }), false],
    [Tolerations.of({ key: 'a', operator: TolerationOperator.EXISTS }), false],
    [Tolerations.none(), false],
  ])('know whether a node can be kept away by a NoSchedule taint (case %#)', (tolerations, every) => expect(tolerations._tolerateEveryTaint()).toBe(every));
});
