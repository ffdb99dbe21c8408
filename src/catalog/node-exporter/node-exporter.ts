import { Construct } from 'constructs';
import { nodeExporter } from './definition';
import { EXCLUDED_MOUNT_POINTS, EXCLUDED_NETWORK_DEVICES } from '../pods-on-node';
import { nodeExporterProblems } from './problems';
import { NodeExporterDaemonProps, NodeExporterVariantOptions } from './props';
import { Reasons } from '../../daemon/reasons';
import { nameAndNamespace } from '../../daemon/render/identity';
import { NodeMonitorDaemon } from '../../daemon/roles/node-monitor';
import { Variant } from '../../daemon/variant';
import { problemsWithVariants, withVariants } from '../../daemon/variants';
import { Nodes } from '../../placement/nodes';
import { REASONS_OF_KNOWN_DAEMONS } from '../reasons';

/** Whose variants are taken. */
const PRODUCT = 'NodeExporterDaemon';

/** Why it needs what linters flag, beyond its role. */
const REASONS: Reasons = {
  ...REASONS_OF_KNOWN_DAEMONS,
  'added-capability': 'the collectors that are switched on need it',
  'run-as-non-root': 'the collectors that are switched on need root',
};

/**
 * Prometheus node-exporter on every Linux node: CPU, memory, disks, network and hardware of the node as metrics.
 *
 * What the usual manifests get wrong is right here. It answers on the address by which Kubernetes knows the node, IPv4 or IPv6, not on every
 * network that the node is part of. It tolerates every taint, `NoExecute` included. Volumes and sandboxes of pods are no file systems of the
 * node, and pods' cables no network devices: both would give new series with each pod. It has a memory limit, a priority, no capability and no
 * token. A headless Service lists all nodes' exporters.
 *
 * Pod Security: only the level `privileged` admits it, for the host's namespaces, paths and port. A rollout by `Rollout.surge` is refused, since two
 * exporters cannot share the port of a node.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * new NodeExporterDaemon(chart, 'node-exporter', {
 *   discovery: [Discovery.headless()],
 *   rollout: Rollout.rolling({ maxUnavailable: PercentOrAbsolute.percent(10) }),
 *   collectors: { enable: ['systemd', 'processes'], disable: ['infiniband'] },
 *   textfileDirectory: '/var/lib/node-exporter/textfiles',
 * });
 *
 * @see https://github.com/prometheus/node_exporter
 */
export class NodeExporterDaemon extends NodeMonitorDaemon {
  /** Mount points that are left out by default, as a regular expression of Go: to build one's own upon it. */
  public static readonly EXCLUDED_MOUNT_POINTS: string = EXCLUDED_MOUNT_POINTS;

  /** Network devices that are left out by default, as a regular expression of Go: to build one's own upon it. */
  public static readonly EXCLUDED_NETWORK_DEVICES: string = EXCLUDED_NETWORK_DEVICES;

  /**
   * What is different on some nodes.
   *
   * @param name a DNS label of at most 63 characters, unique in the daemon; not `rest`
   * @param nodes the nodes it is for; those of earlier variants are left out by themselves
   * @param options what differs there; structs are merged field by field, `collectors.enable` and `collectors.disable` replace the daemon's, `extraArgs`
   * come after the daemon's
   */
  public static variant(name: string, nodes: Nodes, options: NodeExporterVariantOptions): Variant {
    return Variant._ofProduct(PRODUCT, name, nodes, options);
  }

  /**
   * @throws nothing for a wrong definition: its problems are reported together, at synth
   */
  constructor(scope: Construct, id: string, props: NodeExporterDaemonProps = {}) {
    super(scope, id, withVariants(nameAndNamespace(scope, id, props), props, (_, own) => nodeExporter(own), PRODUCT));
    this.node.addValidation({ validate: () => problemsWithVariants(props, nodeExporterProblems, PRODUCT) });
  }

  /** @internal */
  protected _reasons(): Reasons {
    return { ...super._reasons(), ...REASONS };
  }
}
