import { Construct } from 'constructs';
import { datadog } from './definition';
import { datadogProblems } from './problems';
import { DatadogDaemonProps, DatadogVariantOptions } from './props';
import { Daemon } from '../../daemon/daemon';
import { Reasons } from '../../daemon/reasons';
import { nameAndNamespace } from '../../daemon/render/identity';
import { Variant } from '../../daemon/variant';
import { problemsWithVariants, withVariants } from '../../daemon/variants';
import { Nodes } from '../../placement/nodes';
import { REASONS_OF_KNOWN_DAEMONS } from '../reasons';

/** Whose variants are taken. */
const PRODUCT = 'DatadogDaemon';

/** Why it needs what linters flag. */
const REASONS: Reasons = {
  ...REASONS_OF_KNOWN_DAEMONS,
  'added-capability': 'NVIDIA\'s library makes the device files of the GPUs',
  'added-capability.security-agent': 'asks the node\'s audit, and reads what belongs to others than root, to check it against benchmarks',
  'added-capability.system-probe': 'loads eBPF into the kernel of its node, and reads what that sees of every process',
  'app-armor-profile.system-probe': 'writes below /sys, which the runtime\'s profile forbids',
  'container-runtime-socket': 'asks the container runtime for events and images',
  'host-path': 'measures its node by /proc and its cgroups',
  'host-pid': 'finds out which container a process is in',
  'host-port': 'programs send to the agent of their node',
  'privilege-escalation.system-probe': 'with SYS_ADMIN, Kubernetes does not take it otherwise',
  'run-as-non-root': 'processes, log files and sockets of a node belong to root',
  'secret-in-env': 'its programs take the API key from the environment',
  'sensitive-host-path': 'measures its node by /proc, and reads its file system where a feature needs it',
  'service-account-token': 'asks the kubelet for its pods and measurements, and the Kubernetes API for its node',
  'tolerates-everything': 'every node is measured',
  'writable-host-path': 'programs find its sockets in a directory of the node, and it keeps there how far it has read their logs',
};

/**
 * The Datadog Agent 7 on every Linux node: metrics of the node, of its pods and of its containers, and what its options turn on: logs, traces,
 * DogStatsD, processes, networks, services, security, SBOM, GPUs.
 *
 * What upstream's chart gets wrong is right here. Without a feature there is one program that reads `/proc` and cgroups, without a capability, a port
 * of the node, the node's processes or the container runtime's socket. Each feature brings its program, mounts and rights, and nothing when it is
 * off. The kubelet is asked path by path, never by `nodes/proxy`. It tolerates every taint, has requests and limits of memory that Go knows of, and a
 * missing API key is an error here, where the chart leaves out the DaemonSet without a word.
 *
 * **Take Datadog's operator or chart instead** for the cluster agent (cluster checks, kube-state metrics, Kubernetes resources, injection of tracing
 * libraries, autoscaling), for GKE Autopilot, which admits only what is on its list, and for Windows nodes. This construct makes none of them. A
 * cluster agent that is there already is named by `clusterAgent`; without one each agent asks the Kubernetes API for its node and for Services, and
 * `kubernetesEvents` elects one that collects events. There is no OpenTelemetry collector (`OpenTelemetryCollectorDaemon` is one), no runtime
 * compilation of eBPF for kernels without BTF, and no private action runner.
 *
 * Programs find it by the sockets in `/var/run/datadog` of their node, or by `<name>-local.<namespace>`, which is the agent of their own node
 * (`Discovery.nodeLocalService`).
 *
 * Pod Security: only the level `privileged` admits it, for the node's paths. With `logs`, or with a socket, a rollout by `Rollout.surge` is refused,
 * since two agents would share positions or sockets.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * new DatadogDaemon(chart, 'datadog', {
 *   apiKey: { secret: Secret.fromSecretName(chart, 'api-key', 'datadog-secret'), key: 'api-key' },
 *   site: 'datadoghq.eu',
 *   clusterName: 'production',
 *   logs: { containerCollectAll: true },
 *   apm: {},
 *   dogstatsd: {},
 *   integrations: { redisdb: 'ad_identifiers: [redis]\ninit_config:\ninstances: [{ host: "%%host%%", port: 6379 }]' },
 * });
 *
 * @see https://docs.datadoghq.com/containers/kubernetes/
 */
export class DatadogDaemon extends Daemon {
  /**
   * What is different on some nodes. The configuration follows; a variant whose configuration is the daemon's own shares its ConfigMap.
   *
   * @param name a DNS label of at most 63 characters, unique in the daemon; not `rest`
   * @param nodes the nodes it is for; those of earlier variants are left out by themselves
   * @param options what differs there; structs are merged field by field, lists and `extraConfig` replace the daemon's; a feature is switched off by
   * `enabled: false`, or by false
   */
  public static variant(name: string, nodes: Nodes, options: DatadogVariantOptions): Variant {
    return Variant._ofProduct(PRODUCT, name, nodes, options);
  }

  /**
   * @throws without an API key, or without the token of a cluster agent that is named; other problems are reported together, at synth
   */
  constructor(scope: Construct, id: string, props: DatadogDaemonProps) {
    super(scope, id, withVariants(nameAndNamespace(scope, id, props), props, datadog, PRODUCT));
    this.node.addValidation({ validate: () => problemsWithVariants(props, datadogProblems, PRODUCT) });
  }

  /** @internal */
  protected _reasons(): Reasons {
    return REASONS;
  }
}
