import { Construct } from 'constructs';
import { dynatraceOneAgent } from './definition';
import { dynatraceOneAgentProblems } from './problems';
import { DynatraceOneAgentDaemonProps, DynatraceOneAgentVariantOptions } from './props';
import { Reasons } from '../../daemon/reasons';
import { nameAndNamespace } from '../../daemon/render/identity';
import { RequiredOptions } from '../../daemon/required-options';
import { NodeMonitorDaemon } from '../../daemon/roles/node-monitor';
import { Variant } from '../../daemon/variant';
import { problemsWithVariants, withVariants } from '../../daemon/variants';
import { Nodes } from '../../placement/nodes';
import { REASONS_OF_KNOWN_DAEMONS } from '../reasons';

/** Whose variants are taken. */
const PRODUCT = 'DynatraceOneAgentDaemon';

/** What it cannot do without. */
const REQUIRED: RequiredOptions<DynatraceOneAgentDaemonProps> = {
  image: 'each tenant has its own, such as <tenant>.live.dynatrace.com/linux/oneagent:<version>-raw',
  tenant: 'the tenant\'s id, such as abc12345',
  communicationEndpoints: 'URLs where the agent sends to, such as https://abc12345.live.dynatrace.com:443/communication',
};

/** Why it needs what linters flag, beyond its role. */
const REASONS: Reasons = {
  ...REASONS_OF_KNOWN_DAEMONS,
  'added-capability': 'looks into the processes of its node, and changes into their namespaces and users',
  'app-armor-profile': 'the profile of the container runtime lets nobody look into a process of another profile',
  'host-path': 'measures its node by its file system',
  'privilege-escalation': 'Kubernetes takes no other value with SYS_ADMIN, and its programs have their rights by their files',
  'read-only-root-filesystem': 'with classic full stack it writes beside its own files',
  'run-as-non-root': 'with classic full stack it installs itself on its node',
  'sensitive-host-path': 'measures its node by its file system, on which it installs itself with classic full stack',
  'writable-host-path': 'keeps there who it is and what is not sent yet; with classic full stack it installs itself',
};

/**
 * Dynatrace OneAgent on every Linux node: the node, its processes and, with classic full stack, the applications in it.
 *
 * **When to use the vendor's operator** (dynatrace-operator) instead: mostly. It is the vendor's own way, and this construct makes one of its objects, without what
 * the operator does around it: no injection into pods when they start (cloud-native full stack, application monitoring), no ActiveGate and so **no monitoring of the
 * Kubernetes API**, no log monitoring or posture of its own, no file with attributes of node and cluster, no connection data and no image that follow the tenant, no
 * pull secret, and no rights for OpenShift (`SecurityContextConstraints`). Take this construct where an operator with its rights may not run, where one manifest must
 * say everything, or for host monitoring alone. Not both: two OneAgents cannot be on one node.
 *
 * What the usual manifests get wrong is right here. It is not privileged: it has the fifteen capabilities of the operator's, and in host monitoring uid 1000, the
 * node's file system read-only, and a root file system of its own that cannot be written. The tenant token is a file of a Secret of yours, neither a variable nor an
 * argument, and so are the proxy's user and password. It asks the Kubernetes API for nothing, and has no token. It tolerates every taint. It runs only where its image
 * can. A wrong version is not everywhere at once.
 *
 * After a change of the tenant token restart the pods: the agent reads it when it starts.
 *
 * Pod Security: only the level `privileged` admits it, for the node's namespaces, paths and its capabilities. A rollout by `Rollout.surge` is refused, since two
 * agents cannot share a node. It runs without AppArmor's profile; before Kubernetes 1.30, which does not know the field for that, nodes with AppArmor need it said in
 * `podAnnotations`: `container.apparmor.security.beta.kubernetes.io/dynatrace-oneagent: unconfined`.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'dynatrace' });
 * new DynatraceOneAgentDaemon(chart, 'oneagent', {
 *   image: 'registry.example.com/dynatrace/dynatrace-oneagent:1.331.49.20260227-104933',
 *   tenant: 'abc12345',
 *   tenantToken: { secret: Secret.fromSecretName(chart, 'token', 'oneagent'), key: 'tenant-token' },
 *   communicationEndpoints: ['https://abc12345.live.dynatrace.com:443/communication'],
 *   mode: DynatraceOneAgentMode.CLASSIC_FULL_STACK,
 *   hostGroup: 'production',
 *   variants: [
 *     DynatraceOneAgentDaemon.variant('bottlerocket', Nodes.withLabel('example.com/os', 'bottlerocket'), { mode: DynatraceOneAgentMode.HOST_MONITORING }),
 *   ],
 * });
 *
 * @see https://docs.dynatrace.com/docs/ingest-from/setup-on-k8s
 */
export class DynatraceOneAgentDaemon extends NodeMonitorDaemon {
  /**
   * What is different on some nodes, such as those with a read-only file system.
   *
   * @param name a DNS label of at most 63 characters, unique in the daemon; not `rest`
   * @param nodes the nodes it is for; those of earlier variants are left out by themselves
   * @param options what differs there; structs are merged field by field, and `extraArgs` come after the daemon's
   */
  public static variant(name: string, nodes: Nodes, options: DynatraceOneAgentVariantOptions): Variant {
    return Variant._ofProduct(PRODUCT, name, nodes, options);
  }

  /**
   * @throws if `image`, `tenant`, `tenantToken` or `communicationEndpoints` is missing; what else is wrong with a definition is reported together, at synth
   */
  constructor(scope: Construct, id: string, props: DynatraceOneAgentDaemonProps) {
    super(scope, id, withVariants(nameAndNamespace(scope, id, props), props, dynatraceOneAgent, PRODUCT, REQUIRED));
    this.node.addValidation({ validate: () => problemsWithVariants(props, dynatraceOneAgentProblems, PRODUCT) });
  }

  /** @internal */
  protected _reasons(): Reasons {
    return { ...super._reasons(), ...REASONS };
  }
}
