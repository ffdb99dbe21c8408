import { Duration } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-27';
import { ConfigFile } from './container';
import { Priority } from './priority';
import { DaemonResources } from './resources';
import { HostPath } from '../host/host-path';
import { Nodes } from '../placement/nodes';
import { Tolerations } from '../placement/tolerations';
import { Rollout } from '../rollout/rollout';

/** What a variant of any daemon may have of its own besides its program. */
export interface VariantOptions {
  /**
   * Taints that are tolerated beside those of the daemon, such as that of GPU nodes.
   *
   * @default - only those of the daemon
   */
  readonly tolerations?: Tolerations;

  /**
   * Which pods give way to it on a full node.
   *
   * @default - the daemon's: hardware seldom changes what is important
   */
  readonly priority?: Priority;

  /**
   * RuntimeClass of the pods (`runtimeClassName`), which must exist in the cluster.
   *
   * @default - the daemon's: most runtimes run on all hardware
   */
  readonly runtimeClassName?: string;

  /**
   * How a change reaches these nodes.
   *
   * @default - the daemon's; percentages count the nodes of this variant
   */
  readonly rollout?: Rollout;

  /**
   * Annotations of this DaemonSet beside those of the daemon; a change restarts nothing.
   *
   * @default - only those of the daemon
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Labels of these pods beside those of the daemon; a change restarts them.
   *
   * @default - only those of the daemon, and `cdk8s-daemons/variant`
   */
  readonly podLabels?: { [key: string]: string };

  /**
   * Annotations of these pods beside those of the daemon; a change restarts them.
   *
   * @default - only those of the daemon
   */
  readonly podAnnotations?: { [key: string]: string };

  /**
   * Time between SIGTERM and SIGKILL (`terminationGracePeriodSeconds`).
   *
   * @default - the daemon's: a larger buffer takes longer to flush, so it may need more
   */
  readonly terminationGracePeriod?: Duration;
}

/** What a variant changes in one container. */
export interface ContainerOverrides {
  /**
   * Image with tag or digest.
   *
   * @default - the daemon's: most images exist for several architectures under one name
   */
  readonly image?: string;

  /**
   * Arguments in place of the daemon's.
   *
   * @default - the daemon's, and then `extraArgs`
   */
  readonly args?: string[];

  /**
   * Arguments after those of the daemon, or after `args`.
   *
   * @default - none: the arguments stay as they are
   */
  readonly extraArgs?: string[];

  /**
   * Environment variables, by name: in place of the daemon's of that name, or beside its others.
   *
   * @default - the daemon's, unchanged
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * What the container asks of its node, field by field: a memory limit alone leaves the daemon's request as it is.
   *
   * @default - the daemon's, unchanged
   */
  readonly resources?: DaemonResources;

  /**
   * Paths of the node beside those of the daemon.
   *
   * @default - only those of the daemon
   */
  readonly hostPaths?: HostPath[];

  /**
   * Configuration files, by path: in place of the daemon's of that path, or beside its others. The variant then has a ConfigMap of its own.
   *
   * @default - the daemon's, in the ConfigMap that all share
   */
  readonly configFiles?: ConfigFile[];
}

/** What a variant of an own daemon, or of a role, changes. */
export interface VariantOverrides extends ContainerOverrides, VariantOptions {
  /**
   * What changes in the containers beside the main one, by their names (`containers`, `initContainers`, `sidecars`).
   *
   * @default - nothing: they stay as the daemon has them
   */
  readonly containers?: { [name: string]: ContainerOverrides };
}

/**
 * What is different for some hardware: the nodes that it is for, and what changes there. Each variant becomes a DaemonSet of its own,
 * `<daemon>-<variant>`; the nodes that no variant names keep the daemon's definition as it stands.
 *
 * Variants are tried in order, and a node belongs to the first that names it. The library subtracts the earlier ones, so that each node runs
 * exactly one pod; `Daemon.proof` proves it.
 *
 * Known daemons have a factory of their own with typed options (`FluentdDaemon.variant`).
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * new Daemon(chart, 'agent', {
 *   image: 'registry.example.com/agent:1.4.2',
 *   args: ['--workers=2'],
 *   variants: [
 *     Variant.of('gpu', Nodes.withLabel('nvidia.com/gpu.present', 'true'), { extraArgs: ['--gpu'] }),
 *     Variant.of('large', Nodes.withInstanceType('m7i.8xlarge', 'm7i.16xlarge'), { args: ['--workers=16'] }),
 *   ],
 * });
 */
export class Variant {
  /**
   * A variant of an own daemon (`Daemon`) or of a role with any image (`LogCollectorDaemon` …).
   *
   * @param name a DNS label of at most 63 characters, unique in the daemon; not `rest`
   * @param nodes the nodes it is for; those of earlier variants are left out by themselves
   * @param overrides what changes there
   */
  public static of(name: string, nodes: Nodes, overrides: VariantOverrides = {}): Variant {
    return new Variant(name, nodes, { ...overrides });
  }

  /**
   * A variant of a known daemon.
   *
   * @internal
   */
  public static _ofProduct(product: string, name: string, nodes: Nodes, options: VariantOptions): Variant {
    return new Variant(name, nodes, { ...options }, product);
  }

  private constructor(
    /** Name of the variant: the end of its DaemonSet's name, and the value of the pods' label `cdk8s-daemons/variant`. */
    public readonly name: string,
    /** @internal */
    public readonly _nodes: Nodes,
    /** @internal */
    public readonly _overrides: VariantOptions,
    /** @internal */
    public readonly _product?: string,
    /**
     * The whole definition, once the construct has made it.
     *
     * @internal
     */
    public readonly _definition?: object,
    /** @internal */
    public readonly _problems: string[] = [],
  ) {
  }

  /**
   * The same variant with its definition.
   *
   * @internal
   */
  public _defined(definition: object, problems: string[]): Variant {
    return new Variant(this.name, this._nodes, this._overrides, this._product, definition, [...this._problems, ...problems]);
  }
}
