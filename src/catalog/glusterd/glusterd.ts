import { Construct } from 'constructs';
import { glusterd } from './definition';
import { glusterdProblems } from './problems';
import { GlusterdDaemonProps, GlusterdVariantOptions } from './props';
import { Reasons } from '../../daemon/reasons';
import { nameAndNamespace } from '../../daemon/render/identity';
import { StorageDaemon } from '../../daemon/roles/storage';
import { Variant } from '../../daemon/variant';
import { problemsWithVariants, withVariants } from '../../daemon/variants';
import { Nodes } from '../../placement/nodes';
import { REASONS_OF_KNOWN_DAEMONS } from '../reasons';

/** Whose variants are taken. */
const PRODUCT = 'GlusterdDaemon';

/** Why it needs what linters flag, beyond its role. */
const REASONS: Reasons = {
  ...REASONS_OF_KNOWN_DAEMONS,
  'cpu-limit': 'a limit would make all clients wait whose files are here',
  'host-path': 'keeps bricks, and what it knows of its peers, on its node',
  'read-only-root-filesystem': 'the numbers of its processes are in /run, which has to end with them',
  'run-as-non-root': 'files of bricks belong to any user, which only root may keep',
  'writable-host-path': 'keeps bricks, and what it knows of its peers, on its node',
};

/**
 * glusterd on the nodes that have bricks: the servers of a GlusterFS cluster.
 *
 * LEGACY. The project that brought GlusterFS to Kubernetes is archived since 2020 (gluster-kubernetes, heketi), its image is of CentOS 7, whose time is
 * over, and Kubernetes has dropped the volumes of this kind in 1.26: pods mount it by a CSI driver or on the node only. Take it to keep a cluster alive that
 * is there, or to serve mounts outside of Kubernetes. For new storage take another one, such as Ceph by Rook.
 *
 * What the usual manifest gets wrong is right here. It has a selector, a limit of memory and a priority. Glusterd is the program of the container, without
 * systemd, which fails on nodes with cgroup v2. What it knows of its peers, its volumes and its own id is on the node, in directories that are made where they
 * are missing; bricks are in directories that have to be there, and a typing error makes none. Devices, parts of the kernel and cgroups are seen only with
 * the options that need them (`heketi`, `block`, `systemd`).
 *
 * It trusts nodes that are made known to each other by `gluster peer probe`, and makes volumes by `gluster volume create`: neither is done here. Pods are
 * replaced by hand (`OnDelete`): bricks end with them. Do one node at a time, and wait until `gluster volume heal <volume> info` tells of no more. The node
 * itself must not run rpcbind or glusterd. Allow port 24007 and those of bricks between nodes and for clients. Logs of bricks grow in `/var/log/glusterfs`
 * of the node, which has to rotate them.
 *
 * Pod Security: only the level `privileged` admits it. The image is yours: there is no official one that is kept.
 *
 * @example
 * const chart = new Chart(new App(), 'storage', { namespace: 'storage' });
 * new GlusterdDaemon(chart, 'glusterd', {
 *   image: 'registry.example.com/glusterd:11.1',
 *   brickDirectories: ['/srv/bricks'],
 *   tolerations: Tolerations.of({ key: 'storage.example.com/dedicated', operator: TolerationOperator.EXISTS }),
 *   variants: [
 *     GlusterdDaemon.variant('large', Nodes.withLabel('example.com/disks', 'many'), {
 *       brickDirectories: ['/srv/bricks-1', '/srv/bricks-2'],
 *       resources: { memory: { request: Size.gibibytes(4), limit: Size.gibibytes(8) } },
 *     }),
 *   ],
 * });
 *
 * @see https://docs.gluster.org/en/latest/
 */
export class GlusterdDaemon extends StorageDaemon {
  /**
   * What is different on some nodes: mostly where their bricks are.
   *
   * @param name a DNS label of at most 63 characters, unique in the daemon; not `rest`
   * @param nodes the nodes it is for; those of earlier variants are left out by themselves
   * @param options what differs there; structs are merged field by field, `brickDirectories` replace the daemon's, `extraArgs` come after the daemon's
   */
  public static variant(name: string, nodes: Nodes, options: GlusterdVariantOptions): Variant {
    return Variant._ofProduct(PRODUCT, name, nodes, options);
  }

  /**
   * @throws nothing for a wrong definition: its problems are reported together, at synth
   */
  constructor(scope: Construct, id: string, props: GlusterdDaemonProps) {
    super(scope, id, withVariants(nameAndNamespace(scope, id, props), props, (_, own) => glusterd(own), PRODUCT));
    this.node.addValidation({ validate: () => problemsWithVariants(props, glusterdProblems, PRODUCT) });
  }

  /** @internal */
  protected _reasons(): Reasons {
    return { ...super._reasons(), ...REASONS };
  }
}
