import { isDeepStrictEqual } from 'node:util';
import { FieldError, invalid, required } from '../field-error';
import { Quantities } from '../objects';
import { typed } from './field-checks';
import { dns1123SubdomainErrors } from './names';
import { ObjectMetadata, validateObjectMeta } from './object-meta';
import { validateImmutableField, validateObjectMetaUpdate } from './object-meta-update';
import { resourceList } from './resource-lists';
import { isHugePages, validateResourceName } from './resource-names';
import { validateResourceQuantityValue } from './resources';

export interface ScopedResourceSelectorRequirement {
  readonly scopeName?: string;
  readonly operator?: string;
  readonly values?: readonly string[] | null;
}

export interface ResourceQuotaSpec {
  readonly hard?: Quantities | null;
  readonly scopes?: readonly string[] | null;
  readonly scopeSelector?: { readonly matchExpressions?: readonly ScopedResourceSelectorRequirement[] | null } | null;
}

/** What of a ResourceQuota the rules look at. */
export interface ResourceQuota {
  readonly metadata?: ObjectMetadata;
  readonly spec?: ResourceQuotaSpec | null;
}

const COMPUTE = ['cpu', 'memory', 'ephemeral-storage'];
const POD_COMPUTE = ['cpu', 'memory', 'limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory'];
const QUOTA_RESOURCES = [
  ...COMPUTE, ...COMPUTE.flatMap((name) => [`requests.${name}`, `limits.${name}`]), 'requests.storage', 'pods', 'resourcequotas', 'services',
  'replicationcontrollers', 'secrets', 'persistentvolumeclaims', 'configmaps', 'services.nodeports', 'services.loadbalancers',
];

/** The resources that each scope can limit. */
const SCOPES: ReadonlyMap<string, readonly string[]> = new Map([
  ...['Terminating', 'NotTerminating', 'NotBestEffort', 'PriorityClass', 'CrossNamespacePodAffinity']
    .map((scope): [string, string[]] => [scope, ['pods', ...POD_COMPUTE]]),
  ['BestEffort', ['pods']],
  ['VolumeAttributesClass', ['persistentvolumeclaims', 'requests.storage']],
]);
const CONFLICTS = [['BestEffort', 'NotBestEffort'], ['Terminating', 'NotTerminating']];
const WITHOUT_VALUES = ['BestEffort', 'NotBestEffort', 'Terminating', 'NotTerminating', 'CrossNamespacePodAffinity'];
const EXISTS_RULE = "must be 'Exists' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, "
  + 'ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity';

/** A new ResourceQuota. Defaulting has rounded quantities to thousandths, and its status does not count. Upstream: ValidateResourceQuota. */
export function validateResourceQuota({ metadata, spec }: ResourceQuota): FieldError[] {
  return [
    ...validateObjectMeta(metadata, 'metadata', { requiresNamespace: true, nameErrors: dns1123SubdomainErrors }),
    ...validateResourceQuotaSpec(spec ?? {}, 'spec'),
  ];
}

/** Its scopes stay, in whatever order. Upstream: ValidateResourceQuotaUpdate. */
export function validateResourceQuotaUpdate(resourceQuota: ResourceQuota, old: ResourceQuota): FieldError[] {
  return [
    ...validateObjectMetaUpdate(resourceQuota.metadata, old.metadata, 'metadata'),
    ...validateResourceQuotaSpec(resourceQuota.spec ?? {}, 'spec'),
    ...validateImmutableField(resourceQuota.spec?.scopes, undefined, 'spec.scopes', isDeepStrictEqual(new Set(resourceQuota.spec?.scopes), new Set(old.spec?.scopes))),
  ];
}

/** Upstream: ValidateResourceQuotaSpec. */
function validateResourceQuotaSpec(spec: ResourceQuotaSpec, path: string): FieldError[] {
  return [
    ...validateQuotaResources(spec.hard, `${path}.hard`),
    ...validateResourceQuotaScopes(spec, path),
    ...(spec.scopeSelector ? validateScopedResourceSelectorRequirement(spec, path) : []),
  ];
}

