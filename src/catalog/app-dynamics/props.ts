import { ContainerPort, EnvValue, SecretValue } from 'cdk8s-plus-27';
import { AppDynamicsAnalytics, AppDynamicsController, AppDynamicsDocker, AppDynamicsNetviz, AppDynamicsProxy } from './feature-options';
import { AppDynamicsLogLevel } from './log-level';
import { DaemonContainer } from '../../daemon/container';
import { DaemonOptions } from '../../daemon/daemon-props';
import { DaemonResources } from '../../daemon/resources';
import { VariantOptions } from '../../daemon/variant';
import { DaemonVolume } from '../../daemon/volume';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';

/** What the agent measures and takes: all that may differ from node to node. */
export interface AppDynamicsOptions {
  /**
   * Whether the node's server is measured in full: processes, volumes, networks (Server Visibility, `APPDYNAMICS_SIM_ENABLED`). It needs a licence of its own.
   *
   * @default true - as upstream; false leaves the basic metrics of the hardware, for the agents of applications on the same node
   */
  readonly serverVisibility?: boolean;

  /**
   * Containers of Docker; `{}` is enough.
   *
   * @default - none: nodes with containerd or CRI-O have no such socket, and pods of upstream's chart wait or find an empty directory there
   */
  readonly docker?: AppDynamicsDocker;

  /**
   * Logs and transactions that programs send. The image must have the analytics agent in it (`machine-agent-analytics`).
   *
   * @default - none: they need a port
   */
  readonly analytics?: AppDynamicsAnalytics;

  /**
   * Flows of the network between programs.
   *
   * @default - none: a further container sees all packets of the node
   */
  readonly netviz?: AppDynamicsNetviz;

  /**
   * Where the node stands in the controller's tree of servers: names divided by `|`, such as `cluster|rack-4|` (`APPDYNAMICS_MACHINE_HIERARCHY_PATH`), without spaces.
   *
   * @default - at its root
   */
  readonly hierarchyPath?: string;

  /**
   * How many metrics are sent at most (`APPDYNAMICS_AGENT_METRIC_LIMIT`); what is more is dropped.
   *
   * @default - the agent's own; upstream's chart says 4000
   */
  readonly metricLimit?: number;

  /**
   * Further properties of the agent (`-D<name>=<value>`, in `APPDYNAMICS_MA_PROPERTIES`), such as
   * `appdynamics.docker.container.collection.cgroup.enabled`. The image's start script divides them at spaces, so neither name nor value has one.
   *
   * @default - only those of the options
   * @see https://docs.appdynamics.com/4.5.x/en/infrastructure-visibility/machine-agent/configure-the-machine-agent
   */
  readonly properties?: { [name: string]: string };

  /**
   * From which importance on it tells something in its log, which is the container's.
   *
   * @default AppDynamicsLogLevel.INFO - as upstream, whose log is a file in the container
   */
  readonly logLevel?: AppDynamicsLogLevel;

  /**
   * A proxy on the way to the controller.
   *
   * @default - none
   */
  readonly proxy?: AppDynamicsProxy;

  /**
   * Whether it is on the node's network, whose traffic it then measures.
   *
   * @default true - false measures the network of its pod, and takes no port of the node for `analytics`; `netviz` needs it
   */
  readonly hostNetwork?: boolean;

  /**
   * What it asks of the node. What is not said keeps its default, made to fit.
   *
   * @default - as upstream's operator: CPU request 200m; memory request 800Mi and limit 1Gi. With `analytics` as upstream's chart: CPU request 300m; memory request 1Gi
   * and limit 2Gi. No CPU limit, which makes measurements late
   */
  readonly resources?: DaemonResources;

  /**
   * Further ports, such as that of a syslog receiver: without it neither Services nor NetworkPolicies know them.
   *
   * @default - only those of the options
   */
  readonly ports?: ContainerPort[];

  /**
   * Further environment variables. What is secret comes from a Secret: `EnvValue.fromSecretValue`.
   *
   * @default - only those of the options
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * Further paths of the node, for extensions of the agent.
   *
   * @default - only those of the options
   */
  readonly hostPaths?: HostPath[];

  /**
   * Further files from Secrets and ConfigMaps, such as certificates of one's own or extensions.
   *
   * @default - only those of the options
   */
  readonly volumes?: DaemonVolume[];

  /**
   * What it may do on the node.
   *
   * @default - root without a capability: it reads what the kernel tells of the node, and its image's start script writes into the image's own configuration. Upstream's
   * operator makes it privileged, its chart does not
   */
  readonly privileges?: Privileges;

  /**
   * Containers beside it.
   *
   * @default - none
   */
  readonly containers?: DaemonContainer[];
}

/** What is different on the nodes of a variant. */
export interface AppDynamicsVariantOptions extends AppDynamicsOptions, VariantOptions {
  /**
   * Image with tag or digest.
   *
   * @default - the daemon's
   */
  readonly image?: string;
}

/** AppDynamics' machine agent on every node. */
export interface AppDynamicsDaemonProps extends AppDynamicsOptions, DaemonOptions {
  /**
   * Image with tag or digest, such as your copy of `docker.io/appdynamics/machine-agent`, or of `machine-agent-analytics` for `analytics`. There is no default:
   * upstream names no version but `latest`, with which every node may run another one.
   */
  readonly image: string;

  /** The controller, where everything is sent. */
  readonly controller: AppDynamicsController;

  /** The account's access key. AppDynamics' operator names its key in the Secret `controller-key`. */
  readonly accessKey: SecretValue;
}
