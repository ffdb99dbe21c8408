import { Construct } from 'constructs';
import { amdGpuDevicePlugin } from './definition';
import { amdGpuDevicePluginProblems } from './problems';
import { AmdGpuDevicePluginDaemonProps, AmdGpuDevicePluginVariantOptions } from './props';
import { Reasons } from '../../daemon/reasons';
import { nameAndNamespace } from '../../daemon/render/identity';
import { DevicePluginDaemon } from '../../daemon/roles/device-plugin';
import { Variant } from '../../daemon/variant';
import { problemsWithVariants, withVariants } from '../../daemon/variants';
import { Nodes } from '../../placement/nodes';
import { REASONS_OF_KNOWN_DAEMONS } from '../reasons';

/** Whose variants are taken. */
const PRODUCT = 'AmdGpuDevicePluginDaemon';

/** Why it needs what linters flag, beyond its role. */
const REASONS: Reasons = {
  ...REASONS_OF_KNOWN_DAEMONS,
  'host-path': 'registers with the kubelet in its directory of sockets, and finds the GPUs in /sys',
  'liveness-probe': 'it has no page that could be asked; it ends when it cannot go on, and registers again when the kubelet restarts',
  'privilege-escalation': 'Kubernetes takes no other value for what looks at the health of devices',
  'sensitive-host-path': 'finds the GPUs and their partitions in /sys, which it only reads',
  'writable-host-path': "makes its socket in the kubelet's directory; devices that it looks at are mounted as devices are",
};

/**
 * AMD's device plugin on every Linux node with a GPU: its GPUs as `amd.com/gpu` for pods to ask for.
 *
 * What the usual manifests get wrong is right here. It runs on nodes with a GPU and nowhere else, and tolerates their taints. It is privileged only where
 * it looks at the health of the GPUs. `/sys` is read-only. Its image has a version. It has a memory limit.
 *
 * The node labeller, which says by labels what kind of GPU a node has, is another image and not part of it.
 *
 * Pod Security: only the level `privileged` admits it, for the kubelet's directory. A rollout by `Rollout.surge` is refused, since two pods would
 * write there.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * new AmdGpuDevicePluginDaemon(chart, 'amd-gpu-device-plugin', {
 *   healthCheckInterval: Duration.seconds(30),
 *   variants: [
 *     AmdGpuDevicePluginDaemon.variant('partitioned', Nodes.withLabel('amd.com/compute-partitioning-supported', 'true'), {
 *       resourceNamingStrategy: AmdResourceNamingStrategy.MIXED,
 *     }),
 *   ],
 * });
 *
 * @see https://github.com/ROCm/k8s-device-plugin
 */
export class AmdGpuDevicePluginDaemon extends DevicePluginDaemon {
  /**
   * What is different on some nodes.
   *
   * @param name a DNS label of at most 63 characters, unique in the daemon; not `rest`
   * @param nodes the nodes it is for; those of earlier variants are left out by themselves
   * @param options what differs there; `extraArgs` come after the daemon's
   */
  public static variant(name: string, nodes: Nodes, options: AmdGpuDevicePluginVariantOptions): Variant {
    return Variant._ofProduct(PRODUCT, name, nodes, options);
  }

  /**
   * @throws nothing for a wrong definition: its problems are reported together, at synth
   */
  constructor(scope: Construct, id: string, props: AmdGpuDevicePluginDaemonProps = {}) {
    super(scope, id, withVariants(nameAndNamespace(scope, id, props), props, (_, own) => amdGpuDevicePlugin(own), PRODUCT));
    this.node.addValidation({ validate: () => problemsWithVariants(props, amdGpuDevicePluginProblems, PRODUCT) });
  }

  /** @internal */
  protected _reasons(): Reasons {
    return { ...super._reasons(), ...REASONS };
  }
}
