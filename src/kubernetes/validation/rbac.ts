import { isDeepStrictEqual } from 'node:util';
import { FieldError, invalid, notSupported, required } from '../field-error';
import { invalidForEach, requireFormat, requireText } from './field-checks';
import { LabelSelector, LabelSelectorOptions, validateLabelSelector } from './label-selector';
import { dns1123SubdomainErrors } from './names';
import { ObjectMetadata, validateObjectMeta } from './object-meta';
import { validateObjectMetaUpdate } from './object-meta-update';
import { isReadableSelector } from './selector-of-template';

type List = readonly string[] | null;

export interface RbacRule {
  readonly verbs?: List;
  readonly apiGroups?: List;
  readonly resources?: List;
  readonly resourceNames?: List;
  readonly nonResourceURLs?: List;
}

/** A Role. */
export interface Role {
  readonly metadata?: ObjectMetadata;
  readonly rules?: ReadonlyArray<RbacRule | null> | null;
}

export interface ClusterRole extends Role {
  readonly aggregationRule?: { readonly clusterRoleSelectors?: ReadonlyArray<LabelSelector | null> | null } | null;
}

export interface RbacSubject {
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly apiGroup?: string;
}

/** A RoleBinding or ClusterRoleBinding. */
export interface RoleBinding {
  readonly metadata?: ObjectMetadata;
  readonly roleRef?: { readonly apiGroup?: string; readonly kind?: string; readonly name?: string } | null;
  readonly subjects?: ReadonlyArray<RbacSubject | null> | null;
}

const GROUP = 'rbac.authorization.k8s.io';
const SUBJECT_KINDS = ['ServiceAccount', 'User', 'Group'];

/** A new Role. No default matters. Upstream: ValidateRole. */
export function validateRole({ metadata, rules }: Role): FieldError[] {
  return [
    ...validateObjectMeta(metadata, 'metadata', { requiresNamespace: true, nameErrors: rbacNameErrors }),
    ...(rules ?? []).flatMap((rule, index) => validatePolicyRule(rule ?? {}, true, `rules[${index}]`)),
  ];
}

/** A Role that replaces a stored one. Upstream: ValidateRoleUpdate. */
export function validateRoleUpdate(role: Role, old: Role): FieldError[] {
  return [...validateRole(role), ...validateObjectMetaUpdate(role.metadata, old.metadata, 'metadata')];
}

/** A new ClusterRole. No default matters. Upstream: ValidateClusterRole. */
export function validateClusterRole(clusterRole: ClusterRole): FieldError[] {
  return validateClusterRoleFields(clusterRole, {});
}

function validateClusterRoleFields({ metadata, rules, aggregationRule }: ClusterRole, options: LabelSelectorOptions): FieldError[] {
  const path = 'aggregationRule.clusterRoleSelectors';
  const selectors = aggregationRule?.clusterRoleSelectors ?? [];
  return [
    ...validateObjectMeta(metadata, 'metadata', { requiresNamespace: false, nameErrors: rbacNameErrors }),
    ...(rules ?? []).flatMap((rule, index) => validatePolicyRule(rule ?? {}, false, `rules[${index}]`)),
    ...(aggregationRule && selectors.length === 0 ? [required(path, 'at least one clusterRoleSelector required if aggregationRule is non-nil')] : []),
    ...selectors.flatMap((selector, index) => validateClusterRoleSelector(selector ?? {}, `${path}[${index}]`, options)),
  ];
}

/** Values that no label has may stay in its selectors. Upstream: ValidateClusterRoleUpdate, hasInvalidLabelValueInLabelSelector. */
export function validateClusterRoleUpdate(clusterRole: ClusterRole, old: ClusterRole): FieldError[] {
  const stored = old.aggregationRule?.clusterRoleSelectors ?? [];
  return [
    ...validateClusterRoleFields(clusterRole, { allowInvalidLabelValueInSelector: stored.some((selector) => validateLabelSelector(selector, '').length > 0) }),
    ...validateObjectMetaUpdate(clusterRole.metadata, old.metadata, 'metadata', false),
  ];
}

/** A new RoleBinding. Defaulting has set the API group of the role and of subjects. Upstream: ValidateRoleBinding. */
export function validateRoleBinding(binding: RoleBinding): FieldError[] {
  return validateBinding(binding, true, ['Role', 'ClusterRole']);
}

/** A new ClusterRoleBinding. Defaulting has set the API group of the role and of subjects. Upstream: ValidateClusterRoleBinding. */
export function validateClusterRoleBinding(binding: RoleBinding): FieldError[] {
  return validateBinding(binding, false, ['ClusterRole']);
}

/** Whom it binds may change, but not to what. Upstream: ValidateRoleBindingUpdate. */
export function validateRoleBindingUpdate(binding: RoleBinding, old: RoleBinding): FieldError[] {
  return [...validateRoleBinding(binding), ...validateBindingUpdate(binding, old, true)];
}

