import { limitsOfPod, requestsOfPod } from './defaults/pod-resources';
import { Value } from './defaults/values';
import { PodSpec, Quantities } from './objects';
import { parseQuantity, scaledValue } from './quantity';

/** Amounts as the scheduler counts: thousandths of a CPU, and whole numbers of everything else, rounded up. */
export type Amounts = ReadonlyMap<string, bigint>;

const ZERO = BigInt(0);

/**
 * What a pod takes of its node: the larger of what runs side by side and of what starts before; what the pod says as a whole stands above that; its overhead comes on
 * top. Upstream: resourcehelper.PodRequests, Resource.Add.
 */
export function podRequests(pod: PodSpec): Amounts {
  const amounts = new Map(resourceAmounts({ ...requestsOfPod(pod as unknown as Value) as Quantities, ...ofWholePod(pod.resources?.requests) }));
  resourceAmounts(pod.overhead ?? {}).forEach((amount, name) => amounts.set(name, (amounts.get(name) ?? ZERO) + amount));
  return amounts;
}

/**
 * What a pod is kept below while it runs, of resources that each of its lasting containers limits: without a limit of one of them there is none. Upstream:
 * resourcehelper.PodLimits.
 */
export function podLimits(pod: PodSpec): Amounts {
  const lasting = [...pod.containers, ...(pod.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always')];
  const ofWhole = ofWholePod(pod.resources?.limits);
  const ofContainers = Object.entries(limitsOfPod(pod as unknown as Value) as Quantities)
    .filter(([name]) => lasting.every(({ resources }) => resources?.limits?.[name] !== undefined));
  const amounts = new Map(resourceAmounts({ ...Object.fromEntries(ofContainers), ...ofWhole }));
  const overhead = resourceAmounts(pod.overhead ?? {});
  return new Map([...amounts].map(([name, amount]) => [name, amount + (overhead.get(name) ?? ZERO)]));
}

/** What of a resource list the scheduler looks at. */
export function resourceAmounts(quantities: Quantities): Amounts {
  return new Map(Object.entries(quantities).filter(([name]) => isCounted(name)).flatMap(([name, text]): [string, bigint][] => {
    const quantity = parseQuantity(text);
    return 'error' in quantity ? [] : [[name, scaledValue(quantity, name === 'cpu' ? 3 : 0)]];
  }));
}

/** Upstream: IsSupportedPodLevelResource. */
function ofWholePod(quantities: Quantities = {}): Quantities {
  return Object.fromEntries(Object.entries(quantities).filter(([name]) => ['cpu', 'memory'].includes(name) || name.startsWith('hugepages-')));
}

/** Upstream: Resource.Add, IsScalarResourceName; a name without a domain that Kubernetes does not know counts for nothing. */
function isCounted(name: string): boolean {
  return ['cpu', 'memory', 'ephemeral-storage', 'pods'].includes(name) || name.includes('/') || name.startsWith('hugepages-') || name.startsWith('attachable-volumes-');
}
