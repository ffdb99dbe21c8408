import checks from './checks-of-other-tools.json';
import { isExceptable, RULE_IDS } from '../../../src/analysis/rules/ids';
import { PRACTICE_IDS } from '../../../src/analysis/rules/practice/ids';
import { RUNTIME_RULES } from '../../../src/analysis/rules/runtime';

/** S: a node agent can and should satisfy it; C: depends on the agent; E: with a documented exception; N: not for node agents. */
const KEPT = ['S', 'C', 'E'];

describe('the names of rules', () => {
  test('answer each check of six other tools that is meant for node agents', () => {
    expect(checks).toHaveLength(78);
    const kept = checks.filter(({ verdict }) => KEPT.includes(verdict));
    expect(kept.filter(({ rules }) => rules.length === 0)).toEqual([]);
    expect(kept.flatMap(({ rules }) => rules).filter((id) => !RULE_IDS.includes(id))).toEqual([]);
  });

  test('are words that an annotation key can have, each once', () => {
    expect(RULE_IDS.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
    expect(RUNTIME_RULES.map(({ id }) => id.replace('runtime/', '')).filter((id) => Object.hasOwn(PRACTICE_IDS, id))).toEqual([]);
    expect(new Set(RUNTIME_RULES.map(({ id }) => id)).size).toBe(RUNTIME_RULES.length);
  });

  test('can all be accepted, but those of what the cluster refuses', () => {
    expect(RULE_IDS.filter((id) => !isExceptable(id))).toEqual(['api', 'pod-security']);
  });
});