/** Upstream: ValidateClusterRoleBindingUpdate. */
export function validateClusterRoleBindingUpdate(binding: RoleBinding, old: RoleBinding): FieldError[] {
  return [...validateClusterRoleBinding(binding), ...validateBindingUpdate(binding, old, false)];
}

function validateBindingUpdate({ metadata, roleRef }: RoleBinding, old: RoleBinding, isNamespaced: boolean): FieldError[] {
  // the type has no names for JSON, so upstream prints those of its fields
  const [printed, stored] = [roleRef, old.roleRef].map((ref) => ({ APIGroup: ref?.apiGroup ?? '', Kind: ref?.kind ?? '', Name: ref?.name ?? '' }));
  return [
    ...validateObjectMetaUpdate(metadata, old.metadata, 'metadata', isNamespaced),
    ...(isDeepStrictEqual(printed, stored) ? [] : [invalid('roleRef', printed, 'cannot change roleRef')]),
  ];
}

/** What is wrong with the name of a role or binding. Upstream: ValidateRBACName, IsPathSegmentName. */
export function rbacNameErrors(name: string): string[] {
  return name === '.' || name === '..' ? [`may not be '${name}'`]
    : ['/', '%'].filter((sign) => name.includes(sign)).map((sign) => `may not contain '${sign}'`);
}

/** Upstream: ValidatePolicyRule. */
function validatePolicyRule(rule: RbacRule, isNamespaced: boolean, path: string): FieldError[] {
  const { verbs, apiGroups, resources, resourceNames, nonResourceURLs } = rule;
  const verbErrors = isEmpty(verbs) ? [required(`${path}.verbs`, 'verbs must contain at least one value')] : [];
  if (!isEmpty(nonResourceURLs)) {
    const refuse = (reason: string) => invalid(`${path}.nonResourceURLs`, nonResourceURLs, reason);
    return [
      ...verbErrors,
      ...(isNamespaced ? [refuse('namespaced rules cannot apply to non-resource URLs')] : []),
      ...([apiGroups, resources, resourceNames].every(isEmpty) ? [] : [refuse('rules cannot apply to both regular resources and non-resource URLs')]),
    ];
  }
  return [
    ...verbErrors,
    ...(isEmpty(apiGroups) ? [required(`${path}.apiGroups`, 'resource rules must supply at least one api group')] : []),
    ...(isEmpty(resources) ? [required(`${path}.resources`, 'resource rules must supply at least one resource')] : []),
  ];
}

function isEmpty(list: List | undefined): boolean {
  return (list ?? []).length === 0;
}

/** What no selector can be made of is said once more. */
function validateClusterRoleSelector(selector: LabelSelector, path: string, options: LabelSelectorOptions): FieldError[] {
  return [...validateLabelSelector(selector, path, options), ...(isReadableSelector(selector) ? [] : [invalid(path, null, 'invalid label selector.')])];
}

function validateBinding({ metadata, roleRef, subjects }: RoleBinding, isNamespaced: boolean, roleKinds: readonly string[]): FieldError[] {
  const { apiGroup = '', kind = '', name } = roleRef ?? {};
  return [
    ...validateObjectMeta(metadata, 'metadata', { requiresNamespace: isNamespaced, nameErrors: rbacNameErrors }),
    ...oneOf(apiGroup, [GROUP], 'roleRef.apiGroup'),
    ...oneOf(kind, roleKinds, 'roleRef.kind'),
    ...requireFormat(name, 'roleRef.name', rbacNameErrors),
    ...(subjects ?? []).flatMap((subject, index) => validateRoleBindingSubject(subject ?? {}, isNamespaced, `subjects[${index}]`)),
  ];
}

/** Upstream: ValidateRoleBindingSubject. */
function validateRoleBindingSubject(subject: RbacSubject, isNamespaced: boolean, path: string): FieldError[] {
  const { kind = '', name = '', namespace = '', apiGroup = '' } = subject;
  const nameErrors = requireText(name, `${path}.name`);
  switch (kind) {
    case 'ServiceAccount': return [
      ...(name === '' ? nameErrors : invalidForEach(`${path}.name`, name, dns1123SubdomainErrors(name))),
      ...oneOf(apiGroup, [''], `${path}.apiGroup`),
      ...(isNamespaced ? [] : requireText(namespace, `${path}.namespace`)),
    ];
    case 'User':
    case 'Group': return [...nameErrors, ...oneOf(apiGroup, [GROUP], `${path}.apiGroup`)];
    default: return [...nameErrors, notSupported(`${path}.kind`, kind, SUBJECT_KINDS)];
  }
}

function oneOf(value: string, supported: readonly string[], path: string): FieldError[] {
  return supported.includes(value) ? [] : [notSupported(path, value, supported)];
}
