import { EnvValue } from 'cdk8s-plus-27';
import { DaemonOptions } from '../../daemon/daemon-props';
import { DaemonResources } from '../../daemon/resources';
import { VariantOptions } from '../../daemon/variant';
import { Nodes } from '../../placement/nodes';

/** Ports of bricks, one for each: allow them between nodes and for clients. */
export interface GlusterdBrickPorts {
  /**
   * The first (`base-port`).
   *
   * @default 49152 - as Gluster decides
   */
  readonly first?: number;

  /**
   * The last (`max-port`): there are no more bricks on a node than ports.
   *
   * @default 49251 - a hundred, as in upstream's manifest; Gluster itself goes on to 60999
   */
  readonly last?: number;
}

/** Heketi, which makes bricks by LVM inside of the container. It is no longer kept either; bricks of new clusters are directories that the node has. */
export interface GlusterdHeketi {
  /**
   * Whether it is used: for a variant that does not.
   *
   * @default true - who says something of it uses it
   */
  readonly enabled?: boolean;

  /**
   * Where the container sees the devices of the node (variable `HOST_DEV_DIR`).
   *
   * @default /mnt/host-dev - as in upstream's manifest: at `/dev` systemd in the container would take the consoles of the node
   */
  readonly deviceDirectory?: string;
}

/** What glusterd serves on its node. */
export interface GlusterdOptions {
  /** Image with tag or digest. There is no official one that is kept: build one with the server of GlusterFS, such as of the packages of Debian. */
  readonly image: string;

  /**
   * Directories of the node below which bricks are: mounted file systems (XFS), which have to be there. What is mounted below them later is seen.
   *
   * @default - none: with `heketi` bricks are in its own directory
   */
  readonly brickDirectories?: string[];

  /**
   * Ports of bricks.
   *
   * @default - 49152 to 49251
   */
  readonly brickPorts?: GlusterdBrickPorts;

  /**
   * Whether it listens to IPv6 too (`transport.address-family inet6`).
   *
   * @default false - as Gluster decides
   */
  readonly ipv6?: boolean;

  /**
   * Whether the image starts systemd, as upstream's does (`gluster/gluster-centos`, of CentOS 7). It needs the cgroups of the node and fails on nodes with
   * cgroup v2, as all current systems have ("Failed to get D-Bus connection", gluster-containers#177). Its configuration is then that of the node.
   *
   * @default false - glusterd itself is the program of the container
   */
  readonly systemd?: boolean;

  /**
   * Heketi, which makes bricks by LVM. It needs `systemd`, which mounts them again when the container starts.
   *
   * @default - none: bricks are in `brickDirectories`
   */
  readonly heketi?: GlusterdHeketi;

  /**
   * Whether volumes are offered as block devices too (`gluster-block`). It needs `systemd`, which starts its programs.
   *
   * @default false - upstream's manifest has it on, with parts of the kernel that few need
   */
  readonly block?: boolean;

  /**
   * Whether connections may be encrypted: `/etc/ssl` of the node is then seen, with `glusterfs.pem`, `glusterfs.key` and `glusterfs.ca`.
   *
   * @default false - encryption needs certificates on the nodes
   */
  readonly tls?: boolean;

  /**
   * Further arguments of glusterd, such as `--localtime-logging`. A flag that is written anyway is refused here, and all are with `systemd`.
   *
   * @default - none
   */
  readonly extraArgs?: string[];

  /**
   * Further environment variables.
   *
   * @default - only K8S_NODE_NAME
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * What it asks of the node, its bricks among it. What is not said keeps its default, made to fit.
   *
   * @default - CPU request 100m, as in upstream's manifest; memory request 512Mi and limit 2Gi, of which each brick takes some 100Mi; no CPU limit, which
   * would make clients wait
   */
  readonly resources?: DaemonResources;
}

/** What is different on the nodes of a variant. */
export interface GlusterdVariantOptions extends VariantOptions {
  /**
   * Image with tag or digest.
   *
   * @default - the daemon's; nodes of one cluster should not have different ones for long
   */
  readonly image?: string;

  /**
   * Directories with bricks on these nodes, in place of the daemon's.
   *
   * @default - the daemon's
   */
  readonly brickDirectories?: string[];

  /**
   * Ports of bricks, field by field over the daemon's.
   *
   * @default - the daemon's
   */
  readonly brickPorts?: GlusterdBrickPorts;

  /**
   * Heketi, field by field over the daemon's.
   *
   * @default - the daemon's
   */
  readonly heketi?: GlusterdHeketi;

  /**
   * Arguments after the daemon's.
   *
   * @default - the daemon's
   */
  readonly extraArgs?: string[];

  /**
   * Environment variables beside the daemon's.
   *
   * @default - the daemon's
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * What it asks of these nodes, field by field over the daemon's.
   *
   * @default - the daemon's
   */
  readonly resources?: DaemonResources;
}

/** glusterd on the nodes that have bricks. */
export interface GlusterdDaemonProps extends GlusterdOptions, DaemonOptions {
  /**
   * The nodes that have bricks; it takes the place of `placement`.
   *
   * @default - those with the label `storagenode: glusterfs`, as upstream's `gk-deploy` writes it
   */
  readonly nodes?: Nodes;
}
