import { Construct } from 'constructs';
import { nvidiaDevicePlugin } from './definition';
import { nvidiaDevicePluginProblems } from './problems';
import { NvidiaDevicePluginDaemonProps, NvidiaDevicePluginVariantOptions } from './props';
import { Reasons } from '../../daemon/reasons';
import { nameAndNamespace } from '../../daemon/render/identity';
import { DevicePluginDaemon } from '../../daemon/roles/device-plugin';
import { Variant } from '../../daemon/variant';
import { problemsWithVariants, withVariants } from '../../daemon/variants';
import { Nodes } from '../../placement/nodes';
import { REASONS_OF_KNOWN_DAEMONS } from '../reasons';

/** Whose variants are taken. */
const PRODUCT = 'NvidiaDevicePluginDaemon';

/** Why it needs what linters flag, beyond its role. */
const REASONS: Reasons = {
  ...REASONS_OF_KNOWN_DAEMONS,
  'added-capability': 'the options that are chosen (MIG, or devices as volume mounts) need it',
  'host-path': "registers with the kubelet in its directory of sockets; the driver's files and CDI's directory only where an option asks for them",
  'liveness-probe': 'it has no page that could be asked; it ends when it cannot go on, and registers again when the kubelet restarts',
  'privilege-escalation': 'Kubernetes takes no other value with what the chosen options need',
  'sensitive-host-path': "reads the driver's files, which the node has in its root directory",
};

/**
 * NVIDIA's device plugin on every Linux node with a GPU: its GPUs, or parts of them, as `nvidia.com/gpu` for pods to ask for.
 *
 * What the usual manifests get wrong is right here. It runs on nodes with a GPU and nowhere else, and tolerates their taints: one without the other
 * is either a crash loop on all others or no pod where it is wanted. Each DaemonSet has a selector of its own. `SYS_ADMIN` and privileged come with the
 * options that need them, not with every configuration. Nothing of MPS and CDI is mounted unless asked for. What is different by hardware is a
 * variant, checked before it runs, so the plugin needs neither a sidecar that picks a configuration nor a token that reads nodes.
 *
 * NVIDIA's container toolkit must be on the node. Where its runtime is not the default one, name its RuntimeClass (`runtimeClassName: 'nvidia'`);
 * "Incompatible platform detected" in the log says that it is missing.
 *
 * Sharing by MPS is not offered, since it needs a second, privileged daemon. GKE brings a plugin of its own: two on one node offer each GPU twice.
 *
 * Pod Security: only the level `privileged` admits it, for the kubelet's directory. A rollout by `Rollout.surge` is refused, since two pods would
 * write there.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * new NvidiaDevicePluginDaemon(chart, 'nvidia-device-plugin', {
 *   runtimeClassName: 'nvidia',
 *   variants: [
 *     NvidiaDevicePluginDaemon.variant('mig', Nodes.withLabel('nvidia.com/mig.capable', 'true'), { migStrategy: NvidiaMigStrategy.MIXED }),
 *     NvidiaDevicePluginDaemon.variant('shared', Nodes.withInstanceType('g4dn.xlarge'), {
 *       timeSlicing: { resources: [{ name: 'nvidia.com/gpu', replicas: 4 }] },
 *     }),
 *   ],
 * });
 *
 * @see https://github.com/NVIDIA/k8s-device-plugin
 */
export class NvidiaDevicePluginDaemon extends DevicePluginDaemon {
  /**
   * What is different on some nodes. The configuration file follows; a variant whose file is the daemon's own shares its ConfigMap.
   *
   * @param name a DNS label of at most 63 characters, unique in the daemon; not `rest`
   * @param nodes the nodes it is for; those of earlier variants are left out by themselves
   * @param options what differs there; structs are merged field by field, lists of strategies and of shared resources replace the daemon's
   */
  public static variant(name: string, nodes: Nodes, options: NvidiaDevicePluginVariantOptions): Variant {
    return Variant._ofProduct(PRODUCT, name, nodes, options);
  }

  /**
   * @throws nothing for a wrong definition: its problems are reported together, at synth
   */
  constructor(scope: Construct, id: string, props: NvidiaDevicePluginDaemonProps = {}) {
    super(scope, id, withVariants(nameAndNamespace(scope, id, props), props, (_, own) => nvidiaDevicePlugin(own), PRODUCT));
    this.node.addValidation({ validate: () => problemsWithVariants(props, nvidiaDevicePluginProblems, PRODUCT) });
  }

  /** @internal */
  protected _reasons(): Reasons {
    return { ...super._reasons(), ...REASONS };
  }
}
