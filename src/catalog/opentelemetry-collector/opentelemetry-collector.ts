import { Construct } from 'constructs';
import { openTelemetryCollector } from './definition';
import { openTelemetryCollectorProblems } from './problems';
import { OpenTelemetryCollectorDaemonProps, OpenTelemetryCollectorVariantOptions } from './props';
import { Daemon } from '../../daemon/daemon';
import { Reasons } from '../../daemon/reasons';
import { nameAndNamespace } from '../../daemon/render/identity';
import { RequiredOptions } from '../../daemon/required-options';
import { Variant } from '../../daemon/variant';
import { problemsWithVariants, withVariants } from '../../daemon/variants';
import { Nodes } from '../../placement/nodes';
import { REASONS_OF_KNOWN_DAEMONS } from '../reasons';

/** Whose variants are taken. */
const PRODUCT = 'OpenTelemetryCollectorDaemon';

/** What it cannot do without. */
const REQUIRED: RequiredOptions<OpenTelemetryCollectorDaemonProps> = {
  exporters: 'where everything is sent, such as [OpenTelemetryExporter.otlp({ … })]',
};

/** Why it needs what linters flag. */
const REASONS: Reasons = {
  ...REASONS_OF_KNOWN_DAEMONS,
  'host-network': 'measures the network of its node, and not that of its pod',
  'host-path': 'reads logs and measurements of its node, and keeps its positions there',
  'run-as-non-root': 'log files and state directories of a node belong to root',
  'secret-in-env': 'its configuration takes credentials from the environment',
  'sensitive-host-path': 'measures its node by /proc, /sys and its file systems, which it only reads',
  'service-account-token': 'asks the kubelet for measurements, and the Kubernetes API for the pods of its node',
  'tolerates-everything': 'programs of every node send to the collector of their node',
  'writable-host-path': 'keeps read positions and queues on its node: a restart neither loses nor repeats anything',
};

/**
 * An OpenTelemetry Collector on every Linux node: it takes what programs send by OTLP, reads logs, measures the node, adds what Kubernetes knows of the pods, and
 * sends everything on.
 *
 * What the usual manifests get wrong is right here. Without a preset it is admitted by Pod Security's level `restricted`: no port of the node, no path, no token.
 * Each preset (`logs`, `hostMetrics`, `kubeletMetrics`, `kubernetesAttributes`, `checkpoints`) brings exactly what it needs, and nothing when it is off. Logs are
 * read as root without a capability, with positions that outlive the pod, and never the collector's own. `memory_limiter` comes first in every
 * pipeline. It listens on the pod's address, IPv4 or IPv6. The kubelet is asked by `nodes/stats`, never by `nodes/proxy`. Every signal says its node.
 *
 * Programs send to `http://<name>-local.<namespace>:4317`, which is the collector of their own node (`Discovery.nodeLocalService`).
 *
 * Pod Security: with `logs`, `hostMetrics` or `checkpoints` only the level `privileged` admits it, for the node's paths. With state a rollout by `Rollout.surge`
 * is refused, since two pods would share positions and queues.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * new OpenTelemetryCollectorDaemon(chart, 'otel', {
 *   exporters: [OpenTelemetryExporter.otlp({ endpoint: 'https://gateway.observability.svc:4317' })],
 *   logs: { excludeNamespaces: ['kube-system'] },
 *   hostMetrics: {},
 *   kubeletMetrics: { verify: false },
 *   kubernetesAttributes: { podLabels: { 'app.kubernetes.io/name': 'service.name' } },
 * });
 *
 * @see https://opentelemetry.io/docs/collector/
 */
export class OpenTelemetryCollectorDaemon extends Daemon {
  /**
   * What is different on some nodes. The configuration follows; a variant whose configuration is the daemon's own shares its ConfigMap.
   *
   * @param name a DNS label of at most 63 characters, unique in the daemon; not `rest`
   * @param nodes the nodes it is for; those of earlier variants are left out by themselves
   * @param options what differs there; structs are merged field by field, lists and `extraConfig` replace the daemon's; a preset is switched off by `enabled: false`
   */
  public static variant(name: string, nodes: Nodes, options: OpenTelemetryCollectorVariantOptions): Variant {
    return Variant._ofProduct(PRODUCT, name, nodes, options);
  }

  /**
   * @throws if `exporters` is missing; what else is wrong with a definition is reported together, at synth
   */
  constructor(scope: Construct, id: string, props: OpenTelemetryCollectorDaemonProps) {
    super(scope, id, withVariants(nameAndNamespace(scope, id, props), props, openTelemetryCollector, PRODUCT, REQUIRED));
    this.node.addValidation({ validate: () => problemsWithVariants(props, openTelemetryCollectorProblems, PRODUCT) });
  }

  /** @internal */
  protected _reasons(): Reasons {
    return REASONS;
  }
}
