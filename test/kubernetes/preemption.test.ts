import { Demand, Usage } from '../../src/kubernetes/fit';
import { resourceAmounts } from '../../src/kubernetes/pod-requests';
import { victimsOf } from '../../src/kubernetes/preemption';

const ALLOCATABLE = resourceAmounts({ cpu: '4', pods: '10' });

function asking(cpu: string, port?: number): Demand {
  return { requests: resourceAmounts({ cpu }), ports: port === undefined ? [] : [{ protocol: 'TCP', hostIP: '0.0.0.0', port, container: 'c' }] };
}

/** Names of the victims, and whether there is then room for the pod. */
function victims(pod: { demand: Demand; priority: number }, onNode: readonly { name: string; demand: Demand; priority: number }[]) {
  const usage = new Usage();
  onNode.forEach(({ demand }) => usage.add(demand));
  const found = victimsOf(pod, ALLOCATABLE, onNode, usage);
  return { names: found?.map(({ name }) => name), hasRoom: usage.hasRoomFor(pod.demand, ALLOCATABLE) };
}

describe('who gives way to a pod', () => {
  test('are the least important, and as few as make room', () => {
    const onNode = [{ name: 'some', demand: asking('2'), priority: 5 }, { name: 'least', demand: asking('2'), priority: 1 }];
    expect(victims({ demand: asking('1'), priority: 9 }, onNode)).toEqual({ names: ['least'], hasRoom: true });
    expect(victims({ demand: asking('3'), priority: 9 }, onNode)).toEqual({ names: ['some', 'least'], hasRoom: true });
  });

  test('is nobody who is as important, or where it would not help; and then nothing is changed', () => {
    const onNode = [{ name: 'equal', demand: asking('3'), priority: 9 }, { name: 'less', demand: asking('1'), priority: 1 }];
    expect(victims({ demand: asking('2'), priority: 9 }, onNode)).toEqual({ names: undefined, hasRoom: false });
    expect(victims({ demand: asking('1'), priority: 9 }, onNode)).toEqual({ names: ['less'], hasRoom: true });
  });

  test('is whoever has the port', () => {
    const onNode = [{ name: 'other', demand: asking('1', 81), priority: 0 }, { name: 'holder', demand: asking('1', 80), priority: 1 }];
    expect(victims({ demand: asking('1', 80), priority: 9 }, onNode)).toEqual({ names: ['holder'], hasRoom: true });
  });
});
