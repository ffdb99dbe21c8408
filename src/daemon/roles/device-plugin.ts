import { EnvFieldPaths, EnvValue } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { Nodes } from '../../placement/nodes';
import { Placement } from '../../placement/placement';
import { Daemon } from '../daemon';
import { DaemonProps } from '../daemon-props';
import { Priority } from '../priority';
import { Reasons } from '../reasons';
import { nameAndNamespace } from '../render/identity';
import { withVariants } from '../variants';
import { withDefaults } from '../with-defaults';

/** Where the kubelet's device plugin API looks for sockets, in its own file system and in every plugin's container. */
const DEVICE_PLUGINS = '/var/lib/kubelet/device-plugins';

/** Why it needs what linters flag. */
const REASONS: Reasons = {
  'host-path': 'registers with the kubelet in its directory of sockets',
  'run-as-non-root': "the kubelet's directory of sockets belongs to root",
  'tolerates-everything': 'nodes with devices are mostly tainted',
  'writable-host-path': "makes its socket in the kubelet's directory",
};

/** A device plugin with any image. */
export interface DevicePluginDaemonProps extends DaemonProps {
  /** The nodes that have the device: elsewhere the plugin would end in a crash loop. It takes the place of `placement`. */
  readonly nodes: Nodes;

  /**
   * Root directory of the kubelet on the node. MicroK8s and k0s have another one.
   *
   * @default /var/lib/kubelet - the kubelet's own default
   */
  readonly kubeletRoot?: string;
}

/**
 * A daemon that offers a kind of device to the pods of its node (an extended resource such as `nvidia.com/gpu`).
 *
 * Beside what every daemon gets: only the nodes that have the device, whatever their taints (such nodes are usually
 * tainted); the kubelet's directory of device plugins, shared with other plugins; uid 0 without any capability; the
 * priority `system-node-critical`, since pods that want the device cannot start before.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * new DevicePluginDaemon(chart, 'fpga-plugin', {
 *   image: 'registry.example.com/fpga-plugin:0.3.0',
 *   nodes: Nodes.withLabel('example.com/fpga', 'true'),
 * });
 *
 * @see https://kubernetes.io/docs/concepts/extend-kubernetes/compute-storage-net/device-plugins/
 */
export class DevicePluginDaemon extends Daemon {
  constructor(scope: Construct, id: string, props: DevicePluginDaemonProps) {
    super(scope, id, withVariants(nameAndNamespace(scope, id, props), props, (_, own) => devicePlugin(own)));
    this.node.addValidation({ validate: () => devicePluginProblems(props) });
  }

  /** @internal */
  protected _reasons(): Reasons {
    return REASONS;
  }
}

/** The role as data: what it adds to a definition. */
export function devicePlugin(props: DevicePluginDaemonProps): DaemonProps {
  const { nodes, kubeletRoot = '/var/lib/kubelet', ...daemon } = props;
  return {
    ...withDefaults<DaemonProps>({
      component: 'device-plugin',
      privileges: Privileges.root(),
      priority: Priority.nodeCritical(),
    }, daemon),
    placement: Placement.nodes(nodes),
    hostPaths: [
      HostPath.readWrite(`${kubeletRoot}/device-plugins`, { mountPath: DEVICE_PLUGINS, shared: true }),
      ...(props.hostPaths ?? []),
    ],
    env: { K8S_NODE_NAME: EnvValue.fromFieldRef(EnvFieldPaths.NODE_NAME), ...props.env },
  };
}

function devicePluginProblems({ placement }: DevicePluginDaemonProps): string[] {
  return placement === undefined ? [] : ['placement and nodes both say on which nodes the device plugin runs; say it by nodes alone, and leave placement out'];
}
