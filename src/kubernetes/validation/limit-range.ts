import { concat } from '../concat';
import { FieldError, duplicate, forbidden, invalid, required } from '../field-error';
import { Quantities } from '../objects';
import { Quantity, compareQuantities, formatQuantity } from '../quantity';
import { invalidForEach, typed } from './field-checks';
import { dns1123SubdomainErrors, qualifiedNameErrors } from './names';
import { ObjectMetadata, validateObjectMeta } from './object-meta';
import { validateObjectMetaUpdate } from './object-meta-update';
import { ResourceList, resourceList } from './resource-lists';
import { isOvercommitAllowed, validateContainerResourceName, validateResourceName } from './resource-names';

export interface LimitRangeItem {
  readonly type?: string;
  readonly max?: Quantities | null;
  readonly min?: Quantities | null;
  readonly default?: Quantities | null;
  readonly defaultRequest?: Quantities | null;
  readonly maxLimitRequestRatio?: Quantities | null;
}

/** What of a LimitRange the rules look at. */
export interface LimitRange {
  readonly metadata?: ObjectMetadata;
  readonly spec?: { readonly limits?: ReadonlyArray<LimitRangeItem | null> | null } | null;
}

/** The quantities of one resource in an item, and what a limit range calls them. */
interface Bounds {
  readonly min?: Quantity;
  readonly max?: Quantity;
  readonly default?: Quantity;
  readonly defaultRequest?: Quantity;
  readonly maxLimitRequestRatio?: Quantity;
}

interface Order {
  readonly lower: keyof Bounds;
  readonly upper: keyof Bounds;
  /** Where it is told, and with which value. */
  readonly at: keyof Bounds;
  readonly value: keyof Bounds;
  readonly texts: readonly [lower: string, upper: string];
}

const TYPES = ['Pod', 'Container', 'PersistentVolumeClaim'];
const KINDS = ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'] as const;
const DEFAULTS = ['default', 'defaultRequest'] as const;
const UNNAMED = 'x';
const MAX_MILLI_VALUE = BigInt('9223372036854775807') / BigInt(1000);
const ZERO = BigInt(0);
const ONE: Quantity = { unscaled: BigInt(1), exponent: 0, format: 'DecimalSI' };

const ORDERS: readonly Order[] = [
  { lower: 'min', upper: 'max', at: 'min', value: 'min', texts: ['min value', 'max value'] },
  { lower: 'min', upper: 'defaultRequest', at: 'defaultRequest', value: 'defaultRequest', texts: ['min value', 'default request value'] },
  { lower: 'defaultRequest', upper: 'max', at: 'defaultRequest', value: 'defaultRequest', texts: ['default request value', 'max value'] },
  {
    lower: 'defaultRequest', upper: 'default', at: 'defaultRequest', value: 'defaultRequest', texts: ['default request value', 'default limit value'],
  },
  { lower: 'min', upper: 'default', at: 'default', value: 'min', texts: ['min value', 'default value'] },
  { lower: 'default', upper: 'max', at: 'default', value: 'max', texts: ['default value', 'max value'] },
];

/**
 * A new LimitRange. Defaulting has rounded quantities to thousandths and, for containers, completed `default` from `max` and
 * `defaultRequest` from `default` or `min`. Upstream: ValidateLimitRange.
 */
export function validateLimitRange({ metadata, spec }: LimitRange): FieldError[] {
  const items = (spec?.limits ?? []).map((item) => item ?? {});
  const types = items.map(({ type = '' }) => type);
  // a limit range without a name gets a random one
  const named = metadata?.name ? metadata : { ...metadata, name: UNNAMED };
  return concat(
    validateObjectMeta(named, 'metadata', { requiresNamespace: true, nameErrors: dns1123SubdomainErrors }),
    items.flatMap((item, index) => concat(
      validateLimitRangeTypeName(types[index], `spec.limits[${index}].type`),
      types.indexOf(types[index]) < index ? [duplicate(`spec.limits[${index}].type`, typed(types[index]))] : [],
      validateItem(item, types[index], `spec.limits[${index}]`),
    )),
  );
}

/** Nothing is asked but what is asked of a new one. Upstream: limitrangeStrategy.ValidateUpdate. */
export function validateLimitRangeUpdate(limitRange: LimitRange, old: LimitRange): FieldError[] {
  return [...validateObjectMetaUpdate(limitRange.metadata, old.metadata, 'metadata'), ...validateLimitRange(limitRange)];
}

/** Upstream: validateLimitRangeTypeName. */
function validateLimitRangeTypeName(type: string, path: string): FieldError[] {
  const errors = invalidForEach(path, typed(type), qualifiedNameErrors(type));
  return errors.length > 0 || type.includes('/') || TYPES.includes(type) ? errors
    : [invalid(path, typed(type), 'must be a standard limit type or fully qualified')];
}

