import { Quantities } from '../objects';
import { Container, PodSpec } from '../pod-objects';
import { Quantity, compareQuantities, isWhole, parseQuantity, scaledValue } from '../quantity';

/** Quantities by the names of their resources. */
export type ResourceList = ReadonlyMap<string, Quantity>;

const [ZERO, TEN] = [0, 10].map(BigInt);

/** What cannot be read never gets here: the API server stops at it. */
export function resourceList(quantities: Quantities | null | undefined): ResourceList {
  return new Map(Object.entries(quantities ?? {}).flatMap(([name, text]) => {
    const quantity = parseQuantity(text);
    return 'error' in quantity ? [] : [[name, quantity]];
  }));
}

export function isZero({ unscaled }: Quantity): boolean {
  return unscaled === ZERO;
}

export function isNegative({ unscaled }: Quantity): boolean {
  return unscaled < ZERO;
}

/** Whether so many bytes are whole pages. Upstream: IsHugePageResourceValueDivisible. */
export function isDivisible(quantity: Quantity, pageSize: string): boolean {
  const page = parseQuantity(pageSize);
  const bytes = 'error' in page || !isWhole(page) ? ZERO : scaledValue(page, 0);
  return bytes > ZERO && scaledValue(quantity, 0) % bytes === ZERO;
}

/** Upstream: Quantity.Add. The sum is written as its first number that is not zero is. */
function add(a: Quantity, b: Quantity): Quantity {
  const exponent = Math.min(a.exponent, b.exponent);
  const [first, second] = [a, b].map((quantity) => quantity.unscaled * TEN ** BigInt(quantity.exponent - exponent));
  return { unscaled: first + second, exponent, format: a.unscaled === ZERO ? b.format : a.format };
}

function sum(lists: readonly ResourceList[]): ResourceList {
  return lists.reduce((total, list) => merge(total, list, add), new Map<string, Quantity>() as ResourceList);
}

function maximum(a: ResourceList, b: ResourceList): ResourceList {
  return merge(a, b, (one, other) => (compareQuantities(other, one) > 0 ? other : one));
}

function merge(a: ResourceList, b: ResourceList, both: (one: Quantity, other: Quantity) => Quantity): ResourceList {
  return new Map([...a, ...[...b].map(([name, quantity]): [string, Quantity] => {
    const known = a.get(name);
    return [name, known === undefined ? quantity : both(known, quantity)];
  })]);
}

/**
 * What the containers of a pod need together: those that run side by side, or what one init container needs beside the
 * sidecars before it. Upstream: AggregateContainerRequests, AggregateContainerLimits.
 */
export function aggregateContainers({ containers, initContainers }: PodSpec, kind: 'requests' | 'limits'): ResourceList {
  const of = (container: Container) => resourceList(container.resources?.[kind]);
  const isSidecar = ({ restartPolicy }: Container) => restartPolicy === 'Always';
  const init = initContainers ?? [];
  const together = sum([...(containers ?? []), ...init.filter(isSidecar)].map(of));
  const starting = init.map((container, index) => {
    const sidecars = sum(init.slice(0, index).filter(isSidecar).map(of));
    return isSidecar(container) ? sum([sidecars, of(container)]) : sum([of(container), sidecars]);
  });
  return starting.reduce(maximum, together);
}
