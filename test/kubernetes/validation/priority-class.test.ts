import { FieldError } from '../../../src/kubernetes/field-error';
import { PriorityClass, validatePriorityClass } from '../../../src/kubernetes/validation/priority-class';
import { vectors } from '../vectors';

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly manifest: PriorityClass;
  /** What the API server validates, where it is not the manifest: null is nothing, and defaults are set. */
  readonly defaulted?: PriorityClass;
  readonly accepted: boolean;
  readonly fieldErrors: ReadonlyArray<{ readonly field: string; readonly type: string; readonly detail: string }>;
}

function judged(errors: readonly FieldError[]): string[] {
  return errors.map(({ path, type, detail }) => `${path} ${type} ${detail}`).sort();
}

const rows = vectors<Row>('kinds').filter(({ kind }) => kind === 'PriorityClass');

function answered({ fieldErrors }: Row): string[] {
  return fieldErrors.map(({ field, type, detail }) => `${field} ${type} ${detail}`).sort();
}

test('a PriorityClass is judged as by the API server, in more than 150 cases', () => {
  expect(rows.length).toBeGreaterThan(150);
  expect(new Set(rows.map(({ accepted }) => accepted))).toEqual(new Set([true, false]));
  const judge = ({ manifest, defaulted = manifest }: Row) => judged(validatePriorityClass(defaulted));
  const compared = rows.map((row) => ({ name: row.name, actual: judge(row), expected: answered(row) }));
  expect(compared.filter(({ actual, expected }) => actual.join('\n') !== expected.join('\n'))).toEqual([]);
});

describe('a PriorityClass', () => {
  const reserved = 'metadata.name FieldValueForbidden Forbidden: priority class names with \'system-\' prefix are reserved for system use only. error: ';

  test.each<[string, string, Omit<PriorityClass, 'metadata'>, string[]]>([
    ['has the highest value of users', 'a', { value: 1000000000 }, []],
    ['has no value above that', 'a', { value: 1000000001 },
      ['value FieldValueForbidden Forbidden: maximum allowed value of a user defined priority is 1000000000']],
    ['of the system has its value', 'system-node-critical', { value: 2000001000 }, []],
    ['of the system has no other value', 'system-cluster-critical', { value: 1 },
      [`${reserved}value of system-cluster-critical PriorityClass must be 2000000000`]],
    ['of the system is no default', 'system-cluster-critical', { value: 2000000000, globalDefault: true },
      [`${reserved}globalDefault of system-cluster-critical PriorityClass must be false`]],
    ['is not named as if it were of the system', 'system-x', { value: 1 }, [`${reserved}system-x is not a known system priority class`]],
    ['has a policy that there is', 'a', { value: 1, preemptionPolicy: 'never' },
      ['preemptionPolicy FieldValueNotSupported Unsupported value: "never": supported values: "PreemptLowerPriority", "Never"']],
    ['has a policy if it has one', 'a', { value: 1, preemptionPolicy: '' }, ['preemptionPolicy FieldValueRequired Required value']],
  ])('%s', (_, name, priorityClass, expected) => expect(judged(validatePriorityClass({ metadata: { name }, ...priorityClass }))).toEqual(expected));
});
