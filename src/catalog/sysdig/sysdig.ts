import { Construct } from 'constructs';
import { sysdig } from './definition';
import { sysdigProblems } from './problems';
import { SysdigDaemonProps, SysdigVariantOptions } from './props';
import { Daemon } from '../../daemon/daemon';
import { Reasons } from '../../daemon/reasons';
import { nameAndNamespace } from '../../daemon/render/identity';
import { RequiredOptions } from '../../daemon/required-options';
import { Variant } from '../../daemon/variant';
import { problemsWithVariants, withVariants } from '../../daemon/variants';
import { Nodes } from '../../placement/nodes';
import { REASONS_OF_KNOWN_DAEMONS } from '../reasons';

/** Whose variants are taken. */
const PRODUCT = 'SysdigDaemon';

/** What it cannot do without. */
const REQUIRED: RequiredOptions<SysdigDaemonProps> = {
  collector: 'where everything is sent; say collector: SysdigCollector.region(SysdigRegion.…), or SysdigCollector.at',
};

/** Why it needs what linters flag. */
const REASONS: Reasons = {
  ...REASONS_OF_KNOWN_DAEMONS,
  'added-capability': 'loads an eBPF program into the kernel of its node, and looks into all its processes',
  'app-armor-profile': 'the runtime\'s profile forbids to trace the processes of other containers',
  'container-runtime-socket': 'asks the container runtimes of its node which container a process belongs to',
  'host-network': 'sees the connections of its node, and answers on its loopback address',
  'host-path': 'sees processes, containers and programs of its node',
  'host-pid': 'sees the processes of its node',
  'liveness-probe': 'its health is that of its connections too, which a restart does not bring back',
  'privilege-escalation': 'Kubernetes cannot forbid it to who has SYS_ADMIN or is privileged',
  'read-only-root-filesystem': 'writes logs and captures beside its own files',
  'run-as-non-root': 'only root loads programs into the kernel',
  'seccomp-profile': 'the runtime\'s profile forbids the system calls of eBPF and of entering other namespaces',
  'sensitive-host-path': 'sees processes, devices and programs of its node',
  'service-account-token': 'asks the Kubernetes API for workloads and nodes, and the kubelet for metrics',
  'tolerates-everything': 'a node that is not watched is where an attacker stays',
  'writable-host-path': 'speaks to the container runtimes of its node; what else it writes there, upstream does not say',
};

/**
 * The Sysdig agent on every Linux node, for Sysdig Monitor and Sysdig Secure.
 *
 * What the usual manifests get wrong is right here. Neither the agent nor anything else is privileged by default: the driver is eBPF that comes with the agent
 * (`SysdigDriver.UNIVERSAL_EBPF`). Each driver brings exactly the mounts, the capabilities and the container that it needs. It tolerates every taint, those of GPU
 * and spot nodes too. Its configuration is never missing without a word, and a change of it restarts the agents. It has no `nodes/proxy`, by which the whole node
 * could be had. Upstream's audit server, a port on every node, is off. The access key is a file from a Secret; without one the construct is not made.
 *
 * It is upstream's chart `agent`. It does not bring the cluster's part: posture, vulnerabilities and admission are seen by Sysdig's chart `shield` (Cluster Shield),
 * which is to be used instead where those are wanted; threats at run time, activity audit and metrics are seen without it. On GKE Autopilot, whose nodes refuse most
 * of its paths, and on Windows it does not run: use Sysdig's chart there.
 *
 * Pod Security: only the level `privileged` admits it, with each driver. A rollout by `Rollout.surge` is refused, since two agents cannot have one node.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * new SysdigDaemon(chart, 'sysdig', {
 *   accessKey: { secret: Secret.fromSecretName(chart, 'sysdig-key', 'sysdig'), key: 'access-key' },
 *   collector: SysdigCollector.region(SysdigRegion.EU1),
 *   clusterName: 'production',
 *   variants: [
 *     SysdigDaemon.variant('old-kernel', Nodes.withLabel('example.com/kernel', '4.18'), { driver: SysdigDriver.KMOD }),
 *   ],
 * });
 *
 * @see https://docs.sysdig.com/en/sysdig-secure/install-agent-components/
 */
export class SysdigDaemon extends Daemon {
  /**
   * What is different on some nodes, such as the driver. The configuration follows; a variant whose configuration is the daemon's own shares its ConfigMap.
   *
   * @param name a DNS label of at most 63 characters, unique in the daemon; not `rest`
   * @param nodes the nodes it is for; those of earlier variants are left out by themselves
   * @param options what differs there; structs are merged field by field, `extraConfig` replaces the daemon's; a part is switched off by `enabled: false`
   */
  public static variant(name: string, nodes: Nodes, options: SysdigVariantOptions): Variant {
    return Variant._ofProduct(PRODUCT, name, nodes, options);
  }

  /**
   * @throws if `collector` or `accessKey` is missing; what else is wrong with a definition is reported together, at synth
   */
  constructor(scope: Construct, id: string, props: SysdigDaemonProps) {
    super(scope, id, withVariants(nameAndNamespace(scope, id, props), props, sysdig, PRODUCT, REQUIRED));
    this.node.addValidation({ validate: () => problemsWithVariants(props, sysdigProblems, PRODUCT) });
  }

  /** @internal */
  protected _reasons(): Reasons {
    return REASONS;
  }
}
