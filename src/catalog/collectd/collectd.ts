import { Construct } from 'constructs';
import { collectd } from './definition';
import { collectdProblems } from './problems';
import { CollectdDaemonProps, CollectdVariantOptions } from './props';
import { Reasons } from '../../daemon/reasons';
import { nameAndNamespace } from '../../daemon/render/identity';
import { RequiredOptions } from '../../daemon/required-options';
import { NodeMonitorDaemon } from '../../daemon/roles/node-monitor';
import { Variant } from '../../daemon/variant';
import { problemsWithVariants, withVariants } from '../../daemon/variants';
import { Nodes } from '../../placement/nodes';
import { REASONS_OF_KNOWN_DAEMONS } from '../reasons';

/** Whose variants are taken. */
const PRODUCT = 'CollectdDaemon';

/** What it cannot do without. */
const REQUIRED: RequiredOptions<CollectdDaemonProps> = {
  image: 'an image of yours with tag or digest, since there is none of a version from upstream',
};

/** Why it needs what linters flag, beyond its role. */
const REASONS: Reasons = {
  ...REASONS_OF_KNOWN_DAEMONS,
  'added-capability': 'the plugins that are loaded need it',
  'host-path': 'its plugins measure what is on the node, which they only read',
  'liveness-probe': 'without a page for Prometheus it has none that could be asked',
  'privilege-escalation': 'the plugins that are loaded need a privileged container, or SYS_ADMIN',
  'run-as-non-root': 'the plugins that are loaded need root',
  'secret-in-env': 'its configuration takes passwords from the environment',
  'sensitive-host-path': 'measures the file systems of its node, which it only reads',
};

/**
 * collectd on every Linux node: what its plugins measure, for Prometheus, another collectd, Graphite or a web server.
 *
 * What a plugin needs follows from naming it: the node's network for `interface`, its processes for `processes`, its file system for `df`, root with a capability
 * for `ping`. Without such a plugin collectd is nobody in a network of its own. `/proc` and `/sys` of the node are not mounted, as collectd has no option for
 * another place than its own; those of a container tell of CPU, memory and disks of the node, and of its network and processes where the pod shares these.
 *
 * The configuration file is written from the options, with the name of the node as Kubernetes knows it. Passwords come from Secrets: they are put into the file
 * when the container starts, and the file is kept in memory. It has a limit for values that wait, a memory limit, a priority and no token. It answers on IPv6 too.
 *
 * Pod Security: only the level `privileged` admits it with the default plugins, for the node's network and file system.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * const credentials = Secret.fromSecretName(chart, 'credentials', 'collectd-credentials');
 * new CollectdDaemon(chart, 'collectd', {
 *   image: 'registry.example.com/collectd:5.12.0-14',
 *   plugins: [CollectdPlugin.cpu(), CollectdPlugin.memory(), CollectdPlugin.df({ mountPoints: ['/', '/var'] }), CollectdPlugin.of('contextswitch')],
 *   outputs: [
 *     CollectdOutput.prometheus(),
 *     CollectdOutput.network({ host: 'collectd.monitoring.svc', user: 'nodes', password: { secret: credentials, key: 'password' } }),
 *   ],
 * });
 *
 * @see https://www.collectd.org
 */
export class CollectdDaemon extends NodeMonitorDaemon {
  /**
   * What is different on some nodes. The configuration file follows; a variant whose file is the daemon's own shares its ConfigMap.
   *
   * @param name a DNS label of at most 63 characters, unique in the daemon; not `rest`
   * @param nodes the nodes it is for; those of earlier variants are left out by themselves
   * @param options what differs there; `plugins` and `outputs` replace the daemon's
   */
  public static variant(name: string, nodes: Nodes, options: CollectdVariantOptions): Variant {
    return Variant._ofProduct(PRODUCT, name, nodes, options);
  }

  /**
   * @throws if `image` is missing; what else is wrong with a definition is reported together, at synth
   */
  constructor(scope: Construct, id: string, props: CollectdDaemonProps) {
    super(scope, id, withVariants(nameAndNamespace(scope, id, props), props, (_, own) => collectd(own), PRODUCT, REQUIRED));
    this.node.addValidation({ validate: () => problemsWithVariants(props, collectdProblems, PRODUCT) });
  }

  /** @internal */
  protected _reasons(): Reasons {
    return { ...super._reasons(), ...REASONS };
  }
}
