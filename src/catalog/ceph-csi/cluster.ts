/** What volumes of block devices need to know of a cluster. */
export interface CephCsiClusterRbd {
  /**
   * RADOS namespace of the images (`radosNamespace`).
   *
   * @default - that of the pool itself
   */
  readonly radosNamespace?: string;

  /**
   * How many daemons mirror images between clusters (`mirrorDaemonCount`).
   *
   * @default - one, as the driver decides
   */
  readonly mirrorDaemonCount?: number;
}

/** What volumes of CephFS need to know of a cluster. */
export interface CephCsiClusterFileSystem {
  /**
   * Group of subvolumes in which the volumes are (`subvolumeGroup`).
   *
   * @default csi - as the driver decides
   */
  readonly subvolumeGroup?: string;

  /**
   * RADOS namespace in the metadata pool, where the driver keeps its own notes (`radosNamespace`).
   *
   * @default csi - as the driver decides
   */
  readonly radosNamespace?: string;

  /**
   * Mount options for the kernel, in place of the driver's (`kernelMountOptions`).
   *
   * @default - the driver's
   */
  readonly kernelMountOptions?: string[];

  /**
   * Mount options for `ceph-fuse`, in place of the driver's (`fuseMountOptions`).
   *
   * @default - the driver's
   */
  readonly fuseMountOptions?: string[];
}

/**
 * A Ceph cluster that volumes come from: an entry of `config.json`.
 *
 * @see https://github.com/ceph/ceph-csi/blob/v3.17.0/docs/csi-config.md
 */
export interface CephCsiCluster {
  /** Its name (`clusterID`), as StorageClasses say it: mostly what `ceph fsid` prints. */
  readonly clusterId: string;

  /** Addresses of its monitors, with ports where they are not 6789: `10.0.0.11:6789`, `mon-a.ceph.svc`, `[2001:db8::11]:3300`. */
  readonly monitors: string[];

  /**
   * What volumes of block devices need to know; written for `CephCsiDriver.rbd` only.
   *
   * @default - nothing beyond the monitors
   */
  readonly rbd?: CephCsiClusterRbd;

  /**
   * What volumes of CephFS need to know; written for `CephCsiDriver.fileSystem` only.
   *
   * @default - nothing beyond the monitors
   */
  readonly fileSystem?: CephCsiClusterFileSystem;

  /**
   * Labels of nodes that tell where a node stands in the CRUSH map (`readAffinity.crushLocationLabels`), such as `topology.kubernetes.io/zone`: data is then
   * read from the nearest copy.
   *
   * @default - none: data is read from the first copy, wherever it is
   */
  readonly readAffinityLabels?: string[];
}
