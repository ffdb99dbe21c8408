import { PlanWarning } from './plan-report';
import { PlannedClass, PodsByNode } from './planned-classes';
import { PlannedDaemonSet } from './planned-daemon-set';
import { taintText } from './reason';
import { transientWhile } from './transient-taints';

/** What somebody should know of the input before trusting the plan. */
export function planWarnings(classes: readonly PlannedClass[], daemonSets: readonly PlannedDaemonSet[], pods: PodsByNode): PlanWarning[] {
  return [
    ...(pods === undefined && classes.some(({ nodes }) => nodes.allocatable !== undefined)
      ? [{ code: 'no-pods', message: 'no pods were given (--pods): whether a pod fits is said as if the nodes had nothing but these daemons', nodes: [] }] : []),
    ...daemonSets.flatMap(({ id, assumed }) => assumed.map(({ code, message }) => ({ code, message: `${id}: ${message}`, nodes: [] }))),
    ...daemonSets.flatMap(({ id, pod }) => notJudged(pod).map((what) => ({ code: 'not-judged', message: `${id}: ${what} may keep pods off nodes, and is not looked at`, nodes: [] }))),
    ...transientTaints(classes),
  ];
}

/** A taint that goes away by itself and keeps a daemon off nodes now. */
function transientTaints(classes: readonly PlannedClass[]): PlanWarning[] {
  const found = new Map<string, { readonly message: string; readonly nodes: string[] }>();
  classes.forEach(({ nodes, outcomes }) => {
    const keepAway = outcomes.flatMap(({ reasons }) => reasons.flatMap(({ taint }) => taint ?? []));
    new Map(keepAway.map((taint) => [taintText(taint), transientWhile(taint)])).forEach((reason, text) => {
      if (reason !== undefined) {
        const known = found.get(text) ?? { message: `the taint ${text} is there while ${reason}; --settled plans as if it were gone`, nodes: [] };
        found.set(text, known);
        known.nodes.push(...nodes.nodes);
      }
    });
  });
  return [...found.values()].map(({ message, nodes }) => ({ code: 'transient-taint', message, nodes: nodes.sort() }));
}

/** What the scheduler decides by other pods, volumes and devices. */
function notJudged(pod: PlannedDaemonSet['pod']): string[] {
  type Others = { readonly podAffinity?: Rules; readonly podAntiAffinity?: Rules };
  type Rules = { readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly object[] };
  const { podAffinity, podAntiAffinity } = (pod.affinity ?? {}) as Others;
  const { topologySpreadConstraints = [], resourceClaims = [], volumes = [] } = pod as unknown as {
    readonly topologySpreadConstraints?: readonly { readonly whenUnsatisfiable?: string }[];
    readonly resourceClaims?: readonly object[];
    readonly volumes?: readonly { readonly persistentVolumeClaim?: object; readonly ephemeral?: object }[];
  };
  const isRequired = (rules: Rules | undefined) => (rules?.requiredDuringSchedulingIgnoredDuringExecution ?? []).length > 0;
  return [
    ...(isRequired(podAffinity) ? ['the required pod affinity'] : []),
    ...(isRequired(podAntiAffinity) ? ['the required pod anti-affinity'] : []),
    ...(topologySpreadConstraints.some(({ whenUnsatisfiable }) => whenUnsatisfiable === 'DoNotSchedule') ? ['the topology spread constraint'] : []),
    ...(volumes.some(({ persistentVolumeClaim, ephemeral }) => persistentVolumeClaim ?? ephemeral) ? ['the volume claim'] : []),
    ...(resourceClaims.length > 0 ? ['the resource claim'] : []),
  ];
}

/** @param known names of all nodes of the list, those too that are not told of */
export function podsElsewhere(known: ReadonlySet<string>, pods: PodsByNode): PlanWarning[] {
  const unknown = [...(pods ?? new Map<string, unknown>()).keys()].filter((node) => !known.has(node)).sort();
  return unknown.length === 0 ? [] : [{ code: 'pods-elsewhere', message: 'there are pods on nodes that the list of nodes does not have; were both taken at the same time?', nodes: unknown }];
}
