import { Construct } from 'constructs';
import { logstash } from './definition';
import { logstashProblems } from './problems';
import { LogstashDaemonProps, LogstashVariantOptions } from './props';
import { Reasons } from '../../daemon/reasons';
import { nameAndNamespace } from '../../daemon/render/identity';
import { RequiredOptions } from '../../daemon/required-options';
import { LogCollectorDaemon } from '../../daemon/roles/log-collector';
import { Variant } from '../../daemon/variant';
import { problemsWithVariants, withVariants } from '../../daemon/variants';
import { Nodes } from '../../placement/nodes';
import { REASONS_OF_KNOWN_DAEMONS } from '../reasons';

/** Whose variants are taken. */
const PRODUCT = 'LogstashDaemon';

/** What it cannot do without. */
const REQUIRED: RequiredOptions<LogstashDaemonProps> = {
  output: 'where everything is sent, such as LogOutput.elasticsearch({ host: \'elasticsearch.logging.svc\' })',
};

/** Why it needs what linters flag, beyond its role. */
const REASONS: Reasons = {
  ...REASONS_OF_KNOWN_DAEMONS,
  'secret-in-env': 'its configuration takes credentials from the environment',
};

/**
 * Logstash on every Linux node: the logs of its containers to wherever logs are kept. It takes ten times the memory of other collectors (1.5 GiB on each
 * node); take it where its filters are what is wanted.
 *
 * There is no DaemonSet of Elastic's own, and what hand-made ones get wrong is right here. Lines are read as containerd and CRI-O write them, and joined
 * where the runtime has cut them; pod, namespace and container are known from the file's name, without a question to Kubernetes. Positions and a
 * bounded queue lie in a directory of the daemon's own. It runs as root, which the files belong to, without a single capability, on a read-only root
 * file system. It never reads its own log. Java's heap follows the memory limit. A startup probe waits for Java, so that the liveness probe need not.
 * Passwords come from Secrets, never from the configuration. It answers on IPv6 too.
 *
 * Logstash joins cut lines by file and not by stream: one of stdout between whose pieces something came on stderr stays in pieces. It knows files by inode:
 * a new one that gets the inode of one that was removed, and outgrows it before it is looked at, is read from where the old one ended.
 *
 * Pod Security: only the level `privileged` admits it, for the node's paths that it mounts. A rollout by `Rollout.surge` is refused, since two pods would
 * share positions and queue.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * const credentials = Secret.fromSecretName(chart, 'credentials', 'elasticsearch-credentials');
 * new LogstashDaemon(chart, 'logstash', {
 *   output: LogOutput.elasticsearch({
 *     host: 'elasticsearch.logging.svc',
 *     tls: { ca: { secret: credentials, key: 'ca.crt' } },
 *     user: 'logstash',
 *     password: { secret: credentials, key: 'password' },
 *   }),
 *   sources: [
 *     LogSource.containerLogs({ excludePaths: ['/var/log/containers/*_kube-system_*.log'] }),
 *     LogSource.tail({ path: '/var/log/audit/audit.log', tag: 'audit' }),
 *   ],
 *   resources: { memory: { limit: Size.gibibytes(2) } },
 * });
 *
 * @see https://www.elastic.co/docs/reference/logstash
 */
export class LogstashDaemon extends LogCollectorDaemon {
  /**
   * What is different on some nodes. The configuration follows; a variant whose files are the daemon's own shares its ConfigMap.
   *
   * @param name a DNS label of at most 63 characters, unique in the daemon; not `rest`
   * @param nodes the nodes it is for; those of earlier variants are left out by themselves
   * @param options what differs there; structs are merged field by field, `sources` replace the daemon's
   */
  public static variant(name: string, nodes: Nodes, options: LogstashVariantOptions): Variant {
    return Variant._ofProduct(PRODUCT, name, nodes, options);
  }

  /**
   * @throws if `output` is missing; what else is wrong with a definition is reported together, at synth
   */
  constructor(scope: Construct, id: string, props: LogstashDaemonProps) {
    super(scope, id, withVariants(nameAndNamespace(scope, id, props), props, logstash, PRODUCT, REQUIRED));
    this.node.addValidation({ validate: () => problemsWithVariants(props, logstashProblems, PRODUCT) });
  }

  /** @internal */
  protected _reasons(): Reasons {
    return { ...super._reasons(), ...REASONS };
  }
}
