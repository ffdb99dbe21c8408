import fc from 'fast-check';
import { settle } from '../../../src/analysis/plan/settle';
import { demandOf } from '../../../src/kubernetes/fit';
import { resourceAmounts } from '../../../src/kubernetes/pod-requests';
import { PlacedPod } from '../../../src/kubernetes/preemption';

describe('the pods of a node', () => {
  const requesting = (cpu: number) => demandOf({ containers: [{ name: 'c', image: 'i', resources: { requests: { cpu: String(cpu) } } }] });
  const pod = fc.record({
    demand: fc.integer({ min: 0, max: 6 }).map(requesting), priority: fc.integer({ min: 0, max: 3 }), preempts: fc.boolean(),
  });
  const allocatable = resourceAmounts({ cpu: '8', memory: '1Gi', pods: '4' });
  const cpuOf = (pods: readonly PlacedPod[]) => pods.reduce((sum, { demand }) => sum + Number(demand.requests.get('cpu') ?? 0), 0);

  test('never take more than the node has, and none of them is lost', () => {
    fc.assert(fc.property(fc.array(pod, { maxLength: 3 }), fc.array(pod, { maxLength: 6 }), (there, incoming) => {
      const fitting = there.filter((_, index) => cpuOf(there.slice(0, index + 1)) <= 8000);
      const { running, pending, victims } = settle(allocatable, fitting, incoming);
      expect(running.length).toBeLessThanOrEqual(4);
      expect(cpuOf(running)).toBeLessThanOrEqual(8000);
      expect(incoming.filter((one) => running.includes(one) === pending.has(one))).toEqual([]);
      [...victims].forEach(([winner, ended]) => ended.forEach(({ priority }) => expect(priority).toBeLessThan(winner.priority)));
    }));
  });

  test('are as they came where nobody is more important', () => {
    fc.assert(fc.property(fc.array(pod, { maxLength: 6 }), (incoming) => {
      const equals = incoming.map((one) => ({ ...one, priority: 0 }));
      const { running, victims } = settle(allocatable, [], equals);
      expect(victims.size).toBe(0);
      expect([...running]).toEqual(equals.filter((one) => running.includes(one)));
    }));
  });
});
