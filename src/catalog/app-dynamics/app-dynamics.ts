import { Construct } from 'constructs';
import { appDynamics } from './definition';
import { appDynamicsProblems } from './problems';
import { AppDynamicsDaemonProps, AppDynamicsVariantOptions } from './props';
import { Daemon } from '../../daemon/daemon';
import { Reasons } from '../../daemon/reasons';
import { nameAndNamespace } from '../../daemon/render/identity';
import { RequiredOptions } from '../../daemon/required-options';
import { Variant } from '../../daemon/variant';
import { problemsWithVariants, withVariants } from '../../daemon/variants';
import { Nodes } from '../../placement/nodes';
import { REASONS_OF_KNOWN_DAEMONS } from '../reasons';

/** Whose variants are taken. */
const PRODUCT = 'AppDynamicsDaemon';

/** What it cannot do without. */
const REQUIRED: RequiredOptions<AppDynamicsDaemonProps> = {
  image: 'an image of yours with tag or digest, since there is none of a version from upstream',
  controller: 'the controller, where everything is sent',
};

/** Why it needs what linters flag. */
const REASONS: Reasons = {
  ...REASONS_OF_KNOWN_DAEMONS,
  'container-runtime-socket': 'asks Docker for the containers of its node',
  'host-ipc': 'the network agent speaks to the agents of applications on its node',
  'host-network': 'measures the network of its node, and not that of its pod',
  'host-path': 'measures its node by /proc and /sys, and names it by /etc',
  'host-pid': 'sees the processes of its node',
  'liveness-probe': 'it has no page that tells of its health; when it ends, its container is started again',
  'read-only-root-filesystem': 'the start script of its image writes into its own configuration',
  'run-as-non-root': 'what the kernel tells of other users\' processes belongs to root',
  'secret-in-env': 'the start script of its image takes the access key from the environment',
  'sensitive-host-path': 'measures its node by /proc and /sys, and names it by /etc, which it only reads',
  'tolerates-everything': 'every node is measured',
};

/**
 * AppDynamics' machine agent on every Linux node: CPU, memory, disks, networks and processes of the node (Server Visibility), and what is switched on of Docker's
 * containers, analytics and the network.
 *
 * What the usual manifests get wrong is right here. It is not privileged, and without `netviz` does not share the node's interprocess communication. It tolerates
 * every taint, where upstream knows but that of old control planes. It sees `/proc`, `/sys` and `/etc` of the node, and not its whole file system. Docker's
 * socket is mounted only where it is asked for. The proxy's password is a file from a Secret, not a line of a ConfigMap. Its log is the container's. It asks the Kubernetes
 * API for nothing and gets no token, where upstream's chart may read nearly everything. Programs send to the analytics agent of their own node, by a Service that has endpoints.
 *
 * AppDynamics' operator (chart `cluster-agent`) makes such a DaemonSet from its resource `InfraViz`, and is to be used instead where it is there anyway: it brings the
 * Cluster Agent, which measures the cluster and instruments applications by itself, and agents for Windows nodes. This construct brings none of them, and needs none.
 *
 * Pod Security: only the level `privileged` admits it, for the node's namespaces and paths. A rollout by `Rollout.surge` is refused on the node's network.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * new AppDynamicsDaemon(chart, 'machine-agent', {
 *   image: 'registry.example.com/appdynamics/machine-agent-analytics:24.10.0',
 *   controller: { host: 'example.saas.appdynamics.com', account: 'example' },
 *   accessKey: { secret: Secret.fromSecretName(chart, 'appdynamics-key', 'cluster-agent-secret'), key: 'controller-key' },
 *   analytics: { globalAccount: 'example_0123' },
 * });
 *
 * @see https://docs.appdynamics.com/4.5.x/en/infrastructure-visibility/machine-agent/configure-the-machine-agent
 */
export class AppDynamicsDaemon extends Daemon {
  /**
   * What is different on some nodes.
   *
   * @param name a DNS label of at most 63 characters, unique in the daemon; not `rest`
   * @param nodes the nodes it is for; those of earlier variants are left out by themselves
   * @param options what differs there; structs are merged field by field; a part is switched off by `enabled: false`
   */
  public static variant(name: string, nodes: Nodes, options: AppDynamicsVariantOptions): Variant {
    return Variant._ofProduct(PRODUCT, name, nodes, options);
  }

  /**
   * @throws if `image`, `controller` or `accessKey` is missing; what else is wrong with a definition is reported together, at synth
   */
  constructor(scope: Construct, id: string, props: AppDynamicsDaemonProps) {
    super(scope, id, withVariants(nameAndNamespace(scope, id, props), props, appDynamics, PRODUCT, REQUIRED));
    this.node.addValidation({ validate: () => problemsWithVariants(props, appDynamicsProblems, PRODUCT) });
  }

  /** @internal */
  protected _reasons(): Reasons {
    return REASONS;
  }
}
