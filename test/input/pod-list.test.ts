import { join } from 'node:path';
import { dump } from 'js-yaml';
import { byteSource, textSource } from '../../src/input/byte-source';
import { InventoryPod, readPodList } from '../../src/input/pod-list';

function read(text: string) {
  const pods: InventoryPod[] = [];
  return { ...readPodList(textSource('pods', text), (pod) => pods.push(pod)), pods };
}

const list = (...items: object[]) => JSON.stringify({ apiVersion: 'v1', items, kind: 'List' });
const pod = (spec: object = {}, more: object = {}) => ({ kind: 'Pod', metadata: { name: 'p', namespace: 'n' }, spec: { nodeName: 'a', containers: [], ...spec }, ...more });

describe('a list of pods', () => {
  test.each([
    ['eks', 111, 57],
    ['kubeadm-onprem', 121, 65],
  ])('of %s has the pods that take something of a node', (name, count, ofDaemonSets) => {
    const pods: InventoryPod[] = [];
    expect(readPodList(byteSource(join(__dirname, `../data/pods/${name}.json`)), (own) => pods.push(own))).toEqual({ others: [], diagnostics: [] });
    expect(pods).toHaveLength(count);
    expect(pods.filter(({ owner }) => owner?.kind === 'DaemonSet')).toHaveLength(ofDaemonSets);
  });

  test('tells of a pod what it takes and who made it', () => {
    const resources = { requests: { cpu: 1, memory: '1Gi' }, limits: {} };
    const own = {
      ...pod({ containers: [{ name: 'c', resources }], priority: 5, priorityClassName: 'high' }),
      metadata: {
        name: 'p',
        namespace: 'n',
        deletionTimestamp: '2026-11-20T09:00:00Z',
        deletionGracePeriodSeconds: 30,
        ownerReferences: [{ kind: 'Other', name: 'o' }, { apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'd', controller: true, uid: 'u' }],
      },
      status: {
        phase: 'Running',
        startTime: '2026-11-20T08:00:00Z',
        containerStatuses: [{ name: 'c', ready: true, resources, allocatedResources: { cpu: '500m' } }],
        initContainerStatuses: [{ name: 'i', resources: {} }],
      },
    };
    const expected = {
      namespace: 'n',
      name: 'p',
      nodeName: 'a',
      owner: { kind: 'DaemonSet', name: 'd' },
      priority: 5,
      startTime: '2026-11-20T08:00:00Z',
      spec: own.spec,
      containerStatuses: [{ name: 'c', resources: { requests: { cpu: 1, memory: '1Gi' } }, allocatedResources: { cpu: '500m' } }, { name: 'i', resources: {} }],
    };
    expect(read(list(own)).pods).toEqual([expected]);
    expect(read(dump(own)).pods).toEqual([expected]);
  });

  test('may lack everything but a name and a node, and what is null is not there', () => {
    const bare = { namespace: 'default', name: 'p', nodeName: 'a', containerStatuses: [] };
    const metadata = { name: 'p', namespace: null, ownerReferences: null, deletionTimestamp: null };
    const containers = [null, { name: 'c', ports: null, env: [null], resources: { requests: null, limits: { cpu: 1 } } }];
    const { pods } = read(list(
      { metadata, spec: { nodeName: 'a', priority: null } }, { kind: 'pod', metadata, spec: { nodeName: 'a', containers, initContainers: null }, status: { containerStatuses: null } },
    ));
    expect(pods).toEqual([{ ...bare, spec: { nodeName: 'a' } }, { ...bare, spec: { nodeName: 'a', containers: [{ name: 'c', env: [], resources: { limits: { cpu: 1 } } }] } }]);
  });

  test('does not have pods that have ended, or have no node yet', () => {
    const phases = ['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown'].map((phase) => pod({}, { metadata: { name: phase }, status: { phase } }));
    expect(read(list(...phases, pod({ nodeName: '' }), pod({ nodeName: undefined }))).pods.map(({ name }) => name)).toEqual(['Pending', 'Running', 'Unknown']);
  });

  test('may have a namespace with it, and no nodes', () => {
    const namespace = { kind: 'Namespace', metadata: { name: 'n' } };
    const { pods, others, diagnostics } = read(list(pod(), namespace, { kind: 'Node', metadata: { name: 'a' } }, { kind: 'Pod', spec: { nodeName: 'a' } }));
    expect([pods.length, others]).toEqual([1, [namespace]]);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'there is an object of kind Node; a list of pods is what `kubectl get pods -A -o json` gives', 'there is a pod without a name (metadata.name)',
    ]);
  });
});
