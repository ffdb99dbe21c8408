import { vectors } from './vectors';
import { isLabelKey, isLabelValue, labelKeyErrors, labelValueErrors, matchesLabels } from '../../src/kubernetes/labels';

const LONG = 'a'.repeat(63);

describe('a label key', () => {
  test.each(['a', 'A', 'app', 'a_b.c-d', '1', 'nvidia.com/gpu.present', 'cdk8s-daemons/daemon', LONG, `${'a.'.repeat(126)}a/${LONG}`])(
    'is %s', (key) => expect(isLabelKey(key)).toBe(true));
  test.each(['', '/', 'a/', '/a', 'a/b/c', '-a', 'a-', 'a b', 'ä', 'A.b/c', 'a_b/c', `${LONG}a`, `${'a.'.repeat(126)}aa/b`])(
    'is not %j', (key) => expect(isLabelKey(key)).toBe(false));
});

describe('a label value', () => {
  test.each(['', 'a', '1', '007', 'A_b.c-d', LONG])('is %j', (value) => expect(isLabelValue(value)).toBe(true));
  test.each(['-1', 'a-', '.', '_', 'a b', 'a/b', 'a+b', 'ä', 'a\n', `${LONG}a`])('is not %j', (value) => expect(isLabelValue(value)).toBe(false));
});

describe('a selector', () => {
  const labels = { app: 'agent', tier: '' };

  test.each([
    [{}, true],
    [{ app: 'agent' }, true],
    [{ app: 'agent', tier: '' }, true],
    [{ app: 'Agent' }, false],
    [{ app: 'agent', other: '' }, false],
    [{ other: 'agent' }, false],
  ] as [Record<string, string>, boolean][])('%j takes the labels app=agent,tier=: %s', (selector, taken) => expect(matchesLabels(selector, labels)).toBe(taken));
});

test('a label is as long as its bytes', () => {
  expect(labelValueErrors('é'.repeat(40))).toEqual([expect.stringContaining('must be no more than 63 bytes'), expect.stringContaining('a valid label must')]);
  expect(labelKeyErrors('é'.repeat(40))).toEqual([expect.stringContaining('must be no more than 63 bytes'), expect.stringContaining('name part must consist')]);
  expect(labelKeyErrors(`${'é'.repeat(130)}/a`)[0]).toContain('must be no more than 253 bytes');
});

test('what is wrong with a label is told in the words of the API server', () => {
  const details = vectors<{ fieldErrors?: { detail: string }[] }>('validation').flatMap((row) => row.fieldErrors ?? []).map(({ detail }) => detail);
  const told = (text: string) => /^Invalid value: ("(?:[^"\\]|\\.)*"): (.*)$/s.exec(text)?.slice(1) ?? [];
  const ofLabels = details.map(told).filter(([, reason]) => /^(name part|prefix part|a valid label)/.test(reason ?? ''));
  expect(ofLabels.length).toBeGreaterThan(20);
  const wrong = ofLabels.filter(([value, reason]) => ![...labelKeyErrors(JSON.parse(value)), ...labelKeyErrors(JSON.parse(value).toLowerCase()),
    ...labelValueErrors(JSON.parse(value))].includes(reason));
  expect(wrong).toEqual([]);
});
