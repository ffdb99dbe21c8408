import * as fc from 'fast-check';
import { requirement, TELLING } from './arbitraries';
import {
  ABSENT_OR_INTEGER, ANYTHING, exampleOf, hasValue, intersectValues, isAnything, isEmptySet, keyOf, LabelValues, requirementsFor, subtractValues,
  uniteValues, valuesOf,
} from '../../src/kubernetes/label-values';
import { meetsRequirement, requirementErrors } from '../../src/kubernetes/node-selector-requirement';

const readable = requirement.filter((one) => requirementErrors(one, '').length === 0);
const value = fc.constantFrom(...TELLING);

/** Sets as requirements, unions, intersections and differences make them. */
const step = fc.tuple(readable, fc.constantFrom(uniteValues, intersectValues, subtractValues));
const set: fc.Arbitrary<LabelValues> = fc.array(step, { minLength: 1, maxLength: 4 })
  .map((steps) => steps.reduce<LabelValues>((sum, [one, combine]) => combine(sum, valuesOf(one)), ANYTHING));

const lowerThan = (bound: string) => valuesOf({ key: 'cpu', operator: 'Lt', values: [bound] });
const over5 = valuesOf({ key: 'cpu', operator: 'Gt', values: ['5'] });

describe('what a label may be', () => {
  test('is what meets the requirement', () => {
    fc.assert(fc.property(readable, value, (one, candidate) => {
      expect(hasValue(valuesOf(one), candidate)).toBe(meetsRequirement(candidate, one));
    }), { numRuns: 2000 });
  });

  test('is united, intersected and subtracted value by value', () => {
    fc.assert(fc.property(set, set, value, (a, b, candidate) => {
      const [inA, inB] = [hasValue(a, candidate), hasValue(b, candidate)];
      expect(hasValue(uniteValues(a, b), candidate)).toBe(inA || inB);
      expect(hasValue(intersectValues(a, b), candidate)).toBe(inA && inB);
      expect(hasValue(subtractValues(a, b), candidate)).toBe(inA && !inB);
    }), { numRuns: 2000 });
  });

  test('has one form for each set, whichever way it was made', () => {
    fc.assert(fc.property(set, set, (a, b) => {
      expect(keyOf(uniteValues(subtractValues(a, b), intersectValues(a, b)))).toBe(keyOf(a));
      expect(keyOf(uniteValues(a, b))).toBe(keyOf(uniteValues(b, a)));
      expect(keyOf(subtractValues(ANYTHING, subtractValues(ANYTHING, a)))).toBe(keyOf(a));
      expect(keyOf(a) === keyOf(b)).toBe(isEmptySet(subtractValues(a, b)) && isEmptySet(subtractValues(b, a)));
    }), { numRuns: 2000 });
  });

  test('has an example in it unless it is empty', () => {
    fc.assert(fc.property(set, (one) => {
      const example = exampleOf(one);
      expect(example === undefined).toBe(isEmptySet(one));
      expect(example === undefined || hasValue(one, example.value)).toBe(true);
    }), { numRuns: 2000 });
  });

  test('is anything if and only if nothing is left of anything', () => {
    expect(isAnything(uniteValues(subtractValues(ANYTHING, over5), over5))).toBe(true);
    expect(isAnything(ABSENT_OR_INTEGER)).toBe(false);
  });
});

describe('the requirements of what a label may be', () => {
  test('say it again where they say anything', () => {
    fc.assert(fc.property(set, (one) => {
      const alternatives = requirementsFor(one, 'size');
      fc.pre(alternatives !== undefined);
      const said = alternatives!.map((all) => all.map(valuesOf).reduce(intersectValues, ANYTHING));
      expect(keyOf(said.reduce(uniteValues, subtractValues(ANYTHING, ANYTHING)))).toBe(keyOf(one));
    }), { numRuns: 2000 });
  });

  test.each([
    ['anything', ANYTHING, [[]]],
    ['anything, put together from parts', uniteValues(subtractValues(ANYTHING, over5), over5), [[]]],
    ['any integer, which no operator says alone', uniteValues(over5, lowerThan('10')),
      [[{ key: 'cpu', operator: 'Lt', values: ['1'] }], [{ key: 'cpu', operator: 'Gt', values: ['0'] }]]],
    ['numbers between two but for a spelling',
      intersectValues(over5, intersectValues(lowerThan('8'), valuesOf({ key: 'cpu', operator: 'NotIn', values: ['06', 'x'] }))),
      [[{ key: 'cpu', operator: 'Gt', values: ['5'] }, { key: 'cpu', operator: 'Lt', values: ['8'] }, { key: 'cpu', operator: 'NotIn', values: ['06'] }]]],
    ['the opposite of an order', subtractValues(ANYTHING, over5), undefined],
  ])('are for %s', (_, one, requirements) => expect(requirementsFor(one, 'cpu')).toEqual(requirements));
});
