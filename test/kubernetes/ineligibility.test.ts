import { vectors } from './vectors';
import { daemonSetEligibility, Node } from '../../src/kubernetes/eligibility';
import { daemonSetIneligibility } from '../../src/kubernetes/ineligibility';
import { PodSpec } from '../../src/kubernetes/objects';
import { Taint } from '../../src/kubernetes/taints';

interface Row {
  readonly node: {
    readonly metadata: { readonly name: string; readonly labels?: Record<string, string> };
    readonly spec?: { readonly taints?: Taint[] };
  };
  readonly daemonSet: { readonly template: { readonly spec: PodSpec } };
  readonly shouldRun: boolean;
}

const NODE: Node = { name: 'w-1', labels: { disk: 'ssd', cores: '08' }, taints: [] };

function why(spec: object, node: Partial<Node> = {}): unknown {
  return daemonSetIneligibility({ containers: [], ...spec } as unknown as PodSpec)({ ...NODE, ...node });
}

function affinity(...nodeSelectorTerms: object[]): object {
  return { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } } };
}

test('there is a reason wherever the controller makes no pod, and none where it makes one, in every row', () => {
  const rows = vectors<Row>('placement');
  expect(rows.filter(({ shouldRun }) => !shouldRun).length).toBeGreaterThan(500);
  const unlike = rows.filter(({ node: { metadata: { name, labels = {} }, spec }, daemonSet: { template }, shouldRun }) => {
    const node = { name, labels, taints: spec?.taints ?? [] };
    const isReasonless = daemonSetIneligibility(template.spec)(node).length === 0;
    return isReasonless !== shouldRun || daemonSetEligibility(template.spec)(node).shouldRun !== shouldRun;
  });
  expect(unlike).toEqual([]);
});

describe('why there is no pod on a node', () => {
  test('is said of every label of the node selector, and what the node has instead', () => {
    expect(why({ nodeSelector: { disk: 'hdd', gpu: 'a', cores: '08' } })).toEqual([
      { code: 'node-selector', key: 'disk', wanted: 'hdd', found: 'ssd' }, { code: 'node-selector', key: 'gpu', wanted: 'a', found: undefined },
    ]);
  });

  test('is said of every term of the affinity, and of each only what it lacks', () => {
    const cores = { key: 'cores', operator: 'Gt', values: ['8'] };
    const gpu = { key: 'gpu', operator: 'Exists' };
    const named = { key: 'metadata.name', operator: 'In', values: ['w-2'] };
    const disk = { key: 'disk', operator: 'Exists' };
    expect(why(affinity({ matchExpressions: [cores, disk] }, { matchExpressions: [gpu], matchFields: [named] }, {}))).toEqual([
      { code: 'node-affinity', terms: [[{ requirement: cores, found: '08' }], [{ requirement: gpu }, { requirement: named, found: 'w-1' }], []] },
    ]);
    expect(why(affinity({ matchExpressions: [cores] }, { matchExpressions: [disk] }))).toEqual([]);
  });

  test('is that a requirement cannot be read, although the node would meet it otherwise', () => {
    const abc = { key: 'cores', operator: 'Lt', values: ['abc'] };
    expect(why(affinity({ matchExpressions: [abc] }))).toEqual([{
      code: 'node-affinity',
      terms: [[
        { requirement: abc, found: '08', unreadable: 'Invalid value: "abc": for \'Gt\', \'Lt\' operators, the value must be an integer' },
      ]],
    }]);
  });

  test('is every taint that is not tolerated, those of the controller left out, besides everything else', () => {
    const taints: Taint[] = [
      { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' }, { key: 'gpu', value: 'a', effect: 'NoSchedule' },
      { key: 'gone', effect: 'NoExecute' }, { key: 'soft', effect: 'PreferNoSchedule' },
    ];
    expect(why({ nodeName: 'w-2' }, { taints })).toEqual([
      { code: 'node-name', wanted: 'w-2' }, { code: 'untolerated-taint', taint: taints[1] }, { code: 'untolerated-taint', taint: taints[2] },
    ]);
  });
});
