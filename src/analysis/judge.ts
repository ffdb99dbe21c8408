import { CheckedDocument, UnjudgedDocument } from './check-report';
import { fixOf, fixOfDecoding } from './fixes';
import { Manifest, workloadOf } from './manifests';
import { Said } from './rules/rule';
import { Document } from '../input/documents';
import { Value } from '../input/read-yaml';
import { concat } from '../kubernetes/concat';
import { ApiObject, decode } from '../kubernetes/decode/decode';
import { asRequested, isClusterScoped } from '../kubernetes/new-object';
import { ownerReferenceWarnings } from '../kubernetes/owner-references';
import { asCreatedPod, lowestLevel, PodSpec, violationText } from '../kubernetes/pod-security';
import { kindOf, noLongerServed } from '../kubernetes/schema/kinds';
import { KIND_RULES } from '../kubernetes/validation/kinds';

/** Kinds that have pods and are not looked into. */
const MAKERS_OF_PODS = ['PodTemplate', 'ReplicaSet', 'ReplicationController'];

/** What the API server says about a place of an object. */
export interface ServerSaid extends Said {
  readonly rule: 'api' | 'api-warning';
  readonly type?: string;
  /** Where to look, when it is not said of a path. */
  readonly at?: string;
}

/** An object and what the API server says to it; `manifest` is there when it could be read. */
export interface Judged {
  readonly document: Document;
  readonly head: CheckedDocument;
  readonly said: readonly ServerSaid[];
  readonly manifest?: Manifest;
}

/** An object that nothing, or not enough, is known of. */
export interface Unjudged {
  readonly unjudged: UnjudgedDocument;
  /** Whether it may bring pods along that nobody sees here. */
  readonly mayMakePods: boolean;
}

/** What one document is to the API server of a version, by itself. */
export function judge(document: Document, version: string): Judged | Unjudged {
  const { file, index, line, value } = document;
  const unjudged = (reason: string): Unjudged => ({ unjudged: { file, document: index, line, reason }, mayMakePods: true });
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
  const head = headOf(document, apiVersion, kind, value);
  if ('type' in known) {
    return judgeKnown(document, known.type, head, version);
  }
  const { removedIn, replacement } = known;
  if (minorOf(version) < minorOf(removedIn)) {
    return unjudged(`the rules of ${kind} of ${apiVersion} are not known here; Kubernetes ${removedIn} no longer has it`);
  }
  const message = noLongerServed(value, removedIn);
  return { document, head, said: [{ rule: 'api', path: 'apiVersion', message, fix: replacement && `write apiVersion: ${replacement}` }] };
}

function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}

function judgeKnown(document: Document, type: string, head: CheckedDocument, version: string): Judged | Unjudged {
  const { file, index, line, value, duplicates } = document;
  const decoded = decode(value as ApiObject, version, duplicates.map((path) => `duplicate field "${path}"`));
  if ('error' in decoded) {
    const fix = fixOfDecoding(decoded.error, type, version);
    return { document, head, said: [{ rule: 'api', type: 'StrictDecoding', path: null, message: decoded.error, fix, at: decoded.path ?? duplicates[0] }] };
  }
  if (!Object.hasOwn(KIND_RULES, type)) {
    const reason = `the fields of ${head.kind} are well-formed; its rules are not known here`;
    return { unjudged: { file, document: index, line, reason }, mayMakePods: MAKERS_OF_PODS.includes(head.kind) };
  }
  const object = asRequested(decoded.object, version);
  const rules = KIND_RULES[type];
  const errors = rules.validate(object, version);
  const manifest: Manifest = { document, head, object, isValid: errors.length === 0 };
  return {
    document,
    head: withPodSecurity(manifest, version),
    said: concat(
      errors.map((error): ServerSaid => ({ rule: 'api', path: error.path, type: error.type, message: error.detail, fix: fixOf(error, object) })),
      concat(ownerReferenceWarnings(decoded.object), rules.warnings(object)).map(warning),
    ),
    manifest,
  };
}

/** The level is worked out when a report asks for it: most do not. */
function withPodSecurity(manifest: Manifest, version: string): CheckedDocument {
  const [workload] = workloadOf(manifest);
  return workload === undefined ? manifest.head : {
    ...manifest.head,
    get podSecurity() {
      const { level, violations } = lowestLevel(workload.metadata, asCreatedPod(workload.pod as PodSpec), `v${version}`);
      return { level, violations: violations.map((one) => ({ check: one.check, level: one.level, message: violationText(one) })) };
    },
  };
}

function headOf({ file, index, line }: Document, apiVersion: string, kind: string, value: { [key: string]: Value }): CheckedDocument {
  const metadata = typeof value.metadata === 'object' && value.metadata !== null && !Array.isArray(value.metadata) ? value.metadata : {};
  const text = (field: Value | undefined) => (typeof field === 'string' ? field : '');
  const namespace = isClusterScoped(kind) ? null : text(metadata.namespace) || 'default';
  return { file, document: index, line, apiVersion, kind, namespace, name: text(metadata.name) || text(metadata.generateName) };
}

/** Upstream begins a warning with the path of its field. */
function warning(text: string): ServerSaid {
  const [, path, message] = /^((?:[\w-]+(?:\[[^\]]*\])?\.)*[\w-]+(?:\[[^\]]*\])?): (.*)$/s.exec(text) ?? [];
  return path === undefined ? { rule: 'api-warning', path: null, message: text } : { rule: 'api-warning', path, message };
}
