import { FieldError } from '../../../src/kubernetes/field-error';
import { StorageClass, TopologySelectorLabelRequirement, validateStorageClass } from '../../../src/kubernetes/validation/storage-class';
import { vectors } from '../vectors';

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly manifest: StorageClass;
  /** What the API server validates, where it is not the manifest: null is nothing, and defaults are set. */
  readonly defaulted?: StorageClass;
  readonly accepted: boolean;
  readonly fieldErrors: ReadonlyArray<{ readonly field: string; readonly type: string; readonly detail: string }>;
}

function judged(errors: readonly FieldError[]): string[] {
  return errors.map(({ path, type, detail }) => `${path} ${type} ${detail}`).sort();
}

const rows = vectors<Row>('kinds').filter(({ kind }) => kind === 'StorageClass');

function answered({ fieldErrors }: Row): string[] {
  return fieldErrors.map(({ field, type, detail }) => `${field} ${type} ${detail}`).sort();
}

test('a StorageClass is judged as by the API server, in more than 150 cases', () => {
  expect(rows.length).toBeGreaterThan(150);
  expect(new Set(rows.map(({ accepted }) => accepted))).toEqual(new Set([true, false]));
  const judge = ({ manifest, defaulted = manifest }: Row) => judged(validateStorageClass(defaulted));
  const compared = rows.map((row) => ({ name: row.name, actual: judge(row), expected: answered(row) }));
  expect(compared.filter(({ actual, expected }) => actual.join('\n') !== expected.join('\n'))).toEqual([]);
});

const valid: StorageClass = { metadata: { name: 'a' }, provisioner: 'ebs.csi.aws.com', reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' };

describe('a StorageClass', () => {
  test.each<[string, StorageClass, string[]]>([
    ['has a provisioner in any case', { provisioner: 'EBS.csi.aws.com' }, []],
    ['has a provisioner', { provisioner: '' }, ['provisioner FieldValueRequired Required value']],
    ['has a binding mode', { volumeBindingMode: undefined }, ['volumeBindingMode FieldValueRequired Required value']],
    ['has a binding mode that there is', { volumeBindingMode: 'immediate' },
      ['volumeBindingMode FieldValueNotSupported Unsupported value: "immediate": supported values: "Immediate", "WaitForFirstConsumer"']],
    ['deletes or retains', { reclaimPolicy: 'Recycle' },
      ['reclaimPolicy FieldValueNotSupported Unsupported value: "Recycle": supported values: "Delete", "Retain"']],
    ['names its parameters', { parameters: { '': 'x' } }, ['parameters FieldValueInvalid Invalid value: "": field can not be empty.']],
    ['has parameters of 256 KiB at most', { parameters: { a: 'é'.repeat(131072) } },
      ['parameters FieldValueTooLong Too long: may not be more than 262144 bytes']],
  ])('%s', (_, storageClass, expected) => expect(judged(validateStorageClass({ ...valid, ...storageClass }))).toEqual(expected));
});

describe('the topologies of a StorageClass', () => {
  const judge = (...terms: TopologySelectorLabelRequirement[][]) => (
    judged(validateStorageClass({ ...valid, allowedTopologies: terms.map((matchLabelExpressions) => ({ matchLabelExpressions })) })));
  const [zones, reversed] = [['a', 'b'], ['b', 'a']].map((values) => ({ key: 'zone', values }));

  test('are ORed terms of keys and values', () => expect(judge([zones], [{ key: 'rack', values: ['1'] }])).toEqual([]));

  test('have values, each once', () => {
    expect(judge([{ key: 'zone' }])).toEqual(['allowedTopologies[0].matchLabelExpressions[0].values FieldValueRequired Required value']);
    expect(judge([{ key: 'zone', values: ['a', 'a'] }]))
      .toEqual(['allowedTopologies[0].matchLabelExpressions[0].values[1] FieldValueDuplicate Duplicate value: "a"']);
  });

  test('have a key once in a term', () => {
    expect(judge([zones, reversed])).toEqual(['allowedTopologies[0].matchLabelExpressions[1].key FieldValueDuplicate Duplicate value: "zone"']);
  });

  test('are not said twice, in whatever order', () => {
    expect(judge([zones], [reversed])).toEqual(['allowedTopologies[1].matchLabelExpressions FieldValueDuplicate Duplicate value: ""']);
  });

  test('are refused once for each term where one of them is empty', () => {
    expect(judge([], [zones])).toEqual(Array(2).fill('allowedTopologies[0].matchLabelExpressions FieldValueDuplicate Duplicate value: ""'));
  });
});
