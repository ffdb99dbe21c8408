/** Values of the classes that every cluster has. Upstream: scheduling.SystemPriorityClasses. */
export const SYSTEM_PRIORITIES: { readonly [className: string]: number } = { 'system-cluster-critical': 2_000_000_000, 'system-node-critical': 2_000_001_000 };

/** A PriorityClass, as far as admission looks at it. */
export interface PriorityClass {
  readonly name: string;
  readonly value?: number;
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
  const system = !isNone && Object.hasOwn(SYSTEM_PRIORITIES, className) ? SYSTEM_PRIORITIES[className] : undefined;
  const value = isNone ? found?.value ?? 0 : found === undefined ? system : found.value ?? 0;
  return value === undefined ? undefined : { value, preempts: found?.preemptionPolicy !== 'Never' };
}

/** Of several the one with the lowest value. Upstream: getDefaultPriorityClass. */
export function defaultClass<C extends PriorityClass>(classes: readonly C[]): C | undefined {
  return classes.filter(({ globalDefault }) => globalDefault === true).sort((a, b) => (a.value ?? 0) - (b.value ?? 0))[0];
}
