import { CephCsiFileSystemOptions, CephCsiRbdOptions } from './driver-options';

/** @internal */
export type CephCsiDriverData =
  | { readonly kind: 'rbd'; readonly options: CephCsiRbdOptions }
  | { readonly kind: 'cephfs'; readonly options: CephCsiFileSystemOptions };

/**
 * Which driver of Ceph CSI serves a node. A cluster that wants both has two daemons.
 *
 * @example
 * const drivers = [
 *   CephCsiDriver.rbd({ name: 'storage.rbd.csi.ceph.com' }),
 *   CephCsiDriver.fileSystem({ kernelMountOptions: ['ms_mode=secure'] }),
 * ];
 */
export class CephCsiDriver {
  /** Block devices (RBD), for one node at a time. */
  public static rbd(options: CephCsiRbdOptions = {}): CephCsiDriver {
    return new CephCsiDriver({ kind: 'rbd', options: structuredClone(options) });
  }

  /** The shared file system (CephFS). */
  public static fileSystem(options: CephCsiFileSystemOptions = {}): CephCsiDriver {
    return new CephCsiDriver({ kind: 'cephfs', options: structuredClone(options) });
  }

  private constructor(
    /** @internal */
    public readonly _data: CephCsiDriverData,
  ) {
  }

  /** Name of the driver: `provisioner` of StorageClasses, and name of its CSIDriver. */
  public get name(): string {
    return this._data.options.name ?? `${this._data.kind}.csi.ceph.com`;
  }
}
