import { Construct } from 'constructs';
import { fluentd } from './definition';
import { fluentdProblems } from './problems';
import { FluentdDaemonProps, FluentdVariantOptions } from './props';
import { Reasons } from '../../daemon/reasons';
import { nameAndNamespace } from '../../daemon/render/identity';
import { RequiredOptions } from '../../daemon/required-options';
import { LogCollectorDaemon } from '../../daemon/roles/log-collector';
import { Variant } from '../../daemon/variant';
import { problemsWithVariants, withVariants } from '../../daemon/variants';
import { Nodes } from '../../placement/nodes';
import { REASONS_OF_KNOWN_DAEMONS } from '../reasons';

/** Whose variants are taken. */
const PRODUCT = 'FluentdDaemon';

/** What it cannot do without. */
const REQUIRED: RequiredOptions<FluentdDaemonProps> = {
  output: 'where everything is sent, such as LogOutput.elasticsearch({ host: \'elasticsearch.logging.svc\' })',
};

/** Why it needs what linters flag, beyond its role. */
const REASONS: Reasons = {
  ...REASONS_OF_KNOWN_DAEMONS,
  'liveness-probe': 'without metrics it has no page that could be asked',
  'secret-in-env': 'its configuration takes credentials from the environment',
};

/**
 * Fluentd on every Linux node: the logs of its containers, with what Kubernetes knows of them, to wherever logs are kept.
 *
 * What the usual manifests get wrong is right here. Lines are read as containerd and CRI-O write them, and joined where the runtime has cut them. Positions
 * and buffers lie in a directory of the daemon's own, on disk and bounded; `/var/log` is read-only. It runs as root without a single capability, on a
 * read-only root file system. It never reads its own log, whatever it is named. It asks the Kubernetes API for the pods of its own node only. Passwords
 * come from Secrets, never from the configuration. It starts while its destination is away. It answers on IPv6 too.
 *
 * The configuration file is written from the options, not by the image's environment variables, whose script ends the container for some values.
 * A change of it restarts the pods.
 *
 * Pod Security: only the level `privileged` admits it, for the node's paths that it mounts. A rollout by `Rollout.surge` is refused, since two pods would
 * share positions and buffers.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * const credentials = Secret.fromSecretName(chart, 'credentials', 'elasticsearch-credentials');
 * new FluentdDaemon(chart, 'fluentd', {
 *   output: LogOutput.elasticsearch({
 *     host: 'elasticsearch.logging.svc',
 *     tls: { ca: { secret: credentials, key: 'ca.crt' } },
 *     user: 'fluentd',
 *     password: { secret: credentials, key: 'password' },
 *   }),
 *   sources: [LogSource.containerLogs(), LogSource.systemd({ units: ['kubelet', 'containerd'] })],
 *   buffer: { totalLimit: Size.gibibytes(2) },
 *   discovery: [Discovery.podMonitor('metrics')],
 * });
 *
 * @see https://docs.fluentd.org
 */
export class FluentdDaemon extends LogCollectorDaemon {
  /**
   * What is different on some nodes. The configuration file follows; a variant whose file is the daemon's own shares its ConfigMap.
   *
   * @param name a DNS label of at most 63 characters, unique in the daemon; not `rest`
   * @param nodes the nodes it is for; those of earlier variants are left out by themselves
   * @param options what differs there; structs are merged field by field, lists of sources replace the daemon's
   */
  public static variant(name: string, nodes: Nodes, options: FluentdVariantOptions): Variant {
    return Variant._ofProduct(PRODUCT, name, nodes, options);
  }

  /**
   * @throws if `output` is missing; what else is wrong with a definition is reported together, at synth
   */
  constructor(scope: Construct, id: string, props: FluentdDaemonProps) {
    super(scope, id, withVariants(nameAndNamespace(scope, id, props), props, fluentd, PRODUCT, REQUIRED));
    this.node.addValidation({ validate: () => problemsWithVariants(props, fluentdProblems, PRODUCT) });
  }

  /** @internal */
  protected _reasons(): Reasons {
    return { ...super._reasons(), ...REASONS };
  }
}
