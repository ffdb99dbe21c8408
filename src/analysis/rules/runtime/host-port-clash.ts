import { HostPort, hostPorts, hostPortsConflict } from '../../../kubernetes/host-ports';
import { exampleNode, intersection, NodeSet, nodesOf } from '../../../kubernetes/node-set';
import { PodSpec } from '../../../kubernetes/objects';
import { isSameObject, Workload, Manifests } from '../../manifests';
import { Found, Rule } from '../rule';

/** A port of the node that a DaemonSet takes. */
interface Taken {
  readonly workload: Workload;
  readonly port: HostPort;
  readonly path: string;
}

/**
 * Two DaemonSets that take one port of a node, on nodes that both select: there the pod that comes second stays Pending. Whether there is a node with
 * such labels and taints, the manifests do not tell; that none can be is proven exactly, over all labels.
 */
export const HOST_PORT_CLASH: Rule = {
  id: 'runtime/host-port-clash',
  title: 'Two DaemonSets on one port of the node, on common nodes',
  severity: 'error',
  find: ({ workloads }) => clashes(workloads.filter(({ manifest }) => manifest.head.kind === 'DaemonSet')),
};

function clashes(daemonSets: Manifests['workloads']): Found[] {
  const byPort = new Map<string, Taken[]>();
  return daemonSets.flatMap((workload) => takenBy(workload).flatMap((taken) => {
    const key = `${taken.port.port}/${taken.port.protocol}`;
    const earlier = byPort.get(key) ?? [];
    const rival = earlier.find((other) => !isSameObject(other.workload.manifest, workload.manifest)
      && hostPortsConflict(other.port, taken.port) && meet(other.workload, workload));
    byPort.set(key, earlier);
    earlier.push(taken);
    return rival === undefined ? [] : [found(taken, rival, key)];
  }));
}

function takenBy(workload: Workload): Taken[] {
  const { pod, path } = workload;
  return hostPorts(pod as PodSpec).map((port) => {
    const field = pod.containers?.some(({ name }) => name === port.container) ? 'containers' : 'initContainers';
    const container = (pod[field] ?? []).findIndex(({ name }) => name === port.container);
    const index = (pod[field]?.[container].ports ?? []).findIndex(({ hostPort, containerPort, protocol = 'TCP', hostIP = '' }) => (
      (hostPort || (pod.hostNetwork ? containerPort : 0)) === port.port && protocol === port.protocol && (hostIP || '0.0.0.0') === port.hostIP));
    return { workload, port, path: `${path}.${field}[${container}].ports[${index}]` };
  });
}

function meet(a: Workload, b: Workload): boolean {
  return commonNodes(a, b).length > 0;
}

function commonNodes(a: Workload, b: Workload): NodeSet {
  return intersection(nodesOfWorkload(a), nodesOfWorkload(b));
}

/** Asked for with each rival. */
const NODES = new WeakMap<Workload, NodeSet>();

function nodesOfWorkload(workload: Workload): NodeSet {
  const nodes = NODES.get(workload) ?? nodesOf(workload.pod as PodSpec);
  NODES.set(workload, nodes);
  return nodes;
}

function found({ workload, path }: Taken, { workload: other }: Taken, port: string): Found {
  const { namespace, name } = other.manifest.head;
  const node = exampleNode(commonNodes(workload, other));
  const labels = Object.entries(node?.labels ?? {}).map(([key, value]) => `${key}=${value}`);
  const where = node?.name ? `the node ${node.name}` : labels.length > 0 ? `a node with ${labels.join(', ')}` : 'any node';
  return {
    manifest: workload.manifest,
    path,
    message: `the DaemonSet ${namespace}/${name} takes the port ${port} of the node too, and both may run on ${where}: the pod that comes second stays Pending`,
    fix: 'give one of them another port, or nodes that the other does not have',
  };
}