/** Upstream: validateLimitRangeResourceName. */
function validateLimitRangeResourceName(type: string, name: string, path: string): FieldError[] {
  return type === 'Pod' || type === 'Container' ? validateContainerResourceName(name, path) : validateResourceName(name, path);
}

function validateItem(item: LimitRangeItem, type: string, path: string): FieldError[] {
  const lists = new Map<keyof Bounds, ResourceList>(KINDS.map((kind) => [kind, resourceList(item[kind])]));
  const isDefault = (kind: keyof Bounds) => DEFAULTS.some((name) => name === kind);
  // what pods may not have is not looked at
  const kinds = KINDS.filter((kind) => type !== 'Pod' || !isDefault(kind));
  const namesIn = (kind: keyof Bounds) => [...lists.get(kind)?.keys() ?? []];
  const names = [...new Set(kinds.flatMap(namesIn))];
  const hasStorage = ['min' as const, 'max' as const].some((kind) => lists.get(kind)?.has('storage'));
  return concat(
    kinds.flatMap((kind) => namesIn(kind).flatMap((name) => validateLimitRangeResourceName(type, name, `${path}.${kind}[${name}]`))),
    (type === 'Pod' ? DEFAULTS.filter((kind) => namesIn(kind).length > 0) : [])
      .map((kind) => forbidden(`${path}.${kind}`, "may not be specified when `type` is 'Pod'")),
    type === 'PersistentVolumeClaim' && !hasStorage
      ? [required(`${path}.limits`, 'either minimum or maximum storage value is required, but neither was provided')] : [],
    names.flatMap((name) => validateBounds(Object.fromEntries(kinds.map((kind) => [kind, lists.get(kind)?.get(name)])), name, path)),
  );
}

function validateBounds(bounds: Bounds, name: string, path: string): FieldError[] {
  const { default: limit, defaultRequest } = bounds;
  return concat(
    ORDERS.flatMap((order) => validateOrder(bounds, order, name, path)),
    validateRatio(bounds, `${path}.maxLimitRequestRatio[${name}]`),
    !isOvercommitAllowed(name) && limit && defaultRequest && compareQuantities(limit, defaultRequest) !== 0
      ? [invalid(`${path}.defaultRequest[${name}]`, formatQuantity(defaultRequest),
        `default value ${formatQuantity(limit)} must equal to defaultRequest value ${formatQuantity(defaultRequest)} in ${name}`)] : [],
  );
}

function validateOrder(bounds: Bounds, { lower, upper, at, value, texts }: Order, name: string, path: string): FieldError[] {
  const [low, high, told] = [bounds[lower], bounds[upper], bounds[value]];
  if (!low || !high || !told || compareQuantities(low, high) <= 0) {
    return [];
  }
  const reason = `${texts[0]} ${formatQuantity(low)} is greater than ${texts[1]} ${formatQuantity(high)}`;
  return [invalid(`${path}.${at}[${name}]`, formatQuantity(told), reason)];
}

/** How many times its request a limit may be. */
function validateRatio({ min, max, maxLimitRequestRatio: ratio }: Bounds, path: string): FieldError[] {
  if (ratio === undefined) {
    return [];
  }
  const text = formatQuantity(ratio);
  const errors = compareQuantities(ratio, ONE) < 0 ? [invalid(path, text, `ratio ${text} is less than 1`)] : [];
  if (min === undefined || max === undefined) {
    return errors;
  }
  // thousandths count unless one of the numbers is too large for them
  const isSmall = [ratio, min, max].every((quantity) => scaled(quantity, 0) < MAX_MILLI_VALUE);
  const [least, most] = [min, max].map((quantity) => Number(scaled(quantity, isSmall ? 3 : 0)));
  const value = isSmall ? Number(scaled(ratio, 3)) / 1000 : Number(scaled(ratio, 0));
  return value > most / least ? [...errors, invalid(path, text, `ratio ${text} is greater than max/min = ${(most / least).toFixed(6)}`)] : errors;
}

/** The number in units of 10^-digits, rounded away from zero, and what is left of it in an int64. Upstream: Quantity.ScaledValue. */
function scaled({ unscaled, exponent }: Quantity, digits: number): bigint {
  const power = BigInt(10) ** BigInt(Math.abs(exponent + digits));
  const isFiner = exponent + digits < 0;
  const rest = isFiner ? unscaled % power : ZERO;
  const rounding = rest === ZERO ? 0 : rest > ZERO ? 1 : -1;
  return BigInt.asIntN(64, isFiner ? unscaled / power + BigInt(rounding) : unscaled * power);
}
