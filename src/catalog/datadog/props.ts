import { EnvValue, SecretValue } from 'cdk8s-plus-27';
import {
  DatadogApm, DatadogClusterAgent, DatadogContainerResources, DatadogDogStatsD, DatadogKubelet, DatadogLogs, DatadogProcesses, DatadogSbom,
  DatadogSecurity,
} from './feature-options';
import { DaemonContainer } from '../../daemon/container';
import { DaemonOptions } from '../../daemon/daemon-props';
import { KubernetesAccess } from '../../daemon/kubernetes-access';
import { DaemonResources } from '../../daemon/resources';
import { VariantOptions } from '../../daemon/variant';
import { DaemonVolume } from '../../daemon/volume';
import { HostPath } from '../../host/host-path';

/** How much the agents tell of themselves (`log_level`). */
export enum DatadogLogLevel {
  /** Everything. */
  TRACE = 'trace',
  /** What helps to find a fault. */
  DEBUG = 'debug',
  /** What it does. */
  INFO = 'info',
  /** What may be wrong. */
  WARN = 'warn',
  /** What is wrong. */
  ERROR = 'error',
  /** What keeps it from working. */
  CRITICAL = 'critical',
  /** Nothing. */
  OFF = 'off',
}

/** What the agent measures and takes: all that may differ from node to node. */
export interface DatadogOptions {
  /**
   * Datadog site, by its domain (`site`), such as `datadoghq.eu` or `us5.datadoghq.com`.
   *
   * @default datadoghq.com - the agent's own
   */
  readonly site?: string;

  /**
   * Name of the cluster, with which everything is tagged (`cluster_name`): lower-case letters, digits, `-`, `_` and `.`, at most 80 characters.
   *
   * @default - what the cloud says; else none
   */
  readonly clusterName?: string;

  /**
   * Tags of everything that the node sends (`tags`), such as `env:production`.
   *
   * @default - none but those of node, pod and container
   */
  readonly tags?: string[];

  /**
   * How much the agents tell of themselves.
   *
   * @default DatadogLogLevel.INFO - the agent's own
   */
  readonly logLevel?: DatadogLogLevel;

  /**
   * The cluster agent that is there already. It is not made here: its chart or operator makes it, with its own rights, webhooks and token.
   *
   * @default - none: each agent asks the Kubernetes API for its node, and for the Services of its pods, by itself
   */
  readonly clusterAgent?: DatadogClusterAgent;

  /**
   * Whether events of the cluster are collected (`collect_kubernetes_events`), by the one agent that is elected (`leader_election`, by a Lease in the
   * daemon's own namespace). For clusters without a cluster agent, which does it itself.
   *
   * @default false - every agent, on each node, then has the right to read all events of the cluster
   */
  readonly kubernetesEvents?: boolean;

  /**
   * How the kubelet is asked.
   *
   * @default - with its certificate checked, and with rights path by path
   */
  readonly kubelet?: DatadogKubelet;

  /**
   * The kubelet's directory on the node, for `gpu`. microk8s: `/var/snap/microk8s/common/var/lib/kubelet`; k0s: `/var/lib/k0s/kubelet`.
   *
   * @default /var/lib/kubelet - the kubelet's own
   */
  readonly kubeletRoot?: string;

  /**
   * Socket of containerd or CRI-O on the node (`cri_socket_path`), such as `/run/containerd/containerd.sock`: events and sizes of images and
   * containers. Its directory is mounted. Who may ask a runtime owns the node.
   *
   * @default - none: least privilege. Containers are known by the kubelet, and measured in their cgroups; upstream's chart mounts all of `/var/run`
   */
  readonly criSocketPath?: string;

  /**
   * Containers that are never left out (`container_include`): `image:`, `name:` or `kube_namespace:` and a regular expression of Go, such as
   * `kube_namespace:^shop$`.
   *
   * @default - none: nothing is left out
   */
  readonly containerInclude?: string[];

  /**
   * Containers of which nothing is collected (`container_exclude`), unless `containerInclude` names them, such as `image:.*`.
   *
   * @default - none: nothing is left out
   */
  readonly containerExclude?: string[];

  /**
   * Logs of the node's containers; `{}` is enough.
   *
   * @default - none: least privilege, and each line is paid for
   */
  readonly logs?: DatadogLogs;

  /**
   * Traces of programs; `{}` is enough.
   *
   * @default - none: least privilege; they need a port, and a directory of the node that programs write to. Upstream takes them
   */
  readonly apm?: DatadogApm;

  /**
   * Metrics that programs send; `{}` is enough.
   *
   * @default - none: least privilege; they need a port, and a directory of the node that programs write to. Upstream takes them
   */
  readonly dogstatsd?: DatadogDogStatsD;

  /**
   * Directory of the node with the sockets of `apm` and `dogstatsd`, which programs mount. It is seen at the same path in the pod. Two agents of one
   * node need one each.
   *
   * @default /var/run/datadog - where all libraries, and the cluster agent, look for them
   */
  readonly socketDirectory?: string;

  /**
   * Processes of the node; `{}` is enough.
   *
   * @default - none: command lines may tell what nobody should know. Upstream names the programs every four hours
   */
  readonly processes?: DatadogProcesses;

