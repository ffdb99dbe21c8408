import { PodSpec } from '../../kubernetes/objects';

/** What a DaemonSet asks of nodes. */
export interface Asking {
  readonly pod: PodSpec;
  /** Labels that its RuntimeClass asks for. */
  readonly runtimeSelector: { readonly [key: string]: string };
  readonly resources: readonly string[];
}

/** What of a node can make a difference for some DaemonSets. */
export interface Relevant {
  readonly labels: readonly string[];
  /** Names of nodes that some DaemonSet names. */
  readonly names: ReadonlySet<string>;
  readonly resources: readonly string[];
}

/** Shown of every node, whether somebody asks for them or not. */
const ALWAYS_SHOWN = ['cpu', 'memory', 'pods'];

/** @param labels keys that matter to somebody else */
export function relevantFor(daemonSets: readonly Asking[], labels: readonly string[] = []): Relevant {
  const asked = daemonSets.flatMap(({ pod, runtimeSelector }) => [...labelKeys(pod), ...Object.keys(runtimeSelector)]);
  return {
    labels: [...new Set([...labels, ...asked])].sort(),
    names: new Set(daemonSets.flatMap(({ pod }) => nodeNames(pod))),
    resources: [...new Set([...ALWAYS_SHOWN, ...daemonSets.flatMap(({ resources }) => resources)])],
  };
}

/** Whether who looks at the second has seen the first. */
export function isWithin(inner: Relevant, outer: Relevant): boolean {
  return inner.labels.every((key) => outer.labels.includes(key))
    && [...inner.names].every((name) => outer.names.has(name))
    && inner.resources.every((resource) => outer.resources.includes(resource));
}

function labelKeys({ nodeSelector, affinity }: PodSpec): string[] {
  const ofTerms = termsOf({ affinity }).flatMap(({ matchExpressions }) => (matchExpressions ?? []).map(({ key }) => key));
  return [...Object.keys(nodeSelector ?? {}), ...ofTerms];
}

function nodeNames({ nodeName, affinity }: PodSpec): string[] {
  const ofTerms = termsOf({ affinity }).flatMap(({ matchFields }) => (matchFields ?? []).flatMap(({ values }) => values ?? []));
  return [...(nodeName ? [nodeName] : []), ...ofTerms];
}

function termsOf({ affinity }: Pick<PodSpec, 'affinity'>) {
  return affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
}
