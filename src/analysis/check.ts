import { CheckReport } from './check-report';
import { acceptedReason, EXCEPTION } from './exceptions';
import { Finding, inOrder, objectName } from './finding';
import { judge, Judged, ServerSaid, Unjudged } from './judge';
import { Manifest, manifestsOf } from './manifests';
import { Found, Rule } from './rules/rule';
import { RUNTIME_RULES } from './rules/runtime';
import { Diagnostic, ReadDocuments, Document } from '../input/documents';
import { locate } from '../input/locate';
import { Position } from '../input/places';
import { NEWEST_KUBERNETES } from '../kubernetes/feature-gates';

const RULES: readonly Rule[] = [...RUNTIME_RULES, EXCEPTION];

/** So many findings of one object are told; nobody reads more. */
const FINDINGS_MAX = 1_000;

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
  const found = new Map(judged.map(({ document, said, manifest }) => [document, said.map((one) => ofServer(one, manifest))]));
  RULES.forEach((rule) => rule.find(manifests).forEach((one) => found.get(one.manifest.document)!.push(ofRule(rule, one))));
  return {
    kubernetesVersion,
    documents: judged.map(({ head }) => head),
    // one document after the other, so that a report looks through each for its places once
    findings: [...diagnostics.map(unreadable), ...judged.flatMap(({ document, head }) => (
      told(found.get(document)!).map((one) => placed(one, document, head))))],
    unjudged: others.map(({ unjudged }) => unjudged),
  };
}

/** What is said before its place in the file is known. */
type Unplaced = Omit<Finding, 'file' | 'document' | 'line' | 'column' | 'object' | 'construct'> & {
  /** Where to look, when it is not said of a path. */
  readonly at?: string;
};

/** What is told of an object. What is cut is told by its number; it weighs as much as the first, since errors fail a run whatever else there is. */
function told(all: readonly Unplaced[]): Unplaced[] {
  const first = inOrder(all.slice(0, FINDINGS_MAX));
  const cut = all.slice(FINDINGS_MAX);
  if (cut.length === 0) {
    return first;
  }
  const { severity } = cut.find((one) => one.severity === 'error' && one.accepted === null) ?? cut[0];
  const message = `and ${cut.length.toLocaleString('en')} more findings about this object`;
  return [...first, { rule: 'api', severity, path: null, type: null, message, fix: null, accepted: null }];
}

function unreadable({ file, line = 1, column = 1, message }: Diagnostic): Finding {
  const nothing = { object: null, construct: null, path: null, type: null, fix: null, accepted: null };
  return { ...nothing, rule: 'api', severity: 'error', file, document: 0, line, column, message };
}

function ofServer({ rule, path, type, message, fix, at }: ServerSaid, manifest: Manifest | undefined): Unplaced {
  const accepted = manifest === undefined ? null : acceptedReason(rule, path, manifest);
  return { rule, severity: rule === 'api' ? 'error' : 'warning', path, type: type ?? null, message, fix: fix ?? null, accepted, at };
}

function ofRule({ id, severity }: Rule, { manifest, path, message, fix, severity: own = severity }: Found): Unplaced {
  return { rule: id, severity: own, path, type: null, message, fix: fix ?? null, accepted: acceptedReason(id, path, manifest) };
}

/** Where it is in the file is worked out when a report shows it. */
function placed(said: Unplaced, document: Document, { kind, namespace, name, file }: Judged['head']): Finding {
  const { rule, severity, path, type, message, fix, accepted, at } = said;
  let found: Position | undefined;
  const place = () => (found ??= locate(document, path ?? at ?? ''));
  return {
    rule,
    severity,
    file,
    document: document.index,
    get line() { return place().line; },
    get column() { return place().column; },
    object: objectName(kind, namespace, name),
    construct: null,
    path,
    type,
    message,
    fix,
    accepted,
  };
}
