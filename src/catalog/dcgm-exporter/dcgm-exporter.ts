import { Construct } from 'constructs';
import { dcgmExporter } from './definition';
import { dcgmExporterProblems } from './problems';
import { DcgmExporterDaemonProps, DcgmExporterVariantOptions } from './props';
import { Daemon } from '../../daemon/daemon';
import { Reasons } from '../../daemon/reasons';
import { nameAndNamespace } from '../../daemon/render/identity';
import { Variant } from '../../daemon/variant';
import { problemsWithVariants, withVariants } from '../../daemon/variants';
import { Nodes } from '../../placement/nodes';
import { REASONS_OF_KNOWN_DAEMONS } from '../reasons';

/** Whose variants are taken. */
const PRODUCT = 'DcgmExporterDaemon';

/** Why it needs what linters flag. */
const REASONS: Reasons = {
  ...REASONS_OF_KNOWN_DAEMONS,
  'added-capability': 'the counters of profiling need it',
  'host-path': "asks the node's kubelet which pod has which GPU",
  'privilege-escalation': 'Kubernetes takes no other value with the capability that counters of profiling need',
  'run-as-non-root': "the kubelet's socket belongs to root, and counters of profiling are for root",
  'service-account-token': 'asks the Kubernetes API for what metrics shall say of pods',
  'tolerates-everything': 'nodes with GPUs are mostly tainted',
};

/**
 * NVIDIA's exporter of GPU metrics on every Linux node with a GPU: utilisation, memory, temperature, power and errors, with the pod that has the GPU.
 *
 * What the usual manifests get wrong is right here. It runs on nodes with a GPU and nowhere else, and tolerates their taints: one without the other is
 * either a crash loop on all others or no pod where it is wanted. Without counters of profiling it has no capability. It has a token only where metrics
 * say more of a pod than its kubelet knows. Its list of counters is typed, checked, and restarts the pods when it changes. A headless Service lists all
 * nodes' exporters; a Service with an address would give one scrape a random node.
 *
 * Its priority is that of monitors (`system-cluster-critical`), not that of what pods wait for. With counters of profiling `Rollout.surge` is refused.
 *
 * NVIDIA's container toolkit must be on the node. Where its runtime is not the default one, name its RuntimeClass (`runtimeClassName: 'nvidia'`).
 *
 * Pod Security: the kubelet's directory that it mounts needs the level `privileged`. Without `pods` and counters of profiling it fits `restricted`.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * new DcgmExporterDaemon(chart, 'dcgm-exporter', {
 *   runtimeClassName: 'nvidia',
 *   extraCounters: [{ field: 'DCGM_FI_DEV_ECC_DBE_VOL_TOTAL', type: DcgmMetricType.COUNTER, help: 'Double-bit volatile ECC errors.' }],
 *   pods: { podLabels: ['^team'] },
 *   discovery: [Discovery.podMonitor('metrics')],
 * });
 *
 * @see https://github.com/NVIDIA/dcgm-exporter
 */
export class DcgmExporterDaemon extends Daemon {
  /**
   * What is different on some nodes. The list of counters follows; a variant whose list is the daemon's own shares its ConfigMap.
   *
   * @param name a DNS label of at most 63 characters, unique in the daemon; not `rest`
   * @param nodes the nodes it is for; those of earlier variants are left out by themselves
   * @param options what differs there; structs are merged field by field, lists of counters and of labels replace the daemon's
   */
  public static variant(name: string, nodes: Nodes, options: DcgmExporterVariantOptions): Variant {
    return Variant._ofProduct(PRODUCT, name, nodes, options);
  }

  /**
   * @throws nothing for a wrong definition: its problems are reported together, at synth
   */
  constructor(scope: Construct, id: string, props: DcgmExporterDaemonProps = {}) {
    super(scope, id, withVariants(nameAndNamespace(scope, id, props), props, (_, own) => dcgmExporter(own), PRODUCT));
    this.node.addValidation({ validate: () => problemsWithVariants(props, dcgmExporterProblems, PRODUCT) });
  }

  /** @internal */
  protected _reasons(): Reasons {
    return REASONS;
  }
}
