import { ask, at, container, daemonSet, NodeGiven, planOf } from './ask';
import { NodeChange, parseNodeChange } from '../../../src/analysis/plan/node-change';

const NODES: NodeGiven[] = [
  { name: 'g-1', labels: { 'gpu': 'true', 'kubernetes.io/hostname': 'g-1' }, group: 'g' },
  { name: 'w-1', labels: { 'eks.amazonaws.com/nodegroup': 'workers' }, taints: [{ key: 'team', value: 'a', effect: 'NoSchedule' }] },
];
const ON_GPU = daemonSet('on-gpu', { nodeSelector: { gpu: 'true' } });
const EVERYWHERE = daemonSet('everywhere', { tolerations: [{ operator: 'Exists' }] });

function changes(...texts: string[]): NodeChange[] {
  return texts.map((text) => parseNodeChange(text) as NodeChange);
}

function changed(...texts: string[]): string[] {
  const { whatIf } = planOf([ON_GPU, EVERYWHERE], NODES, { changes: changes(...texts) });
  return whatIf!.changes.map(({ node, daemonSet: set, from, to }) => `${node} ${set}: ${from} → ${to}`);
}

describe('what would change', () => {
  test('is nothing where nothing is asked', () => expect(planOf([ON_GPU], NODES).whatIf).toBeNull());

  test.each([
    [['label g-1 gpu-'], ['g-1 agents/on-gpu: runs → not-desired']],
    [['label g-1 gpu=false'], ['g-1 agents/on-gpu: runs → not-desired']],
    [['label g-1 other=1'], []],
    [['taint g-1 a:NoSchedule'], ['g-1 agents/on-gpu: runs → keep-only']],
    [['taint g-1 a:NoExecute'], ['g-1 agents/on-gpu: runs → not-desired']],
    [['taint g-1 a:NoSchedule', 'taint g-1 a-'], []],
    [['label w-1 gpu=true'], ['w-1 agents/on-gpu: not-desired → keep-only']],
    [['label w-1 gpu=true', 'taint w-1 team:NoSchedule-'], ['w-1 agents/on-gpu: not-desired → runs']],
    [['taint w-1 team=b:NoSchedule', 'taint w-1 team=c:PreferNoSchedule', 'label w-1 gpu=true'], ['w-1 agents/on-gpu: not-desired → keep-only']],
    [['remove w-1'], ['w-1 agents/everywhere: runs → null']],
    [['add g=2'], ['g-2 agents/on-gpu: null → runs', 'g-2 agents/everywhere: null → runs', 'g-3 agents/on-gpu: null → runs', 'g-3 agents/everywhere: null → runs']],
    [['add workers=1'], ['workers-2 agents/everywhere: null → runs']],
    [['add w-1=1', 'add w-1=1'], ['w-1-2 agents/everywhere: null → runs', 'w-1-3 agents/everywhere: null → runs']],
  ])('by %j is told of each node and DaemonSet', (texts, expected) => expect(changed(...texts)).toEqual(expected));

  test('is what the plan is then made of', () => {
    const report = planOf([ON_GPU, EVERYWHERE], NODES, { changes: changes('remove w-1', 'add g=1', 'taint g-1 a:NoSchedule') });
    expect(report.nodeClasses.flatMap(({ nodes }) => nodes).sort()).toEqual(['g-1', 'g-2']);
    expect(at(report, 'g-1', 'agents/on-gpu').outcome).toBe('keep-only');
    expect(report.whatIf!.asked).toEqual(['remove w-1', 'add g=1', 'taint g-1 a:NoSchedule']);
  });

  test('is told of the DaemonSets that are asked for', () => {
    const { whatIf } = planOf([ON_GPU, EVERYWHERE], NODES, { changes: changes('remove g-1'), only: ['everywhere'] });
    expect(whatIf!.changes.map(({ daemonSet: set }) => set)).toEqual(['agents/everywhere']);
  });

  test('has the reasons of what would be, beside the pods that run there; new nodes have none', () => {
    const big = daemonSet('big', { containers: [container({ cpu: '40' })], tolerations: [{ operator: 'Exists' }], nodeSelector: { big: '1' } });
    const pods = [{ name: 'p', nodeName: 'w-1', spec: { containers: [container({ cpu: '30' })] } }];
    const { whatIf } = planOf([big], NODES, { pods, changes: changes('label w-1 big=1') });
    expect(whatIf!.changes).toMatchObject([{ node: 'w-1', from: 'not-desired', to: 'pending', reasons: [{ code: 'insufficient', used: '30' }] }]);
  });

  test('gives a new node a host name of its own', () => {
    const named = daemonSet('named', { nodeSelector: { 'kubernetes.io/hostname': 'g-2' } });
    const { whatIf } = planOf([named], NODES, { changes: changes('add g=1') });
    expect(whatIf!.changes).toMatchObject([{ node: 'g-2', to: 'runs' }]);
  });

  test('is asked of what is there, else everything that is not is told', () => {
    const { report, problems } = ask([ON_GPU], NODES, { changes: changes('remove x', 'add y=1', 'label g-1 no-', 'taint g-1 no:NoSchedule-', 'taint w-1 team:NoExecute-') });
    expect(report).toBeUndefined();
    expect(problems).toEqual([
      "there is no node 'x'",
      "there is no group of nodes and no node 'y' to add nodes like it",
      "the node 'g-1' has no label 'no' that could be taken away",
      "the node 'g-1' has no taint 'no:NoSchedule' that could be taken away",
      "the node 'w-1' has no taint 'team:NoExecute' that could be taken away",
    ]);
  });
});