  /**
   * Whether connections between programs are watched (Cloud Network Monitoring, `network_config`), by eBPF in the container `system-probe`, which
   * `process-agent` reports.
   * system-probe goes without AppArmor's profile, which Kubernetes knows by that field from 1.30 on; older ones take the annotation
   * `container.apparmor.security.beta.kubernetes.io/system-probe: unconfined` (`podAnnotations`).
   *
   * @default false - least privilege: system-probe has `SYS_ADMIN` and no AppArmor, and with it the node
   */
  readonly networkMonitoring?: boolean;

  /**
   * Whether requests between programs are counted by what is on the wire (Universal Service Monitoring, `service_monitoring_config`), by eBPF in the
   * container `system-probe`, which `process-agent` reports. system-probe then reads the whole file system of the node, to find libraries of TLS.
   *
   * @default false - least privilege: system-probe has `SYS_ADMIN` and no AppArmor, and with it the node
   */
  readonly serviceMonitoring?: boolean;

  /**
   * Security products.
   *
   * @default - none: least privilege; they need capabilities and the node's file system
   */
  readonly security?: DatadogSecurity;

  /**
   * What software is in the images, and on the node; `{}` is enough.
   *
   * @default - none: least privilege; it needs the layers of all images
   */
  readonly sbom?: DatadogSbom;

  /**
   * Whether NVIDIA's GPUs are measured (`gpu`). The pod then sees the processes of its node (`hostPID`), the agent has `MKNOD`, and the RuntimeClass
   * is `nvidia` unless another is given: for a variant whose nodes have GPUs.
   *
   * @default false - least privilege, and a node without NVIDIA's runtime would start no pod
   */
  readonly gpu?: boolean;

  /**
   * Checks of integrations, each by its name, such as `redisdb`: the YAML of its `conf.d/<name>.yaml`. Secrets are `%%env_NAME%%`, with `env`, and
   * one in plain text is refused.
   *
   * @default - those that the agent finds by itself, by the images of containers and the annotations of pods
   * @see https://docs.datadoghq.com/containers/kubernetes/integrations/
   */
  readonly integrations?: { [name: string]: string };

  /**
   * Further configuration in the agent's own YAML (`datadog.yaml`). It is merged over what the options give: maps key by key, everything else, lists
   * among it, in place of what is there. A secret in plain text is refused; `ENC[…]` is one of a secret backend.
   *
   * @default - none
   * @see https://docs.datadoghq.com/agent/configuration/agent-configuration-files/
   */
  readonly extraConfig?: string;

  /**
   * Image of the agents with tag or digest: one for all containers. It needs the agent 7.75 or newer, whose `trace-loader` waits for the first trace.
   * GKE Autopilot takes it from `gcr.io/datadoghq/agent` only; JMX is in the tags that end with `-jmx`.
   *
   * @default registry.datadoghq.com/agent:7.81.1 - the release that these options were written for
   */
  readonly image?: string;

  /**
   * What the container `agent` asks of the node. What is not said keeps its default, made to fit. Go collects its garbage (`GOMEMLIMIT`) at 80 % of
   * the memory limit.
   *
   * @default - CPU request 200m; memory request 256Mi, as upstream suggests, and limit 512Mi; no CPU limit, which makes measurements late
   */
  readonly resources?: DaemonResources;

  /**
   * What the containers that features bring ask of the node.
   *
   * @default - what upstream suggests, with limits of memory
   */
  readonly containerResources?: DatadogContainerResources;

  /**
   * Further environment variables, of every container of the agent: `DD_…` wins over `datadog.yaml`. What is secret comes from a Secret:
   * `EnvValue.fromSecretValue`.
   *
   * @default - only those that the options need
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * Further paths of the node, of the container `agent`, for `integrations`.
   *
   * @default - only those of the options
   */
  readonly hostPaths?: HostPath[];

  /**
   * Further files from Secrets and ConfigMaps, of the container `agent`, for `integrations`.
   *
   * @default - only those of the options
   */
  readonly volumes?: DaemonVolume[];

  /**
   * Containers beside those of the agent.
   *
   * @default - only those of the options
   */
  readonly containers?: DaemonContainer[];

  /**
   * What else it may ask of the Kubernetes API, for `integrations`. Clouds have rights of their own for their control planes: Amazon EKS
   * `kcm/metrics` and `ksh/metrics` of `metrics.eks.amazonaws.com`; OpenShift wants the right to `use` a SecurityContextConstraints.
   *
   * @default - only what the options need
   */
  readonly kubernetesAccess?: KubernetesAccess[];
}

/** What is different on the nodes of a variant. */
export interface DatadogVariantOptions extends DatadogOptions, VariantOptions {
}

/** A Datadog Agent on every node. */
export interface DatadogDaemonProps extends DatadogOptions, DaemonOptions {
  /**
   * The API key of your organisation (`DD_API_KEY`), from a Secret. The vendor's key in the Secret is `api-key`: `kubectl create secret generic
   * datadog-secret --from-literal api-key=…`.
   */
  readonly apiKey: SecretValue;
}
