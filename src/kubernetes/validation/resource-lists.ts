import { Quantities } from '../objects';
import { Container, PodSpec } from '../pod-objects';
import { Quantity, compareQuantities, isShort, parseQuantity } from '../quantity';

/** Quantities by the names of their resources. */
export type ResourceList = ReadonlyMap<string, Quantity>;

const [ZERO, ONE, TEN] = [0, 1, 10].map(BigInt);

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

/** Whether nothing of it is smaller than one, where a thousandth is as fine as upstream looks. */
export function isWhole(quantity: Quantity): boolean {
  return scaledValue(quantity, 3) % TEN ** BigInt(3) === ZERO;
}

/** Whether so many bytes are whole pages. Upstream: IsHugePageResourceValueDivisible. */
export function isDivisible(quantity: Quantity, pageSize: string): boolean {
  const page = parseQuantity(pageSize);
  const bytes = 'error' in page || !isWhole(page) ? ZERO : scaledValue(page, 0);
  return bytes > ZERO && scaledValue(quantity, 0) % bytes === ZERO;
}

/**
 * The number in units of 10^-digits, rounded up, as an int64. What is larger is 0 or wraps around, as upstream has read it.
 * Upstream: Quantity.ScaledValue.
 */
function scaledValue(quantity: Quantity, digits: number): bigint {
  const exact = ceiling(quantity, digits);
  const wrapped = BigInt.asIntN(64, exact);
  return exact !== wrapped && isShort(quantity) ? ZERO : wrapped;
}

function ceiling({ unscaled, exponent }: Quantity, digits: number): bigint {
  const shift = exponent + digits;
  if (shift >= 0) {
    return unscaled * TEN ** BigInt(shift);
  }
  const divisor = TEN ** BigInt(-shift);
  return unscaled / divisor + (unscaled > ZERO && unscaled % divisor !== ZERO ? ONE : ZERO);
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
