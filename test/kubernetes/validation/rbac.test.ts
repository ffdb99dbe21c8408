import { FieldError } from '../../../src/kubernetes/field-error';
import {
  ClusterRole, RbacRule, RbacSubject, RoleBinding, rbacNameErrors, validateClusterRole, validateClusterRoleBinding, validateRole, validateRoleBinding,
} from '../../../src/kubernetes/validation/rbac';
import { vectors } from '../vectors';

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly manifest: ClusterRole & RoleBinding;
  /** What the API server validates, where it is not the manifest: null is nothing, and defaults are set. */
  readonly defaulted?: ClusterRole & RoleBinding;
  readonly accepted: boolean;
  readonly fieldErrors: ReadonlyArray<{ readonly field: string; readonly type: string; readonly detail: string }>;
}

function judged(errors: readonly FieldError[]): string[] {
  return errors.map(({ path, type, detail }) => `${path} ${type} ${detail}`).sort();
}

const all = vectors<Row>('kinds');

function answered({ fieldErrors }: Row): string[] {
  return fieldErrors.map(({ field, type, detail }) => `${field} ${type} ${detail}`).sort();
}

test.each([
  ['ClusterRole', validateClusterRole],
  ['ClusterRoleBinding', validateClusterRoleBinding],
  ['Role', validateRole],
  ['RoleBinding', validateRoleBinding],
])('a %s is judged as by the API server, in more than 150 cases', (kind, validate) => {
  const rows = all.filter((row) => row.kind === kind);
  expect(rows.length).toBeGreaterThan(150);
  expect(new Set(rows.map(({ accepted }) => accepted))).toEqual(new Set([true, false]));
  const compared = rows.map((row) => ({ name: row.name, actual: judged(validate(row.defaulted ?? row.manifest)), expected: answered(row) }));
  expect(compared.filter(({ actual, expected }) => actual.join('\n') !== expected.join('\n'))).toEqual([]);
});

describe('a rule of a ClusterRole', () => {
  test.each<[string, RbacRule, string[]]>([
    ['is about resources', { apiGroups: [''], resources: ['pods'], verbs: ['get'] }, []],
    ['or about paths', { nonResourceURLs: ['/healthz'], verbs: ['get'] }, []],
    ['has verbs', { nonResourceURLs: ['/healthz'] }, ['rules[0].verbs FieldValueRequired Required value: verbs must contain at least one value']],
    ['has groups and resources', { verbs: ['get'] }, [
      'rules[0].apiGroups FieldValueRequired Required value: resource rules must supply at least one api group',
      'rules[0].resources FieldValueRequired Required value: resource rules must supply at least one resource',
    ]],
    ['is not about both', { nonResourceURLs: ['/<a>'], resourceNames: ['a'], verbs: ['get'] }, ['rules[0].nonResourceURLs FieldValueInvalid '
      + 'Invalid value: ["/\\u003ca\\u003e"]: rules cannot apply to both regular resources and non-resource URLs']],
  ])('%s', (_, rule, expected) => expect(judged(validateClusterRole({ metadata: { name: 'a' }, rules: [rule] }))).toEqual(expected));
});

test('a rule of a Role is never about paths', () => {
  expect(judged(validateRole({ metadata: { name: 'a', namespace: 'x' }, rules: [{ nonResourceURLs: ['/a'], verbs: ['get'] }] })))
    .toEqual(['rules[0].nonResourceURLs FieldValueInvalid Invalid value: ["/a"]: namespaced rules cannot apply to non-resource URLs']);
});

test('a ClusterRole that is aggregated selects others, by labels that can be read', () => {
  const judge = (...clusterRoleSelectors: object[]) => judged(validateClusterRole({ metadata: { name: 'a' }, aggregationRule: { clusterRoleSelectors } }));
  expect(judge({ matchLabels: { a: 'b' } })).toEqual([]);
  expect(judge()).toEqual(['aggregationRule.clusterRoleSelectors FieldValueRequired '
    + 'Required value: at least one clusterRoleSelector required if aggregationRule is non-nil']);
  expect(judge({ matchExpressions: [{ key: 'a', operator: 'in', values: ['b'] }] })).toEqual([
    'aggregationRule.clusterRoleSelectors[0] FieldValueInvalid Invalid value: null: invalid label selector.',
    'aggregationRule.clusterRoleSelectors[0].matchExpressions[0].operator FieldValueInvalid Invalid value: "in": not a valid selector operator',
  ]);
});

describe('the role of a binding', () => {
  const bind = (kind: string, apiGroup = 'rbac.authorization.k8s.io') => ({ metadata: { name: 'a' }, roleRef: { apiGroup, kind, name: 'r' } });
  const inNamespace = (binding: RoleBinding) => validateRoleBinding({ ...binding, metadata: { ...binding.metadata, namespace: 'x' } });

  test('is of a namespace only where the binding is', () => {
    expect(inNamespace(bind('Role'))).toEqual([]);
    expect(judged(validateClusterRoleBinding(bind('Role')))).toEqual(['roleRef.kind FieldValueNotSupported Unsupported value: "Role": supported values: "ClusterRole"']);
  });

  test('is a role', () => {
    expect(judged(inNamespace(bind('role')))).toEqual(['roleRef.kind FieldValueNotSupported Unsupported value: "role": supported values: "Role", "ClusterRole"']);
    expect(judged(inNamespace(bind('Role', 'x'))))
      .toEqual(['roleRef.apiGroup FieldValueNotSupported Unsupported value: "x": supported values: "rbac.authorization.k8s.io"']);
  });
});

describe('the subject of a ClusterRoleBinding', () => {
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'r' };
  const apiGroup = 'rbac.authorization.k8s.io';

  test.each<[string, RbacSubject, string[]]>([
    ['may be any user', { kind: 'User', name: 'Anna B', apiGroup }, []],
    ['has a name', { kind: 'Group', apiGroup }, ['name FieldValueRequired Required value']],
    ['is of the group of its kind', { kind: 'User', name: 'a' },
      ['apiGroup FieldValueNotSupported Unsupported value: "": supported values: "rbac.authorization.k8s.io"']],
    ['has a namespace where it is an account', { kind: 'ServiceAccount', name: 'a' }, ['namespace FieldValueRequired Required value']],
    ['has no group where it is an account', { kind: 'ServiceAccount', name: 'a', namespace: 'x', apiGroup },
      ['apiGroup FieldValueNotSupported Unsupported value: "rbac.authorization.k8s.io": supported values: ""']],
    ['is of a kind that there is', { kind: 'user', name: 'a' },
      ['kind FieldValueNotSupported Unsupported value: "user": supported values: "ServiceAccount", "User", "Group"']],
  ])('%s', (_, subject, expected) => {
    expect(judged(validateClusterRoleBinding({ metadata: { name: 'a' }, roleRef, subjects: [subject] }))).toEqual(expected.map((text) => `subjects[0].${text}`));
  });

  test('needs no namespace in a RoleBinding', () => {
    expect(validateRoleBinding({ metadata: { name: 'a', namespace: 'x' }, roleRef, subjects: [{ kind: 'ServiceAccount', name: 'a' }] })).toEqual([]);
  });
});

describe('the name of a role or binding', () => {
  test.each(['system:node', 'A b', 'x'.repeat(300), ''])('is %j', (name) => expect(rbacNameErrors(name)).toEqual([]));

  test.each([
    ['..', ["may not be '..'"]],
    ['a/b%', ["may not contain '/'", "may not contain '%'"]],
  ])('is not %j', (name, errors) => expect(rbacNameErrors(name)).toEqual(errors));
});
