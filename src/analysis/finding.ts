/** How much a finding weighs: an error is what the cluster refuses or what cannot work there. */
export type Severity = 'error' | 'warning' | 'info';

/** What is said about one place of one object. */
export interface Finding {
  /** `api`, `api-warning`, `pod-security`, `runtime/<id>` or `practice/<id>`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  /** Which document of the file, from 0. */
  readonly document: number;
  /** From 1; of the field, or of what is nearest to it. */
  readonly line: number;
  readonly column: number;
  /** `Kind/namespace/name`; null where the document has no such thing. */
  readonly object: string | null;
  /** Path of the cdk8s construct, where it is known. */
  readonly construct: string | null;
  /** Kubernetes' own field path. */
  readonly path: string | null;
  /** The API's own cause, or `StrictDecoding`. */
  readonly type: string | null;
  readonly message: string;
  /** What to do; null where the message says it. */
  readonly fix: string | null;
  /** The reason that the manifest gives for it; an accepted finding fails no run. */
  readonly accepted: string | null;
}

/** `Kind/namespace/name`, cluster-scoped objects without the namespace. */
export function objectName(kind: string, namespace: string | null, name: string): string {
  return [kind, ...(namespace === null ? [] : [namespace]), name].join('/');
}

/** The findings of a document, by place and by what is said. */
export function inOrder<T extends Pick<Finding, 'path' | 'rule' | 'type' | 'message'>>(findings: readonly T[]): T[] {
  return [...findings].sort((a, b) => compareTexts(a.path ?? '', b.path ?? '') || compareTexts(a.rule, b.rule)
    || compareTexts(a.type ?? '', b.type ?? '') || compareTexts(a.message, b.message));
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
