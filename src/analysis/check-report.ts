import { Finding } from './finding';
import { PodSecurityLevel, Violation } from '../kubernetes/pod-security';

/** What keeps a stricter level from admitting a pod, in upstream's words. */
export type ToldViolation = Pick<Violation, 'check' | 'level'> & { readonly message: string };

/** An object that was judged. */
export interface CheckedDocument {
  readonly file: string;
  /** Which document of the file, from 0; an object of a List is a document of its own. */
  readonly document: number;
  readonly line: number;
  readonly apiVersion: string;
  readonly kind: string;
  /** Null for cluster-scoped objects. */
  readonly namespace: string | null;
  readonly name: string;
  /** The lowest level that admits its pods, and what keeps stricter ones from it. Only of what has pods. */
  readonly podSecurity?: { readonly level: PodSecurityLevel; readonly violations: readonly ToldViolation[] };
}

/** An object that nothing is known of. */
export interface UnjudgedDocument {
  readonly file: string;
  readonly document: number;
  readonly line: number;
  readonly reason: string;
}

/** What can be said of some manifests without a cluster. */
export interface CheckReport {
  readonly kubernetesVersion: string;
  /** In the order of the input. */
  readonly documents: readonly CheckedDocument[];
  readonly findings: readonly Finding[];
  readonly unjudged: readonly UnjudgedDocument[];
}

export interface CheckSummary {
  readonly documents: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly accepted: number;
  readonly unjudged: number;
}

/** Accepted findings are counted as such, whatever they weigh. */
export function summaryOf({ documents, findings, unjudged }: CheckReport): CheckSummary {
  const open = findings.filter(({ accepted }) => accepted === null);
  const count = (severity: Finding['severity']) => open.filter((finding) => finding.severity === severity).length;
  return {
    documents: documents.length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    accepted: findings.length - open.length,
    unjudged: unjudged.length,
  };
}
