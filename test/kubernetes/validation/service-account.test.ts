import { FieldError } from '../../../src/kubernetes/field-error';
import { ServiceAccount, validateServiceAccount } from '../../../src/kubernetes/validation/service-account';
import { vectors } from '../vectors';

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly manifest: ServiceAccount;
  /** What the API server validates, where it is not the manifest: null is nothing, and defaults are set. */
  readonly defaulted?: ServiceAccount;
  readonly accepted: boolean;
  readonly fieldErrors: ReadonlyArray<{ readonly field: string; readonly type: string; readonly detail: string }>;
}

function judged(errors: readonly FieldError[]): string[] {
  return errors.map(({ path, type, detail }) => `${path} ${type} ${detail}`).sort();
}

const rows = vectors<Row>('kinds').filter(({ kind }) => kind === 'ServiceAccount');

function answered({ fieldErrors }: Row): string[] {
  return fieldErrors.map(({ field, type, detail }) => `${field} ${type} ${detail}`).sort();
}

test('a ServiceAccount is judged as by the API server, in more than 150 cases', () => {
  expect(rows.length).toBeGreaterThan(150);
  expect(new Set(rows.map(({ accepted }) => accepted))).toEqual(new Set([true, false]));
  const judge = ({ manifest, defaulted = manifest }: Row) => judged(validateServiceAccount(defaulted));
  const compared = rows.map((row) => ({ name: row.name, actual: judge(row), expected: answered(row) }));
  expect(compared.filter(({ actual, expected }) => actual.join('\n') !== expected.join('\n'))).toEqual([]);
});

describe('a ServiceAccount', () => {
  test.each<[string, ServiceAccount, string[]]>([
    ['has a name with dots', { metadata: { name: 'a.b', namespace: 'x' } }, []],
    ['has a name', { metadata: { namespace: 'x' } }, ['metadata.name FieldValueRequired Required value: name or generateName is required']],
    ['has a namespace', { metadata: { name: 'a' } }, ['metadata.namespace FieldValueRequired Required value']],
    ['has finalizers of somebody', { metadata: { name: 'a', namespace: 'x', finalizers: ['abc'] } },
      ['metadata.finalizers[0] FieldValueInvalid Invalid value: "abc": name is neither a standard finalizer name nor is it fully qualified']],
  ])('%s', (_, account, expected) => expect(judged(validateServiceAccount(account))).toEqual(expected));
});
