import { CheckedDocument, CheckReport, UnjudgedDocument } from './check-report';
import { Finding, inOrder, objectName, Severity } from './finding';
import { KIND_RULES } from './kinds';
import { ReadDocuments, Document } from '../input/documents';
import { locate } from '../input/locate';
import { Value } from '../input/read-yaml';
import { ApiObject, decode } from '../kubernetes/decode/decode';
import { setDefaults } from '../kubernetes/defaults/apply-defaults';
import { asCreatedPod, lowestLevel, PodMetadata, PodSpec } from '../kubernetes/pod-security';
import { kindOf } from '../kubernetes/schema/kinds';

/** The newest Kubernetes whose rules are known. */
export const NEWEST_KUBERNETES = '1.36';

/** Kinds whose objects belong to no namespace. */
const CLUSTER_SCOPED = ['ClusterRole', 'ClusterRoleBinding', 'CSIDriver', 'Namespace', 'Node', 'PersistentVolume', 'PriorityClass', 'RuntimeClass', 'StorageClass'];

/** What is said of a document before its place in the file is known. */
type Said = Pick<Finding, 'rule' | 'severity' | 'message'> & Partial<Pick<Finding, 'path' | 'type' | 'fix'>> & {
  /** Where to look, when it is not said of a path. */
  readonly at?: string;
};

type Judged = { readonly checked: CheckedDocument; readonly said: Said[] } | { readonly unjudged: UnjudgedDocument };

/** Whether the API server of a version would take the objects, and as what. */
export function check({ documents, diagnostics }: ReadDocuments, kubernetesVersion = NEWEST_KUBERNETES): CheckReport {
  const judged = documents.map((document) => ({ document, result: judge(document, kubernetesVersion) }));
  const checked = judged.flatMap(({ result }) => ('checked' in result ? [result.checked] : []));
  const findings = judged.flatMap(({ document, result }) => ('checked' in result ? result.said.map((said) => placed(said, document, result.checked)) : []));
  const broken = diagnostics.map(({ file, line = 1, column = 1, message }): Finding => (
    { ...NOTHING, rule: 'api', severity: 'error', file, document: 0, line, column, object: null, message }));
  const order = new Map(checked.map(({ file, document }, index) => [`${file} ${document}`, index]));
  return {
    kubernetesVersion,
    documents: checked,
    findings: inOrder([...broken, ...findings], (finding) => (finding.object === null ? -1 : order.get(`${finding.file} ${finding.document}`) ?? -1)),
    unjudged: judged.flatMap(({ result }) => ('unjudged' in result ? [result.unjudged] : [])),
  };
}

const NOTHING: Pick<Finding, 'construct' | 'path' | 'type' | 'fix' | 'accepted'> = { construct: null, path: null, type: null, fix: null, accepted: null };

function judge(document: Document, version: string): Judged {
  const { file, index, line, value } = document;
  const unjudged = (reason: string): Judged => ({ unjudged: { file, document: index, line, reason } });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return unjudged('it is no object of Kubernetes, but a text, a number or a list');
  }
  const { apiVersion, kind } = value;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
    return unjudged('it has no apiVersion and kind, so it is no object of Kubernetes');
  }
  const known = kindOf(apiVersion, kind);
  if (known === undefined) {
    return unjudged(`the kind ${kind} of ${apiVersion} is not known here`);
  }
  const checked = headOf(document, apiVersion, kind, value);
  return 'type' in known ? judgeKnown(document, known.type, checked, version) : {
    checked,
    said: [error('apiVersion', null, `${kind} of ${apiVersion} is no longer served since Kubernetes ${known.removedIn}`,
      known.replacement === undefined ? null : `write apiVersion: ${known.replacement}`)],
  };
}

function judgeKnown({ file, index, line, value, duplicates }: Document, type: string, checked: CheckedDocument, version: string): Judged {
  const decoded = decode(value as ApiObject, version, duplicates.map((path) => `duplicate field "${path}"`));
  if ('error' in decoded) {
    return { checked, said: [{ ...error(null, 'StrictDecoding', decoded.error, null), at: firstFieldOf(decoded.error) }] };
  }
  if (!Object.hasOwn(KIND_RULES, type)) {
    return { unjudged: { file, document: index, line, reason: `the fields of ${checked.kind} are well-formed; its rules are not known here` } };
  }
  const object = inItsNamespace(setDefaults(decoded.object), checked);
  const rules = KIND_RULES[type];
  const template = podTemplateOf(object);
  return {
    checked: template === undefined ? checked : { ...checked, podSecurity: lowestLevel(template.metadata, asCreatedPod(template.spec)) },
    said: [
      ...rules.validate(object).map(({ path, type: cause, detail }) => error(path, cause, detail, null)),
      ...rules.warnings(object).map((text) => warning(text)),
    ],
  };
}

/** The server has no path for what it cannot decode, and names the field in its text. */
function firstFieldOf(message: string): string | undefined {
  return /(?:unknown|duplicate) field "([^"]+)"/.exec(message)?.[1];
}

/** A namespace that is not given is that of the request; cluster-scoped objects have none, whatever they say. Upstream: BeforeCreate. */
function inItsNamespace(object: ApiObject, { namespace }: CheckedDocument): ApiObject {
  const { namespace: _, ...metadata } = (object.metadata ?? {}) as ApiObject;
  return { ...object, metadata: { ...metadata, ...(namespace === null ? {} : { namespace }) } };
}

function headOf({ file, index, line }: Document, apiVersion: string, kind: string, value: { [key: string]: Value }): CheckedDocument {
  const metadata = typeof value.metadata === 'object' && value.metadata !== null && !Array.isArray(value.metadata) ? value.metadata : {};
  const text = (field: Value | undefined) => (typeof field === 'string' ? field : '');
  const namespace = CLUSTER_SCOPED.includes(kind) ? null : text(metadata.namespace) || 'default';
  return { file, document: index, line, apiVersion, kind, namespace, name: text(metadata.name) || text(metadata.generateName) };
}

function podTemplateOf(object: ApiObject): { readonly metadata?: PodMetadata; readonly spec: PodSpec } | undefined {
  const spec = object.spec as { template?: { metadata?: PodMetadata; spec?: PodSpec }; jobTemplate?: { spec?: ApiObject } } | undefined;
  const template = object.kind === 'Pod' ? object as { metadata?: PodMetadata; spec?: PodSpec }
    : spec?.template ?? (spec?.jobTemplate?.spec as typeof spec)?.template;
  return template?.spec === undefined ? undefined : { metadata: template.metadata, spec: template.spec };
}

function error(path: string | null, type: string | null, message: string, fix: string | null): Said {
  return { rule: 'api', severity: 'error', path, type, message, fix };
}

/** Upstream begins a warning with the path of its field. */
function warning(text: string): Said {
  const [, path, message] = /^((?:[\w-]+(?:\[[^\]]*\])?\.)*[\w-]+(?:\[[^\]]*\])?): (.*)$/s.exec(text) ?? [];
  const severity: Severity = 'warning';
  return path === undefined ? { rule: 'api-warning', severity, message: text } : { rule: 'api-warning', severity, path, message };
}

function placed({ path = null, type = null, fix = null, at, ...said }: Said, document: Document, checked: CheckedDocument): Finding {
  const { kind, namespace, name, file } = checked;
  return { ...NOTHING, ...said, path, type, fix, file, document: document.index, ...locate(document, path ?? at ?? ''), object: objectName(kind, namespace, name) };
}
