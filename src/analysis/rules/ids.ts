import { PRACTICE_IDS } from './practice/ids';
import { RUNTIME_RULES } from './runtime';

/** What the cluster refuses, whatever reason is given. */
const REFUSED = ['api', 'pod-security'];

/** The names of all rules, without what stands before the slash. */
export const RULE_IDS: readonly string[] = [...REFUSED, 'api-warning', ...RUNTIME_RULES.map(({ id }) => shortId(id)), ...Object.keys(PRACTICE_IDS)]
  .filter((id, index, all) => all.indexOf(id) === index).sort();

/** `probe-port` of `runtime/probe-port`. */
export function shortId(rule: string): string {
  return rule.slice(rule.indexOf('/') + 1);
}

/** Whether findings of a rule can be accepted. */
export function isExceptable(id: string): boolean {
  return RULE_IDS.includes(id) && !REFUSED.includes(id);
}
