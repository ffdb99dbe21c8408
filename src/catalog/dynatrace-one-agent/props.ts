import { EnvValue, IConfigMap, SecretValue } from 'cdk8s-plus-27';
import { DaemonContainer } from '../../daemon/container';
import { DaemonOptions } from '../../daemon/daemon-props';
import { DaemonResources } from '../../daemon/resources';
import { VariantOptions } from '../../daemon/variant';
import { DaemonVolume } from '../../daemon/volume';
import { HostPath } from '../../host/host-path';

/** What the agent does on its node, in the words of the vendor's operator. */
export enum DynatraceOneAgentMode {
  /**
   * The node and its processes are measured; nothing is loaded into applications. The agent is uid 1000, sees the node's file system read-only, and keeps what it
   * has to in its state directory.
   */
  HOST_MONITORING = 'hostMonitoring',
  /**
   * The agent is root, installs itself on the node's file system, and loads its modules into every process that starts **after** it: pods that run already have
   * to be started again. Nodes with a read-only file system (Bottlerocket, Talos) cannot have it: give them a variant with `HOST_MONITORING`.
   */
  CLASSIC_FULL_STACK = 'classicFullStack',
}

/** A proxy between the agent and Dynatrace. The agent reads it from files, as from version 1.273 on. */
export interface DynatraceProxy {
  /** Name or address. */
  readonly host: string;

  /** Port. */
  readonly port: number;

  /**
   * Whether the proxy itself is spoken to by HTTPS.
   *
   * @default false - most are not
   */
  readonly https?: boolean;

  /**
   * User. The vendor's operator keeps it under the key `username`.
   *
   * @default - none is asked for
   */
  readonly username?: SecretValue;

  /**
   * Password. The vendor's operator keeps it under the key `password`.
   *
   * @default - none is asked for
   */
  readonly password?: SecretValue;

  /**
   * Hosts that are reached without it, such as an ActiveGate in the cluster (`--set-no-proxy`).
   *
   * @default - none
   */
  readonly noProxy?: string[];
}

/** Options of a OneAgent. */
export interface DynatraceOneAgentOptions {
  /**
   * What it does.
   *
   * @default DynatraceOneAgentMode.HOST_MONITORING - what changes nothing on the node is not asked for; upstream has no default
   */
  readonly mode?: DynatraceOneAgentMode;

  /**
   * Host group of the nodes (`--set-host-group`): letters, digits, `-`, `_` and `.`, at most 100, not beginning with `dt.`.
   *
   * @default - none
   */
  readonly hostGroup?: string;

  /**
   * Network zone (`--set-network-zone`): letters, digits, `-`, `_` and `.`.
   *
   * @default - the tenant's default zone
   */
  readonly networkZone?: string;

  /**
   * Properties of the nodes (`--set-host-property`), by name.
   *
   * @default - none; upstream says the version of its operator by one
   */
  readonly hostProperties?: { [name: string]: string };

  /**
   * A proxy to Dynatrace.
   *
   * @default - none; one that an agent on the node remembers is forgotten (`--set-proxy=`), as with upstream
   */
  readonly proxy?: DynatraceProxy;

  /**
   * Further certificate authorities that the agent trusts, for Dynatrace Managed or a proxy. The vendor's operator keeps them under the key `certs`, in PEM.
   *
   * @default - those of the image
   */
  readonly trustedCas?: IConfigMap;

  /**
   * Further arguments, of `oneagentctl`: such as `--set-host-tag=team=platform`.
   *
   * @default - only those of the options
   */
  readonly extraArgs?: string[];

  /**
   * What asks the agent whether it is well.
   *
   * @default ['/usr/bin/watchdog-healthcheck64'] - the `HEALTHCHECK` of images from 1.276 on, which upstream's operator reads from the image
   */
  readonly healthCheckCommand?: string[];

  /**
   * What it asks of the node. What is not said keeps its default, made to fit: a limit below the default request lowers the request.
   *
   * @default - upstream's samples: CPU request 100m; memory request 512Mi and limit 1536Mi. No CPU limit (samples: 300m), which would make applications wait for
   * the modules in them
   */
  readonly resources?: DaemonResources;

  /**
   * Further environment variables.
   *
   * @default - only those of the options
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * Further paths of the node.
   *
   * @default - only what the mode needs
   */
  readonly hostPaths?: HostPath[];

  /**
   * Further files from Secrets and ConfigMaps.
   *
   * @default - only those of the options
   */
  readonly volumes?: DaemonVolume[];

  /**
   * Containers beside it.
   *
   * @default - none
   */
  readonly containers?: DaemonContainer[];
}

/** What is different on the nodes of a variant. */
export interface DynatraceOneAgentVariantOptions extends DynatraceOneAgentOptions, VariantOptions {
  /**
   * Image with tag or digest.
   *
   * @default - the daemon's: one version for all nodes
   */
  readonly image?: string;
}

/** A OneAgent on every node. */
export interface DynatraceOneAgentDaemonProps extends DynatraceOneAgentOptions, DaemonOptions {
  /**
   * Image with tag or digest. Each tenant has its own, in its own registry (`<tenant>.live.dynatrace.com/linux/oneagent:<version>-raw`, amd64 only, with
   * `imagePullSecrets` of user `<tenant>` and an API token); the same versions are in `public.ecr.aws/dynatrace/dynatrace-oneagent`. It must be an immutable one of
   * 1.291 or later, and not `dynatrace/oneagent`, which installs another version at each start.
   */
  readonly image: string;

  /** The tenant's id (`--set-tenant`), such as `abc12345`: `tenantUUID` of the API `v1/deployment/installer/agent/connectioninfo`. */
  readonly tenant: string;

  /**
   * The tenant token, by which agents are known to the tenant: `tenantToken` of that API, and no API token. The agent reads it from a file. The vendor's manifests
   * keep it under the key `tenant-token`.
   */
  readonly tenantToken: SecretValue;

  /**
   * Where the agent sends to (`--set-server`): URLs such as `https://abc12345.live.dynatrace.com:443/communication`, of the tenant or of an ActiveGate, those of
   * `formattedCommunicationEndpoints` of that API. The agent takes the first that answers.
   */
  readonly communicationEndpoints: string[];

  /**
   * By what Dynatrace joins nodes and cluster (`DT_K8S_CLUSTER_ID`): the UID of the namespace `kube-system`.
   *
   * @default - nothing; upstream's operator finds it out
   */
  readonly clusterId?: string;
}
