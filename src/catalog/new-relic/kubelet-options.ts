import { Duration } from 'cdk8s';
import { SecretValue } from 'cdk8s-plus-27';
import { DaemonResources } from '../../daemon/resources';

/** By which rights the scraper asks for the pods of its node. Metrics are always asked of the kubelet, by `nodes/metrics` and `nodes/stats`. */
export enum NewRelicKubeletAuthorization {
  /** The kubelet, by `nodes/pods` and `nodes/healthz`: Kubernetes 1.33 and newer. */
  FINE_GRAINED = 'fine-grained',
  /** The API server, by `list` of pods: any version of Kubernetes, and GKE Autopilot. Each node then costs the API server a request per interval. */
  API_SERVER = 'api-server',
  /** The kubelet, by `nodes/proxy`, with which commands can be run in every container of the cluster: older versions, as a last resort. */
  NODES_PROXY = 'nodes-proxy',
}

/** How the node's kubelet is asked (container `kubelet`). */
export interface NewRelicKubelet {
  /**
   * By which rights.
   *
   * @default NewRelicKubeletAuthorization.FINE_GRAINED - upstream asks for `nodes/proxy`, unless `rbac.kubeletFineGrainedAuth` is turned on
   */
  readonly authorization?: NewRelicKubeletAuthorization;

  /**
   * Whether the kubelet's certificate is checked (`caBundlePath`). Kubelets that sign their own (kubeadm and kind without `serverTLSBootstrap`) need false.
   *
   * @default true - the token must not go to whoever answers; upstream checks nothing until it is told of a bundle
   */
  readonly verify?: boolean;

  /**
   * Certificate authorities (PEM) that the kubelet's certificate must come from. With `NewRelicKubeletAuthorization.API_SERVER` that of the API server is among them.
   *
   * @default - the cluster's own, which comes with the token; AKS has one of the kubelets' own
   */
  readonly ca?: SecretValue;

  /**
   * How long the kubelet may take to answer (`timeout`).
   *
   * @default Duration.seconds(10) - as upstream
   */
  readonly timeout?: Duration;

  /**
   * How often a request is tried again (`retries`).
   *
   * @default 3 - as upstream
   */
  readonly retries?: number;

  /**
   * How long the kubelet of a new node is waited for (`initTimeout`): its certificate may be minutes late.
   *
   * @default Duration.minutes(3) - as upstream's chart
   */
  readonly startTimeout?: Duration;

  /**
   * Image of the scraper with tag or digest.
   *
   * @default docker.io/newrelic/nri-kubernetes:4.5.0 - the release that these options were written for
   */
  readonly image?: string;

  /**
   * What the scraper asks of the node. What is not said keeps its default, made to fit: a limit below the default request lowers the request.
   *
   * @default - CPU request 100m; memory request 150Mi and limit 300Mi, as upstream; no CPU limit, which would only make samples late
   */
  readonly resources?: DaemonResources;
}
