import { Duration } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-27';
import { GangliaAggregator } from './aggregator';
import { DaemonOptions } from '../../daemon/daemon-props';
import { DaemonResources } from '../../daemon/resources';
import { VariantOptions } from '../../daemon/variant';
import { DaemonVolume } from '../../daemon/volume';

/** The cluster, as Ganglia's web pages show it. */
export interface GangliaCluster {
  /** Name of the cluster. */
  readonly name: string;

  /**
   * Who it belongs to.
   *
   * @default unspecified - as gmond decides
   */
  readonly owner?: string;

  /**
   * Where it is, such as `N37.37 W122.23`.
   *
   * @default unspecified - as gmond decides
   */
  readonly latlong?: string;

  /**
   * A page about it.
   *
   * @default unspecified - as gmond decides
   */
  readonly url?: string;
}

/** A metric of one of gmond's modules. */
export interface GangliaMetric {
  /** Name, such as `load_one`; `gmond -m` lists them. */
  readonly name: string;

  /**
   * How much the value must have changed for its group to be sent before its time (`value_threshold`).
   *
   * @default - none: it is sent when the time of its group has come
   */
  readonly valueThreshold?: number;

  /**
   * What Ganglia's web pages call it.
   *
   * @default - its name, as gmond decides
   */
  readonly title?: string;
}

/** Metrics that are measured and sent together (`collection_group`). */
export interface GangliaCollectionGroup {
  /** Time between two measurements (`collect_every`). */
  readonly collectEvery: Duration;

  /** Time after which values are sent although they have not changed (`time_threshold`). */
  readonly timeThreshold: Duration;

  /** What is measured. */
  readonly metrics: GangliaMetric[];
}

/** A module that knows how to measure (`modules`). */
export interface GangliaModule {
  /** Its name, such as `load_module`. */
  readonly name: string;

  /** Its file, absolute or in the image's directory of modules, such as `modload.so`. */
  readonly path: string;

  /**
   * What it is told, such as the directory of the scripts of `python_module`.
   *
   * @default - nothing
   */
  readonly params?: string;
}

/** What gmond measures, and how. */
export interface GangliaGmondOptions {
  /**
   * Time between two descriptions of the metrics (`send_metadata_interval`), in whole seconds.
   *
   * @default Duration.minutes(1) - gmond's own default, never, is for multicast: an aggregator that has restarted would show nothing
   */
  readonly sendMetadataInterval?: Duration;

  /**
   * What is measured, and how often. The heartbeat is always sent.
   *
   * @default - gmond's own groups for CPU, load, memory, network, counts of processes and the node's constants. Those of disks are left out, which would be
   * the container's, as gmond has no option for where the node's file system is mounted; so is the state of gexec, a program of its own
   */
  readonly collectionGroups?: GangliaCollectionGroup[];

  /**
   * Modules to load beside `core_metrics`, those that `collectionGroups` need.
   *
   * @default - gmond's own for CPU, load, memory, network, counts of processes and the system
   */
  readonly modules?: GangliaModule[];

  /**
   * Whether it is on the node's network, whose traffic it then measures.
   *
   * @default true - false leaves the network's module and group out of the defaults, which would tell of the pod; Pod Security `restricted` then admits it
   */
  readonly hostNetwork?: boolean;

  /**
   * Further configuration in gmond's own language, at the end of the file. What it says in a section that is there already is added, or comes in place of what
   * is said there. `${NAME}` is the environment variable.
   *
   * @default - none
   */
  readonly extraConfig?: string;

  /**
   * Further files from Secrets and ConfigMaps, such as modules of your own.
   *
   * @default - none
   */
  readonly volumes?: DaemonVolume[];

  /**
   * Further environment variables, for `extraConfig`.
   *
   * @default - only K8S_NODE_NAME
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * What it asks of the node. What is not said keeps its default, made to fit: a limit below the default request lowers the request.
   *
   * @default - CPU request 20m; memory request 16Mi and limit 64Mi; no CPU limit, which would only make values late
   */
  readonly resources?: DaemonResources;
}

/** What is different on the nodes of a variant. */
export interface GangliaGmondVariantOptions extends GangliaGmondOptions, VariantOptions {
  /**
   * Image with tag or digest.
   *
   * @default - the daemon's: most images run on all hardware
   */
  readonly image?: string;
}

/** A gmond on every node. */
export interface GangliaGmondDaemonProps extends GangliaGmondOptions, DaemonOptions {
  /**
   * Image with tag or digest, of yours: the Ganglia project publishes none, and those of others are no longer kept. It needs gmond 3.7 and its modules, as the
   * package `ganglia-monitor` of Debian has them.
   */
  readonly image: string;

  /** The cluster that the nodes belong to. */
  readonly cluster: GangliaCluster;

  /**
   * Where all nodes send. Without `GangliaAggregator.companion()` among them none comes with the daemon.
   *
   * @default [GangliaAggregator.companion()] - someone has to gather it, and neither the networks of pods nor those of clouds carry the multicast of gmond's own
   * default
   */
  readonly aggregators?: GangliaAggregator[];
}
