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

/** What a rule finds, in some words; undefined for what the API server says, which says it itself. */
export function titleOf(rule: string): string | undefined {
  const id = shortId(rule);
  return RUNTIME_RULES.find((one) => one.id === rule)?.title ?? (rule.startsWith('practice/') ? PRACTICE_IDS[id] : undefined);
}

/** Whether findings of a rule can be accepted. */
export function isExceptable(id: string): boolean {
  return RULE_IDS.includes(id) && !REFUSED.includes(id);
}
