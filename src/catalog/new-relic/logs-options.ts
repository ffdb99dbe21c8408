import { Size } from 'cdk8s';
import { DaemonResources } from '../../daemon/resources';

/**
 * The logs of the node's containers, by New Relic's Fluent Bit (upstream's chart `newrelic-logging`): a container of the same pod, with the same license key. It runs as root
 * without a capability, reads `/var/log`, and keeps positions and buffers in the state directory `/var/lib/<namespace>/<name>`, bounded, so that a restart neither
 * loses nor repeats; upstream mounts all of `/var` writable, and loses what it holds in memory. Its own log is left out. It may get single pods; upstream's
 * chart lets it list and watch those of the whole cluster, and its namespaces.
 */
export interface NewRelicLogs {
  /**
   * Whether logs are read: false takes them from a variant.
   *
   * @default true - as soon as `logs` is there
   */
  readonly enabled?: boolean;

  /**
   * Files to leave out, with wildcards, such as `/var/log/containers/*_kube-system_*.log`.
   *
   * @default - only its own
   */
  readonly excludePaths?: string[];

  /**
   * Whether the nodes run Docker, where the files of `/var/log/pods` are links into `/var/lib/docker/containers`, in Docker's own format.
   *
   * @default false - containerd and CRI-O write below `/var/log`
   */
  readonly docker?: boolean;

  /**
   * How much of the node's disk what is not sent yet takes. When it is full, the oldest events are given up; until then it is tried for ever.
   *
   * @default Size.gibibytes(1) - it must not fill the disk that the node's pods share; upstream keeps 7 MB in memory and gives up after 5 tries
   */
  readonly bufferLimit?: Size;

  /**
   * To where logs are sent.
   *
   * @default - the Log API of `region`
   */
  readonly endpoint?: string;

  /**
   * Port of Fluent Bit's metrics and probes, declared under the name `metrics`. It is the pod's.
   *
   * @default 2020 - Fluent Bit's own
   */
  readonly metricsPort?: number;

  /**
   * Image with tag or digest.
   *
   * @default docker.io/newrelic/newrelic-fluentbit-output:3.8.0 - the release that these options were written for
   */
  readonly image?: string;

  /**
   * What it asks of the node. What is not said keeps its default, made to fit: a limit below the default request lowers the request.
   *
   * @default - CPU request 100m; memory request 128Mi and limit 256Mi, as every Fluent Bit here: at upstream's 128Mi it is ended again and again
   * (newrelic/helm-charts#1500); no CPU limit, which makes logs late
   */
  readonly resources?: DaemonResources;
}
