import { CheckReport } from './check-report';
import { acceptedReason, EXCEPTION } from './exceptions';
import { Finding, inOrder, objectName, Severity } from './finding';
import { judge, Judged, Unjudged } from './judge';
import { Manifest, Manifests, manifestsOf } from './manifests';
import { Rule } from './rules/rule';
import { RUNTIME_RULES } from './rules/runtime';
import { Diagnostic, ReadDocuments, Document } from '../input/documents';
import { locate } from '../input/locate';

/** The newest Kubernetes whose rules are known. */
export const NEWEST_KUBERNETES = '1.36';

const RULES: readonly Rule[] = [...RUNTIME_RULES, EXCEPTION];

export interface CheckOptions {
  /** Such as `1.36`. */
  readonly kubernetesVersion?: string;
  /** Whether nothing else will be in the cluster, so that what objects name must be among them. */
  readonly complete?: boolean;
}

/** Whether the API server of a version would take the objects, as what, and whether their pods would then run. */
export function check({ documents, diagnostics }: ReadDocuments, options: CheckOptions = {}): CheckReport {
  const { kubernetesVersion = NEWEST_KUBERNETES, complete = false } = options;
  const results = documents.map((document) => judge(document, kubernetesVersion));
  const judged = results.filter((result): result is Judged => 'head' in result);
  const others = results.filter((result): result is Unjudged => 'unjudged' in result);
  const manifests = manifestsOf(judged, { hasUnknown: others.some(({ mayMakePods }) => mayMakePods), isComplete: complete, kubernetesVersion });
  const order = new Map(judged.map(({ head: { file, document } }, index) => [`${file} ${document}`, index]));
  return {
    kubernetesVersion,
    documents: judged.map(({ head }) => head),
    findings: inOrder([...diagnostics.map(unreadable), ...judged.flatMap(ofServer), ...RULES.flatMap((rule) => ofRule(rule, manifests))],
      (finding) => (finding.object === null ? -1 : order.get(`${finding.file} ${finding.document}`) ?? -1)),
    unjudged: others.map(({ unjudged }) => unjudged),
  };
}

const NOTHING: Pick<Finding, 'construct' | 'path' | 'type' | 'fix' | 'accepted'> = { construct: null, path: null, type: null, fix: null, accepted: null };

function unreadable({ file, line = 1, column = 1, message }: Diagnostic): Finding {
  return { ...NOTHING, rule: 'api', severity: 'error', file, document: 0, line, column, object: null, message };
}

function ofServer({ said, document, head, manifest }: Judged): Finding[] {
  return said.map(({ rule, path, type = null, message, fix = null, at }) => {
    const severity: Severity = rule === 'api' ? 'error' : 'warning';
    return { ...placed(document, head, path ?? at ?? ''), rule, severity, path, type, message, fix, accepted: reason(rule, path, manifest) };
  });
}

function ofRule({ id, severity, find }: Rule, manifests: Manifests): Finding[] {
  return find(manifests).map(({ manifest, path, message, fix = null, severity: own = severity }) => (
    { ...placed(manifest.document, manifest.head, path ?? ''), rule: id, severity: own, path, message, fix, accepted: reason(id, path, manifest) }));
}

function placed(document: Document, { kind, namespace, name, file }: Judged['head'], path: string): Omit<Finding, 'rule' | 'severity' | 'message'> {
  return { ...NOTHING, file, document: document.index, ...locate(document, path), object: objectName(kind, namespace, name) };
}

function reason(rule: string, path: string | null, manifest: Manifest | undefined): string | null {
  return manifest === undefined ? null : acceptedReason(rule, path, manifest);
}
