import { PodSpec, Toleration } from './objects';

/** A node's `spec.taints[]`; the API server takes one for each key and effect. */
export interface Taint {
  key: string;
  value?: string;
  effect: string;
}

/** A taint as `kubectl taint` writes it; undefined where the text is none. */
export function parseTaint(text: string): Taint | undefined {
  const [, key, value, effect] = /^([^=:]+)(?:=([^=:]*))?:([A-Za-z]+)$/.exec(text) ?? [];
  return key === undefined ? undefined : { key, ...(value === undefined ? {} : { value }), effect };
}

/** Effects that keep a pod away. `PreferNoSchedule` never does. */
const KEEPS_AWAY = ['NoSchedule', 'NoExecute'];

/** What the controller adds to every daemon pod. Upstream: AddOrUpdateDaemonPodTolerations. */
const AUTOMATIC: [key: string, effect: string][] = [
  ['node.kubernetes.io/not-ready', 'NoExecute'],
  ['node.kubernetes.io/unreachable', 'NoExecute'],
  ['node.kubernetes.io/disk-pressure', 'NoSchedule'],
  ['node.kubernetes.io/memory-pressure', 'NoSchedule'],
  ['node.kubernetes.io/pid-pressure', 'NoSchedule'],
  ['node.kubernetes.io/unschedulable', 'NoSchedule'],
];
const AUTOMATIC_ON_HOST_NETWORK: [key: string, effect: string] = ['node.kubernetes.io/network-unavailable', 'NoSchedule'];

/**
 * Upstream: Toleration.ToleratesTaint. An empty key or effect stands for all of them; no operator means `Equal`. The
 * operators `Lt` and `Gt` tolerate nothing, since their feature gate is off by default.
 */
export function toleratesTaint(toleration: Toleration, taint: Taint): boolean {
  const { key, operator, value, effect } = toleration;
  return (!effect || effect === taint.effect) && (!key || key === taint.key)
    && (operator === 'Exists' || ((!operator || operator === 'Equal') && (value ?? '') === (taint.value ?? '')));
}

/** The taints that keep a pod with these tolerations away. Upstream: FindMatchingUntoleratedTaint. */
export function untoleratedTaints(taints: Taint[], tolerations: Toleration[]): Taint[] {
  return taints.filter((taint) => KEEPS_AWAY.includes(taint.effect) && !tolerations.some((toleration) => toleratesTaint(toleration, taint)));
}

/**
 * The tolerations with which the controller creates a daemon pod. One of the template with the same key, effect, operator
 * and value is replaced where it stands, and so loses its `tolerationSeconds`, unless one without them is there too.
 */
export function daemonPodTolerations({ tolerations = [], hostNetwork }: Pick<PodSpec, 'tolerations' | 'hostNetwork'>): Toleration[] {
  return [...AUTOMATIC, ...(hostNetwork ? [AUTOMATIC_ON_HOST_NETWORK] : [])]
    .reduce((all, [key, effect]) => addOrUpdate(all, { key, operator: 'Exists', effect }), tolerations);
}

/** Upstream: AddOrUpdateTolerationInPodSpec. */
function addOrUpdate(all: Toleration[], added: Toleration): Toleration[] {
  const known = all.filter((toleration) => matchesToleration(toleration, added));
  if (known.some((toleration) => toleration.tolerationSeconds === undefined)) {
    return all;
  }
  return known.length > 0 ? all.map((toleration) => (known.includes(toleration) ? added : toleration)) : [...all, added];
}

/** Upstream: Toleration.MatchToleration. */
function matchesToleration(a: Toleration, b: Toleration): boolean {
  return (['key', 'operator', 'value', 'effect'] as const).every((field) => (a[field] ?? '') === (b[field] ?? ''));
}
