/** Values of the classes that every cluster has. Upstream: scheduling.SystemCriticalPriority. */
const SYSTEM: { readonly [className: string]: number } = { 'system-cluster-critical': 2_000_000_000, 'system-node-critical': 2_000_001_000 };

/** A PriorityClass, as far as admission looks at it. */
export interface PriorityClass {
  readonly name: string;
  readonly value: number;
  readonly globalDefault?: boolean;
  readonly preemptionPolicy?: string;
}

/** What a pod gets at its admission. */
export interface PodPriority {
  readonly value: number;
  readonly preempts: boolean;
}

/** Undefined where its class is missing, and the pod is refused. Upstream: admitPod of the plugin Priority. */
export function podPriority(className: string | undefined, classes: readonly PriorityClass[]): PodPriority | undefined {
  const isNone = className === undefined || className === '';
  const found = isNone ? defaultClass(classes) : classes.find(({ name }) => name === className);
  const system = isNone ? 0 : SYSTEM[className];
  const value = found?.value ?? system;
  return value === undefined ? undefined : { value, preempts: found?.preemptionPolicy !== 'Never' };
}

/** Of several the one with the lowest value. Upstream: getDefaultPriorityClass. */
function defaultClass(classes: readonly PriorityClass[]): PriorityClass | undefined {
  return classes.filter(({ globalDefault }) => globalDefault).sort((a, b) => a.value - b.value)[0];
}
