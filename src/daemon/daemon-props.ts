import { Duration } from 'cdk8s';
import { DnsPolicy, INetworkPolicyPeer, ISecret, IServiceAccount } from 'cdk8s-plus-27';
import { ContainerOptions, DaemonContainer } from './container';
import { Defaults } from './defaults';
import { KubernetesAccess } from './kubernetes-access';
import { Priority } from './priority';
import { Variant } from './variant';
import { Discovery } from '../discovery/discovery';
import { Assumption } from '../placement/assumption';
import { Placement } from '../placement/placement';
import { Tolerations } from '../placement/tolerations';
import { Rollout } from '../rollout/rollout';

/** Who may connect to a daemon's declared ports. It has no effect on, and is refused for, daemons on the host network. */
export interface DaemonNetworkPolicy {
  /** The peers: any pods, namespaces or IP blocks of cdk8s-plus, other daemons included. */
  readonly ingressFrom: INetworkPolicyPeer[];
}

/** What every daemon may say about itself besides its program: who it is, where it runs, how it changes. */
export interface DaemonOptions {
  /**
   * Name of the DaemonSet and of what belongs to it (`metadata.name`): a DNS label of at most 63 characters, unique in the
   * namespace.
   *
   * @default - the construct's id as a DNS label; a longer one is cut and ends with a hash of itself
   */
  readonly name?: string;

  /**
   * Namespace of the daemon.
   *
   * @default - the chart's
   */
  readonly namespace?: string;

  /**
   * Labels of every object of the daemon, on its own metadata: a change restarts nothing.
   *
   * @default - only the recommended ones
   */
  readonly labels?: { [key: string]: string };

  /**
   * Annotations of the DaemonSet, on its own metadata: a change restarts nothing.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Further labels of the pods. They never enter the selector; a change restarts the pods.
   *
   * @default - only the recommended ones
   */
  readonly podLabels?: { [key: string]: string };

  /**
   * Annotations of the pods; a change restarts them.
   *
   * @default - only the checksum of the configuration
   */
  readonly podAnnotations?: { [key: string]: string };

  /**
   * The selector (`spec.selector.matchLabels`), verbatim: to adopt a DaemonSet that exists, whose selector can never be changed. With variants it
   * is that of the nodes which no variant names.
   *
   * @default - `app.kubernetes.io/name` and `app.kubernetes.io/instance`, which survive every refactoring and upgrade
   */
  readonly selector?: { [key: string]: string };

  /**
   * On which nodes the daemon is meant to run.
   *
   * @default - Placement.linux(), since a Linux image cannot start elsewhere, or what the role says
   */
  readonly placement?: Placement;

  /**
   * Which taints it tolerates.
   *
   * @default - Tolerations.everyTaint(), since a daemon is wanted on every node of its placement, or what the role says
   */
  readonly tolerations?: Tolerations;

  /**
   * What is different for some hardware, in the order in which variants take their nodes: a node belongs to the first that names it. Each
   * variant is a DaemonSet of its own, `<name>-<variant>`; the nodes of the placement that none names keep this definition.
   *
   * @default - none: one DaemonSet for all nodes
   */
  readonly variants?: Variant[];

  /**
   * Whether there is no DaemonSet for the nodes that no variant names: the daemon is then meant for the variants' nodes alone.
   *
   * @default false - every node of the placement runs the daemon
   */
  readonly variantsOnly?: boolean;

  /**
   * What is known of the nodes' labels, for variants whose nodes have no exact opposite (`Nodes.withLabelGreaterThan`). It is written
   * beside the domain (annotation `cdk8s-daemons/assumptions`), and the proof holds only under it.
   *
   * @default - none: nothing is taken for granted
   */
  readonly assumptions?: Assumption[];

  /**
   * How others reach it.
   *
   * @default - not at all, or what the known daemon says
   */
  readonly discovery?: Discovery[];

  /**
   * How a change reaches the nodes.
   *
   * @default - Rollout.rolling(): a tenth of the nodes at a time, so that a bad version stops before it is everywhere; or what the role says
   */
  readonly rollout?: Rollout;

