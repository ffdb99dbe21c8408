import { EnvValue, SecretValue } from 'cdk8s-plus-27';
import { DaemonOptions } from '../../daemon/daemon-props';
import { DaemonResources } from '../../daemon/resources';
import { VariantOptions } from '../../daemon/variant';
import { Nodes } from '../../placement/nodes';

/** A disk with an OSD on it. It has a container of its own, so that one that fails takes no other with it. */
export interface CephOsdDevice {
  /** What it is called: the container is `osd-<name>`. A DNS label of at most 50 characters, the same on all nodes. */
  readonly name: string;

  /**
   * Block device of the node, below `/dev`: a disk, a partition or a logical volume. Names that the kernel counts out (`/dev/sdb`) are those of another
   * disk after a disk has been taken out; `/dev/disk/by-path/…` and `/dev/disk/by-partlabel/…` stay, and are the same on nodes of one kind.
   */
  readonly path: string;

  /**
   * Block device for the metadata of the OSD (`block.db`), on a faster disk.
   *
   * @default - none: with the data
   */
  readonly dbPath?: string;

  /**
   * Class of the device in the CRUSH map (`--crush-device-class`), such as `ssd`, `nvme` or one of your own. It is set when the OSD is made.
   *
   * @default - what Ceph sees in the disk: hdd or ssd
   */
  readonly deviceClass?: string;
}

/**
 * OSDs are made on disks that have none. Off, a disk without an OSD is an error in the log, and nothing is ever written to it but by its OSD.
 *
 * A disk with an OSD of the cluster is left as it is. One that has anything else on it (a file system, partitions, LVM, an OSD of another cluster) is
 * refused. Only the two options below erase anything; upstream's charts have the one on by default, and erase disks of other clusters without any.
 */
export interface CephOsdPrepare {
  /**
   * Whether OSDs are made: for a variant that has none.
   *
   * @default true - who says something of it wants it
   */
  readonly enabled?: boolean;

  /**
   * Keyring of `client.bootstrap-osd`, which makes OSDs and can do nothing else: what `ceph auth get client.bootstrap-osd` prints, in the key `ceph.keyring`
   * of a Secret.
   */
  readonly keyring: SecretValue;

  /**
   * Whether a disk is erased that has something on it which is no OSD of this cluster: file systems, partitions, OSDs of other clusters. DATA IS LOST.
   * A disk that cannot be read, and an OSD that does not say of which cluster it is, stay all the same.
   *
   * @default false - a disk that is mistaken for another one is the worst that can happen
   */
  readonly forceZap?: boolean;

  /**
   * Whether an OSD of this cluster is erased and made anew that the monitors do not know any more (`ceph osd purge`). DATA IS LOST: where the monitors
   * were made anew, it is all that is left.
   *
   * @default false - an OSD that is not known is a question for somebody who knows why
   */
  readonly forceRepair?: boolean;
}

/** The disks of a node, and how they are served. */
export interface CephOsdOptions {
  /**
   * Image with tag or digest.
   *
   * @default quay.io/ceph/ceph:v20.2.4 - the release that these options were written for; state the cluster's own, and never an older one
   */
  readonly image?: string;

  /** The disks. A node that lacks one has a container that fails, and the others serve: name in a variant what its nodes have. */
  readonly devices: CephOsdDevice[];

  /**
   * Networks of the clients, as CIDR (`public_network`). With several addresses on a node it decides which one OSDs are known by.
   *
   * @default - the one over which the monitors are reached
   */
  readonly publicNetworks?: string[];

  /**
   * Networks between OSDs, as CIDR (`cluster_network`).
   *
   * @default - the public one
   */
  readonly clusterNetworks?: string[];

  /**
   * Where the node stands in the CRUSH map: kind of bucket → its name, such as `{ root: 'default', rack: 'a3', host: '$(K8S_NODE_NAME)' }`.
   *
   * @default - as Ceph decides: `root=default` and a host of the name of the node, cut at its first dot. Another name moves data
   */
  readonly crushLocation?: { [bucketType: string]: string };

  /**
   * Whether OSDs are made on disks that have none.
   *
   * @default - no: disks are prepared by somebody who sees what is on them (`ceph-volume raw prepare`)
   */
  readonly prepare?: CephOsdPrepare;

  /**
   * Further settings of `ceph.conf`: section → option → value, such as `{ osd: { osd_max_backfills: '1' } }`. What the options above write is refused here.
   *
   * @default - none: the monitors hold the settings of a cluster (`ceph config set`)
   */
  readonly extraConfig?: { [section: string]: { [option: string]: string } };

  /**
   * Further arguments of each `ceph-osd`.
   *
   * @default - none
   */
  readonly extraArgs?: string[];

  /**
   * Further environment variables of each container.
   *
   * @default - only those that its own scripts read
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * What each OSD asks of the node. The cache of an OSD follows (`osd_memory_target`): four fifths of the limit. What is not said keeps its default, made to
   * fit.
   *
   * @default - CPU request 1; memory request 4Gi and limit 5Gi, of which Ceph's own target of 4Gi is four fifths; no CPU limit, since slow OSDs are taken for
   * dead ones
   */
  readonly resources?: DaemonResources;
}

/** What is different on the nodes of a variant. */
export interface CephOsdVariantOptions extends VariantOptions {
  /**
   * Image with tag or digest.
   *
   * @default - the daemon's
   */
  readonly image?: string;

  /**
   * The disks of these nodes, in place of the daemon's.
   *
   * @default - the daemon's
   */
  readonly devices?: CephOsdDevice[];

  /**
   * Networks of the clients, in place of the daemon's.
   *
   * @default - the daemon's
   */
  readonly publicNetworks?: string[];

  /**
   * Networks between OSDs, in place of the daemon's.
   *
   * @default - the daemon's
   */
  readonly clusterNetworks?: string[];

  /**
   * Where these nodes stand in the CRUSH map, bucket by bucket over the daemon's.
   *
   * @default - the daemon's
   */
  readonly crushLocation?: { [bucketType: string]: string };

  /**
   * Whether OSDs are made on disks that have none, field by field over the daemon's.
   *
   * @default - the daemon's
   */
  readonly prepare?: CephOsdPrepare;

  /**
   * Settings of `ceph.conf`, option by option over the daemon's.
   *
   * @default - the daemon's
   */
  readonly extraConfig?: { [section: string]: { [option: string]: string } };

  /**
   * Arguments of each `ceph-osd` after the daemon's.
   *
   * @default - the daemon's
   */
  readonly extraArgs?: string[];

  /**
   * Environment variables of each container, beside the daemon's.
   *
   * @default - the daemon's
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * What each OSD asks of these nodes, field by field over the daemon's.
   *
   * @default - the daemon's
   */
  readonly resources?: DaemonResources;
}

/** OSDs on the nodes that have disks for them. */
export interface CephOsdDaemonProps extends CephOsdOptions, DaemonOptions {
  /** The cluster's own id (`ceph fsid`). A disk of another cluster is neither served nor erased without being asked for. */
  readonly fsid: string;

  /** Addresses of the monitors (`mon_host`): `10.0.0.11`, `mon-a.ceph.svc:3300`, `[2001:db8::11]:3300`, `[v2:10.0.0.11:3300,v1:10.0.0.11:6789]`. */
  readonly monitors: string[];

  /**
   * The nodes that have the disks; it takes the place of `placement`.
   *
   * @default - those with the label `ceph-osd: enabled`, as in both upstream charts
   */
  readonly nodes?: Nodes;
}
