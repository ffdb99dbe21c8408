import { Nodes, Placement, Tolerations } from '../../src';
import { PodSpec } from '../../src/kubernetes/objects';
import { pod } from '../util';

const LINUX = { 'kubernetes.io/os': 'linux' };
const NOT_VIRTUAL = [
  { key: 'eks.amazonaws.com/compute-type', operator: 'NotIn', values: ['fargate'] },
  { key: 'type', operator: 'NotIn', values: ['virtual-kubelet'] },
];

/** Where a daemon is sent that tolerates no taint. */
function placed(placement: Placement): Pick<PodSpec, 'nodeSelector' | 'affinity'> {
  return pod({ placement, tolerations: Tolerations.none() });
}

function termsOf({ affinity }: Pick<PodSpec, 'affinity'>) {
  return affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms.map((term) => term.matchExpressions);
}

describe('a placement', () => {
  test.each([
    ['on Linux nodes', Placement.linux(), LINUX],
    ['on Windows nodes', Placement.windows(), { 'kubernetes.io/os': 'windows' }],
    ['on every node', Placement.everyNode(), undefined],
    ['on no nodes in particular', Placement.nodes(), LINUX],
  ] as const)('%s is a node selector and nothing else', (_, placement, nodeSelector) => {
    const { affinity, ...rest } = placed(placement);
    expect(rest.nodeSelector).toEqual(nodeSelector);
    expect(affinity).toBeUndefined();
  });

  test('on a set of nodes is a required node affinity beside the operating system', () => {
    const pods = placed(Placement.nodes(Nodes.withLabel('gpu', 'true')));
    expect(pods.nodeSelector).toEqual(LINUX);
    expect(pods.affinity).toEqual({
      nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'gpu', operator: 'In', values: ['true'] }] }] } },
    });
  });

  test('on several sets of nodes takes the nodes of any of them', () => {
    expect(termsOf(placed(Placement.nodes(Nodes.withLabel('a'), Nodes.withLabel('b'))))).toEqual([[{ key: 'a', operator: 'Exists' }], [{ key: 'b', operator: 'Exists' }]]);
  });

  test('is Linux where nothing is said', () => expect(pod().nodeSelector).toEqual(LINUX));
});

describe('virtual nodes', () => {
  test('are left out for daemons that tolerate every taint', () => {
    expect(termsOf(pod({ tolerations: Tolerations.everyTaint() }))).toEqual([NOT_VIRTUAL]);
    expect(termsOf(pod())).toEqual([NOT_VIRTUAL]);
  });

  test('are left out of each set of nodes', () => {
    const terms = termsOf(pod({ placement: Placement.nodes(Nodes.withLabel('a'), Nodes.withLabel('b')) }));
    expect(terms).toEqual(['a', 'b'].map((key) => [{ key, operator: 'Exists' }, ...NOT_VIRTUAL]));
  });

  test('are left out on every operating system', () => {
    expect(termsOf(pod({ placement: Placement.everyNode() }))).toEqual([NOT_VIRTUAL]);
    expect(termsOf(pod({ placement: Placement.windows() }))).toEqual([NOT_VIRTUAL]);
  });

  test('need no exclusion where their taint is not tolerated', () => {
    expect(termsOf(pod({ tolerations: Tolerations.none() }))).toBeUndefined();
    expect(termsOf(pod({ tolerations: Tolerations.controlPlane() }))).toBeUndefined();
  });

  test('are included on request', () => {
    expect(termsOf(pod({ placement: Placement.linux().includingVirtualNodes() }))).toBeUndefined();
    expect(termsOf(pod({ placement: Placement.nodes(Nodes.withLabel('a')).includingVirtualNodes() }))).toEqual([[{ key: 'a', operator: 'Exists' }]]);
  });

  test('being included does not change the placement that it was asked of', () => {
    const placement = Placement.linux();
    placement.includingVirtualNodes();
    expect(termsOf(pod({ placement }))).toEqual([NOT_VIRTUAL]);
  });
});
