import { HostPort, hostPorts } from '../../../kubernetes/host-ports';
import { PodSpec } from '../../../kubernetes/objects';
import { workloadOf } from '../../manifests';
import { inKind, Rule } from '../rule';

interface UpdateStrategy {
  readonly type?: string;
  readonly rollingUpdate?: { readonly maxSurge?: number | string };
}

/**
 * A DaemonSet that adds the new pod before it takes the old one away, and both want one port of the node: the new pod stays Pending, and the rollout
 * never ends. The API server takes it. Under the host network each declared port is a port of the node.
 */
export const SURGE_HOST_PORT: Rule = {
  id: 'runtime/surge-host-port',
  title: 'maxSurge with ports of the node, where a rollout never ends',
  severity: 'error',
  find: inKind('DaemonSet', (manifest) => workloadOf(manifest).flatMap(({ pod }) => {
    const { updateStrategy } = manifest.object.spec as { readonly updateStrategy?: UpdateStrategy };
    const surge = updateStrategy?.type === 'RollingUpdate' ? updateStrategy.rollingUpdate?.maxSurge ?? 0 : 0;
    const ports = hostPorts(pod as PodSpec);
    return ports.length === 0 || /^0*%?$/.test(String(surge)) ? [] : [{
      path: 'spec.updateStrategy.rollingUpdate.maxSurge',
      message: `with maxSurge ${surge} the new pod starts beside the old one, and both want ${listed(ports)} of the node: the new one stays Pending, `
        + 'and the rollout never ends',
      fix: 'use maxUnavailable instead (maxSurge: 0), or take no port of the node',
    }];
  })),
};

function listed(ports: readonly HostPort[]): string {
  return `port${ports.length === 1 ? '' : 's'} ${ports.map(({ port, protocol }) => `${port}/${protocol}`).join(', ')}`;
}
