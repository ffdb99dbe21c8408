import { PodMetadata, PodSecurityLevel, PodSpec, Violation } from '../../../src/kubernetes/pod-security';

/** A pod of upstream's conformance suite and whether a level at a version admits it. */
export interface ConformanceRow {
  readonly name: string;
  readonly level: PodSecurityLevel;
  readonly version: string;
  readonly verdict: 'pass' | 'fail';
  /** The pod. */
  readonly yaml: string;
}

/** An object and what Kubernetes 1.36 says about it. */
export interface ValidationRow {
  readonly name: string;
  readonly manifest: { readonly spec?: { readonly template?: { readonly metadata?: PodMetadata; readonly spec?: PodSpec } } };
  /** Of the pod template: `ok`, or all findings in one line. Null where there is none or it cannot be decoded. */
  readonly podSecurity_latest: { readonly baseline: string; readonly restricted: string } | null;
}

/** Violations in one line, as the API server shows them. */
export function inOneLine(violations: readonly Violation[]): string {
  return violations.map(({ reason, detail }) => `${reason} (${detail})`).join(', ') || 'ok';
}
