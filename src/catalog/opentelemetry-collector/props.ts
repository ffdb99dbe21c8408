import { Duration, Size } from 'cdk8s';
import { ContainerPort, EnvValue } from 'cdk8s-plus-27';
import { OpenTelemetryExporter } from './exporter';
import { OpenTelemetryHostMetrics, OpenTelemetryKubeletMetrics, OpenTelemetryLogs, OpenTelemetryOtlpReceiver } from './receiver-options';
import { DaemonContainer } from '../../daemon/container';
import { DaemonOptions } from '../../daemon/daemon-props';
import { KubernetesAccess } from '../../daemon/kubernetes-access';
import { DaemonResources } from '../../daemon/resources';
import { VariantOptions } from '../../daemon/variant';
import { DaemonVolume } from '../../daemon/volume';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';

/**
 * What signals learn of their pods from the Kubernetes API (processor `k8s_attributes`): namespace, node, name, uid and start of the pod, and the Deployment,
 * StatefulSet, DaemonSet, Job or CronJob that it belongs to. Only the pods of the node are watched.
 *
 * The collector may then list and watch pods, and nothing else; with `namespaceLabels` namespaces too. Upstream's chart lets it get them too, which it never does,
 * and read all namespaces and ReplicaSets, which the processor no longer needs: a ReplicaSet's name says its Deployment's.
 */
export interface OpenTelemetryKubernetesAttributes {
  /**
   * Whether the API is asked: false takes it from a variant.
   *
   * @default true - as soon as `kubernetesAttributes` is there
   */
  readonly enabled?: boolean;

  /**
   * Labels of pods that become attributes: key of the label to name of the attribute.
   *
   * @default - none: attributes cost at every destination
   */
  readonly podLabels?: { [label: string]: string };

  /**
   * Annotations of pods that become attributes: key of the annotation to name of the attribute.
   *
   * @default - none: attributes cost at every destination
   */
  readonly podAnnotations?: { [annotation: string]: string };

  /**
   * Labels of namespaces that become attributes: key of the label to name of the attribute. Only with them namespaces are read.
   *
   * @default - none: attributes cost at every destination
   */
  readonly namespaceLabels?: { [label: string]: string };
}

/** What outlives a restart, in the daemon's state directory (extension `file_storage`): read positions of logs, and what no destination has yet. */
export interface OpenTelemetryCheckpoints {
  /**
   * Whether anything is kept. The collector then runs as root without a capability, since the directory belongs to root.
   *
   * @default - true with `logs`, else false; without positions upstream's chart loses logs in a restart
   */
  readonly enabled?: boolean;

  /**
   * How much waits on the node's disk for each destination and signal, which have a queue each (`sending_queue`): with one destination three times as much at most.
   * When it is full, logs wait in their files, and programs that send are kept waiting; a destination that is away for so long stops the others, and the pod takes its
   * whole grace period to end, after which a batch may come twice. It must have room for the largest batch, at 100 KiB for each record.
   *
   * @default Size.mebibytes(512) - it must not fill the disk that the node's pods share; upstream counts requests, of any size
   */
  readonly queueLimit?: Size;
}

/** How signals are sent together (processor `batch`). What waits here is sent when the collector ends, and lost only when it is killed. */
export interface OpenTelemetryBatch {
  /**
   * How many records are sent together.
   *
   * @default 1000 - as upstream's kube-stack; the processor's own 8192 can outgrow what a server of gRPC takes (4 MiB)
   */
  readonly size?: number;

  /**
   * How many there are at most (`send_batch_max_size`); more are split.
   *
   * @default - half as many more as `size`, as upstream's kube-stack; the processor itself knows no limit
   */
  readonly maxSize?: number;

  /**
   * How long records wait for others.
   *
   * @default Duration.seconds(1) - as upstream's kube-stack; memory is short on a node
   */
  readonly timeout?: Duration;
}

/** The collector's own metrics, in the format of Prometheus. */
export interface OpenTelemetryTelemetry {
  /**
   * Whether there are any.
   *
   * @default true - a full queue and a refused signal are seen nowhere else; upstream's chart lets the collector read its own and send them on
   */
  readonly enabled?: boolean;

  /**
   * Port, declared under the name `metrics`.
   *
   * @default 8888 - upstream's, whose chart does not declare it
   */
  readonly port?: number;
}

/** What the collector takes and how it handles it: all that may differ from node to node. */
export interface OpenTelemetryCollectorOptions {
  /**
   * What programs send by OTLP.
   *
   * @default - by gRPC on port 4317 and by HTTP on port 4318; upstream's chart opens ports for Jaeger and Zipkin too, which `extraConfig` may add
   */
  readonly otlp?: OpenTelemetryOtlpReceiver;

  /**
   * Logs of the node's containers; `{}` is enough.
   *
   * @default - none: least privilege; they need the node's `/var/log/pods` and root without a capability
   */
  readonly logs?: OpenTelemetryLogs;

