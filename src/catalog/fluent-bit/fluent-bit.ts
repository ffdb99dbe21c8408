import { Construct } from 'constructs';
import { fluentBit } from './definition';
import { fluentBitProblems } from './problems';
import { FluentBitDaemonProps, FluentBitVariantOptions } from './props';
import { Reasons } from '../../daemon/reasons';
import { nameAndNamespace } from '../../daemon/render/identity';
import { RequiredOptions } from '../../daemon/required-options';
import { LogCollectorDaemon } from '../../daemon/roles/log-collector';
import { Variant } from '../../daemon/variant';
import { problemsWithVariants, withVariants } from '../../daemon/variants';
import { Nodes } from '../../placement/nodes';
import { REASONS_OF_KNOWN_DAEMONS } from '../reasons';

/** Whose variants are taken. */
const PRODUCT = 'FluentBitDaemon';

/** What it cannot do without. */
const REQUIRED: RequiredOptions<FluentBitDaemonProps> = {
  output: 'where everything is sent, such as LogOutput.elasticsearch({ host: \'elasticsearch.logging.svc\' })',
};

/** Why it needs what linters flag, beyond its role. */
const REASONS: Reasons = {
  ...REASONS_OF_KNOWN_DAEMONS,
  'liveness-probe': 'without its HTTP server it has no page that could be asked',
  'secret-in-env': 'its configuration takes credentials from the environment',
};

/**
 * Fluent Bit on every Linux node: the logs of its containers, with what Kubernetes knows of them, to wherever logs are kept, for little memory.
 *
 * What the usual manifests get wrong is right here. Read positions and buffers lie in a directory of the daemon's own, on disk and bounded, so that a
 * restart neither loses nor repeats; `/var/log` is read-only. It runs as root without a single capability, on a read-only root file system. It never reads its own
 * log. It may ask for single pods, and not list those of the whole cluster. It tries for as long as its destination is away. Passwords come from Secrets, never from
 * the configuration. It answers on IPv6 too: on the pod's own address, so `kubectl port-forward` does not reach it.
 *
 * Pod Security: only the level `privileged` admits it, for the node's paths that it mounts. A rollout by `Rollout.surge` is refused, since two pods would
 * share positions and buffers.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * const credentials = Secret.fromSecretName(chart, 'credentials', 'elasticsearch-credentials');
 * new FluentBitDaemon(chart, 'fluent-bit', {
 *   output: LogOutput.elasticsearch({
 *     host: 'elasticsearch.logging.svc',
 *     tls: { ca: { secret: credentials, key: 'ca.crt' } },
 *     user: 'fluent-bit',
 *     password: { secret: credentials, key: 'password' },
 *   }),
 *   sources: [LogSource.containerLogs(), LogSource.systemd({ units: ['kubelet', 'containerd'] })],
 *   buffer: { totalLimit: Size.gibibytes(2) },
 *   discovery: [Discovery.podMonitor('metrics', { path: '/api/v2/metrics/prometheus' })],
 * });
 *
 * @see https://docs.fluentbit.io
 */
export class FluentBitDaemon extends LogCollectorDaemon {
  /**
   * What is different on some nodes. The configuration file follows; a variant whose file is the daemon's own shares its ConfigMap.
   *
   * @param name a DNS label of at most 63 characters, unique in the daemon; not `rest`
   * @param nodes the nodes it is for; those of earlier variants are left out by themselves
   * @param options what differs there; structs are merged field by field, lists of sources and of `extraConfig` replace the daemon's
   */
  public static variant(name: string, nodes: Nodes, options: FluentBitVariantOptions): Variant {
    return Variant._ofProduct(PRODUCT, name, nodes, options);
  }

  /**
   * @throws if `output` is missing; what else is wrong with a definition is reported together, at synth
   */
  constructor(scope: Construct, id: string, props: FluentBitDaemonProps) {
    super(scope, id, withVariants(nameAndNamespace(scope, id, props), props, fluentBit, PRODUCT, REQUIRED));
    this.node.addValidation({ validate: () => problemsWithVariants(props, fluentBitProblems, PRODUCT) });
  }

  /** @internal */
  protected _reasons(): Reasons {
    return { ...super._reasons(), ...REASONS };
  }
}
