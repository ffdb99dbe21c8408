import { FieldError } from '../../../src/kubernetes/field-error';
import { Namespace, validateNamespace } from '../../../src/kubernetes/validation/namespace';
import { vectors } from '../vectors';

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly manifest: Namespace;
  /** What the API server validates, where it is not the manifest: null is nothing, and defaults are set. */
  readonly defaulted?: Namespace;
  readonly accepted: boolean;
  readonly fieldErrors: ReadonlyArray<{ readonly field: string; readonly type: string; readonly detail: string }>;
}

function judged(errors: readonly FieldError[]): string[] {
  return errors.map(({ path, type, detail }) => `${path} ${type} ${detail}`).sort();
}

const rows = vectors<Row>('kinds').filter(({ kind }) => kind === 'Namespace');

function answered({ fieldErrors }: Row): string[] {
  return fieldErrors.map(({ field, type, detail }) => `${field} ${type} ${detail}`).sort();
}

test('a Namespace is judged as by the API server, in more than 150 cases', () => {
  expect(rows.length).toBeGreaterThan(150);
  expect(new Set(rows.map(({ accepted }) => accepted))).toEqual(new Set([true, false]));
  const judge = ({ manifest, defaulted = manifest }: Row) => judged(validateNamespace(defaulted));
  const compared = rows.map((row) => ({ name: row.name, actual: judge(row), expected: answered(row) }));
  expect(compared.filter(({ actual, expected }) => actual.join('\n') !== expected.join('\n'))).toEqual([]);
});

describe('a Namespace', () => {
  const label = (key: string, value: string): Namespace => ({ metadata: { name: 'a', labels: { [`pod-security.kubernetes.io/${key}`]: value } } });

  test.each<[string, Namespace, string[]]>([
    ['may enforce a level', label('enforce', 'restricted'), []],
    ['has no dots in its name', { metadata: { name: 'a.b' } }, ['metadata.name FieldValueInvalid Invalid value: "a.b": must not contain dots']],
    ['has finalizers of somebody', { metadata: { name: 'a' }, spec: { finalizers: ['abc'] } },
      ['spec.finalizers FieldValueInvalid Invalid value: "abc": name is neither a standard finalizer name nor is it fully qualified']],
    ['has a level that there is', label('warn', 'Baseline'), ['metadata.labels[pod-security.kubernetes.io/warn] FieldValueInvalid '
      + 'Invalid value: "Baseline": must be one of privileged, baseline, restricted']],
    ['has a version of a level that there is', label('audit-version', '1.30'), ['metadata.labels[pod-security.kubernetes.io/audit-version] FieldValueInvalid '
      + 'Invalid value: "1.30": must be "latest" or "v1.x"']],
    ['is asked for its levels only when the rest is right', { metadata: { ...label('enforce', 'x').metadata, name: 'a.b' } },
      ['metadata.name FieldValueInvalid Invalid value: "a.b": must not contain dots']],
  ])('%s', (_, namespace, expected) => expect(judged(validateNamespace(namespace))).toEqual(expected));
});
