import { Construct } from 'constructs';
import { cephCsi, csiDriverSpec } from './definition';
import { cephCsiProblems } from './problems';
import { CephCsiDaemonProps, CephCsiVariantOptions } from './props';
import { Reasons } from '../../daemon/reasons';
import { nameAndNamespace } from '../../daemon/render/identity';
import { RequiredOptions } from '../../daemon/required-options';
import { StorageDaemon } from '../../daemon/roles/storage';
import { Variant } from '../../daemon/variant';
import { problemsWithVariants, withVariants } from '../../daemon/variants';
import { Nodes } from '../../placement/nodes';
import { REASONS_OF_KNOWN_DAEMONS } from '../reasons';

/** Whose variants are taken. */
const PRODUCT = 'CephCsiDaemon';

/** What it cannot do without. */
const REQUIRED: RequiredOptions<CephCsiDaemonProps> = {
  driver: 'CephCsiDriver.rbd() or CephCsiDriver.fileSystem()',
  clusters: 'the clusters that volumes come from',
};

/** Why it needs what linters flag, beyond its role. */
const REASONS: Reasons = {
  ...REASONS_OF_KNOWN_DAEMONS,
  'host-network': 'the kernel keeps connections to Ceph in the network that they were opened in, which must outlive the pod',
  'host-path': "mounts volumes below the kubelet's directories",
  'host-pid': 'programs that map volumes are known to the kernel by their process of the node',
  'liveness-probe': 'it has no page that could be asked, and a restart would end what its own programs have mounted',
  'read-only-root-filesystem': 'the programs that it mounts with keep locks and sockets where their packages say',
  'run-as-non-root': 'mounting is for root alone',
  'sensitive-host-path': 'devices of the node become volumes',
  'service-account-token': 'it reads the labels of its node',
  'tolerates-everything': 'pods want their volumes on every node, those with taints too',
  'update-strategy': 'a restart ends what its own programs have mounted',
  'writable-host-path': "mounts volumes below the kubelet's directories",
};

/**
 * The node part of Ceph CSI, block devices or CephFS, on every Linux node: it mounts volumes of a Ceph cluster for the pods of its node.
 *
 * What the usual manifests get wrong is right here. The kubelet's directory is one option, and all of its paths follow. It tolerates every taint, since
 * pods have volumes wherever they run. Upstream lets each node read every Secret of the cluster; here it reads those that options name, and none by
 * default. The containers beside the driver are privileged only where SELinux asks for it. Memory is limited, and the host's processes are seen by
 * the driver for block devices only. What the kubelet does for the driver (its CSIDriver) comes with it, unless a chart of the provisioner brings it.
 *
 * This is one half of a driver. The other one (provisioner, attacher, resizer, snapshotter), StorageClasses and Secrets are not made here: take upstream's
 * charts for them, without their node plugin. Ceph CSI's own operator (`ceph-csi-operator`) makes both halves from custom resources, and with Rook it
 * is there already: where one of them runs, take that and not this. Take this where all daemons of the nodes are defined in one place, with variants for
 * their hardware. CSI-Addons (fencing, reclaiming of space) and log rotation are not offered.
 *
 * A change of its clusters restarts the pods. What the kernel has mounted stays; what `ceph-fuse` and `rbd-nbd` have, does not: with these state
 * `rollout: Rollout.onDelete()`, and drain a node before its pod is deleted. `Rollout.surge` is refused: two drivers cannot have one socket.
 *
 * Pod Security: only the level `privileged` admits it, since the driver is.
 *
 * @example
 * const chart = new Chart(new App(), 'ceph-csi', { namespace: 'ceph-csi' });
 * const clusters = [{ clusterId: 'b9127830-b0cc-4e34-aa47-9d1a2e9949a8', monitors: ['10.0.0.11:6789', '10.0.0.12:6789', '10.0.0.13:6789'] }];
 * new CephCsiDaemon(chart, 'rbd', { driver: CephCsiDriver.rbd(), clusters });
 * new CephCsiDaemon(chart, 'cephfs', {
 *   driver: CephCsiDriver.fileSystem({ kernelMountOptions: ['ms_mode=secure'] }),
 *   clusters,
 *   metrics: {},
 *   variants: [CephCsiDaemon.variant('edge', Nodes.withLabel('example.com/edge'), { kubeletRoot: '/var/lib/k0s/kubelet' })],
 * });
 *
 * @see https://github.com/ceph/ceph-csi
 */
export class CephCsiDaemon extends StorageDaemon {
  /**
   * What is different on some nodes, such as where their kubelet lives. All variants serve the same clusters, under one driver.
   *
   * @param name a DNS label of at most 63 characters, unique in the daemon; not `rest`
   * @param nodes the nodes it is for; those of earlier variants are left out by themselves
   * @param options what differs there; structs are merged field by field, `domainLabels` replace the daemon's, `extraArgs` come after the daemon's
   */
  public static variant(name: string, nodes: Nodes, options: CephCsiVariantOptions): Variant {
    return Variant._ofProduct(PRODUCT, name, nodes, options);
  }

  /**
   * @throws if `driver` or `clusters` is missing; what else is wrong with a definition is reported together, at synth
   */
  constructor(scope: Construct, id: string, props: CephCsiDaemonProps) {
    super(scope, id, withVariants(nameAndNamespace(scope, id, props), props, (_, own) => cephCsi(own), PRODUCT, REQUIRED));
    if (props.csiDriver?.enabled ?? true) {
      this._bringClusterObject(props.driver.name, { apiVersion: 'storage.k8s.io/v1', kind: 'CSIDriver', spec: csiDriverSpec(props) });
    }
    this.node.addValidation({ validate: () => problemsWithVariants(props, cephCsiProblems, PRODUCT) });
  }

  /** @internal */
  protected _reasons(): Reasons {
    return { ...super._reasons(), ...REASONS };
  }
}
