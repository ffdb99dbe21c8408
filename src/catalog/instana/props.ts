import { EnvValue, SecretValue } from 'cdk8s-plus-27';
import { InstanaConfiguration } from './configuration';
import { DaemonContainer } from '../../daemon/container';
import { DaemonOptions } from '../../daemon/daemon-props';
import { KubernetesAccess } from '../../daemon/kubernetes-access';
import { DaemonResources } from '../../daemon/resources';
import { VariantOptions } from '../../daemon/variant';
import { DaemonVolume } from '../../daemon/volume';
import { HostPath } from '../../host/host-path';

/** What the agent does (`INSTANA_AGENT_MODE`). */
export enum InstanaMode {
  /** Traces and metrics of applications, and the infrastructure. */
  APM = 'APM',
  /** The infrastructure only, without a look into applications; it is licensed apart. */
  INFRASTRUCTURE = 'INFRASTRUCTURE',
  /** Services of AWS, from within it: one agent for a region, and so mostly a variant of one node. */
  AWS = 'AWS',
}

/** How the agent speaks to its proxy. */
export enum InstanaProxyProtocol {
  /** HTTP, with the method CONNECT. */
  HTTP = 'http',
  /** HTTPS, with the method CONNECT. */
  HTTPS = 'https',
  /** SOCKS 4. */
  SOCKS4 = 'socks4',
  /** SOCKS 5. */
  SOCKS5 = 'socks5',
}

/** Where the nodes of TKGI (and of the older PKS) have their container runtime, in directories of Cloud Foundry's BOSH. */
export enum InstanaTkgiRuntime {
  /** containerd: `/var/vcap/sys/run/containerd` and `/var/vcap/jobs/containerd/config`. */
  CONTAINERD = 'containerd',
  /** Docker: `/var/vcap/sys/run/docker`. */
  DOCKER = 'docker',
}

/** Where the agent sends to. */
export interface InstanaEndpoint {
  /** Name or address (`INSTANA_AGENT_ENDPOINT`), such as `ingress-red-saas.instana.io`; which one it is stands beside your agent key. */
  readonly host: string;

  /**
   * Port (`INSTANA_AGENT_ENDPOINT_PORT`).
   *
   * @default 443 - of Instana's own service
   */
  readonly port?: number;
}

/** A proxy between the agent and everything that it sends to and loads from (`INSTANA_AGENT_PROXY_…`). */
export interface InstanaProxy {
  /** Name or address. */
  readonly host: string;

  /**
   * Port.
   *
   * @default 80 - as upstream
   */
  readonly port?: number;

  /**
   * Protocol.
   *
   * @default InstanaProxyProtocol.HTTP - as upstream
   */
  readonly protocol?: InstanaProxyProtocol;

  /**
   * User. The vendor's operator keeps it under the key `proxyUser`.
   *
   * @default - none is asked for
   */
  readonly user?: SecretValue;

  /**
   * Password. The vendor's operator keeps it under the key `proxyPassword`.
   *
   * @default - none is asked for
   */
  readonly password?: SecretValue;

  /**
   * Whether the proxy resolves names (`INSTANA_AGENT_PROXY_USE_DNS`).
   *
   * @default false - the agent does, as upstream
   */
  readonly useDns?: boolean;
}

/**
 * What programs send by OpenTelemetry's OTLP. The ports are the node's, as the agent is on its network: a second receiver of them there cannot start.
 */
export interface InstanaOpenTelemetry {
  /**
   * Whether anything is taken: false takes it from a variant.
   *
   * @default true - as soon as `openTelemetry` is there
   */
  readonly enabled?: boolean;

  /**
   * Whether it is taken by gRPC, on the ports 4317 (`otlp-grpc`) and, the old one, 55680 (`otlp-legacy`).
   *
   * @default true - as soon as `openTelemetry` is there
   */
  readonly grpc?: boolean;

  /**
   * Whether it is taken by HTTP, on the port 4318 (`otlp-http`).
   *
   * @default true - as soon as `openTelemetry` is there
   */
  readonly http?: boolean;
}

/** Options of an Instana agent. */
export interface InstanaOptions {
  /**
   * What it does.
   *
   * @default InstanaMode.APM - as upstream. Upstream's zones forget the mode of the agent; a variant here keeps it
   */
  readonly mode?: InstanaMode;

  /**
   * Zone under which Instana shows the nodes (`INSTANA_ZONE`).
   *
   * @default - that of the cloud, which the agent finds out, or none. With several, give each a variant
   */
  readonly zone?: string;

