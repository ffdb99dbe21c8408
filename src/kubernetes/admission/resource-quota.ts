import { Container, PodSpec, ResourceRequirements } from '../pod-objects';
import { parseQuantity } from '../quantity';

/** What of a ResourceQuota decides which pods it counts, and what they must say. */
export interface ResourceQuota {
  readonly spec?: {
    readonly hard?: { readonly [resource: string]: unknown } | null;
    readonly scopes?: readonly string[] | null;
    readonly scopeSelector?: { readonly matchExpressions?: readonly ScopeRequirement[] | null } | null;
  } | null;
}

interface ScopeRequirement {
  readonly scopeName?: string;
  readonly operator?: string;
  readonly values?: readonly string[] | null;
}

/** Resources that each container must name where a quota counts them. Upstream: validationSet. */
const REQUIRED = ['cpu', 'limits.cpu', 'limits.memory', 'memory', 'requests.cpu', 'requests.memory'];

/**
 * What the containers of a pod must say and do not, as a quota counts it: `must specify cpu for: a,b; memory for: a`. Undefined where there is nothing.
 * How much of the quota is used the cluster knows alone. Upstream: podEvaluator.Constraints.
 */
export function quotaError(pod: PodSpec, quota: ResourceQuota): string | undefined {
  const needed = REQUIRED.filter((name) => Object.hasOwn(quota.spec?.hard ?? {}, name));
  if (saysAsWhole(pod) || !isCountedBy(pod, quota)) {
    return undefined;
  }
  const missing = needed.map((resource) => ({ resource, names: allContainers(pod).filter((container) => !says(container, resource)).map(({ name = '' }) => name) }))
    .filter(({ names }) => names.length > 0);
  return missing.length === 0 ? undefined : `must specify ${missing.map(({ resource, names }) => `${resource} for: ${[...new Set(names)].sort().join()}`).join('; ')}`;
}

/** Whether a pod is in all scopes of a quota. Scopes that the cluster alone knows have none. Upstream: podMatchesScopeFunc. */
export function isCountedBy(pod: PodSpec, quota: ResourceQuota): boolean {
  return scopesOf(quota).every((scope) => isInScope(pod, scope));
}

/** Whether a quota is one for the priority class of a pod. Upstream: podEvaluator.MatchingScopes. */
export function coversPriorityClass(pod: PodSpec, quota: ResourceQuota): boolean {
  return scopesOf(quota).some((scope) => scope.scopeName === 'PriorityClass' && isInScope(pod, scope));
}

/** Upstream: getScopeSelectorsFromQuota. */
function scopesOf({ spec }: ResourceQuota): ScopeRequirement[] {
  const scopes = (spec?.scopes ?? []).map((scopeName) => ({ scopeName, operator: 'Exists' }));
  return [...scopes, ...(spec?.scopeSelector?.matchExpressions ?? [])];
}

function isInScope(pod: PodSpec, { scopeName, operator, values }: ScopeRequirement): boolean {
  switch (scopeName) {
    case 'Terminating': return typeof pod.activeDeadlineSeconds === 'number';
    case 'NotTerminating': return typeof pod.activeDeadlineSeconds !== 'number';
    case 'BestEffort': return isBestEffort(pod);
    case 'NotBestEffort': return !isBestEffort(pod);
    case 'CrossNamespacePodAffinity': return looksIntoNamespaces(pod);
    case 'PriorityClass': return isOfClass(pod.priorityClassName ?? '', operator, values ?? []);
    default: return false;
  }
}

function isOfClass(name: string, operator: string | undefined, values: readonly string[]): boolean {
  switch (operator) {
    case 'In': return values.includes(name);
    case 'NotIn': return !values.includes(name);
    case 'DoesNotExist': return name === '';
    default: return name !== '';
  }
}

/** What is zero is as if it was not said; where the pod as a whole says something, its containers do not count. Upstream: qos.ComputePodQOS. */
function isBestEffort(pod: PodSpec): boolean {
  const asked = pod.resources ? [pod.resources] : allContainers(pod).map(({ resources }) => resources ?? {});
  return asked.every(({ requests, limits }) => ['cpu', 'memory'].every((name) => !isMoreThanZero(requests?.[name]) && !isMoreThanZero(limits?.[name])));
}

function isMoreThanZero(text: unknown): boolean {
  const quantity = parseQuantity(String(text));
  return !('error' in quantity) && quantity.unscaled > BigInt(0);
}

/** Upstream: resource.IsPodLevelResourcesSet. */
function saysAsWhole({ resources }: PodSpec): boolean {
  const { requests, limits }: ResourceRequirements = resources ?? {};
  return Object.keys({ ...requests, ...limits }).some((name) => name === 'cpu' || name === 'memory' || name.startsWith('hugepages-'));
}

/** Upstream: usesCrossNamespacePodAffinity. */
function looksIntoNamespaces({ affinity }: PodSpec): boolean {
  return [affinity?.podAffinity, affinity?.podAntiAffinity].some((rules) => [
    ...rules?.requiredDuringSchedulingIgnoredDuringExecution ?? [],
    ...(rules?.preferredDuringSchedulingIgnoredDuringExecution ?? []).flatMap(({ podAffinityTerm }) => podAffinityTerm ?? []),
  ].some(({ namespaces, namespaceSelector }) => (namespaces ?? []).length > 0 || (namespaceSelector ?? undefined) !== undefined));
}

function allContainers({ containers, initContainers }: PodSpec): Container[] {
  return [...containers ?? [], ...initContainers ?? []];
}

/** `cpu` is what is requested. */
function says({ resources }: Container, resource: string): boolean {
  const [, field = 'requests', name] = /^(?:(requests|limits)\.)?(.*)$/.exec(resource) ?? [];
  return Object.hasOwn(resources?.[field as 'requests' | 'limits'] ?? {}, name);
}
