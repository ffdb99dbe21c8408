import { parseInt64 } from './node-selector-requirement';
import { NodeSelectorRequirement } from './objects';

/**
 * What one label of a node may be: a set of values, and perhaps that it is not set. Whatever the six operators say, and
 * whatever unions, intersections and complements make of it, is such a set, and equal sets have one form.
 */
export interface LabelValues {
  /** Whether the label may be missing. */
  readonly absent: boolean;
  /** Whether it may be a value that is no integer (`large`, the empty one, a number beyond int64). */
  readonly text: boolean;
  /** The integers that it may be, in ascending order, with gaps between them. */
  readonly integers: readonly Interval[];
  /** Spellings of which the opposite holds, in alphabetical order: `05` is another value than `5`, and both are 5. */
  readonly exceptions: readonly string[];
}

/** Both ends belong to it. */
export type Interval = readonly [from: bigint, to: bigint];

/** Label values have no sign, so no label is a negative number. */
const [ZERO, ONE] = [BigInt(0), BigInt(1)];
const MAX = BigInt('9223372036854775807');
const EVERY_INTEGER: readonly Interval[] = [[ZERO, MAX]];

/** Longest label value, and so the longest spelling of a number. */
const SPELLING_MAX = 63;

const NOTHING: LabelValues = { absent: false, text: false, integers: [], exceptions: [] };
export const ANYTHING: LabelValues = { absent: true, text: true, integers: EVERY_INTEGER, exceptions: [] };
export const PRESENT: LabelValues = { ...ANYTHING, absent: false };

/** Where it is set, an integer. */
export const ABSENT_OR_INTEGER: LabelValues = { ...ANYTHING, text: false };

/** What a requirement that can be read leaves of its label. */
export function valuesOf({ operator, values = [] }: NodeSelectorRequirement): LabelValues {
  const bound = parseInt64(values[0]) ?? ZERO;
  switch (operator) {
    case 'In': return { ...NOTHING, exceptions: [...new Set(values)].sort() };
    case 'NotIn': return { ...ANYTHING, exceptions: [...new Set(values)].sort() };
    case 'Exists': return PRESENT;
    case 'DoesNotExist': return { ...NOTHING, absent: true };
    case 'Gt': return { ...NOTHING, integers: interval(bound + ONE, MAX) };
    default: return { ...NOTHING, integers: interval(ZERO, bound - ONE) };
  }
}

export function intersectValues(a: LabelValues, b: LabelValues): LabelValues {
  return combine(a, b, (inA, inB) => inA && inB);
}

export function uniteValues(a: LabelValues, b: LabelValues): LabelValues {
  return combine(a, b, (inA, inB) => inA || inB);
}

export function subtractValues(a: LabelValues, b: LabelValues): LabelValues {
  return combine(a, b, (inA, inB) => inA && !inB);
}

/** Whether a label (undefined where it is not set) is in the set. */
export function hasValue(set: LabelValues, value: string | undefined): boolean {
  return value === undefined ? set.absent : byKind(set, value) !== set.exceptions.includes(value);
}

/** A member of the set, for people to look at: `{}` is the label's absence. Undefined where the set is empty. */
export function exampleOf(set: LabelValues): { readonly value?: string } | undefined {
  if (set.absent) {
    return {};
  }
  const value = set.exceptions.find((exception) => hasValue(set, exception))
    ?? (set.text ? firstAllowed(set, invented()) : firstAllowed(set, spellings(set.integers)));
  return value === undefined ? undefined : { value };
}

export function isEmptySet(set: LabelValues): boolean {
  return !set.absent && !set.text && (set.exceptions.length === 0 ? set.integers.length === 0 : exampleOf(set) === undefined);
}

export function isAnything(set: LabelValues): boolean {
  return isEmptySet(subtractValues(ANYTHING, set));
}

/** Equal sets have equal keys. */
export function keyOf({ absent, text, integers, exceptions }: LabelValues): string {
  return `${absent} ${text} ${integers.join(' ')} ${JSON.stringify(exceptions)}`;
}

/**
 * The requirements that say it: alternatives, each a conjunction. Undefined where no requirements can: values that are no
 * integers are never named as a whole, other than together with all integers.
 */
