import { MountPropagation } from 'cdk8s-plus-27';
import { NewRelicOptions } from './props';
import { HostPath } from '../../host/host-path';
import { Feature } from '../features';

/** Where the agent of the image looks for the node (upstream: `NRIA_OVERRIDE_HOST_ROOT`). */
const HOST = '/host';

/** Where it looks for containerd (upstream: pkg/helpers). */
const CONTAINERD_SOCKET = '/run/containerd/containerd.sock';

/** What `hostMetrics` brings along; the agent's rights are its own. */
export function hostMetrics({ hostMetrics: { containerdSocket, rootMountPropagation } = {} }: NewRelicOptions): Feature {
  const mountPropagation = rootMountPropagation ?? MountPropagation.HOST_TO_CONTAINER;
  return {
    hostPaths: [
      HostPath.readOnly('/', { mountPath: HOST, mountPropagation }),
      // in its directory are the file systems of all containers: without propagation they would stay mounted here when their containers are gone
      ...(containerdSocket === undefined ? [] : [HostPath.socket(containerdSocket, { mountPath: CONTAINERD_SOCKET, mountPropagation })]),
    ],
  };
}
