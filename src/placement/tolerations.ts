import { TaintEffect } from 'cdk8s-plus-27';
import * as wire from '../kubernetes/objects';

/** How a toleration compares its value with the taint's (`tolerations[].operator`). */
export enum TolerationOperator {
  /** The taint's value must be equal to `value`. */
  EQUAL = 'Equal',
  /** Any value of the taint is tolerated; `value` must be left out. */
  EXISTS = 'Exists',
}

/**
 * One toleration, in Kubernetes' own fields (`spec.tolerations[]`).
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 */
export interface Toleration {
  /**
   * The taint's key.
   *
   * @default - every key; Kubernetes then asks for the operator `Exists`
   */
  readonly key?: string;

  /**
   * How the values are compared.
   *
   * @default - `Equal`, as Kubernetes itself decides: without a `value` that tolerates only taints with an empty value.
   * Say `EXISTS` to tolerate a taint whatever its value.
   */
  readonly operator?: TolerationOperator;

  /**
   * The taint's value.
   *
   * @default - the empty value
   */
  readonly value?: string;

  /**
   * The taint's effect.
   *
   * @default - every effect, as Kubernetes decides
   */
  readonly effect?: TaintEffect;

  /**
   * Seconds for which a `NoExecute` taint is tolerated before the pod is evicted.
   *
   * @default - for ever: a node daemon has nowhere else to go
   */
  readonly tolerationSeconds?: number;
}

/** Options of `Tolerations.controlPlane`. */
export interface ControlPlaneTolerationsOptions {
  /**
   * Also tolerate `node-role.kubernetes.io/master`, the name of the taint before Kubernetes 1.25. OpenShift still uses it.
   *
   * @default false - kubeadm has not set it since 1.25
   */
  readonly legacyMaster?: boolean;
}

/**
 * Which taints a daemon tolerates, as a named policy.
 *
 * On top of it the DaemonSet controller gives every daemon pod tolerations of its own (not-ready and unreachable
 * with effect `NoExecute`, the pressure taints, unschedulable; network-unavailable under `hostNetwork`). They are
 * never written here. It does not add the taint of control-plane nodes, of GPUs, or `not-ready:NoSchedule`.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#taints-and-tolerations
 */
export class Tolerations {
  /** No toleration: the daemon stays away from every tainted node. */
  public static none(): Tolerations {
    return new Tolerations([]);
  }

  /** The taint of control-plane nodes, whatever its value. */
  public static controlPlane(options: ControlPlaneTolerationsOptions = {}): Tolerations {
    const keys = ['node-role.kubernetes.io/control-plane', ...(options.legacyMaster ? ['node-role.kubernetes.io/master'] : [])];
    return Tolerations.of(...keys.map((key) => ({ key, operator: TolerationOperator.EXISTS, effect: TaintEffect.NO_SCHEDULE })));
  }

  /**
   * Every taint, also those that nobody has thought of yet: for what must see each node, such as a log collector.
   * Placement then leaves out virtual nodes, on which such a pod would stay Pending (`Placement.includingVirtualNodes`).
   */
  public static everyTaint(): Tolerations {
    return Tolerations.of({ operator: TolerationOperator.EXISTS });
  }

  /** The given tolerations and no other. */
  public static of(...tolerations: Toleration[]): Tolerations {
    return new Tolerations(tolerations.map((toleration) => ({ ...toleration })));
  }

  private constructor(private readonly list: Toleration[]) {
  }

  /** These tolerations and the other's; one that is already there is not repeated. */
  public plus(other: Tolerations): Tolerations {
    const known = new Set(this.list.map((toleration) => JSON.stringify(render(toleration, true))));
    return new Tolerations([...this.list, ...other.list.filter((toleration) => !known.has(JSON.stringify(render(toleration, true))))]);
  }

  /**
   * @param explicitOperator write the operator even where Kubernetes would fill it in
   * @internal
   */
  public _render(explicitOperator: boolean): wire.Toleration[] {
    return this.list.map((toleration) => render(toleration, explicitOperator));
  }

  /**
   * Whether every `NoSchedule` taint is tolerated.
   *
   * @internal
   */
  public _tolerateEveryTaint(): boolean {
    return this.list.some(({ key, operator, effect }) => key === undefined && operator === TolerationOperator.EXISTS
      && (effect === undefined || effect === TaintEffect.NO_SCHEDULE));
  }
}

function render(toleration: Toleration, explicitOperator: boolean): wire.Toleration {
  const operator = toleration.operator ?? (explicitOperator ? TolerationOperator.EQUAL : undefined);
  return { key: toleration.key, operator, value: toleration.value, effect: toleration.effect, tolerationSeconds: toleration.tolerationSeconds };
}
