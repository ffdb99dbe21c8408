import { limitsOfPod, requestsOfPod } from '../defaults/pod-resources';
import { mapAt, objectAt, Value, withDefaults } from '../defaults/values';
import { Quantities } from '../objects';
import { Container, PodSpec } from '../pod-objects';
import { compareQuantities, formatQuantity, parseQuantity, Quantity } from '../quantity';
import { LimitRange, LimitRangeItem } from '../validation/limit-range';

/** What a container or a pod asks for. */
interface Asked {
  readonly requests: Quantities;
  readonly limits: Quantities;
}

/** What a LimitRange has against a container, or the pod as a whole. */
export interface LimitRangeError {
  readonly path: string;
  readonly error: string;
}

/** Resources that a pod may ask for as a whole, as a LimitRange sees it; it does not see huge pages. */
const OF_WHOLE_POD = ['cpu', 'memory'];

/** A pod with what a LimitRange of its namespace gives containers that do not say it. Upstream: PodMutateLimitFunc. */
export function withLimitRangeDefaults(pod: PodSpec, limitRange: LimitRange): PodSpec {
  const items = itemsOf(limitRange).filter(({ type }) => type === 'Container');
  const [limits, requests] = (['default', 'defaultRequest'] as const).map((field) => Object.assign({}, ...items.map((item) => item[field])) as Value);
  const merged = (container: Value) => {
    const resources = objectAt(container, 'resources');
    return { ...container, resources: { limits: withDefaults(objectAt(resources, 'limits'), limits), requests: withDefaults(objectAt(resources, 'requests'), requests) } };
  };
  return ['containers', 'initContainers'].reduce((spec, field) => mapAt(spec, field, merged), pod as Value) as PodSpec;
}

/** What a LimitRange has against a pod, in upstream's words. Upstream: PodValidateLimitFunc. */
export function limitRangeErrors(pod: PodSpec, limitRange: LimitRange): LimitRangeError[] {
  return itemsOf(limitRange).flatMap((item) => {
    switch (item.type) {
      case 'Container': return (['containers', 'initContainers'] as const).flatMap((field) => (pod[field] ?? []).flatMap((container, index) => (
        itemErrors(item, askedOf(container)).map((error) => ({ path: `spec.${field}[${index}]`, error })))));
      case 'Pod': return itemErrors(item, askedOfPod(pod)).map((error) => ({ path: 'spec', error }));
      default: return [];
    }
  });
}

function itemsOf({ spec }: LimitRange): LimitRangeItem[] {
  return (spec?.limits ?? []).flatMap((item) => item ?? []);
}

function askedOf({ resources }: Container): Asked {
  return { requests: resources?.requests ?? {}, limits: resources?.limits ?? {} };
}

/** What a pod says of cpu and memory as a whole stands above what its containers say. Upstream: podRequests, podLimits. */
function askedOfPod(pod: PodSpec): Asked {
  const ofWhole = (field: 'requests' | 'limits') => Object.entries(pod.resources?.[field] ?? {}).filter(([name]) => OF_WHOLE_POD.includes(name));
  return {
    requests: { ...requestsOfPod(pod as Value) as Quantities, ...Object.fromEntries(ofWhole('requests')) },
    limits: { ...limitsOfPod(pod as Value) as Quantities, ...Object.fromEntries(ofWhole('limits')) },
  };
}

function itemErrors({ type, min, max, maxLimitRequestRatio }: LimitRangeItem, { requests, limits }: Asked): string[] {
  return [
    ...each(min, (name, least, text) => {
      const rule = `minimum ${name} usage per ${type} is ${text}`;
      return outside(rule, 'request', amount(requests, name), (given) => compareQuantities(given, least) < 0, true)
        ?? outside(rule, 'limit', amount(limits, name), (given) => compareQuantities(given, least) < 0, false);
    }),
    ...each(max, (name, most, text) => {
      const rule = `maximum ${name} usage per ${type} is ${text}`;
      return outside(rule, 'limit', amount(limits, name), (given) => compareQuantities(given, most) > 0, true)
        ?? outside(rule, 'request', amount(requests, name), (given) => compareQuantities(given, most) > 0, false);
    }),
    ...each(maxLimitRequestRatio, (name, most, text) => ratioError(`${name} max limit to request ratio per ${type} is ${text}`, most, amount(requests, name), amount(limits, name))),
  ];
}

function each(bounds: Quantities | null | undefined, error: (name: string, bound: Quantity, text: string) => string | undefined): string[] {
  return Object.keys(bounds ?? {}).sort().flatMap((name) => {
    const bound = amount(bounds!, name);
    return bound === undefined ? [] : error(name, bound, formatQuantity(bound)) ?? [];
  });
}

function outside(rule: string, what: 'request' | 'limit', given: Quantity | undefined, isOutside: (given: Quantity) => boolean, isNeeded: boolean): string | undefined {
  if (given === undefined) {
    return isNeeded ? `${rule}.  No ${what} is specified` : undefined;
  }
  return isOutside(given) ? `${rule}, but ${what} is ${formatQuantity(given)}` : undefined;
}

/** Upstream: limitRequestRatioConstraint. */
function ratioError(rule: string, most: Quantity, request: Quantity | undefined, limit: Quantity | undefined): string | undefined {
  if (!request || isZero(request)) {
    return `${rule}, but no request is specified or request is 0`;
  }
  if (!limit || isZero(limit)) {
    return `${rule}, but no limit is specified or limit is 0`;
  }
  const ratio = thousandths(limit) / thousandths(request);
  return ratio * 1000 > thousandths(most) ? `${rule}, but provided ratio is ${ratio.toFixed(6)}` : undefined;
}

function isZero({ unscaled }: Quantity): boolean {
  return unscaled === BigInt(0);
}

/** Defaulting has rounded to them, so that these are whole numbers. */
function thousandths({ unscaled, exponent }: Quantity): number {
  return Number(`${unscaled}e${exponent + 3}`);
}

function amount(list: Quantities, name: string): Quantity | undefined {
  const quantity = Object.hasOwn(list, name) ? parseQuantity(String(list[name])) : undefined;
  return quantity === undefined || 'error' in quantity ? undefined : quantity;
}
