/** Volumes that are mapped by `rbd-nbd`, a program of the node plugin, and not by the kernel (`mounter: rbd-nbd` of a StorageClass). */
export interface CephCsiNbdOptions {
  /**
   * Names of the Secrets by which volumes are mapped (`csi.storage.k8s.io/node-stage-secret-name` of the StorageClasses; keys `userID` and `userKey`), in
   * whichever namespace. Their program ends with the pod of the plugin: the new one maps the volumes of its node again, and reads the Secrets itself for it.
   */
  readonly nodeStageSecretNames: string[];
}

/** The driver for block devices. */
export interface CephCsiRbdOptions {
  /**
   * Name of the driver (`provisioner` of StorageClasses): a DNS name of at most 63 characters.
   *
   * @default rbd.csi.ceph.com - upstream's own; Rook has its namespace before it: `rook-ceph.rbd.csi.ceph.com`
   */
  readonly name?: string;

  /**
   * Volumes that are mapped by `rbd-nbd`. I/O stops while the plugin is restarted: state `rollout: Rollout.onDelete()` with it.
   *
   * @default - none: the kernel maps volumes, and goes on without the plugin; the plugin reads no Secret
   */
  readonly nbd?: CephCsiNbdOptions;
}

/** How the file system is mounted. */
export enum CephCsiFileSystemClient {
  /** By the kernel where it knows quotas (from 4.17 on), else by `ceph-fuse`; a StorageClass may say another by `mounter`. */
  AUTOMATIC = 'automatic',
  /** By the kernel, however old it is (`--forcecephkernelclient`). */
  KERNEL = 'kernel',
}

/** The driver for CephFS. */
export interface CephCsiFileSystemOptions {
  /**
   * Name of the driver (`provisioner` of StorageClasses): a DNS name of at most 63 characters.
   *
   * @default cephfs.csi.ceph.com - upstream's own; Rook has its namespace before it: `rook-ceph.cephfs.csi.ceph.com`
   */
  readonly name?: string;

  /**
   * How it is mounted. What `ceph-fuse` has mounted is gone with the pod of the plugin; what the kernel has, stays.
   *
   * @default CephCsiFileSystemClient.AUTOMATIC - as the driver decides
   */
  readonly client?: CephCsiFileSystemClient;

  /**
   * Mount options for the kernel (`--kernelmountoptions`), such as `ms_mode=secure`.
   *
   * @default - none
   */
  readonly kernelMountOptions?: string[];

  /**
   * Mount options for `ceph-fuse` (`--fusemountoptions`).
   *
   * @default - none
   */
  readonly fuseMountOptions?: string[];
}
