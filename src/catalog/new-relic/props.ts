import { Duration } from 'cdk8s';
import { EnvValue, LabelExpression, SecretValue } from 'cdk8s-plus-27';
import { NewRelicHostMetrics } from './host-metrics-options';
import { NewRelicKubelet } from './kubelet-options';
import { NewRelicLogs } from './logs-options';
import { DaemonOptions } from '../../daemon/daemon-props';
import { DaemonResources } from '../../daemon/resources';
import { VariantOptions } from '../../daemon/variant';
import { DaemonVolume } from '../../daemon/volume';
import { HostPath } from '../../host/host-path';

/** Where the account's data is kept. The agent finds it by the license key; who sends logs must be told. */
export enum NewRelicRegion {
  /** The United States. */
  US = 'us',
  /** Europe: license keys that begin with `eu`. */
  EU = 'eu',
  /** Accounts that are bound to FedRAMP. */
  FEDRAMP = 'fedramp',
}

/** A proxy on the way to New Relic. */
export interface NewRelicProxy {
  /**
   * Its URL, such as `https://proxy.example.com:3128`. One with a password comes from a Secret.
   *
   * @default - what `urlSecret` says
   */
  readonly url?: string;

  /**
   * Its whole URL from a Secret, with user and password; in place of `url`.
   *
   * @default - what `url` says
   */
  readonly urlSecret?: SecretValue;

  /**
   * Certificate authorities (PEM) of a proxy that is reached by HTTPS.
   *
   * @default - those of the image
   */
  readonly ca?: SecretValue;

  /**
   * Whether the certificate of a proxy that is reached by HTTPS is checked (`proxy_validate_certificates`).
   *
   * @default true - the license key passes through it; the agent's own default is false
   */
  readonly verify?: boolean;
}

/** Which namespaces are measured. A namespace must match all of it. */
export interface NewRelicNamespaceSelector {
  /**
   * Labels that the namespace has.
   *
   * @default - any
   */
  readonly labels?: { [key: string]: string };

  /**
   * Expressions about its labels: `LabelExpression.in` and `LabelExpression.notIn`; the integration knows no other.
   *
   * @default - none
   */
  readonly expressions?: LabelExpression[];
}

/** What is sent to New Relic, and by what. */
export interface NewRelicOptions {
  /**
   * Image of the agent with tag or digest: with the integrations that `integrations` name.
   *
   * @default docker.io/newrelic/infrastructure-bundle:3.3.39 - the release that these options were written for
   */
  readonly image?: string;

  /**
   * Where the account's data is kept.
   *
   * @default NewRelicRegion.US - as upstream, where the key comes from a Secret of one's own
   */
  readonly region?: NewRelicRegion;

  /**
   * Send less: half as many samples, and logs with the message, the stream and the names of container, pod and namespace only.
   *
   * @default false - as upstream
   */
  readonly lowDataMode?: boolean;

  /**
   * Time between two samples of what the kubelet tells (`interval`), at most 40 seconds.
   *
   * @default - 15 seconds, 30 with `lowDataMode`, as upstream
   */
  readonly interval?: Duration;

  /**
   * Whether all parts say in their logs what they do.
   *
   * @default false - as upstream
   */
  readonly verbose?: boolean;

  /**
   * Attributes of all that the agent sends, beside `clusterName` (`custom_attributes`).
   *
   * @default - only `clusterName`
   */
  readonly customAttributes?: { [name: string]: string };

  /**
   * Which namespaces' pods are measured (`namespaceSelector`). The daemon may then list and watch namespaces.
   *
   * @default - all; it may read no namespace
   */
  readonly namespaceSelector?: NewRelicNamespaceSelector;

  /**
   * A proxy on the way to New Relic.
   *
   * @default - none
   */
  readonly proxy?: NewRelicProxy;

  /**
   * How the node's kubelet is asked.
   *
   * @default - by fine-grained rights, with its certificate checked
   */
  readonly kubelet?: NewRelicKubelet;

  /**
   * The node itself: host samples and inventory, for which the agent becomes privileged.
   *
   * @default - none: the kubelet tells CPU, memory, network and file systems of node and pods, and the pod is admitted as restricted. Upstream's chart is privileged, unless
   * it is told otherwise
   */
  readonly hostMetrics?: NewRelicHostMetrics;

  /**
   * The logs of the node's containers.
   *
   * @default - none: upstream has a chart of its own for them
   */
  readonly logs?: NewRelicLogs;

  /**
   * Integrations of the image that the agent runs: a file name without its ending → its text in YAML (`integrations.d/<name>.yml`). Secrets come from `env`, as `{{NAME}}`;
   * one in plain text is refused.
   *
   * @default - none; those of the image (Docker's) are hidden, as in upstream's chart
   * @see https://docs.newrelic.com/docs/infrastructure/host-integrations/get-started/introduction-host-integrations/
   */
  readonly integrations?: { [name: string]: string };

  /**
   * Further configuration of the agent, in YAML (`newrelic-infra.yml`): it goes over what the options stand for. A secret in plain text is refused.
   *
   * @default - none
   * @see https://docs.newrelic.com/docs/infrastructure/infrastructure-agent/configuration/infrastructure-agent-configuration-settings/
   */
  readonly extraConfig?: string;

  /**
   * Further environment variables of the agent. Its integrations see them too (`passthrough_environment`). What is secret comes from a Secret:
   * `EnvValue.fromSecretValue`.
   *
   * @default - only those that it needs
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * What the agent asks of the node. What is not said keeps its default, made to fit: a limit below the default request lowers the request.
   *
   * @default - CPU request 100m; memory request 150Mi and limit 300Mi, as upstream; no CPU limit, which would only make samples late
   */
  readonly resources?: DaemonResources;

  /**
   * Further paths of the node that the agent sees, for `integrations`. What root owns it reads with `hostMetrics` only.
   *
   * @default - none, or what the parts that are on need
   */
  readonly hostPaths?: HostPath[];

  /**
   * Further files of the agent from Secrets and ConfigMaps, for `integrations`.
   *
   * @default - only what it needs
   */
  readonly volumes?: DaemonVolume[];
}

/** What is different on the nodes of a variant. */
export interface NewRelicVariantOptions extends NewRelicOptions, VariantOptions {
}

/** New Relic's infrastructure agent on every node. */
export interface NewRelicDaemonProps extends NewRelicOptions, DaemonOptions {
  /**
   * The account's license key (ingest), from a Secret under the key `licenseKey`, as the chart `newrelic-infrastructure` names it; that of `newrelic-logging` calls the same
   * `license`. It is given once for all parts.
   */
  readonly licenseKey: SecretValue;

  /** Name of the cluster, unique in the account: New Relic tells clusters apart by nothing else. */
  readonly clusterName: string;
}