  /**
   * Which pods give way to it on a full node.
   *
   * @default - Priority.clusterCritical(): without a priority a full node keeps the daemon Pending for ever; or what the role says
   */
  readonly priority?: Priority;

  /**
   * RuntimeClass of the pods (`runtimeClassName`), which must exist in the cluster.
   *
   * @default - the runtime's own handler
   */
  readonly runtimeClassName?: string;

  /**
   * Its identity.
   *
   * @default - a ServiceAccount of its own
   */
  readonly serviceAccount?: IServiceAccount;

  /**
   * Whether the containers get the ServiceAccount's token (`automountServiceAccountToken`): for a ServiceAccount whose rights are
   * given elsewhere, such as by `ClusterRole.bind(daemon)`.
   *
   * @default - only with `kubernetesAccess`: who asks the Kubernetes API nothing needs no token
   */
  readonly automountServiceAccountToken?: boolean;

  /**
   * Who may connect to its ports.
   *
   * @default - no NetworkPolicy: whoever the cluster lets
   */
  readonly networkPolicy?: DaemonNetworkPolicy;

  /**
   * Secrets with which images are pulled.
   *
   * @default - those of the `DaemonSettings` around it
   */
  readonly imagePullSecrets?: ISecret[];

  /**
   * Time between SIGTERM and SIGKILL, for flushing (`terminationGracePeriodSeconds`).
   *
   * @default - 30 seconds, as Kubernetes decides, or what the known daemon needs
   */
  readonly terminationGracePeriod?: Duration;

  /**
   * Whether what is good practice is written out.
   *
   * @default Defaults.recommended() - a definition says only what is special about a daemon
   */
  readonly defaults?: Defaults;
}

/** A daemon: its main container, what stands beside it, and where and how it runs. */
export interface DaemonProps extends DaemonOptions, ContainerOptions {
  /**
   * The program's name (label `app.kubernetes.io/name`, part of the selector): what it is, not what you call it.
   *
   * @default - the daemon's name
   */
  readonly program?: string;

  /**
   * The program's version (label `app.kubernetes.io/version`, on object metadata only, so that it restarts nothing).
   *
   * @default - the image's tag
   */
  readonly version?: string;

  /**
   * What kind of daemon it is (label `app.kubernetes.io/component`).
   *
   * @default - the role's, such as `log-collector`; none for a plain `Daemon`
   */
  readonly component?: string;

  /**
   * Name of the main container.
   *
   * @default - the daemon's name
   */
  readonly containerName?: string;

  /**
   * Containers that run beside the main one.
   *
   * @default - none
   */
  readonly containers?: DaemonContainer[];

  /**
   * Containers that run one after the other before the main one starts (`initContainers`).
   *
   * @default - none
   */
  readonly initContainers?: DaemonContainer[];

  /**
   * Native sidecars: started before the main container, running as long as it does (init containers with
   * `restartPolicy: Always`, Kubernetes 1.29 and newer).
   *
   * @default - none
   */
  readonly sidecars?: DaemonContainer[];

  /**
   * Use the node's network: its addresses, its ports (`hostNetwork`). Names of Services still resolve
   * (`dnsPolicy: ClusterFirstWithHostNet`), but not on Windows nodes, which do not know that policy.
   *
   * @default false - least privilege
   */
  readonly hostNetwork?: boolean;

  /**
   * See the node's processes (`hostPID`).
   *
   * @default false - least privilege
   */
  readonly hostPid?: boolean;

  /**
   * Share the node's interprocess communication (`hostIPC`).
   *
   * @default false - least privilege
   */
  readonly hostIpc?: boolean;

  /**
   * Let the containers of the pod see each other's processes (`shareProcessNamespace`).
   *
   * @default false - as Kubernetes decides
   */
  readonly shareProcessNamespace?: boolean;

  /**
   * How names are resolved (`dnsPolicy`).
   *
   * @default - `ClusterFirstWithHostNet` with `hostNetwork` (on Windows nodes `Default`, the node's own resolver), else `ClusterFirst`, which
   * knows the cluster's Services
   */
  readonly dnsPolicy?: DnsPolicy;

  /**
   * What it may ask of the Kubernetes API.
   *
   * @default - nothing; it gets no token
   */
  readonly kubernetesAccess?: KubernetesAccess[];
}
