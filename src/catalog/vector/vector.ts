import { Construct } from 'constructs';
import { vector } from './definition';
import { vectorProblems } from './problems';
import { VectorDaemonProps, VectorVariantOptions } from './props';
import { Reasons } from '../../daemon/reasons';
import { nameAndNamespace } from '../../daemon/render/identity';
import { RequiredOptions } from '../../daemon/required-options';
import { LogCollectorDaemon } from '../../daemon/roles/log-collector';
import { Variant } from '../../daemon/variant';
import { problemsWithVariants, withVariants } from '../../daemon/variants';
import { Nodes } from '../../placement/nodes';
import { REASONS_OF_KNOWN_DAEMONS } from '../reasons';

/** Whose variants are taken. */
const PRODUCT = 'VectorDaemon';

/** What it cannot do without. */
const REQUIRED: RequiredOptions<VectorDaemonProps> = {
  output: 'where everything is sent, such as LogOutput.elasticsearch({ host: \'elasticsearch.logging.svc\' })',
};

/** Why it needs what linters flag, beyond its role. */
const REASONS: Reasons = {
  ...REASONS_OF_KNOWN_DAEMONS,
  'liveness-probe': 'without its metrics and its API it has no page that could be asked',
  'secret-in-env': 'its configuration takes credentials from the environment',
};

/**
 * Vector as agent on every Linux node: the logs of its containers, with what Kubernetes knows of them, to wherever logs are kept.
 *
 * What the usual manifests get wrong is right here. Read positions and buffers lie in a directory of the daemon's own, on disk and bounded, so that a restart
 * neither loses nor repeats; `/var/log` is read-only, and nothing else of `/var/lib` is mounted. It runs as root without a single capability, on a read-only root file
 * system. It never reads its own log. Namespaces are watched only where their labels are wanted. It tries for as long as its destination is away. Passwords come from
 * Secrets, never from the configuration, and may have any character but a line break. It answers on IPv6 too.
 *
 * Pod Security: only the level `privileged` admits it, for the node's paths that it mounts. A rollout by `Rollout.surge` is refused, since two pods would
 * share positions and buffers.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * const credentials = Secret.fromSecretName(chart, 'credentials', 'elasticsearch-credentials');
 * new VectorDaemon(chart, 'vector', {
 *   output: LogOutput.elasticsearch({
 *     host: 'elasticsearch.logging.svc',
 *     tls: { ca: { secret: credentials, key: 'ca.crt' } },
 *     user: 'vector',
 *     password: { secret: credentials, key: 'password' },
 *   }),
 *   sources: [LogSource.containerLogs(), LogSource.systemd({ units: ['kubelet', 'containerd'] })],
 *   remap: 'if .stream == "stderr" { .level = "error" }',
 *   discovery: [Discovery.podMonitor('metrics')],
 * });
 *
 * @see https://vector.dev/docs/
 */
export class VectorDaemon extends LogCollectorDaemon {
  /**
   * What is different on some nodes. The configuration file follows; a variant whose file is the daemon's own shares its ConfigMap.
   *
   * @param name a DNS label of at most 63 characters, unique in the daemon; not `rest`
   * @param nodes the nodes it is for; those of earlier variants are left out by themselves
   * @param options what differs there; structs are merged field by field, `extraConfig` and lists of sources replace the daemon's
   */
  public static variant(name: string, nodes: Nodes, options: VectorVariantOptions): Variant {
    return Variant._ofProduct(PRODUCT, name, nodes, options);
  }

  /**
   * @throws if `output` is missing; what else is wrong with a definition is reported together, at synth
   */
  constructor(scope: Construct, id: string, props: VectorDaemonProps) {
    super(scope, id, withVariants(nameAndNamespace(scope, id, props), props, vector, PRODUCT, REQUIRED));
    this.node.addValidation({ validate: () => problemsWithVariants(props, vectorProblems, PRODUCT) });
  }

  /** @internal */
  protected _reasons(): Reasons {
    return { ...super._reasons(), ...REASONS };
  }
}
