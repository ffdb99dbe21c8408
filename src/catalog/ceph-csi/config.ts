import { CephCsiCluster } from './cluster';
import { CephCsiDriver } from './driver';

/** `config.json` of the driver (upstream: api/deploy/kubernetes, ClusterInfo), which it reads anew for each request. */
export function configJson(clusters: readonly CephCsiCluster[], driver: CephCsiDriver): string {
  return `${JSON.stringify(clusters.map((cluster) => clusterOf(cluster, driver)), undefined, 2)}\n`;
}

function clusterOf({ clusterId, monitors, rbd, fileSystem, readAffinityLabels }: CephCsiCluster, { _data: { kind } }: CephCsiDriver): object {
  return {
    clusterID: clusterId,
    monitors,
    rbd: kind === 'rbd' ? rbd && { radosNamespace: rbd.radosNamespace, mirrorDaemonCount: rbd.mirrorDaemonCount } : undefined,
    cephFS: kind === 'cephfs' ? fileSystem && {
      subvolumeGroup: fileSystem.subvolumeGroup,
      radosNamespace: fileSystem.radosNamespace,
      kernelMountOptions: fileSystem.kernelMountOptions?.join(','),
      fuseMountOptions: fileSystem.fuseMountOptions?.join(','),
    } : undefined,
    readAffinity: readAffinityLabels && { enabled: true, crushLocationLabels: readAffinityLabels },
  };
}
