import { Construct } from 'constructs';
import { instana } from './definition';
import { instanaProblems } from './problems';
import { InstanaDaemonProps, InstanaVariantOptions } from './props';
import { Reasons } from '../../daemon/reasons';
import { nameAndNamespace } from '../../daemon/render/identity';
import { RequiredOptions } from '../../daemon/required-options';
import { NodeMonitorDaemon } from '../../daemon/roles/node-monitor';
import { Variant } from '../../daemon/variant';
import { problemsWithVariants, withVariants } from '../../daemon/variants';
import { Nodes } from '../../placement/nodes';
import { REASONS_OF_KNOWN_DAEMONS } from '../reasons';

/** Whose variants are taken. */
const PRODUCT = 'InstanaDaemon';

/** What it cannot do without. */
const REQUIRED: RequiredOptions<InstanaDaemonProps> = {
  image: 'an image of yours with tag or digest, since there is none of a version from upstream',
  endpoint: 'where everything is sent, in Instana\'s service or in yours',
  clusterName: 'the name under which Instana shows the cluster',
};

/** Why it needs what linters flag, beyond its role. */
const REASONS: Reasons = {
  ...REASONS_OF_KNOWN_DAEMONS,
  'container-runtime-socket': 'asks the container runtime of its node what runs in it',
  'host-path': 'sees the devices, sockets and logs of its node, and keeps there who it is',
  'privilege-escalation': 'privileged containers always may',
  'read-only-root-filesystem': 'writes its configuration and the sensors that it loads beside its own files',
  'run-as-non-root': 'enters the namespaces of the processes of its node',
  'secret-in-env': 'its start script takes keys from the environment',
  'sensitive-host-path': 'sees the devices of its node, and its kernel by /sys',
  'service-account-token': 'asks the Kubernetes API for the pods of its node, and the kubelet for measurements',
  'writable-host-path': 'keeps there who it is, and the token of its account gets its mount point below /var/run',
};

/**
 * The agent of IBM Instana on every Linux node: it finds out what runs there, measures and traces it.
 *
 * **When to use the vendor's operator** (instana-agent-operator) instead: this construct makes no k8sensor, and without one Instana knows **hosts, containers and
 * processes, but no Kubernetes objects** (no Deployments, no Services, no events). Nor does it make the webhook that loads tracers into pods when they start
 * (autotrace), agents for another cluster or host, several backends, TLS of the agent's own API, or the rights that OpenShift wants (`SecurityContextConstraints`).
 * Whoever needs one of these takes the operator, and not both: two agents on a node take each other's port.
 *
 * What the usual manifests get wrong is right here. A missing key is an error, and not a cluster without agents. Zones are variants: each node runs exactly one
 * agent, those with taints or without a label too, and each keeps the mode of the daemon. Directories of Cloud Foundry and of IBM Cloud are mounted where they
 * are, and made on no other node. It may not ask the kubelet for `nodes/proxy`. Parts of the configuration that hold a password are named in a Secret; the others
 * can be read, and a password in them is an error. It keeps who it is, so that a new pod is no new host.
 *
 * Programs send to `<name>.<namespace>:42699`, which is the agent of their own node; the Service `<name>-headless` lists all agents, by which they find each other.
 *
 * Pod Security: only the level `privileged` admits it: privileged, with the namespaces, ports and paths of the node. A rollout by `Rollout.surge` is refused,
 * since two agents cannot share the port of a node.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'instana-agent' });
 * const keys = Secret.fromSecretName(chart, 'keys', 'instana-agent');
 * new InstanaDaemon(chart, 'instana-agent', {
 *   image: 'registry.example.com/instana/agent:1.309.1',
 *   key: { secret: keys, key: 'key' },
 *   endpoint: { host: 'ingress-red-saas.instana.io' },
 *   clusterName: 'production',
 *   zone: 'blue',
 *   configuration: {
 *     host: InstanaConfiguration.yaml('com.instana.plugin.host:\n  tags: [ edge ]\n'),
 *     mysql: InstanaConfiguration.fromSecret({ secret: keys, key: 'mysql.yaml' }),
 *   },
 *   variants: [InstanaDaemon.variant('green', Nodes.withLabel('example.com/zone', 'green'), { zone: 'green', mode: InstanaMode.INFRASTRUCTURE })],
 * });
 *
 * @see https://www.ibm.com/docs/en/instana-observability
 */
export class InstanaDaemon extends NodeMonitorDaemon {
  /**
   * What is different on some nodes, such as those of a zone. The configuration follows; a variant whose configuration is the daemon's own shares its ConfigMap.
   *
   * @param name a DNS label of at most 63 characters, unique in the daemon; not `rest`
   * @param nodes the nodes it is for; those of earlier variants are left out by themselves
   * @param options what differs there; structs and parts of the configuration are merged by name, lists replace the daemon's
   */
  public static variant(name: string, nodes: Nodes, options: InstanaVariantOptions): Variant {
    return Variant._ofProduct(PRODUCT, name, nodes, options);
  }

  /**
   * @throws if `image`, `key`, `endpoint` or `clusterName` is missing; what else is wrong with a definition is reported together, at synth
   */
  constructor(scope: Construct, id: string, props: InstanaDaemonProps) {
    const who = nameAndNamespace(scope, id, props);
    super(scope, id, withVariants(who, props, (_, own) => instana(who, own), PRODUCT, REQUIRED));
    this.node.addValidation({ validate: () => problemsWithVariants(props, instanaProblems, PRODUCT) });
  }

  /** @internal */
  protected _reasons(): Reasons {
    return { ...super._reasons(), ...REASONS };
  }
}
