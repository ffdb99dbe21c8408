import { setDefaults } from '../../../src/kubernetes/defaults/apply-defaults';
import { FieldError } from '../../../src/kubernetes/field-error';
import { validateResourceName } from '../../../src/kubernetes/validation/resource-names';
import { ResourceQuota, ResourceQuotaSpec, validateResourceQuota } from '../../../src/kubernetes/validation/resource-quota';
import { vectors } from '../vectors';

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly manifest: ResourceQuota;
  /** What the API server validates, where it is not the manifest: null is nothing, and defaults are set. */
  readonly defaulted?: ResourceQuota;
  readonly accepted: boolean;
  readonly fieldErrors: ReadonlyArray<{ readonly field: string; readonly type: string; readonly detail: string }>;
}

function judged(errors: readonly FieldError[]): string[] {
  return errors.map(({ path, type, detail }) => `${path} ${type} ${detail}`).sort();
}

const rows = vectors<Row>('kinds').filter(({ kind }) => kind === 'ResourceQuota');

function answered({ fieldErrors }: Row): string[] {
  return fieldErrors.map(({ field, type, detail }) => `${field} ${type} ${detail}`).sort();
}

test('a ResourceQuota is judged as by the API server, in more than 150 cases', () => {
  expect(rows.length).toBeGreaterThan(150);
  expect(new Set(rows.map(({ accepted }) => accepted))).toEqual(new Set([true, false]));
  const judge = ({ manifest, defaulted = manifest }: Row) => judged(validateResourceQuota(defaulted));
  const compared = rows.map((row) => ({ name: row.name, actual: judge(row), expected: answered(row) }));
  expect(compared.filter(({ actual, expected }) => actual.join('\n') !== expected.join('\n'))).toEqual([]);
});

describe('a ResourceQuota', () => {
  test.each<[string, ResourceQuotaSpec, string[]]>([
    ['limits objects, resources and what is counted', { hard: { 'pods': 1, 'requests.cpu': '1', 'count/deployments.apps': '2', 'hugepages-2Mi': '4Mi' } }, []],
    ['limits what there is', { hard: { storage: '1' } }, ['spec.hard[storage] FieldValueInvalid Invalid value: "storage": must be a standard resource for quota']],
    ['limits objects in whole numbers', { hard: { pods: '1500m' } }, ['spec.hard[pods] FieldValueInvalid Invalid value: "1500m": must be an integer']],
    ['limits nothing to less than nothing', { hard: { cpu: '-1' } },
      ['spec.hard[cpu] FieldValueInvalid Invalid value: "-1": must be greater than or equal to 0']],
    ['has scopes that fit to its resources', { hard: { pods: '1', cpu: '1' }, scopes: ['BestEffort'] },
      ['spec.scopes FieldValueInvalid Invalid value: ["BestEffort"]: unsupported scope applied to resource']],
    ['has scopes that do not exclude each other', { scopes: ['Terminating', 'NotTerminating'] },
      ['spec.scopes FieldValueInvalid Invalid value: ["Terminating","NotTerminating"]: conflicting scopes']],
    ['selects values of a scope', { scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In' }] } },
      ['spec.scopeSelector.matchExpressions.values FieldValueRequired Required value: '
        + "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector"]],
    ['selects scopes that fit to its resources', { hard: { services: '1' }, scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'Exists' }] } },
      ['spec.scopeSelector.matchExpressions FieldValueInvalid Invalid value: {"MatchExpressions":[{"ScopeName":"PriorityClass","Operator":"Exists","Values":null}]}: '
        + 'unsupported scope applied to resource']],
  ])('%s', (_, spec, expected) => expect(judged(validateResourceQuota({ metadata: { name: 'a', namespace: 'x' }, spec }))).toEqual(expected));
});

describe('the name of a resource', () => {
  test.each(['cpu', 'storage', 'requests.hugepages-2Mi', 'example.com/gpu'])('is %s', (name) => expect(validateResourceName(name, 'x')).toEqual([]));

  test('is a standard one or has a domain', () => {
    expect(judged(validateResourceName('gpu', 'x'))).toEqual(['x FieldValueInvalid Invalid value: "gpu": must be a standard resource type or fully qualified']);
  });
});

test('a number of more digits than an int64 has is no integer to the server, which counts it otherwise', () => {
  const quota = (pods: string) => ({ apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'a', namespace: 'b' }, spec: { hard: { pods } } });
  const told = (pods: string) => judged(validateResourceQuota(setDefaults(quota(pods))));
  expect(told('10000000000000000000')).toEqual(['spec.hard[pods] FieldValueInvalid Invalid value: "10E": must be an integer']);
  expect(told('10E')).toEqual([]);
});
