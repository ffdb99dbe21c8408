import { CephCsiDaemonProps } from './props';
import { normalizePath } from '../../kubernetes/paths';

/** Where the driver's own directory is in its container. */
export const SOCKET_DIRECTORY = '/csi';

export const ENDPOINT = `unix://${SOCKET_DIRECTORY}/csi.sock`;

export const CONFIG_FILE = '/etc/ceph-csi-config/config.json';

export const CEPH_CONFIG = '/etc/ceph';

export const KMS_CONFIG = '/etc/ceph-csi-encryption-kms-config';

type Options = Pick<CephCsiDaemonProps, 'driver' | 'kubeletRoot'>;

export function kubelet({ kubeletRoot = '/var/lib/kubelet' }: Pick<Options, 'kubeletRoot'>): string {
  return normalizePath(kubeletRoot);
}

/** The driver's own directory on the node, where the kubelet finds its socket. */
export function pluginDirectory(options: Options): string {
  return `${kubelet(options)}/plugins/${options.driver.name}`;
}

/** The socket as the kubelet sees it. */
export function socketOnNode(options: Options): string {
  return `${pluginDirectory(options)}/csi.sock`;
}