  /**
   * Metrics of the node; `{}` is enough. Upstream's chart mounts the node's whole file system for them, and here the usage of file systems alone needs it: without that
   * scraper there are `/proc` and `/sys` only.
   *
   * @default - none: least privilege; they need paths of the node
   */
  readonly hostMetrics?: OpenTelemetryHostMetrics;

  /**
   * Metrics of pods and containers; `{}` is enough.
   *
   * @default - none: least privilege; they need the right to get `nodes/stats`
   */
  readonly kubeletMetrics?: OpenTelemetryKubeletMetrics;

  /**
   * What signals learn of their pods; `{}` is enough.
   *
   * @default - nothing: least privilege; it needs the right to read pods
   */
  readonly kubernetesAttributes?: OpenTelemetryKubernetesAttributes;

  /**
   * What outlives a restart.
   *
   * @default - with `logs` read positions and queues, at most 512 MiB for each destination and signal; else nothing
   */
  readonly checkpoints?: OpenTelemetryCheckpoints;

  /**
   * How signals are sent together.
   *
   * @default - a thousand records, or those of a second
   */
  readonly batch?: OpenTelemetryBatch;

  /**
   * The collector's own metrics.
   *
   * @default - on port 8888
   */
  readonly telemetry?: OpenTelemetryTelemetry;

  /**
   * Port of the kubelet's probes (extension `health_check`), declared under the name `health`.
   *
   * @default 13133 - upstream's, whose chart does not declare it: on the node's network a clash is seen only by a declared one
   */
  readonly healthPort?: number;

  /**
   * Further configuration in the collector's own YAML: `receivers`, `processors`, `exporters`, `connectors`, `extensions` and `service`. It is merged over what the
   * options give: maps key by key, everything else, lists among it, in place of what is there, as the collector merges its own files. Variables are `${env:NAME}`;
   * secrets come from `env` only, and one in plain text is refused.
   *
   * @default - none
   * @see https://opentelemetry.io/docs/collector/configuration/
   */
  readonly extraConfig?: string;

  /**
   * Image with tag or digest. It needs the collector 0.158 or newer (older ones read ReplicaSets for the names of Deployments, or do not know all names of the
   * configuration), with the components that the options stand for. Exporters of vendors are in
   * `ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib`.
   *
   * @default - ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-k8s:0.158.0; upstream's chart has none
   */
  readonly image?: string;

  /**
   * What it asks of the node. What is not said keeps its default, made to fit. Go collects its garbage (`GOMEMLIMIT`) at 80 % of the memory limit, where the
   * collector begins to refuse signals too (`memory_limiter`).
   *
   * @default - CPU request 100m; memory request 256Mi and limit 512Mi, as upstream's kube-stack; no CPU limit, which makes signals late
   */
  readonly resources?: DaemonResources;

  /**
   * Further ports, for receivers of `extraConfig`: without it neither Services nor NetworkPolicies know them.
   *
   * @default - only those of the options
   */
  readonly ports?: ContainerPort[];

  /**
   * Further environment variables, for `extraConfig`. What is secret comes from a Secret: `EnvValue.fromSecretValue`.
   *
   * @default - only those that the configuration needs
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * Further paths of the node, for `extraConfig`.
   *
   * @default - only those of the presets
   */
  readonly hostPaths?: HostPath[];

  /**
   * Further files from Secrets and ConfigMaps, for `extraConfig`.
   *
   * @default - only those that TLS needs
   */
  readonly volumes?: DaemonVolume[];

  /**
   * What it may do on the node.
   *
   * @default - nobody (uid 65534) without a capability; root without a capability with `logs` or `checkpoints`, whose files belong to root (upstream's uid 10001 cannot read them)
   */
  readonly privileges?: Privileges;

  /**
   * Containers beside it.
   *
   * @default - none
   */
  readonly containers?: DaemonContainer[];

  /**
   * What else it may ask of the Kubernetes API, for `extraConfig`.
   *
   * @default - only what the presets need
   */
  readonly kubernetesAccess?: KubernetesAccess[];
}

/** What is different on the nodes of a variant. */
export interface OpenTelemetryCollectorVariantOptions extends OpenTelemetryCollectorOptions, VariantOptions {
  /**
   * Where everything is sent.
   *
   * @default - the daemon's: signals of all nodes belong together
   */
  readonly exporters?: OpenTelemetryExporter[];
}

/** An OpenTelemetry Collector on every node. */
export interface OpenTelemetryCollectorDaemonProps extends OpenTelemetryCollectorOptions, DaemonOptions {
  /** Where everything is sent: at least one, or exporters in `extraConfig`. There is no default: upstream's chart sends everything to the collector's own log. */
  readonly exporters: OpenTelemetryExporter[];
}
