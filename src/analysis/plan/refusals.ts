import { Reason } from './reason';
import { Severity } from '../finding';
import { Manifest, Manifests } from '../manifests';
import { Rule } from '../rules/rule';
import { MISSING_REFERENCES } from '../rules/runtime/missing-reference';
import { LIMIT_RANGE, RESOURCE_QUOTA } from '../rules/runtime/namespace-limits';
import { OVERHEAD } from '../rules/runtime/overhead';
import { POD_INVALID } from '../rules/runtime/pod-invalid';
import { POD_SECURITY } from '../rules/runtime/pod-security';
import { PRIORITY_VALUE, SYSTEM_PRIORITY_QUOTA } from '../rules/runtime/priority';

/** Rules that say of pods that the API server refuses them, and the code that this has here. */
const RULES: readonly (readonly [Rule, string])[] = [
  [POD_SECURITY, 'pod-security'], [POD_INVALID, 'pod-invalid'], [PRIORITY_VALUE, 'priority-class'], [OVERHEAD, 'runtime-class'],
  [LIMIT_RANGE, 'limit-range'], [RESOURCE_QUOTA, 'resource-quota'], [SYSTEM_PRIORITY_QUOTA, 'priority-quota'],
  ...MISSING_REFERENCES.flatMap((rule): [Rule, string][] => (
    ['service-account', 'priority-class', 'runtime-class'].flatMap((code) => (rule.id === `runtime/missing-${code}` ? [[rule, code]] : [])))),
];

/** What admission does with the pods of an object. */
export interface Admission {
  /** Why each pod is refused; nothing where they are taken. */
  readonly refused: readonly Reason[];
  /** What is taken for granted, since the input does not tell. */
  readonly assumed: readonly Reason[];
  /** Why some clusters refuse each pod. */
  readonly doubted: readonly Reason[];
}

/** What is known of the admission of pods, by the rules that `check` has. */
export function admissions(manifests: Manifests): (manifest: Manifest) => Admission {
  const said = new Map<Manifest, { readonly severity?: Severity; readonly reason: Reason }[]>();
  RULES.forEach(([rule, code]) => rule.find(manifests).forEach(({ manifest, message, severity = rule.severity }) => {
    const own = said.get(manifest) ?? [];
    said.set(manifest, own);
    own.push({ severity: code === 'pod-security' && severity === 'warning' ? undefined : severity, reason: { code, message } });
  }));
  return (manifest) => {
    const of = (severity: Severity) => (said.get(manifest) ?? []).filter((one) => one.severity === severity).map(({ reason }) => reason);
    return { refused: of('error'), assumed: of('info'), doubted: of('warning') };
  };
}
