import { vectors } from './vectors';
import { daemonPodSpec } from '../../src/kubernetes/daemon-pod';
import { applyDefaults } from '../../src/kubernetes/defaults/apply-defaults';
import { Value } from '../../src/kubernetes/defaults/values';
import { demandOf, Usage } from '../../src/kubernetes/fit';
import { PodSpec, PodTemplate } from '../../src/kubernetes/objects';
import { podLimits, resourceAmounts } from '../../src/kubernetes/pod-requests';

/** A node, the pods on it, and what Kubernetes 1.36 says of a daemon's pod beside them. */
interface Row {
  readonly node: { readonly metadata: { readonly name: string }; readonly status?: { readonly allocatable?: Record<string, string> } };
  readonly daemonSet: { readonly template: PodTemplate };
  readonly podsOnNode: PodSpec[] | null;
  readonly createdPodSpec?: PodSpec;
  readonly fit: { readonly name: string; readonly requested: number; readonly used?: number; readonly capacity?: number }[] | null;
}

const rows = vectors<Row>('placement').filter(({ createdPodSpec }) => createdPodSpec !== undefined);

function asStored(spec: PodSpec): PodSpec {
  return (applyDefaults({ apiVersion: 'v1', kind: 'Pod', metadata: {}, spec } as unknown as Value) as unknown as { spec: PodSpec }).spec;
}

function usageOf({ podsOnNode }: Row): Usage {
  const usage = new Usage();
  (podsOnNode ?? []).forEach((pod) => usage.add(demandOf(asStored(pod))));
  return usage;
}

test('the pod of a daemon on a node is the one that the controller makes, in 715 rows', () => {
  expect(rows).toHaveLength(715);
  const made = rows.map(({ daemonSet: { template }, node }) => daemonPodSpec(template, node.metadata.name));
  expect(made).toEqual(rows.map(({ createdPodSpec }) => createdPodSpec));
});

test('a pod does not fit for the same reasons and with the same numbers, in 715 rows', () => {
  const said = rows.map((row) => {
    const { insufficient, ports } = usageOf(row).misfit(demandOf(row.createdPodSpec!), resourceAmounts(row.node.status?.allocatable ?? {}));
    const resources = insufficient.map(({ resource, requested, used, allocatable }) => [resource, requested, used, allocatable].map(String).join(' '));
    return [...resources, ...(ports.length > 0 ? ['NodePorts'] : [])].sort();
  });
  const wanted = rows.map(({ fit }) => (fit ?? []).map(({ name, requested, used = 0, capacity = 0 }) => (
    name === 'NodePorts' ? name : [name, requested, used, capacity].join(' '))).sort());
  expect(wanted.filter((reasons) => reasons.length > 0).length).toBeGreaterThan(500);
  expect(said).toEqual(wanted);
});

describe('what a pod takes of its node', () => {
  const pod = (spec: object) => ({ containers: [], ...spec }) as unknown as PodSpec;
  const requestsOf = (spec: object) => Object.fromEntries([...demandOf(pod(spec)).requests].map(([name, amount]) => [name, Number(amount)]));
  const container = (requests: object) => ({ name: 'c', image: 'i:1', resources: { requests } });

  test('is what it says as a whole, where it says it', () => {
    const containers = [container({ 'cpu': '1', 'memory': '1Gi', 'nvidia.com/gpu': 1 })];
    expect(requestsOf({ containers, resources: { requests: { 'cpu': '2', 'memory': '3Gi', 'nvidia.com/gpu': 7 } } }))
      .toEqual({ 'cpu': 2000, 'memory': 3221225472, 'nvidia.com/gpu': 1 });
  });

  test('has its overhead on top, and nothing of names that Kubernetes does not know', () => {
    expect(requestsOf({ containers: [container({ 'cpu': '100m', 'gpu': '1', 'hugepages-2Mi': '4Mi' })], overhead: { cpu: '250m', memory: '64Mi' } }))
      .toEqual({ 'cpu': 350, 'hugepages-2Mi': 4194304, 'memory': 67108864 });
  });
});

test('what one of two equal pods took is free again when it has gone, and what the other takes is not', () => {
  const port = { protocol: 'TCP', port: 80, container: 'c' };
  const [any, one] = ['0.0.0.0', '10.0.0.1'].map((hostIP) => ({ requests: resourceAmounts({ cpu: '1' }), ports: [{ ...port, hostIP }] }));
  const [usage, allocatable] = [new Usage(), resourceAmounts({ cpu: '4', pods: '9' })];
  [one, one, any].forEach((demand) => usage.add(demand));
  usage.remove(one);
  usage.remove(any);
  expect(usage.misfit(one, allocatable).ports).toEqual(one.ports);
  usage.remove(one);
  expect(usage.hasRoomFor({ requests: resourceAmounts({ cpu: '4' }), ports: any.ports }, allocatable)).toBe(true);
  expect(usage.hasRoomFor({ requests: resourceAmounts({ cpu: '4001m' }), ports: [] }, allocatable)).toBe(false);
});

test('a pod is kept below what all that last in it limit, with its overhead; a native sidecar lasts, other init containers do not', () => {
  const container = (limits: object, fields: object = {}) => ({ name: 'c', image: 'i:1', resources: { limits }, ...fields });
  const limitsOf = (spec: object) => Object.fromEntries([...podLimits(spec as PodSpec)].map(([name, amount]) => [name, Number(amount)]));
  const containers = [container({ cpu: '1', memory: '1Ki' })];
  expect(limitsOf({ containers, initContainers: [container({ memory: '1Ki' }, { restartPolicy: 'Always' })] })).toEqual({ memory: 2048 });
  expect(limitsOf({ containers, initContainers: [container({})], overhead: { cpu: '250m', storage: '1' } })).toEqual({ cpu: 1250, memory: 1024 });
  expect(limitsOf({ containers: [container({})], resources: { limits: { cpu: '2' } } })).toEqual({ cpu: 2000 });
});