function validateQuotaResources(quantities: Quantities | null | undefined, path: string): FieldError[] {
  return [...resourceList(quantities)].flatMap(([name, quantity]) => [
    ...validateResourceQuotaResourceName(name, `${path}[${name}]`),
    ...validateResourceQuantityValue(name, quantity, `${path}[${name}]`),
  ]);
}

/** Upstream: ValidateResourceQuotaResourceName. */
function validateResourceQuotaResourceName(name: string, path: string): FieldError[] {
  return [
    ...validateResourceName(name, path),
    ...(name.includes('/') || isQuotaResource(name) ? [] : [invalid(path, typed(name), 'must be a standard resource for quota')]),
  ];
}

/** Upstream: IsStandardQuotaResourceName. */
function isQuotaResource(name: string): boolean {
  return QUOTA_RESOURCES.includes(name) || isHugePagesOfQuota(name);
}

/** Upstream: IsQuotaHugePageResourceName. */
function isHugePagesOfQuota(name: string): boolean {
  return isHugePages(name) || name.startsWith('requests.hugepages-');
}

/** Upstream: validateResourceQuotaScopes. */
function validateResourceQuotaScopes({ hard, scopes: list }: ResourceQuotaSpec, path: string): FieldError[] {
  const scopes = list ?? [];
  const refuse = (reason: string) => invalid(`${path}.scopes`, scopes, reason);
  return [
    ...scopes.flatMap((scope) => [
      ...(SCOPES.has(scope) ? [] : [refuse('unsupported scope')]),
      ...resourcesBeyond(scope, hard).map(() => refuse('unsupported scope applied to resource')),
    ]),
    ...conflicts(scopes).map(() => refuse('conflicting scopes')),
  ];
}

/** What is limited and not what a scope can limit. Upstream: IsResourceQuotaScopeValidForResource. */
function resourcesBeyond(scope: string, hard: Quantities | null | undefined): string[] {
  return Object.keys(hard ?? {}).filter((name) => isQuotaResource(name) && SCOPES.get(scope)?.includes(name) === false);
}

function conflicts(scopes: readonly string[]): string[][] {
  return CONFLICTS.filter((pair) => pair.every((scope) => scopes.includes(scope)));
}

/** Conflicts are told of with the list of scopes, which is not in question here. Upstream: validateScopedResourceSelectorRequirement. */
function validateScopedResourceSelectorRequirement({ hard, scopes, scopeSelector }: ResourceQuotaSpec, specPath: string): FieldError[] {
  const path = `${specPath}.scopeSelector.matchExpressions`;
  const requirements = (scopeSelector?.matchExpressions ?? [])
    .map(({ scopeName = '', operator = '', values }) => ({ scopeName, operator, values: values ?? null }));
  // the type has no names for JSON, so upstream prints those of its fields
  const printed = {
    MatchExpressions: requirements.map(({ scopeName, operator, values }) => ({ ScopeName: scopeName, Operator: operator, Values: values })),
  };
  return [
    ...requirements.flatMap((requirement) => [
      ...(SCOPES.has(requirement.scopeName) ? [] : [invalid(`${path}.scopeName`, typed(requirement.scopeName), 'unsupported scope')]),
      ...resourcesBeyond(requirement.scopeName, hard).map(() => invalid(path, printed, 'unsupported scope applied to resource')),
      ...(WITHOUT_VALUES.includes(requirement.scopeName) && requirement.operator !== 'Exists'
        ? [invalid(`${path}.operator`, typed(requirement.operator), EXISTS_RULE)] : []),
      ...validateOperator(requirement.operator, requirement.values ?? [], path),
    ]),
    ...conflicts(requirements.map(({ scopeName }) => scopeName)).map(() => invalid(path, scopes, 'conflicting scopes')),
  ];
}

function validateOperator(operator: string, values: readonly string[], path: string): FieldError[] {
  switch (operator) {
    case 'In':
    case 'NotIn': return values.length > 0 ? []
      : [required(`${path}.values`, "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector")];
    case 'Exists':
    case 'DoesNotExist': return values.length === 0 ? []
      : [invalid(`${path}.values`, values, "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector")];
    default: return [invalid(`${path}.operator`, typed(operator), 'not a valid selector operator')];
  }
}
