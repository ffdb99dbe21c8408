import { isDeepStrictEqual } from 'node:util';
import { FieldError, invalid } from '../field-error';
import { dns1123LabelErrors, qualifiedNameErrors } from './names';
import { ObjectMetadata, validateObjectMeta } from './object-meta';
import { validateObjectMetaUpdate } from './object-meta-update';
import { minorOf } from '../pod-security/policy-version';

/** What of a Namespace the rules look at. */
export interface Namespace {
  readonly metadata?: ObjectMetadata;
  readonly spec?: { readonly finalizers?: readonly string[] | null } | null;
}

const STANDARD_FINALIZERS = ['kubernetes', 'orphan', 'foregroundDeletion'];
const POD_SECURITY = 'pod-security.kubernetes.io';
const MODES = ['enforce', 'audit', 'warn'];
const LEVELS = ['privileged', 'baseline', 'restricted'];

/**
 * A new Namespace. Defaulting has set the label `kubernetes.io/metadata.name` to its name, so that a bad name is a bad label too.
 * Upstream: ValidateNamespace, then the admission of pod security, which looks at valid objects only.
 */
export function validateNamespace(namespace: Namespace): FieldError[] {
  const errors = validateNamespaceFields(namespace);
  return errors.length > 0 ? errors : validatePodSecurityLabels(namespace.metadata?.labels ?? {});
}

/** A Namespace that replaces a stored one. It keeps its finalizers, and may keep mistakes about pod security. Upstream: ValidateNamespaceUpdate. */
export function validateNamespaceUpdate(namespace: Namespace, old: Namespace): FieldError[] {
  const { metadata } = namespace;
  const errors = [
    ...validateNamespaceFields({ metadata, spec: old.spec }),
    ...validateObjectMetaUpdate(metadata, old.metadata, 'metadata', false),
  ];
  const [security, stored] = [metadata, old.metadata].map((meta) => validatePodSecurityLabels(meta?.labels ?? {}));
  return errors.length > 0 ? errors : isDeepStrictEqual(security, stored) ? [] : security;
}

/** Upstream: ValidateNamespace. */
function validateNamespaceFields({ metadata, spec }: Namespace): FieldError[] {
  return [
    ...validateObjectMeta(metadata, 'metadata', { requiresNamespace: false, nameErrors: dns1123LabelErrors }),
    ...(spec?.finalizers ?? []).flatMap((finalizer) => validateFinalizerName(finalizer, 'spec.finalizers')),
  ];
}

/** Upstream: validateFinalizerName. */
function validateFinalizerName(finalizer: string, path: string): FieldError[] {
  return [
    ...qualifiedNameErrors(finalizer).map((error) => invalid(path, finalizer, error)),
    ...(finalizer.includes('/') || STANDARD_FINALIZERS.includes(finalizer) ? []
      : [invalid(path, finalizer, 'name is neither a standard finalizer name nor is it fully qualified')]),
  ];
}

/** Upstream: PolicyToEvaluate of pod-security-admission. */
function validatePodSecurityLabels(labels: { readonly [key: string]: string }): FieldError[] {
  return MODES.flatMap((mode) => [
    ...validateLabel(labels, `${POD_SECURITY}/${mode}`, (level) => LEVELS.includes(level), `must be one of ${LEVELS.join(', ')}`),
    ...validateLabel(labels, `${POD_SECURITY}/${mode}-version`, isVersion, 'must be "latest" or "v1.x"'),
  ]);
}

function validateLabel(labels: { readonly [key: string]: string }, key: string, isValid: (value: string) => boolean, rule: string): FieldError[] {
  return !Object.hasOwn(labels, key) || isValid(labels[key]) ? [] : [invalid(`metadata.labels[${key}]`, labels[key], rule)];
}

function isVersion(text: string): boolean {
  try {
    return minorOf(text) >= 0;
  } catch {
    return false;
  }
}
