import { EnvFieldPaths, EnvValue, HostPathVolumeType } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { Tolerations } from '../../placement/tolerations';
import { Rollout } from '../../rollout/rollout';
import { Daemon } from '../daemon';
import { DaemonProps } from '../daemon-props';
import { Priority } from '../priority';
import { Reasons } from '../reasons';
import { nameAndNamespace } from '../render/identity';
import { withVariants } from '../variants';
import { withDefaults } from '../with-defaults';

/** Why it needs what linters flag. */
const REASONS: Reasons = {
  'host-network': 'other nodes and clients reach it under the address of its node',
  'host-path': 'keeps its data on its node',
  'liveness-probe': 'a restart interrupts I/O; nothing restarts it by itself',
  'privilege-escalation': 'privileged containers always may',
  'run-as-non-root': 'devices and data of a node belong to root',
  'sensitive-host-path': 'serves the devices of its node',
  'update-strategy': 'a restart interrupts I/O; whoever knows the state of the storage restarts its pods',
  'writable-host-path': 'keeps its data on its node',
};

/** A storage daemon with any image. */
export interface StorageDaemonProps extends DaemonProps {
  /**
   * Directories of the node that it keeps its data and configuration in, made where they are missing. The container sees them
   * under the same paths.
   *
   * @default - only its state directory, `/var/lib/<namespace>/<name>`
   */
  readonly dataDirectories?: string[];

  /**
   * Whether it sees the node's devices (`/dev`, and `/run/udev` read-only, by which they are recognised).
   *
   * @default true - storage daemons serve block devices; only privileged containers may open them
   */
  readonly devices?: boolean;

  /**
   * Whether it loads kernel modules (`/lib/modules`, read-only).
   *
   * @default false - modules of most nodes are loaded at boot
   */
  readonly kernelModules?: boolean;
}

/**
 * A daemon that serves the disks of its node.
 *
 * Beside what every daemon gets: the node's network (peers know it by the node's address), its devices as a privileged
 * container, directories for its data, the priority `system-node-critical` (pods whose volumes it serves cannot run without
 * it), no toleration of its own (who taints a node with disks means it), and `OnDelete`: a restart interrupts I/O, so
 * somebody decides node by node. Say with `placement` which nodes have the disks, and with `tolerations` their own taints.
 *
 * What mounts volumes for the pods of its node (the node part of a CSI driver) serves every node and keeps its data elsewhere: give it
 * `tolerations: Tolerations.everyTaint()`, `rollout: Rollout.rolling()` and `dataDirectories: []`.
 *
 * @example
 * const chart = new Chart(new App(), 'storage', { namespace: 'storage' });
 * new StorageDaemon(chart, 'glusterd', {
 *   image: 'registry.example.com/glusterd:11.1',
 *   placement: Placement.nodes(Nodes.withLabel('storagenode', 'glusterfs')),
 *   dataDirectories: ['/etc/glusterfs', '/var/lib/glusterd', '/var/log/glusterfs'],
 *   ports: [{ name: 'glusterd', number: 24007 }, { name: 'management', number: 24008 }],
 * });
 */
export class StorageDaemon extends Daemon {
  constructor(scope: Construct, id: string, props: StorageDaemonProps) {
    super(scope, id, withVariants(nameAndNamespace(scope, id, props), props, (_, own) => storage(own)));
  }

  /** @internal */
  protected _reasons(): Reasons {
    return REASONS;
  }
}

/** The role as data: what it adds to a definition. */
export function storage(props: StorageDaemonProps): DaemonProps {
  const { dataDirectories, devices = true, kernelModules, ...daemon } = props;
  return {
    ...withDefaults<DaemonProps>({
      component: 'storage',
      hostNetwork: true,
      privileges: devices ? Privileges.privileged('opens the block devices of its node') : Privileges.root(),
      tolerations: Tolerations.none(),
      priority: Priority.nodeCritical(),
      rollout: Rollout.onDelete(),
    }, daemon),
    hostPaths: [
      ...(dataDirectories === undefined
        ? [HostPath.stateDirectory()]
        : dataDirectories.map((path) => HostPath.readWrite(path, { type: HostPathVolumeType.DIRECTORY_OR_CREATE }))),
      ...(devices ? [HostPath.device('/dev', { type: HostPathVolumeType.DIRECTORY }), HostPath.readOnly('/run/udev')] : []),
      ...(kernelModules ? [HostPath.readOnly('/lib/modules')] : []),
      ...(props.hostPaths ?? []),
    ],
    env: { K8S_NODE_NAME: EnvValue.fromFieldRef(EnvFieldPaths.NODE_NAME), ...props.env },
  };
}
