import { FieldError } from '../../../src/kubernetes/field-error';
import { RuntimeClass, validateRuntimeClass } from '../../../src/kubernetes/validation/runtime-class';
import { vectors } from '../vectors';

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly manifest: RuntimeClass;
  /** What the API server validates, where it is not the manifest: null is nothing, and defaults are set. */
  readonly defaulted?: RuntimeClass;
  readonly accepted: boolean;
  readonly fieldErrors: ReadonlyArray<{ readonly field: string; readonly type: string; readonly detail: string }>;
}

function judged(errors: readonly FieldError[]): string[] {
  return errors.map(({ path, type, detail }) => `${path} ${type} ${detail}`).sort();
}

const rows = vectors<Row>('kinds').filter(({ kind }) => kind === 'RuntimeClass');

function answered({ fieldErrors }: Row): string[] {
  return fieldErrors.map(({ field, type, detail }) => `${field} ${type} ${detail}`).sort();
}

test('a RuntimeClass is judged as by the API server, in more than 150 cases', () => {
  expect(rows.length).toBeGreaterThan(150);
  expect(new Set(rows.map(({ accepted }) => accepted))).toEqual(new Set([true, false]));
  const judge = ({ manifest, defaulted = manifest }: Row) => judged(validateRuntimeClass(defaulted));
  const compared = rows.map((row) => ({ name: row.name, actual: judge(row), expected: answered(row) }));
  expect(compared.filter(({ actual, expected }) => actual.join('\n') !== expected.join('\n'))).toEqual([]);
});

describe('a RuntimeClass', () => {
  const twice = { key: 'a', operator: 'Exists', effect: 'NoExecute' };

  test.each<[string, RuntimeClass, string[]]>([
    ['costs what a container can have', { handler: 'kata', overhead: { podFixed: { 'cpu': '100m', 'memory': '64Mi', 'a.b/gpu': 1 } } }, []],
    ['has a handler', { handler: '' }, ['handler FieldValueRequired Required value']],
    ['has a handler without dots', { handler: 'a.b' }, ['handler FieldValueInvalid Invalid value: "a.b": must not contain dots']],
    ['costs no storage', { handler: 'a', overhead: { podFixed: { storage: '1' } } },
      ['overhead.limits[storage] FieldValueInvalid Invalid value: "storage": must be a standard resource for containers']],
    ['tolerates with a value only what has one', { handler: 'a', scheduling: { tolerations: [{ key: 'a', operator: 'Exists', value: 'b' }] } },
      ['scheduling.tolerations[0].operator FieldValueInvalid Invalid value: "b": value must be empty when `operator` is \'Exists\'']],
    ['tolerates a taint once, for however long', { handler: 'a', scheduling: { tolerations: [twice, { ...twice, tolerationSeconds: 5 }] } },
      ['scheduling.tolerations[1] FieldValueDuplicate Duplicate value: {"Key":"a","Operator":"Exists","Value":"","Effect":"NoExecute","TolerationSeconds":5}']],
  ])('%s', (_, runtimeClass, expected) => expect(judged(validateRuntimeClass({ metadata: { name: 'a' }, ...runtimeClass }))).toEqual(expected));

  test('may have finalizers that no other kind may have', () => {
    expect(validateRuntimeClass({ metadata: { name: 'a', finalizers: ['abc'] }, handler: 'a' })).toEqual([]);
  });
});
