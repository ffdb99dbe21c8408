import * as fc from 'fast-check';
import { vectors } from './vectors';
import { compareQuantities, formatQuantity, isWhole, parseQuantity, Quantity, roundQuantityToMilli } from '../../src/kubernetes/quantity';

/** A text, and what the API server makes of it: as a volume's size (as it is), as a request (rounded to thousandths), or the error. */
interface Row {
  readonly text: string;
  readonly stored?: string;
  readonly request?: string;
  readonly error?: string;
}

const rows = vectors<Row>('quantity');

function quantity(text: string | number): Quantity {
  const parsed = parseQuantity(text);
  expect(parsed).not.toHaveProperty('error');
  return parsed as Quantity;
}

function answer(text: string): Omit<Row, 'text'> {
  const parsed = parseQuantity(text);
  return 'error' in parsed ? { error: parsed.error } : { stored: formatQuantity(parsed), request: formatQuantity(roundQuantityToMilli(parsed)) };
}

describe('quantities', () => {
  test('are read, rounded, stored and refused as by the API server, in 2637 cases', () => {
    expect(rows).toHaveLength(2637);
    expect(rows.filter(({ error }) => error !== undefined).length).toBeGreaterThan(500);
    const compared = rows.map(({ text, ...expected }) => ({ text, expected, actual: answer(text) }));
    expect(compared.filter(({ expected, actual }) => JSON.stringify(expected) !== JSON.stringify(actual))).toEqual([]);
  });

  test('may be numbers, as YAML reads them', () => {
    expect(formatQuantity(quantity(1500))).toBe('1500');
    expect(formatQuantity(quantity(0.5))).toBe('500m');
  });

  test('that were stored are stored again as they are', () => {
    const stored = fc.constantFrom(...rows.flatMap((row) => row.stored ?? []));
    fc.assert(fc.property(stored, (text) => formatQuantity(quantity(text)) === text));
  });

  test.each([
    ['1', '1000m', 0], ['1Ki', '1024', 0], ['1Gi', '1G', 1], ['100m', '0.1', 0], ['0', '-0', 0], ['-1', '1', -1], ['-2', '-1', -1], ['1e3', '1k', 0], ['1n', '0', 1],
    ['0.9999999999', '1', 0], ['9E', '9e18', 0], ['1e2000000000', '1e1999999999', 1], ['-1e2000000000', '1n', -1], ['12e-1', '1200m', 0], ['1.5Gi', '1536Mi', 0], ['10', '9', 1],
  ])('are compared by value: %s and %s', (a, b, order) => {
    expect(Math.sign(compareQuantities(quantity(a), quantity(b)))).toBe(order);
    expect(Math.sign(compareQuantities(quantity(b), quantity(a)))).toBe(order === 0 ? 0 : -order);
  });

  test('are read in a moment, however many digits they have', () => {
    const nines = '9'.repeat(1_000_000);
    expect(compareQuantities(quantity(nines), quantity('9e999998'))).toBe(1);
    expect(compareQuantities(quantity(nines), quantity('1e1000001'))).toBe(-1);
    expect(compareQuantities(quantity(`0.${nines}`), quantity('1'))).toBe(0);
  });

  test.each([
    [true, ['1', '-1', '0', '8Pi', '100Ti', '9007199254740993Ki', '9P', '10P', '9999P', '1E', '10E', '100E', '1e16', '1e18', '1.5Ki', '16Ei', '9223372036854775807', '-10E']],
    [false, ['0.5', '1n', '1500m', '-1500m', '1.0001', '1.0001Ki', '9Pi', '100Pi', '-100Pi', '1Ei', '18014398509481984', '999999999999999999', '10000000000000000000']],
  ])('are whole to the server (%s), also where it counts beyond an int64', (expected, texts) => {
    expect(texts.filter((text) => isWhole(quantity(text)) !== expected)).toEqual([]);
  });

  test('are compared as their numbers are', () => {
    const milli = fc.integer({ min: -5000, max: 5000 });
    fc.assert(fc.property(milli, milli, (a, b) => Math.sign(compareQuantities(quantity(`${a}m`), quantity(String(b / 1000)))) === Math.sign(a - b)));
  });
});