  /**
   * Tags of the nodes (`INSTANA_AGENT_TAGS`).
   *
   * @default - none
   */
  readonly tags?: string[];

  /**
   * Parts of the configuration by name; each becomes a file `configuration-<name>.yaml`. What is secret stands in a Secret: `InstanaConfiguration.fromSecret`.
   * A variant has those of the daemon too, and replaces one by its name.
   *
   * @default - none: sensors find by themselves what they watch
   */
  readonly configuration?: { [name: string]: InstanaConfiguration };

  /**
   * Whether programs send to it by OTLP.
   *
   * @default - nothing is taken: upstream's agent opens the ports of OTLP on the node, where another collector may have them
   */
  readonly openTelemetry?: InstanaOpenTelemetry;

  /**
   * A proxy to the outside.
   *
   * @default - none
   */
  readonly proxy?: InstanaProxy;

  /**
   * Address on which the agent's own API listens (`INSTANA_AGENT_HTTP_LISTEN`).
   *
   * @default - the agent's own choice, so that programs of the node reach it
   */
  readonly listenAddress?: string;

  /**
   * The container runtime of nodes of TKGI.
   *
   * @default - other nodes: upstream mounts TKGI's directories everywhere, and so makes them on every node
   */
  readonly tkgiRuntime?: InstanaTkgiRuntime;

  /**
   * Whether the nodes are of IBM Cloud, which keep what containers write below `/var/data`.
   *
   * @default false - upstream mounts the directory everywhere, and so makes it on every node
   */
  readonly ibmCloud?: boolean;

  /**
   * What it asks of the node. What is not said keeps its default, made to fit: a limit below the default request lowers the request.
   *
   * @default - upstream's: CPU request 500m; memory request and limit 768Mi, from which the agent takes the size of its heap. No CPU limit (upstream: 1500m), which
   * would make traces late when the node is busy
   */
  readonly resources?: DaemonResources;

  /**
   * Further environment variables, such as `INSTANA_LOG_LEVEL`. What is secret comes from a Secret: `EnvValue.fromSecretValue`.
   *
   * @default - only those of the options
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * Further paths of the node, such as the logs of a program that a sensor reads.
   *
   * @default - only what upstream mounts too, without directories that ordinary nodes do not have
   */
  readonly hostPaths?: HostPath[];

  /**
   * Further files from Secrets and ConfigMaps.
   *
   * @default - only the configuration
   */
  readonly volumes?: DaemonVolume[];

  /**
   * Containers beside it.
   *
   * @default - none
   */
  readonly containers?: DaemonContainer[];

  /**
   * What else it may ask of the Kubernetes API, for sensors of yours.
   *
   * @default - only to read pods and nodes, and to get nodes/stats and nodes/metrics of the kubelet: not `nodes/proxy`, by which commands run in every container,
   * which upstream's operator gives and its last manifest without an operator did not
   */
  readonly kubernetesAccess?: KubernetesAccess[];
}

/** What is different on the nodes of a variant. */
export interface InstanaVariantOptions extends InstanaOptions, VariantOptions {
  /**
   * Image with tag or digest.
   *
   * @default - the daemon's: it is for all hardware
   */
  readonly image?: string;
}

/** An Instana agent on every node. */
export interface InstanaDaemonProps extends InstanaOptions, DaemonOptions {
  /**
   * Image with tag or digest, such as one of `icr.io/instana/agent`: upstream names no version but `latest`, which can be another one on each node. It must
   * read its configuration from `CONFIG_PATH`, as the vendor's images of 2024 and later do. The sensors in it are loaded and renewed by the agent itself.
   */
  readonly image: string;

  /** The agent key (`INSTANA_AGENT_KEY`). The vendor's manifests keep it under the key `key`. */
  readonly key: SecretValue;

  /**
   * The key by which sensors are loaded (`INSTANA_DOWNLOAD_KEY`). The vendor's manifests keep it under the key `downloadKey`.
   *
   * @default - the agent key, as upstream
   */
  readonly downloadKey?: SecretValue;

  /** Where it sends to. There is no default: upstream's is one region of Instana's service, which the keys of the others do not fit. */
  readonly endpoint: InstanaEndpoint;

  /** Name under which Instana shows the cluster (`INSTANA_KUBERNETES_CLUSTER_NAME`): the same for all nodes. */
  readonly clusterName: string;
}
