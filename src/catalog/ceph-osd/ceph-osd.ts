import { Construct } from 'constructs';
import { cephOsd } from './definition';
import { cephOsdProblems } from './problems';
import { CephOsdDaemonProps, CephOsdVariantOptions } from './props';
import { Reasons } from '../../daemon/reasons';
import { nameAndNamespace } from '../../daemon/render/identity';
import { RequiredOptions } from '../../daemon/required-options';
import { StorageDaemon } from '../../daemon/roles/storage';
import { Variant } from '../../daemon/variant';
import { problemsWithVariants, withVariants } from '../../daemon/variants';
import { Nodes } from '../../placement/nodes';
import { REASONS_OF_KNOWN_DAEMONS } from '../reasons';

/** Whose variants are taken. */
const PRODUCT = 'CephOsdDaemon';

/** What it cannot do without. */
const REQUIRED: RequiredOptions<CephOsdDaemonProps> = {
  fsid: 'the id of the cluster, as `ceph fsid` gives it',
  monitors: 'the addresses of the monitors',
};

/** Why it needs what linters flag, beyond its role. */
const REASONS: Reasons = {
  ...REASONS_OF_KNOWN_DAEMONS,
  'cpu-limit': 'an OSD that is slow is taken for a dead one, and its data is moved',
  'host-path': 'opens the block devices of its node, and leaves reports of crashes there',
  'writable-host-path': 'writes to the block devices of its node',
};

/**
 * OSDs of a Ceph cluster that is there already, on the disks of its nodes: one container for each disk, and one DaemonSet for each kind of node.
 *
 * Take Rook instead, unless you know why not. Rook makes a whole cluster, finds disks, replaces OSDs one at a time while it watches that no data is
 * lost, and upgrades in the right order. This makes none of that: monitors, managers, pools and upgrades are somebody else's, and whether a pod may be
 * restarted is asked of nobody (`ceph osd ok-to-stop`). It is for clusters that live outside of Kubernetes or are run by hand, whose disks are the
 * same on all nodes of a kind, where one definition shall say what each kind of node has.
 *
 * What the usual manifests get wrong is right here. Nothing erases a disk unless an option says so that has its name, `forceZap` and `forceRepair`;
 * upstream's chart has that on by default. A disk of another cluster is refused. Probes ask the OSD's own socket and no monitor, so that the loss of the
 * quorum restarts no OSD. The cache follows the memory limit. Neither the processes nor the interprocess communication of the node are seen, since OSDs are
 * served without LVM (`ceph-volume raw`, as Rook does; logical volumes that the node has made are devices too). OSDs made by `ceph-volume lvm`, such as
 * those of cephadm and of openstack-helm, are not served, nor are encrypted ones.
 *
 * Pods are replaced by hand (`OnDelete`), since a restart interrupts I/O: one node at a time, after `ceph osd ok-to-stop`, with `ceph osd set noout`.
 * OSDs take ports of the node from 6800 to 7568, as many as they need: allow them between nodes. Taints of nodes with disks are stated by `tolerations`.
 *
 * Pod Security: only the level `privileged` admits it, for the devices.
 *
 * @example
 * const chart = new Chart(new App(), 'ceph', { namespace: 'ceph' });
 * new CephOsdDaemon(chart, 'osd', {
 *   fsid: 'b9127830-b0cc-4e34-aa47-9d1a2e9949a8',
 *   monitors: ['10.0.0.11', '10.0.0.12', '10.0.0.13'],
 *   devices: [
 *     { name: 'slot-1', path: '/dev/disk/by-path/pci-0000:03:00.0-sas-phy1-lun-0', deviceClass: 'hdd' },
 *     { name: 'slot-2', path: '/dev/disk/by-path/pci-0000:03:00.0-sas-phy2-lun-0', deviceClass: 'hdd' },
 *   ],
 *   variants: [
 *     CephOsdDaemon.variant('nvme', Nodes.withLabel('example.com/disks', 'nvme'), {
 *       devices: [{ name: 'nvme', path: '/dev/disk/by-path/pci-0000:5e:00.0-nvme-1', deviceClass: 'nvme' }],
 *       resources: { memory: { request: Size.gibibytes(8), limit: Size.gibibytes(8) } },
 *     }),
 *   ],
 * });
 *
 * @see https://docs.ceph.com/en/latest/ceph-volume/
 */
export class CephOsdDaemon extends StorageDaemon {
  /**
   * What is different on some nodes: mostly their disks.
   *
   * @param name a DNS label of at most 63 characters, unique in the daemon; not `rest`
   * @param nodes the nodes it is for; those of earlier variants are left out by themselves
   * @param options what differs there; structs are merged field by field, `devices` and networks replace the daemon's, `extraArgs` come after the daemon's
   */
  public static variant(name: string, nodes: Nodes, options: CephOsdVariantOptions): Variant {
    return Variant._ofProduct(PRODUCT, name, nodes, options);
  }

  /**
   * @throws if `fsid` or `monitors` is missing; what else is wrong with a definition is reported together, at synth
   */
  constructor(scope: Construct, id: string, props: CephOsdDaemonProps) {
    super(scope, id, withVariants(nameAndNamespace(scope, id, props), props, (_, own) => cephOsd(own), PRODUCT, REQUIRED));
    this.node.addValidation({ validate: () => problemsWithVariants(props, cephOsdProblems, PRODUCT) });
  }

  /** @internal */
  protected _reasons(): Reasons {
    return { ...super._reasons(), ...REASONS };
  }
}
