import { SecretValue } from 'cdk8s-plus-27';
import { DaemonResources } from '../../daemon/resources';

/** The controller, where everything is sent. */
export interface AppDynamicsController {
  /** Host name or address, such as `example.saas.appdynamics.com` (`APPDYNAMICS_CONTROLLER_HOST_NAME`). */
  readonly host: string;

  /**
   * Port (`APPDYNAMICS_CONTROLLER_PORT`).
   *
   * @default 443 - AppDynamics' own cloud; a controller of one's own has 8090 or 8181
   */
  readonly port?: number;

  /**
   * Whether it is spoken to by TLS (`APPDYNAMICS_CONTROLLER_SSL_ENABLED`).
   *
   * @default true - the access key is sent
   */
  readonly ssl?: boolean;

  /** Name of the account (`APPDYNAMICS_AGENT_ACCOUNT_NAME`), `customer1` with a controller of one's own. */
  readonly account: string;
}

/** A proxy on the way to the controller. */
export interface AppDynamicsProxy {
  /** Host name or address. */
  readonly host: string;

  /** Port. */
  readonly port: number;

  /**
   * Who one is to the proxy; with `password`.
   *
   * @default - the proxy asks for nobody
   */
  readonly user?: string;

  /**
   * Password of `user`, from a Secret: the agent reads it from a file (`appdynamics.http.proxyPasswordFile`). AppDynamics' operator names its key in the Secret
   * `proxy-password`; the chart has it in a ConfigMap, in plain text.
   *
   * @default - none
   */
  readonly password?: SecretValue;
}

/** Containers of Docker on the node (Docker Visibility). */
export interface AppDynamicsDocker {
  /**
   * Whether they are measured: false takes them from a variant.
   *
   * @default true - as soon as `docker` is there
   */
  readonly enabled?: boolean;

  /**
   * Docker's socket on the node. It is mounted by itself, since the agent knows it in `/var/run` only, where other things of the container are; after a restart of
   * Docker the agent's pod has to be started again.
   *
   * @default /var/run/docker.sock - Docker's own
   */
  readonly socket?: string;
}

/**
 * Logs and transactions for Business iQ, which programs send to the agent of their own node (analytics agent), on port 9090: of the node, or with
 * `hostNetwork: false` of the pod.
 */
export interface AppDynamicsAnalytics {
  /**
   * Whether they are taken: false takes them from a variant.
   *
   * @default true - as soon as `analytics` is there
   */
  readonly enabled?: boolean;

  /** Global name of the account, as the controller's page of licences says it (`APPDYNAMICS_AGENT_GLOBAL_ACCOUNT_NAME`). */
  readonly globalAccount: string;

  /**
   * URL of the events service (`EVENT_ENDPOINT`).
   *
   * @default https://analytics.api.appdynamics.com - of AppDynamics' own cloud, in America; other regions and controllers of one's own have others
   */
  readonly eventEndpoint?: string;
}

/** Flows of the network between programs (Network Visibility): a container of its own, which sees all packets of the node. */
export interface AppDynamicsNetviz {
  /**
   * Whether they are seen: false takes them from a variant.
   *
   * @default true - as soon as `netviz` is there
   */
  readonly enabled?: boolean;

  /** Image with tag or digest, such as your copy of `docker.io/appdynamics/machine-agent-netviz`, of which upstream names no version but `latest`. */
  readonly image: string;

  /**
   * Port of the node, to which the agents of applications speak, declared under the name `netviz`.
   *
   * @default 3892 - AppDynamics' own
   */
  readonly port?: number;

  /**
   * Address on which it answers, IPv6 without brackets.
   *
   * @default 0.0.0.0 - as upstream: pods reach it by the address of their node; say `::` where nodes are known by IPv6
   */
  readonly listenAddress?: string;

  /**
   * What it asks of the node. What is not said keeps its default, made to fit.
   *
   * @default - as upstream: CPU request 100m; memory request 150Mi and limit 300Mi; upstream's CPU limit would make it lose packets
   */
  readonly resources?: DaemonResources;
}
