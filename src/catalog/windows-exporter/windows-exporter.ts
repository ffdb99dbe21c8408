import { Construct } from 'constructs';
import { windowsExporter } from './definition';
import { windowsExporterProblems } from './problems';
import { WindowsExporterDaemonProps, WindowsExporterVariantOptions } from './props';
import { Reasons } from '../../daemon/reasons';
import { nameAndNamespace } from '../../daemon/render/identity';
import { NodeMonitorDaemon } from '../../daemon/roles/node-monitor';
import { Variant } from '../../daemon/variant';
import { problemsWithVariants, withVariants } from '../../daemon/variants';
import { Nodes } from '../../placement/nodes';
import { REASONS_OF_KNOWN_DAEMONS } from '../reasons';

/** Whose variants are taken. */
const PRODUCT = 'WindowsExporterDaemon';

/** Why it needs what linters flag, beyond its role. */
const REASONS: Reasons = {
  ...REASONS_OF_KNOWN_DAEMONS,
  'run-as-non-root': 'runs as a user of the node, who may read its counters, services and containers',
};

/**
 * Prometheus windows-exporter on every Windows node: CPU, memory, disks, network, services and containers of the node as metrics. It is a process of
 * the node (HostProcess, containerd 1.6 or newer), without a mount of the node; its nodes are those that `NodeExporterDaemon` leaves out.
 *
 * What the usual manifests get wrong is right here. It answers on the address by which Kubernetes knows the node, IPv4 or IPv6. It tolerates every
 * taint, `NoExecute` included. `hostPID`, which Kubernetes refuses for a pod that says it is one of Windows, is not asked for. The configuration is
 * mounted as a directory, and a change of it restarts the pods. A restart adds no second firewall rule. It has a memory limit, a priority and no
 * token. A headless Service lists all nodes' exporters.
 *
 * Pod Security: only the level `privileged` admits it, for the HostProcess container, the host network and its port. A rollout by `Rollout.surge`
 * is refused, since two exporters cannot share the port of a node.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * new WindowsExporterDaemon(chart, 'windows-exporter', {
 *   collectors: { enable: ['container', 'memory', 'tcp'] },
 *   services: { include: 'kubelet|containerd|kube-proxy' },
 *   textfileDirectories: ['C:\\metrics'],
 * });
 *
 * @see https://github.com/prometheus-community/windows_exporter
 */
export class WindowsExporterDaemon extends NodeMonitorDaemon {
  /**
   * What is different on some nodes.
   *
   * @param name a DNS label of at most 63 characters, unique in the daemon; not `rest`
   * @param nodes the nodes it is for; those of earlier variants are left out by themselves
   * @param options what differs there; structs are merged field by field, `collectors.enable` and `textfileDirectories` replace the daemon's,
   * `extraArgs` come after the daemon's
   */
  public static variant(name: string, nodes: Nodes, options: WindowsExporterVariantOptions): Variant {
    return Variant._ofProduct(PRODUCT, name, nodes, options);
  }

  /**
   * @throws nothing for a wrong definition: its problems are reported together, at synth
   */
  constructor(scope: Construct, id: string, props: WindowsExporterDaemonProps = {}) {
    super(scope, id, withVariants(nameAndNamespace(scope, id, props), props, (_, own) => windowsExporter(own), PRODUCT));
    this.node.addValidation({ validate: () => problemsWithVariants(props, windowsExporterProblems, PRODUCT) });
  }

  /** @internal */
  protected _reasons(): Reasons {
    return { ...super._reasons(), ...REASONS };
  }
}
