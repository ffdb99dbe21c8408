import * as fc from 'fast-check';
import { fitName, isDnsLabel, isDnsSubdomain, isPortName, toDnsLabel } from '../../src/kubernetes/names';

const LONG = 'a'.repeat(63);

describe('a DNS label', () => {
  test.each(['a', '0', 'a-b', 'a--b', '1agent', LONG])('is %s', (name) => expect(isDnsLabel(name)).toBe(true));
  test.each(['', '-a', 'a-', 'A', 'a.b', 'a_b', 'ä', 'a b', 'a\n', `${LONG}a`])('is not %j', (name) => expect(isDnsLabel(name)).toBe(false));
});

describe('a DNS subdomain', () => {
  test.each(['a', 'a.b', '1.2', 'nvidia.com', `${LONG}a`, `${'a.'.repeat(126)}a`])('is %s', (name) => expect(isDnsSubdomain(name)).toBe(true));
  test.each(['', '.', 'a..b', 'a.', '.a', 'a.-b', 'A.b', 'a_b', `${'a.'.repeat(126)}aa`])('is not %j', (name) => expect(isDnsSubdomain(name)).toBe(false));
});

describe('a port name', () => {
  test.each(['http', 'a', '1a', 'metrics-2', 'a'.repeat(15)])('is %s', (name) => expect(isPortName(name)).toBe(true));
  test.each(['', '80', '1-2', 'a--b', '-a', 'a-', 'HTTP', 'a.b', 'a_b', 'a'.repeat(16)])('is not %j', (name) => expect(isPortName(name)).toBe(false));
});

describe('text as a DNS label', () => {
  test.each([
    ['FluentD', 'fluentd'],
    ['node exporter', 'node-exporter'],
    ['my_agent (v2)', 'my-agent-v2'],
    ['/var/log', 'var-log'],
    ['--a--', 'a'],
    ['äöü', ''],
    ['/', ''],
  ])('%j becomes %j', (text, label) => expect(toDnsLabel(text)).toBe(label));

  test('is a DNS label wherever something is left of the text and it is not too long', () => {
    fc.assert(fc.property(fc.string({ maxLength: 63 }), (text) => toDnsLabel(text) === '' || isDnsLabel(toDnsLabel(text))));
  });
});

describe('a name that has to fit', () => {
  const anyName = fc.string({ unit: fc.constantFrom('a', 'b', 'z', '0', '9', '-', '.'), maxLength: 300 });
  const anyMax = fc.integer({ min: 15, max: 253 });

  test('stays as it is where it fits', () => {
    expect(fitName('fluentd', 63)).toBe('fluentd');
    expect(fitName(LONG, 63)).toBe(LONG);
    fc.assert(fc.property(anyName, (name) => fitName(name, name.length) === name));
  });

  test('is its beginning and a hash of the whole where it does not', () => {
    expect(fitName(`${LONG}a`, 63)).toMatch(/^a{54}-[0-9a-f]{8}$/);
    expect(fitName(`${LONG}a`, 63)).not.toBe(fitName(`${LONG}b`, 63));
  });

  test('does not end its beginning with a separator', () => {
    expect(fitName(`${'a'.repeat(51)}-.-${'b'.repeat(20)}`, 63)).toMatch(/^a{51}-[0-9a-f]{8}$/);
  });

  test('is never too long, and fitted again it is the same', () => {
    fc.assert(fc.property(anyName, anyMax, (name, max) => {
      const fitted = fitName(name, max);
      return fitted.length <= max && fitName(fitted, max) === fitted;
    }));
  });

  test('is a DNS label when what was cut was one but for its length', () => {
    const label = fc.string({ unit: fc.constantFrom('a', '7', '-'), minLength: 1, maxLength: 300 }).filter((text) => /^[a7].*[a7]$/.test(text));
    fc.assert(fc.property(label, (name) => isDnsLabel(fitName(name, 63))));
  });

  test('is told apart by its hash from another with the same beginning', () => {
    fc.assert(fc.property(anyName, anyName, (left, right) => left === right || fitName(LONG + left, 63) !== fitName(LONG + right, 63)));
  });
});