export function requirementsFor(set: LabelValues, key: string): NodeSelectorRequirement[][] | undefined {
  const [excluded, included] = [set.exceptions.filter((value) => !hasValue(set, value)), set.exceptions.filter((value) => hasValue(set, value))];
  const notIn = (values: string[]): NodeSelectorRequirement[] => (values.length > 0 ? [{ key, operator: 'NotIn', values }] : []);
  if (set.text) {
    const isExpressible = included.length === 0 && isEveryInteger(set.integers);
    return isExpressible ? [[...(set.absent ? [] : [{ key, operator: 'Exists' }]), ...notIn(excluded)]] : undefined;
  }
  return [
    ...(set.absent ? [[{ key, operator: 'DoesNotExist' }]] : []),
    ...(included.length > 0 ? [[{ key, operator: 'In', values: included }]] : []),
    ...set.integers.flatMap(halves).map(([from, to]) => [
      ...(from > ZERO ? [{ key, operator: 'Gt', values: [String(from - ONE)] }] : []),
      ...(to < MAX ? [{ key, operator: 'Lt', values: [String(to + ONE)] }] : []),
      ...notIn(excluded.filter((value) => hasValue({ ...NOTHING, integers: [[from, to]] }, value))),
    ]),
  ];
}

/** No single requirement says "any integer". */
function halves([from, to]: Interval): Interval[] {
  return from === ZERO && to === MAX ? [[ZERO, ZERO], [ONE, MAX]] : [[from, to]];
}

function combine(a: LabelValues, b: LabelValues, decide: (inA: boolean, inB: boolean) => boolean): LabelValues {
  const kinds = { absent: decide(a.absent, b.absent), text: decide(a.text, b.text), integers: combineIntervals(a.integers, b.integers, decide) };
  return { ...kinds, exceptions: allExceptions(a, b).filter((value) => decide(hasValue(a, value), hasValue(b, value)) !== byKind(kinds, value)) };
}

function allExceptions({ exceptions: a }: LabelValues, { exceptions: b }: LabelValues): readonly string[] {
  return b.length === 0 ? a : a.length === 0 ? b : [...new Set([...a, ...b])].sort();
}

function combineIntervals(a: readonly Interval[], b: readonly Interval[], decide: (inA: boolean, inB: boolean) => boolean): readonly Interval[] {
  if ([a, b].every((intervals) => intervals.length === 0 || isEveryInteger(intervals))) {
    return decide(a.length > 0, b.length > 0) ? EVERY_INTEGER : []; // nearly always
  }
  const starts = [ZERO, ...[...a, ...b].flatMap(([from, to]) => [from, to + ONE])].filter((start) => start <= MAX);
  const ascending = [...new Set(starts)].sort((left, right) => (left < right ? -1 : 1));
  const pieces = ascending.map((from, index): Interval => [from, (ascending[index + 1] ?? MAX + ONE) - ONE])
    .filter(([from]) => decide(includes(a, from), includes(b, from)));
  return pieces.reduce<Interval[]>((joined, [from, to]) => {
    const last = joined[joined.length - 1];
    return last !== undefined && last[1] + ONE === from ? [...joined.slice(0, -1), [last[0], to]] : [...joined, [from, to]];
  }, []);
}

/** What the set says of a value that it does not name. */
function byKind({ text, integers }: Pick<LabelValues, 'text' | 'integers'>, value: string): boolean {
  const number = parseInt64(value);
  return number === undefined ? text : includes(integers, number);
}

function includes(intervals: readonly Interval[], number: bigint): boolean {
  return intervals.some(([from, to]) => number >= from && number <= to);
}

function isEveryInteger(intervals: readonly Interval[]): boolean {
  return intervals === EVERY_INTEGER || (intervals.length === 1 && intervals[0][0] === ZERO && intervals[0][1] === MAX);
}

function interval(from: bigint, to: bigint): Interval[] {
  const [low, high] = [from < ZERO ? ZERO : from, to > MAX ? MAX : to];
  return low <= high ? [[low, high]] : [];
}

/** The set has finitely many exceptions, so this ends, unless the values do first. */
function firstAllowed(set: LabelValues, values: Iterable<string>): string | undefined {
  for (const value of values) {
    if (hasValue(set, value)) {
      return value;
    }
  }
  return undefined;
}

/** Values that nobody has named, without end. */
function* invented(): Iterable<string> {
  yield 'other';
  for (let index = 2; ; index++) {
    yield `other-${index}`;
  }
}

/** Every number as it is usually written, then with leading zeros. */
function* spellings(intervals: readonly Interval[]): Iterable<string> {
  for (const [from, to] of intervals) {
    for (let number = from; number <= to; number += ONE) {
      for (let length = String(number).length; length <= SPELLING_MAX; length++) {
        yield String(number).padStart(length, '0');
      }
    }
  }
}
