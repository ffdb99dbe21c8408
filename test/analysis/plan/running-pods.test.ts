import { RunningPods } from '../../../src/analysis/plan/running-pods';
import { ContainerStatus, InventoryPod } from '../../../src/input/pod-list';

const POD: InventoryPod = { namespace: 'work', name: 'p', nodeName: 'w-1', spec: { containers: [] }, containerStatuses: [] };

function podsOf(...pods: Partial<InventoryPod>[]) {
  const running = new RunningPods([{ name: 'high', value: 7 }]);
  pods.forEach((pod) => running.add({ ...POD, ...pod }));
  return running.byNode.get('w-1')!;
}

function requestsOf(pod: Partial<InventoryPod>): object {
  return Object.fromEntries([...podsOf(pod)[0].demand.requests].map(([name, amount]) => [name, Number(amount)]));
}

describe('a pod that runs', () => {
  const container = (resources: object) => ({ name: 'c', resources });

  test('takes what it requests, and what it limits where it requests nothing', () => {
    expect(requestsOf({ spec: { containers: [container({ requests: { cpu: '100m' }, limits: { cpu: '1', memory: '1Ki' } })] } })).toEqual({ cpu: 100, memory: 1024 });
  });

  test('takes the most of what it requests, was given and has, while that is changed in place', () => {
    const spec = { containers: [container({ requests: { cpu: '1', memory: '3Ki' } })], initContainers: [{ ...container({ requests: { cpu: '1' } }), name: 'i', restartPolicy: 'Always' }] };
    const containerStatuses: ContainerStatus[] = [
      { name: 'c', allocatedResources: { cpu: '1500m', memory: '1Ki' }, resources: { requests: { cpu: '2', memory: '2Ki' } } }, { name: 'i', allocatedResources: { cpu: '3' } },
    ];
    expect(requestsOf({ spec, containerStatuses })).toEqual({ cpu: 5000, memory: 3072 });
    expect(requestsOf({ spec })).toEqual({ cpu: 2000, memory: 3072 });
  });

  test('has the ports of the node that it declares under the host network', () => {
    const [{ demand }] = podsOf({ spec: { hostNetwork: true, containers: [{ name: 'c', ports: [{ containerPort: 80 }] }] } });
    expect(demand.ports).toEqual([{ protocol: 'TCP', hostIP: '0.0.0.0', port: 80, container: 'c' }]);
  });

  test('has the priority that admission gave it, or else that of its class', () => {
    const priorities = podsOf({ priority: 5, spec: { priorityClassName: 'high' } }, { spec: { priorityClassName: 'high' } }, { spec: { priorityClassName: 'absent' } }, {});
    expect(priorities.map(({ priority }) => priority)).toEqual([5, 7, 0, 0]);
  });

  test('is known by its DaemonSet, and stands behind those that started before', () => {
    const pods = podsOf({ name: 'new' }, { name: 'b', startTime: '2026-11-02T00:00:00Z', owner: { kind: 'DaemonSet', name: 'd' } }, { name: 'a', startTime: '2026-11-01T00:00:00Z', owner: { kind: 'ReplicaSet', name: 'r' } });
    expect(pods.map(({ name, daemonSet }) => [name, daemonSet])).toEqual([['work/a', undefined], ['work/b', 'work/d'], ['work/new', undefined]]);
  });
});
