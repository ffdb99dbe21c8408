import { Construct } from 'constructs';
import { newRelic } from './definition';
import { newRelicProblems } from './problems';
import { NewRelicDaemonProps, NewRelicVariantOptions } from './props';
import { Daemon } from '../../daemon/daemon';
import { Reasons } from '../../daemon/reasons';
import { nameAndNamespace } from '../../daemon/render/identity';
import { Variant } from '../../daemon/variant';
import { problemsWithVariants, withVariants } from '../../daemon/variants';
import { Nodes } from '../../placement/nodes';
import { REASONS_OF_KNOWN_DAEMONS } from '../reasons';

/** Whose variants are taken. */
const PRODUCT = 'NewRelicDaemon';

/** Why it needs what linters flag. */
const REASONS: Reasons = {
  ...REASONS_OF_KNOWN_DAEMONS,
  'container-runtime-socket': 'tells in which container a process of its node runs',
  'host-path': 'measures its node, and reads the log files of its containers',
  'privilege-escalation': 'privileged containers always may',
  'run-as-non-root': 'measures its node as its vendor has it, as root',
  'secret-in-env': 'it takes the license key from the environment',
  'sensitive-host-path': 'measures its node by /proc and its file systems, which it only reads',
  'service-account-token': 'asks the kubelet for measurements, and the Kubernetes API for its node',
  'tolerates-everything': 'every node is measured',
  'writable-host-path': 'keeps read positions and buffers on its node: a restart neither loses nor repeats anything',
};

/**
 * New Relic's infrastructure agent on every Linux node: what the kubelet tells of node, pods, containers and volumes, with integrations, and, as options, the
 * node itself (`hostMetrics`) and the logs of its containers (`logs`).
 *
 * What the vendor's charts get wrong is right here. Without options it is admitted by Pod Security's level `restricted`. The kubelet is asked by `nodes/metrics`, `nodes/stats`
 * and `nodes/pods`, never by `nodes/proxy` unless one says so, and its certificate is checked. The license key is given once, and a missing one is an error. An agent that no longer
 * takes anything is restarted. Logs are buffered on disk, bounded and tried for ever, with positions outside of `/var/log`, and never Fluent Bit's own.
 *
 * What it is not: the vendor's chart `nri-bundle` also brings what runs once in a cluster, and nothing of it is made here: kube-state-metrics and its scraper (Deployments,
 * nodes' conditions, quotas), the DaemonSet for control planes, Kubernetes events, the webhook that ties APM to pods, and agents for Windows. New Relic's pages about a cluster are
 * empty in part without the first. Where all of it is wanted from one hand, take the chart; where the daemon shall be part of an app of one's own, this construct, and the chart with
 * `newrelic-infrastructure.kubelet.enabled: false` beside it.
 *
 * Pod Security: with `hostMetrics` or `logs` only the level `privileged` admits it. With `logs` a rollout by `Rollout.surge` is refused, since two pods would share positions.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * const license = Secret.fromSecretName(chart, 'license', 'newrelic-license');
 * new NewRelicDaemon(chart, 'newrelic', {
 *   licenseKey: { secret: license, key: 'licenseKey' },
 *   clusterName: 'production',
 *   region: NewRelicRegion.EU,
 *   hostMetrics: {},
 *   logs: { excludePaths: ['/var/log/containers/*_kube-system_*.log'] },
 * });
 *
 * @see https://docs.newrelic.com/docs/kubernetes-pixie/kubernetes-integration/get-started/introduction-kubernetes-integration/
 */
export class NewRelicDaemon extends Daemon {
  /**
   * What is different on some nodes. The configuration follows; a variant whose configuration is the daemon's own shares its ConfigMap.
   *
   * @param name a DNS label of at most 63 characters, unique in the daemon; not `rest`
   * @param nodes the nodes it is for; those of earlier variants are left out by themselves
   * @param options what differs there; structs and maps are merged field by field, lists and `extraConfig` replace the daemon's; `hostMetrics` and `logs` are switched off
   * by `enabled: false`
   */
  public static variant(name: string, nodes: Nodes, options: NewRelicVariantOptions): Variant {
    return Variant._ofProduct(PRODUCT, name, nodes, options);
  }

  /**
   * @throws if `licenseKey` is missing; what else is wrong with a definition is reported together, at synth
   */
  constructor(scope: Construct, id: string, props: NewRelicDaemonProps) {
    super(scope, id, withVariants(nameAndNamespace(scope, id, props), props, newRelic, PRODUCT));
    this.node.addValidation({ validate: () => problemsWithVariants(props, newRelicProblems, PRODUCT) });
  }

  /** @internal */
  protected _reasons(): Reasons {
    return REASONS;
  }
}
