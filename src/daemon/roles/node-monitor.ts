import { EnvFieldPaths, EnvValue, MountPropagation } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { HostPath } from '../../host/host-path';
import { Placement } from '../../placement/placement';
import { Daemon } from '../daemon';
import { DaemonProps } from '../daemon-props';
import { Reasons } from '../reasons';
import { nameAndNamespace } from '../render/identity';
import { withVariants } from '../variants';
import { withDefaults } from '../with-defaults';

/** Why it needs what linters flag. */
const REASONS: Reasons = {
  'host-network': 'measures the network of its node, and not that of its pod',
  'host-path': 'measures its node by /proc, /sys and its file systems',
  'host-pid': 'sees the processes of its node',
  'sensitive-host-path': 'measures its node by /proc, /sys and its file systems, which it only reads',
  'tolerates-everything': 'every node is measured',
};

/** A node monitor with any image. */
export interface NodeMonitorDaemonProps extends DaemonProps {
  /**
   * Whether it sees `/proc` and `/sys` of the node, read-only at `/host/proc` and `/host/sys`.
   *
   * @default true - false is for a program that knows no other place than its own `/proc`, which on the node's network and among its processes is the node's
   */
  readonly kernelFilesystems?: boolean;

  /**
   * Whether it sees the node's whole file system (read-only at `/host/root`), as it needs for the usage of each mount.
   *
   * @default true - without it a monitor sees the container's mounts only; on Windows nodes there is no such path
   */
  readonly rootFilesystem?: boolean;

  /**
   * Whether mounts made on the node after the pod's start appear below `/host/root`.
   *
   * @default MountPropagation.HOST_TO_CONTAINER - else their usage is missing; machines whose `/` is no shared mount (Docker
   * Desktop) need `NONE`
   */
  readonly rootMountPropagation?: MountPropagation;
}

/**
 * A daemon that measures its node.
 *
 * Beside what every daemon gets: `/proc`, `/sys` and `/` of the node, read-only, below `/host`; the node's network and
 * processes, without which counters of interfaces and processes are the container's own; uid 65534 without any
 * capability, since all of this is world-readable; the variable `K8S_NODE_NAME`.
 *
 * On Windows nodes (`placement: Placement.windows()`) there is none of these paths and no `hostPID`: a monitor that needs more of its node than the
 * network is a process of it there (`Privileges.hostProcess`).
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * new NodeMonitorDaemon(chart, 'process-exporter', {
 *   image: 'docker.io/ncabatoff/process-exporter:0.8.7',
 *   args: ['-procfs=/host/proc', '-web.listen-address=:9256'],
 *   ports: [{ name: 'metrics', number: 9256 }],
 *   rootFilesystem: false,
 *   discovery: [Discovery.headless()],
 * });
 */
export class NodeMonitorDaemon extends Daemon {
  constructor(scope: Construct, id: string, props: NodeMonitorDaemonProps) {
    super(scope, id, withVariants(nameAndNamespace(scope, id, props), props, (_, own) => nodeMonitor(own)));
  }

  /** @internal */
  protected _reasons(): Reasons {
    return REASONS;
  }
}

/** The role as data: what it adds to a definition. */
export function nodeMonitor(props: NodeMonitorDaemonProps): DaemonProps {
  const { kernelFilesystems, rootFilesystem, rootMountPropagation, ...daemon } = props;
  const onLinux = !(props.placement ?? Placement.linux())._isWindows;
  return {
    ...withDefaults<DaemonProps>({
      component: 'node-monitor',
      hostNetwork: true,
      hostPid: onLinux ? true : undefined,
    }, daemon),
    hostPaths: [...(onLinux ? linuxPaths(props) : []), ...(props.hostPaths ?? [])],
    env: { K8S_NODE_NAME: EnvValue.fromFieldRef(EnvFieldPaths.NODE_NAME), ...props.env },
  };
}

function linuxPaths(props: NodeMonitorDaemonProps): HostPath[] {
  const { kernelFilesystems = true, rootFilesystem = true, rootMountPropagation: mountPropagation = MountPropagation.HOST_TO_CONTAINER } = props;
  return [
    ...(kernelFilesystems ? [HostPath.readOnly('/proc', { mountPath: '/host/proc' }), HostPath.readOnly('/sys', { mountPath: '/host/sys' })] : []),
    ...(rootFilesystem ? [HostPath.readOnly('/', { mountPath: '/host/root', mountPropagation })] : []),
  ];
}
