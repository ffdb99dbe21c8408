import { Construct } from 'constructs';
import { gangliaCompanion } from './companion';
import { AGGREGATOR, companionHost, gangliaGmond } from './definition';
import { gangliaGmondProblems } from './problems';
import { GangliaGmondDaemonProps, GangliaGmondVariantOptions } from './props';
import { Reasons } from '../../daemon/reasons';
import { nameAndNamespace } from '../../daemon/render/identity';
import { RequiredOptions } from '../../daemon/required-options';
import { NodeMonitorDaemon } from '../../daemon/roles/node-monitor';
import { Variant } from '../../daemon/variant';
import { problemsWithVariants, withVariants } from '../../daemon/variants';
import { Nodes } from '../../placement/nodes';
import { REASONS_OF_KNOWN_DAEMONS } from '../reasons';

/** Whose variants are taken. */
const PRODUCT = 'GangliaGmondDaemon';

/** What it cannot do without. */
const REQUIRED: RequiredOptions<GangliaGmondDaemonProps> = {
  image: 'an image of yours with tag or digest, since there is none of a version from upstream',
  cluster: 'the cluster that the nodes belong to, such as { name: \'production\' }',
};

/** Why it needs what linters flag, beyond its role. */
const REASONS: Reasons = {
  ...REASONS_OF_KNOWN_DAEMONS,
  'liveness-probe': 'it only sends: it has no port that could be asked',
};

/**
 * Ganglia's gmond on every Linux node, for a Ganglia that is there already: CPU, load, memory, network and counts of processes.
 *
 * **Legacy**: nothing but documentation has changed in Ganglia since 2018, and its project publishes no image. For something new take `NodeExporterDaemon`.
 *
 * Nodes send by unicast, since neither the networks of pods nor those of clouds carry multicast. With them comes an aggregator that gmetad asks, a Deployment
 * with a Service, unless `aggregators` names others. It knows nodes by their names in Kubernetes, not by what a reverse look-up of an address gives. All of it
 * works with IPv6.
 *
 * On the node it is nobody, without a capability, a path of the node, a port or a token: it listens to no one, so that several can be on a node.
 *
 * Pod Security: only the level `privileged` admits it, for the node's network; with `hostNetwork: false`, and always the aggregator, `restricted`.
 *
 * Ganglia knows no authentication: whoever reaches the aggregator reads and writes values. Let a NetworkPolicy say who; its pods have the labels
 * `app.kubernetes.io/name: ganglia-gmond` and `app.kubernetes.io/component: aggregator`.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * new GangliaGmondDaemon(chart, 'gmond', {
 *   image: 'registry.example.com/gmond:3.7.2-6',
 *   cluster: { name: 'production', owner: 'platform' },
 * });
 *
 * @see https://github.com/ganglia/monitor-core
 */
export class GangliaGmondDaemon extends NodeMonitorDaemon {
  /**
   * What is different on some nodes. The configuration file follows; a variant whose file is the daemon's own shares its ConfigMap.
   *
   * @param name a DNS label of at most 63 characters, unique in the daemon; neither `rest` nor, beside the companion, `aggregator`
   * @param nodes the nodes it is for; those of earlier variants are left out by themselves
   * @param options what differs there; `collectionGroups` and `modules` replace the daemon's
   */
  public static variant(name: string, nodes: Nodes, options: GangliaGmondVariantOptions): Variant {
    return Variant._ofProduct(PRODUCT, name, nodes, options);
  }

  private readonly hasCompanion: boolean;

  /**
   * @throws if `image` or `cluster` is missing; what else is wrong with a definition is reported together, at synth
   */
  constructor(scope: Construct, id: string, props: GangliaGmondDaemonProps) {
    const who = nameAndNamespace(scope, id, props);
    super(scope, id, withVariants(who, props, (_, own) => gangliaGmond(who, own), PRODUCT, REQUIRED));
    const companion = gangliaCompanion(who, props);
    this.hasCompanion = companion !== undefined;
    if (companion !== undefined) {
      this._bringAlong(AGGREGATOR, companion);
    }
    this.node.addValidation({ validate: () => problemsWithVariants(props, gangliaGmondProblems, PRODUCT) });
  }

  /**
   * The name under which DNS knows the aggregator that comes with the daemon: what gmetad asks, at port 8649.
   *
   * @throws if none comes with it, see `aggregators`
   */
  public get aggregatorDnsName(): string {
    if (!this.hasCompanion) {
      throw new Error(`daemon '${this.node.path}' has no aggregator of its own: add GangliaAggregator.companion() to aggregators`);
    }
    return companionHost(this);
  }

  /** @internal */
  protected _reasons(): Reasons {
    return { ...super._reasons(), ...REASONS };
  }
}
