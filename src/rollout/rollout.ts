import { Duration } from 'cdk8s';
import { PercentOrAbsolute } from 'cdk8s-plus-27';
import { DaemonSetSpec } from '../kubernetes/objects';

/** What all ways of rolling out a change share. */
export interface RolloutOptions {
  /**
   * How long a new pod must be ready before the next node is touched (`minReadySeconds`).
   *
   * @default - not waited for, as Kubernetes decides: a readiness probe says more than time
   */
  readonly minReady?: Duration;

  /**
   * How many old revisions are kept for `kubectl rollout undo` (`revisionHistoryLimit`).
   *
   * @default - 10, as Kubernetes decides
   */
  readonly revisionHistoryLimit?: number;
}

/** Options of `Rollout.rolling`. */
export interface RollingOptions extends RolloutOptions {
  /**
   * On how many nodes the daemon may be down at once. Percentages count the nodes that want the daemon and are rounded up.
   *
   * @default 10% - one node of a small cluster, and still hours instead of days on a large one; Kubernetes' own default is 1
   */
  readonly maxUnavailable?: PercentOrAbsolute;
}

/** Options of `Rollout.surge`. */
export interface SurgeOptions extends RolloutOptions {
  /**
   * On how many nodes the new pod may start beside the old one. Percentages count the nodes that want the daemon and are rounded up.
   *
   * @default 10% - as for `Rollout.rolling`
   */
  readonly maxSurge?: PercentOrAbsolute;
}

/**
 * How a change of the pod template reaches the nodes (`spec.updateStrategy`).
 *
 * @see https://kubernetes.io/docs/tasks/manage-daemon/update-daemon-set/
 */
export class Rollout {
  /** Node by node: the old pod stops, then the new one starts. */
  public static rolling(options: RollingOptions = {}): Rollout {
    const maxUnavailable = value(options.maxUnavailable);
    return new Rollout({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable } }, options);
  }

  /**
   * Node by node, without a gap: the new pod becomes ready before the old one stops. Two pods share the node for a while,
   * so it is refused with host ports, with the host network, and with read-write paths of the node.
   */
  public static surge(options: SurgeOptions = {}): Rollout {
    return new Rollout({ type: 'RollingUpdate', rollingUpdate: { maxSurge: value(options.maxSurge), maxUnavailable: 0 } }, options);
  }

  /** A node gets the new pod when somebody deletes its old one: for daemons whose restart interrupts others, such as storage. */
  public static onDelete(options: RolloutOptions = {}): Rollout {
    return new Rollout({ type: 'OnDelete' }, options);
  }

  private constructor(private readonly updateStrategy: NonNullable<DaemonSetSpec['updateStrategy']>, private readonly options: RolloutOptions) {
  }

  /** @internal */
  public _render(): Pick<DaemonSetSpec, 'updateStrategy' | 'minReadySeconds' | 'revisionHistoryLimit'> {
    const { type, rollingUpdate } = this.updateStrategy;
    return {
      updateStrategy: { type, rollingUpdate: rollingUpdate && { ...rollingUpdate } },
      minReadySeconds: this.options.minReady?.toSeconds({ integral: false }),
      revisionHistoryLimit: this.options.revisionHistoryLimit,
    };
  }
}

function value(amount: PercentOrAbsolute | undefined): number | string {
  return amount === undefined ? '10%' : amount.value;
}
